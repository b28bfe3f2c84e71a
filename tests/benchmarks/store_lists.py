"""Lists of 50 calls, against the same SQL written by hand on a bare connection; and how they grow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from agentdesk.domain.lists import CallFilter
from agentdesk.store import calls
from tests.benchmarks.measuring import Context, Ratio, in_turns

LIMIT = 50
_COLUMNS = """calls.id, connection, external_id, agent, agent_external_id, started_at, seconds, caller, outcome,
 cost_minor, cost_scale, cost_currency, turns, final"""


def measure(context: Context) -> list[Ratio]:
    small = context.small
    ratios = [_against_bare(context, small, name) for name in _questions(context, small)]
    ratios.append(_totals(context, small))
    if context.big:
        ratios += [_growth(context, small, context.big, name) for name in _questions(context, small)]
    return ratios


def _questions(context: Context, size: int) -> dict[str, tuple[CallFilter, int | None, str, tuple[Any, ...]]]:
    """What is asked: for us, and in SQL with its values."""
    with context.store(size).reading() as db:
        ends = calls.first_and_last(db)
        assert ends is not None
        middle: date = (ends[0] + (ends[1] - ends[0]) / 2).date()
        halfway = db.exec_driver_sql("SELECT max(id) FROM calls WHERE day = ?", (middle.isoformat(),)).scalar_one()
        some = frozenset(db.exec_driver_sql("SELECT call FROM findings ORDER BY call DESC LIMIT 400").scalars())
    plain = f"SELECT {_COLUMNS} FROM calls WHERE {{}} ORDER BY id DESC LIMIT {LIMIT}"
    by_day = f"SELECT {_COLUMNS} FROM calls WHERE day BETWEEN ? AND ? ORDER BY day DESC, id DESC LIMIT {LIMIT}"
    marks = ",".join("?" * len(some))
    flagged = (
        f"SELECT {_COLUMNS} FROM (SELECT DISTINCT call FROM findings WHERE status = 'open' AND call IS NOT NULL) f"
        f" JOIN calls ON calls.id = f.call ORDER BY f.call DESC LIMIT {LIMIT}"
    )
    week = CallFilter(middle, middle + timedelta(days=6))
    return {
        "newest": (CallFilter(), None, plain.format("1"), ()),
        "from the middle on": (CallFilter(), halfway, plain.format("id < ?"), (halfway,)),
        "one agent": (CallFilter(agent="Ben"), None, plain.format("agent = ?"), ("Ben",)),
        "a week in the middle": (week, None, by_day, (middle.isoformat(), (middle + timedelta(days=6)).isoformat())),
        "a rare outcome": (CallFilter(outcome="complaint"), None, plain.format("outcome = ?"), ("complaint",)),
        "unanswered": (CallFilter(answered=False), None, plain.format("turns = 0"), ()),
        "with findings": (CallFilter(with_findings=True), None, flagged, ()),
        "among 400 ids": (CallFilter(ids=some), None, plain.format(f"id IN ({marks})"), tuple(sorted(some))),
    }


def _against_bare(context: Context, size: int, name: str) -> Ratio:
    _, _, sql, values = _questions(context, size)[name]
    bare = context.bare(size)

    def floor() -> None:
        rows = bare.execute(sql, values).fetchall()
        assert rows
        marks = ",".join("?" * len(rows))
        found = f"SELECT call, severity FROM findings WHERE status = 'open' AND call IN ({marks})"
        bare.execute(found, [each[0] for each in rows]).fetchall()

    with context.store(size).reading() as db:
        ours, theirs = in_turns(_page(db, context, size, name), floor, rounds=101)
    bare.close()
    return Ratio(name, ours, theirs, 2.0)


def _page(db: Any, context: Context, size: int, name: str) -> Callable[[], None]:
    wanted, before, _, _ = _questions(context, size)[name]

    def work() -> None:
        assert calls.page(db, wanted, before, LIMIT)

    return work


def _growth(context: Context, small: int, big: int, name: str) -> Ratio:
    with context.store(small).reading() as few, context.store(big).reading() as many:
        work = _page(many, context, big, name), _page(few, context, small, name)
        grown, before = in_turns(*work, rounds=101)
    return Ratio(f"{name}, grown", grown, before, 1.3)


def _totals(context: Context, size: int) -> Ratio:
    """Eight weeks of totals from their table, against adding up the calls."""
    bare = context.bare(size)
    with context.store(size).reading() as db:
        ends = calls.first_and_last(db)
        assert ends is not None
        last = ends[1].date()
        first = last - timedelta(days=55)

        def floor() -> None:
            bare.execute(
                "SELECT day, agent, count(*), sum(seconds), sum(cost_minor) FROM calls WHERE day BETWEEN ? AND ?"
                " GROUP BY day, agent",
                (first.isoformat(), last.isoformat()),
            ).fetchall()

        ours, theirs = in_turns(lambda: calls.day_totals(db, first, last), floor, rounds=15)
    bare.close()
    return Ratio("eight weeks' totals", ours, theirs, 1.0)
