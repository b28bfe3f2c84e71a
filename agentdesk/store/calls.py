"""Calls: listed, found and read newest first. Taking in and adding up stand beside and are offered here too."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.call import Call
from agentdesk.domain.finding import FindingStatus, Severity
from agentdesk.domain.lists import CallFilter, CallRow
from agentdesk.domain.money import Money
from agentdesk.store import search, totals
from agentdesk.store.intake import put
from agentdesk.store.naming import assign_agents, unlisted_agents
from agentdesk.store.spoken import turns_of
from agentdesk.store.tables import call_words, calls, findings
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
_WORST_FIRST = (Severity.RED, Severity.AMBER, Severity.NOTE)


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


def page(db: Connection, wanted: CallFilter, before: int | None, limit: int) -> tuple[CallRow, ...]:
    """The newest calls that fit, by descending id; those before the id `before` where it is given."""
    if wanted.ids is None:
        return _with_findings(db, _rows(db, wanted, before, limit))
    return _with_findings(db, _among(db, wanted, wanted.ids, before, limit))


def _among(db: Connection, wanted: CallFilter, ids: frozenset[int], before: int | None, limit: int) -> list[CallRow]:
    rest = sorted((each for each in ids if before is None or each < before), reverse=True)
    rows: list[CallRow] = []
    while rest and len(rows) < limit:
        rows += _rows(db, wanted, None, limit - len(rows), rest[:_SLICE])
        rest = rest[_SLICE:]
    return rows


def _rows(
    db: Connection, wanted: CallFilter, before: int | None, limit: int, ids: Sequence[int] | None = None
) -> list[CallRow]:
    conditions = _conditions(db, wanted)
    if conditions is None:
        return []
    words = search.matching(wanted.words)
    if ids is not None:
        conditions.append(calls.c.id.in_(ids))
    if words is not None:
        query = sa.select(*_NARROW, search.snippet()).select_from(_found()).where(words)
        number: sa.ColumnElement[int] = search.rowid
    elif wanted.with_findings:
        query = sa.select(*_NARROW).select_from(_OPEN.join(calls, calls.c.id == _OPEN.c.call))
        number = _OPEN.c.call
    else:
        query = sa.select(*_NARROW)
        number = calls.c.id
    if before is not None:
        conditions.append(number < before)
    found = db.execute(query.where(*conditions).order_by(number.desc()).limit(limit))
    return [_row(each) for each in found]


_OPEN = (
    sa.select(findings.c.call)
    .where(sa.text("status = 'open'"), findings.c.call.is_not(None))
    .distinct()
    .subquery("open_findings")
)


def _found() -> sa.FromClause:
    return search.call_index.join(calls, calls.c.id == search.rowid)


def _conditions(db: Connection, wanted: CallFilter) -> list[sa.ColumnElement[bool]] | None:
    """The filter in SQL, without its words and ids. None where no call can fit."""
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.first is not None or wanted.last is not None:
        first, last = wanted.first or date.min, wanted.last or date.max
        bounds = _bounds(db, first, last)
        if bounds is None:
            return None
        number = search.rowid if search.matching(wanted.words) is not None else calls.c.id
        conditions += [number.between(*bounds), _unindexed(calls.c.day).between(first, last)]
    if wanted.agent is not None:
        conditions.append(calls.c.agent == wanted.agent)
    if wanted.outcome is not None:
        conditions.append(calls.c.outcome == wanted.outcome)
    if wanted.answered is not None:
        conditions.append(calls.c.turns > 0 if wanted.answered else sa.literal_column("calls.turns") == sa.text("0"))
    if wanted.with_findings and search.matching(wanted.words) is not None:
        conditions.append(sa.exists().where(findings.c.call == calls.c.id, sa.text("status = 'open'")))
    return conditions


def _unindexed(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    # Else SQLite walks the days' index and sorts all of it, where the ids are in order already.
    return sa.func.coalesce(column, column, type_=column.type)


def _bounds(db: Connection, first: date, last: date) -> tuple[int, int] | None:
    """The lowest and the highest id on these days: ids rise with time, so that a range of days is one of ids.

    A call whose start was corrected keeps its id, so those few widen the range.
    """
    in_place = (~calls.c.moved).self_group()
    on_days = sa.and_(calls.c.moved, calls.c.day.between(first, last))
    ends = db.execute(
        sa.select(
            sa.select(calls.c.id)
            .where(calls.c.day >= first, in_place)
            .order_by(calls.c.day, calls.c.id)
            .limit(1)
            .scalar_subquery(),
            sa.select(calls.c.id)
            .where(calls.c.day <= last, in_place)
            .order_by(calls.c.day.desc(), calls.c.id.desc())
            .limit(1)
            .scalar_subquery(),
            sa.select(sa.func.min(calls.c.id)).where(on_days).scalar_subquery(),
            sa.select(sa.func.max(calls.c.id)).where(on_days).scalar_subquery(),
        )
    ).one()
    low = [each for each in (ends[0], ends[2]) if each is not None]
    high = [each for each in (ends[1], ends[3]) if each is not None]
    return (min(low), max(high)) if low and high else None


def _row(found: Sequence[Any]) -> CallRow:
    minor, scale, currency = found[9:12]
    snippet = found[14].replace(search.GAP, " · ") if len(found) > len(_NARROW) else None
    return CallRow(
        id=found[0],
        connection=found[1],
        external_id=found[2],
        agent=found[3],
        agent_external_id=found[4],
        started_at=found[5],
        seconds=found[6],
        caller=found[7],
        outcome=found[8],
        cost=None if minor is None else Money(minor, scale, currency),
        turns=found[12],
        final=found[13],
        snippet=snippet,
    )


def _with_findings(db: Connection, rows: Sequence[CallRow]) -> tuple[CallRow, ...]:
    if not rows:
        return ()
    counted: dict[int, list[Severity]] = {}
    for start in range(0, len(rows), _SLICE):
        ids = [each.id for each in rows[start : start + _SLICE]]
        for call, severity in db.execute(
            sa.select(findings.c.call, findings.c.severity).where(
                findings.c.call.in_(ids), findings.c.status == FindingStatus.OPEN
            )
        ):
            counted.setdefault(call, []).append(Severity(severity))
    if not counted:
        return tuple(rows)
    return tuple(
        replace(each, findings=len(mine), worst=min(mine, key=_WORST_FIRST.index))
        if (mine := counted.get(each.id))
        else each
        for each in rows
    )


def count(db: Connection, wanted: CallFilter) -> int:
    """How many calls fit. By days and agent alone it is read from the days' totals."""
    if wanted == CallFilter(wanted.first, wanted.last, wanted.agent, answered=wanted.answered):
        return totals.count(db, wanted.first, wanted.last, wanted.agent, wanted.answered)
    conditions = _conditions(db, wanted)
    if conditions is None:
        return 0
    words = search.matching(wanted.words)
    if words is not None:
        source = _found() if conditions or wanted.ids is not None else search.call_index
        query = sa.select(sa.func.count()).select_from(source).where(words, *conditions)
    elif wanted.with_findings:
        query = sa.select(sa.func.count()).select_from(_OPEN.join(calls, calls.c.id == _OPEN.c.call)).where(*conditions)
    else:
        query = sa.select(sa.func.count()).select_from(calls).where(*conditions)
    if wanted.ids is None:
        return int(db.execute(query).scalar_one())
    ids = sorted(wanted.ids)
    slices = (ids[start : start + _SLICE] for start in range(0, len(ids), _SLICE))
    return sum(int(db.execute(query.where(calls.c.id.in_(each))).scalar_one()) for each in slices)


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
    moved = [_call(each) for each in db.execute(_WHOLE.where(sa.text("moved"), in_time))]
    moved.sort(key=lambda each: (each.started_at, each.id))
    yield from heapq.merge(_in_place(db, start, end), moved, key=lambda each: (each.started_at, each.id))


