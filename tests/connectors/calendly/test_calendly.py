"""Calendly: every meeting with who comes, though the service cannot be asked what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agentdesk.connectors.kit.troubles import NotUnderstood, SignInRefused
from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import SetClock
from tests.connectors.calendly.fake import ROOT, FakeCalendly
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)


@pytest.fixture
def calendly() -> Iterator[FakeCalendly]:
    with FakeCalendly() as service:
        yield service


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def meet(calendly: FakeCalendly, uuid: str, days: float = 2, ago: timedelta = timedelta(hours=5), **what: Any) -> None:
    starts_at = NOW + timedelta(days=days)
    calendly.meet(uuid, starts_at, starts_at + timedelta(hours=1), NOW - ago, **what)


def pull(calendly: FakeCalendly, desk: Desk) -> int:
    with signed_in("calendly", calendly.url, desk.clock) as connector:
        assert connector.bookings is not None
        return desk.take_bookings(connector.bookings.bookings(desk.position, desk))


def test_a_meeting_is_read_with_who_comes_and_the_number_they_wrote(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "M1")
    pull(calendly, desk)
    booking = desk.bookings["M1"]
    assert (booking.customer, booking.phone, booking.email) == ("Jo Marsh", "07700 900123", "jo@example.com")
    assert (booking.service, booking.status, booking.starts_at) == (
        "Boiler service",
        BookingStatus.BOOKED,
        NOW + timedelta(days=2),
    )


def test_nothing_new_costs_one_request(calendly: FakeCalendly, desk: Desk) -> None:
    for number in range(40):
        meet(calendly, f"M{number}", days=1 + number / 10)
    assert pull(calendly, desk) == 40
    asked = len(calendly.requests)
    assert pull(calendly, desk) == 0
    assert len(calendly.requests) - asked == 1


def test_more_meetings_than_a_page_holds_are_all_there(calendly: FakeCalendly, desk: Desk) -> None:
    for number in range(230):
        meet(calendly, f"M{number}", days=1)
    pull(calendly, desk)
    assert len(desk.bookings) == 230


def test_a_kill_in_the_first_pull_loses_nothing(calendly: FakeCalendly, desk: Desk) -> None:
    for number in range(110):
        meet(calendly, f"M{number}", days=number / 4 - 55)
    with signed_in("calendly", calendly.url, desk.clock) as connector:
        assert connector.bookings is not None
        desk.take_bookings([next(connector.bookings.bookings(desk.position, desk))])
    assert len(desk.bookings) == 50
    assert pull(calendly, desk) == 60
    assert len(desk.bookings) == 110


def test_after_a_long_absence_the_days_since_are_listed_too(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "M1")
    pull(calendly, desk)
    meet(calendly, "M1", ago=timedelta(minutes=1), invitee={"no_show": {"uri": "x"}})
    desk.clock.advance(timedelta(days=30))
    pull(calendly, desk)
    assert desk.bookings["M1"].status is BookingStatus.NO_SHOW


def test_a_move_leaves_the_old_meeting_cancelled_and_pointing_to_the_new_one(
    calendly: FakeCalendly, desk: Desk
) -> None:
    meet(calendly, "M1")
    pull(calendly, desk)
    following = f"{ROOT}/scheduled_events/M2/invitees/I2"
    moved = {"status": "canceled", "rescheduled": True, "new_invitee": following}
    meet(calendly, "M1", ago=timedelta(minutes=1), status="canceled", invitee=moved)
    meet(calendly, "M2", days=3, ago=timedelta(minutes=1))
    pull(calendly, desk)
    assert (desk.bookings["M1"].status, desk.bookings["M1"].moved_to) == (BookingStatus.CANCELLED, "M2")
    assert desk.bookings["M2"].live


def test_a_meeting_that_left_the_window_is_asked_for_by_its_name(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "M1")
    meet(calendly, "M2")
    pull(calendly, desk)
    meet(calendly, "M1", days=300, ago=timedelta(minutes=1))
    del calendly.events["M2"]
    pull(calendly, desk)
    assert desk.bookings["M1"].starts_at == NOW + timedelta(days=300)
    assert desk.gone == {"M2"}


def test_who_did_not_come_is_said(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "M1", days=-1, invitee={"no_show": {"uri": f"{ROOT}/invitee_no_shows/N1"}})
    pull(calendly, desk)
    assert desk.bookings["M1"].status is BookingStatus.NO_SHOW


def test_who_did_not_come_is_heard_of_the_next_day_although_the_list_says_nothing(
    calendly: FakeCalendly, desk: Desk
) -> None:
    meet(calendly, "M1", days=-1)
    pull(calendly, desk)
    calendly.invitees["M1"][0]["no_show"] = {"uri": f"{ROOT}/invitee_no_shows/N1"}
    desk.clock.advance(timedelta(days=1))
    pull(calendly, desk)
    assert desk.bookings["M1"].status is BookingStatus.NO_SHOW


def test_a_place_in_a_group_that_is_given_up_shows_in_the_count_of_places(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "M1", invitees_counter={"total": 1, "active": 1, "limit": 5})
    pull(calendly, desk)
    calendly.events["M1"]["invitees_counter"]["active"] = 0
    following = f"{ROOT}/scheduled_events/M2/invitees/I2"
    calendly.invitees["M1"][0] |= {"status": "canceled", "rescheduled": True, "new_invitee": following}
    pull(calendly, desk)
    (place,) = desk.bookings.values()
    assert (place.external_id, place.status, place.moved_to) == ("M1/IM1", BookingStatus.CANCELLED, "M2/I2")


def test_each_who_comes_to_a_group_is_a_booking(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "M1", invitees_counter={"total": 2, "active": 2, "limit": 5})
    calendly.invitees["M1"].append({**calendly.invitees["M1"][0], "uri": f"{ROOT}/x/invitees/I9", "name": "Al"})
    pull(calendly, desk)
    assert {each.customer for each in desk.bookings.values()} == {"Jo Marsh", "Al"}


def test_a_group_that_is_no_more_is_gone_with_every_place_in_it(calendly: FakeCalendly, desk: Desk) -> None:
    """As the service's own erasing of personal data leaves it."""
    for name in ("M1", "M2"):
        meet(calendly, name, invitees_counter={"total": 2, "active": 2, "limit": 5})
        calendly.invitees[name].append({**calendly.invitees[name][0], "uri": f"{ROOT}/x/invitees/I9{name}"})
    pull(calendly, desk)
    assert set(desk.bookings) == {"M1/IM1", "M1/I9M1", "M2/IM2", "M2/I9M2"}
    del calendly.events["M1"]
    calendly.invitees["M2"].pop(0)
    calendly.events["M2"]["invitees_counter"]["total"] = 1
    pull(calendly, desk)
    assert desk.gone & set(desk.bookings) == {"M1/IM1", "M1/I9M1", "M2/IM2"}


