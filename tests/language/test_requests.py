from __future__ import annotations

import pytest
from hypothesis import given

from agentdesk.language.handovers import Answer, answers
from agentdesk.language.requests import Wanted, requests
from tests.conversations import texts


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Can I speak to a person, please?", Wanted.PERSON),
        ("put me through to the manager", Wanted.PERSON),
        ("I'd rather talk to somebody real", Wanted.PERSON),
        ("Is Jo there? Could I speak to Jo?", Wanted.PERSON),
        ("get me your manager on the line", Wanted.PERSON),
        ("Could someone give me a ring back?", Wanted.PERSON),
        ("I've waited in two mornings and nobody came.", Wanted.COMPLAINT),
        ("I want to make a complaint.", Wanted.COMPLAINT),
        ("I'm very unhappy with the work", Wanted.COMPLAINT),
        ("I want my money back", Wanted.REFUND),
        ("when will I get the refund", Wanted.REFUND),
        ("I can smell gas in the kitchen", Wanted.EMERGENCY),
        ("there's water coming through the ceiling", Wanted.EMERGENCY),
        ("he's had a tooth knocked out", Wanted.EMERGENCY),
    ],
)
def test_callers_who_want_a_person_are_heard(said: str, wanted: Wanted) -> None:
    assert wanted in [each.wanted for each in requests(said)]


@pytest.mark.parametrize(
    "said",
    [
        "I'd like to book a check-up.",
        "I don't want a refund.",
        "No need to put me through.",
        "I need to talk to my husband first.",
        "Do you do refunds?",
        "Can someone help me with a booking?",
        "A table for one person, please.",
        "Do you service gas boilers?",
        "I can't complain, thanks.",
        "How much is the deposit?",
        "Is there parking for staff?",
    ],
)
def test_ordinary_callers_are_not(said: str) -> None:
    assert requests(said) == ()


def test_the_owners_own_words_are_whole_words_and_nothing_else() -> None:
    own = ["waited in", "a.b", "  "]
    assert [each.wanted for each in requests("I've WAITED  in again", own)] == [Wanted.OWN_WORDS]
    assert requests("she awaited in silence", own) == ()
    assert requests("the acb", own) == ()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("I'll put you through now.", Answer.HANDED_OVER),
        ("Let me transfer you to a colleague.", Answer.HANDED_OVER),
        ("Bear with me, I'm connecting you to the office.", Answer.HANDED_OVER),
        ("I'll get Jo to ring you back within the hour.", Answer.PROMISED),
        ("Someone will call you this afternoon.", Answer.PROMISED),
        ("The manager will be in touch.", Answer.PROMISED),
        ("I've asked our engineer to give you a call.", Answer.PROMISED),
        ("I'll take a message.", Answer.PROMISED),
        ("I'll pass that on to the manager.", Answer.PROMISED),
        ("Please ring 999 straight away.", Answer.SENT_FOR_HELP),
        ("Please call the gas emergency line now.", Answer.SENT_FOR_HELP),
    ],
)
def test_what_the_agent_did_for_them_is_heard(said: str, answer: Answer) -> None:
    assert answer in [each.answer for each in answers(said)]


@pytest.mark.parametrize(
    "said",
    [
        "I'm sorry, I can't put you through.",
        "I'm not able to transfer you to anyone.",
        "I'll text you a confirmation.",
        "I'll send the details to your phone.",
        "The engineer will ring you when he's on his way.",
        "Someone will be in touch if anything changes.",
        "Is there anything else I can help you with?",
        "You can pay when you get here.",
    ],
)
def test_refusals_courtesies_and_confirmations_are_no_answer(said: str) -> None:
    assert answers(said) == ()


def test_an_offer_is_marked_as_one() -> None:
    assert [each.offered for each in answers("Would you like someone to call you back?")] == [True]


@given(texts())
def test_places_lie_inside_the_text(text: str) -> None:
    for each in (*requests(text, ["café", "smell gas"]), *answers(text)):
        assert text[each.start : each.end].strip()
