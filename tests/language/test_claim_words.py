"""How agents in Britain say that something is in the diary, has been moved, or is out again."""

from __future__ import annotations

import pytest

from agentdesk.language.claims import ClaimKind, claims


def kinds(words: str) -> set[ClaimKind]:
    return {each.kind for each in claims(words)}


@pytest.mark.parametrize(
    "words",
    [
        "That's her pencilled in for Friday.",
        "Right, that's your two slotted in for half four.",
        "I've written you in for the Monday.",
        "Your boiler service is in for Tuesday at ten.",
        "Thursday at nine, that's in.",
        "You're in on Friday at quarter past two.",
        "We look forward to welcoming you.",
        "That's noted in the diary for you.",
        "I've got you locked in for two.",
        "See you and the little one on Friday then.",
        "Your service has been put in the diary for the 3rd.",
        "Four o'clock is now reserved in your name.",
        "I've got your name against nine o'clock.",
        "I've locked that in, Wednesday at eleven.",
        "We've you down with Dr Shah on Thursday.",
        "That's in the book for Monday.",
        "Nine tomorrow is yours.",
        "Grand, I've put Friday at eleven down for you.",
        "Thursday at two has been added to the diary.",
        "I've registered you for the viewing at four.",
        "You're on for half nine.",
        "Both of them are booked.",
        "Your Fiesta's booked in for Monday.",
        "Your perm's in the diary.",
    ],
)
def test_an_agent_says_in_many_ways_that_it_is_in_the_diary(words: str) -> None:
    assert kinds(words) == {ClaimKind.MADE}


@pytest.mark.parametrize(
    "words",
    [
        "I've shifted Bella to the Wednesday.",
        "I've transferred your visit to Wednesday at four.",
        "You're now Thursday at three instead of Tuesday.",
        "It's now at five on Wednesday.",
        "That's you pushed out to the fourth.",
        "Your new time is three o'clock.",
        "All rearranged for you.",
        "Right, that's gone from Monday to Friday at ten.",
        "That's been updated to Thursday at one.",
        "The new slot's Tuesday at eight.",
        "I've put your brake check back to Monday at eight.",
        "Your trim's been pushed back to half one.",
        "Both of those have been moved.",
        "We've pulled your check-up forward to nine.",
        "I've brought that forward to nine.",
        "I've put you back to half past three.",
        "Your visit has been pushed back to Friday.",
        "Swapped over to the Thursday for you.",
        "I've amended the time to half two.",
        "That's rejigged for you.",
    ],
)
def test_an_agent_says_in_many_ways_that_it_is_moved(words: str) -> None:
    assert kinds(words) == {ClaimKind.MOVED}


@pytest.mark.parametrize(
    "words",
    [
        "I've crossed you off for Friday.",
        "We've deleted your appointment.",
        "That's been called off for you.",
        "Your haircut next Tuesday has been cancelled.",
        "You're out of the diary.",
        "I've scrubbed that for you.",
        "I've taken your name off Friday.",
        "Both appointments have been cancelled.",
        "Your nine o'clock is cancelled.",
        "I've let your Tuesday go.",
        "I've freed up your two o'clock.",
        "That's you cancelled.",
        "They've both been cancelled.",
        "Consider it cancelled.",
        "Your booking's been withdrawn.",
        "I've taken the both of you off Friday.",
    ],
)
def test_an_agent_says_in_many_ways_that_it_is_cancelled(words: str) -> None:
    assert kinds(words) == {ClaimKind.CANCELLED}


@pytest.mark.parametrize(
    "words",
    [
        "I've taken that off your bill.",
        "The doctor is in on Mondays only.",
        "Shall I take you off the list?",
        "I can put you back to three if you like.",
        "Once that's moved I'll text you.",
        "I've moved on to the next question.",
        "Last time it was booked as a half head.",
        "I take your name, put it in the diary, and text you.",
        "A note has been added to the diary.",
        "Your direct debit is cancelled.",
        "I've put you down as urgent.",
        "I've put you down for a ring back at four.",
        "I've popped you down for the cancellation list.",
        "Yes, we moved you to Tuesday last month.",
        "Your tyres have been swapped.",
        "They've moved offices.",
        "Two of them have cancelled.",
        "Your parts have been pushed back to Tuesday.",
    ],
)
def test_offers_bills_and_rules_claim_nothing_of_the_diary(words: str) -> None:
    assert kinds(words) <= {ClaimKind.MADE}
    assert not any(each.kind is ClaimKind.MADE and not each.weak for each in claims(words))


@pytest.mark.parametrize(
    "words",
    [
        "Unfortunately I've not been able to put that in the diary.",
        "I couldn't squeeze you in on Friday.",
        "Oh, somebody has just taken that slot.",
        "I'm afraid someone else nabbed it.",
        "The calendar won't let me put it in.",
        "Your appointment hasn't saved, I'm afraid.",
        "Sorry, the system's rejected it.",
        "They're all booked for that time.",
    ],
)
def test_an_agent_says_in_many_ways_that_it_failed(words: str) -> None:
    assert kinds(words) == {ClaimKind.FAILED}


def test_a_diary_that_refuses_is_a_failure() -> None:
    assert ClaimKind.FAILED in kinds("Oh dear, it's not letting me.")
    assert ClaimKind.FAILED in kinds("I couldn't get you in, I'm afraid.")
    assert ClaimKind.FAILED in kinds("You're not booked in, sorry.")
    assert ClaimKind.FAILED in kinds("The diary keeps giving me an error.")


@pytest.mark.parametrize("words", ["I've written that down for the team.", "I've jotted it down for Jo."])
def test_a_message_that_was_written_down_is_no_entry_in_the_diary(words: str) -> None:
    assert ClaimKind.MADE not in kinds(words)
