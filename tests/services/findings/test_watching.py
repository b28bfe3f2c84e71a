"""What is only watched comes back on its day, once, and not where something else was decided since."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agentdesk.bootstrap.looking import see_who_waits
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from tests.services.conftest import Office

NEXT_WEEK = date(2026, 11, 27)


@pytest.fixture
def closed(hartley: Office) -> Finding:
    hartley.take_diary("e2,2026-11-29T10:00,2026-11-29T11:00,booked,Boiler service,Cy Dale,,,2026-11-10T10:00")
    hartley.services.checking.run()
    return matter(hartley)


def matter(office: Office) -> Finding:
    (found,) = office.services.findings.page(FindingFilter(kinds=(Kind.BOOKING_CLOSED_DAY,)))
    return found


def test_it_needs_somebody_again_on_the_day_and_only_once(hartley: Office, closed: Finding) -> None:
    watching = hartley.services.watching
    watching.watch(closed.id, " We shall see ", NEXT_WEEK, "Sam")
    assert matter(hartley).decision == "We shall see\nWatched until Fri 27 Nov 2026."
    hartley.clock.advance(timedelta(days=6))
    see_who_waits(hartley.services)
    assert matter(hartley).status is FindingStatus.ACCEPTED
    hartley.clock.advance(timedelta(days=1))
    see_who_waits(hartley.services)
    assert matter(hartley).status is FindingStatus.OPEN
    hartley.services.findings.accept(closed.id, "It's fine now", "Sam")
    hartley.clock.advance(timedelta(days=30))
    assert watching.come_back() == ()
    watch = watching.of(closed.id)
    assert watch is not None
    assert (watch.over, watch.by, watch.why) == (True, "Sam", "We shall see")


def test_what_was_decided_otherwise_since_stays_decided(hartley: Office, closed: Finding) -> None:
    hartley.services.watching.watch(closed.id, "We shall see", NEXT_WEEK, "Sam")
    hartley.services.findings.reopen(closed.id, "Sam")
    hartley.clock.advance(timedelta(hours=1))
    hartley.services.findings.put_right(closed.id, "Moved it", "Sam")
    hartley.clock.advance(timedelta(days=30))
    assert hartley.services.watching.come_back() == ()
    assert matter(hartley).status is FindingStatus.DONE


@pytest.mark.parametrize(
    ("why", "until", "said"),
    [
        (" ", NEXT_WEEK, "why it may go on"),
        ("Why not", date(2026, 11, 20), "after today"),
        ("Why not", date(2028, 1, 1), "within a year"),
    ],
)
def test_it_is_refused_without_a_reason_or_a_day(
    hartley: Office, closed: Finding, why: str, until: date, said: str
) -> None:
    with pytest.raises(Sorry, match=said):
        hartley.services.watching.watch(closed.id, why, until, "Sam")
    assert matter(hartley).status is FindingStatus.OPEN
    assert hartley.services.watching.of(closed.id) is None
