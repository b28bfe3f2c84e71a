"""The name that a caller gives, when asked or without."""

from __future__ import annotations

import pytest

from agentdesk.domain.call import Turn
from agentdesk.language.callers_name import callers_name


@pytest.mark.parametrize(
    ("asked", "answer", "name"),
    [
        ("What name is it?", "Ana Marsh.", "Ana Marsh"),
        ("Can I take your name?", "Yes, it's Siobhán O'Neill, thanks.", "Siobhán O'Neill"),
        ("And the name, please?", "Mr Fenwick", "Mr Fenwick"),
        ("How can I help?", "My name is Jean-Luc Adeyemi and my boiler is off.", "Jean-Luc Adeyemi"),
        ("How can I help?", "Leeds is lovely today.", None),
        ("What name is it?", "I'd rather not say.", None),
        ("What name is it?", "ana marsh", None),
    ],
)
def test_a_name_is_read_where_it_was_given(asked: str, answer: str, name: str | None) -> None:
    turns = (Turn("agent", asked), Turn("caller", answer), Turn("agent", "You're booked in."))
    assert callers_name(turns, 2) == name


def test_what_comes_later_is_not_read() -> None:
    turns = (Turn("agent", "You're booked in."), Turn("caller", "My name is Ana Marsh."))
    assert callers_name(turns, 0) is None
