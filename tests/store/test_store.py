from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import CallFilter
from agentdesk.store import calls, documents, engine
from agentdesk.store.engine import APPLICATION_ID, check_engine
from agentdesk.store.store import Store, open_store
from agentdesk.store.trouble import (
    DamagedStore,
    OldEngine,
    StoreBusy,
    meant_by,
)
from agentdesk.store.version import VERSION
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON, everything_in


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
