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


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("my name is priya patel and my boiler is off", "Priya Patel"),
        ("hi the name's siobhan o'neill i'd like a check-up", "Siobhan O'Neill"),
        ("my name's oluwaseun adeyemi-price", "Oluwaseun Adeyemi-Price"),
        ("my name is on the account", None),
        ("my name is not important", None),
    ],
)
def test_a_name_without_capitals_is_read_where_it_is_said_to_be_one(said: str, name: str | None) -> None:
    assert callers_name((Turn("agent", "How can I help?"), Turn("caller", said)), 1) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("My name is Tom Smith, S-M-Y-T-H-E.", "Tom Smythe"),
        ("My name is Sian Powel, that's P for Peter, O, W, E, double L.", "Sian Powell"),
        ("my name is kate mcdonald m a c d o n a l d", "Kate Macdonald"),
        ("My name is Agnieszka Kowalska, A G N I E S Z K A.", "Agnieszka Kowalska"),
        ("My name is Ana Marsh, I need a plan B or C.", "Ana Marsh"),
        ("My name is Nina Osei, it's on the N H S.", "Nina Osei"),
    ],
)
def test_letters_said_one_by_one_put_the_name_right(said: str, name: str) -> None:
    assert callers_name((Turn("agent", "How can I help?"), Turn("caller", said)), 1) == name


def test_a_name_may_be_spelt_when_the_agent_asks() -> None:
    turns = (
        Turn("agent", "What name is it?"),
        Turn("caller", "Rees Hughs."),
        Turn("agent", "How do you spell that?"),
        Turn("caller", "R H Y S."),
        Turn("agent", "Thank you, you're booked in."),
    )
    assert callers_name(turns, 4) == "Rhys Hughs"


def test_what_comes_later_is_not_read() -> None:
    turns = (Turn("agent", "You're booked in."), Turn("caller", "My name is Ana Marsh."))
    assert callers_name(turns, 0) is None
