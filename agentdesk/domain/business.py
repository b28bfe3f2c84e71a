"""The business: what it is, when it is open, what it offers and who works there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from agentdesk.domain.money import Money

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Nation(StrEnum):
    """Whose bank holidays count."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class Trade(StrEnum):
    PLUMBER = "plumber"
    SALON = "salon"
    DENTIST = "dentist"
    LETTINGS = "lettings"
    OTHER = "other"


class Role(StrEnum):
    OWNER = "owner"
    MANAGER = "manager"
    REVIEWER = "reviewer"
    FRONT_DESK = "front_desk"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: Role


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open from `start` to `end` on one weekday. An end at or before the start runs over
    midnight into the next day; 00:00 to 00:00 is the whole day.
    """

    start: time
    end: time

    @property
    def over_midnight(self) -> bool:
        return self.end <= self.start


# Seven entries, Monday first; a day without spans is closed.
WeekHours = tuple[tuple[Span, ...], ...]
CLOSED_ALL_WEEK: WeekHours = ((),) * 7


def runs_into_the_next(hours: WeekHours) -> int | None:
    """The first weekday that is still open after midnight when the next day opens; None where none is.

    The week goes round: Sunday is followed by Monday.
    """
    for day, spans in enumerate(hours):
        late = [each.end for each in spans if each.over_midnight]
        following = hours[(day + 1) % len(hours)]
        if late and following and following[0].start < max(late):
            return day
    return None


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which nobody works, both ends included."""

    first: date
    last: date
    why: str


@dataclass(frozen=True, slots=True)
class Service:
    """Something that can be booked. `capacity`: how many at one time (chairs, vans)."""

    name: str
    minutes: int
    price: Money | None = None
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the fact sheet: what the agent may say about a topic."""

    topic: str
    says: str


@dataclass(frozen=True, slots=True)
class ExchangeRates:
    """What one unit of a foreign currency is worth in the business's, and on which day."""

    rates: tuple[tuple[str, Decimal], ...] = ()
    as_of: date | None = None

    def rate(self, currency: str) -> Decimal | None:
        return dict(self.rates).get(currency)


@dataclass(frozen=True, slots=True)
class Business:
    name: str
    trade: Trade = Trade.OTHER
    timezone: str = "Europe/London"
    nation: Nation = Nation.ENGLAND_AND_WALES
    currency: str = "GBP"
    hours: WeekHours = CLOSED_ALL_WEEK
    closures: tuple[Closure, ...] = ()
    closed_on_bank_holidays: bool = True
    services: tuple[Service, ...] = ()
    high_value: Money | None = None
    facts: tuple[Fact, ...] = ()
    exchange_rates: ExchangeRates = field(default_factory=ExchangeRates)
    review_weekday: int | None = None
    """0 is Monday. None until the owner chose a day."""
    review_time: time = time(16, 0)
    reviewer: str | None = None
    """Who looks, by name."""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def service(self, name: str | None) -> Service | None:
        """The service of that name, whatever its capitals."""
        wanted = (name or "").strip().casefold()
        return next((each for each in self.services if each.name.casefold() == wanted), None)
