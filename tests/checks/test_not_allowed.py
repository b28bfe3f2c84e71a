"""What an agent booked, held against the list of what its brief lets it book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from agentdesk.checks.every import run_all
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.brief import Brief
from agentdesk.domain.business import Service
from agentdesk.domain.finding import Found, Kind, Said, Severity
from tests.conversations import CALLED_AT, CALLER, a_business, a_call, an_entry, assert_verbatim, on_wall, the_evidence

TUESDAY, SUNDAY = date(2026, 11, 24), date(2026, 11, 29)
TWO = on_wall(TUESDAY, time(14))
BOOKED = ("C: Can you fit me in on Tuesday?", "A: You're booked in for Tuesday at 2 pm.")
BUSINESS = a_business(
    services=(Service("Check-up", 30), Service("Filling", 45), Service("White filling", 60), Service("Extraction", 60))
)


def found(entry: Booking, *may_book: str, said: tuple[str, ...] = BOOKED, agent: str = "Daisy") -> list[Found]:
    briefs = {agent: Brief(may_book=may_book)}
    evidence = the_evidence(calls=(a_call(*said),), bookings=(entry,), briefs=briefs, business=BUSINESS)
    everything = run_all(evidence)
    assert_verbatim(everything, evidence)
    return [each for each in everything if each.kind is Kind.BOOKING_NOT_ALLOWED]


def made(service: str | None, at: datetime = TWO, **what: object) -> Booking:
    """An entry that the caller's own call made."""
    values: dict[str, Any] = {"phone": CALLER, "created_at": CALLED_AT + timedelta(seconds=90), "service": service}
    return an_entry(1, at, **(values | what))


def test_a_service_off_the_list_is_told_with_the_words_that_booked_it() -> None:
    (one,) = found(made("Extraction"), "Check-up", "Filling")
    assert (one.severity, one.call, one.slot) == (Severity.RED, 1, "1")
    assert one.reason == "Daisy booked Extraction. Its brief lets it book only Check-up and Filling."
    assert one.evidence[0] == Said(1, BOOKED[1][3:])


@pytest.mark.parametrize("service", ["Check-up", "check up", "Check-up with Priya", "White filling", None, "", "Lunch"])
def test_what_is_on_the_list_or_no_service_at_all_is_fine(service: str | None) -> None:
    assert found(made(service), "Check-up", "Filling") == []


@pytest.mark.parametrize(
    "may_book", [(), ("Anything in the book",), ("Check-up", "Short visits"), ("Check-up and any other visit",)]
)
def test_a_list_that_leaves_room_for_more_finds_nothing(may_book: tuple[str, ...]) -> None:
    assert found(made("Extraction"), *may_book) == []


def test_a_cancelled_entry_and_one_put_right_are_fine() -> None:
    assert found(made("Extraction", status=BookingStatus.CANCELLED), "Check-up") == []
    assert found(made("Check-up", first_service="Extraction"), "Check-up") == []
    assert found(made("Extraction", first_service="Check-up"), "Check-up") == []


def test_somebody_elses_entry_and_another_agents_list_do_not_count() -> None:
    assert found(made("Extraction", phone="+447700900999"), "Check-up") == []
    assert found(made("Extraction"), "Check-up", agent="Otto") == []


def test_a_closed_day_is_told_alone() -> None:
    said = ("C: Can you fit me in on Sunday?", "A: You're booked in for Sunday the 29th of November at 2 pm.")
    entry = made("Extraction", on_wall(SUNDAY, time(14)))
    assert found(entry, "Check-up", said=said) == []
    open_day = replace(entry, starts_at=TWO, ends_at=TWO + timedelta(minutes=30))
    assert len(found(open_day, "Check-up")) == 1


def test_what_the_business_does_not_offer_but_the_call_named_is_off_the_list() -> None:
    said = ("C: Do you do whitening strips?", "A: Yes. You're booked in for whitening strips on Tuesday at 2 pm.")
    (one,) = found(made("Whitening strips"), "Check-up", "Filling", said=said)
    assert one.severity is Severity.RED
    assert found(made("30 minute meeting"), "Check-up", "Filling", said=said) == []
