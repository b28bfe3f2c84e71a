"""Whether a caller got what they rang for, in calls that the weights were not learnt from."""

from __future__ import annotations

import pytest
from hypothesis import given

from agentdesk.domain.call import Turn
from agentdesk.language.resolution import features, resolved
from tests.conversations import conversation, conversations

HELLO = "A: Hello, Hartley Plumbing. How can I help?"


@pytest.mark.parametrize(
    "lines",
    [
        (
            HELLO,
            "C: Can I book a boiler service?",
            "A: You're booked in for Tuesday at ten.",
            "C: Lovely, thank you. Bye.",
        ),
        (
            HELLO,
            "C: What do you charge for a tap?",
            "A: A tap repair is eighty pounds for the first hour.",
            "C: Great, ta.",
        ),
        (
            HELLO,
            "C: Thursday at two?",
            "A: I'm sorry, Thursday is fully booked.",
            "C: Friday then.",
            "A: That's all booked for Friday at two.",
            "C: Perfect, cheers.",
        ),
        (
            HELLO,
            "C: Have you anything this week for a tap?",
            "A: I have Thursday at two or Friday at nine.",
            "C: I'll take the Friday, I'll take that one.",
            "A: Lovely, that's all booked for you.",
            "C: Ta very much.",
        ),
    ],
)
def test_a_need_that_was_met(lines: tuple[str, ...]) -> None:
    assert resolved(conversation(*lines)) is True


@pytest.mark.parametrize(
    "lines",
    [
        (
            HELLO,
            "C: Can somebody come today?",
            "A: I'm sorry, there's nothing available today.",
            "C: Oh well, thanks anyway. I'll try somewhere else.",
            "A: Goodbye.",
        ),
        (
            HELLO,
            "C: I need a visit.",
            "A: I'm sorry, but the booking has failed.",
            "C: Can you try again?",
            "A: I'm afraid the booking failed again.",
            "C: That's useless.",
        ),
        (HELLO, "C: I want a visit.", "A: What's your name?", "C: Never mind, I'll do it myself."),
    ],
)
def test_a_need_that_was_not(lines: tuple[str, ...]) -> None:
    assert resolved(conversation(*lines)) is False


def test_nothing_is_said_of_a_call_with_one_side() -> None:
    assert resolved(conversation(HELLO)) is None
    assert resolved(conversation("C: Hello?")) is None
    assert resolved(()) is None


def test_the_features_name_what_the_call_came_to() -> None:
    found = features(
        conversation("C: A visit?", "A: I'm sorry, that couldn't be booked.", "C: Oh well, thanks anyway.")
    )
    assert {"= failed at the end", "= the caller is let down", "caller: anyway"} <= found


@given(conversations())
def test_any_conversation_can_be_judged(turns: tuple[Turn, ...]) -> None:
    assert resolved(turns) in (True, False, None)


@pytest.mark.parametrize(
    ("said", "walks"),
    [
        ("C: I'll take that, thanks.", False),
        ("C: Go on then, I'll have it.", False),
        ("C: I'll get a cab instead.", True),
        ("C: I've found one round the corner, I'll use that.", True),
        ("C: Never mind, I'll do it myself.", True),
    ],
)
def test_taking_what_is_offered_is_no_walking_away(said: str, walks: bool) -> None:
    found = features(conversation(HELLO, "C: A cab at two?", "A: I have one at two for twelve pounds.", said))
    assert any(each.startswith("= walked away") for each in found) is walks
