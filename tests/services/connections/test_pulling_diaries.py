"""Diaries as the owner connects them: a private address or a password, then what stands in the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import BookingFilter
from agentdesk.services.connections.pulling import State
from agentdesk.store import bookings
from tests.connectors.caldav.fake import FakeDav
from tests.connectors.ics.fake import FakeFeed
from tests.connectors.kit.fake_service import Reply
from tests.services.conftest import FRIDAY, SETUP, Office

SOON = FRIDAY + timedelta(days=3)


def connect(office: Office, said: str, key: str) -> None:
    office.services.setup.apply(SETUP.replace('{"name": "Diary", "service": "file"}', said))
    connection = office.services.connecting.named("Diary")
    office.services.connecting.keep(connection, key, office.services.connecting.try_(connection, key))


def pull(office: Office) -> State:
    (connection,) = [each for each in office.services.pulling.connections() if each.name == "Diary"]
    return office.services.pulling.pull(connection).state


def diary(office: Office) -> dict[str, Booking]:
    with office.store.reading() as db:
        found = bookings.page(db, BookingFilter(date(2026, 1, 1), date(2027, 12, 31)), None, 100)
    return {each.external_id: each for each in found}


def test_a_feed_is_connected_by_its_private_address_alone(office: Office) -> None:
    with FakeFeed() as feed:
        feed.put("one", SOON, "DESCRIPTION:07700 900123")
        feed.put("two", SOON)
        connect(office, '{"name": "Diary", "service": "ics"}', f"{feed.address}\n")
        assert pull(office) is State.OK
        assert (diary(office)["one"].starts_at, diary(office)["one"].phone) == (SOON, "07700 900123")
        feed.put("one", SOON + timedelta(hours=2))
        del feed.entries["two"]
        for _ in range(2):
            assert pull(office) is State.OK
        assert diary(office)["one"].starts_at == SOON + timedelta(hours=2)
        assert diary(office)["two"].status is BookingStatus.CANCELLED
        connection = office.services.connecting.named("Diary")
        assert (connection.address, connection.account_name) == ("", "Hartley Plumbing")


def test_a_feed_whose_address_stands_in_the_set_up_needs_no_key(office: Office) -> None:
    with FakeFeed() as feed:
        feed.put("one", SOON)
        connect(office, f'{{"name": "Diary", "service": "ics", "address": "{feed.address}"}}', "")
        assert pull(office) is State.OK
        assert set(diary(office)) == {"one"}


def test_what_is_no_address_is_said_before_anything_is_sent(office: Office) -> None:
    for key, words in (("", "Paste the private address"), ("ftp://calendar.example/x.ics", "isn't a web address")):
        with pytest.raises(Sorry, match=words):
            connect(office, '{"name": "Diary", "service": "ics"}', key)


def test_a_caldav_calendar_is_connected_by_address_name_and_password(office: Office) -> None:
    times = ("DTSTART:20261123T100000Z", "DTEND:20261123T110000Z", "SUMMARY:Boiler service")
    with FakeDav() as server:
        server.put("one", *times)
        server.put("two", *times)
        said = f'{{"name": "Diary", "service": "caldav", "address": "{server.url}", "account": "jo"}}'
        connect(office, said, " two words \n")
        assert pull(office) is State.OK
        server.delete("one")
        assert pull(office) is State.OK
        assert {name: each.status for name, each in diary(office).items()} == {
            "one": BookingStatus.CANCELLED,
            "two": BookingStatus.BOOKED,
        }
        assert all(each.headers["authorization"] == "Basic am86dHdvIHdvcmRz" for each in server.requests)


def test_a_refused_password_is_said_in_words_of_its_own(office: Office) -> None:
    with FakeDav() as server:
        server.route_first("PROPFIND", "/", lambda _: Reply(b"", 401))
        said = f'{{"name": "Diary", "service": "caldav", "address": "{server.url}", "account": "jo"}}'
        with pytest.raises(Sorry, match="doesn't take this user name with this password"):
            connect(office, said, "wrong")


def test_a_caldav_calendar_without_an_address_is_asked_for_it(office: Office) -> None:
    with pytest.raises(Sorry, match="its address is missing"):
        connect(office, '{"name": "Diary", "service": "caldav", "account": "jo"}', "a password")
