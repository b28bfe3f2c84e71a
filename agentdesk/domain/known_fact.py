"""A fact of the business that changed, until a later call shows that the agent knows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KnownFact:
    """What an agent has to say otherwise from `changed_at` on.

    `call`: the call that showed it; None where somebody rang and wrote down what they heard. `known_at` is None
    until then.
    """

    id: int
    agent: str
    topic: str
    was: str
    now: str
    changed_at: datetime
    changed_by: str
    call: int | None = None
    known_at: datetime | None = None
    note: str = ""
    """What was heard: the agent's words, or what somebody wrote down."""
