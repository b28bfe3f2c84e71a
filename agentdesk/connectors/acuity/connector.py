"""Acuity, signed in."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.acuity.bookings import read_bookings
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
        # nothing that is described says whose account it is: the newest appointment names a calendar of it
        newest = Fields(http.json("GET", "/appointments", {"max": "1"}))
        return Account(newest.text(0, "calendar") or "", (link.account,))

    return Connector(check, None, _Bookings(http, link))