def _in_place(db: Connection, start: datetime, end: datetime) -> Iterator[Call]:
    low, high = (to_microseconds(start) // 1000 << 20) - 1, (to_microseconds(end) // 1000 + 1) << 20
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
    ends = sa.or_(
        calls.c.id.in_([sa.select(sa.func.min(calls.c.id)).scalar_subquery()]),
        calls.c.id.in_([sa.select(sa.func.max(calls.c.id)).scalar_subquery()]),
        sa.text("moved"),
    )
    first, last = db.execute(
        sa.select(sa.func.min(calls.c.started_at), sa.func.max(calls.c.started_at)).where(ends)
    ).one()
    return None if first is None else (first, last)


def ids_between(db: Connection, start: datetime, end: datetime) -> tuple[int, ...]:
    """The calls that began in [start, end), oldest first."""
    return tuple(each.id for each in between(db, start, end))


def callers_between(
    db: Connection, start: datetime, end: datetime, agent: str | None = None
) -> tuple[tuple[int, datetime, str], ...]:
    """Answered calls with a number that began in [start, end), of one agent or of all: id, start, number."""
    query = sa.select(calls.c.id, calls.c.started_at, calls.c.caller).where(
        calls.c.started_at >= start, calls.c.started_at < end, calls.c.caller.is_not(None), calls.c.turns > 0
    )
    if agent is not None:
        query = query.where(calls.c.agent == agent)
    return tuple((number, at, caller) for number, at, caller in db.execute(query.order_by(calls.c.id)))


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
