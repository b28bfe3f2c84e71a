"""With whom or where a booking is."""

from __future__ import annotations

import pytest

from agentdesk.language.names import name_before
from tests.conversations import conversation


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("A: You're booked in with Dr. Alice Khan on Tuesday at ten.", "Dr. Alice Khan"),
        ("A: That's a table for two at the Bird & Bottle in Leeds.", "Bird & Bottle"),
        ("A: Shall I book the viewing of Mill House Cottage for Friday?", "Mill House Cottage"),
        ("A: you're in with priya shah on tuesday at half two", "priya shah"),
        ("A: okay what about a j dental lab in leeds", "a j dental lab"),
        ("A: you're booked at two forty five p m with priya shah", "priya shah"),
        ("A: your visit has been booked for six p m at fifteen high street", None),
        ("A: That's booked for Tuesday at half past two.", None),
        ("A: We are located at 12 High Street.", None),
        ("A: In Leeds, on Monday.", None),
        ("A: There's Alyssa Rivers in Leeds.", "Alyssa Rivers"),
        ("A: She's Niamh O'Hara, at the Mill Practice.", "Mill Practice"),
    ],
)
def test_the_name_behind_at_or_with(said: str, name: str | None) -> None:
    assert name_before(conversation(said), 0) == name


def test_the_nearest_name_of_the_agent_counts_before_the_callers() -> None:
    turns = conversation(
        "C: Is Tom free?",
        "A: You could come in with Tom Bell on Monday.",
        "C: I'd rather see Jo.",
        "A: Then that's with Jo Hardy at ten, is that right?",
        "C: Yes, with Joanne.",
        "A: All booked.",
    )
    assert name_before(turns, 5) == "Jo Hardy"
    assert name_before(conversation("C: Could I come in with Priya?", "A: That's booked."), 1) == "Priya"


@pytest.mark.parametrize(
    ("proposed", "put", "name"),
    [
        ("there's blue mermaid in leeds", "please confirm blue mermaid in leeds at five for two", "blue mermaid"),
        ("dr siobhan o'neill is free", "so dr siobhan o'neill on tuesday at ten is that right", "dr siobhan o'neill"),
        ("i have miller and mane", "shall i book miller and mane for half two", "miller and mane"),
        ("it's near mill road", "please confirm mill road at two", None),
    ],
)
def test_what_was_offered_and_then_put_to_the_caller_is_the_name(proposed: str, put: str, name: str | None) -> None:
    turns = conversation(f"A: {proposed}", "C: yes please", f"A: {put}", "C: yes", "A: that's booked for you")
    assert name_before(turns, 4) == name


def test_what_is_only_spoken_of_when_it_is_booked_is_no_name() -> None:
    turns = conversation("C: do they play live music", "A: that's booked and they do not play live music")
    assert name_before(turns, 1) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("A: that's booked at eleven howard for friday", "11 howard"),
        ("A: you're in at the three crowns on friday", "three crowns"),
        ("A: shall i book the requested appointment with anjali", "anjali"),
    ],
)
def test_numbers_in_names_are_written_as_on_the_door(said: str, name: str) -> None:
    assert name_before(conversation(said), 0) == name
