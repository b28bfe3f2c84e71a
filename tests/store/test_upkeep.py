from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agentdesk.domain.lists import CallFilter
from agentdesk.store import calls, upkeep
from agentdesk.store.store import Store, open_store
from agentdesk.store.trouble import DamagedStore
from tests.factories import a_call
from tests.store.conftest import KEY, LONDON

AT = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)


def test_a_backup_opens_with_the_same_key_and_holds_everything(store: Store, tmp_path: Path) -> None:
    with store.writing() as db:
        calls.put(db, [a_call("Hello.", "My boiler.")], LONDON)
    copy = upkeep.backup(store, tmp_path / "backups", AT)
    assert copy.name == "agentdesk-2026-11-24-141000.backup"
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    restored = open_store(copy, KEY)
    with restored.writing() as db:
        assert calls.count(db, CallFilter(words="boiler")) == 1
        assert upkeep.check(db) == ()
    restored.close()


def test_a_backup_that_is_not_whole_gets_no_name(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agentdesk.store.store.is_whole", lambda *_: False)
    with pytest.raises(DamagedStore):
        upkeep.backup(store, tmp_path / "backups", AT)
    assert list((tmp_path / "backups").iterdir()) == []


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("INSERT INTO call_index(call_index, rowid, words) VALUES ('delete', 1, 'never said')", "Searching"),
        ("UPDATE day_totals SET calls = calls + 1", "totals"),
        ("DELETE FROM day_totals", "totals"),
    ],
)
def test_what_is_not_well_is_said_and_mended(store: Store, harm: str, sentence: str) -> None:
    with store.writing() as db:
        calls.put(db, [a_call("Hello.", "My boiler.")], LONDON)
        assert upkeep.check(db) == ()
        db.exec_driver_sql(harm)
        wrong = upkeep.check(db)
        assert len(wrong) == 1
        assert sentence in wrong[0]
        upkeep.mend(db)
        assert upkeep.check(db) == ()


def test_the_engine_says_what_it_is(store: Store) -> None:
    with store.reading() as db:
        facts = upkeep.engine_facts(db)
    assert facts.engine.startswith("3.")
    assert facts.encryption.startswith("4.")
