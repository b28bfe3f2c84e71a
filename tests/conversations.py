"""Calls, entries and evidence for the tests of language and checks, and what holds for all they find."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from agentdesk.checks.evidence import Diary, Evidence
from agentdesk.domain.booking import Booking
from agentdesk.domain.business import Business, Service, Span, WeekHours
from agentdesk.domain.call import Call, Turn
from agentdesk.domain.finding import Entry, Found, Said

LONDON = ZoneInfo("Europe/London")
SUNDAY = date(2026, 11, 22)
CALLED_AT = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
CALLER = "+441134960102"
LUNCH_WEEK: WeekHours = (*((Span(time(9), time(12, 30)), Span(time(13), time(17, 30))),) * 5, (), ())


def conversation(*lines: str) -> tuple[Turn, ...]:
    """Turns from lines that begin with "A:" for the agent or "C:" for the caller."""
    return tuple(Turn("agent" if line.startswith("A:") else "caller", line[2:].strip()) for line in lines)


def a_call(*lines: str, call_id: int = 1, at: datetime = CALLED_AT, **what: Any) -> Call:
    values: dict[str, Any] = {
        "id": call_id,
        "connection": "Phone line",
        "external_id": f"call-{call_id}",
        "agent": "Daisy",
        "agent_external_id": "agent-1",
        "started_at": at,
        "seconds": 120.0,
        "caller": CALLER,
        "turns": conversation(*lines),
    }
    return Call(**(values | what))


def on_wall(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON).astimezone(UTC)


def an_entry(booking_id: int, starts_at: datetime, minutes: int = 30, **what: Any) -> Booking:
    values: dict[str, Any] = {
        "id": booking_id,
        "connection": "Diary",
        "external_id": f"entry-{booking_id}",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=minutes),
    }
    return Booking(**(values | what))


def a_business(**what: Any) -> Business:
    values: dict[str, Any] = {
        "name": "Bright Smiles",
        "hours": LUNCH_WEEK,
        "services": (Service("Check-up", 30), Service("Class", 60, capacity=3)),
    }
    return Business(**(values | what))


def a_diary(**what: Any) -> Diary:
    values: dict[str, Any] = {
        "connection": "Diary",
        "read_at": CALLED_AT + timedelta(hours=1),
        "first": SUNDAY - timedelta(days=60),
        "last": SUNDAY + timedelta(days=90),
    }
    return Diary(**(values | what))


def the_evidence(**what: Any) -> Evidence:
    values: dict[str, Any] = {
        "now": CALLED_AT + timedelta(hours=2),
        "business": a_business(),
        "diaries": (a_diary(),),
    }
    return Evidence(**(values | what))


def assert_verbatim(found: Iterable[Found], evidence: Evidence) -> None:
    """Every word shown stands letter for letter in its turn, every entry exists, and there is evidence at all."""
    calls = {call.id: call for call in evidence.calls}
    bookings = {booking.id for booking in evidence.bookings}
    for each in found:
        assert each.evidence
        assert (each.call is None) != (each.booking is None)
        for shown in each.evidence:
            if isinstance(shown, Said):
                assert each.call is not None
                assert shown.words.strip()
                assert shown.words in calls[each.call].turns[shown.turn].text
            elif isinstance(shown, Entry):
                assert shown.booking in bookings
                assert shown.words


_PHRASES = (
    "You're booked in for tomorrow at half three.",
    "that's all booked for thursday the twenty sixth at two",
    "I’ve put you down for Tue 24 Nov, 2.30pm",
    "Your appointment with Dr. J. Smith is confirmed!",
    "Shall I book that for you?",
    "I'm sorry, I couldn't book that appointment.",
    "Can I speak to a manager, please?",
    "I want my money back",
    "nobody turned up and I'd like to make a complaint",
    "I can smell gas",
    "I'll get Jo to ring you back.",
    "Putting you through now.",
    "İstanbul’s café — “£35.50”, 14:30?",
    "a week on Friday, quarter to nine",
    "the 31st of February",
    "at 24:60 or 99/99/2026",
    "on the first at oh five",
    "\n\n...!?",
    "",
)


def texts() -> st.SearchStrategy[str]:
    """Texts such as calls hold: phrases that the readers look for, glued together with anything."""
    return st.lists(st.sampled_from(_PHRASES) | st.text(max_size=12), max_size=5).map(" ".join)


def conversations() -> st.SearchStrategy[tuple[Turn, ...]]:
    return st.lists(st.builds(Turn, st.sampled_from(["agent", "caller"]), texts()), max_size=8).map(tuple)
