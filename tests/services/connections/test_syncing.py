"""What is checked after a pull: the last week and what came in, however much is kept."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from agentdesk.domain.booking import Booking
from agentdesk.domain.clock import Period, unbroken
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.connections.pulling import Pulled
from agentdesk.store import bookings, calls
from agentdesk.store.tables import call_readings
from tests.services.conftest import FRIDAY, Office
from tests.services.lines import BOOKED, QUESTION, line

TODAY = FRIDAY.date()
LAST_YEAR, IN_SPRING, LAST_MONTH = (TODAY - timedelta(days=ago) for ago in (400, 200, 25))


@pytest.fixture
def kept(hartley: Office) -> Office:
    """A call on each of these days, as if none had been checked yet."""
    days = (LAST_YEAR, IN_SPRING, LAST_MONTH, TODAY)
    hartley.take_calls(*(line(f"c{day}", f"{day}T08:00", *QUESTION) for day in days))
    with hartley.store.writing() as db:
        db.execute(sa.delete(call_readings))
    return hartley


def checked(office: Office, *touched: date) -> list[date]:
    """The days whose calls have been read, once a pull touched these."""
    office.services.syncing.check((Pulled("Calls", "file", touched=set(touched)),))
    with office.store.reading() as db:
        read = calls.many(db, tuple(db.scalars(sa.select(call_readings.c.call_id))))
    return sorted(each.started_at.date() for each in read)


def missing(office: Office) -> int:
    wanted = FindingFilter(status=FindingStatus.OPEN, kinds=(Kind.BOOKING_MISSING,))
    return len(office.services.findings.page(wanted))


def test_where_nothing_came_the_last_week_is_checked(kept: Office) -> None:
    assert checked(kept) == [TODAY]


def test_a_call_put_right_after_a_year_is_checked_without_the_year(kept: Office) -> None:
    assert checked(kept, LAST_YEAR) == [LAST_YEAR, TODAY]


def test_what_lies_between_days_of_one_month_is_checked_with_them(kept: Office) -> None:
    assert checked(kept, TODAY - timedelta(days=30)) == [LAST_MONTH, TODAY]


def test_a_first_pull_is_checked_whole(kept: Office) -> None:
    days = (LAST_YEAR + timedelta(days=each) for each in range(0, 400, 20))
    assert checked(kept, *days) == [LAST_YEAR, IN_SPRING, LAST_MONTH, TODAY]


def test_an_entry_of_next_year_is_looked_at_alone(kept: Office) -> None:
    assert checked(kept, TODAY + timedelta(days=300)) == [TODAY]


def test_an_entry_that_comes_weeks_after_the_call_takes_its_finding_back(hartley: Office) -> None:
    hartley.take_diary("e1,2026-11-25T10:00,2026-11-25T11:00,booked,Boiler service,Bo Lee,,,2026-11-02T10:01")
    hartley.take_calls(line("c1", "2026-11-02T10:00", *BOOKED))
    assert missing(hartley) == 1
    starts = datetime(2026, 11, 24, 10, tzinfo=UTC)
    late = Booking(0, "Diary", "e2", starts, starts + timedelta(hours=1), customer="Ana Marsh", phone="+447700900123")
    with hartley.store.writing() as db:
        bookings.put(db, [late], hartley.services.businesses.zone())
    hartley.services.syncing.check([Pulled("Diary", "file", bookings=Counter(new=1), touched={starts.date()})])
    assert missing(hartley) == 0


def test_days_in_any_order_are_one_period_where_a_step_leads_from_one_to_the_next() -> None:
    days = [TODAY, TODAY - timedelta(days=3), TODAY - timedelta(days=1)]
    assert unbroken(days) == (Period(days[1], days[1]), Period(days[2], TODAY))
    assert unbroken(days, timedelta(days=2)) == (Period(days[1], TODAY),)
    assert unbroken(()) == ()
