"""What was said and what is in the diary, side by side: details, changes and entries that nobody knows of."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from agentdesk.checks.candidates import CallWords, Tie
from agentdesk.checks.every import run_all
from agentdesk.checks.matching import match_bookings
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.call import Call, ToolEntry
from agentdesk.domain.finding import Found, Kind, Said, Severity
from tests.conversations import (
    CALLED_AT,
    CALLER,
    SUNDAY,
    a_business,
    a_call,
    a_diary,
    an_entry,
    assert_verbatim,
    on_wall,
    the_evidence,
)

TUESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 26)
DURING = CALLED_AT + timedelta(seconds=90)
LAST_WEEK = CALLED_AT - timedelta(days=7)
ASKED = (
    "C: Could I have a check-up on Tuesday, please?",
    "A: I've half two with Priya. Shall I pop you in?",
    "C: Lovely.",
)
BOOKED = (*ASKED, "A: That's you booked in for Tuesday at half two.")
HALF_TWO = on_wall(TUESDAY, time(14, 30))


def mine(at: datetime, **what: object) -> Booking:
    """An entry of the caller, made during the call unless said otherwise."""
    values: dict[str, Any] = {"phone": CALLER, "created_at": DURING, "service": "Check-up"}
    return an_entry(1, at, **(values | what))


def found(calls: tuple[Call, ...], *bookings: Booking, **what: object) -> list[Found]:
    evidence = the_evidence(calls=calls, bookings=bookings, **what)
    everything = run_all(evidence)
    assert_verbatim(everything, evidence)
    return [each for each in everything if each.kind.startswith("booking.")]


def kinds(calls: tuple[Call, ...], *bookings: Booking, **what: object) -> list[Kind]:
    return [each.kind for each in found(calls, *bookings, **what)]


def test_an_entry_as_it_was_said_is_fine() -> None:
    assert kinds((a_call(*BOOKED),), mine(HALF_TWO)) == []


def test_another_day_is_shown_beside_the_words() -> None:
    (one,) = found((a_call(*BOOKED),), mine(on_wall(THURSDAY, time(14, 30))))
    assert (one.kind, one.severity, one.call) == (Kind.BOOKING_WRONG_DATE, Severity.RED, 1)
    assert one.reason == "Daisy said Tue 24 Nov, but the entry is for Thu 26 Nov."
    assert one.evidence[0] == Said(3, "That's you booked in for Tuesday at half two.")


@pytest.mark.parametrize(("days", "linked"), [(14, True), (28, False)])
def test_an_entry_that_was_over_long_before_the_call_is_none_of_its(days: int, linked: bool) -> None:
    gone = mine(HALF_TWO - timedelta(days=days))
    ((_, call, _),) = match_bookings(the_evidence(calls=(a_call(*BOOKED),), bookings=(gone,)))
    assert (call is not None) is linked


def test_another_time_is_wrong_and_both_are_both() -> None:
    assert kinds((a_call(*BOOKED),), mine(on_wall(TUESDAY, time(15)))) == [Kind.BOOKING_WRONG_TIME]
    both = kinds((a_call(*BOOKED),), mine(on_wall(THURSDAY, time(15))))
    assert both == [Kind.BOOKING_WRONG_DATE, Kind.BOOKING_WRONG_TIME]


@pytest.mark.parametrize(
    "entry",
    [
        mine(on_wall(THURSDAY, time(9)), first_starts_at=HALF_TWO),
        mine(HALF_TWO, first_starts_at=on_wall(TUESDAY, time(15))),
        mine(HALF_TWO, status=BookingStatus.CANCELLED),
    ],
    ids=["changed by the customer since", "put right since", "cancelled since"],
)
def test_a_later_change_is_no_fault(entry: Booking) -> None:
    assert kinds((a_call(*BOOKED),), entry) == []


def test_a_change_that_a_later_call_asked_for_is_no_fault() -> None:
    later = a_call(
        "C: Could we move Tuesday to Thursday at nine?",
        "A: I've moved you to Thursday at nine.",
        call_id=2,
        at=CALLED_AT + timedelta(minutes=30),
    )
    assert kinds((a_call(*BOOKED), later), mine(on_wall(THURSDAY, time(9)))) == []


def test_another_customers_entry_is_not_taken_for_a_wrong_one() -> None:
    other = an_entry(1, on_wall(TUESDAY, time(15)), phone="+441134960999", created_at=LAST_WEEK)
    assert kinds((a_call(*BOOKED),), other) == [Kind.BOOKING_MISSING]


def test_another_service_than_was_said_is_wrong() -> None:
    said = (*BOOKED[:-1], "A: That's your check-up booked for Tuesday at half two.")
    assert kinds((a_call(*said),), mine(HALF_TWO, service="Class")) == [Kind.BOOKING_WRONG_SERVICE]
    assert kinds((a_call(*said),), mine(HALF_TWO, service="Check-up")) == []
    assert kinds((a_call(*said),), mine(HALF_TWO, service="Something of their own")) == []


def test_a_service_that_the_diary_spells_another_way_is_known_all_the_same() -> None:
    said = (*BOOKED[:-1], "A: That's your class booked for Tuesday at half two.")
    assert kinds((a_call(*said),), mine(HALF_TWO, service="check up")) == [Kind.BOOKING_WRONG_SERVICE]
    assert kinds((a_call(*BOOKED),), mine(HALF_TWO, service="check up")) == []


def test_another_person_than_was_said_is_wrong() -> None:
    of_others = an_entry(2, on_wall(THURSDAY, time(9)), person="Priya", phone="+441134960999", service="Check-up")
    assert kinds((a_call(*BOOKED),), mine(HALF_TWO, person="Tom"), of_others) == [Kind.BOOKING_WRONG_PERSON]
    assert kinds((a_call(*BOOKED),), mine(HALF_TWO, person="Priya"), of_others) == []
    assert kinds((a_call(*BOOKED),), mine(HALF_TWO, person="Tom", first_person="Priya"), of_others) == []


@pytest.mark.parametrize(
    ("said", "entered"),
    [
        ("Dr Nair", "Nair, Priya"),
        ("Priya Nair", "Dr P. Nair"),
        ("Priya", "Priya Nair"),
    ],
)
def test_a_person_whose_name_the_diary_writes_in_several_ways_is_one(said: str, entered: str) -> None:
    of_others = [
        an_entry(at, on_wall(THURSDAY, time(9 + at)), person=name, phone="+441134960999", service="Check-up")
        for at, name in enumerate((said, entered, "Tom"), start=2)
    ]
    told = (*BOOKED[:-1], f"A: That's you booked in with {said} for Tuesday at half two.")
    assert kinds((a_call(*told),), mine(HALF_TWO, person=entered), *of_others) == []
    assert kinds((a_call(*told),), mine(HALF_TWO, person="Tom"), *of_others) == [Kind.BOOKING_WRONG_PERSON]


def test_a_customer_who_is_called_as_somebody_who_works_there_is_not_taken_for_them() -> None:
    of_others = an_entry(2, on_wall(THURSDAY, time(9)), person="Priya", phone="+441134960999", service="Check-up")
    thanked = (
        "C: Could I have a check-up on Tuesday, please? My name's Priya Walsh.",
        "A: I've half two. Shall I pop you in?",
        "C: Lovely.",
        "A: That's you booked in for Tuesday at half two, Priya.",
    )
    assert kinds((a_call(*thanked),), mine(HALF_TWO, person="Tom"), of_others) == []
    surname_first = (thanked[0].replace(" My name's Priya Walsh.", ""), *thanked[1:])
    assert kinds((a_call(*surname_first),), mine(HALF_TWO, person="Tom", customer="WALSH Priya"), of_others) == []


CANCEL = ("C: I need to cancel Tuesday, sorry.", "A: No bother, I've cancelled that for you.")


def test_what_was_said_to_be_cancelled_and_is_still_there() -> None:
    (one,) = found((a_call(*CANCEL),), mine(HALF_TWO, created_at=LAST_WEEK))
    assert (one.kind, one.severity) == (Kind.BOOKING_NOT_CANCELLED, Severity.RED)
    assert "Tue 24 Nov" in one.reason
    assert one.evidence[0] == Said(1, "No bother, I've cancelled that for you.")


@pytest.mark.parametrize(
    "entries",
    [
        (mine(HALF_TWO, created_at=LAST_WEEK, status=BookingStatus.CANCELLED),),
        (mine(HALF_TWO, created_at=CALLED_AT + timedelta(days=1)),),
        (mine(HALF_TWO, created_at=LAST_WEEK, phone="+441134960999"),),
        (),
    ],
    ids=["gone", "booked again since", "somebody else's", "never there"],
)
def test_a_cancellation_that_was_kept(entries: tuple[Booking, ...]) -> None:
    assert kinds((a_call(*CANCEL),), *entries) == []


def test_of_two_entries_the_one_that_was_named_is_meant() -> None:
    named = mine(HALF_TWO, created_at=LAST_WEEK)
    other = replace(named, id=2, external_id="entry-2", starts_at=on_wall(THURSDAY, time(9)))
    (one,) = found((a_call(*CANCEL),), named, other)
    assert "Tue 24 Nov" in one.reason
    vague = ("C: I need to cancel.", "A: I've cancelled that for you.")
    assert kinds((a_call(*vague),), named, other) == []


MOVE = ("C: Can we make it Thursday at nine instead of Tuesday?", "A: I've moved you to Thursday at nine.")


def test_what_was_said_to_be_moved_and_is_still_where_it_was() -> None:
    (one,) = found((a_call(*MOVE),), mine(HALF_TWO, created_at=LAST_WEEK))
    assert (one.kind, one.severity) == (Kind.BOOKING_NOT_MOVED, Severity.RED)


def test_a_move_that_was_made_in_either_way() -> None:
    there = mine(on_wall(THURSDAY, time(9)), created_at=LAST_WEEK, first_starts_at=HALF_TWO)
    assert kinds((a_call(*MOVE),), there) == []
    gone = mine(HALF_TWO, created_at=LAST_WEEK, status=BookingStatus.CANCELLED, moved_to="entry-2")
    new = an_entry(2, on_wall(THURSDAY, time(9)), phone=CALLER, created_at=DURING)
    assert kinds((a_call(*MOVE),), gone, new) == []


def test_an_entry_made_although_the_agent_said_it_failed() -> None:
    failed = (*ASKED, "A: I'm sorry, I wasn't able to book that appointment.")
    (one,) = found((a_call(*failed),), mine(HALF_TWO))
    assert (one.kind, one.severity, one.call) == (Kind.BOOKING_UNCLAIMED, Severity.AMBER, 1)
    assert kinds((a_call(*failed),), mine(HALF_TWO, status=BookingStatus.CANCELLED)) == []
    assert kinds((a_call(*failed),), mine(HALF_TWO, created_at=LAST_WEEK)) == []


def test_only_where_nobody_else_books_must_a_call_account_for_every_entry() -> None:
    stray = an_entry(1, HALF_TWO, phone="+441134960999", created_at=CALLED_AT - timedelta(minutes=30))
    known = {"calls_since": LAST_WEEK}
    agents_only = (a_diary(others_book=False),)
    (one,) = found((), stray, diaries=agents_only, **known)
    assert (one.kind, one.booking, one.call) == (Kind.BOOKING_UNCLAIMED, 1, None)
    assert kinds((), stray, **known) == []
    assert kinds((), stray, diaries=agents_only) == []
    assert kinds((), replace(stray, call=7), diaries=agents_only, **known) == []
    assert kinds((), replace(stray, created_at=LAST_WEEK - timedelta(days=1)), diaries=agents_only, **known) == []


def a_tool(name: str, result: object, after_turn: int = 3, **what: object) -> ToolEntry:
    values: dict[str, object] = {
        "name": name,
        "call_id": "t1",
        "after_turn": after_turn,
        "arguments": json.dumps({"start": "2026-11-24T14:30:00+00:00"}),
        "result": result if isinstance(result, str) else json.dumps(result),
        "failed": False,
    }
    return ToolEntry(**(values | what))  # type: ignore[arg-type]


DONE = (*ASKED, "A: Lovely, you'll get a text in a minute.")


def test_what_the_tool_booked_is_unclaimed_whatever_day_the_agent_named_as_it_gave_up() -> None:
    failed = (*ASKED, "A: I'm sorry, I wasn't able to book that appointment for tomorrow at 10 am.")
    booked = a_tool("book_appointment", {"success": True, "booking": {"uid": "entry-1"}})
    (one,) = found((a_call(*failed, tools=(booked,)),), mine(HALF_TWO))
    assert (one.kind, one.call) == (Kind.BOOKING_UNCLAIMED, 1)


def test_what_only_the_tool_said_must_be_in_the_diary_too() -> None:
    call = a_call(*DONE, tools=(a_tool("book_appointment", {"success": True, "id": "abc"}),))
    (one,) = found((call,))
    assert one.kind is Kind.BOOKING_MISSING
    assert one.evidence == (Said(3, "Lovely, you'll get a text in a minute."),)
    assert kinds((call,), mine(HALF_TWO)) == []


@pytest.mark.parametrize(
    "result",
    [
        {"success": False, "message": "Slot taken"},
        {"status": "ok", "data": {"status": "error"}},
        {"error": {"code": 409}},
        "Sorry, that time is no longer available.",
        '{"result": "{\\"success\\": false}"}',
    ],
)
def test_a_tool_that_answered_but_wraps_a_failure_booked_nothing(result: object) -> None:
    assert kinds((a_call(*DONE, tools=(a_tool("create_booking", result),)),)) == []


def test_a_tool_that_looked_only_booked_nothing() -> None:
    for name in ("check_availability", "getAvailableSlots", "end_call", "lookup_appointment"):
        assert kinds((a_call(*DONE, tools=(a_tool(name, {"success": True}),)),)) == []


def test_all_done_is_about_the_booking_that_a_tool_just_tried() -> None:
    said = ("C: Half two on Tuesday it is.", "A: All done.")
    tried = a_tool("book_appointment", {"success": False}, after_turn=1)
    assert kinds((a_call(*said, tools=(tried,)),)) == [Kind.BOOKING_MISSING]
    assert kinds((a_call(*said),)) == []


def test_the_name_in_the_tools_answer_finds_the_entry_whoever_it_is_for() -> None:
    call = a_call(*BOOKED, caller=None, tools=(a_tool("book_slot", {"booking": {"uid": "entry-1"}}),))
    entry = an_entry(1, on_wall(TUESDAY, time(15)), created_at=CALLED_AT + timedelta(hours=1))
    assert kinds((call,), entry) == [Kind.BOOKING_WRONG_TIME]


def test_the_tool_says_which_of_two_entries_was_to_be_cancelled() -> None:
    one = mine(HALF_TWO, created_at=LAST_WEEK)
    other = replace(one, id=2, external_id="entry-2", starts_at=on_wall(THURSDAY, time(9)))
    tool = a_tool("cancel_booking", {"ok": True}, after_turn=1, arguments='{"booking_id": "entry-2"}')
    (finding,) = found((a_call("C: Cancel it.", "A: I've cancelled that for you.", tools=(tool,)),), one, other)
    assert "Thu 26 Nov" in finding.reason


def test_many_calls_and_entries_are_matched_by_index(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [f"+4411349{each:05}" for each in range(1_000)]
    calls = tuple(
        a_call(*BOOKED, call_id=each, caller=number, at=CALLED_AT + timedelta(minutes=20 * each))
        for each, number in enumerate(numbers, start=1)
    )
    entries = tuple(
        an_entry(each, on_wall(SUNDAY + timedelta(days=each % 60), time(10)), phone=number, created_at=LAST_WEEK)
        for each, number in enumerate(numbers, start=1)
    )
    held: list[Booking] = []
    tie = CallWords.tie

    def counted(words: CallWords, entry: Booking) -> Tie:
        held.append(entry)
        return tie(words, entry)

    monkeypatch.setattr(CallWords, "tie", counted)
    run_all(the_evidence(calls=calls, bookings=entries, business=a_business()))
    assert len(held) < 60 * len(calls)


def test_an_agent_who_says_it_first_and_does_it_then_promised_once() -> None:
    later = a_tool("book_slot", {"booking": {"uid": "entry-1"}}, after_turn=6)
    call = a_call(*BOOKED, "C: Thanks.", "A: You're welcome.", tools=(later,))
    assert kinds((call,), mine(HALF_TWO, external_id="entry-1")) == []


def test_an_agent_who_says_that_it_failed_promised_nothing_whenever_the_tool_worked() -> None:
    later = a_tool("book_slot", {"booking": {"uid": "entry-1"}}, after_turn=5)
    call = a_call(*ASKED, "A: I'm sorry, I was not able to book that for you.", "C: Oh well.", tools=(later,))
    assert kinds((call,), mine(HALF_TWO, external_id="entry-1")) == [Kind.BOOKING_UNCLAIMED]
