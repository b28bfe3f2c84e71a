"""Danger, despair, complaints and asking for a person as callers tell of them, and what only sounds like it."""

from __future__ import annotations

import pytest

from agentdesk.language.requests import Wanted, requests, takes_back


def wanted(words: str) -> set[Wanted]:
    return {each.wanted for each in requests(words)}


@pytest.mark.parametrize(
    "words",
    [
        "She fell off the swing and both her front teeth have come out.",
        "There's blood all over the bathroom.",
        "The cat's been run over.",
        "He was hit by a van outside.",
        "Somebody's smashing the back door in.",
        "The whole kitchen reeks of gas.",
        "I think the puppy's eaten rat poison.",
        "My husband's just collapsed.",
        "The socket behind the cooker keeps sparking.",
        "Sparks are flying when I switch the kettle on.",
    ],
)
def test_danger_is_heard_in_plain_words(words: str) -> None:
    assert wanted(words) == {Wanted.EMERGENCY}


@pytest.mark.parametrize(
    "words",
    [
        "I'm not coping, to be honest.",
        "I can't see the point in carrying on.",
        "Everybody would be better off without me.",
        "I've hit rock bottom.",
    ],
)
def test_despair_is_heard_in_plain_words(words: str) -> None:
    assert Wanted.VULNERABLE in wanted(words)


@pytest.mark.parametrize(
    "words",
    [
        "I don't see the point of paying for a service.",
        "I've had enough of living with this damp.",
        "The thermostat's not responding.",
        "Can you fit the new door in a day?",
        "I had my hair bleached last week.",
        "Do you have sparkling water?",
        "Who does the spark plugs?",
        "My wisdom tooth was taken out in May.",
    ],
)
def test_everyday_words_are_no_danger(words: str) -> None:
    assert wanted(words) == set()


def test_forget_it_is_giving_up_when_somebody_is_in_danger() -> None:
    assert takes_back("Oh, forget it, I'll come in on Tuesday.")
    assert not takes_back("Oh, forget it."), "who says no more has given up"
    assert not takes_back("Oh, forget it.", danger=True)
    assert takes_back("No need, the fire brigade are here.", danger=True)


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


@pytest.mark.parametrize(
    "words",
    [
        "The last firm never gave me a refund.",
        "The last groomer I used was dreadful, I put in a complaint and everything.",
        "I wanted my money back from the other cleaners we tried, that's why I'm ringing you.",
        "With my old garage I wanted my money back.",
        "It's for the insurance refund.",
    ],
)
def test_what_others_did_is_only_told(words: str) -> None:
    assert Wanted.REFUND not in wanted(words)


@pytest.mark.parametrize(
    "words",
    [
        "I want a refund for the last plumber you sent.",
        "I went to another salon to have it put right, and I want a refund from you.",
    ],
)
def test_what_we_did_is_asked_for(words: str) -> None:
    assert Wanted.REFUND in wanted(words)
