"""The one clock of the application, which tests can set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time. Every part that needs the time receives one."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class SetClock:
    """A clock that stands where it was set. For tests and for a repeatable example."""

    instant: datetime

    def __post_init__(self) -> None:
        self.instant = as_utc(self.instant)

    def now(self) -> datetime:
        return self.instant

    def advance(self, by: timedelta) -> None:
        self.instant += by


@dataclass(frozen=True, slots=True)
class ShiftedClock:
    """Another clock, moved by a fixed time."""

    clock: Clock
    by: timedelta

    def now(self) -> datetime:
        return self.clock.now() + self.by


def as_utc(instant: datetime) -> datetime:
    """The same instant in UTC. Raises ValueError for a time without a zone: it would be a guess."""
    if instant.tzinfo is None:
        raise ValueError("a time without a zone cannot be placed")
    return instant.astimezone(UTC)


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    """The calendar day on the business's wall at that instant."""
    return instant.astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a day in the zone, in UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole days in the business's zone, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period cannot end before it starts")

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """UTC instants: from the first one inside to the first one after."""
        return start_of_day(self.first, zone), start_of_day(self.last + timedelta(days=1), zone)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def before(self) -> Period:
        """The period of the same length that ends the day before this one starts."""
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))


def unbroken(days: Iterable[date], step: timedelta = timedelta(days=1)) -> tuple[Period, ...]:
    """The periods that days make up, in order: a day is one with the day before it where a step leads from that."""
    periods: list[Period] = []
    for day in sorted(days):
        if periods and day - periods[-1].last <= step:
            periods[-1] = Period(periods[-1].first, day)
        else:
            periods.append(Period(day, day))
    return tuple(periods)


def week_of(day: date) -> Period:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))
