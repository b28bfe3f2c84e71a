from __future__ import annotations

import pytest

from agentdesk.store import calls, upkeep
from agentdesk.store.store import Store
from tests.factories import a_call
from tests.store.conftest import LONDON


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
