"""The list of calls: a filter becomes one statement, which reads little more than the rows it shows.

Ids rise with time. So newest first needs no sorting, and a range of days is a range of ids.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.finding import Severity
from agentdesk.domain.lists import CallFilter, CallRow
from agentdesk.domain.money import Money
from agentdesk.store import search, totals
from agentdesk.store.prepared import Prepared, at_most, value
from agentdesk.store.tables import calls, findings
from agentdesk.store.types import plain

_SLICE = 500
_ID_NAMES = tuple(f"id_{place}" for place in range(_SLICE))
_SEVERITIES = {each.value: each for each in Severity}
_WORST_FIRST = (Severity.RED, Severity.AMBER, Severity.NOTE)
# In these words, so that the planner sees that the index of open ones will do.
_OPEN = sa.text("findings.status = 'open'")
_IS_OPEN = sa.and_(_OPEN, findings.c.call.is_not(None))
_HAS_OPEN = sa.exists().where(_OPEN, findings.c.call == calls.c.id)
_NOTHING = 0, None
_mark = calls.alias("mark")
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

    @property
    def only_days(self) -> bool:
        """Whether the index of days alone has the calls in order."""
        return (
            self.days
            and not any((self.agent, self.outcome, self.words, self.with_findings, self.ids))
            and (self.answered is None)
        )


def page(db: Connection, wanted: CallFilter, before: int | None, limit: int) -> tuple[CallRow, ...]:
    """The newest calls that fit, by descending id; those before the id `before` where it is given."""
    if wanted.ids is None:
        return tuple(_page(db, wanted, before, limit))
    ids = wanted.ids if before is None else [each for each in wanted.ids if each < before]
    rest = sorted(ids, reverse=True)
    rows: list[CallRow] = []
    some = min(limit, _SLICE)
    while rest and len(rows) < limit:
        rows += _page(db, wanted, None, limit - len(rows), rest[:some])
        rest, some = rest[some:], _SLICE
    return tuple(rows)


def count(db: Connection, wanted: CallFilter) -> int:
    """How many calls fit. By days and agent alone it is read from the days' totals."""
    if wanted == CallFilter(wanted.first, wanted.last, wanted.agent, answered=wanted.answered):
        return totals.count(db, wanted.first, wanted.last, wanted.agent, wanted.answered)
    ids = None if wanted.ids is None else sorted(wanted.ids)
    parts = [()] if ids is None else [tuple(ids[start : start + _SLICE]) for start in range(0, len(ids), _SLICE)]
    return sum(int(_counting(_shape(wanted, None, part)).rows(db, _values(wanted, None, part))[0][0]) for part in parts)


def _page(db: Connection, wanted: CallFilter, before: int | None, limit: int, ids: Sequence[int] = ()) -> list[CallRow]:
    shape = _shape(wanted, before, ids)
    columns = _listing(shape, limit).columns(db, _values(wanted, before, ids))
    if not columns:
        return []
    *told, minor, scale, currency, turns, final, snippets = columns
    costs = [None if each[0] is None else _money(*each) for each in zip(minor, scale, currency, strict=True)]
    words = [each and each.replace(search.GAP, " · ") for each in snippets]
    standing = _standing(db, columns[0])
    found, worst = zip(*(standing.get(each, _NOTHING) for each in columns[0]), strict=True)
    return list(map(_new_row, zip(*told, costs, turns, final, words, found, worst, strict=True)))


# Half the time of naming the fields, and every list makes these.
_new_row: Callable[[tuple[Any, ...]], CallRow] = partial(tuple.__new__, CallRow)
# Many calls cost the same.
_money = lru_cache(maxsize=4096)(Money)


