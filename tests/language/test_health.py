"""What callers say of health is heard; what merely sounds like it is not."""

from __future__ import annotations

import pytest

from agentdesk.language.health import told
from tests.conversations import conversation


@pytest.mark.parametrize(
    "said",
    [
        "I've got asthma, is the cleaning spray strong?",
        "She's just come out of hospital after a stroke.",
        "I can't come in, I've tested positive for covid.",
        "My daughter's coeliac and she's allergic to nuts.",
        "I'm taking antidepressants at the moment.",
        "I’ve had terrible migraines since the accident.",
    ],
)
def test_a_caller_who_tells_of_health_is_heard(said: str) -> None:
    (one,) = told(conversation("A: How can I help?", f"C: {said}"))
    assert one.turn == 1


def test_a_yes_to_a_question_about_health_tells_it_too() -> None:
    assert [each.turn for each in told(conversation("A: Do you have any allergies or asthma?", "C: Yes, both."))] == [1]


@pytest.mark.parametrize(
    "said",
    [
        "My boiler is sick of working and so am I.",
        "Can I see the dentist on Monday?",
        "I'd like a back and shoulder massage on Friday.",
        "The back door is broken and the lock is stiff.",
        "It's the medical centre on Mill Road, our lights have gone.",
        "I need a full head of highlights.",
        "The pain is that nobody rang me back.",
    ],
)
def test_what_merely_sounds_like_it_is_not(said: str) -> None:
    assert told(conversation("A: How can I help?", f"C: {said}", "A: Okay, that's booked.", "C: Thanks.")) == ()


def test_an_empty_conversation_tells_nothing() -> None:
    assert told(()) == ()
    assert told(conversation("A: Your appointment with Dr Smith is confirmed.", "C:")) == ()