def test_one_bad_meeting_is_set_aside_and_heals(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "good")
    meet(calendly, "bad", end_time=None)
    pull(calendly, desk)
    assert (set(desk.bookings), set(desk.aside)) == ({"good"}, {"bad"})
    meet(calendly, "bad", ago=timedelta(minutes=1))
    pull(calendly, desk)
    assert set(desk.bookings) == {"good", "bad"}


def test_a_bad_meeting_heals_although_it_does_not_say_that_it_was_changed(calendly: FakeCalendly, desk: Desk) -> None:
    meet(calendly, "M1")
    whole = dict(calendly.events["M1"])
    calendly.events["M1"]["end_time"] = None
    pull(calendly, desk)
    assert set(desk.aside) == {"M1"}
    calendly.events["M1"] = whole
    pull(calendly, desk)
    assert set(desk.bookings) == {"M1"}
    assert not desk.aside


def test_pages_that_lead_in_a_circle_end(calendly: FakeCalendly, desk: Desk) -> None:
    pagination = {"next_page_token": "t0", "count": 0}
    calendly.route_first("GET", "/scheduled_events", lambda _: Reply({"collection": [], "pagination": pagination}))
    with pytest.raises(NotUnderstood):
        pull(calendly, desk)


def test_the_account_is_known_by_name_and_a_refused_key_is_told_apart(calendly: FakeCalendly, desk: Desk) -> None:
    with signed_in("calendly", calendly.url, desk.clock) as connector:
        assert connector.check().name == "Sam Hartley"
    calendly.key = "another"
    with pytest.raises(SignInRefused):
        pull(calendly, desk)
