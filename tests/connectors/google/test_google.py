"""Google Calendar, by its own token."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from agentdesk.connectors.kit.troubles import NotUnderstood, SignInRefused
from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import SetClock
from tests.connectors.google.fake import FakeGoogle
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SOON = NOW + timedelta(days=2)


@pytest.fixture
def google() -> Iterator[FakeGoogle]:
    with FakeGoogle() as service:
        yield service


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def pull(google: FakeGoogle, desk: Desk, account: str = "") -> int:
    with signed_in("google", google.url, desk.clock, account=account) as connector:
        assert connector.bookings is not None
        return desk.take_bookings(connector.bookings.bookings(desk.position, desk))


def test_an_event_is_read_with_its_guest_or_with_what_its_words_say(google: FakeGoogle, desk: Desk) -> None:
    owner = {"email": "jo@example.com", "self": True, "organizer": True}
    google.put("guest", SOON, attendees=[owner, {"email": "al@example.com", "displayName": "Al Marsh"}])
    google.put("words", SOON, description="<b>Phone:</b> 07700 900123<br>al@example.com")
    pull(google, desk)
    assert (desk.bookings["guest"].customer, desk.bookings["guest"].email) == ("Al Marsh", "al@example.com")
    assert (desk.bookings["words"].phone, desk.bookings["words"].email) == ("07700 900123", "al@example.com")
    assert desk.bookings["words"].starts_at == SOON


def test_nothing_new_costs_one_request_and_changes_come_by_the_token(google: FakeGoogle, desk: Desk) -> None:
    for name in ("stays", "moves", "goes", "far"):
        google.put(name, SOON)
    pull(google, desk)
    asked = len(google.requests)
    assert pull(google, desk) == 0
    assert len(google.requests) - asked == 1
    google.put("moves", SOON + timedelta(days=1))
    google.put("far", NOW + timedelta(days=300))
    google.put("elsewhere", NOW + timedelta(days=200))
    google.delete("goes")
    assert pull(google, desk) == 2
    assert desk.bookings["moves"].starts_at == SOON + timedelta(days=1)
    assert desk.bookings["far"].starts_at == NOW + timedelta(days=300)
    assert (desk.gone, set(desk.bookings)) == ({"goes"}, {"stays", "moves", "goes", "far"})


def test_a_token_that_has_run_out_is_no_trouble(google: FakeGoogle, desk: Desk) -> None:
    for name in ("one", "two", "three"):
        google.put(name, SOON)
    pull(google, desk)
    google.delete("one")
    google.put("two", NOW + timedelta(days=200))
    google.oldest_token = 99
    pull(google, desk)
    assert desk.gone == {"one"}
    assert desk.bookings["two"].starts_at == NOW + timedelta(days=200)


def test_pages_are_followed_and_a_kill_between_them_loses_nothing(google: FakeGoogle, desk: Desk) -> None:
    google.page = 3
    for number in range(10):
        google.put(f"e{number}", SOON)
    with signed_in("google", google.url, desk.clock) as connector:
        assert connector.bookings is not None
        desk.take_bookings([next(connector.bookings.bookings(desk.position, desk))])
    assert len(desk.bookings) == 3
    pull(google, desk)
    assert len(desk.bookings) == 10


def test_other_days_come_into_view_as_time_goes_by(google: FakeGoogle, desk: Desk) -> None:
    google.put("later", NOW + timedelta(days=95))
    pull(google, desk)
    assert desk.bookings == {}
    desk.clock.advance(timedelta(days=9))
    pull(google, desk)
    assert set(desk.bookings) == {"later"}


def test_whole_days_cancelled_ones_and_birthdays(google: FakeGoogle, desk: Desk) -> None:
    google.put("day", SOON, start={"date": "2026-10-25"}, end={"date": "2026-10-26"})
    google.put("off", SOON, status="cancelled")
    google.put("cake", SOON, eventType="birthday")
    pull(google, desk)
    day = desk.bookings["day"]
    assert (day.all_day, day.ends_at - day.starts_at) == (True, timedelta(hours=25))
    assert desk.bookings["off"].status is BookingStatus.CANCELLED
    assert "cake" not in desk.bookings


def test_one_bad_event_is_set_aside_and_heals(google: FakeGoogle, desk: Desk) -> None:
    google.put("good", SOON)
    google.events["bad"] = {**google.events["good"], "id": "bad", "end": {"dateTime": "soon"}}
    google.changed["bad"] = 2
    pull(google, desk)
    assert (set(desk.bookings), set(desk.aside)) == ({"good"}, {"bad"})
    google.put("bad", SOON)
    pull(google, desk)
    assert set(desk.bookings) == {"good", "bad"}


def test_another_calendar_is_asked_for_by_its_own_name(google: FakeGoogle, desk: Desk) -> None:
    google.put("one", SOON)
    pull(google, desk, "en.uk#holiday@group.v.calendar.google.com")
    assert google.requests[0].path == "/calendars/en.uk%23holiday@group.v.calendar.google.com/events"


def test_pages_that_lead_in_a_circle_end(google: FakeGoogle, desk: Desk) -> None:
    google.route_first("GET", "/calendars/{}/events", lambda _: Reply({"items": [], "nextPageToken": "x"}))
    with pytest.raises(NotUnderstood, match="over and over"):
        pull(google, desk)


def test_the_calendar_is_known_by_name_and_a_refused_token_is_told_apart(google: FakeGoogle, desk: Desk) -> None:
    with signed_in("google", google.url, desk.clock) as connector:
        assert connector.check().name == "Diary"
    google.key = "another"
    with pytest.raises(SignInRefused):
        pull(google, desk)
