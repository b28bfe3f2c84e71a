"""Calls added up by day, kept with every change, so that no figure on the first screen reads the calls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.clock import day_of, start_of_day
from agentdesk.domain.lists import DayTotal
from agentdesk.domain.money import Money, total
from agentdesk.store import bookings, findings
from agentdesk.store.prepared import Prepared, value
from agentdesk.store.tables import calls
from agentdesk.store.tables import day_totals as table
from agentdesk.store.types import plain, to_microseconds

Group = tuple[date, str, str, str, str, int]
"""Day, agent, connection, the service's id of the agent, currency, scale: the key of a row."""
Sums = tuple[int, int, int, int]
"""Calls, answered, milliseconds, minor units of money."""

_SUMS = ("calls", "answered", "milliseconds", "minor")
_NEW = sqlite.insert(table)
_ADD = _NEW.on_conflict_do_update(
    index_elements=list(table.primary_key),
    set_={each: table.c[each] + _NEW.excluded[each] for each in _SUMS},
)


def day_after(db: Connection, day: date) -> date | None:
    """The next day on which anybody rang; None after the last."""
    found: date | None = db.execute(sa.select(sa.func.min(table.c.day)).where(table.c.day > day)).scalar_one()
    return found


def milliseconds(seconds: float | None) -> int:
    """Whole milliseconds, so that sums are exact in whatever order they are made."""
    return int(seconds * 1000 + 0.5) if seconds else 0


def change(db: Connection, by: Mapping[Group, Sums]) -> None:
    """Adds to the totals; what is taken away is added with a minus."""
    names = [each.name for each in table.columns]
    rows = [dict(zip(names, (*group, *sums), strict=True)) for group, sums in by.items() if any(sums)]
    if rows:
        db.execute(_ADD, rows)
        if any(sums[0] <= 0 for sums in by.values()):
            db.execute(sa.delete(table).where(table.c.calls == 0))


def rebuild(db: Connection) -> None:
    """Adds everything up anew from the calls."""
    db.execute(sa.delete(table))
    db.execute(sa.insert(table).from_select([each.name for each in table.columns], from_calls()))


def from_calls() -> sa.Select[Any]:
    """What the totals must be, asked of the calls themselves."""
    nothing = sa.literal("")
    key = (
        calls.c.day,
        sa.func.coalesce(calls.c.agent, nothing),
        calls.c.connection,
        sa.func.coalesce(calls.c.agent_external_id, nothing),
        sa.func.coalesce(calls.c.cost_currency, nothing),
        sa.func.coalesce(calls.c.cost_scale, 0),
    )
    return sa.select(
        *key,
        sa.func.count(),
        sa.func.sum(sa.case((calls.c.turns > 0, 1), else_=0)),
        sa.func.sum(sa.cast(sa.func.coalesce(calls.c.seconds, 0) * 1000 + 0.5, sa.BigInteger)),
        sa.func.sum(sa.func.coalesce(calls.c.cost_minor, 0)),
    ).group_by(*key)


_DAYS = table.c.day.between(value("first", sa.Text()), value("last", sa.Text()))
_LISTED = sa.select(*(table.c[each] for each in ("day", "agent", *_SUMS, "scale", "currency"))).where(_DAYS)
_IN_ORDER = table.c.day, table.c.agent
_ALL = Prepared(_LISTED.order_by(*_IN_ORDER))
_OF_AGENT = Prepared(_LISTED.where(table.c.agent == value("agent", sa.Text())).order_by(*_IN_ORDER))
_PER_AGENT = Prepared(sa.select(table.c.agent, sa.func.sum(table.c.calls)).where(_DAYS).group_by(table.c.agent))
_PER_DAY = Prepared(sa.select(table.c.day, sa.func.sum(table.c.calls)).where(_DAYS).group_by(table.c.day))
_COSTS = Prepared(
    sa.select(sa.func.sum(table.c.minor), table.c.scale, table.c.currency)
    .where(_DAYS, table.c.currency != "")
    .group_by(table.c.currency, table.c.scale)
    .order_by(sa.func.min(table.c.day), table.c.currency)
)


def day_totals(db: Connection, first: date, last: date, agent: str | None = None) -> tuple[DayTotal, ...]:
    """Every day from `first` to `last` that had calls, by day and agent; of one agent where one is named."""
    values = _days(first, last)
    found = _ALL.read(db, values) if agent is None else _OF_AGENT.read(db, {**values, "agent": plain(agent)})
    return tuple(
        DayTotal(
            day,
            name or None,
            sum(each[2] for each in rows),
            sum(each[3] for each in rows),
            sum(each[4] for each in rows) / 1000,
            total(Money(*each[5:]) for each in rows if each[7]),
        )
        for (day, name), group in groupby(found, key=itemgetter(0, 1))
        for rows in (list(group),)
    )


def calls_per_agent(db: Connection, first: date, last: date) -> dict[str | None, int]:
    """How many calls each agent took on these days; None: calls without an agent of the list."""
    return {agent or None: number for agent, number in _PER_AGENT.rows(db, _days(first, last))}


def calls_per_day(db: Connection, first: date, last: date) -> dict[date, int]:
    """How many calls there were on each of these days that had any."""
    return dict(_PER_DAY.read(db, _days(first, last)))


def costs(db: Connection, first: date, last: date) -> tuple[Money, ...]:
    """What the calls of these days cost, by currency."""
    return total(Money(*each) for each in _COSTS.rows(db, _days(first, last)))


def count(db: Connection, first: date | None, last: date | None, agent: str | None, answered: bool | None) -> int:
    """How many calls, of the days and the agent given, answered or not."""
    values = _days(first or date.min, last or date.max)
    return int(_counting(agent is not None, answered).rows(db, {**values, "agent": agent and plain(agent)})[0][0])


@lru_cache
def _counting(of_agent: bool, answered: bool | None) -> Prepared:
    wanted: sa.ColumnElement[int] = table.c.calls
    if answered is not None:
        wanted = table.c.answered if answered else table.c.calls - table.c.answered
    query = sa.select(sa.func.coalesce(sa.func.sum(wanted), sa.literal_column("0"))).where(_DAYS)
    return Prepared(query.where(table.c.agent == value("agent", sa.Text())) if of_agent else query)


def _days(first: date, last: date) -> dict[str, object]:
    return {"first": first.isoformat(), "last": last.isoformat()}


def rezone(db: Connection, zone: ZoneInfo) -> None:
    """Places every call, booking and finding on its day in another zone, and adds the days up anew."""
    first, last = db.execute(sa.select(sa.func.min(calls.c.started_at), sa.func.max(calls.c.started_at))).one()
    if first is not None:
        day, end = day_of(first, zone), day_of(last, zone)
        while day <= end:
            low, high = (_first_id(each, zone) for each in (day, day + timedelta(days=1)))
            in_place = sa.and_(calls.c.id >= low, calls.c.id < high, ~calls.c.moved)
            db.execute(sa.update(calls).where(in_place, calls.c.day != day).values(day=day))
            day += timedelta(days=1)
        moved = db.execute(sa.select(calls.c.id, calls.c.started_at).where(sa.text("calls.moved"))).all()
        for number, started_at in moved:
            db.execute(sa.update(calls).where(calls.c.id == number).values(day=day_of(started_at, zone)))
        rebuild(db)
    bookings.rezone(db, zone)
    findings.place(db)


def _first_id(day: date, zone: ZoneInfo) -> int:
    return to_microseconds(start_of_day(day, zone)) // 1000 << 20
