from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.store import calls, documents, upkeep
from agentdesk.store.engine import connect
from agentdesk.store.files import is_whole, make_sure, set_aside
from agentdesk.store.store import Store, open_store
from agentdesk.store.trouble import (
    DamagedStore,
    NewerStore,
    NotOurs,
    ReadOnlyStore,
    WrongKey,
)
from agentdesk.store.version import VERSION
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON, OTHER_KEY, everything_in


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
        assert not is_whole(store.path, KEY)
        try:
            again = open_store(store.path, KEY)
            with again.writing() as db:
                assert upkeep.check(db) != ()
        except DamagedStore:
            pass
        finally:
            again.close()
    store.path.write_bytes(whole)
    assert is_whole(store.path, KEY)


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


def test_a_disk_that_lets_nobody_read_a_file_is_no_damage_to_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()

    def refuse(*_: object) -> None:
        # the engine's own refusal
        sqlcipher.connect(str(store.path.parent / "nowhere" / "store.db"))

    monkeypatch.setattr("agentdesk.store.files.connect", refuse)
    with pytest.raises(ReadOnlyStore):
        make_sure(store.path, KEY)
    assert not is_whole(store.path, KEY)
