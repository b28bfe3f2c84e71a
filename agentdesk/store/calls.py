"""Calls: read with everything said. Listing, taking in and adding up stand beside and are offered here too."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.call import Call
from agentdesk.domain.money import Money
from agentdesk.store.call_lists import count, page
from agentdesk.store.intake import put
from agentdesk.store.naming import assign_agents, unlisted_agents
from agentdesk.store.spoken import turns_of
from agentdesk.store.tables import call_words, calls
from agentdesk.store.totals import day_totals, rezone
from agentdesk.store.types import to_microseconds

__all__ = [
    "assign_agents",
    "between",
    "callers_between",
    "count",
    "day_totals",
    "first_and_last",
    "get",
    "ids_between",
    "many",
    "page",
    "put",
    "rezone",
    "unlisted_agents",
]

_SLICE = 500


_NARROW = (
    calls.c.id,
    calls.c.connection,
    calls.c.external_id,
    calls.c.agent,
    calls.c.agent_external_id,
    calls.c.started_at,
    calls.c.seconds,
    calls.c.caller,
    calls.c.outcome,
    calls.c.cost_minor,
    calls.c.cost_scale,
    calls.c.cost_currency,
    calls.c.turns,
    calls.c.final,
)
_WHOLE = sa.select(*_NARROW, call_words.c.words, call_words.c.marks).join_from(
    calls, call_words, call_words.c.call_id == calls.c.id
)


def get(db: Connection, number: int) -> Call | None:
    """One call with everything that was said."""
    found = db.execute(_WHOLE.where(calls.c.id == number)).first()
    return None if found is None else _call(found)


def many(db: Connection, ids: Sequence[int]) -> tuple[Call, ...]:
    """These calls with everything said, in the order asked for; ids that are not known are left out."""
    found: dict[int, Call] = {}
    for start in range(0, len(ids), _SLICE):
        for row in db.execute(_WHOLE.where(calls.c.id.in_(ids[start : start + _SLICE]))):
            found[row[0]] = _call(row)
    return tuple(found[each] for each in ids if each in found)


def between(db: Connection, start: datetime, end: datetime) -> Iterator[Call]:
    """Calls that started from `start` up to before `end`, oldest first, with everything said.

    Reads as it goes, so that any number of them fits into memory.
    """
    in_time = sa.and_(calls.c.started_at >= start, calls.c.started_at < end)
    moved = [_call(each) for each in db.execute(_WHOLE.where(sa.text("calls.moved"), in_time))]
    moved.sort(key=lambda each: (each.started_at, each.id))
    yield from heapq.merge(_in_place(db, start, end), moved, key=lambda each: (each.started_at, each.id))


def _in_place(db: Connection, start: datetime, end: datetime) -> Iterator[Call]:
    low, high = _id_range(start, end)
    in_time = sa.and_(calls.c.started_at >= start, calls.c.started_at < end)
    query = _WHOLE.where(~calls.c.moved, in_time, calls.c.id < high).order_by(calls.c.id).limit(_SLICE)
    while True:
        found = db.execute(query.where(calls.c.id > low)).all()
        yield from sorted(map(_call, found), key=lambda each: (each.started_at, each.id))
        if len(found) < _SLICE:
            return
        low = found[-1][0]


def first_and_last(db: Connection) -> tuple[datetime, datetime] | None:
    """When the oldest and the newest call started; None where there are none."""
    in_place = sa.select(calls.c.started_at).where(~calls.c.moved).limit(1)
    ends = [db.scalar(in_place.order_by(calls.c.id)), db.scalar(in_place.order_by(calls.c.id.desc()))]
    moved = sa.select(sa.func.min(calls.c.started_at), sa.func.max(calls.c.started_at)).where(sa.text("calls.moved"))
    known = [each for each in (*ends, *db.execute(moved).one()) if each is not None]
    return (min(known), max(known)) if known else None


def ids_between(db: Connection, start: datetime, end: datetime) -> tuple[int, ...]:
    """The calls that began in [start, end), oldest first."""
    found = _began(db, sa.select(calls.c.started_at, calls.c.id), start, end)
    return tuple(number for _, number in found)


def callers_between(
    db: Connection, start: datetime, end: datetime, agent: str | None = None
) -> tuple[tuple[int, datetime, str], ...]:
    """Answered calls with a number that began in [start, end), of one agent or of all: id, start, number."""
    query = sa.select(calls.c.started_at, calls.c.id, calls.c.caller)
    query = query.where(calls.c.caller.is_not(None), calls.c.turns > 0)
    if agent is not None:
        query = query.where(sa.func.coalesce(calls.c.agent, "") == agent)
    return tuple((number, at, caller) for at, number, caller in _began(db, query, start, end))


def _began(db: Connection, query: sa.Select[Any], start: datetime, end: datetime) -> list[Sequence[Any]]:
    """The query's rows for calls that began in [start, end), by start and id, which are its first columns."""
    low, high = _id_range(start, end)
    in_time = sa.and_(calls.c.started_at >= start, calls.c.started_at < end)
    in_place = db.execute(query.where(in_time, ~calls.c.moved, calls.c.id > low, calls.c.id < high))
    return sorted([*in_place, *db.execute(query.where(in_time, sa.text("calls.moved")))], key=lambda each: each[:2])


def _id_range(start: datetime, end: datetime) -> tuple[int, int]:
    """Below and above every id of a call that began in [start, end) and was not moved since."""
    return (to_microseconds(start) // 1000 << 20) - 1, (to_microseconds(end) // 1000 + 1) << 20


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
    )
