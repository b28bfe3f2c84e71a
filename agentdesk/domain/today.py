"""Today as it is shown: plain sentences and a few counts, true at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from agentdesk.domain.finding import Kind, Severity
from agentdesk.domain.money import Money
from agentdesk.domain.scorecard import Figure

Place = Literal[
    "agent", "brief", "review", "findings", "first_run", "import", "agents", "scorecards", "stop", "knowing"
]


OLD = timedelta(days=7)
"""What is about days before that has waited for long."""


@dataclass(frozen=True, slots=True)
class PiledUp:
    """One line of what has piled up, and where it is put right."""

    words: str
    place: Place
    name: str = ""


@dataclass(frozen=True, slots=True)
class RingBack:
    """That a caller waits for a person: under which number, for whom, and until when."""

    number: int
    who: str
    taken: bool
    """Whether they said that they ring."""
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding that needs somebody, as far as the page shows it."""

    id: str
    kind: Kind
    severity: Severity
    about_at: datetime
    reason: str
    said: str
    """The first words that it rests on, letter for letter; empty where it rests on none."""
    ring_back: RingBack | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """The page, in sentences. `waiting` counts every open matter; `matters` are the first of them."""

    business: str
    now: datetime
    working: tuple[str, ...]
    matters: tuple[Matter, ...]
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
    heading_over: bool = False
    """Whether the pace of this month leads past an agent's limit."""


@dataclass(frozen=True, slots=True)
class ShownToday:
    """The page as it was last shown, kept so that the next start has something to show at once.

    Everything in it was true at `today.now` and is said to be of that moment.
    """

    today: Today
    bookings: Figure | None
    zone: str
    """Of the business's wall clock."""
