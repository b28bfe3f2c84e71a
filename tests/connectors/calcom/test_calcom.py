"""Cal.com: every booking with its changes, cancellations and moves, by few requests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agentdesk.connectors.kit.troubles import NotUnderstood, SignInRefused
from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import SetClock
from tests.connectors.calcom.fake import FakeCalcom
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)


@pytest.fixture
def calcom() -> Iterator[FakeCalcom]:
    with FakeCalcom() as service:
        yield service


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def book(calcom: FakeCalcom, uid: str, days: float = 2, ago: timedelta = timedelta(hours=5), **what: Any) -> None:
    starts_at = NOW + timedelta(days=days)
    calcom.book(uid, starts_at, starts_at + timedelta(hours=1), NOW - ago, **what)


def pull(calcom: FakeCalcom, desk: Desk) -> int:
    with signed_in("calcom", calcom.url, desk.clock) as connector:
        assert connector.bookings is not None
        return desk.take_bookings(connector.bookings.bookings(desk.position, desk))


def test_a_booking_is_read_with_who_what_when_and_by_whom(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "u1")
    pull(calcom, desk)
    booking = desk.bookings["u1"]
    assert (booking.customer, booking.phone, booking.email) == ("Jo Marsh", "+447700900123", "jo@example.com")
    assert (booking.service, booking.person, booking.status) == ("Boiler service", "Sam Hartley", BookingStatus.BOOKED)
    assert (booking.starts_at, booking.ends_at) == (NOW + timedelta(days=2), NOW + timedelta(days=2, hours=1))
    assert booking.created_at == NOW - timedelta(hours=5)


def test_nothing_new_costs_one_request_and_brings_only_what_overlaps(calcom: FakeCalcom, desk: Desk) -> None:
    for number in range(120):
        book(calcom, f"u{number}", ago=timedelta(hours=5 + number))
    assert pull(calcom, desk) == 120
    asked = len(calcom.requests)
    assert pull(calcom, desk) <= 1
    assert len(calcom.requests) - asked == 1


def test_a_move_leaves_the_old_entry_cancelled_and_pointing_to_the_new_one(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "u1")
    pull(calcom, desk)
    book(calcom, "u1", ago=timedelta(minutes=1), status="cancelled", rescheduledToUid="u2")
    book(calcom, "u2", days=3, ago=timedelta(minutes=1), rescheduledFromUid="u1")
    pull(calcom, desk)
    assert (desk.bookings["u1"].status, desk.bookings["u1"].moved_to) == (BookingStatus.CANCELLED, "u2")
    assert desk.bookings["u2"].status is BookingStatus.BOOKED


def test_a_booking_that_changes_between_pages_is_never_passed_over(calcom: FakeCalcom, desk: Desk) -> None:
    for number in range(250):
        book(calcom, f"u{number:03}", ago=timedelta(hours=5, minutes=number))
    listing = calcom._list
    turned = 0

    def turning(asked: Any) -> Reply:
        nonlocal turned
        answer = listing(asked)
        turned += 1
        if turned == 1:
            book(calcom, "u200", days=4, ago=timedelta(seconds=5))
        return answer

    calcom.route_first("GET", "/v2/bookings", turning)
    pull(calcom, desk)
    assert len(desk.bookings) >= 249
    pull(calcom, desk)
    assert len(desk.bookings) == 250
    assert desk.bookings["u200"].starts_at == NOW + timedelta(days=4)


@pytest.mark.parametrize(
    ("status", "means"),
    [
        ("accepted", BookingStatus.BOOKED),
        ("pending", BookingStatus.BOOKED),
        ("rejected", BookingStatus.CANCELLED),
        ("quantum", BookingStatus.BOOKED),
    ],
)
def test_what_a_status_means(calcom: FakeCalcom, desk: Desk, status: str, means: BookingStatus) -> None:
    book(calcom, "u1", status=status)
    pull(calcom, desk)
    assert desk.bookings["u1"].status is means


def test_who_did_not_come_is_said(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "u1", days=-1, attendees=[{"name": "Jo", "email": "jo@example.com", "absent": True}])
    pull(calcom, desk)
    assert desk.bookings["u1"].status is BookingStatus.NO_SHOW


def test_a_phone_number_may_stand_among_the_answers(calcom: FakeCalcom, desk: Desk) -> None:
    attendees = [{"name": "Jo", "email": "jo@example.com", "absent": False}]
    book(calcom, "u1", attendees=attendees, bookingFieldsResponses={"attendeePhoneNumber": "+447700900999"})
    pull(calcom, desk)
    assert desk.bookings["u1"].phone == "+447700900999"


def test_entries_outside_the_window_are_left_out_although_the_service_lists_them(
    calcom: FakeCalcom, desk: Desk
) -> None:
    book(calcom, "far", days=200)
    book(calcom, "near", days=20)
    pull(calcom, desk)
    assert set(desk.bookings) == {"near"}


def test_a_booking_made_long_ago_comes_into_view_as_days_go_by(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "u1")
    book(calcom, "far", days=100, ago=timedelta(days=2))
    pull(calcom, desk)
    assert set(desk.bookings) == {"u1"}
    desk.clock.advance(timedelta(days=11))
    pull(calcom, desk)
    assert set(desk.bookings) == {"u1", "far"}


def test_what_the_service_no_longer_has_is_noticed_the_next_day(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "u1")
    book(calcom, "u2")
    pull(calcom, desk)
    del calcom.bookings["u1"]
    desk.clock.advance(timedelta(days=1))
    pull(calcom, desk)
    assert desk.gone == {"u1"}


def test_every_seat_is_a_booking_and_one_given_up_is_cancelled(calcom: FakeCalcom, desk: Desk) -> None:
    def seat(name: str, **what: Any) -> dict[str, Any]:
        own = {"name": name, "email": f"{name}+x@example.com", "displayEmail": f"{name}@example.com", "absent": False}
        return {**own, "seatUid": f"seat-{name}", "bookingFieldsResponses": {"phone": f"+44 {name}"}, **what}

    book(calcom, "u1", attendees=[seat("jo"), seat("al", absent=True)])
    pull(calcom, desk)
    found = {name: (each.customer, each.email, each.phone, each.status) for name, each in desk.bookings.items()}
    assert found == {
        "u1/seat-jo": ("jo", "jo@example.com", "+44 jo", BookingStatus.BOOKED),
        "u1/seat-al": ("al", "al@example.com", "+44 al", BookingStatus.NO_SHOW),
    }
    book(calcom, "u1", ago=timedelta(0), attendees=[seat("al"), seat("cy")])
    pull(calcom, desk)
    assert set(desk.bookings) - desk.gone == {"u1/seat-al", "u1/seat-cy"}


def test_a_change_that_claims_to_be_of_next_year_hides_no_other(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "u1", ago=timedelta(days=-365))
    pull(calcom, desk)
    desk.clock.advance(timedelta(hours=1))
    book(calcom, "u2", ago=timedelta(minutes=-30))
    pull(calcom, desk)
    assert set(desk.bookings) == {"u1", "u2"}


def test_a_page_that_comes_again_and_again_ends(calcom: FakeCalcom, desk: Desk) -> None:
    for number in range(150):
        book(calcom, f"u{number}")
    calcom.route_first("GET", "/v2/bookings", calcom.signed(calcom.first_page))
    with pytest.raises(NotUnderstood, match="over and over"):
        pull(calcom, desk)
    assert len(calcom.requests) < 5


def test_a_position_from_before_the_window_was_listed_daily_is_taken_up(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "u1", ago=timedelta(days=5))
    book(calcom, "u2")
    desk.position = (NOW - timedelta(days=1)).isoformat()
    pull(calcom, desk)
    assert set(desk.bookings) == {"u1", "u2"}


def test_one_bad_booking_is_set_aside_and_heals(calcom: FakeCalcom, desk: Desk) -> None:
    book(calcom, "good")
    book(calcom, "bad", start="someday")
    pull(calcom, desk)
    assert set(desk.bookings) == {"good"}
    assert set(desk.aside) == {"bad"}
    book(calcom, "bad")
    pull(calcom, desk)
    assert set(desk.bookings) == {"good", "bad"}
    assert desk.aside == {}


def test_an_error_in_an_answer_is_no_empty_diary(calcom: FakeCalcom, desk: Desk) -> None:
    calcom.route_first("GET", "/v2/bookings", lambda _: Reply({"status": "error", "error": {"code": "oops"}}))
    with pytest.raises(NotUnderstood):
        pull(calcom, desk)


def test_the_account_is_known_by_name_and_a_refused_key_is_told_apart(calcom: FakeCalcom, desk: Desk) -> None:
    with signed_in("calcom", calcom.url, desk.clock) as connector:
        assert connector.check().name == "Sam Hartley"
    calcom.key = "another"
    with pytest.raises(SignInRefused):
        pull(calcom, desk)
