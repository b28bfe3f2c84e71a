"""What somebody will do by when, so that the next review can open with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from agentdesk.domain.finding import Kind


class ActionState(StrEnum):
    OPEN = "open"
    FIXED = "fixed"
    NOT_FIXED = "not_fixed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """`kind` and `agent`: what was found, of whom, that this is to keep from happening again; None: nothing that
    the checks find. `shown_by`: the later call that showed that it was put right.
    """

    id: int
    what: str
    who: str
    due: date
    made_at: datetime
    review: int | None = None
    state: ActionState = ActionState.OPEN
    closed_at: datetime | None = None
    note: str = ""
    kind: Kind | None = None
    agent: str | None = None
    shown_by: int | None = None
