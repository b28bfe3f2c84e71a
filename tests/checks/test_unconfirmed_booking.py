from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from agentdesk.checks.promised_booking import find as find_missing
from agentdesk.checks.tool_traffic import sendings, tool_acts
from agentdesk.checks.unconfirmed_booking import find
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import ToolEntry
from agentdesk.domain.finding import Entry, Found, Kind, Said, Severity
from tests.conversations import CALLED_AT, CALLER, a_call, an_entry, assert_verbatim, on_wall, the_evidence

TUESDAY = date(2026, 11, 24)
SAID = "You're booked in for Tuesday at ten past two. I'll text you the details."
BOOKED = ("C: Could I have a check-up on Tuesday, please?", "A: I have ten past two.", "C: Lovely.", f"A: {SAID}")
MADE = ToolEntry("book_appointment", "t1", 3, "{}", '{"status": "success"}')
FAILED = ToolEntry("send_sms", "t2", 3, "{}", '{"status": "error", "message": "invalid number"}')
SENT = ToolEntry("send_sms", "t3", 3, "{}", '{"status": "queued"}')


def the_entry() -> Booking:
    made = CALLED_AT + timedelta(seconds=90)
    return an_entry(1, on_wall(TUESDAY, time(14, 10)), service="Check-up", phone=CALLER, created_at=made)


def found(*tools: ToolEntry, bookings: tuple[Booking, ...] | None = None) -> list[Found]:
    entries = (the_entry(),) if bookings is None else bookings
    evidence = the_evidence(calls=(a_call(*BOOKED, tools=(MADE, *tools)),), bookings=entries)
    everything = list(find(evidence))
    assert_verbatim(everything, evidence)
    return everything


def test_a_confirmation_that_failed_is_told_with_the_entry_it_was_for() -> None:
    (one,) = found(FAILED)
    assert (one.kind, one.severity, one.call) == (Kind.BOOKING_UNCONFIRMED, Severity.AMBER, 1)
    assert one.reason == "Daisy booked it, but the confirmation didn't go out."
    assert one.evidence[0] == Said(3, "You're booked in for Tuesday at ten past two.")
    assert isinstance(one.evidence[-1], Entry)


@pytest.mark.parametrize("tools", [(), (SENT,), (FAILED, SENT)])
def test_nothing_is_told_of_what_went_out_in_the_end_or_that_no_tool_sent(tools: tuple[ToolEntry, ...]) -> None:
    assert found(*tools) == []


def test_without_an_entry_the_missing_booking_is_the_matter() -> None:
    assert found(FAILED, bookings=()) == []


@pytest.mark.parametrize(
    ("name", "sends"),
    [
        ("send_sms", True),
        ("sendBookingConfirmation", True),
        ("resend-confirmation", True),
        ("email_customer", True),
        ("notify_client", True),
        ("book_and_send_sms", False),
        ("create_appointment", False),
        ("check_availability", False),
        ("end_call", False),
    ],
)
def test_a_tool_that_sends_is_known_by_its_name_and_makes_no_booking(name: str, sends: bool) -> None:
    call = a_call(*BOOKED, tools=(ToolEntry(name, "t1", 3, "{}", '{"status": "ok"}'),))
    assert bool(sendings(call)) is sends
    assert not (sends and tool_acts(call))


def test_a_confirmation_that_went_out_is_no_entry_in_the_diary() -> None:
    """Its success must not be taken for the diary's."""
    sent = ToolEntry("send_booking_confirmation", "t2", 3, "{}", '{"status": "success", "booking_id": "entry-9"}')
    evidence = the_evidence(calls=(a_call(*BOOKED, tools=(sent,)),))
    (missing,) = find_missing(evidence)
    assert missing.kind is Kind.BOOKING_MISSING
