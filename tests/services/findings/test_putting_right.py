"""Putting a matter right: what to do stands ready, and what stops it coming back is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Entry, Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.findings.putting_right import Again
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, line

NEXT_FRIDAY = date(2026, 11, 27)
ELSEWHERE = "e1,2026-11-24T14:00,2026-11-24T15:00,booked,Boiler service,Ana Marsh,07700 900123,,2026-11-17T10:01"


def one(office: Office, kind: Kind) -> Finding:
    (found,) = office.services.findings.page(FindingFilter(kinds=(kind,)))
    return found


@pytest.fixture
def missing(hartley: Office) -> Finding:
    hartley.take_diary("e9,2026-11-25T14:00,2026-11-25T15:00,booked,,Cy Dale,,,2026-11-20T09:00")
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    hartley.services.checking.run()
    return one(hartley, Kind.BOOKING_MISSING)


@pytest.fixture
def unheard(hartley: Office) -> Finding:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    return one(hartley, Kind.ESCALATION_MISSED)


def test_the_entry_stands_ready_as_the_caller_was_told(hartley: Office, missing: Finding) -> None:
    ready = hartley.services.putting_right.prepare(missing.id)
    assert ready.diary == "Boiler service for Ana Marsh, Tue 24 Nov, 10:00 am"
    assert (ready.who, ready.number) == ("Caller ending 123", "+447700900123")


def test_an_entry_at_another_time_is_put_where_the_caller_was_told(hartley: Office) -> None:
    hartley.take_diary(ELSEWHERE)
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    hartley.services.checking.run()
    ready = hartley.services.putting_right.prepare(one(hartley, Kind.BOOKING_WRONG_TIME).id)
    assert ready.diary == "Boiler service for Ana Marsh, Tue 24 Nov, 10:00 am"
    assert ready.who == "Ana Marsh (Caller ending 123)"


def test_the_message_to_the_supplier_says_which_call_and_which_words_and_no_number(
    hartley: Office, missing: Finding
) -> None:
    message = hartley.services.putting_right.prepare(missing.id).message
    assert "call of Tue 17 Nov, 10:00 am" in message
    assert "Daisy: “You're booked in for Tuesday the 24th of November at 10 am.”" in message
    assert "Daisy must only say “booked” when the diary has taken it." in message
    assert message.endswith("Thank you\nSam")
    assert "900123" not in message


def test_just_once_only_says_what_was_done(hartley: Office, missing: Finding) -> None:
    hartley.services.putting_right.keep(missing.id, "Rang her, wrote it in", "Sam")
    assert one(hartley, Kind.BOOKING_MISSING).decision == "Rang her, wrote it in"
    assert hartley.services.reviews.promises() == ()


def test_with_a_review_that_is_late_it_is_due_on_the_review_day_after(hartley: Office, missing: Finding) -> None:
    hartley.clock.advance(timedelta(days=4))
    due = hartley.services.putting_right.prepare(missing.id).due
    assert (due, hartley.services.reviews.due().days_over) == (NEXT_FRIDAY, 4)


def test_what_stops_it_becomes_something_dated_to_do(hartley: Office, missing: Finding) -> None:
    putting_right = hartley.services.putting_right
    ready = putting_right.prepare(missing.id)
    assert ready.due == NEXT_FRIDAY
    putting_right.keep(missing.id, "Rang her", "Sam", Again(ready.suggestion, "Sam", ready.due))
    (promise,) = hartley.services.reviews.promises()
    assert (promise.what, promise.who, promise.due) == (ready.suggestion, "Sam", NEXT_FRIDAY)
    done = one(hartley, Kind.BOOKING_MISSING)
    assert (done.status, done.decided_by) == (FindingStatus.DONE, "Sam")
    assert done.decision.splitlines() == ["Rang her", f"So that it doesn't happen again: {ready.suggestion}"]


def test_a_callers_words_join_the_brief_and_count_at_once(hartley: Office, unheard: Finding) -> None:
    putting_right, briefs = hartley.services.putting_right, hartley.services.briefs
    ready = putting_right.prepare(unheard.id)
    assert ready.lines == ("A complaint",)
    assert ready.phrase == "I want to speak to the manager"
    again = Again("Look whether they reach Jo", "Sam", ready.due, "waited  in", "A complaint")
    putting_right.keep(unheard.id, "Rang them", "Sam", again)
    approved = briefs.approved("Daisy")
    assert approved is not None
    assert approved.number == 2
    assert approved.brief.pass_to_a_person[0].phrases == ("waited in",)
    assert approved.why == "Callers who say “waited in” want a person."


def test_a_brief_that_is_being_written_is_not_approved_by_the_way(hartley: Office, unheard: Finding) -> None:
    putting_right, briefs = hartley.services.putting_right, hartley.services.briefs
    working = briefs.working("Daisy")
    briefs.save_draft("Daisy", replace(working.brief, purpose="Half a thought"), "Sam")
    again = Again("Look whether they reach Jo", "Sam", NEXT_FRIDAY, "waited in", "A complaint")
    putting_right.keep(unheard.id, "Rang them", "Sam", again)
    approved = briefs.approved("Daisy")
    assert approved is not None
    assert approved.number == 1
    assert briefs.working("Daisy").brief.pass_to_a_person[0].phrases == ("waited in",)


@pytest.mark.parametrize(
    ("what", "again"),
    [
        ("", Again("Ask the supplier", "Sam", NEXT_FRIDAY)),
        ("Rang them", Again(" ", "Sam", NEXT_FRIDAY)),
        ("Rang them", Again("Look", "", NEXT_FRIDAY, "waited in", "A complaint")),
        ("Rang them", Again("Look", "Sam", NEXT_FRIDAY, "waited in", "A line that has gone")),
        ("Rang them", Again("Look", "Sam", NEXT_FRIDAY, "waited in " * 20, "A complaint")),
    ],
)
def test_half_an_answer_is_refused_and_nothing_is_kept(
    hartley: Office, unheard: Finding, what: str, again: Again
) -> None:
    with pytest.raises(Sorry):
        hartley.services.putting_right.keep(unheard.id, what, "Sam", again)
    assert one(hartley, Kind.ESCALATION_MISSED).status is FindingStatus.OPEN
    assert hartley.services.reviews.promises() == ()
    assert hartley.services.briefs.working("Daisy").number == 1


@pytest.mark.parametrize("kind", [each for each in Kind if each.startswith("booking.")])
def test_whatever_is_wrong_with_a_booking_the_diary_has_something_to_do_ready(
    hartley: Office, missing: Finding, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    opened = hartley.services.findings.open_(missing.id)
    found = replace(missing.found, kind=kind, evidence=(*missing.found.evidence, Entry(9, "Boiler service")))
    monkeypatch.setattr(
        hartley.services.findings, "open_", lambda _: replace(opened, finding=replace(missing, found=found))
    )
    assert "Boiler service" in hartley.services.putting_right.prepare(missing.id).diary
