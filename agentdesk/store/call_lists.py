"""The list of calls: a filter becomes one statement, which reads little more than the rows it shows.

Ids rise with time. So newest first needs no sorting, and a range of days is a range of ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.finding import Severity
from agentdesk.domain.lists import CallFilter, CallRow
from agentdesk.domain.money import Money
from agentdesk.store import search, totals
from agentdesk.store.prepared import Prepared, value
from agentdesk.store.tables import calls, findings
from agentdesk.store.types import from_microseconds, plain

_SLICE = 500
_WORST_FIRST = (Severity.RED, Severity.AMBER, Severity.NOTE)
# In these words, so that the planner sees that the index of open ones will do.
_OPEN = sa.text("findings.status = 'open'")
_about = findings.alias("about")
_IS_OPEN = sa.and_(_OPEN, findings.c.call.is_not(None))
_HAS_OPEN = sa.exists().where(_OPEN, findings.c.call == calls.c.id)
_MOVED = sa.text("calls.moved")


class _Shape(NamedTuple):
    """What a statement's wording depends on; everything else goes in as values."""

    before: bool
    days: bool
    agent: bool
    outcome: bool
    answered: bool | None
    words: bool
    with_findings: bool
    ids: int
    """How many; 0: not asked for by id."""


def page(db: Connection, wanted: CallFilter, before: int | None, limit: int) -> tuple[CallRow, ...]:
    """The newest calls that fit, by descending id; those before the id `before` where it is given."""
    if wanted.ids is None:
        return tuple(_page(db, wanted, before, limit))
    rest = sorted((each for each in wanted.ids if before is None or each < before), reverse=True)
    rows: list[CallRow] = []
    while rest and len(rows) < limit:
        rows += _page(db, wanted, None, limit - len(rows), rest[:_SLICE])
        rest = rest[_SLICE:]
    return tuple(rows)


def count(db: Connection, wanted: CallFilter) -> int:
    """How many calls fit. By days and agent alone it is read from the days' totals."""
    if wanted == CallFilter(wanted.first, wanted.last, wanted.agent, answered=wanted.answered):
        return totals.count(db, wanted.first, wanted.last, wanted.agent, wanted.answered)
    ids = None if wanted.ids is None else sorted(wanted.ids)
    parts = [()] if ids is None else [tuple(ids[start : start + _SLICE]) for start in range(0, len(ids), _SLICE)]
    return sum(int(_counting(_shape(wanted, None, part)).rows(db, _values(wanted, None, part))[0][0]) for part in parts)


def _page(db: Connection, wanted: CallFilter, before: int | None, limit: int, ids: Sequence[int] = ()) -> list[CallRow]:
    found = _listing(_shape(wanted, before, ids)).rows(db, {**_values(wanted, before, ids), "limit": limit})
    return [_row(*each) for each in found]


def _row(
    number: int,
    connection: str,
    external_id: str,
    agent: str | None,
    source: str | None,
    started_at: int,
    seconds: float | None,
    caller: str | None,
    outcome: str | None,
    minor: int | None,
    scale: int,
    currency: str,
    turns: int,
    final: int,
    open_findings: str | None,
    snippet: str | None = None,
) -> CallRow:
    cost = None if minor is None else Money(minor, scale, currency)
    if snippet is not None:
        snippet = snippet.replace(search.GAP, " · ")
    found = open_findings.split(",") if open_findings else ()
    return CallRow(
        number,
        connection,
        external_id,
        agent,
        source,
        from_microseconds(started_at),
        seconds,
        caller,
        outcome,
        cost,
        turns,
        final == 1,
        snippet,
        len(found),
        next((each for each in _WORST_FIRST if each in found), None) if found else None,
    )


def _shape(wanted: CallFilter, before: int | None, ids: Sequence[int]) -> _Shape:
    return _Shape(
        before is not None,
        wanted.first is not None or wanted.last is not None,
        wanted.agent is not None,
        wanted.outcome is not None,
        wanted.answered,
        search.literally(wanted.words) is not None,
        wanted.with_findings,
        len(ids),
    )


def _values(wanted: CallFilter, before: int | None, ids: Sequence[int]) -> dict[str, object]:
    values: dict[str, object] = {
        "before": before,
        "first": (wanted.first or date.min).isoformat(),
        "last": (wanted.last or date.max).isoformat(),
        "agent": wanted.agent and plain(wanted.agent),
        "outcome": wanted.outcome and plain(wanted.outcome),
        "words": search.literally(wanted.words),
    }
    return values | {f"id_{place}": each for place, each in enumerate(ids)}


