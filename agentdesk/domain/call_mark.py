"""Calls that somebody said were not real: they leave every measure, and are claimed back from the supplier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from agentdesk.domain.money import Money


class Mark(StrEnum):
    """What somebody said of a call."""

    SPAM = "spam"
    TEST = "test"
    WRONG_NUMBER = "wrong number"


@dataclass(frozen=True, slots=True)
class MarkedCall:
    """A call on the list for the supplier. `external_id` is the service's own name, by which it finds the call."""

    id: int
    connection: str
    external_id: str
    agent: str | None
    started_at: datetime
    seconds: float | None
    caller: str | None
    cost: Money | None
    mark: Mark
    by: str
