"""A brief says what is missing, catches a vague goal, and tells its changes in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentdesk.domain.agent import Agent, missing_for_live
from agentdesk.domain.brief import Brief, Difference, PassToPerson, Target, Task, differences, vague_goal

WHOLE = Brief(
    purpose="Books 9 of 10 people who want a visit.",
    may_answer=("Opening hours",),
    may_book=("Boiler service",),
    never=("Give gas advice",),
    pass_to_a_person=(PassToPerson("A complaint", "Jo", 15, "1 Ring back."),),
    targets=(Target("K05", 0.98),),
)


@pytest.mark.parametrize("goal", ["help customers", "Be friendly and helpful", "give great service", "improve things"])
def test_a_vague_goal_is_asked_how_one_would_know(goal: str) -> None:
    assert (vague_goal(goal) or "").startswith("How would you know?")


@pytest.mark.parametrize(
    "goal",
    [
        "",
        "he",
        "Books 9 of 10 people who want a visit",
        "Answers every call within three rings",
        "Takes a message with name and number from each caller",
    ],
)
def test_a_goal_that_can_be_counted_is_left_alone(goal: str) -> None:
    assert vague_goal(goal) is None


def test_a_whole_brief_has_no_gaps_and_an_empty_one_names_each() -> None:
    assert WHOLE.gaps() == ()
    assert len(Brief().gaps()) == 5
    nobody = replace(WHOLE, pass_to_a_person=(PassToPerson("A complaint"),))
    assert nobody.gaps() == ("Nobody is named for: A complaint.", "There is no runbook for: A complaint.")


def test_changes_are_told_in_the_order_of_the_page() -> None:
    later = replace(
        WHOLE,
        purpose="Books every visit.",
        may_book=("Boiler service", "Tap repair"),
        pass_to_a_person=(PassToPerson("A complaint", "Sam", 30, "1 Ring back."),),
    )
    assert differences(WHOLE, later) == (
        Difference("What it is for", "Books 9 of 10 people who want a visit.", "Books every visit."),
        Difference("Appointments it may book", now="Tap repair"),
        Difference(
            "When a person takes over",
            "A complaint to Jo within 15 minutes. 1 Ring back.",
            "A complaint to Sam within 30 minutes. 1 Ring back.",
        ),
    )
    assert differences(WHOLE, WHOLE) == ()


@pytest.mark.parametrize(
    ("owners", "trouble"),
    [
        (("Daisy",), None),
        ((), "Nobody does this: Answer the phone."),
        (("Daisy", "Jo"), "Claimed twice: Answer the phone (Daisy and Jo)."),
    ],
)
def test_a_task_has_exactly_one_first_owner(owners: tuple[str, ...], trouble: str | None) -> None:
    assert Task("Answer the phone", owners).trouble == trouble


def test_going_live_needs_a_person_and_an_approved_brief() -> None:
    missing = missing_for_live(Agent("Daisy"), brief_complete=False, brief_approved=False)
    assert missing == (
        "Nobody is looking after Daisy yet.",
        "Daisy's brief has gaps.",
        "Nobody has approved Daisy's brief.",
    )
    assert missing_for_live(Agent("Daisy", responsible="Sam"), brief_complete=True, brief_approved=True) == ()
