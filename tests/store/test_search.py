from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from agentdesk.domain.lists import CallFilter
from agentdesk.store import calls, search
from agentdesk.store.store import Store
from tests.factories import TUESDAY, a_call
from tests.store.conftest import LONDON


@pytest.fixture
def said(db: Connection) -> Connection:
    texts = ["My boiler is leaking.", "The boiler: it’s café-noir! don't ask", "A boiler near the sink AND a tap"]
    some = [a_call("Hello.", text, at=TUESDAY + timedelta(hours=place)) for place, text in enumerate(texts)]
    calls.put(db, some, LONDON)
    return db


def hits(db: Connection, words: str) -> list[int]:
    """Which of the three calls are found, by their hour."""
    found = calls.page(db, CallFilter(words=words), None, 50)
    assert calls.count(db, CallFilter(words=words)) == (len(found) if words.strip() else 3)
    return [(each.started_at - TUESDAY) // timedelta(hours=1) for each in found]


def test_every_word_must_occur_and_the_newest_comes_first(said: Connection) -> None:
    assert hits(said, "boiler") == [2, 1, 0]
    assert hits(said, "boiler leaking") == [0]
    assert hits(said, "boiler window") == []
    assert hits(said, "BOILER Leaking") == [0]
    assert hits(said, "cafe") == [1]
    assert hits(said, "   ") == [2, 1, 0]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("AND", [2]),
        ("near", [2]),
        ("NEAR(boiler leaking)", []),
        ("boiler OR nothing", []),
        ("don't", [1]),
        ("boil*", []),
        ("words:boiler", []),
        ("-boiler", [2, 1, 0]),
        ("^boiler", [2, 1, 0]),
        ('"boiler', [2, 1, 0]),
        ('"', []),
        ("*", []),
        ('""""', []),
        ("🙂", []),
        ("\0", []),
        ("\ud800", []),
        ("boiler\ud800", [2, 1, 0]),
        ("'; DROP TABLE calls; --", []),
        ("(((((", []),
        ("boiler + leaking", [0]),
        ("{boiler}", [2, 1, 0]),
    ],
)
def test_words_are_taken_literally_and_are_never_an_error(said: Connection, words: str, found: list[int]) -> None:
    assert hits(said, words) == found


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=40))
def test_no_text_at_all_is_an_error(store: Store, words: str) -> None:
    with store.reading() as db:
        assert calls.page(db, CallFilter(words=words), None, 5) == ()


def test_endless_words_are_cut(said: Connection) -> None:
    assert hits(said, "boiler " * 100_000) == [2, 1, 0]


def test_a_snippet_is_plain_text_around_the_words(said: Connection) -> None:
    row = calls.page(said, CallFilter(words="leaking"), None, 5)[0]
    assert row.snippet == "Hello. · My boiler is leaking."
    assert calls.page(said, CallFilter(), None, 1)[0].snippet is None


def test_what_was_removed_is_not_found_and_not_kept(said: Connection) -> None:
    call = calls.page(said, CallFilter(words="leaking"), None, 1)[0]
    words = said.exec_driver_sql("SELECT words FROM call_words WHERE call_id = ?", (call.id,)).scalar_one()
    search.remove(said, [(call.id, words)])
    assert hits(said, "leaking") == []
    assert not search.agrees(said)
    search.rebuild(said)
    assert search.agrees(said)
    assert hits(said, "leaking") == [0]
