"""Acuity, listed and compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from agentdesk.connectors.kit.troubles import AskedToWait, NotUnderstood, SignInRefused
from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import SetClock
from tests.connectors.acuity.fake import USER, FakeAcuity
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SOON = NOW + timedelta(days=2)


@pytest.fixture
def acuity() -> Iterator[FakeAcuity]:
    with FakeAcuity() as service:
        yield service


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def pull(acuity: FakeAcuity, desk: Desk) -> int:
    with signed_in("acuity", acuity.url, desk.clock, account=USER) as connector:
        assert connector.bookings is not None
        return desk.take_bookings(connector.bookings.bookings(desk.position, desk))


def test_an_appointment_is_read_with_who_comes_what_for_and_to_whom(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON)
    pull(acuity, desk)
    booking = desk.bookings["1"]
    assert (booking.starts_at, booking.ends_at) == (SOON, SOON + timedelta(hours=1))
    assert (booking.customer, booking.phone, booking.email) == ("Jo Marsh", "07700 900123", "jo@example.com")
    assert (booking.service, booking.person, booking.status) == ("Regular Visit", "Sam Hartley", BookingStatus.BOOKED)


def test_its_offset_counts_and_not_the_computers_zone(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON, datetime="2026-11-22T10:15:00-0700")
    pull(acuity, desk)
    assert desk.bookings["1"].starts_at == datetime(2026, 11, 22, 17, 15, tzinfo=UTC)


def test_a_day_without_a_time_is_not_taken_for_the_moment_it_was_made(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON)
    pull(acuity, desk)
    assert desk.bookings["1"].created_at is None


def test_cancelled_ones_come_from_their_own_list_and_who_never_came_is_among_them(
    acuity: FakeAcuity, desk: Desk
) -> None:
    for number in (1, 2, 3):
        acuity.book(number, SOON)
    acuity.cancel(2)
    acuity.cancel(3, no_show=True)
    pull(acuity, desk)
    assert [desk.bookings[each].status for each in ("1", "2", "3")] == [
        BookingStatus.BOOKED,
        BookingStatus.CANCELLED,
        BookingStatus.NO_SHOW,
    ]


def test_nothing_new_costs_two_requests(acuity: FakeAcuity, desk: Desk) -> None:
    for number in range(99):
        acuity.book(number, NOW + timedelta(days=number % 80))
    assert pull(acuity, desk) == 99
    asked = len(acuity.requests)
    desk.clock.advance(timedelta(minutes=5))
    assert pull(acuity, desk) == 0
    assert len(acuity.requests) - asked == 2


def test_moves_cancellations_and_what_is_gone(acuity: FakeAcuity, desk: Desk) -> None:
    for number in range(1, 6):
        acuity.book(number, SOON)
    pull(acuity, desk)
    acuity.book(2, SOON + timedelta(days=1))
    acuity.book(3, NOW + timedelta(days=300))
    acuity.cancel(4)
    del acuity.appointments[5]
    assert pull(acuity, desk) == 3
    assert desk.bookings["2"].starts_at == SOON + timedelta(days=1)
    assert desk.bookings["3"].starts_at == NOW + timedelta(days=300)
    assert desk.bookings["4"].status is BookingStatus.CANCELLED
    assert desk.gone == {"5"}


@pytest.mark.parametrize("most", [1_000_000, 100])
def test_an_answer_that_may_be_cut_short_is_asked_for_in_halves(acuity: FakeAcuity, desk: Desk, most: int) -> None:
    acuity.most = most
    for number in range(1500):
        acuity.book(number, NOW + timedelta(days=number % 80, minutes=number))
    pull(acuity, desk)
    assert len(desk.bookings) == 1500


def test_a_day_that_cannot_be_listed_whole_is_said(acuity: FakeAcuity, desk: Desk) -> None:
    for number in range(1001):
        acuity.book(number, SOON)
    with pytest.raises(NotUnderstood, match="2026-11-22"):
        pull(acuity, desk)


def test_after_a_long_absence_the_days_since_are_listed_too(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON)
    pull(acuity, desk)
    acuity.cancel(1, no_show=True)
    desk.clock.advance(timedelta(days=30))
    pull(acuity, desk)
    assert desk.bookings["1"].status is BookingStatus.NO_SHOW


def test_a_kill_in_the_first_pull_loses_nothing(acuity: FakeAcuity, desk: Desk) -> None:
    for number in range(450):
        acuity.book(number, NOW - timedelta(days=50) + timedelta(hours=number))
    with signed_in("acuity", acuity.url, desk.clock, account=USER) as connector:
        assert connector.bookings is not None
        desk.take_bookings([next(connector.bookings.bookings(desk.position, desk))])
    assert len(desk.bookings) == 200
    assert pull(acuity, desk) == 250


def test_one_bad_appointment_is_set_aside_and_heals(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON)
    acuity.book(2, SOON, duration="an hour")
    pull(acuity, desk)
    assert (set(desk.bookings), desk.aside) == ({"1"}, {"2": "it doesn't say how long it takes"})
    acuity.book(2, SOON)
    pull(acuity, desk)
    assert (set(desk.bookings), desk.aside) == ({"1", "2"}, {})


def test_what_is_no_list_takes_nothing_away(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON)
    pull(acuity, desk)
    acuity.route_first("GET", "/appointments", lambda _: Reply({"error": "oops"}))
    with pytest.raises(NotUnderstood):
        pull(acuity, desk)
    assert desk.gone == set()


def test_the_address_that_changes_an_appointment_is_not_kept(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON)
    with signed_in("acuity", acuity.url, desk.clock, account=USER) as connector:
        assert connector.bookings is not None
        kept = [each.raw for page in connector.bookings.bookings(None, desk) for each in page.records]
    assert "1220aa9f" not in json.dumps(kept)


def test_the_account_is_known_and_a_refused_key_is_told_apart(acuity: FakeAcuity, desk: Desk) -> None:
    with signed_in("acuity", acuity.url, desk.clock, account=USER) as connector:
        assert connector.check().name == ""
        acuity.book(1, SOON)
        account = connector.check()
    assert (account.name, account.marks) == ("Sam Hartley", (USER,))
    acuity.key = "another"
    with pytest.raises(SignInRefused):
        pull(acuity, desk)


def test_it_waits_when_asked_and_says_so_when_that_is_long(acuity: FakeAcuity, desk: Desk) -> None:
    acuity.book(1, SOON)
    answers = iter([Reply({}, 429), Reply({}, 429, {"retry-after": "3600"})])
    acuity.route_first("GET", "/appointments", lambda asked: next(answers, None) or acuity._list(asked))
    with pytest.raises(AskedToWait):
        pull(acuity, desk)
    assert pull(acuity, desk) == 1
