from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from agentdesk.checks.evidence import Evidence
from agentdesk.checks.matching import match_bookings
from agentdesk.checks.promised_booking import find
from agentdesk.domain.booking import Booking, BookingStatus, Match
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Entry, Found, Kind, Said, Severity
from tests.conversations import (
    CALLED_AT,
    CALLER,
    SUNDAY,
    a_call,
    a_diary,
    an_entry,
    assert_verbatim,
    on_wall,
    the_evidence,
)

TUESDAY = date(2026, 11, 24)
TEN_PAST_TWO = on_wall(TUESDAY, time(14, 10))
DURING = CALLED_AT + timedelta(seconds=90)
BOOKED = (
    "C: Could I have a check-up on Tuesday, please? It's Ana Jones.",
    "A: I have ten past two.",
    "C: That would be lovely.",
    "A: You're booked in for Tuesday at ten past two.",
)


def found(calls: tuple[Call, ...], *bookings: Booking, **what: object) -> list[Found]:
    evidence = the_evidence(calls=calls, bookings=bookings, **what)
    all_found = list(find(evidence))
    assert_verbatim(all_found, evidence)
    return all_found


def links(calls: tuple[Call, ...], *bookings: Booking) -> tuple[tuple[int, int | None, Match], ...]:
    return match_bookings(the_evidence(calls=calls, bookings=bookings))


def test_a_promise_without_an_entry_is_missing() -> None:
    (one,) = found((a_call(*BOOKED),))
    assert (one.kind, one.severity, one.call, one.booking) == (Kind.BOOKING_MISSING, Severity.RED, 1, None)
    assert one.reason == "Daisy said it was booked for Tue 24 Nov, 2:10 pm, but nothing is in the diary."
    assert one.evidence == (Said(3, "You're booked in for Tuesday at ten past two."),)


def test_an_agent_that_is_not_on_the_list_has_no_name() -> None:
    (one,) = found((a_call(*BOOKED, agent=None),))
    assert one.reason.startswith("The agent said it was booked for")


@pytest.mark.parametrize(
    "entry",
    [
        an_entry(1, TEN_PAST_TWO, phone="0113 496 0102", created_at=DURING),
        an_entry(1, TEN_PAST_TWO, phone=CALLER, created_at=DURING, status=BookingStatus.CANCELLED),
        an_entry(1, TEN_PAST_TWO, customer="Ana Jones"),
        an_entry(1, TEN_PAST_TWO),
        an_entry(1, TEN_PAST_TWO, created_at=CALLED_AT + timedelta(days=1)),
        an_entry(1, on_wall(date(2026, 12, 1), time(9)), phone=CALLER, created_at=DURING),
    ],
    ids=["made then", "cancelled since", "by name", "by time alone", "put in later by hand", "moved since"],
)
def test_an_entry_that_keeps_the_promise_is_fine(entry: Booking) -> None:
    assert found((a_call(*BOOKED),), entry) == []


@pytest.mark.parametrize(
    "entry",
    [
        an_entry(1, TEN_PAST_TWO, phone="+441134960999", customer="Bob Hill", created_at=CALLED_AT - timedelta(days=9)),
        an_entry(1, on_wall(date(2026, 12, 8), time(9)), phone=CALLER, created_at=CALLED_AT - timedelta(days=90)),
        an_entry(1, on_wall(TUESDAY, time(9)), phone="+441134960999"),
    ],
    ids=["somebody else's", "an old one of the caller's", "another time and person"],
)
def test_entries_that_have_nothing_to_do_with_it_keep_no_promise(entry: Booking) -> None:
    assert len(found((a_call(*BOOKED),), entry)) == 1


def test_one_entry_keeps_one_promise_only() -> None:
    first = a_call(*BOOKED)
    second = a_call(*BOOKED, call_id=2, caller="+441134960555", at=CALLED_AT + timedelta(minutes=10))
    (one,) = found((first, second), an_entry(1, TEN_PAST_TWO))
    assert one.call == 2


@pytest.mark.parametrize(
    "diaries",
    [
        (),
        (a_diary(read_at=CALLED_AT),),
        (a_diary(last=SUNDAY),),
        (a_diary(), a_diary(connection="Second diary", read_at=CALLED_AT - timedelta(days=2))),
    ],
    ids=["none known", "read before the call ended", "does not reach the day", "one of two is old"],
)
def test_nothing_is_missing_from_a_diary_that_could_not_show_it(diaries: tuple[object, ...]) -> None:
    assert found((a_call(*BOOKED),), diaries=diaries) == []


def test_only_the_diaries_an_agent_books_into_count_for_it() -> None:
    diaries = (a_diary(), a_diary(connection="Second diary", read_at=CALLED_AT - timedelta(days=2)))
    assert len(found((a_call(*BOOKED),), diaries=diaries, books_into={"Daisy": frozenset({"Diary"})})) == 1


def test_a_call_that_is_not_over_is_left_alone() -> None:
    assert found((a_call(*BOOKED, final=False),)) == []


def test_a_booking_cancelled_or_changed_in_the_same_call_is_not_expected() -> None:
    assert (
        found((a_call(*BOOKED, "C: Oh no, I can't after all.", "A: No problem, I've cancelled that for you."),)) == []
    )
    changed = a_call(
        *BOOKED, "C: Actually, can we make it Wednesday at nine?", "A: You're booked in for Wednesday at nine."
    )
    assert found((changed,), an_entry(1, on_wall(date(2026, 11, 25), time(9)), phone=CALLER, created_at=DURING)) == []


