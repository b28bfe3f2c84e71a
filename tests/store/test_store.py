from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import CallFilter
from agentdesk.store import calls, documents, engine, upkeep
from agentdesk.store.engine import APPLICATION_ID, check_engine, connect
from agentdesk.store.store import Store, open_store, set_aside
from agentdesk.store.trouble import (
    DamagedStore,
    NewerStore,
    NotOurs,
    OldEngine,
    ReadOnlyStore,
    StoreBusy,
    WrongKey,
    meant_by,
)
from agentdesk.store.version import VERSION
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON

OTHER_KEY = b"\x07" * 32


def everything_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file()}


def test_every_connection_keeps_data_whole_and_unreadable(store: Store) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}
    wanted |= {"secure_delete": 1, "temp_store": 2}
    with store.reading() as db:
        assert {name: db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted
        assert db.exec_driver_sql("SELECT v FROM call_index_config WHERE k = 'secure-delete'").scalar() == 1


def test_an_engine_with_a_known_fault_is_refused_in_a_plain_sentence() -> None:
    check_engine((3, 51, 3))
    with pytest.raises(OldEngine, match="Install AgentDesk again"):
        check_engine((3, 51, 2))


def test_not_one_word_stands_plainly_on_the_disk(store: Store, tmp_path: Path) -> None:
    canaries = [f"canary{number}whisper" for number in range(50)]
    with store.writing() as db:
        calls.put(db, [a_call("Hello.", *canaries, caller="+447700900999", outcome="secretoutcome")], LONDON)
        documents.put(db, "notes", {"text": canaries[0]})
    with store.reading() as db:
        assert calls.count(db, CallFilter(words=canaries[7])) == 1
    upkeep_copy = tmp_path / "copy.db"
    store.copy_to(upkeep_copy)
    files = everything_in(tmp_path)
    assert {"agentdesk.db", "agentdesk.db-wal", "copy.db"} <= set(files)
    for name, content in files.items():
        for word in (*canaries, "7700900999", "secretoutcome", "CREATE TABLE", "SQLite format"):
            assert word.encode() not in content, f"{word} in {name}"


def test_a_wrong_key_leaves_everything_untouched(store: Store, tmp_path: Path) -> None:
    with store.writing() as db:
        calls.put(db, [a_call()], LONDON)
    # The first store is still open, so that its log is there too. Beside the log lies what open
    # connections tell each other; it is made anew at each opening and holds nothing of the owner's.
    between = store.path.with_name(f"{store.path.name}-shm").name
    before = everything_in(tmp_path)
    with pytest.raises(WrongKey, match="recovery key"):
        open_store(store.path, OTHER_KEY)
    after = everything_in(tmp_path)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} <= {between}
    open_store(store.path, KEY).close()


def test_a_newer_store_is_refused_untouched(store: Store, tmp_path: Path) -> None:
    store.close()
    connection = connect(store.path, KEY)
    connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.close()
    before = everything_in(tmp_path)
    with pytest.raises(NewerStore, match="newest AgentDesk"):
        open_store(store.path, KEY)
    assert everything_in(tmp_path) == before


def test_files_of_others_are_named_and_left_alone(tmp_path: Path) -> None:
    import sqlite3

    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    foreign = connect(tmp_path / "foreign.db", KEY)
    foreign.execute("CREATE TABLE t (x)")
    foreign.close()
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.db").write_text("shopping list")
    (tmp_path / "folder.db").mkdir()
    (tmp_path / "link.db").symlink_to(tmp_path / "elsewhere.db")
    before = everything_in(tmp_path)
    for name in ("plain", "foreign", "empty", "text", "folder", "link"):
        with pytest.raises(NotOurs, match=f"{name}.db"):
            open_store(tmp_path / f"{name}.db", KEY)
    assert everything_in(tmp_path) == before
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_photo_is_not_taken_for_a_store(tmp_path: Path) -> None:
    path = tmp_path / "agentdesk.db"
    path.write_bytes(b"\xff\xd8\xff\xe0" * 4096)
    with pytest.raises(WrongKey):
        open_store(path, KEY)
    assert path.read_bytes() == b"\xff\xd8\xff\xe0" * 4096


def test_a_store_cut_short_is_named_as_damaged_and_can_be_set_aside(store: Store) -> None:
    store.close()
    content = store.path.read_bytes()
    store.path.write_bytes(content[:-100])
    with pytest.raises(DamagedStore, match="backup"):
        open_store(store.path, KEY)
    aside = set_aside(store.path)
    assert aside.read_bytes() == content[:-100]
    assert not store.path.exists()
    store.path.write_bytes(b"again")
    assert set_aside(store.path) != aside
    assert aside.read_bytes() == content[:-100]


def test_a_flipped_bit_is_noticed_when_its_page_is_read(store: Store) -> None:
    with store.writing() as db:
        calls.put(db, [a_call("Hello " * 5000)], LONDON)
    store.close()
    whole = store.path.read_bytes()
    for place in range(4096 + 77, len(whole), 4096 * 3):
        store.path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert not store.opens(store.path)
        try:
            again = open_store(store.path, KEY)
            with again.writing() as db:
                assert upkeep.check(db) != ()
        except DamagedStore:
            pass
        finally:
            again.close()
    store.path.write_bytes(whole)
    assert store.opens(store.path)


