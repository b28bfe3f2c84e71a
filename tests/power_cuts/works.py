"""What AgentDesk writes, each kind of it with what must be true afterwards, wherever the current was cut.

    python -m tests.power_cuts.works WORK FOLDER [SYNCHRONOUS]

does the work in a folder that `prepare` made ready, and says on a line of its own what it counts as saved.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.domain.call import Call
from agentdesk.domain.lists import CallFilter
from agentdesk.store import backups, calls, documents, engine, upkeep
from agentdesk.store.store import Store, open_store
from agentdesk.store.version import VERSION
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON

_OF_ONE_WRITE = 3
_OLD = Path(__file__).parents[1] / "data" / "stores" / "version-1.db"


class Work(Protocol):
    """Something that AgentDesk writes."""

    def prepare(self, folder: Path) -> None:
        """Lays what is there before."""

    def do(self, folder: Path) -> None:
        """Does it, and says each time what is saved now."""

    def wrong(self, folder: Path, said: Sequence[str]) -> str | None:
        """What is not as it should be with what a cut has left, None where all is right. May change the folder."""


@dataclass(frozen=True)
class TakingIn:
    """Calls come in threes, with a note of how many times there were any."""

    times: int = 24

    def prepare(self, folder: Path) -> None:
        """A store without calls."""
        open_store(_store(folder), KEY).close()

    def do(self, folder: Path) -> None:
        """Closes the store now and then, which writes its log back into it."""
        for start in range(0, self.times, 6):
            store = open_store(_store(folder), KEY)
            for time in range(start, start + 6):
                with store.writing() as db:
                    calls.put(db, [_call(time, one) for one in range(_OF_ONE_WRITE)], LONDON)
                    documents.put(db, "taken", time + 1)
                _say(f"taken {time + 1}")
            store.close()

    def wrong(self, folder: Path, said: Sequence[str]) -> str | None:
        """Each time is there with all its calls or not at all, and every one that was said."""
        store = open_store(_store(folder), KEY)
        with store.reading() as db:
            taken = documents.get(db, "taken", int) or 0
        there = _names(store)
        with store.writing() as db:
            damage = upkeep.check(db)
        store.close()
        if damage:
            return f"damaged: {damage}"
        if taken not in (len(said), len(said) + 1):
            return f"{taken} times, and {len(said)} were said"
        if there != {_call(time, one).external_id for time in range(taken) for one in range(_OF_ONE_WRITE)}:
            return f"{len(there)} calls of {taken} times"
        return None


class Upgrading:
    """A store of the first version is brought up to date."""

    def prepare(self, folder: Path) -> None:
        """The old store."""
        shutil.copy(_OLD, _store(folder))

    def do(self, folder: Path) -> None:
        """Opens it."""
        open_store(_store(folder), KEY).close()
        _say("up to date")

    def wrong(self, folder: Path, said: Sequence[str]) -> str | None:
        """Old or new with all that was in it; once it was said, new. What was before is kept, as it was."""
        version = engine.look(_store(folder), KEY).version
        if version not in (1, VERSION) or (said and version != VERSION and not engine.has_log(_store(folder))):
            return f"of version {version}"
        before = _store(folder).with_name("agentdesk.db.before-upgrade-from-1")
        if version == VERSION and not before.exists():
            return "no copy of what was before"
        store = open_store(_store(folder), KEY)
        there = _names(store)
        with store.writing() as db:
            damage = upkeep.check(db)
        store.close()
        if engine.look(before, KEY).version != 1:
            return "a copy that is not as it was before"
        return None if there == {"call-1", "call-2", "call-3"} and not damage else f"{there} {damage}"


@dataclass(frozen=True)
class BackingUp:
    """A call comes in each day, and a backup is made after it."""

    days: int = 5

    def prepare(self, folder: Path) -> None:
        """A store without calls."""
        open_store(_store(folder), KEY).close()

    def do(self, folder: Path) -> None:
        """A backup a day."""
        store = open_store(_store(folder), KEY)
        for day in range(self.days):
            with store.writing() as db:
                calls.put(db, [_call(day, 0)], LONDON)
            backups.make(store, folder / "backups", _day(day))
            _say(f"backed up {day}")
        store.close()

    def wrong(self, folder: Path, said: Sequence[str]) -> str | None:
        """What has a backup's name is whole with every call up to its day; every one that was said is there."""
        kept = {each.at: each.path for each in backups.in_folder(folder / "backups")}
        for day in range(self.days):
            path = kept.get(_day(day))
            if path is None and day < len(said):
                return f"the backup of day {day} is gone"
            if path is not None:
                store = open_store(path, KEY)
                there = _names(store)
                store.make_sure(path)
                store.close()
                if there != {_call(each, 0).external_id for each in range(day + 1)}:
                    return f"the backup of day {day} holds {len(there)} calls"
        return None


class PuttingBack:
    """A backup is put in the place of a damaged store."""

    _DAMAGED = bytes(8192)

    def prepare(self, folder: Path) -> None:
        """The damaged store and the backup."""
        store = open_store(_store(folder), KEY)
        with store.writing() as db:
            calls.put(db, [_call(0, one) for one in range(_OF_ONE_WRITE)], LONDON)
        backups.make(store, folder / "backups", _day(0))
        store.close()
        _store(folder).write_bytes(self._DAMAGED)

    def do(self, folder: Path) -> None:
        """Puts it back."""
        self._put_back(folder)
        _say("put back")

    def wrong(self, folder: Path, said: Sequence[str]) -> str | None:
        """The damaged one, none, or the whole one, which it must be once it was said; the backup can still be used."""
        path = _store(folder)
        if said and not path.exists():
            return "gone"
        if not path.exists() or path.read_bytes() == self._DAMAGED:
            if said:
                return "still damaged"
            self._put_back(folder)
        store = open_store(path, KEY)
        there = _names(store)
        store.close()
        return None if len(there) == _OF_ONE_WRITE else f"{len(there)} calls"

    def _put_back(self, folder: Path) -> None:
        backups.put_back(backups.in_folder(folder / "backups")[0], _store(folder), KEY)


WORKS: dict[str, Work] = {
    "taking in": TakingIn(),
    "upgrading": Upgrading(),
    "backing up": BackingUp(),
    "putting back": PuttingBack(),
}


def _store(folder: Path) -> Path:
    return folder / "agentdesk.db"


def _call(time: int, one: int) -> Call:
    return a_call(f"Good morning, number {time}.", "Hello.", external_id=f"call-{time}-{one}")


def _day(day: int) -> datetime:
    return datetime(2026, 1, 1 + day, 3, tzinfo=UTC)


def _names(store: Store) -> set[str]:
    with store.reading() as db:
        return {each.external_id for each in calls.page(db, CallFilter(), None, 1000)}


def _say(words: str) -> None:
    print(words, flush=True)


def _synced_as(how: str) -> None:
    """Has every connection from now on sync in another way than AgentDesk's."""
    ours = engine.connect

    def connect(path: Path, key: bytes, *, foreign_keys: bool = True) -> sqlcipher.Connection:
        connection = ours(path, key, foreign_keys=foreign_keys)
        connection.execute(f"PRAGMA synchronous={how}")
        return connection

    engine.connect = connect


if __name__ == "__main__":
    # the kernel's own copying tells strace not what it copied
    shutil._USE_CP_SENDFILE = False  # type: ignore[attr-defined]
    if len(sys.argv) > 3:
        _synced_as(sys.argv[3])
    WORKS[sys.argv[1]].do(Path(sys.argv[2]))
