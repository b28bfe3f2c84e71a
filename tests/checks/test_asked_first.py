from __future__ import annotations

import pytest

from agentdesk.checks.asked_first import Question, find
from agentdesk.domain.brief import Brief
from agentdesk.domain.money import Money
from tests.conversations import a_business, a_call, the_evidence

LINES = ("A refund", "A job over £500", "Work outside our area")


def asked(*said: str, lines: tuple[str, ...] = LINES) -> list[Question]:
    briefs = {"Daisy": Brief(ask_first=lines)}
    return list(find(the_evidence(calls=(a_call(*said),), briefs=briefs, business=a_business()), {}))


def test_a_big_job_is_one_over_the_amount_that_the_line_names() -> None:
    said = ("C: I'd like the back fence done, we've about £600 for it.", "A: I'll ask.")
    (one,) = asked(*said)
    assert (one.asked.what, one.asked.amount) == ("A job over £500", Money(60_000, 2, "GBP"))
    assert one.asked.words == "I'd like the back fence done, we've about £600 for it."
    assert asked(*said, lines=("A job over £750",)) == []
    assert asked(*said, lines=("Any big job",)) == []


@pytest.mark.parametrize(
    "said",
    [
        "C: I was charged £800 and only had the tap done.",
        "C: Someone took £900 out of my account.",
        "C: I owe you six hundred pounds, I think.",
        "C: The postcode is S 3 K 4.",
        "C: We had a grand time, thank you.",
    ],
)
def test_money_that_is_no_job_asks_for_nothing(said: str) -> None:
    assert asked(said, "A: I see.") == []


@pytest.mark.parametrize(
    "said",
    [
        "A: York is outside our usual area, but I'll ask.",
        "A: We don't usually cover York, but I'll ask.",
        "A: We don't normally come out as far as York.",
        "A: I'm afraid we don't cover that postcode.",
        "A: we don't usually cover york but i'll ask",
    ],
)
def test_work_too_far_away_is_asked_about(said: str) -> None:
    (one,) = asked("C: Could you come to York on Monday?", said)
    assert one.asked.what == "Work outside our area"


@pytest.mark.parametrize(
    "said",
    [
        "A: The warranty and we don't cover the cost of parts.",
        "A: We don't cover accidental damage.",
        "A: We do not usually cover repairs in the first year.",
        "A: They don't come out of the box charged.",
    ],
)
def test_what_a_price_or_a_guarantee_does_not_cover_is_no_place(said: str) -> None:
    assert asked("C: Could you come to York on Monday?", said) == []


def test_a_caller_who_only_asks_how_refunds_work_asks_for_nothing() -> None:
    assert asked("C: Do you give refunds?", "A: Within 14 days, yes.") == []