def test_the_log_of_a_store_that_is_gone_is_not_mixed_into_a_new_one(store: Store, tmp_path: Path) -> None:
    with store.writing() as db:
        documents.put(db, "old", 1)
    stale = store.path.with_name("agentdesk.db-wal").read_bytes()
    store.close()
    other = tmp_path / "other.db"
    other.with_name("other.db-wal").write_bytes(stale)
    new = open_store(other, KEY)
    with new.reading() as db:
        assert documents.get(db, "old", int) is None
    new.close()
    assert (tmp_path / "other.db.damaged-1-wal").read_bytes() == stale


def test_an_unfinished_new_store_never_has_the_final_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "agentdesk.db"
    with monkeypatch.context() as patched:
        patched.setattr("agentdesk.store.store.search.create", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            open_store(path, KEY)
    assert not path.exists()
    open_store(path, KEY).close()
    assert [each.name for each in tmp_path.iterdir()] == ["agentdesk.db"]


def test_an_error_takes_everything_of_its_block_back(store: Store) -> None:
    def half() -> None:
        with store.writing() as db:
            documents.put(db, "half", 1)
            calls.put(db, [a_call()], LONDON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    with store.reading() as db:
        assert documents.get(db, "half", int) is None
        assert calls.count(db, CallFilter(words="visit")) == 0


def test_a_reader_sees_one_unchanging_view_and_never_waits(store: Store) -> None:
    with store.writing() as db:
        documents.put(db, "number", 1)
    with store.reading() as reader:
        assert documents.get(reader, "number", int) == 1
        with store.writing() as db:
            documents.put(db, "number", 2)
            with store.reading() as third:
                assert documents.get(third, "number", int) == 1
        assert documents.get(reader, "number", int) == 1
    with store.reading() as reader:
        assert documents.get(reader, "number", int) == 2


def test_writers_wait_for_each_other(store: Store) -> None:
    second = open_store(store.path, KEY)
    order: list[str] = []
    inside = threading.Event()

    def slow() -> None:
        with store.writing() as db:
            inside.set()
            order.append("first begins")
            time.sleep(0.2)
            documents.put(db, "who", "first")
            order.append("first ends")

    thread = threading.Thread(target=slow)
    thread.start()
    inside.wait()
    with second.writing() as db:
        order.append("second begins")
        assert documents.get(db, "who", str) == "first"
    thread.join()
    second.close()
    assert order == ["first begins", "first ends", "second begins"]


def test_waiting_has_an_end_with_a_plain_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_WAIT_MS", 50)
    second = open_store(store.path, KEY)
    with store.writing(), pytest.raises(StoreBusy, match="Try again"), second.writing():
        pass
    second.close()


def test_a_thread_that_would_wait_for_itself_is_told(store: Store) -> None:
    with store.writing(), pytest.raises(RuntimeError, match="wait for itself"), store.writing():
        pass


def test_many_threads_read_and_write_at_once(store: Store) -> None:
    troubles: list[Exception] = []

    def work(number: int) -> None:
        try:
            for turn in range(15):
                with store.writing() as db:
                    documents.put(db, f"{number} {turn}", turn)
                with store.reading() as db:
                    assert documents.get(db, f"{number} {turn}", int) == turn
                    assert db.execute(sa.text("SELECT count(*) FROM documents")).scalar_one() > turn
        except Exception as error:  # noqa: BLE001 - every one is reported below
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert troubles == []
    with store.reading() as db:
        assert db.execute(sa.text("SELECT count(*) FROM documents")).scalar_one() == 12 * 15


def test_mistakes_of_ours_are_not_dressed_up(store: Store) -> None:
    with pytest.raises(sa.exc.OperationalError), store.reading() as db:
        db.exec_driver_sql("SELECT * FROM nowhere")
    assert meant_by(ValueError()) is None


_FULL = """
import resource, signal, sys
from pathlib import Path
from agentdesk.domain.lists import CallFilter
from agentdesk.store import calls, documents, upkeep
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
            upkeep.backup(store, path.parent / "backups", datetime(2026, 1, 1, tzinfo=UTC))
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
print(upkeep.backup(store, path.parent / "backups", datetime(2026, 1, 1, tzinfo=UTC)).name)
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
from tests.store.conftest import KEY

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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_everything_is_for_this_person_only_also_where_an_earlier_store_was_open_to_all(
    store: Store, tmp_path: Path
) -> None:
    with store.writing() as db:
        documents.put(db, "kept", 7)
    upkeep.backup(store, tmp_path / "backups", datetime(2026, 1, 1, tzinfo=UTC))
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


def test_the_key_has_32_bytes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_store(tmp_path / "agentdesk.db", b"short")


def test_what_is_ours_says_so(store: Store) -> None:
    with store.reading() as db:
        assert db.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
        assert db.exec_driver_sql("PRAGMA user_version").scalar() == VERSION
    assert issubclass(DamagedStore, Sorry)


def test_what_another_program_wrote_is_noticed_once_and_what_this_one_wrote_is_not(store: Store) -> None:
    other = open_store(store.path, KEY)
    try:
        assert not store.written_elsewhere()
        with store.writing() as db:
            documents.put(db, "ours", 1)
        assert not store.written_elsewhere()
        with other.writing() as db:
            documents.put(db, "theirs", 1)
        assert store.written_elsewhere()
        assert not store.written_elsewhere()
        with other.writing() as db:
            documents.put(db, "theirs", 2)
        with store.writing() as db:
            documents.put(db, "ours", 2)
        assert store.written_elsewhere()
        with other.reading() as db:
            assert documents.get(db, "ours", int) == 2
        assert not store.written_elsewhere()
    finally:
        other.close()


def test_asking_what_others_wrote_waits_for_no_writer(store: Store) -> None:
    with store.writing():
        assert not store.written_elsewhere()