def _standing(db: Connection, ids: Sequence[int]) -> dict[int, tuple[int, Severity]]:
    """How many findings are open about each of these calls, and the worst of them; nothing where none is."""
    found: dict[int, tuple[int, Severity]] = {}
    for start in range(0, len(ids), _SLICE):
        some = ids[start : start + _SLICE]
        for call, word in _open_about(len(some)).rows_for(db, some):
            number, worst = found.get(call, (0, Severity.NOTE))
            found[call] = number + 1, min(worst, _SEVERITIES[word], key=_WORST_FIRST.index)
    return found


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
    values: dict[str, object] = {"before": before, "words": search.literally(wanted.words)}
    if wanted.first is not None or wanted.last is not None:
        values["first"] = (wanted.first or date.min).isoformat()
        values["last"] = (wanted.last or date.max).isoformat()
    if wanted.agent is not None:
        values["agent"] = plain(wanted.agent)
    if wanted.outcome is not None:
        values["outcome"] = plain(wanted.outcome)
    values.update(zip(_ID_NAMES[: len(ids)], ids, strict=True))
    return values


COLUMNS = (
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
"""What there is of a call besides its words."""


@lru_cache(maxsize=64)
def _open_about(number: int) -> Prepared:
    ids = [value(each, sa.BigInteger()) for each in _ID_NAMES[:number]]
    return Prepared(sa.select(findings.c.call, findings.c.severity).where(_OPEN, findings.c.call.in_(ids)))


@lru_cache(maxsize=256)
def _listing(shape: _Shape, limit: int) -> Prepared:
    columns = (*COLUMNS, search.snippet() if shape.words else sa.null())
    query = sa.select(*columns).select_from(_source(shape)).where(*_conditions(shape))
    if shape.with_findings and not shape.words:
        query = query.group_by(_number(shape))
    order = (calls.c.day, calls.c.id) if shape.only_days else (_number(shape),)
    return Prepared(at_most(query.order_by(*(each.desc() for each in order)), limit))


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
    if shape.only_days:
        conditions.append(calls.c.day.between(*_DAYS))
        if shape.before:
            start = sa.select(_mark.c.day).where(_mark.c.id == value("before", sa.BigInteger())).scalar_subquery()
            place = sa.tuple_(start, value("before", sa.BigInteger()))
            conditions.append(sa.tuple_(calls.c.day, calls.c.id) < place)
        return conditions
    if shape.words:
        conditions.append(search.matches(value("words", sa.Text())))
    if shape.before:
        conditions.append(number < value("before", sa.BigInteger()))
    if shape.days:
        conditions += [number.between(*_bounds()), _unindexed(calls.c.day).between(*_DAYS)]
    if shape.agent:
        conditions.append(agent == value("agent", sa.Text()))
    if shape.outcome:
        conditions.append(outcome == value("outcome", sa.Text()))
    if shape.answered is not None:
        conditions.append(turns > sa.literal_column("0") if shape.answered else turns == sa.literal_column("0"))
    if shape.with_findings:
        conditions.append(_HAS_OPEN if shape.words else _IS_OPEN)
    if shape.ids:
        conditions.append(number.in_([value(each, sa.BigInteger()) for each in _ID_NAMES[: shape.ids]]))
    return conditions


_DAYS = value("first", sa.Text()), value("last", sa.Text())
_AGENT, _OUTCOME, _TURNS = calls.c.agent, calls.c.outcome, calls.c.turns


def _unindexed(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The column, hidden from the planner: it would take its index and sort what is in order already."""
    return sa.func.coalesce(column, column, type_=column.type)


def _bounds() -> tuple[sa.ColumnElement[int], sa.ColumnElement[int]]:
    """The lowest and the highest id on the days from `first` to `last`; no row where there is no call on them.

    A call whose start was corrected keeps its id, so those few widen the range.
    """
    in_place = ~calls.c.moved
    after = sa.select(calls.c.id).where(calls.c.day >= _DAYS[0], in_place).order_by(calls.c.day, calls.c.id)
    until = sa.select(calls.c.id).where(calls.c.day <= _DAYS[1], in_place)
    lowest, highest = at_most(after, 1), at_most(until.order_by(calls.c.day.desc(), calls.c.id.desc()), 1)
    on_days = (_MOVED, calls.c.day.between(*_DAYS))
    ends = []
    for pick, end in ((sa.func.min, lowest), (sa.func.max, highest)):
        moved = sa.select(pick(calls.c.id).label("id")).where(*on_days)
        both = sa.union_all(sa.select(end.subquery().c.id), moved).subquery()
        ends.append(sa.select(pick(both.c.id)).scalar_subquery())
    return ends[0], ends[1]
