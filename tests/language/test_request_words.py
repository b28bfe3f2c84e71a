"""More of how Britons ask for a person or complain, and what only sounds like it."""

from __future__ import annotations

import pytest

from agentdesk.language.requests import Wanted, requests


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Can I have a word with the manager?", Wanted.PERSON),
        ("I'd prefer to deal with a person.", Wanted.PERSON),
        ("Can you get someone on the line?", Wanted.PERSON),
        ("Is there anybody I could speak to?", Wanted.PERSON),
        ("Your fitter never turned up and I took the day off.", Wanted.COMPLAINT),
        ("It's still leaking after you fixed it.", Wanted.COMPLAINT),
        ("This is the third time I've rung.", Wanted.COMPLAINT),
        ("I've been waiting in all day.", Wanted.COMPLAINT),
        ("You've overcharged me.", Wanted.COMPLAINT),
        ("That's just not good enough.", Wanted.COMPLAINT),
        ("Your lad left a right mess.", Wanted.COMPLAINT),
    ],
)
def test_a_person_is_needed(said: str, wanted: Wanted) -> None:
    assert wanted in [each.wanted for each in requests(said)]


@pytest.mark.parametrize(
    "said",
    [
        "My husband is the manager there.",
        "Our last plumber never turned up, can you come?",
        "The other firm left a mess.",
        "The boiler's still not working since the storm.",
        "It's the second time I've had it serviced.",
        "I'll be waiting in all day on Friday.",
        "Can you transfer me the money?",
    ],
)
def test_what_is_somebody_elses_matter_is_none(said: str) -> None:
    assert requests(said) == ()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Can I have a word with the manager?", Wanted.PERSON),
        ("I'd prefer to deal with a person.", Wanted.PERSON),
        ("Can you get someone on the line?", Wanted.PERSON),
        ("Is there anybody I could speak to?", Wanted.PERSON),
        ("Your fitter never turned up and I took the day off.", Wanted.COMPLAINT),
        ("It's still leaking after you fixed it.", Wanted.COMPLAINT),
        ("This is the third time I've rung.", Wanted.COMPLAINT),
        ("I've been waiting in all day.", Wanted.COMPLAINT),
        ("You've overcharged me.", Wanted.COMPLAINT),
        ("That's just not good enough.", Wanted.COMPLAINT),
        ("Your lad left a right mess.", Wanted.COMPLAINT),
    ],
)
def test_a_person_is_asked_for_and_a_complaint_made_in_plain_words(words: str, reason: Wanted) -> None:
    assert reason in wanted(words)


@pytest.mark.parametrize(
    "words",
    [
        "My husband is the manager there.",
        "Our last plumber never turned up, can you come?",
        "The other firm left a mess.",
        "The boiler's still not working since the storm.",
        "It's the second time I've had it serviced.",
        "I'll be waiting in all day on Friday.",
        "Can you transfer me the money?",
    ],
)
def test_what_is_somebody_elses_matter_asks_for_nobody(words: str) -> None:
    assert wanted(words) == set()
