"""What the owner is told. The list in the app is the truth; a pop-up is a courtesy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Subject = Literal[
    "finding",
    "review",
    "import",
    "set-up",
    "connection",
    "escalation",
    "approval",
    "digest",
    "money",
    "reminder",
    "slide",
    "backup",
]


@dataclass(frozen=True, slots=True)
class Notice:
    """One matter for the owner. `pop_up` holds no caller's name, number or words."""

    id: int
    at: datetime
    happened_at: datetime | None
    title: str
    body: str
    pop_up: str
    subject: Subject
    subject_id: str
    read_at: datetime | None = None
    popped_at: datetime | None = None

    @property
    def matter(self) -> int | None:
        """The number of the matter that a reminder is about; None for anything else."""
        first = self.subject_id.partition(" ")[0]
        return int(first) if self.subject == "escalation" and first.isdecimal() else None
