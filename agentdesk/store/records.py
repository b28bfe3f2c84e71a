"""Records that only the store knows; everything else it keeps is the domain's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Put:
    """What taking records in did. `ids` are those of the new and the changed ones.

    `left` are the days that changed ones were on before and no longer are.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    ids: tuple[int, ...] = ()
    left: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class CallRead:
    """A service's call as it was last read. `due_at` None: never to be read again."""

    external_id: str
    started_at: datetime
    mark: str
    due_at: datetime | None
