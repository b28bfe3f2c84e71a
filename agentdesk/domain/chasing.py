"""The rules of the chaser: by when a caller is rung back, who has it today, and when it is said again.

Pure: an escalation and the time in, what to do out. Open hours count, so that nothing falls due at night.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.escalation import Away, Escalation, EscalationState

WITHIN = 15
"""Minutes, where the brief has no line for it."""
LATE = timedelta(minutes=20)
"""Learnt of so long after it happened, both times are said."""
TOO_OLD = timedelta(days=14)
"""Learnt of so long after it happened, it stands on the list and nobody is reminded."""
AGAIN = timedelta(hours=1)
"""Of open time, between reminders once everybody has been told."""
SEVERAL = 6
"""After so many reminders there is one on each open day."""
A_DAY = timedelta(hours=7)
SET_BACK = timedelta(minutes=1)
"""A clock that stands further back than the last thing that happened was set back."""


def due(calendar: OpeningCalendar | None, from_: datetime, minutes: int) -> datetime:
    """By when somebody must have rung: so many open minutes after the call; without hours, by the wall."""
    span = timedelta(minutes=minutes)
    return from_ + span if calendar is None else calendar.after(from_, span)


def first_reminder(
    calendar: OpeningCalendar | None, happened_at: datetime, due_at: datetime, raised_at: datetime, minutes: int
) -> datetime | None:
    """When it is said again if nobody does anything: when it is due or, learnt of late, as long after that.

    None for what was too old when it came in.
    """
    if raised_at - happened_at > TOO_OLD:
        return None
    return due_at if due_at > raised_at else due(calendar, raised_at, minutes)


def next_reminder(calendar: OpeningCalendar | None, now: datetime, reminders: int, minutes: int) -> datetime:
    """When it is said again after a reminder, `reminders` of which went out by now.

    As long after the first as there was time to begin with, then every open hour, then once on each open day.
    """
    if reminders <= 1:
        return due(calendar, now, minutes)
    return due(calendar, now, int((AGAIN if reminders < SEVERAL else A_DAY).total_seconds() // 60))


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a reminder does: for whom the matter waits from now on, and whether that is somebody new."""

    reminders: int
    who: str
    climbed: bool
    remind_at: datetime


def remind(
    escalation: Escalation, calendar: OpeningCalendar | None, above: Sequence[str], now: datetime
) -> Reminder | None:
    """The reminder that is due now; None when none is.

    One, however many were slept through. From the second on, a matter that nobody took goes to the next of `above`.
    Whoever took it is reminded once; from then on it waits for them, and the one after goes further up.
    """
    if escalation.state is EscalationState.DONE or escalation.remind_at is None or now < escalation.remind_at:
        return None
    reminders = escalation.reminders + 1
    waiting = escalation.state is EscalationState.WAITING
    who = next_above(escalation.who, above) if reminders > 1 and waiting else escalation.who
    again = next_reminder(calendar, now, reminders if waiting else 1, escalation.within_minutes)
    return Reminder(reminders, who, who != escalation.who, again)


def was_set_back(escalation: Escalation, now: datetime) -> bool:
    """Whether the computer's clock now stands before the last thing that happened."""
    return escalation.remind_at is not None and now < escalation.moved_at - SET_BACK


def next_above(who: str, above: Sequence[str]) -> str:
    """The next one to tell after somebody who did nothing; the last one stays."""
    people = [each for each in above if each]
    if who in people:
        return people[min(people.index(who) + 1, len(people) - 1)]
    return people[0] if people else who


def who_has_it(who: str, rota: Sequence[Away], day: date) -> str:
    """Who stands in for a person on a day, and for that one, and so on. Two who stand in for each other: the first."""
    asked = {who}
    holder = who
    while away := next((each for each in rota if each.who == holder and each.first <= day <= each.last), None):
        if not away.instead or away.instead in asked:
            return who if away.instead in asked else holder
        holder = away.instead
        asked.add(holder)
    return holder
