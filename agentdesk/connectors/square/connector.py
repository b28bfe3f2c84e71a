"""Square, signed in."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.kit.contract import Account, BookingPage, Connector, KnownBookings, Link
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.square.bookings import read_bookings


class _Bookings:
    def __init__(self, http: Http, link: Link) -> None:
        self._http = http
        self._link = link

    def bookings(self, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
        return read_bookings(self._http, self._link, position, known)


def connect(link: Link, http: Http) -> Connector:
    def check() -> Account:
        places = Fields(http.json("GET", "/v2/locations"))
        name = places.text("locations", 0, "business_name") or places.text("locations", 0, "name")
        marks = (each.name("merchant_id") for each in places.items("locations"))
        return Account(name or "", tuple(dict.fromkeys(filter(None, marks))))

    return Connector(check, None, _Bookings(http, link))
