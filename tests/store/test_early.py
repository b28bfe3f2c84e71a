"""A kept record can be had before SQLAlchemy is loaded, or is left alone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from agentdesk.store import documents, early
from agentdesk.store.engine import connect
from agentdesk.store.store import Store, open_store
from agentdesk.store.version import VERSION
from tests.store.conftest import KEY


@dataclass(frozen=True, slots=True)
class Note:
    words: str


@pytest.fixture
def path(store: Store) -> Path:
    with store.writing() as db:
        documents.put(db, "note", Note("Ring Mrs Ellis."))
    return store.path


def test_the_record_is_the_one_that_was_kept(path: Path) -> None:
    assert early.document(path, KEY, "note", Note) == Note("Ring Mrs Ellis.")
    assert early.document(path, KEY, "another", Note) is None


def test_what_was_written_last_is_read_even_from_the_log(store: Store, path: Path) -> None:
    with store.writing() as db:
        documents.put(db, "note", Note("Done."))
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    assert early.document(path, KEY, "note", Note) == Note("Done.")


def test_a_record_of_another_shape_is_left(path: Path) -> None:
    assert early.document(path, KEY, "note", int) is None


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1])
def test_a_store_of_another_version_is_left_untouched(store: Store, path: Path, version: int) -> None:
    store.close()
    connection = connect(path, KEY)
    connection.execute(f"PRAGMA user_version={version}")
    connection.close()
    before = path.read_bytes()
    assert early.document(path, KEY, "note", Note) is None
    assert path.read_bytes() == before


def test_what_does_not_open_is_left_to_whom_knows_what_to_say(store: Store, path: Path, tmp_path: Path) -> None:
    store.close()
    assert early.document(path, bytes(32), "note", Note) is None
    assert early.document(tmp_path / "nothing.db", KEY, "note", Note) is None
    broken = tmp_path / "broken.db"
    broken.write_bytes(path.read_bytes()[:4096] + b"\x07" * 8192)
    assert early.document(broken, KEY, "note", Note) is None


def test_the_store_opens_as_ever_afterwards(store: Store, path: Path) -> None:
    store.close()
    early.document(path, KEY, "note", Note)
    again = open_store(path, KEY)
    with again.reading() as db:
        assert documents.get(db, "note", Note) == Note("Ring Mrs Ellis.")
    again.close()


def test_sqlalchemy_is_not_needed_for_it() -> None:
    code = "import sys, agentdesk.store.early; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
