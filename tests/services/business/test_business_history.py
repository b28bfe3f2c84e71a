"""A price that changes today doesn't make yesterday's call wrong, nor yesterday's mistake right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from agentdesk.domain.business import Business, Span
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.money import Money
from tests.services.conftest import Office
from tests.services.lines import line

HELLO = "Hartley Plumbing, Daisy speaking."
ASKED = "How much is a boiler service?"
RIGHT, DEARER = "A boiler service is £95.", "A boiler service is £110."


def wrong(office: Office, kind: Kind = Kind.FACT_WRONG) -> set[str]:
    """The calls with something wrong said in them, as they are named at their service."""
    found = office.services.findings.page(FindingFilter(kinds=(kind,)))
    calls = office.services.calls
    ids = [each.found.call for each in found if each.found.call is not None and each.status == "open"]
    return {calls.open_(each).call.external_id for each in ids}


def costs(office: Office, amount: str, *, as_it_always_was: bool = False) -> None:
    business = office.services.businesses.current()
    assert business is not None
    services = (replace(business.services[0], price=Money.of(Decimal(amount), "GBP")),)
    changed = replace(business, services=services)
    office.services.businesses.save(changed, "Sam", as_it_always_was=as_it_always_was)


def test_calls_are_held_against_the_price_of_their_day(hartley: Office) -> None:
    hartley.take_calls(
        line("old right", "2026-11-16T09:00:00+00:00", HELLO, ASKED, RIGHT),
        line("old wrong", "2026-11-17T09:00:00+00:00", HELLO, ASKED, DEARER),
    )
    assert wrong(hartley) == {"old wrong"}
    costs(hartley, "110")
    hartley.clock.instant = datetime(2026, 11, 24, 12, tzinfo=UTC)
    hartley.take_calls(
        line("new right", "2026-11-23T09:00:00+00:00", HELLO, ASKED, DEARER),
        line("new wrong", "2026-11-24T09:00:00+00:00", HELLO, ASKED, RIGHT),
    )
    hartley.services.checking.run()
    assert wrong(hartley) == {"old wrong", "new wrong"}
    before, now = hartley.services.businesses.history()
    assert (now.by, now.from_at) == ("Sam", datetime(2026, 11, 20, 16, tzinfo=UTC))
    assert before.business.services[0].price == Money.of(Decimal(95), "GBP")


def test_a_slip_that_is_put_right_counts_as_if_it_had_never_been(hartley: Office) -> None:
    hartley.take_calls(line("told", "2026-11-16T09:00:00+00:00", HELLO, ASKED, DEARER))
    assert wrong(hartley) == {"told"}
    costs(hartley, "110", as_it_always_was=True)
    hartley.services.checking.run()
    assert wrong(hartley) == set()
    assert len(hartley.services.businesses.history()) == 1


def test_keeping_the_business_as_it_is_makes_no_history(hartley: Office) -> None:
    business = hartley.services.businesses.current()
    assert isinstance(business, Business)
    hartley.services.businesses.save(business, "Sam")
    assert len(hartley.services.businesses.history()) == 1


def test_an_entry_of_last_week_is_held_against_last_weeks_hours(hartley: Office) -> None:
    diary = (
        "b1,2026-11-18T16:30:00,2026-11-18T17:30:00,booked,Boiler service,Ana Jones,,,2026-11-10T10:00:00",
        "b2,2026-11-25T16:30:00,2026-11-25T17:30:00,booked,Boiler service,Bea Jones,,,2026-11-10T10:00:00",
    )
    hartley.take_diary(*diary)
    late = FindingFilter(kinds=(Kind.BOOKING_OUTSIDE_HOURS,))
    assert hartley.services.findings.page(late) == ()
    business = hartley.services.businesses.current()
    assert business is not None
    shorter = ((Span(time(9), time(16)),),) * 5 + ((), ())
    hartley.services.businesses.save(replace(business, hours=shorter), "Sam")
    hartley.services.checking.run()
    (found,) = hartley.services.findings.page(late)
    assert found.about_at.date().isoformat() == "2026-11-25"


def opens(office: Office, last: int, *, since: date | None = None) -> None:
    business = office.services.businesses.current()
    assert business is not None
    hours = ((Span(time(9), time(last)),),) * 5 + ((), ())
    office.services.businesses.save(replace(business, hours=hours), "Sam", since=since)


def test_hours_that_changed_on_monday_and_are_written_down_on_friday_count_from_monday(hartley: Office) -> None:
    late = FindingFilter(kinds=(Kind.BOOKING_OUTSIDE_HOURS,))
    hartley.take_diary(
        "b1,2026-11-13T18:00:00,2026-11-13T19:00:00,booked,Boiler service,Ana Jones,,,2026-11-10T10:00:00",
        "b2,2026-11-17T18:00:00,2026-11-17T19:00:00,booked,Boiler service,Bea Jones,,,2026-11-10T10:00:00",
    )
    assert len(hartley.services.findings.page(late)) == 2
    opens(hartley, 20, since=date(2026, 11, 16))
    hartley.services.checking.run()
    still = [each for each in hartley.services.findings.page(late) if each.status is FindingStatus.OPEN]
    assert [each.about_at.date() for each in still] == [date(2026, 11, 13)]
    _, since = hartley.services.businesses.history()
    assert (since.from_at, since.by) == (datetime(2026, 11, 16, tzinfo=UTC), "Sam")


def test_a_day_to_come_is_refused_in_a_sentence(hartley: Office) -> None:
    with pytest.raises(Sorry, match="still to come"):
        opens(hartley, 20, since=date(2026, 11, 21))
    assert len(hartley.services.businesses.history()) == 1


def test_a_change_is_undone_to_the_letter_unless_something_else_changed_since(hartley: Office) -> None:
    businesses = hartley.services.businesses
    stood = businesses.history()
    opens(hartley, 20)
    changed = businesses.history()
    businesses.put_back(stood, changed)
    assert businesses.history() == stood
    assert businesses.current() == stood[-1].business
    opens(hartley, 20)
    costs(hartley, "110")
    with pytest.raises(Sorry, match="changed again"):
        businesses.put_back(stood, changed)


def test_what_an_agent_must_tell_otherwise_since_monday_is_asked_after_on_friday(hartley: Office) -> None:
    opens(hartley, 20)
    hartley.clock.advance(timedelta(days=3))
    costs(hartley, "110")
    noted = {each.topic for each in hartley.services.knowing.open_()}
    hartley.clock.advance(timedelta(days=1))
    opens(hartley, 19, since=date(2026, 11, 21))
    now = {each.topic: each.now for each in hartley.services.knowing.open_()}
    assert set(now) == noted
    assert now["Opening hours on Mondays"] == "9:00 am to 7:00 pm"
    costs(hartley, "120")
    business = hartley.services.businesses.current()
    assert business is not None
    saturdays = replace(business, hours=(*business.hours[:5], (Span(time(9), time(12)),), ()))
    hartley.services.businesses.save(saturdays, "Sam", since=date(2026, 11, 22))
    said = {each.topic: each.now for each in hartley.services.knowing.open_()}
    assert said["Opening hours on Saturdays"] == "9:00 am to 12:00 pm"
