"""What a person opens, as the services answer it, against bare SQL that reads the same rows; and how it grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from agentdesk.domain.clock import Period
from agentdesk.domain.finding import FindingStatus
from agentdesk.domain.lists import BookingFilter, CallFilter, FindingFilter
from agentdesk.services.desk.today import USUAL_WEEKS
from agentdesk.services.money.ledger import LOOKED_AT, first_day_needed
from agentdesk.services.services import Services
from agentdesk.store.spans import id_range
from agentdesk.store.types import to_microseconds
from tests.benchmarks import generator
from tests.benchmarks.desk import hour_after_last, services_of
from tests.benchmarks.measuring import Context, Ratio, in_turns

_CALL = """id, connection, external_id, agent, agent_external_id, started_at, seconds, caller, outcome, cost_minor,
 cost_scale, cost_currency, turns, final"""
_NEWEST = "FROM calls ORDER BY id DESC LIMIT 51"
_PER_AGENT = "SELECT agent, sum(calls) FROM day_totals WHERE day >= ? GROUP BY agent"
_OF_AGENTS: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("SELECT body FROM agents", ()),
    ("SELECT * FROM brief_versions ORDER BY agent, number DESC", ()),
    ("SELECT agent, count(*) FROM findings WHERE status = 'open' AND severity <> 'note' GROUP BY agent", ()),
    ("SELECT started_at FROM calls WHERE agent = 'Ana' ORDER BY id DESC LIMIT 1", ()),
    ("SELECT started_at FROM calls WHERE agent = 'Ben' ORDER BY id DESC LIMIT 1", ()),
    ("SELECT connection, agent_external_id, sum(calls) FROM day_totals WHERE agent = '' GROUP BY 1, 2", ()),
    ("SELECT started_at FROM calls WHERE agent IS NULL ORDER BY id DESC LIMIT 1", ()),
)
"""What the list of agents shows, which Today shows too."""
_LATEST = "ORDER BY about_at DESC, id DESC"

_WORDS = '"boiler" "thursday"'
_FOUND = "SELECT rowid FROM call_index WHERE call_index MATCH ? ORDER BY rowid DESC LIMIT 51"
_SEARCH = f"""SELECT calls.{_CALL}, snippet(call_index, 0, '', '', '…', 14)
 FROM call_index JOIN calls ON calls.id = call_index.rowid
 WHERE call_index MATCH ? ORDER BY call_index.rowid DESC LIMIT 51"""


class _Page(NamedTuple):
    """What is asked of the services, and of SQLite: statements with their values."""

    ours: Callable[[Services], object]
    bare: Sequence[tuple[str, Sequence[object]]]
    rounds: int = 101


def measure(context: Context) -> Sequence[Ratio]:
    ratios = [_against_bare(context, each) for each in _pages(context, context.small)]
    if context.big:
        ratios += [_against_bare(context, each, context.big) for each in _pages(context, context.big)]
        ratios += [_growth(context, each) for each in _pages(context, context.small)]
    return ratios


def _pages(context: Context, size: int) -> dict[str, _Page]:
    services = services_of(context, size)
    zone = services.businesses.zone()
    today = hour_after_last(context.store(size)).astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    of_week = (monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    month, usual = monday.replace(day=1), monday - timedelta(days=7 * USUAL_WEEKS)
    days = (month.isoformat(), min(month, usual).isoformat())
    spent_on = tuple(each.isoformat() for each in (first_day_needed(today), today))
    low, high = id_range(*Period(today.replace(day=1), today).bounds(zone))
    gravest = services.today.view().matters[0].kind.value
    look = services.calls.page(CallFilter(with_findings=True)).rows[0].id
    return {
        "calls, newest": _Page(
            lambda each: each.calls.page(CallFilter()),
            (
                (f"SELECT {_CALL} {_NEWEST}", ()),
                (f"SELECT call, severity FROM findings WHERE status = 'open' AND call IN (SELECT id {_NEWEST})", ()),
            ),
        ),
        "calls, a word": _Page(
            lambda each: each.calls.page(CallFilter(words=generator.TWO_WORDS)),
            (
                (_SEARCH, ('"boiler" "thursday"',)),
                (f"SELECT call, severity FROM findings WHERE status = 'open' AND call IN ({_FOUND})", (_WORDS,)),
            ),
        ),
        "one call": _Page(
            lambda each: each.calls.open_(look),
            (
                ("SELECT calls.*, words, marks FROM calls JOIN call_words ON call_id = id WHERE id = ?", (look,)),
                ("SELECT * FROM findings WHERE call = ?", (look,)),
                ("SELECT * FROM bookings WHERE call = ?", (look,)),
                ("SELECT * FROM brief_versions WHERE agent = 'Ana'", ()),
            ),
        ),
        "bookings": _Page(
            lambda each: each.diary.page(BookingFilter()),
            (("SELECT * FROM bookings ORDER BY starts_at DESC, id DESC LIMIT 51", ()),),
        ),
        "diary week": _Page(
            lambda each: each.diary.week(today),
            (
                (
                    "SELECT * FROM bookings WHERE starts_at BETWEEN ? AND ?",
                    tuple(to_microseconds(each) for each in Period(monday, monday + timedelta(days=6)).bounds(zone)),
                ),
                (f"SELECT * FROM findings WHERE day BETWEEN ? AND ? {_LATEST}", of_week),
            ),
        ),
        "findings": _Page(
            lambda each: each.findings.page(FindingFilter(status=FindingStatus.OPEN), limit=50),
            ((f"SELECT * FROM findings WHERE status = 'open' {_LATEST} LIMIT 50", ()),),
        ),
        "agents": _Page(
            lambda each: each.agents.all_(),
            (
                ("SELECT body FROM documents WHERE name = 'business'", ()),
                *_OF_AGENTS,
                (_PER_AGENT, (of_week[0],)),
            ),
        ),
        "money": _Page(
            lambda each: each.spending.page(),
            (
                ("SELECT body FROM documents WHERE name = 'business'", ()),
                ("SELECT body FROM agents", ()),
                ("SELECT * FROM day_totals WHERE day BETWEEN ? AND ?", spent_on),
                (
                    """SELECT calls.agent, count(*) FROM bookings CROSS JOIN calls ON calls.id = bookings.call
                     WHERE bookings.call BETWEEN ? AND ? GROUP BY 1""",
                    (low, high),
                ),
                (
                    f"SELECT * FROM findings WHERE day BETWEEN ? AND ? AND kind = 'cost.spike' {_LATEST}",
                    ((today - LOOKED_AT).isoformat(), today.isoformat()),
                ),
                ("SELECT * FROM call_marks WHERE call_id BETWEEN ? AND ?", (low, high)),
            ),
        ),
        "today": _Page(
            lambda each: each.today.view(),
            (
                ("SELECT body FROM documents WHERE name IN ('business', 'freshness', 'first-run-skipped')", ()),
                *_OF_AGENTS,
                (_PER_AGENT, (of_week[0],)),
                ("SELECT DISTINCT kind FROM findings WHERE status = 'open'", ()),
                (f"SELECT * FROM findings WHERE status = 'open' AND kind = ? {_LATEST} LIMIT 3", (gravest,)),
                ("SELECT count(*) FROM findings WHERE status = 'open' AND kind = 'cost.pace'", ()),
                ("SELECT day, sum(calls) FROM day_totals WHERE day >= ? GROUP BY day", (days[1],)),
                ("SELECT currency, sum(minor) FROM day_totals WHERE day >= ? GROUP BY currency, scale", (days[0],)),
                ("SELECT * FROM reviews WHERE state <> 'finished' ORDER BY id DESC LIMIT 1", ()),
                ("SELECT * FROM reviews WHERE state = 'finished' ORDER BY id DESC LIMIT 1", ()),
                ("SELECT started_at FROM calls ORDER BY id LIMIT 1", ()),
                ("SELECT started_at FROM calls ORDER BY id DESC LIMIT 1", ()),
                ("SELECT min(started_at), max(started_at) FROM calls WHERE moved", ()),
                ("SELECT * FROM connections", ()),
                ("SELECT * FROM pull_states", ()),
                ("SELECT * FROM actions WHERE state = 'open'", ()),
                ("SELECT * FROM rehearsals ORDER BY at DESC", ()),
                ("SELECT * FROM known_facts WHERE known_at IS NULL", ()),
                ("SELECT * FROM stage_changes WHERE agent IN ('Ana', 'Ben') ORDER BY at", ()),
            ),
        ),
    }


def _against_bare(context: Context, name: str, size: int | None = None) -> Ratio:
    page = _pages(context, size or context.small)[name]
    services, bare = services_of(context, size or context.small), context.bare(size or context.small)

    def floor() -> None:
        for sql, values in page.bare:
            bare.execute(sql, values).fetchall()

    ours, theirs = in_turns(lambda: page.ours(services), floor, rounds=page.rounds)
    bare.close()
    return Ratio(f"{name}, {size or context.small:,} calls", ours, theirs, 2.0)


def _growth(context: Context, name: str) -> Ratio:
    assert context.big
    pages: list[Any] = [
        (services_of(context, size), _pages(context, size)[name]) for size in (context.small, context.big)
    ]
    before, grown = in_turns(
        *(lambda each=services, page=page: page.ours(each) for services, page in pages), rounds=pages[0][1].rounds
    )
    return Ratio(f"{name}, grown", grown, before, 1.3)
