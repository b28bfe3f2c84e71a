from __future__ import annotations

import pytest
from hypothesis import given

from agentdesk.domain.call import Turn
from agentdesk.language import claims as module
from agentdesk.language.claims import Claim, ClaimKind, claims
from agentdesk.language.promises import Promise, promises
from agentdesk.language.standing import standing
from tests.conversations import LUNCH_WEEK, SUNDAY, conversation, conversations


def promised(*lines: str) -> tuple[Promise, ...]:
    return promises(conversation(*lines), SUNDAY, LUNCH_WEEK)


def only(*lines: str) -> tuple[str, str, str]:
    """The one promise of a conversation: kind, day, time."""
    (promise,) = promised(*lines)
    return promise.kind, f"{promise.day or ''}", f"{promise.time:%H:%M}" if promise.time else ""


@pytest.mark.parametrize(
    "said",
    [
        "You're booked in.",
        "That's all booked for you.",
        "I've put you down for Tuesday at two.",
        "I've popped you in for half nine.",
        "I've pencilled you in for Friday morning.",
        "Your reservation is confirmed.",
        "Lovely, that's booked, is there anything else?",
        "We've got you booked in with Jo.",
        "Your boiler service has now been booked.",
        "Your appointment with Dr. A. Khan is booked for you!",
        "I was able to book that appointment.",
        "you're all booked in for thursday at two",
        "i have made your reservation would you like anything else",
        "I can confirm your viewing has been arranged.",
        "That’s in the diary for you.",
        "Alright, I've set your appointment.",
        "Your booking went thru.",
        "I've stuck you in for Thursday at two.",
        "I have put Rex in for half past ten on the 5th.",
        "I've popped your daughter in at nine.",
        "I've got Siobhan down for Friday.",
        "I've just added you to the diary for Thursday.",
        "Perfect, that's gone in the diary.",
        "That's all gone in for you, two o'clock on Friday.",
        "I'll pencil you in for Wednesday the twenty-fifth, and you'll get a text.",
        "Your appointment's in for Thursday at two.",
        "I've put the booking through.",
        "I've held the table for you on Thursday at eight.",
        "that's you all sorted for thursday at half two",
        "The engineer will be with you on Thursday at two.",
        "We'll have someone with you Thursday between eight and ten.",
        "We look forward to seeing you Thursday at two.",
        "The slot's yours.",
        "You're on our rota for Friday at ten.",
        "You are now in the planner for Monday.",
        "I've given you the two o'clock on Thursday.",
    ],
)
def test_words_that_say_it_is_booked_are_a_claim(said: str) -> None:
    assert [claim.kind for claim in claims(said)] == [ClaimKind.MADE]


@pytest.mark.parametrize(
    "said",
    [
        "Shall I book that for you?",
        "I can book that for you.",
        "I'll book that for you now.",
        "Would you like me to book it in?",
        "Once it's booked you'll get a text.",
        "When you're booked in we'll send a reminder.",
        "If you're booked in already, just ring us.",
        "Is your appointment booked?",
        "So you want it booked for Tuesday, is that right?",
        "Please confirm: your appointment is booked for Tuesday at two.",
        "Your appointment is set for Tuesday at two. Is that correct?",
        "I'm afraid we're fully booked on Tuesday.",
        "I'm sorry, that slot is booked.",
        "Your booking request has been noted.",
        "It hasn't been booked yet.",
        "You can cancel up to a day before.",
        "I've made a note of that.",
        "I've set a reminder for your appointment.",
        "What time would you like the appointment?",
        "We open at nine on weekdays.",
        "I've arranged a call back for tomorrow at ten.",
        "I've arranged for Jo to ring you back at ten.",
        "I've scheduled you a callback with the manager.",
        "I can see you're booked in on Thursday already.",
        "An adviser will be with you in a moment.",
        "I'll be with you at that point.",
        "I've put a note in for the engineer.",
        "Appointments are made by phone.",
        "All our lessons are booked online.",
        "The seats are reserved for members only.",
        "Your criteria match the one that is scheduled for departure at six.",
        "The coach to your hotel is scheduled to leave at half six.",
        "I've put everything in at the office.",
        "I'll pop you in for Monday if the other lady cancels.",
        "I'll put you down for nine once the deposit is paid.",
        "I'll pencil you in for Monday, shall I?",
        "Appointments are booked by our office.",
        "Your car's in for its service at the moment.",
        "You'll be booked with whoever's free.",
        "I'm sorry, I couldn't move that, it's still on Thursday.",
        "I tried to change it but it wouldn't go through.",
    ],
)
def test_offers_questions_conditions_and_plans_claim_nothing(said: str) -> None:
    assert [claim.kind for claim in claims(said) if not claim.weak and claim.kind is not ClaimKind.FAILED] == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I've moved you to Thursday at ten.", ClaimKind.MOVED),
        ("I've updated your re-test to ten on Thursday.", ClaimKind.MOVED),
        ("Your appointment has been rescheduled.", ClaimKind.MOVED),
        ("I've cancelled that for you.", ClaimKind.CANCELLED),
        ("Your booking is now cancelled.", ClaimKind.CANCELLED),
        ("I've taken tomorrow's lesson off for you.", ClaimKind.CANCELLED),
        ("I'm sorry, I couldn't book that appointment.", ClaimKind.FAILED),
        ("Unfortunately the booking didn't go through.", ClaimKind.FAILED),
        ("I was unable to make your reservation.", ClaimKind.FAILED),
        ("Half two couldn't be booked, I'm afraid.", ClaimKind.FAILED),
        ("I've not managed to get you in on Tuesday.", ClaimKind.FAILED),
    ],
)
def test_moves_cancellations_and_failures_are_told_apart(said: str, kind: ClaimKind) -> None:
    assert [claim.kind for claim in claims(said) if not claim.weak] == [kind]


