"""What the measures of a period are counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.money import Money


@dataclass(frozen=True, slots=True)
class CallFact:
    """What the measures need to know of a call."""

    id: int
    started_at: datetime
    seconds: float | None
    caller: str | None
    real: bool
    gave_up: bool
    passed: bool
    """Put through or promised a call back."""
    needed_person: bool
    missed_person: bool
    cost: Money | None


@dataclass(frozen=True, slots=True)
class BookingFact:
    """A booking that a call promised or made: right, or wrong in one way or more.

    `call` is the call that promised it, `booking` the diary entry (None: nothing was in the diary).
    """

    call: int
    booking: int | None
    outside_rules: bool
    wrong: bool


@dataclass(frozen=True, slots=True)
class MarkedCall:
    """A by-chance call that somebody answered questions about. `resolved` is None for "can't tell"."""

    call: int
    resolved: bool | None
    score: float | None
    failed: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a period's figures are made from. `earlier` are the real calls of the 7 days before it."""

    calls: tuple[CallFact, ...]
    earlier: tuple[CallFact, ...]
    bookings: tuple[BookingFact, ...]
    diary_known: bool
    drawn: int
    marked: tuple[MarkedCall, ...]
    actions_due: int
    actions_kept: int
    targets: tuple[tuple[str, float], ...] = ()

    @property
    def real(self) -> tuple[CallFact, ...]:
        return tuple(each for each in self.calls if each.real)

    def between(self, start: datetime, end: datetime) -> Facts:
        """The facts of the calls from an instant up to another, without what people said of them."""
        calls = tuple(each for each in self.calls if start <= each.started_at < end)
        ids = {each.id for each in calls}
        earlier = (*self.earlier, *(each for each in self.calls if each.real and each.started_at < start))
        bookings = tuple(each for each in self.bookings if each.call in ids)
        return replace(self, calls=calls, earlier=earlier, bookings=bookings, marked=(), targets=())
