"""What belongs to the calls of a stretch of time: what they were, what was found about them, what they booked.

Calls that somebody said were not real count as such, whatever their words were read as.

Without a word that was said, so that a week of ten thousand calls is there in the blink of an eye.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.finding import FindingStatus, Kind, Severity
from agentdesk.domain.money import Money
from agentdesk.store import call_marks
from agentdesk.store.call_readings import FLAGS
from agentdesk.store.prepared import Prepared, Records, among, filling, listed, value
from agentdesk.store.spans import calls_in_place, calls_moved, of_calls, span
from agentdesk.store.tables import bookings, call_readings, calls, findings
from agentdesk.store.types import plain, to_microseconds


@dataclass(frozen=True, slots=True)
class CallInBrief:
    """A call without its words. `reading`: None where it was not read with the rules that were asked for."""

    id: int
    agent: str | None
    started_at: datetime
    seconds: float | None
    caller: str | None
    cost: Money | None
    reading: CallReading | None


@dataclass(frozen=True, slots=True)
class FoundInBrief:
    """A finding without its evidence. `made_by`: the call that made the diary entry it is about."""

    id: str
    kind: Kind
    severity: Severity
    reason: str
    status: FindingStatus
    call: int | None
    booking: int | None
    made_by: int | None


# All flags in one number, and few columns: each costs a tenth of the time.
_FLAGS: sa.ColumnElement[int] = sum(
    (sa.type_coerce(call_readings.c[each], sa.Integer) * 2**place for place, each in enumerate(FLAGS)),
    start=sa.literal_column("0", sa.Integer),
)
_READINGS = {
    number: CallReading(**{each: bool(number >> place & 1) for place, each in enumerate(FLAGS)})
    for number in range(2 ** len(FLAGS))
}
_WITH_READING = calls.outerjoin(
    call_readings,
    sa.and_(call_readings.c.call_id == calls.c.id, call_readings.c.rules == value("rules", sa.BigInteger())),
)
_COST = (calls.c.cost_minor, calls.c.cost_scale, calls.c.cost_currency)
_BRIEF = sa.select(
    calls.c.id, calls.c.agent, calls.c.started_at, calls.c.seconds, calls.c.caller, *_COST, _FLAGS
).select_from(_WITH_READING)
# The ids in one text for each kind of reading: rows of their own take five times as long to fetch.
_IDS = sa.select(_FLAGS, sa.func.aggregate_strings(sa.type_coerce(calls.c.id, sa.Text), ",")).select_from(_WITH_READING)
_LONGEST = (
    sa.select(calls.c.seconds, calls.c.id)
    .select_from(_WITH_READING)
    .where(calls.c.seconds.is_not(None), call_readings.c.real.is_not(sa.false()))
    .order_by(calls.c.seconds.desc(), calls.c.id.desc())
    .limit(value("limit", sa.Integer()))
)
_PRICE = sa.select(*_COST, sa.func.count(), sa.func.max(calls.c.id)).where(calls.c.cost_minor.is_not(None))
_OF_AGENT = sa.select(calls.c.id).where(calls.c.agent == value("agent", sa.Text()))


def _both(query: sa.Select[*tuple[Any, ...]]) -> tuple[Prepared, Prepared]:
    """The query for calls that are where their ids say, and for the few that were moved."""
    return Prepared(query.where(calls_in_place())), Prepared(query.where(calls_moved()))


_BRIEFS, _READ = _both(_BRIEF), _both(_IDS.group_by(_FLAGS))
_LONGESTS = _both(_LONGEST)
_PRICES, _OF_AGENTS = _both(_PRICE.group_by(*_COST)), _both(_OF_AGENT)
_FOUND = sa.select(
    findings.c.id,
    sa.type_coerce(findings.c.kind, sa.Enum(Kind, native_enum=False)).label("kind"),
    *(findings.c[each] for each in ("severity", "reason", "status", "call", "booking")),
    bookings.c.call.label("made_by"),
).where(findings.c.status != sa.literal_column(f"'{FindingStatus.WITHDRAWN}'"))
_ABOUT = (
    (_FOUND.select_from(findings.outerjoin(bookings, bookings.c.id == findings.c.booking)), findings.c.call),
    (_FOUND.select_from(findings.join(bookings, bookings.c.id == findings.c.booking)), bookings.c.call),
)
_FOUND_OF = tuple(Records(FoundInBrief, query.where(of_calls(column))) for query, column in _ABOUT)
_FOUND_OF_SOME = tuple(Records(FoundInBrief, query.where(among(column, "ids"))) for query, column in _ABOUT)
_READ_OF_SOME = Prepared(
    sa.select(calls.c.id, _FLAGS)
    .select_from(_WITH_READING)
    .where(among(calls.c.id, "ids"), calls.c.started_at >= value("start", sa.BigInteger()))
)
_ENTRIES = Prepared(sa.select(bookings.c.id, bookings.c.call).where(of_calls(bookings.c.call)))
_fill = filling(CallInBrief, [each.name for each in fields(CallInBrief)])
# Many calls cost the same.
_money = lru_cache(maxsize=4096)(Money)


def calls_in_brief(db: Connection, start: datetime, end: datetime, rules: int) -> tuple[CallInBrief, ...]:
    """Calls that began in [start, end), oldest first, each with its reading by these rules where it has one."""
    values = span(start, end) | {"rules": rules}
    found = [call for each in _BRIEFS for call in _made(each.columns(db, values))]
    if marked := call_marks.between(db, start, end):
        found = [_unreal_if(each, marked) for each in found]
    return tuple(sorted(found, key=attrgetter("started_at", "id")))


def readings(db: Connection, start: datetime, end: datetime, rules: int) -> tuple[dict[int, CallReading], list[int]]:
    """The readings by these rules of calls that began in [start, end), and the calls that have none."""
    known: dict[int, CallReading] = {}
    unread: list[int] = []
    for each in _READ:
        for flags, ids in each.rows(db, span(start, end) | {"rules": rules}):
            numbers = map(int, ids.split(","))
            if flags is None:
                unread += numbers
            else:
                known.update(dict.fromkeys(numbers, _READINGS[flags]))
    for call in call_marks.between(db, start, end) & known.keys():
        known[call] = replace(known[call], real=False)
    return known, unread


def longest(db: Connection, start: datetime, end: datetime, rules: int, limit: int) -> list[int]:
    """The longest calls that began in [start, end), the longest first; without those that were read as not real."""
    marked = call_marks.between(db, start, end)
    values = span(start, end) | {"rules": rules, "limit": limit + len(marked)}
    rows = sorted((row for each in _LONGESTS for row in each.rows(db, values)), reverse=True)
    return [number for _, number in rows if number not in marked][:limit]


def prices(db: Connection, start: datetime, end: datetime) -> list[tuple[Money, int, int]]:
    """Every price that calls which began in [start, end) had, how many had it, and the highest id of them."""
    rows = [row for each in _PRICES for row in each.rows(db, span(start, end))]
    return [(Money(*cost), number, last) for *cost, number, last in rows]


def ids_of_agent(db: Connection, start: datetime, end: datetime, agent: str) -> list[int]:
    """An agent's calls that began in [start, end), by id."""
    values = span(start, end) | {"agent": plain(agent)}
    return sorted(number for each in _OF_AGENTS for (number,) in each.rows(db, values))


