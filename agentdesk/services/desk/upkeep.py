"""The check-up: examines the store and says in plain words what it found."""

from __future__ import annotations

from dataclasses import dataclass

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

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self) -> CheckUp:
        """Reads every page and compares what belongs together. Takes seconds on a large store."""
        # the search index examines itself by a command that counts as writing
        with self._store.writing() as db:
            return CheckUp(stored.check(db))
