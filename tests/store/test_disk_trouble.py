from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import CallFilter
from agentdesk.store import backups, calls, documents, engine, upkeep
from agentdesk.store.engine import connect
from agentdesk.store.store import Store, open_store
from agentdesk.store.trouble import (
    ReadOnlyStore,
    WrongKey,
)
from tests.store.conftest import KEY, OTHER_KEY, everything_in

_FULL = """
import resource, signal, sys
from pathlib import Path
from agentdesk.domain.lists import CallFilter
from agentdesk.store import backups, calls, documents, upkeep
from agentdesk.store.store import open_store
from agentdesk.store.trouble import StoreFull
from datetime import datetime, UTC
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON

path = Path(sys.argv[1])
store = open_store(path, KEY)
with store.writing() as db:
    calls.put(db, [a_call(external_id="before")], LONDON)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, hard))
sentences = []
for work in ("put", "backup", "new"):
    try:
        if work == "put":
            with store.writing() as db:
                calls.put(db, [a_call("word " * 100_000, external_id=str(n)) for n in range(20)], LONDON)
        elif work == "backup":
            resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size - 9000, hard))
            backups.make(store, path.parent / "backups", datetime(2026, 1, 1, tzinfo=UTC))
        else:
            open_store(path.with_name("second.db"), KEY)
    except StoreFull as error:
        sentences.append(str(error))
assert len(sentences) == 3, sentences
assert all(each.startswith("I couldn't save that. Your disk is full") for each in sentences)
assert all(each.endswith("Nothing was lost.") for each in sentences)
assert list((path.parent / "backups").iterdir()) == []
assert not path.with_name("second.db").exists()
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
with store.writing() as db:
    assert calls.count(db, CallFilter(words="visit")) == 1
    assert upkeep.check(db) == ()
    calls.put(db, [a_call(external_id="after")], LONDON)
print(backups.make(store, path.parent / "backups", datetime(2026, 1, 1, tzinfo=UTC)).path.name)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_full_disk_is_said_plainly_loses_nothing_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "agentdesk.db"
    done = subprocess.run([sys.executable, "-c", _FULL, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "agentdesk-2026-01-01-000000.backup"
    store = open_store(path, KEY)
    with store.reading() as db:
        assert {each.external_id for each in calls.page(db, CallFilter(), None, 9)} == {"before", "after"}
    store.close()


def _stopped_while_writing_back(path: Path, key: bytes, to: Path) -> None:
    """What a kill leaves that struck while the log was written back into the file: the first page only."""
    store = open_store(path, key)
    with store.writing() as db:
        documents.put(db, "small", 1)
    store.close()
    writing, seeing = connect(path, key), connect(path, key)
    for _ in range(3):
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("INSERT INTO documents (name, body) VALUES (hex(randomblob(8)), ?)", ("x" * 100_000,))
        writing.execute("COMMIT")
    log = path.with_name(f"{path.name}-wal").read_bytes()
    old = path.read_bytes()
    seeing.close()
    writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    first_page = path.read_bytes()[: engine.PAGE]
    writing.close()
    to.write_bytes(first_page + old[engine.PAGE :])
    to.with_name(f"{to.name}-wal").write_bytes(log)


def test_a_kill_while_the_log_is_written_back_is_not_taken_for_a_wrong_key(tmp_path: Path) -> None:
    left = tmp_path / "left.db"
    _stopped_while_writing_back(tmp_path / "agentdesk.db", KEY, left)
    store = open_store(left, KEY)
    with store.writing() as db:
        assert documents.get(db, "small", int) == 1
        assert db.execute(sa.text("SELECT count(*) FROM documents")).scalar_one() == 4
        assert upkeep.check(db) == ()
    store.close()


def test_a_first_page_torn_by_a_power_cut_comes_back_from_the_log(tmp_path: Path) -> None:
    left = tmp_path / "left.db"
    _stopped_while_writing_back(tmp_path / "agentdesk.db", KEY, left)
    whole = left.read_bytes()
    left.write_bytes(whole[:2048] + bytes(2048) + whole[4096:])
    with pytest.raises(WrongKey):
        open_store(left, OTHER_KEY)
    store = open_store(left, KEY)
    with store.reading() as db:
        assert documents.get(db, "small", int) == 1
    store.close()


_NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from agentdesk.store import documents
from agentdesk.store.store import open_store
from agentdesk.store.trouble import StoreFull
from tests.store.conftest import KEY, LONDON

store = open_store(Path(sys.argv[1]), KEY)
with store.writing() as db:
    documents.put(db, "kept", 7)
store.close()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
store = open_store(Path(sys.argv[1]), KEY)
for _ in range(3):
    with store.reading() as db:
        assert documents.get(db, "kept", int) == 7
    try:
        with store.writing() as db:
            documents.put(db, "kept", 8)
    except StoreFull:
        print("full")
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
with store.writing() as db:
    assert documents.get(db, "kept", int) == 7
    documents.put(db, "kept", 9)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_without_any_room_the_store_is_read_and_writing_goes_on_by_itself_when_there_is_some(tmp_path: Path) -> None:
    path = tmp_path / "agentdesk.db"
    done = subprocess.run([sys.executable, "-c", _NO_ROOM, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["full"] * 3
    store = open_store(path, KEY)
    with store.reading() as db:
        assert documents.get(db, "kept", int) == 9
    store.close()


def test_a_read_only_store_is_read_and_what_would_change_it_refused_in_a_sentence(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as db:
        documents.put(db, "kept", 7)
    store.close()
    before = everything_in(tmp_path)
    monkeypatch.setattr(engine, "connect", _no_permission)
    again = open_store(store.path, KEY)
    with again.reading() as db:
        assert documents.get(db, "kept", int) == 7
    with pytest.raises(ReadOnlyStore, match="permission"), again.writing():
        pass
    again.close()
    assert everything_in(tmp_path) == before


def _no_permission(path: Path, *_: object, **__: object) -> None:
    # The engine's own refusal; permission can't be taken away where the tests run as root.
    plain = sqlcipher.connect(path.with_name("other.db"))
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    read_only = sqlcipher.connect(f"{path.with_name('other.db').as_uri()}?mode=ro", uri=True)
    try:
        read_only.execute("DROP TABLE t")
    finally:
        read_only.close()
        path.with_name("other.db").unlink()


@pytest.mark.parametrize(
    ("refusal", "told"),
    [(PermissionError(13, "no"), "permission"), (OSError(5, "input/output error"), "can't be opened")],
)
def test_a_store_that_may_or_can_not_be_read_is_said_to_be_so(
    refusal: OSError, told: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()

    def refuse(*_: object) -> None:
        raise refusal

    # permission can't be taken away where the tests run as root
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Sorry, match=told):
        open_store(store.path, KEY)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_everything_is_for_this_person_only_also_where_an_earlier_store_was_open_to_all(
    store: Store, tmp_path: Path
) -> None:
    with store.writing() as db:
        documents.put(db, "kept", 7)
    backups.make(store, tmp_path / "backups", datetime(2026, 1, 1, tzinfo=UTC))
    parts = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert {each.name for each in parts} >= {"agentdesk.db", "agentdesk.db-wal", "agentdesk-2026-01-01-000000.backup"}
    assert {each.name: oct(each.stat().st_mode & 0o777) for each in parts} == {each.name: "0o600" for each in parts}
    assert (tmp_path / "backups").stat().st_mode & 0o777 == 0o700

    store.path.chmod(0o644)
    open_store(store.path, KEY).close()
    assert store.path.stat().st_mode & 0o777 == 0o600


_WORKER = """
import sys
from pathlib import Path
from agentdesk.store import calls, documents
from agentdesk.store.store import open_store
from tests.factories import TUESDAY, a_call
from tests.store.conftest import KEY, LONDON
from datetime import timedelta

