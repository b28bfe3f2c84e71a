"""Calls: read with everything said. Listing, taking in and adding up stand beside and are offered here too."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.call import Call, HandOver, ToolEntry
from agentdesk.domain.money import Money
from agentdesk.store.call_lists import COLUMNS, count, page
from agentdesk.store.codec import from_text
from agentdesk.store.connected_tables import call_tools
from agentdesk.store.intake import put
from agentdesk.store.naming import assign_agents, unlisted_agents
from agentdesk.store.outcome_tables import call_marks
from agentdesk.store.prepared import Prepared, among, listed, value
from agentdesk.store.spans import calls_in_place, calls_moved, id_range, span
from agentdesk.store.spoken import turns_of
from agentdesk.store.tables import call_words, calls
from agentdesk.store.totals import calls_per_agent, calls_per_day, costs, day_after, day_totals, rezone
from agentdesk.store.types import plain

__all__ = [
    "assign_agents",
    "between",
    "callers",
    "callers_between",
    "calls_per_agent",
    "calls_per_day",
    "costs",
    "count",
    "day_after",
    "day_totals",
    "first_and_last",
    "get",
    "ids_between",
    "latest_of",
    "many",
    "page",
    "put",
    "rezone",
    "unlisted_agents",
]

_SLICE = 500


_WHOLE = (
    sa.select(
        *COLUMNS,
        call_words.c.words,
        call_words.c.marks,
        calls.c.handover,
        calls.c.resolved,
        calls.c.agent_version,
        call_tools.c.body,
    )
    .join_from(calls, call_words, call_words.c.call_id == calls.c.id)
    .outerjoin(call_tools, call_tools.c.call_id == calls.c.id)
)


_ONE = Prepared(_WHOLE.where(calls.c.id == value("id", sa.BigInteger())))
_MANY = Prepared(_WHOLE.where(among(calls.c.id, "ids")))
_CALLERS = Prepared(sa.select(calls.c.id, calls.c.caller).where(among(calls.c.id, "ids")))
_MOVED = sa.text("calls.moved")
_IN_PLACE = Prepared(_WHOLE.where(calls_in_place()).order_by(calls.c.id).limit(value("limit", sa.Integer())))
_ELSEWHERE = Prepared(_WHOLE.where(calls_moved()))
_STARTS = sa.select(calls.c.started_at).where(~calls.c.moved).limit(sa.literal_column("1"))
_ENDS = tuple(
    map(
        Prepared,
        (
            _STARTS.order_by(calls.c.id),
            _STARTS.order_by(calls.c.id.desc()),
            sa.select(sa.func.min(calls.c.started_at)).where(_MOVED),
            sa.select(sa.func.max(calls.c.started_at)).where(_MOVED),
        ),
    )
)
_OF_AGENT = sa.select(calls.c.started_at).where(calls.c.agent == value("agent", sa.Text()))
_LATEST_OF = Prepared(_OF_AGENT.order_by(calls.c.id.desc()).limit(sa.literal_column("1")))


def get(db: Connection, number: int) -> Call | None:
    """One call with everything that was said."""
    return next(map(_call, _ONE.read(db, {"id": number})), None)


def many(db: Connection, ids: Sequence[int]) -> tuple[Call, ...]:
    """These calls with everything said, in the order asked for; ids that are not known are left out."""
    found: dict[int, Call] = {}
    for start in range(0, len(ids), _SLICE):
        found |= {row[0]: _call(row) for row in _MANY.read(db, {"ids": listed(ids[start : start + _SLICE])})}
    return tuple(found[each] for each in ids if each in found)


def between(db: Connection, start: datetime, end: datetime) -> Iterator[Call]:
    """Calls that started from `start` up to before `end`, oldest first, with everything said.

    Reads as it goes, so that any number of them fits into memory.
    """
    moved = [_call(each) for each in _ELSEWHERE.read(db, span(start, end))]
    moved.sort(key=lambda each: (each.started_at, each.id))
    yield from heapq.merge(_in_place(db, start, end), moved, key=lambda each: (each.started_at, each.id))


def _in_place(db: Connection, start: datetime, end: datetime) -> Iterator[Call]:
    values = span(start, end) | {"limit": _SLICE}
    while True:
        found = _IN_PLACE.read(db, values)
        yield from sorted(map(_call, found), key=lambda each: (each.started_at, each.id))
        if len(found) < _SLICE:
            return
        values["low"] = found[-1][0]


def first_and_last(db: Connection) -> tuple[datetime, datetime] | None:
    """When the oldest and the newest call started; None where there are none."""
    known = [at for each in _ENDS for (at,) in each.read(db, {}) if at is not None]
    return (min(known), max(known)) if known else None


def latest_of(db: Connection, agent: str) -> datetime | None:
    """When the newest call of an agent of the list started; None where it has none."""
    return next((at for (at,) in _LATEST_OF.read(db, {"agent": plain(agent)})), None)


def ids_between(db: Connection, start: datetime, end: datetime) -> tuple[int, ...]:
    """The calls that began in [start, end), oldest first."""
    found = _began(db, sa.select(calls.c.started_at, calls.c.id), start, end)
    return tuple(number for _, number in found)


def callers(db: Connection, ids: Collection[int]) -> dict[int, str | None]:
    """The number that rang at each of these calls, None where it was withheld; ids that are not known are left out."""
    return dict(_CALLERS.rows(db, {"ids": listed(ids)}))


def callers_between(
    db: Connection, start: datetime, end: datetime, agent: str | None = None
) -> tuple[tuple[int, datetime, str], ...]:
    """Calls with a number, answered or not, that began in [start, end), of one agent or of all: id, start, number.

    Without those that somebody said were not real.
    """
    query = sa.select(calls.c.started_at, calls.c.id, calls.c.caller)
    query = query.where(calls.c.caller.is_not(None))
    query = query.where(calls.c.id.not_in(sa.select(call_marks.c.call_id)))
    if agent is not None:
        query = query.where(sa.func.coalesce(calls.c.agent, "") == agent)
    return tuple((number, at, caller) for at, number, caller in _began(db, query, start, end))


def began_between(db: Connection, start: datetime, end: datetime, connection: str) -> tuple[datetime, ...]:
    """When the calls of a connection began, in [start, end), oldest first."""
    query = sa.select(calls.c.started_at, calls.c.id).where(calls.c.connection == connection)
    return tuple(at for at, _ in _began(db, query, start, end))


def _began(db: Connection, query: sa.Select[Any], start: datetime, end: datetime) -> list[Sequence[Any]]:
    """The query's rows for calls that began in [start, end), by start and id, which are its first columns."""
    low, high = id_range(start, end)
    in_time = sa.and_(calls.c.started_at >= start, calls.c.started_at < end)
    in_place = db.execute(query.where(in_time, ~calls.c.moved, calls.c.id > low, calls.c.id < high))
    return sorted([*in_place, *db.execute(query.where(in_time, sa.text("calls.moved")))], key=lambda each: each[:2])


def _call(found: Sequence[Any]) -> Call:
    minor, scale, currency = found[9:12]
    return Call(
        id=found[0],
        connection=found[1],
        external_id=found[2],
        agent=found[3],
        agent_external_id=found[4],
        started_at=found[5],
        seconds=found[6],
        caller=found[7],
        turns=turns_of(found[14], found[15]) if found[12] else (),
        cost=None if minor is None else Money(minor, scale, currency),
        outcome=found[8],
        final=found[13],
        handover=None if found[16] is None else HandOver(found[16]),
        resolved=None if found[17] is None else bool(found[17]),
        agent_version=found[18],
        tools=() if found[19] is None else from_text(found[19], tuple[ToolEntry, ...]),
    )
