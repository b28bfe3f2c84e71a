"""What an agent's brief says must be asked first, and the answer that was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from agentdesk.domain.money import Money


class ApprovalState(StrEnum):
    """EXPIRED: nobody answered in time, which is no yes."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Asked:
    """Exactly what is shown to whoever answers. The answer holds for this and nothing else."""

    what: str
    """In a few words: "Refund", "Job over £500"."""
    whom: str
    """The customer, or the caller without their number."""
    why: str
    """The line of the brief that says so."""
    words: str
    """The caller's own, letter for letter; empty where a diary entry asks."""
    amount: Money | None
    call: int | None
    booking: int | None


@dataclass(frozen=True, slots=True)
class Approval:
    """A question that waits for somebody, or the answer it got."""

    id: int
    subject: str
    agent: str | None
    asked: Asked
    digest: str
    asked_at: datetime
    expires_at: datetime
    state: ApprovalState
    decided_at: datetime | None = None
    decided_by: str | None = None
    seconds_shown: float | None = None
    note: str = ""
    told_at: datetime | None = None
    """When whoever waits for the answer was told of it; until then that is still to be done."""
    told_by: str | None = None
    told: str | None = None
    """What came of telling them, in a line."""

    @property
    def to_tell(self) -> bool:
        return self.state in (ApprovalState.YES, ApprovalState.NO) and self.told_at is None