store = open_store(Path(sys.argv[1]), KEY)
start = int(sys.argv[2])
for number in range(start, start + 100_000):
    with store.writing() as db:
        new = [
            a_call("Hello.", f"word{number}", external_id=f"{number}-{part}", at=TUESDAY + timedelta(minutes=number))
            for part in range(5)
        ]
        again = a_call("Hello.", f"word{number} again", external_id=f"{number - 1}-0", at=TUESDAY)
        calls.put(db, [*new, again], LONDON)
        documents.put(db, "last", number)
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills are different there")
def test_twenty_kills_lose_nothing_that_was_said_to_be_saved_and_double_nothing(tmp_path: Path) -> None:
    path = tmp_path / "agentdesk.db"
    open_store(path, KEY).close()
    last = 0
    for kill in range(20):
        command = [sys.executable, "-c", _WORKER, str(path), str(last + 1)]
        worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert worker.stdout is not None
        said = int(worker.stdout.readline())
        time.sleep(0.002 * kill)
        worker.send_signal(signal.SIGKILL)
        said = max([said, *(int(line) for line in worker.stdout.read().split("\n")[:-1])])
        worker.wait()
        worker.stdout.close()
        store = open_store(path, KEY)
        with store.writing() as db:
            last = documents.get(db, "last", int) or 0
            assert last >= said
            # One more for the changed call of number 0, which began as a new one.
            assert calls.count(db, CallFilter()) == 5 * last + 1
            assert calls.count(db, CallFilter(words=f"word{last}")) >= 5
            assert upkeep.check(db) == ()
        store.close()
    assert last >= 20
