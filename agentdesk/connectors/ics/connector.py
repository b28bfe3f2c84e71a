"""A calendar feed, at its address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agentdesk.connectors.ics.bookings import fetch, read_bookings
from agentdesk.connectors.kit.contract import Account, BookingPage, Connector, KnownBookings, Link
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.text import in_letters, one_line

_TITLE = re.compile(rb"^X-WR-CALNAME(?:;[^:\r\n]{0,200})?:([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE)


class _Bookings:
    def __init__(self, http: Http, link: Link) -> None:
        self._http = http
        self._link = link

    def bookings(self, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
        return read_bookings(self._http, self._link, position, known)


def connect(link: Link, http: Http) -> Connector:
    def check() -> Account:
        title = _TITLE.search(fetch(http, {}).body)
        # no marks: a feed says of itself only what its owner may change
        return Account(one_line(in_letters(title[1])) if title else link.address.host, ())

    return Connector(check, None, _Bookings(http, link))