def test_two_promises_of_one_call_are_two_findings_with_their_own_keys() -> None:
    call = a_call(
        *BOOKED,
        "C: And one for my son on Friday at ten?",
        "A: Shall I book Friday at ten for him?",
        "C: Yes.",
        "A: I've booked him in for Friday at ten.",
    )
    two = found((call,))
    assert [each.slot for each in two] == ["2026-11-24 14:10", "2026-11-27 10:00"]
    assert len({each.key for each in two}) == 2


def test_without_a_day_or_a_number_there_is_nothing_to_look_for() -> None:
    said = ("C: Can you book me in?", "A: You're booked in.")
    somebody = an_entry(9, TEN_PAST_TWO, phone="+441134960999")
    assert found((a_call(*said, caller=None),), somebody) == []
    assert len(found((a_call(*said),), somebody)) == 1


def test_the_clock_change_does_not_move_a_booking() -> None:
    at = datetime(2027, 3, 27, 11, 0, tzinfo=CALLED_AT.tzinfo)
    call = a_call("C: Monday at nine?", "A: You're booked in for Monday the 29th at nine.", at=at)
    diary = a_diary(read_at=at + timedelta(days=1), first=at.date(), last=date(2027, 5, 1))
    right = an_entry(1, on_wall(date(2027, 3, 29), time(9)))
    an_hour_off = an_entry(1, right.starts_at + timedelta(hours=1), phone="+441134960999")
    assert found((call,), right, diaries=(diary,)) == []
    assert len(found((call,), an_hour_off, diaries=(diary,))) == 1


def test_entries_are_linked_to_the_calls_that_made_them() -> None:
    rows = links(
        (a_call(*BOOKED),),
        an_entry(1, TEN_PAST_TWO, phone=CALLER, created_at=DURING),
        an_entry(2, TEN_PAST_TWO + timedelta(days=1), phone="+441134960999"),
        an_entry(3, TEN_PAST_TWO + timedelta(days=2), call=77, match=Match.CERTAIN),
    )
    assert rows == ((1, 1, Match.CERTAIN), (2, None, Match.NONE))


def test_an_entry_that_is_certainly_another_calls_keeps_no_promise() -> None:
    other = an_entry(1, TEN_PAST_TWO, call=77, match=Match.CERTAIN)
    assert links((a_call(*BOOKED),), other) == ()
    assert len(found((a_call(*BOOKED),), other)) == 1


def test_a_link_by_time_alone_is_only_likely() -> None:
    assert links((a_call(*BOOKED),), an_entry(1, TEN_PAST_TWO)) == ((1, 1, Match.LIKELY),)


def test_an_entry_made_in_a_call_is_linked_even_when_no_words_promise_it() -> None:
    call = a_call("C: Tuesday please.", "A: Right you are, bye now.")
    assert links((call,), an_entry(1, TEN_PAST_TWO, phone=CALLER, created_at=DURING)) == ((1, 1, Match.CERTAIN),)


def test_the_same_evidence_gives_the_same_findings() -> None:
    evidence: Evidence = the_evidence(calls=(a_call(*BOOKED),))
    assert list(find(evidence)) == list(find(evidence))


CANCELLED = BookingStatus.CANCELLED


def test_an_entry_that_was_cancelled_again_within_minutes_keeps_no_promise() -> None:
    entry = an_entry(10, TEN_PAST_TWO, created_at=DURING, status=CANCELLED, cancelled_at=DURING + timedelta(minutes=1))
    (one,) = found((a_call(*BOOKED),), entry)
    assert (one.kind, one.severity) == (Kind.BOOKING_MISSING, Severity.RED)
    assert one.reason == (
        "Daisy said it was booked for Tue 24 Nov, 2:10 pm, but the entry was cancelled again within minutes."
    )
    assert [each.booking for each in one.evidence if isinstance(each, Entry)] == [entry.id]


@pytest.mark.parametrize(
    "what",
    [
        {"cancelled_at": DURING + timedelta(hours=3)},
        {"cancelled_at": None},
        {"cancelled_at": DURING + timedelta(minutes=1), "moved_to": "another"},
    ],
    ids=["cancelled later", "nobody knows when", "moved"],
)
def test_what_was_cancelled_later_or_moved_was_booked(what: dict[str, Any]) -> None:
    entry = an_entry(10, TEN_PAST_TWO, created_at=DURING, status=CANCELLED, **what)
    assert found((a_call(*BOOKED),), entry) == []


def test_a_caller_who_rings_again_at_once_and_cancels_was_booked() -> None:
    entry = an_entry(10, TEN_PAST_TWO, created_at=DURING, status=CANCELLED, cancelled_at=DURING + timedelta(minutes=5))
    again = a_call(
        "C: Sorry, I can't make Tuesday at ten past two after all. Please cancel it.",
        "A: Your appointment on Tuesday at ten past two has been cancelled.",
        call_id=2,
        at=CALLED_AT + timedelta(minutes=4),
    )
    assert found((a_call(*BOOKED), again), entry) == []


def test_your_appointment_said_again_with_another_time_is_the_same_one_put_right() -> None:
    lines = (*BOOKED[:3], "A: Your appointment is set for Tuesday at ten past two.", "C: And where are you?")
    again = "A: On the High Street. Your appointment is set for Tuesday at half past two."
    half_past = an_entry(10, on_wall(TUESDAY, time(14, 30)), created_at=DURING)
    assert found((a_call(*lines, again),), half_past) == []
    (missing,) = found((a_call(*lines, "C: And one for my lad too.", again),), half_past)
    assert "2:10 pm" in missing.reason
