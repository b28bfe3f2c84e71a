"""The check-up: examines the store and says in plain words what it found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from agentdesk.domain.clock import Clock
from agentdesk.store import upkeep as stored
from agentdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class CheckUp:
    """What is wrong, one sentence each; nothing when all is well."""

    problems: tuple[str, ...]

    @property
    def well(self) -> bool:
        return not self.problems


class UpkeepService:
    """Looks after the store."""

    def __init__(self, store: Store, clock: Clock, backups: Path) -> None:
        self._store = store
        self._clock = clock
        self._backups = backups

    def check(self) -> CheckUp:
        """Reads every page and compares what belongs together. Takes seconds on a large store."""
        # the search index examines itself by a command that counts as writing
        with self._store.writing() as db:
            return CheckUp(stored.check(db))

    def back_up(self) -> Path:
        """A verified copy of the store, under the same key."""
        return stored.backup(self._store, self._backups, self._clock.now())
