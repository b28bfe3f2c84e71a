"""Today as it is shown: plain sentences and a few counts, true at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from agentdesk.domain.finding import Finding
from agentdesk.domain.money import Money

Place = Literal["agent", "brief", "review", "findings", "first_run", "import", "agents", "scorecards"]


@dataclass(frozen=True, slots=True)
class PiledUp:
    """One line of what has piled up, and where it is put right."""

    words: str
    place: Place
    name: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """The page, in sentences. `waiting` counts every open matter; `matters` are the first of them."""

    business: str
    now: datetime
    working: tuple[str, ...]
    matters: tuple[Finding, ...]
    waiting: int
    calls_this_week: int
    calls_words: str
    days: tuple[int, ...]
    """Calls on each of the last 14 days, for a small line."""
    cost_words: str
    cost_share: float | None
    """Of the monthly limit; None without one."""
    spent: Money | None
    """This month, in the business's currency; None where nothing is reported or no exchange rate is known."""
    limit: Money | None
    has_agents: bool
    has_calls: bool
    """Whether any call was ever brought in."""
    fresh: str
    piled_up: tuple[PiledUp, ...]
    review_on: date | None
    review_days_over: int
    review_open: bool
    review_words: str
