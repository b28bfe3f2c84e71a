"""What a trade usually needs: hours, services, when to pass to a person. Data of `resources/starters`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from agentdesk.domain.brief import Brief
from agentdesk.domain.business import Business, Trade


@dataclass(frozen=True, slots=True)
class Starter:
    """A starting point that the owner changes. The business in it has no name."""

    business: Business
    brief: Brief
    notes: tuple[str, ...] = ()


def load_starter(folder: Path, trade: Trade, currency: str = "GBP") -> Starter:
    """The starter of a trade."""
    raise LookupError(folder, trade, currency)
