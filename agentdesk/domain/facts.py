"""What the measures of a period are counted from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.finding import OUTSIDE_RULES, TOLD_OTHERWISE, Kind
from agentdesk.domain.money import Money

Fault = tuple[Kind, int | None, int | None]
"""What was found, about which call and about which diary entry."""


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
    marked: bool = False
    """Somebody said that it was not real."""

    @property
    def left_unserved(self) -> bool:
        """Rang off at once, or asked for a person and ended without one."""
        return self.gave_up or self.missed_person


@dataclass(frozen=True, slots=True)
class BookingFact:
    """A booking that a call promised or made: right, or wrong in one way or more.

    `call` is the call that promised it, `booking` the diary entry (None: nothing was in the diary).
    """

    call: int
    booking: int | None
    outside_rules: bool
    wrong: bool


def booking_facts(made: Iterable[tuple[int, int]], faults: Collection[Fault]) -> tuple[BookingFact, ...]:
    """One fact for each entry that a call made, and one for each promise without an entry.

    `made` are calls, each with an entry that it made.
    """
    outside = {entry for kind, _, entry in faults if kind in OUTSIDE_RULES}
    wrong = outside | {entry for kind, _, entry in faults if kind in TOLD_OTHERWISE}
    missing = sorted(call for kind, call, _ in faults if kind is Kind.BOOKING_MISSING and call is not None)
    return (
        *(BookingFact(call, entry, entry in outside, entry in wrong) for call, entry in made),
        *(BookingFact(call, None, outside_rules=False, wrong=True) for call in missing),
    )


@dataclass(frozen=True, slots=True)
class MarkedCall:
    """A by-chance call that somebody answered questions about. `resolved` is None for "can't tell"."""

    call: int
    resolved: bool | None
    score: float | None
    failed: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a period's figures are made from. `earlier` are the calls with a number of the 7 days before it."""

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
        earlier = (*self.earlier, *(each for each in self.calls if each.started_at < start))
        bookings = tuple(each for each in self.bookings if each.call in ids)
        return replace(self, calls=calls, earlier=earlier, bookings=bookings, marked=(), targets=())