def found(db: Connection, start: datetime, end: datetime) -> tuple[FoundInBrief, ...]:
    """What was found, and not taken back, about calls that began in [start, end) and about entries they made."""
    both = {each.id: each for query in _FOUND_OF for each in query.all_(db, span(start, end))}
    return tuple(both.values())


def readings_of(
    db: Connection, ids: Sequence[int], since: datetime, rules: int
) -> tuple[dict[int, CallReading], list[int]]:
    """As `readings`, of those of these calls that are kept and began since then."""
    rows = _READ_OF_SOME.rows(db, {"ids": listed(ids), "start": to_microseconds(since), "rules": rules})
    known = {number: _READINGS[flags] for number, flags in rows if flags is not None}
    for call in call_marks.of(db, tuple(known)):
        known[call] = replace(known[call], real=False)
    return known, [number for number, flags in rows if flags is None]


def found_about(db: Connection, ids: Sequence[int]) -> tuple[FoundInBrief, ...]:
    """As `found`, about these calls."""
    both = {each.id: each for query in _FOUND_OF_SOME for each in query.all_(db, {"ids": listed(ids)})}
    return tuple(both.values())


def entries(db: Connection, start: datetime, end: datetime) -> list[tuple[int, int]]:
    """The diary entries that calls which began in [start, end) made, each with its call, by id."""
    return sorted(_ENTRIES.rows(db, span(start, end)))


def _made(columns: Sequence[Sequence[Any]]) -> list[CallInBrief]:
    if not columns:
        return []
    costs = [None if each[0] is None else _money(*each) for each in zip(*columns[5:8], strict=True)]
    return _fill([*columns[:5], costs, list(map(_READINGS.get, columns[8]))])


def _unreal_if(call: CallInBrief, marked: frozenset[int]) -> CallInBrief:
    if call.id not in marked or call.reading is None:
        return call
    return replace(call, reading=replace(call.reading, real=False))
