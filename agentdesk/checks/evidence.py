"""Everything the checks look at, as it stood at one instant."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import wraps
from typing import TypeVar
from zoneinfo import ZoneInfo

from agentdesk.domain.booking import Booking
from agentdesk.domain.brief import Brief
from agentdesk.domain.business import Business, WeekHours
from agentdesk.domain.call import Call
from agentdesk.domain.clock import day_of
from agentdesk.domain.history import BusinessVersion, as_of
from agentdesk.domain.wording import span_in_words

T = TypeVar("T")
_LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Diary:
    """What is known of one diary: its entries from `first` to `last`, as they stood at `read_at`."""

    connection: str
    read_at: datetime
    first: date
    last: date
    others_book: bool = True
    """Whether people or programs besides the agents write into it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The input of every check. `bookings` reach a little beyond the period of the calls, to both sides."""

    now: datetime
    business: Business | None = None
    calls: tuple[Call, ...] = ()
    bookings: tuple[Booking, ...] = ()
    diaries: tuple[Diary, ...] = ()
    """Empty: no diary is known, and nothing may be called missing."""
    books_into: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Connections whose diaries an agent writes to, by agent; an agent without an entry may write to any."""
    briefs: Mapping[str, Brief] = field(default_factory=dict)
    """The brief that counts, by agent."""
    emergency_words: tuple[str, ...] = ()
    """What callers of this trade say in an emergency."""
    calls_since: datetime | None = None
    """From when on every call is known; None where that cannot be said."""

    history: Sequence[BusinessVersion] = ()
    """How the business stood before, oldest first, and now; empty where it was never otherwise."""

    def calls_by_business(self) -> Iterator[tuple[Business, tuple[Call, ...]]]:
        """The calls with the business as it stood when they were made; nothing while it isn't set up."""
        yield from self._by_business(self.calls, lambda each: each.started_at)

    def bookings_by_business(self) -> Iterator[tuple[Business, tuple[Booking, ...]]]:
        """The entries with the business as it stands when they take place, as far as is known."""
        yield from self._by_business(self.bookings, lambda each: each.starts_at)

    def _by_business(self, all_: Sequence[T], at: Callable[[T], datetime]) -> Iterator[tuple[Business, tuple[T, ...]]]:
        if self.business is None:
            return
        if len(self.history) < 2:
            yield self.business, tuple(all_)
            return
        changed_at = [each.from_at for each in self.history[1:]]
        spells: dict[int, list[T]] = {}
        for each in all_:
            spells.setdefault(bisect(changed_at, at(each)), []).append(each)
        for those in spells.values():
            yield as_of(self.history, at(those[0])), tuple(those)

    @property
    def zone(self) -> ZoneInfo:
        return self.business.zone if self.business is not None else _LONDON

    @property
    def hours(self) -> WeekHours | None:
        """The opening hours, None while the owner has not given any."""
        if self.business is None or not any(self.business.hours):
            return None
        return self.business.hours

    def day_of_call(self, call: Call) -> date:
        """The day on the business's wall on which a call began."""
        return day_of(call.started_at, self.zone)

    def knows_diary(self, call: Call, day: date) -> bool:
        """Whether an entry that a call made for a day would be in the evidence.

        Every diary that the agent may write to must have been read after the call ended and reach that day.
        """
        mine = self.books_into.get(call.agent or "")
        diaries = [each for each in self.diaries if not mine or each.connection in mine]
        ended = call.started_at + timedelta(seconds=call.seconds or 0)
        return bool(diaries) and all(ended <= each.read_at and each.first <= day <= each.last for each in diaries)


def agent_in_words(call: Call) -> str:
    """Who to name in a sentence about a call."""
    return call.agent or "The agent"


def entry_in_words(booking: Booking, zone: ZoneInfo) -> str:
    """A line that describes an entry: "Haircut for Ana Jones, Tue 24 Nov, 2:10 pm to 2:40 pm"."""
    what = (booking.service or "").strip() or "Booking"
    whom = f" for {booking.customer.strip()}" if booking.customer and booking.customer.strip() else ""
    return f"{what}{whom}, {span_in_words(booking.starts_at, booking.ends_at, zone)}"


def read_once(read: Callable[[Evidence], T]) -> Callable[[Evidence], T]:
    """A reading whose answer is kept for the evidence it was last given: several checks of one run ask the same."""
    last: tuple[Evidence, T] | None = None

    @wraps(read)
    def again(evidence: Evidence) -> T:
        nonlocal last
        kept = last  # taken once: another lane may be reading other evidence
        if kept is None or kept[0] is not evidence:
            last = kept = (evidence, read(evidence))
        return kept[1]

    return again
