"""Cal.com, signed in."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.calcom.bookings import read_bookings
from agentdesk.connectors.kit.contract import Account, BookingPage, Connector, KnownBookings, Link
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http


class _Bookings:
    def __init__(self, http: Http, connection: str) -> None:
        self._http = http
        self._connection = connection

    def bookings(self, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
        return read_bookings(self._http, self._connection, position, known)


def connect(link: Link, http: Http) -> Connector:
    def check() -> Account:
        me = Fields(http.json("GET", "/v2/me")).at("data")
        return Account(me.text("name") or me.text("username") or "", tuple(filter(None, (me.name("id"),))))

    return Connector(check, None, _Bookings(http, link.connection))
