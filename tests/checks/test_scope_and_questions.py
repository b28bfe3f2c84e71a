"""Going outside its job, and questions that stay open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentdesk.checks import outside_job, unanswered_question
from agentdesk.domain.brief import Brief
from agentdesk.domain.business import Fact, Service
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.domain.money import Money
from tests.conversations import a_business, a_call, assert_verbatim, the_evidence

NEVER = (
    "Quote a price that is not on the fact sheet",
    "Give advice on gas or electrical work, or say that something is safe",
    "Promise an arrival time to the minute",
    "Agree a refund, a discount or compensation",
    "Give medical or dental advice, or say what a symptom means",
    "Recommend medicine or a dose",
    "Give legal advice about notice, eviction, rent or deposits",
    "Promise a result or a colour",
    "Give a door code, or say where keys are",
    "Say that it is a person",
)
BUSINESS = a_business(
    services=(Service("Boiler service", 60, Money.of(Decimal(95), "GBP")),), facts=(Fact("Call-out fee", "£60"),)
)


def outside(said: str, never: tuple[str, ...] = NEVER) -> list[Found]:
    evidence = the_evidence(
        business=BUSINESS, calls=(a_call("C: Hello.", f"A: {said}"),), briefs={"Daisy": Brief(never=never)}
    )
    found = list(outside_job.find(evidence))
    assert_verbatim(found, evidence)
    return found


def test_medicine_is_medical_advice_where_no_line_names_it() -> None:
    (one,) = outside("Take two ibuprofen and ring back in the morning.", never=("Give medical advice",))
    assert one.slot == "Give medical advice"
    assert outside("Please have your medication list to hand.", never=("Give medical advice",)) == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("A new radiator would be about £240.", 0),
        ("That's perfectly safe to use until he gets there.", 1),
        ("No, it's not dangerous.", 1),
        ("You can just relight it yourself.", 1),
        ("He'll be there at 10.25.", 2),
        ("I'll refund you the call-out fee today.", 3),
        ("I can give you ten per cent off.", 3),
        ("That sounds like an abscess to me.", 4),
        ("Take two ibuprofen every four hours.", 5),
        ("Legally your landlord has to fix that within a day.", 6),
        ("I promise the colour will come out just like the photo.", 7),
        ("The door code is 4-4-1-7.", 8),
        ("Yes, I'm a real person.", 9),
    ],
)
def test_what_the_brief_forbids_is_amber_with_the_line_it_broke(said: str, line: int) -> None:
    (one,) = outside(said)
    assert (one.kind, one.severity, one.call) == (Kind.SCOPE_OUTSIDE, Severity.AMBER, 1)
    assert one.reason == f"Daisy went outside its job. Its brief says never: {NEVER[line]}."
    assert one.evidence == (Said(1, said),)
    assert outside(said, never=()) == []


@pytest.mark.parametrize(
    "said",
    [
        "A boiler service is £95.",
        "The call-out fee is £60.",
        "I can't say whether that's safe, so please turn it off and I'll get somebody to ring you.",
        "I'm not able to agree a refund, but Jo can ring you about it.",
        "He'll be there between ten and twelve.",
        "I can't give dental advice, I'm afraid.",
        "No, I'm an AI receptionist.",
        "You're booked in for Tuesday at 10.25.",
        "I can't promise how the colour turns out.",
        "Is it safe to leave it until tomorrow?",
        "You said you paid £240.",
        "Please get everybody outside now, and ring 0800 111 999.",
    ],
)
def test_what_stays_inside_the_job_shows_nothing(said: str) -> None:
    assert outside(said) == []


def open_questions(*lines: str) -> list[Found]:
    evidence = the_evidence(calls=(a_call(*lines),))
    found = list(unanswered_question.find(evidence))
    assert_verbatim(found, evidence)
    return found


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Can you fit a water softener?", "I don't have that on my list, so I can't say."),
        ("Hi, are you taking on apprentices at all?", "I don't know about apprenticeships, I'm sorry."),
        ("I was wondering whether you do wet rooms.", "I'm not sure about that, I'm afraid."),
        ("Do you take Amex?", "You'd have to ask the office about that."),
        ("what makes of stove do you work on", "I don't have any details about stoves."),
    ],
)
def test_a_question_that_stays_open_is_a_note_with_the_question_first(asked: str, answer: str) -> None:
    (one,) = open_questions(f"C: {asked}", f"A: {answer}")
    assert (one.kind, one.severity) == (Kind.QUESTION_UNANSWERED, Severity.NOTE)
    assert one.evidence == (Said(0, asked), Said(1, answer))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Do you take Amex?", "Yes, we take all cards."),
        ("Have you got anything on Thursday?", "I don't have any appointments on Thursday, but Friday at two is free."),
        ("Can I speak to Jo?", "I'm not able to put you through."),
        ("Can you hear me?", "I didn't catch that."),
        ("When can you come?", "Let me just check the diary for you."),
        ("It's leaking.", "I'm not sure what that means."),
    ],
)
def test_answers_looking_up_and_small_talk_leave_nothing_open(asked: str, answer: str) -> None:
    assert open_questions(f"C: {asked}", f"A: {answer}") == []


def test_the_same_question_twice_in_a_call_is_one() -> None:
    again = ("C: Do you do wet rooms?", "A: I don't know.", "C: So do you do wet rooms?", "A: I really don't know.")
    assert len(open_questions(*again)) == 1
