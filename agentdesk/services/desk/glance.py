"""What Today showed last, for the moment of a start at which no service is there yet."""

from __future__ import annotations

from pathlib import Path

from agentdesk.domain.today import ShownToday
from agentdesk.store import early

SHOWN = "today-shown"
"""The name under which the page is kept."""


def last_shown(path: Path, key: bytes) -> ShownToday | None:
    """The page as the store at the path keeps it; None where it keeps none, or can't be read so early."""
    return early.document(path, key, SHOWN, ShownToday)
