"""Whether a reply says what the fact sheet says."""

from __future__ import annotations

import pytest

from agentdesk.domain.call import Turn
from agentdesk.language.answered import answered, tells


@pytest.mark.parametrize(
    ("reply", "says", "does"),
    [
        ("Yes, we fit water softeners, from £400.", "We fit them, from £400", True),
        ("They start at four hundred pounds, fitted.", "We fit them, from £400", False),
        ("Parking is £5 for the day, yes.", "Parking is £5 for the day", True),
        ("Parking is £8 for the day, yes.", "Parking is £5 for the day", False),
        ("Yes, from £300 fitted.", "We fit them, from £400", False),
        ("No, we don't fit those, I'm afraid.", "We don't fit those", True),
        ("Yes, we fit those.", "We don't fit those", False),
        ("There's free parking behind the shop.", "Free parking behind the shop", True),
        ("Parking? Let me see.", "Free parking behind the shop", False),
        ("Is there anything else?", "Yes", False),
        ("Yes, we do.", "Yes", True),
    ],
)
def test_a_reply_tells_what_the_sheet_says(reply: str, says: str, does: bool) -> None:
    assert tells(reply, says) is does


def test_an_answer_follows_its_question() -> None:
    turns = (
        Turn("agent", "Hello."),
        Turn("caller", "Is there somewhere to park?"),
        Turn("agent", "There's free parking behind the shop."),
    )
    assert answered(turns, "Where can I park?", "Free parking behind the shop") == 2
    assert answered(turns, "Do you take dogs?", "Free parking behind the shop") is None
    assert answered(turns[:2], "Where can I park?", "Free parking behind the shop") is None
