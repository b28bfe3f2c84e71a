"""Google Calendar, signed in."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.google.bookings import calendar_path, read_bookings
from agentdesk.connectors.kit.contract import Account, BookingPage, Connector, KnownBookings, Link
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http


class _Bookings:
    def __init__(self, http: Http, link: Link) -> None:
        self._http = http
        self._link = link

    def bookings(self, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
        return read_bookings(self._http, self._link, position, known)


def connect(link: Link, http: Http) -> Connector:
    def check() -> Account:
        calendar = Fields(http.json("GET", calendar_path(link)))
        return Account(calendar.text("summary") or link.account, tuple(filter(None, (calendar.name("id"),))))

    return Connector(check, None, _Bookings(http, link))
