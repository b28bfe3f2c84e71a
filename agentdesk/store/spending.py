"""What the calls of days cost, from what is added up by day; and the few calls that a dear day is explained by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.money import Money
from agentdesk.store.prepared import Prepared, value
from agentdesk.store.spans import calls_in_place, calls_moved, of_calls, span
from agentdesk.store.tables import bookings, calls
from agentdesk.store.tables import day_totals as table
from agentdesk.store.types import plain


class DayRow(NamedTuple):
    """Calls of one agent on one day that were charged for in one currency. `currency` is empty where nothing was."""

    day: date
    agent: str
    """Empty where no agent of the list took them."""
    connection: str
    calls: int
    answered: int
    milliseconds: int
    minor: int
    scale: int
    currency: str

    @property
    def cost(self) -> Money | None:
        return Money(self.minor, self.scale, self.currency) if self.currency else None


class ChargedCall(NamedTuple):
    """A call as far as its cost goes."""

    id: int
    started_at: datetime
    day: date
    caller: str | None
    seconds: float | None
    cost: Money | None
    put_through: bool
    """Whether the service tried to pass the caller to a person."""


_EVERY: sa.Select[*tuple[Any, ...]] = sa.select(*(table.c[each] for each in DayRow._fields))
_DAYS = Prepared(
    _EVERY.where(table.c.day.between(value("first", sa.Text()), value("last", sa.Text()))).order_by(table.c.day)
)
_CHARGED: sa.Select[Any] = sa.select(
    calls.c.id,
    calls.c.started_at,
    calls.c.day,
    calls.c.caller,
    calls.c.seconds,
    calls.c.cost_minor,
    calls.c.cost_scale,
    calls.c.cost_currency,
    calls.c.handover.is_not(None),
).where(sa.func.coalesce(calls.c.agent, "") == value("agent", sa.Text()))
_CHARGED_OF = tuple(Prepared(_CHARGED.where(each)) for each in (calls_in_place(), calls_moved()))
_CANCELLED = sa.literal_column(f"'{BookingStatus.CANCELLED}'", sa.Text())
# Not as a join: SQLite would walk every call of the stretch, most of which made no entry.
_ITS_AGENT = sa.select(calls.c.agent).where(calls.c.id == bookings.c.call).scalar_subquery()
_BOUGHT = Prepared(
    sa.select(_ITS_AGENT.label("its_agent"), sa.func.count())
    .where(of_calls(bookings.c.call), bookings.c.status != _CANCELLED)
    .group_by(sa.text("its_agent"))
)
_LONG: sa.Select[*tuple[Any, ...]] = sa.select(sa.func.count(), sa.func.max(calls.c.seconds))
_LONGER = tuple(
    Prepared(
        _LONG.where(each, calls.c.agent == value("agent", sa.Text()), calls.c.seconds > value("seconds", sa.Float()))
    )
    for each in (calls_in_place(), calls_moved())
)


Kept = tuple[str, str, str, int, int, int, int, int, str]
"""The values of a `DayRow` as the database has them."""


def days(db: Connection, first: date, last: date) -> list[DayRow]:
    """What the calls of these days were and cost, by day. The work grows with the days, not with the calls."""
    return made(days_as_kept(db, first, last))


def days_as_kept(db: Connection, first: date, last: date) -> list[Kept]:
    """The same before `made`, to see whether anything has changed."""
    return _DAYS.rows(db, {"first": first.isoformat(), "last": last.isoformat()})


def made(found: Sequence[Kept]) -> list[DayRow]:
    """The rows of what the database has."""
    known = {text: date.fromisoformat(text) for text in {row[0] for row in found}}
    return [DayRow(known[row[0]], *row[1:]) for row in found]


def charged(db: Connection, start: datetime, end: datetime, agent: str) -> list[ChargedCall]:
    """An agent's calls that began in [start, end)."""
    values = {**span(start, end), "agent": plain(agent)}
    return [
        ChargedCall(
            number, at, day, caller, seconds, None if minor is None else Money(minor, scale, currency), bool(put)
        )
        for each in _CHARGED_OF
        for number, at, day, caller, seconds, minor, scale, currency, put in each.read(db, values)
    ]


def bookings_made(db: Connection, start: datetime, end: datetime) -> dict[str, int]:
    """How many diary entries, still standing, the calls that began in [start, end) made, by agent."""
    return {agent or "": number for agent, number in _BOUGHT.rows(db, span(start, end))}


def longer_than(db: Connection, start: datetime, end: datetime, agent: str, seconds: float) -> tuple[int, float]:
    """How many of an agent's calls that began in [start, end) lasted longer, and how long the longest did."""
    values = {**span(start, end), "agent": plain(agent), "seconds": seconds}
    found = [each.rows(db, values)[0] for each in _LONGER]
    return sum(number for number, _ in found), max(longest or 0.0 for _, longest in found)
