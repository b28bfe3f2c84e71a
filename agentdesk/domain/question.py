"""A caller's question that the owner answered on the fact sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """What a caller asked, and what the owner put on the fact sheet. `shown_in`: the call that showed it is known."""

    question: str
    topic: str
    says: str
    at: datetime
    by: str
    agents: tuple[str, ...]
    """Those that were asked it."""
    id: int = 0
    shown_in: int | None = None
    shown_at: datetime | None = None
