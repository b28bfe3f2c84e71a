"""CalDAV against a real server: what is in the calendars, once, however it changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agentdesk.connectors.kit.contract import BookingPage
from agentdesk.connectors.kit.troubles import CannotReach, NotUnderstood, SignInRefused
from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import SetClock
from tests.connectors.caldav.server import PASSWORD, USER, Radicale
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with Radicale(tmp_path_factory.mktemp("radicale")) as started:
        yield started


@pytest.fixture
def diary(server: Radicale) -> Iterator[str]:
    """An empty calendar, gone after the test."""
    path = server.calendar("diary")
    yield path
    server.delete(path)


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def pages(server: Radicale, desk: Desk, path: str = "", key: str = PASSWORD) -> Iterator[BookingPage]:
    with signed_in("caldav", f"{server.url}{path}", desk.clock, key=key, account=USER) as connector:
        assert connector.bookings is not None
        yield from connector.bookings.bookings(desk.position, desk)


def pull(server: Radicale, desk: Desk, path: str = "", key: str = PASSWORD) -> int:
    return desk.take_bookings(pages(server, desk, path, key))


def at(days: float, *lines: str, title: str = "Boiler service") -> tuple[str, ...]:
    starts_at = NOW + timedelta(days=days)
    ends_at = starts_at + timedelta(hours=1)
    return (f"DTSTART:{starts_at:%Y%m%dT%H%M%SZ}", f"DTEND:{ends_at:%Y%m%dT%H%M%SZ}", f"SUMMARY:{title}", *lines)


def live(desk: Desk) -> set[str]:
    return {name for name, each in desk.bookings.items() if each.live} - desk.gone


def test_calendars_are_found_from_the_address_of_the_server_alone(server: Radicale, diary: str, desk: Desk) -> None:
    tasks = server.calendar("tasks", "VTODO")
    second = server.calendar("second")
    server.put(diary, "one", *at(2, "DESCRIPTION:07700 900123\\njo@example.com"))
    server.put(second, "two", *at(3))
    assert pull(server, desk) == 2
    one = desk.bookings["one"]
    assert (one.starts_at, one.service, one.phone, one.email) == (
        NOW + timedelta(days=2),
        "Boiler service",
        "07700 900123",
        "jo@example.com",
    )
    server.delete(second)
    server.delete(tasks)
    pull(server, desk)
    assert live(desk) == {"one"}


def test_the_address_of_a_calendar_is_taken_as_it_is(server: Radicale, diary: str, desk: Desk) -> None:
    other = server.calendar("other")
    server.put(diary, "one", *at(2))
    server.put(other, "two", *at(2))
    pull(server, desk, diary)
    server.delete(other)
    assert set(desk.bookings) == {"one"}


def test_changes_moves_and_deletions_come_by_themselves(server: Radicale, diary: str, desk: Desk) -> None:
    for name in ("stays", "moves", "goes", "off"):
        server.put(diary, name, *at(2))
    pull(server, desk)
    server.put(diary, "moves", *at(5, "SEQUENCE:1"))
    server.put(diary, "off", *at(2, "STATUS:CANCELLED"))
    server.put(diary, "new", *at(1))
    assert pull(server, desk) == 3
    assert desk.bookings["moves"].starts_at == NOW + timedelta(days=5)
    assert desk.bookings["off"].status is BookingStatus.CANCELLED
    server.delete(diary, "goes")
    pull(server, desk)
    assert desk.gone == {"goes"}
    assert live(desk) == {"stays", "moves", "new"}


def test_an_entry_moved_out_of_the_window_is_moved_and_not_gone(server: Radicale, diary: str, desk: Desk) -> None:
    server.put(diary, "far", *at(2))
    server.put(diary, "next", *at(2))
    pull(server, desk)
    server.put(diary, "far", *at(300))
    pull(server, desk)
    server.put(diary, "next", *at(200))
    desk.clock.advance(timedelta(days=1))
    pull(server, desk)
    assert desk.gone == set()
    assert desk.bookings["far"].starts_at == NOW + timedelta(days=300)
    assert desk.bookings["next"].starts_at == NOW + timedelta(days=200)


def test_ten_readings_bring_nothing_twice_and_nothing_new_costs_one_request(
    server: Radicale, diary: str, desk: Desk
) -> None:
    visits: list[str] = []
    server.put(diary, "one", *at(2))
    server.put(diary, "class", *at(1, "RRULE:FREQ=WEEKLY;COUNT=4"))
    came = [pull(server, desk) for _ in range(10)]
    assert came == [5, *[0] * 9]
    with signed_in("caldav", server.url, desk.clock, key=PASSWORD, account=USER, visited=visits.append) as connector:
        assert connector.bookings is not None
        desk.take_bookings(connector.bookings.bookings(desk.position, desk))
    assert len(visits) == 1


def test_a_series_over_the_clock_change_with_one_left_out_and_one_moved(
    server: Radicale, diary: str, desk: Desk
) -> None:
    series = (
        "DTSTART;TZID=Europe/London:20261012T180000",
        "DTEND;TZID=Europe/London:20261012T190000",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "SUMMARY:Class",
    )
    server.put(diary, "class", *series)
    pull(server, desk)
    assert [each.starts_at.hour for each in desk.bookings.values()] == [17, 17, 18, 18]
    moved = (
        "RECURRENCE-ID;TZID=Europe/London:20261026T180000",
        "DTSTART;TZID=Europe/London:20261027T090000",
        "DTEND;TZID=Europe/London:20261027T100000",
        "SUMMARY:Class",
    )
    server.put(diary, "class", *series, "EXDATE;TZID=Europe/London:20261019T180000", also=(moved,))
    pull(server, desk)
    assert desk.gone == {"class/20261019T170000Z"}
    assert desk.bookings["class/20261026T180000Z"].starts_at == datetime(2026, 10, 27, 9, tzinfo=UTC)


def test_a_whole_day_is_one(server: Radicale, diary: str, desk: Desk) -> None:
    server.put(diary, "day", "DTSTART;VALUE=DATE:20261025", "DTEND;VALUE=DATE:20261026", "SUMMARY:Closed")
    pull(server, desk)
    assert (desk.bookings["day"].all_day, desk.bookings["day"].ends_at.day) == (True, 26)


def test_only_sixty_days_back_to_ninety_ahead_are_read_and_they_move_on(
    server: Radicale, diary: str, desk: Desk
) -> None:
    for name, days in (("past", -70), ("before", -50), ("soon", 80), ("later", 95)):
        server.put(diary, name, *at(days))
    pull(server, desk)
    assert set(desk.bookings) == {"before", "soon"}
    desk.clock.advance(timedelta(days=9))
    pull(server, desk)
    assert set(desk.bookings) == {"before", "soon", "later"}
    assert desk.gone == set()


def test_killed_between_pages_nothing_is_lost(server: Radicale, diary: str, desk: Desk) -> None:
    times = at(1, "RRULE:FREQ=DAILY;COUNT=80")
    for name in ("a", "b", "c", "d"):
        server.put(diary, name, *times)
    reading = pages(server, desk)
    desk.take_bookings([next(reading)])
    reading.close()  # type: ignore[attr-defined]
    assert len(desk.bookings) == 200
    pull(server, desk)
    assert len(desk.bookings) == 320
    server.put(diary, "a", *times, "SEQUENCE:1", "LOCATION:Yard")
    assert pull(server, desk) == 80


def test_a_token_that_has_run_out_is_no_trouble(server: Radicale, diary: str, desk: Desk) -> None:
    server.put(diary, "one", *at(2))
    pull(server, desk)
    assert desk.position is not None
    start = desk.position.index("http://radicale.org/ns/sync/")
    kept = desk.position[: start + 28] + "0" * 64 + desk.position[start + 92 :]
    server.put(diary, "two", *at(2))
    server.delete(diary, "one")
    desk.position = kept
    pull(server, desk)
    assert live(desk) == {"two"}


def test_one_bad_entry_is_set_aside_and_heals(server: Radicale, diary: str, desk: Desk) -> None:
    server.put(diary, "good", *at(2))
    server.put(diary, "bad", *at(2))
    pull(server, desk)
    server.put(diary, "bad", *at(2, "RRULE:FREQ=HOURLY;COUNT=2"))
    pull(server, desk)
    pull(server, desk)
    assert list(desk.aside) == ["unread /jo/diary/bad.ics"]
    assert "bad" not in desk.gone
    server.put(diary, "bad", *at(3))
    pull(server, desk)
    assert live(desk) == {"good", "bad"}
    desk.clock.advance(timedelta(days=1))
    pull(server, desk)
    assert live(desk) == {"good", "bad"}


def test_a_refused_password_and_wrong_addresses_are_told_apart(server: Radicale, diary: str, desk: Desk) -> None:
    with pytest.raises(SignInRefused, match="signed us out"):
        pull(server, desk, key="wrong")
    for path in ("/nobody/nothing", "/jo/diari", "/jo/diary/one.ics"):
        with pytest.raises(NotUnderstood, match="no CalDAV calendar at this address"):
            pull(server, desk, path)
    server.put(diary, "one", *at(2))
    pull(server, desk)
    with pytest.raises(SignInRefused):
        pull(server, desk, key="wrong")
    assert live(desk) == {"one"}


def test_a_server_that_is_not_there(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(CannotReach):
        pull(Radicale(tmp_path), desk)


def test_the_account_is_known_by_its_place(server: Radicale, desk: Desk) -> None:
    with signed_in("caldav", server.url, desk.clock, key=PASSWORD, account=USER) as connector:
        account = connector.check()
    assert (account.name, account.marks) == (USER, (f"{server.url}/{USER}/",))
