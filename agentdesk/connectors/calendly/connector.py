"""Calendly, signed in."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.calendly.bookings import read_bookings, who
from agentdesk.connectors.kit.contract import Account, BookingPage, Connector, KnownBookings, Link
from agentdesk.connectors.kit.http import Http


class _Bookings:
    def __init__(self, http: Http, connection: str) -> None:
        self._http = http
        self._connection = connection

    def bookings(self, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
        return read_bookings(self._http, self._connection, position, known)


def connect(link: Link, http: Http) -> Connector:
    def check() -> Account:
        me = who(http)
        return Account(me.text("name") or "", tuple(filter(None, (me.text("uri"),))))

    return Connector(check, None, _Bookings(http, link.connection))
