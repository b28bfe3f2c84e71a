"""A CalDAV server, signed in."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.caldav.bookings import read_bookings
from agentdesk.connectors.caldav.dav import Dav
from agentdesk.connectors.caldav.discovery import find_home
from agentdesk.connectors.caldav.service import SERVICE
from agentdesk.connectors.kit.contract import Account, BookingPage, Connector, KnownBookings, Link
from agentdesk.connectors.kit.http import Http


class _Bookings:
    def __init__(self, dav: Dav, http: Http, link: Link) -> None:
        self._dav = dav
        self._http = http
        self._link = link

    def bookings(self, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
        return read_bookings(self._dav, self._http.now(), self._link, position, known)


def connect(link: Link, http: Http) -> Connector:
    dav = Dav(http, link.address, SERVICE.name)

    def check() -> Account:
        home = find_home(dav)
        return Account(home.name or link.account, (f"{dav.origin}{home.path}",))

    return Connector(check, None, _Bookings(dav, http, link))