_COLUMNS = (
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
    sa.select(sa.func.aggregate_strings(_about.c.severity, ","))
    .where(_about.c.call == calls.c.id, sa.text("about.status = 'open'"))
    .scalar_subquery(),
)


@lru_cache(maxsize=256)
def _listing(shape: _Shape) -> Prepared:
    columns = (*_COLUMNS, search.snippet()) if shape.words else _COLUMNS
    query = sa.select(*columns).select_from(_source(shape)).where(*_conditions(shape))
    if shape.with_findings and not shape.words:
        query = query.group_by(_number(shape))
    return Prepared(query.order_by(_number(shape).desc()).limit(value("limit", sa.Integer())))


@lru_cache(maxsize=256)
def _counting(shape: _Shape) -> Prepared:
    counted = sa.func.count(_number(shape).distinct()) if shape.with_findings else sa.func.count()
    return Prepared(sa.select(counted).select_from(_source(shape)).where(*_conditions(shape)))


def _number(shape: _Shape) -> sa.ColumnElement[int]:
    """The id, in the table that is walked."""
    if shape.words:
        return search.rowid
    return findings.c.call if shape.with_findings else calls.c.id


def _source(shape: _Shape) -> sa.FromClause:
    if shape.words:
        return search.call_index.join(calls, calls.c.id == search.rowid)
    return findings.join(calls, calls.c.id == findings.c.call) if shape.with_findings else calls


def _conditions(shape: _Shape) -> list[sa.ColumnElement[bool]]:
    number = _number(shape)
    # What was said, or what was found, leads; then no other index may, or everything would have to be sorted.
    led = shape.words or shape.with_findings
    agent, outcome, turns = ((_unindexed(each) if led else each) for each in (_AGENT, _OUTCOME, _TURNS))
    conditions: list[sa.ColumnElement[bool]] = []
    if shape.words:
        conditions.append(search.matches(value("words", sa.Text())))
    if shape.before:
        conditions.append(number < value("before", sa.BigInteger()))
    if shape.days:
        first, last = value("first", sa.Text()), value("last", sa.Text())
        conditions += [number.between(*_bounds()), _unindexed(calls.c.day).between(first, last)]
    if shape.agent:
        conditions.append(agent == value("agent", sa.Text()))
    if shape.outcome:
        conditions.append(outcome == value("outcome", sa.Text()))
    if shape.answered is not None:
        conditions.append(turns > sa.literal_column("0") if shape.answered else turns == sa.literal_column("0"))
    if shape.with_findings:
        conditions.append(_HAS_OPEN if shape.words else _IS_OPEN)
    if shape.ids:
        conditions.append(number.in_([value(f"id_{place}", sa.BigInteger()) for place in range(shape.ids)]))
    return conditions


_AGENT, _OUTCOME, _TURNS = calls.c.agent, calls.c.outcome, calls.c.turns


def _unindexed(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The column, hidden from the planner: it would take its index and sort what is in order already."""
    return sa.func.coalesce(column, column, type_=column.type)


def _bounds() -> tuple[sa.ColumnElement[int], sa.ColumnElement[int]]:
    """The lowest and the highest id on the days from `first` to `last`; no row where there is no call on them.

    A call whose start was corrected keeps its id, so those few widen the range.
    """
    first, last = value("first", sa.Text()), value("last", sa.Text())
    in_place = ~calls.c.moved
    lowest = sa.select(calls.c.id).where(calls.c.day >= first, in_place).order_by(calls.c.day, calls.c.id).limit(1)
    highest = sa.select(calls.c.id).where(calls.c.day <= last, in_place)
    highest = highest.order_by(calls.c.day.desc(), calls.c.id.desc()).limit(1)
    on_days = (_MOVED, calls.c.day.between(first, last))
    ends = []
    for pick, end in ((sa.func.min, lowest), (sa.func.max, highest)):
        moved = sa.select(pick(calls.c.id).label("id")).where(*on_days)
        both = sa.union_all(sa.select(end.subquery().c.id), moved).subquery()
        ends.append(sa.select(pick(both.c.id)).scalar_subquery())
    return ends[0], ends[1]
