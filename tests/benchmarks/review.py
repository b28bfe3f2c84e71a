"""The week's review as it is opened and walked, against bare SQL that reads the same rows; and how it grows.

The calls have been read before, as the checks leave them. It is the same week in a store of either size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import NamedTuple

from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import Period
from agentdesk.domain.review import Place, Review, Step
from agentdesk.services.calls.readings import Readings
from agentdesk.services.services import Services
from agentdesk.store.types import to_microseconds
from tests.benchmarks import generator
from tests.benchmarks.desk import hour_after_last, services_of
from tests.benchmarks.measuring import Context, Ratio, in_turns

_READ = """SELECT calls.id, seconds, real, gave_up, about_booking, needed_person, passed, gave_details
 FROM calls JOIN call_readings ON call_id = calls.id WHERE calls.id BETWEEN ? AND ?"""
_PRICES = """SELECT cost_minor, cost_scale, cost_currency, count(*), max(id) FROM calls WHERE id BETWEEN ? AND ?
 GROUP BY 1, 2, 3"""
_OF_CALLS = "SELECT id, kind, severity, reason, status, call, booking FROM findings WHERE call BETWEEN ? AND ?"
_OF_ENTRIES = "FROM bookings JOIN findings ON booking = bookings.id WHERE bookings.call BETWEEN ? AND ?"
_REVIEWS = "SELECT * FROM reviews ORDER BY id DESC LIMIT 2"
_WHOLE = "SELECT calls.*, words, marks FROM calls JOIN call_words ON call_id = calls.id WHERE calls.id = ?"


class _Part(NamedTuple):
    """What is asked of the services, and of SQLite: statements with their values."""

    ours: Callable[[Services], object]
    bare: Sequence[tuple[str, Sequence[object]]]


def measure(context: Context) -> Sequence[Ratio]:
    parts = {size: _parts(context, size) for size in (context.small, context.big) if size}
    ratios = [_against_bare(context, size, name, part) for size, some in parts.items() for name, part in some.items()]
    if context.big:
        ratios += [_growth(context, name, part, context.big) for name, part in parts[context.small].items()]
    return ratios


def _parts(context: Context, size: int) -> dict[str, _Part]:
    services = services_of(context, size)
    generator.read(context.store(size), Readings(resources_folder() / "language").rules)
    zone = services.businesses.zone()
    # the last day of the small store is not a whole one
    today = hour_after_last(context.store(context.small)).astimezone(zone).date()
    week = Period(today - timedelta(days=7), today - timedelta(days=1))
    plan = services.reviews.plan(week)
    clock = hour_after_last(context.store(size))
    review = Review(1, week, clock, "Jo", plan.seed, plan.pool, plan.looks)
    looked = plan.looks[0]
    place = Place(Step.CALLS, 0, looked.call, looked.questions[0])
    ids = tuple(to_microseconds(each) // 1000 << 20 for each in week.bounds(zone))
    days = (week.first.isoformat(), week.last.isoformat())
    of_period, of_people = (
        f"SELECT * FROM findings WHERE day BETWEEN ? AND ? {kinds} ORDER BY about_at DESC, id DESC"
        for kinds in ("", "AND kind IN ('escalation.missed', 'escalation.promised')")
    )
    of_plan = (
        (_READ, ids),
        (_PRICES, ids),
        (_OF_CALLS, ids),
        (f"SELECT findings.id, kind, severity, reason, findings.status {_OF_ENTRIES}", ids),
        (_REVIEWS, ()),
    )
    return {
        "opened": _Part(lambda each: (each.reviews.due(), each.reviews.plan(week)), of_plan),
        "a call": _Part(
            lambda each: each.reviews.look(review, place),
            (
                (_WHOLE, (looked.call,)),
                ("SELECT * FROM findings WHERE call = ?", (looked.call,)),
                ("SELECT * FROM bookings WHERE call = ?", (looked.call,)),
                (
                    "SELECT findings.* FROM bookings JOIN findings ON booking = bookings.id WHERE bookings.call = ?",
                    (looked.call,),
                ),
            ),
        ),
        "its bookings": _Part(
            lambda each: each.reviews.bookings(review),
            (
                ("SELECT id, call FROM bookings WHERE call BETWEEN ? AND ?", ids),
                (f"SELECT findings.* {_OF_ENTRIES}", ids),
                (of_period, days),
            ),
        ),
        "its people": _Part(lambda each: each.reviews.people(review), ((of_people, days),)),
    }


def _against_bare(context: Context, size: int, name: str, part: _Part) -> Ratio:
    services, bare = services_of(context, size), context.bare(size)

    def floor() -> None:
        for sql, values in part.bare:
            bare.execute(sql, values).fetchall()

    ours, theirs = in_turns(lambda: part.ours(services), floor, rounds=101)
    bare.close()
    return Ratio(f"{name}, {size:,} calls", ours, theirs, 2.0)


def _growth(context: Context, name: str, part: _Part, big: int) -> Ratio:
    few, many = services_of(context, context.small), services_of(context, big)
    before, grown = in_turns(lambda: part.ours(few), lambda: part.ours(many), rounds=101)
    return Ratio(f"{name}, grown", grown, before, 1.3)
