"""However a store is damaged, it is noticed, and the newest backup takes its place."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from agentdesk.domain.errors import Sorry
from agentdesk.store import backups, calls, upkeep
from agentdesk.store.desk_tables import metadata
from agentdesk.store.store import open_store
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON

PAGE = 4096
MANY = 24
"""Of each kind of damage."""

Harm = Callable[[bytearray, random.Random], None]


def a_flipped_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def cut_short(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(1, len(content)) :]


def an_empty_page(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = bytes(PAGE)


def two_pages_swapped(content: bytearray, chance: random.Random) -> None:
    one, other = (each * PAGE for each in chance.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )


def a_block_of_anything(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    content[start : start + 512] = chance.randbytes(len(content[start : start + 512]))


def everything_kept(path: Path) -> dict[str, list[sa.Row[tuple[object, ...]]]] | None:
    """Every row of every table; None where AgentDesk says that something isn't well."""
    try:
        store = open_store(path, KEY)
    except Sorry:
        return None
    try:
        with store.writing() as db:
            if upkeep.check(db):
                return None
            return {table.name: list(db.execute(sa.select(table))) for table in metadata.sorted_tables}
    except Sorry:
        return None
    finally:
        store.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with calls in it, and a backup beside it."""
    path = tmp_path_factory.mktemp("kept") / "agentdesk.db"
    store = open_store(path, KEY)
    with store.writing() as db:
        calls.put(db, [a_call("word " * 300, f"call {each}", external_id=str(each)) for each in range(40)], LONDON)
    backups.make(store, path.parent / "backups", datetime(2026, 11, 24, tzinfo=UTC))
    store.close()
    return path


@pytest.mark.parametrize("harm", [a_flipped_bit, cut_short, an_empty_page, two_pages_swapped, a_block_of_anything])
def test_damage_is_noticed_and_mended_from_the_newest_backup(kept: Path, tmp_path: Path, harm: Harm) -> None:
    whole, before = kept.read_bytes(), everything_kept(kept)
    chance = random.Random(harm.__name__)  # noqa: S311 - the same damage each time
    for number in range(MANY):
        path = tmp_path / f"{number}.db"
        content = bytearray(whole)
        harm(content, chance)
        path.write_bytes(content)
        assert everything_kept(path) is None, "not noticed"
        newest = backups.newest_whole(kept.parent / "backups", KEY)
        assert newest is not None
        backups.put_back(newest, path, KEY)
        assert everything_kept(path) == before
        assert path.with_name(f"{path.name}.damaged-1").read_bytes() == content
