"""A backup is there whole or not at all, and the newest whole one can take the store's place."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agentdesk.domain.lists import CallFilter
from agentdesk.store import backups, calls, documents, upkeep
from agentdesk.store.files import is_whole
from agentdesk.store.store import Store, open_store
from agentdesk.store.trouble import DamagedStore, StoreFull
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON, OTHER_KEY, everything_in, not_whole

AT = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)


def test_a_backup_opens_with_the_same_key_and_holds_everything(store: Store, tmp_path: Path) -> None:
    with store.writing() as db:
        calls.put(db, [a_call("Hello.", "My boiler.")], LONDON)
    copy = backups.make(store, tmp_path / "backups", AT)
    assert (copy.path.name, copy.at) == ("agentdesk-2026-11-24-141000.backup", AT)
    assert [each.name for each in copy.path.parent.iterdir()] == [copy.path.name]
    restored = open_store(copy.path, KEY)
    with restored.writing() as db:
        assert calls.count(db, CallFilter(words="boiler")) == 1
        assert upkeep.check(db) == ()
    restored.close()


def test_a_backup_that_is_not_whole_gets_no_name(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agentdesk.store.store.make_sure", not_whole)
    with pytest.raises(DamagedStore):
        backups.make(store, tmp_path / "backups", AT)
    assert list((tmp_path / "backups").iterdir()) == []


def test_backups_are_found_newest_first_and_nothing_else_is_taken_for_one(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert backups.in_folder(folder) == ()
    made = [backups.make(store, folder, AT + timedelta(days=day)) for day in (0, 2, 1)]
    for name in ("agentdesk-2026-13-45-141000.backup", "agentdesk-2026-11-25-141000.backup.new.txt", "keys.json"):
        (folder / name).write_text("something else")
    assert [each.at for each in backups.in_folder(folder)] == [AT + timedelta(days=day) for day in (2, 1, 0)]
    assert set(backups.in_folder(folder)) == set(made)


def test_the_newest_whole_backup_takes_the_place_of_a_damaged_store(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in (0, 1):
        with store.writing() as db:
            documents.put(db, "day", day)
        backups.make(store, folder, AT + timedelta(days=day))
    spoilt = backups.make(store, folder, AT + timedelta(days=2))
    spoilt.path.write_bytes(spoilt.path.read_bytes()[:-100])
    with store.writing() as db:
        documents.put(db, "day", 3)
    store.close()
    damaged = store.path.read_bytes()[:-100]
    store.path.write_bytes(damaged)
    newest = backups.newest_whole(folder, KEY)
    assert newest is not None
    assert newest.at == AT + timedelta(days=1)
    backups.put_back(newest, store.path, KEY)
    assert store.path.with_name(f"{store.path.name}.damaged-1").read_bytes() == damaged
    assert newest.path.exists()
    again = open_store(store.path, KEY)
    with again.reading() as db:
        assert documents.get(db, "day", int) == 1
    again.close()


def test_a_backup_under_another_key_is_none_of_ours(store: Store, tmp_path: Path) -> None:
    made = backups.make(store, tmp_path / "backups", AT)
    assert backups.newest_whole(made.path.parent, OTHER_KEY) is None
    store.close()
    before = everything_in(tmp_path)
    with pytest.raises(DamagedStore):
        backups.put_back(made, store.path, OTHER_KEY)
    assert everything_in(tmp_path) == before


def test_without_room_nothing_is_put_back_and_nothing_is_lost(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make(store, tmp_path / "backups", AT)
    store.close()
    before = everything_in(tmp_path)

    def half(_: Path, to: Path) -> None:
        to.write_bytes(b"half")
        raise OSError("No space left on device")

    monkeypatch.setattr("agentdesk.store.backups.shutil.copyfile", half)
    with pytest.raises(StoreFull):
        backups.put_back(made, store.path, KEY)
    assert everything_in(tmp_path) == before


_COPIES_FOR_EVER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from agentdesk.store import backups
from agentdesk.store.store import open_store
from tests.store.conftest import KEY

path = Path(sys.argv[1])
store = open_store(path, KEY)
print("ready", flush=True)
for number in range(100_000):
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=int(sys.argv[2]) * 100_000 + number)
    backups.make(store, path.parent / "backups", at)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills are different there")
def test_whenever_it_is_killed_every_backup_with_a_name_holds_everything(tmp_path: Path) -> None:
    path, folder = tmp_path / "agentdesk.db", tmp_path / "backups"
    store = open_store(path, KEY)
    with store.writing() as db:
        calls.put(db, [a_call("word " * 2000, external_id=str(each)) for each in range(20)], LONDON)
    store.close()
    for kill in range(10):
        command = [sys.executable, "-c", _COPIES_FOR_EVER, str(path), str(kill)]
        worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert worker.stdout is not None
        worker.stdout.readline()
        time.sleep(0.03 * kill)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        worker.stdout.close()
    found = backups.in_folder(folder)
    assert len(found) >= 3
    assert all(is_whole(each.path, KEY) for each in found)
    again = open_store(path, KEY)
    last = backups.make(again, folder, AT)
    again.close()
    assert {each.name for each in folder.iterdir()} == {each.path.name for each in (*found, last)}
    sizes = {each.path.stat().st_size for each in (*found, last)}
    assert len(sizes) == 1
