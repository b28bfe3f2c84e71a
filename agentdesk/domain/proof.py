"""Whether what was promised has worked: a later call shows it, it came again, or no such call has come yet.

Nobody's word makes a promise kept. What can show it is a call that began after the promise was made, in which the
same thing could have gone wrong: what the call was by its own words, the entry it made, the ring back that followed,
or what somebody answered who looked at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.finding import Kind

TRUE, BOOKED_RIGHT, IN_ITS_JOB, GOT_A_PERSON, CHECKED_WHO = "Q2", "Q3", "Q4", "Q5", "Q6"
"""Questions of the call checklist that a person answers about a call."""


class Worked(StrEnum):
    """SHOWN: such a call went well and none went wrong. AGAIN: the same was found again."""

    SHOWN = "shown"
    AGAIN = "again"
    NO_SUCH_CALL = "no_such_call"


@dataclass(frozen=True, slots=True)
class LaterCall:
    """A call that began after a promise was made.

    `found`: the kinds of what was found about it or its entries, and stands. `rung_in_time`: whether whoever had to
    be rung back was, by when that was due; None where nobody had to be or it is not due yet. `judged_good`: the
    questions that somebody answered with Yes.
    """

    id: int
    at: datetime
    reading: CallReading
    found: frozenset[Kind] = frozenset()
    booked: bool = False
    rung_in_time: bool | None = None
    judged_good: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proof:
    """`call` and `at`: the last call that shows what `worked` says; None without one. `times`: how many do."""

    worked: Worked
    call: int | None = None
    at: datetime | None = None
    times: int = 0


def can_be_shown(kind: Kind | None) -> bool:
    """Whether a call could show that things of this kind no longer happen."""
    return kind in _WENT_WELL


def proof(kind: Kind, later: Iterable[LaterCall]) -> Proof:
    """What the later calls of an agent say about things of a kind that `can_be_shown`."""
    wrong, right = [], []
    for each in later:
        if _went_wrong(kind, each):
            wrong.append(each)
        elif _WENT_WELL[kind](each):
            right.append(each)
    for worked, calls in ((Worked.AGAIN, wrong), (Worked.SHOWN, right)):
        if calls:
            last = max(calls, key=lambda each: (each.at, each.id))
            return Proof(worked, last.id, last.at, len(calls))
    return Proof(Worked.NO_SUCH_CALL)


def _went_wrong(kind: Kind, call: LaterCall) -> bool:
    # a promise to ring back is no fault; one that was not kept in time is
    return call.rung_in_time is False if kind is Kind.ESCALATION_PROMISED else kind in call.found


def _reached_somebody(call: LaterCall) -> bool:
    return (call.reading.needed_person and call.reading.passed) or GOT_A_PERSON in call.judged_good


def _was_put_through(call: LaterCall) -> bool:
    put_through = call.reading.passed and Kind.ESCALATION_PROMISED not in call.found
    return put_through or GOT_A_PERSON in call.judged_good


def _booked(call: LaterCall) -> bool:
    return call.booked or BOOKED_RIGHT in call.judged_good


def _judged(question: str) -> Callable[[LaterCall], bool]:
    return lambda call: question in call.judged_good


_WENT_WELL: dict[Kind | None, Callable[[LaterCall], bool]] = {
    Kind.ESCALATION_MISSED: _reached_somebody,
    Kind.ESCALATION_FAILED: _was_put_through,
    Kind.ESCALATION_PROMISED: lambda call: call.rung_in_time is True,
    Kind.BOOKING_MISSING: _booked,
    Kind.BOOKING_UNCLAIMED: _booked,
    Kind.BOOKING_WRONG_DATE: _booked,
    Kind.BOOKING_WRONG_TIME: _booked,
    Kind.BOOKING_WRONG_SERVICE: _booked,
    Kind.BOOKING_WRONG_PERSON: _booked,
    Kind.BOOKING_DOUBLE: _booked,
    Kind.BOOKING_CLOSED_DAY: _booked,
    Kind.BOOKING_OUTSIDE_HOURS: _booked,
    Kind.BOOKING_NOT_ALLOWED: _booked,
    # what was taken out of the diary or moved leaves no entry of its own: somebody must have looked
    Kind.BOOKING_NOT_CANCELLED: _judged(BOOKED_RIGHT),
    Kind.BOOKING_NOT_MOVED: _judged(BOOKED_RIGHT),
    Kind.FACT_WRONG: _judged(TRUE),
    Kind.SCOPE_OUTSIDE: _judged(IN_ITS_JOB),
    Kind.DATA_SENSITIVE: _judged(IN_ITS_JOB),
    Kind.DATA_DISCLOSED: lambda call: call.reading.gave_details or CHECKED_WHO in call.judged_good,
}
