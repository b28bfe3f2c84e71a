"""How British businesses and their callers speak of bookings, typed and as recognisers write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from agentdesk.language.claims import ClaimKind, claims
from agentdesk.language.moments import moments
from agentdesk.language.promises import Promise, promises
from agentdesk.language.standing import standing
from tests.conversations import LUNCH_WEEK, SUNDAY, conversation

ASKED = ("A: So that's the boiler service on Thursday at half nine, shall I book that in?", "C: Yes please, lovely.")


def promised(*lines: str) -> tuple[Promise, ...]:
    return promises(conversation(*lines), SUNDAY, LUNCH_WEEK)


def still(*lines: str) -> list[str]:
    turns = conversation(*lines)
    left = standing(promises(turns, SUNDAY, LUNCH_WEEK), turns)
    return [f"{each.day:%a %d} {each.time:%H:%M}" for each in left if each.day and each.time]


@pytest.mark.parametrize(
    "said",
    [
        "Reservation made.",
        "Lovely, appointment booked for you.",
        "I did book that for you.",
        "I've got the gas engineer's visit in the diary.",
        "No problem, it's all been booked for you.",
        "no it's not i have scheduled the appointment for you",
        "its booked",
        "your viewing is book for tuesday",
        "You have a confirmed appointment with Priya.",
        "I'm pleased to confirm that your table is booked.",
        "I managed to get you an appointment.",
    ],
)
def test_more_words_for_a_booking_made(said: str) -> None:
    assert [each.kind for each in claims(said) if not each.weak] == [ClaimKind.MADE]


@pytest.mark.parametrize(
    "said",
    [
        "That room is already booked.",
        "Your payment is confirmed.",
        "I'll get that booked for you.",
        "do you have an appointment booked already",
        "Your number is confirmed.",
        "The train is scheduled for nine.",
        "I don't think your appointment is booked.",
    ],
)
def test_what_books_nothing(said: str) -> None:
    assert [each.kind for each in claims(said) if not each.weak and each.kind is not ClaimKind.FAILED] == []


@pytest.mark.parametrize(
    "said", ["You've got it.", "Done.", "That's all gone through.", "It was successful.", "Booked!"]
)
def test_short_answers_book_what_the_caller_just_agreed_to(said: str) -> None:
    (one,) = promised(*ASKED, f"A: {said}")
    assert (one.kind, f"{one.day:%a %d}", f"{one.time:%H:%M}") == (ClaimKind.MADE, "Thu 26", "09:30")


def test_out_of_the_blue_they_book_nothing() -> None:
    for said in ("You've got it.", "Done.", "That's all gone through.", "It was successful."):
        assert promised("A: Hello, how can I help?", "C: What are your prices?", f"A: {said}") == ()


def test_the_end_of_a_stay_or_a_hire_is_not_when_it_begins() -> None:
    stay = ("C: I'd like to check in on Friday.", "A: And you check out on Monday 30th?", "C: That's right.")
    (one,) = promised(*stay, "A: Your room is booked.")
    assert one.day == date(2026, 11, 27)
    (one,) = promised("A: The van from the 26th to the 30th at 10am, is that right?", "C: Yes.", "A: All booked.")
    assert (one.day, f"{one.time:%H:%M}") == (date(2026, 11, 26), "10:00")


def test_what_is_offered_after_a_failure_is_not_what_failed() -> None:
    (one,) = promised(*ASKED, "A: I'm sorry, I couldn't book that, how about two o'clock on Friday?")
    assert (one.kind, f"{one.day:%a %d}", f"{one.time:%H:%M}") == (ClaimKind.FAILED, "Thu 26", "09:30")
    tried = (
        *ASKED,
        "A: I'm sorry, I couldn't book half nine. There's an open slot at eleven, shall I try that?",
        "C: Yes.",
    )
    assert still(*tried, "A: That's booked.") == ["Thu 26 11:00"]


def test_what_was_changed_in_the_call_stands_as_it_was_left() -> None:
    booked = (*ASKED, "A: That's booked in for Thursday at half nine.")
    assert still(*booked) == ["Thu 26 09:30"]
    assert still(*booked, "C: Actually, make it ten.", "A: I've changed it to ten on Thursday.") == ["Thu 26 10:00"]
    assert still(*booked, "C: Cancel that.", "A: I've cancelled that for you.") == []
    again = ("C: And the cooker as well, Friday at two?", "A: I've booked the cooker for Friday at two as well.")
    assert still(*booked, *again) == ["Thu 26 09:30", "Fri 27 14:00"]


def test_the_same_said_again_is_one_booking() -> None:
    booked = (*ASKED, "A: That's booked in for Thursday at half nine.")
    assert len(promised(*booked, "C: So that's all done?", "A: Yes, that's all booked for Thursday at half nine.")) == 1


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("next week Thursday", date(2026, 11, 26)),
        ("Thursday of next week", date(2026, 11, 26)),
        ("Tuesday week", date(2026, 12, 1)),
        ("two weeks from Friday", date(2026, 12, 11)),
        ("three days before Christmas", date(2026, 12, 22)),
        ("a week after the 3rd of December", date(2026, 12, 10)),
        ("Friday 27", date(2026, 11, 27)),
        ("03/12/2026", date(2026, 12, 3)),
        ("12/25/2026", date(2026, 12, 25)),
        ("new years eve", date(2026, 12, 31)),
    ],
)
def test_days_as_people_say_them(said: str, day: date) -> None:
    (one,) = moments(said, SUNDAY)
    assert one.day == day


@pytest.mark.parametrize(
    ("said", "at"),
    [("at 7:56:30 am", "07:56"), ("1140 a.m.", "11:40"), ("at 9p", "21:00"), ("late evening at 10", "22:00")],
)
def test_times_as_people_say_them(said: str, at: str) -> None:
    (one,) = moments(said, SUNDAY)
    assert f"{one.time:%H:%M}" == at


def test_a_fraction_in_an_address_is_no_day() -> None:
    assert moments("We're at 12 1/2 Station Road.", SUNDAY) == ()


def test_a_change_from_one_time_to_another_begins_at_the_other() -> None:
    first, second = moments("Please confirm the change from 2:15 pm to 10 am.", SUNDAY)
    assert (first.ends, second.ends) == (False, False)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("in two hours", "11:00"),
        ("in half an hour", "09:30"),
        ("in 20 minutes' time", "09:20"),
        ("an hour ago", "08:00"),
        ("45 minutes from now", "09:45"),
    ],
)
def test_stretches_count_from_the_call(said: str, at: str) -> None:
    (one,) = moments(said, SUNDAY, now=datetime(2026, 11, 22, 9, 0))  # noqa: DTZ001 - on the wall
    assert f"{one.time:%H:%M}" == at
    assert one.day == SUNDAY


def test_a_length_is_no_time() -> None:
    assert moments("It takes two hours.", SUNDAY, now=datetime(2026, 11, 22, 9, 0)) == ()  # noqa: DTZ001 - on the wall
