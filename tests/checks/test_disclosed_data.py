from __future__ import annotations

import pytest

from agentdesk.checks.disclosed_data import find
from agentdesk.domain.finding import Found, Kind, Said, Severity
from tests.conversations import CALLED_AT, CALLER, a_call, an_entry, assert_verbatim, the_evidence


def found(*lines: str, **what: object) -> list[Found]:
    evidence = the_evidence(calls=(a_call(*lines),), **what)
    all_found = list(find(evidence))
    assert_verbatim(all_found, evidence)
    return all_found


def test_a_neighbours_number_given_to_anybody_is_red() -> None:
    (one,) = found(
        "C: Hi, can you give me Mrs Patel's number? I've lost it.", "A: Of course. Her mobile number is 07700 900123."
    )
    assert (one.kind, one.severity, one.call) == (Kind.DATA_DISCLOSED, Severity.RED, 1)
    assert one.reason == "Daisy gave details about a customer away without checking who was asking."
    assert one.evidence == (
        Said(0, "Hi, can you give me Mrs Patel's number? I've lost it."),
        Said(1, "Her mobile number is 07700 900123."),
    )


@pytest.mark.parametrize(
    "said",
    [
        "A: Her appointment is on Thursday at 3 pm.",
        "A: His address is 14 Mill Lane.",
        "A: Mrs Patel's balance is £240.",
        "A: Mr Khan is booked in for Tuesday at 3 pm.",
        "A: Yes, Mrs Walsh has an appointment on Thursday at 10 am.",
        "A: The email address we have on file is jo.bloggs@example.co.uk.",
        "A: I have your postcode down as NN1 4QP.",
    ],
)
def test_details_told_unasked_are_given_away(said: str) -> None:
    assert len(found("C: What have you got down?", said)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "A: Our number is 01604 555 0110 and our address is 2 High Street.",
        "A: Your appointment is on Tuesday at 3 pm.",
        "A: Is your number still 07700 900123?",
        "A: I can't give you his address, I'm afraid.",
    ],
)
def test_what_the_business_may_say_is_not_given_away(said: str) -> None:
    assert found("C: What have you got down?", said) == []


def test_after_asking_who_is_calling_details_may_be_told() -> None:
    asked = ("A: Can I take your surname and postcode first?", "C: Patel, NN1 4QP")
    assert found("C: What number have you got for me?", *asked, "A: The number we have is 07700 900123.") == []


def test_what_the_caller_said_first_is_only_read_back() -> None:
    assert found("C: It's for my mum, 07700 900123.", "A: Thank you, her number is 07700 900123.") == []


def test_a_caller_whose_number_is_in_the_diary_is_known() -> None:
    lines = ("C: Which email do you have?", "A: The email we have on file is jo@example.co.uk.")
    assert found(*lines, bookings=(an_entry(1, CALLED_AT, phone=CALLER),)) == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("C: Is my husband in with you this week?", "A: Yes, he's booked in tomorrow at quarter past nine."),
        ("C: When's her next appointment? She's my flatmate.", "A: She's in on Tuesday at two."),
        ("C: What number have you got for him?", "A: I've got 07700 900456."),
        ("C: Has my sister got anything booked?", "A: Yes, Jo's down for Friday the ninth at noon."),
    ],
)
def test_who_asks_after_somebody_else_is_told_nothing_unchecked(asked: str, told: str) -> None:
    assert len(found(asked, told)) == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("C: Is my husband in with you this week?", "A: I'm sorry, I can't tell you that."),
        ("C: Is my wife all right to park there?", "A: Yes, it's free after six."),
        ("C: What's their phone number?", "A: The salon's number is 01134 960100."),
        ("C: Have you a number for them?", "A: It's 01134 960100."),
        ("C: Can you book my wife in?", "A: She can come tomorrow at nine."),
        ("C: What number have you got for him? It's 07700 900456.", "A: Yes, 07700 900456."),
    ],
)
def test_asking_after_somebody_else_and_learning_nothing_is_fine(asked: str, told: str) -> None:
    assert found(asked, told) == []
