"""Calendar feeds: any calendar, from its private address alone."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from agentdesk.connectors.catalogue import service
from agentdesk.connectors.kit.addresses import read_address
from agentdesk.connectors.kit.contract import BookingPage
from agentdesk.connectors.kit.troubles import CannotReach, NotUnderstood, SignInRefused, Trouble
from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import SetClock
from tests.connectors.ics.fake import FakeFeed
from tests.connectors.kit.fake_service import WIRE_FAULTS, Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SOON = NOW + timedelta(days=2)


@pytest.fixture
def feed() -> Iterator[FakeFeed]:
    with FakeFeed() as service:
        yield service


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def pages(feed: FakeFeed, desk: Desk) -> Iterator[BookingPage]:
    with signed_in("ics", feed.address, desk.clock) as connector:
        assert connector.bookings is not None
        yield from connector.bookings.bookings(desk.position, desk)


def pull(feed: FakeFeed, desk: Desk) -> int:
    return desk.take_bookings(pages(feed, desk))


def live(desk: Desk) -> set[str]:
    return {name for name, each in desk.bookings.items() if each.live} - desk.gone


def test_an_entry_is_read_with_the_number_and_address_in_its_words(feed: FakeFeed, desk: Desk) -> None:
    feed.put("one", SOON, "DESCRIPTION:Booked by phone\\nTel 07700 900123\\njo@example.com", title="Boiler – Jo Marsh")
    assert pull(feed, desk) == 1
    entry = desk.bookings["one"]
    assert (entry.starts_at, entry.ends_at, entry.status) == (SOON, SOON + timedelta(hours=1), BookingStatus.BOOKED)
    assert (entry.service, entry.customer) == ("Boiler – Jo Marsh", None)
    assert (entry.phone, entry.email) == ("07700 900123", "jo@example.com")


def test_nothing_new_costs_one_request_that_brings_nothing(feed: FakeFeed, desk: Desk) -> None:
    feed.put("one", SOON)
    pull(feed, desk)
    asked = len(feed.requests)
    assert pull(feed, desk) == 0
    assert len(feed.requests) - asked == 1
    assert feed.fetched == 1


def test_a_feed_without_etag_that_stamps_each_entry_is_known_to_be_the_same(feed: FakeFeed, desk: Desk) -> None:
    feed.with_etag = False
    feed.put("one", SOON)
    pull(feed, desk)
    assert pull(feed, desk) == 0
    assert feed.fetched == 2


def test_ten_fetches_with_new_numbers_each_time_bring_no_entry_twice(feed: FakeFeed, desk: Desk) -> None:
    feed.with_etag, feed.new_numbers = False, True
    feed.put("one", SOON)
    feed.put("two", SOON)
    feed.put("three", SOON + timedelta(days=1), title="Tap")
    feed.write("class", "DTSTART:20261121T100000Z", "DTEND:20261121T110000Z", "RRULE:FREQ=DAILY;COUNT=5", "SUMMARY:C")
    for number in range(10):
        pull(feed, desk)
        if number == 4:
            feed.put("new", SOON + timedelta(days=3), title="New")
    assert len(desk.bookings) == 9
    assert live(desk) == set(desk.bookings)


def test_an_entry_taken_out_and_another_put_in_its_place_are_two(feed: FakeFeed, desk: Desk) -> None:
    feed.put("one", SOON, "DESCRIPTION:07700 900123")
    pull(feed, desk)
    del feed.entries["one"]
    feed.put("two", SOON, "DESCRIPTION:07700 900456")
    pull(feed, desk)
    assert set(desk.bookings) == {"one", "two"}


def test_what_is_missing_once_stays_and_what_is_missing_twice_is_gone(feed: FakeFeed, desk: Desk) -> None:
    feed.put("one", SOON)
    feed.put("two", SOON)
    pull(feed, desk)
    kept = feed.entries.pop("one")
    pull(feed, desk)
    assert desk.gone == set()
    feed.entries["one"] = kept
    pull(feed, desk)
    del feed.entries["one"]
    pull(feed, desk)
    assert desk.gone == set()
    pull(feed, desk)
    assert desk.gone == {"one"}


def test_a_cancelled_entry_is_cancelled_at_once_and_a_moved_one_moves(feed: FakeFeed, desk: Desk) -> None:
    feed.put("one", SOON)
    feed.put("two", SOON)
    pull(feed, desk)
    feed.put("one", SOON, "STATUS:CANCELLED")
    feed.put("two", NOW + timedelta(days=200), "SEQUENCE:1")
    pull(feed, desk)
    assert desk.bookings["one"].status is BookingStatus.CANCELLED
    assert desk.bookings["two"].starts_at == NOW + timedelta(days=200)
    pull(feed, desk)
    pull(feed, desk)
    assert "two" not in desk.gone


def test_the_window_is_sixty_days_back_to_ninety_ahead_and_moves_on(feed: FakeFeed, desk: Desk) -> None:
    for name, days in (("long ago", -70), ("before", -50), ("soon", 80), ("later", 95)):
        feed.put(name, NOW + timedelta(days=days))
    pull(feed, desk)
    assert set(desk.bookings) == {"before", "soon"}
    desk.clock.advance(timedelta(days=10))
    pull(feed, desk)
    assert set(desk.bookings) == {"before", "soon", "later"}


def test_a_weekly_class_keeps_its_hour_when_the_clocks_change(feed: FakeFeed, desk: Desk) -> None:
    feed.write(
        "class",
        "DTSTART;TZID=Europe/London:20261019T180000",
        "DTEND;TZID=Europe/London:20261019T190000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE;TZID=Europe/London:20261102T180000",
        "SUMMARY:Class",
    )
    pull(feed, desk)
    assert {name: each.starts_at for name, each in desk.bookings.items()} == {
        "class/20261019T170000Z": datetime(2026, 10, 19, 17, tzinfo=UTC),
        "class/20261026T180000Z": datetime(2026, 10, 26, 18, tzinfo=UTC),
    }


def test_one_of_a_series_moved_far_away_is_moved_and_not_gone(feed: FakeFeed, desk: Desk) -> None:
    times = ("DTSTART:20261121T100000Z", "DTEND:20261121T110000Z", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Class")
    feed.write("class", *times)
    pull(feed, desk)
    moved = ("END:VEVENT", "BEGIN:VEVENT", "UID:class", "RECURRENCE-ID:20261122T100000Z", "DTSTART:20270601T100000Z")
    feed.write("class", *times, *moved, "DTEND:20270601T110000Z", "SUMMARY:Class")
    for _ in range(3):
        pull(feed, desk)
    assert desk.gone == set()
    assert desk.bookings["class/20261122T100000Z"].starts_at == datetime(2027, 6, 1, 10, tzinfo=UTC)


def test_a_whole_day_is_one(feed: FakeFeed, desk: Desk) -> None:
    feed.write("day", "DTSTART;VALUE=DATE:20261025", "SUMMARY:Closed")
    pull(feed, desk)
    entry = desk.bookings["day"]
    assert (entry.all_day, entry.ends_at - entry.starts_at) == (True, timedelta(hours=25))


def test_killed_between_pages_nothing_is_lost(feed: FakeFeed, desk: Desk) -> None:
    for number in range(450):
        feed.put(f"e{number}", SOON + timedelta(minutes=number))
    reading = pages(feed, desk)
    desk.take_bookings([next(reading)])
    reading.close()  # type: ignore[attr-defined]
    assert len(desk.bookings) == 200
    pull(feed, desk)
    assert len(desk.bookings) == 450


def test_an_entry_that_cannot_be_read_is_set_aside_and_heals_without_being_taken_for_gone(
    feed: FakeFeed, desk: Desk
) -> None:
    feed.put("good", SOON)
    feed.put("bad", SOON)
    pull(feed, desk)
    feed.put("bad", SOON, "RRULE:FREQ=MINUTELY")
    for _ in range(3):
        pull(feed, desk)
    assert (set(desk.aside), desk.gone & {"bad"}) == ({"unread bad"}, set())
    feed.put("bad", SOON, "SEQUENCE:3")
    pull(feed, desk)
    assert live(desk) == {"good", "bad"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html>Sign in</html>", "no calendar at this address"),
        (b"", "no calendar at this address"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:2026", "Only a part"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 5000 + b"END:VCALENDAR", "folded into itself"),
        (gzip.compress(b"BEGIN:VCALENDAR" + b" " * 60_000_000), "more at once"),
    ],
    ids=["a page", "nothing", "half", "nested", "bomb"],
)
def test_what_is_no_whole_calendar_ends_in_one_sentence_and_loses_nothing(
    feed: FakeFeed, desk: Desk, body: bytes, words: str
) -> None:
    feed.put("one", SOON)
    pull(feed, desk)
    headers = {"content-encoding": "gzip"} if body.startswith(b"\x1f\x8b") else {}
    feed.route_first("GET", "/private-a1b2/basic.ics", lambda _: Reply(body, headers=headers))
    began = time.monotonic()
    for _ in range(2):
        with pytest.raises(NotUnderstood, match=words):
            pull(feed, desk)
    assert live(desk) == {"one"}
    assert time.monotonic() - began < 30


def test_a_hundred_rules_that_eat_time_end_in_one_sentence(feed: FakeFeed, desk: Desk) -> None:
    for number in range(100):
        feed.write(f"n{number}", "DTSTART:19700101T000000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:N")
    with pytest.raises(NotUnderstood, match="takes too long to work out"):
        pull(feed, desk)


def test_an_address_that_leads_nowhere_and_one_that_leads_elsewhere(feed: FakeFeed, desk: Desk) -> None:
    feed.route_first("GET", "/private-a1b2/basic.ics", lambda _: Reply(b"", 404))
    with pytest.raises(NotUnderstood, match="Copy its private address again"):
        pull(feed, desk)
    feed.route_first("GET", "/private-a1b2/basic.ics", lambda _: Reply(b"", 302, {"location": "https://evil.example/"}))
    with pytest.raises(NotUnderstood, match="points to another place"):
        pull(feed, desk)
    feed.route_first("GET", "/private-a1b2/basic.ics", lambda _: Reply(b"", 403))
    with pytest.raises(SignInRefused):
        pull(feed, desk)


def test_a_place_that_does_not_answer_is_told_apart(desk: Desk) -> None:
    with FakeFeed() as feed:
        pass
    with pytest.raises(CannotReach):
        pull(feed, desk)


def test_what_follows_the_question_mark_of_an_address_is_part_of_it(feed: FakeFeed, desk: Desk) -> None:
    with signed_in("ics", f"{feed.address}?token=a%2Fb&x=1", desk.clock) as connector:
        connector.check()
    assert feed.requests[0].query == {"token": "a/b", "x": "1"}


def test_webcal_is_an_address_like_any_other() -> None:
    assert read_address("webcal://calendar.example/a.ics").url("") == "https://calendar.example/a.ics"


def test_the_calendar_is_known_by_its_title(feed: FakeFeed, desk: Desk) -> None:
    with signed_in("ics", feed.address, desk.clock) as connector:
        assert connector.check().name == "Hartley Plumbing"
    assert service("ics").allowed[0].covers("GET", "")


@pytest.mark.parametrize("seed", range(6))
def test_through_every_kind_of_fault_the_calendar_comes_as_it_is(feed: FakeFeed, desk: Desk, seed: int) -> None:
    feed.random.seed(seed)
    feed.faults = (*WIRE_FAULTS, lambda _, __: Reply(feed.text.encode()[: feed.random.randrange(400)]))
    for number in range(6):
        feed.put(f"e{number}", SOON + timedelta(hours=number))
        feed.entries.pop(f"e{number - 3}", None)
        feed.fault_rate = 0.5
        with suppress(Trouble):
            pull(feed, desk)
    feed.fault_rate = 0
    for _ in range(2):
        pull(feed, desk)
    assert live(desk) == {"e3", "e4", "e5"}
