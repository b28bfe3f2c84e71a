"""CalDAV servers differ in what they count, give and say; the entries are the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from agentdesk.connectors.kit.troubles import NotUnderstood, Trouble
from agentdesk.domain.clock import SetClock
from tests.connectors.caldav.fake import DIARY, HOME, FakeDav
from tests.connectors.kit.fake_service import WIRE_FAULTS, Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TIMES = ("DTSTART:20261122T100000Z", "DTEND:20261122T110000Z", "SUMMARY:Boiler")
LATER = ("DTSTART:20261123T100000Z", "DTEND:20261123T110000Z", "SUMMARY:Boiler")


@pytest.fixture
def server() -> Iterator[FakeDav]:
    with FakeDav() as started:
        yield started


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


def pull(server: FakeDav, desk: Desk) -> int:
    with signed_in("caldav", server.url, desk.clock, account="jo") as connector:
        assert connector.bookings is not None
        return desk.take_bookings(connector.bookings.bookings(desk.position, desk))


def test_a_server_that_does_not_count_changes_is_read_whole_when_its_mark_differs(server: FakeDav, desk: Desk) -> None:
    server.counts_changes = False
    server.put("one", *TIMES)
    server.put("two", *TIMES)
    assert [pull(server, desk), pull(server, desk)] == [2, 0]
    server.put("one", *LATER)
    server.delete("two")
    pull(server, desk)
    assert (desk.bookings["one"].starts_at.day, desk.gone) == (23, {"two"})


def test_entries_that_are_only_named_are_asked_for(server: FakeDav, desk: Desk) -> None:
    server.gives_text = False
    for number in range(60):
        server.put(f"e{number}", *TIMES)
    assert pull(server, desk) == 60
    server.put("e7", *LATER)
    assert pull(server, desk) == 1


def test_changes_that_come_in_parts_all_come(server: FakeDav, desk: Desk) -> None:
    server.put("first", *TIMES)
    pull(server, desk)
    server.most_changes = 3
    for number in range(10):
        server.put(f"e{number}", *TIMES)
    assert pull(server, desk) == 10
    assert pull(server, desk) == 0


def test_marks_that_are_new_each_time_bring_nothing_twice(server: FakeDav, desk: Desk) -> None:
    server.token_each_time = True
    server.put("one", *TIMES)
    for _ in range(10):
        pull(server, desk)
    assert (set(desk.bookings), desk.gone) == ({"one"}, set())


def test_an_entry_that_the_server_cannot_give_is_set_aside_and_makes_no_other_go(server: FakeDav, desk: Desk) -> None:
    server.put("one", *TIMES)
    server.put("two", *TIMES)
    pull(server, desk)
    server.status[f"{DIARY}two.ics"] = 500
    desk.clock.advance(timedelta(days=1))
    pull(server, desk)
    assert (list(desk.aside), desk.gone) == ([f"unread {DIARY}two.ics"], set())
    server.status.clear()
    pull(server, desk)
    assert desk.bookings["two"].live
    assert desk.gone == {f"unread {DIARY}two.ics"}


def test_laughter_without_end_ends_at_once(server: FakeDav, desk: Desk) -> None:
    server.put("one", *TIMES)
    pull(server, desk)
    laughs = (
        b'<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;">]><d:multistatus xmlns:d="DAV:">&m;</d:multistatus>'
    )
    server.route_first("PROPFIND", HOME, lambda _: Reply(laughs, 207))
    with pytest.raises(NotUnderstood, match="can't read"):
        pull(server, desk)
    assert desk.bookings["one"].live


def test_the_password_is_not_taken_to_another_place_and_the_owner_hears_where_it_is(
    server: FakeDav, desk: Desk
) -> None:
    server.home = "https://p52-caldav.example.com:443/77/calendars/"
    with pytest.raises(NotUnderstood, match=r"kept at p52-caldav\.example\.com"):
        pull(server, desk)
    server.route_first("PROPFIND", "/", lambda _: Reply(b"", 301, {"location": "https://evil.example/"}))
    with pytest.raises(NotUnderstood, match="points to another place"):
        pull(server, desk)


def test_a_place_without_calendars_says_so(server: FakeDav, desk: Desk) -> None:
    server.route_first("PROPFIND", "/", lambda _: Reply(b"", 405))
    with pytest.raises(NotUnderstood, match="no CalDAV calendar at this address"):
        pull(server, desk)
    server.route_first("PROPFIND", "/.well-known/caldav", lambda _: Reply(b"", 301, {"location": "/me/"}))
    server.put("one", *TIMES)
    assert pull(server, desk) == 1


def test_calendars_that_were_moved_are_looked_for_again(server: FakeDav, desk: Desk) -> None:
    server.put("one", *TIMES)
    pull(server, desk)
    assert desk.position is not None
    desk.position = desk.position.replace(HOME, "/old/home/")
    assert pull(server, desk) == 1
    assert desk.gone == set()


@pytest.mark.parametrize("seed", range(6))
def test_through_every_kind_of_fault_the_calendar_comes_as_it_is(server: FakeDav, desk: Desk, seed: int) -> None:
    server.random.seed(seed)
    server.most_changes = 2
    server.faults = (*WIRE_FAULTS, lambda _, reply: Reply(reply.content[: server.random.randrange(900)], 207))
    for number in range(6):
        server.put(f"e{number}", *TIMES)
        server.put(f"e{number}", *LATER)
        if number > 2:
            server.delete(f"e{number - 3}")
        server.fault_rate = 0.5
        with suppress(Trouble):
            pull(server, desk)
    server.fault_rate = 0
    pull(server, desk)
    live = {name for name, each in desk.bookings.items() if each.live} - desk.gone
    assert live == {"e3", "e4", "e5"}
    assert {each.starts_at.day for name, each in desk.bookings.items() if name in live} == {23}
