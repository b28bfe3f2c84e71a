"""Real stores, encrypted, in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection

from agentdesk.store.store import Store, open_store
from agentdesk.store.trouble import DamagedStore

KEY = bytes(range(32))
OTHER_KEY = b"\x07" * 32
LONDON = ZoneInfo("Europe/London")


_Kept = TypeVar("_Kept")


def there(kept: _Kept | None) -> _Kept:
    """What was looked up, which must be there."""
    assert kept is not None
    return kept


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "agentdesk.db", KEY)
    yield opened
    opened.close()


@pytest.fixture
def db(store: Store) -> Iterator[Connection]:
    """A connection that writes. What a test does with it is one transaction."""
    with store.writing() as connection:
        yield connection


def not_whole(*_: object) -> None:
    """Stands in for reading a file through, where it is damaged."""
    raise DamagedStore


def everything_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file()}
