"""Names of what is sensitive: the quick look at how words begin overlooks none of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.domain.sensitive import Sensitive
from agentdesk.language.sensitive.cues import CUES, cues, names_anything


@pytest.mark.parametrize("words", [words for _, words in CUES], ids=[str(what) for what, _ in CUES])
def test_however_a_thing_is_named_the_name_is_seen(words: str) -> None:
    @settings(max_examples=300, deadline=None, database=None)
    @given(st.from_regex(words, fullmatch=True))
    def named(text: str) -> None:
        assert names_anything(f"{text} is")
        assert names_anything(f"so, {text} is")

    named()


@pytest.mark.parametrize("text", ["shopping", "spinning", "discard", "besides", "recall", "", "thermal", "onward"])
def test_part_of_a_word_names_nothing(text: str) -> None:
    assert not names_anything(text)


def test_names_come_in_their_order_with_their_places() -> None:
    text = "the sort code, then the account number"
    assert [(each.what, text[each.start : each.end]) for each in cues(text)] == [
        (Sensitive.SORT_CODE, "sort code"),
        (Sensitive.ACCOUNT, "account number"),
    ]
