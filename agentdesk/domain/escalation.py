"""A caller who needs a person: chased by a clock until somebody says what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class EscalationState(StrEnum):
    """WAITING: nobody has it yet. TAKEN: somebody said they have it. DONE: it has an outcome."""

    WAITING = "waiting"
    TAKEN = "taken"
    DONE = "done"


class Outcome(StrEnum):
    """What became of it. TAKEN_BACK: later evidence showed that nobody was needed."""

    SORTED = "sorted"
    BOOKED = "booked"
    REFUNDED = "refunded"
    NOTHING_TO_DO = "nothing_to_do"
    TAKEN_BACK = "taken_back"

    @property
    def in_words(self) -> str:
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.SORTED: "Sorted",
    Outcome.BOOKED: "Booked",
    Outcome.REFUNDED: "Refunded",
    Outcome.NOTHING_TO_DO: "Nothing to do",
    Outcome.TAKEN_BACK: "No longer needed",
}
CHOICES = (Outcome.SORTED, Outcome.BOOKED, Outcome.REFUNDED, Outcome.NOTHING_TO_DO)
"""What a person may say; besides, it can be still open."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """One matter for each call that needed a person, however often the call is read."""

    id: int
    call: int
    finding: str
    agent: str | None
    why: str
    """One plain sentence: what the caller needed."""
    rule: str
    """The line of the brief it falls under; empty where none fits."""
    runbook: str
    within_minutes: int
    happened_at: datetime
    """When the call ended."""
    raised_at: datetime
    """When this computer learnt of it."""
    state: EscalationState
    who: str
    """Who has it now, or must take it."""
    due_at: datetime
    reminders: int
    """How many reminders went out so far."""
    remind_at: datetime | None
    """When the next one does; None when it is done or too old to be chased."""
    moved_at: datetime
    outcome: Outcome | None = None
    note: str = ""
    closed_at: datetime | None = None
    closed_by: str | None = None

    def overdue(self, now: datetime) -> bool:
        return self.state is not EscalationState.DONE and now > self.due_at


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """Something that happened to a matter, in a sentence. `by` is a person, or AgentDesk."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away, first and last day included, and who has their calls meanwhile."""

    who: str
    first: date
    last: date
    instead: str