def test_the_day_and_time_are_gathered_from_the_turns_before() -> None:
    assert only(
        "C: Could you fit me in on Tuesday?",
        "A: I've got ten past two.",
        "C: Yes please.",
        "A: Lovely, you're booked in.",
    ) == ("made", "2026-11-24", "14:10")


def test_a_correction_by_the_caller_wins() -> None:
    assert only(
        "C: Thursday at two, please.",
        "A: Thursday at two?",
        "C: No, sorry, make it half three.",
        "A: Right, that's booked for you.",
    ) == ("made", "2026-11-26", "15:30")


def test_a_correction_after_it_was_booked_is_agreed_to_in_a_word() -> None:
    turns = conversation(
        "C: A colour on Thursday at ten, please. Mina.",
        "A: I've booked you a colour on Thursday at ten, Mina.",
        "C: Oh, hang on, could you make it quarter past?",
        "A: Of course, quarter past ten Thursday, all done.",
    )
    (left,) = standing(promises(turns, SUNDAY, LUNCH_WEEK), turns)
    assert f"{left.day} {left.time}" == "2026-11-26 10:15:00"


def test_all_done_with_the_time_of_before_adds_nothing() -> None:
    said = promised(
        "C: A colour on Thursday at ten, please. Mina.",
        "A: I've booked you a colour on Thursday at ten, Mina.",
        "C: Sorry, was that ten?",
        "A: Ten on Thursday, all done.",
    )
    assert len(said) == 1


def test_who_names_the_time_and_is_given_it_need_not_agree_again() -> None:
    assert only(
        "A: Hello, how can I help?",
        "C: Put me down for a trim at twenty to four tomorrow, it's Lee.",
        "A: You're all set, Lee, tomorrow at 3:40.",
    ) == ("made", "2026-11-23", "15:40")
    assert promised("A: Hello.", "C: Is the class at six tomorrow?", "A: It is, at six tomorrow. All done?") == ()
    assert promised("A: Hello.", "C: Is the class at six tomorrow?", "A: Six tomorrow. You're all set then.") == ()


def test_a_time_that_was_refused_is_not_taken() -> None:
    assert only(
        "A: I have Friday at ten.",
        "C: Monday would be better, I can't do Friday.",
        "A: That's booked.",
    ) == ("made", "2026-11-23", "10:00")


def test_opening_times_are_not_when_the_booking_is() -> None:
    assert only(
        "C: Tuesday at eleven, please.",
        "A: Let me see. On Mondays we are open from 9 am to 5 pm.",
        "C: Fine.",
        "A: You're booked in.",
    ) == ("made", "2026-11-24", "11:00")


def test_saying_it_again_is_no_second_promise() -> None:
    said = promised(
        "C: Tuesday at two, please.",
        "A: You're booked in for Tuesday at two.",
        "C: Thanks. So that's Tuesday?",
        "A: Yes, you're booked in for Tuesday at two.",
    )
    assert len(said) == 1


def test_a_failure_and_what_was_booked_instead_are_two() -> None:
    kinds = [
        each.kind
        for each in promised(
            "C: Tuesday at two, please.",
            "A: I couldn't book that appointment. Would Wednesday at ten do?",
            "C: Yes.",
            "A: Lovely, you're booked in.",
        )
    ]
    assert kinds == [ClaimKind.FAILED, ClaimKind.MADE]


def test_all_done_means_a_booking_only_where_one_was_being_made() -> None:
    assert promised("C: What's your address?", "A: 12 High Street. All done.") == ()
    assert [each.kind for each in promised("A: Shall I book Tuesday at two?", "C: Yes.", "A: All done.")] == ["made"]


@pytest.mark.parametrize(
    "said",
    [
        "Your complaint has been submitted successfully.",
        "The payment was successful.",
        "Your form is now completed.",
        "Your message has been placed with the team.",
    ],
)
def test_another_matter_that_is_done_books_nothing_while_a_booking_is_in_hand(said: str) -> None:
    assert promised("A: Shall I book you in for Tuesday at two?", "C: Yes please.", f"A: {said}") == ()


def test_what_the_caller_says_is_no_promise() -> None:
    assert promised("C: I'm booked in for Tuesday at two.", "A: Let me have a look.") == ()


@given(conversations())
def test_every_promise_shows_words_that_stand_in_their_turn(turns: tuple[Turn, ...]) -> None:
    for promise in promises(turns, SUNDAY, LUNCH_WEEK):
        assert promise.words in promise.said[0].words
        for said in promise.said:
            assert said.words
            assert said.words in turns[said.turn].text


def test_of_one_endless_sentence_only_so_much_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[Claim] = []

    def counted(text: str, claim: Claim) -> bool:
        weighed.append(claim)
        return is_said(text, claim)

    is_said = module._is_said
    monkeypatch.setattr(module, "_is_said", counted)
    found = claims("booked " * 140_000)
    assert 0 < len(weighed) <= 100
    assert all(each.end <= module.LONGEST_READ for each in found)


def test_a_turn_that_was_never_spoken_holds_nothing_up() -> None:
    flood = [Turn("agent", "You're booked in for Tuesday at 9am. " * 5_000)] * 3
    assert len(promises(flood, SUNDAY)) == 1
