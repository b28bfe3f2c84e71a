"""Square, a month at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from agentdesk.connectors.kit.troubles import AskedToWait, NotUnderstood, SignInRefused
from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import SetClock
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import Desk, signed_in
from tests.connectors.square.fake import FakeSquare

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SOON = NOW + timedelta(days=2)


@pytest.fixture
def square() -> Iterator[FakeSquare]:
    with FakeSquare() as service:
        yield service


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def pull(square: FakeSquare, desk: Desk) -> int:
    with signed_in("square", square.url, desk.clock) as connector:
        assert connector.bookings is not None
        return desk.take_bookings(connector.bookings.bookings(desk.position, desk))


def test_a_booking_is_read_with_who_comes_what_for_and_to_whom(square: FakeSquare, desk: Desk) -> None:
    square.book("one", SOON)
    pull(square, desk)
    booking = desk.bookings["one"]
    assert (booking.starts_at, booking.ends_at) == (SOON, SOON + timedelta(hours=1))
    assert (booking.customer, booking.phone, booking.email) == ("Jo Marsh", "+447700900123", "jo@example.com")
    assert (booking.service, booking.person) == ("Haircut", "Sam Hartley")
    assert booking.created_at == datetime(2026, 11, 1, 8, tzinfo=UTC)
    assert (booking.status, booking.all_day) == (BookingStatus.BOOKED, False)


def test_an_appointment_of_parts_is_as_long_as_they_and_the_pauses_between_them(square: FakeSquare, desk: Desk) -> None:
    parts = [{"duration_minutes": 30, "team_member_id": "SAM", "intermission_minutes": 10} for _ in range(2)]
    square.book("parts", SOON, appointment_segments=parts)
    square.book("day", SOON, all_day=True)
    pull(square, desk)
    assert desk.bookings["parts"].ends_at - SOON == timedelta(minutes=70)
    day = desk.bookings["day"]
    assert (day.all_day, day.ends_at - day.starts_at) == (True, timedelta(days=1))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("PENDING", BookingStatus.BOOKED),
        ("CANCELLED_BY_CUSTOMER", BookingStatus.CANCELLED),
        ("CANCELLED_BY_SELLER", BookingStatus.CANCELLED),
        ("DECLINED", BookingStatus.CANCELLED),
        ("NO_SHOW", BookingStatus.NO_SHOW),
        ("SOMETHING_NEW", BookingStatus.BOOKED),
    ],
)
def test_what_became_of_it(square: FakeSquare, desk: Desk, said: str, status: BookingStatus) -> None:
    square.book("one", SOON, status=said)
    pull(square, desk)
    assert desk.bookings["one"].status is status


def test_nothing_new_costs_three_requests(square: FakeSquare, desk: Desk) -> None:
    for number in range(40):
        square.book(f"b{number}", NOW + timedelta(days=number * 2 - 20))
    assert pull(square, desk) == 40
    asked = len(square.requests)
    desk.clock.advance(timedelta(minutes=5))
    assert pull(square, desk) == 0
    assert len(square.requests) - asked == 3


def test_the_names_of_many_are_asked_for_together_and_once(square: FakeSquare, desk: Desk) -> None:
    for number in range(120):
        square.book(f"b{number}", SOON + timedelta(hours=number))
    pull(square, desk)
    assert len(desk.bookings) == 120
    asked = [
        square.asked(method, path)
        for method, path in (
            ("POST", "/v2/customers/bulk-retrieve"),
            ("GET", "/v2/catalog/object/{}"),
            ("GET", "/v2/team-members/{}"),
        )
    ]
    assert asked == [1, 1, 1]


def test_moves_cancellations_and_what_is_gone(square: FakeSquare, desk: Desk) -> None:
    for name in ("stays", "moves", "far", "off", "gone"):
        square.book(name, SOON)
    pull(square, desk)
    square.book("moves", SOON + timedelta(days=1))
    square.book("far", NOW + timedelta(days=300))
    square.book("off", SOON, status="CANCELLED_BY_CUSTOMER")
    del square.bookings["gone"]
    assert pull(square, desk) == 3
    assert desk.bookings["moves"].starts_at == SOON + timedelta(days=1)
    assert desk.bookings["far"].starts_at == NOW + timedelta(days=300)
    assert desk.bookings["off"].status is BookingStatus.CANCELLED
    assert desk.gone == {"gone"}


def test_after_a_long_absence_the_days_since_are_listed_too(square: FakeSquare, desk: Desk) -> None:
    square.book("one", SOON)
    pull(square, desk)
    square.book("one", SOON, status="NO_SHOW")
    desk.clock.advance(timedelta(days=30))
    pull(square, desk)
    assert desk.bookings["one"].status is BookingStatus.NO_SHOW


def test_a_kill_in_the_first_pull_loses_nothing(square: FakeSquare, desk: Desk) -> None:
    square.page = 30
    for number in range(120):
        square.book(f"b{number}", NOW - timedelta(days=59) + timedelta(days=number))
    with signed_in("square", square.url, desk.clock) as connector:
        assert connector.bookings is not None
        desk.take_bookings([next(connector.bookings.bookings(desk.position, desk))])
    assert len(desk.bookings) == 50
    assert pull(square, desk) == 70
    assert len(desk.bookings) == 120


def test_a_customer_that_is_deleted_or_refused_leaves_the_booking_standing(square: FakeSquare, desk: Desk) -> None:
    square.book("deleted", SOON, customer_id="NOBODY")
    pull(square, desk)
    assert desk.bookings["deleted"].customer is None
    square.route_first("POST", "/v2/customers/bulk-retrieve", lambda _: Reply({"errors": []}, 403))
    square.book("refused", SOON)
    pull(square, desk)
    assert desk.bookings["refused"].customer is None


def test_one_bad_booking_is_set_aside_and_heals(square: FakeSquare, desk: Desk) -> None:
    square.book("good", SOON)
    square.book("bad", SOON, appointment_segments=[{"team_member_id": "SAM", "duration_minutes": "long"}])
    pull(square, desk)
    assert (set(desk.bookings), desk.aside) == ({"good"}, {"bad": "it doesn't say how long it takes"})
    square.bookings["bad"]["appointment_segments"][0]["duration_minutes"] = 60
    pull(square, desk)
    assert (set(desk.bookings), desk.aside) == ({"good", "bad"}, {})


def test_pages_that_lead_in_a_circle_end(square: FakeSquare, desk: Desk) -> None:
    square.route_first("GET", "/v2/bookings", lambda _: Reply({"bookings": [], "cursor": "x"}))
    with pytest.raises(NotUnderstood, match="over and over"):
        pull(square, desk)


@pytest.mark.parametrize("answer", [{"bookings": {}}, {"errors": [{"code": "NOT_FOUND"}]}, []])
def test_what_is_no_list_takes_nothing_away(square: FakeSquare, desk: Desk, answer: object) -> None:
    square.book("one", SOON)
    pull(square, desk)
    square.route_first("GET", "/v2/bookings", lambda _: Reply(answer))
    with pytest.raises(NotUnderstood):
        pull(square, desk)
    assert desk.gone == set()


def test_the_business_is_known_by_name_and_a_refused_token_is_told_apart(square: FakeSquare, desk: Desk) -> None:
    with signed_in("square", square.url, desk.clock) as connector:
        account = connector.check()
    assert (account.name, account.marks) == ("Hartley Hair", ("SELLER",))
    square.key = "another"
    with pytest.raises(SignInRefused):
        pull(square, desk)


def test_it_waits_when_asked_and_says_so_when_that_is_long(square: FakeSquare, desk: Desk) -> None:
    square.book("one", SOON)
    limited = {"errors": [{"category": "RATE_LIMIT_ERROR", "code": "RATE_LIMITED"}]}
    answers = iter([Reply(limited, 429), Reply(limited, 429, {"retry-after": "3600"})])
    square.route_first("GET", "/v2/bookings", lambda asked: next(answers, None) or square._list(asked))
    with pytest.raises(AskedToWait):
        pull(square, desk)
    assert pull(square, desk) == 1
