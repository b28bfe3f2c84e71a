"""What every screen is handed, and the two ways in which it reaches the rest of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from agentdesk.domain.clock import Clock
    from agentdesk.jobs.runner import Runner
    from agentdesk.services.services import Services
    from agentdesk.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Offer:
    """A button beside a sentence: "Undo", "Sign in again"."""

    words: str
    do: Callable[[], None]


class Teller(Protocol):
    """The one channel that speaks to the owner. Sentences are plain text."""

    def say(self, sentence: str, offer: Offer | None = None) -> None:
        """A quiet line that goes away by itself: what was done, with Undo where it can be undone."""
        ...

    def trouble(self, sentence: str, offer: Offer | None = None) -> None:
        """What is wrong and what to do next, in one sentence. It stays until closed or acted upon."""
        ...


class Navigator(Protocol):
    """Goes from one place to another."""

    def to(self, place: str, **what: object) -> None:
        """Open a place: "call", id=…. What it takes is what the page's `open` takes."""
        ...

    def back(self) -> None:
        """To where one came from; at the first place, nothing."""
        ...


@dataclass(frozen=True, slots=True)
class EarlyDesk:
    """What a page is shown with before the services are there."""

    tell: Teller
    go: Navigator
    """Takes down where to go; it is gone to as soon as it can be."""
    clock: Clock
    zone: Callable[[], ZoneInfo]


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to each screen in its constructor. Nothing is looked up globally."""

    services: Services
    runner: Runner
    tell: Teller
    go: Navigator
    theme: Theme
    clock: Clock
    who: Callable[[], str]
    """The name of the person at the desk."""
    zone: Callable[[], ZoneInfo]
    """The business's time zone."""
