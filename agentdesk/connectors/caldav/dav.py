"""The requests that CalDAV is asked with, and its answers: a list of resources with what is known of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote
from xml.sax.saxutils import escape

from agentdesk.connectors.kit.addresses import Address, host_of, same_place
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.connectors.kit.xml import Part, read_xml

DAV, CAL = "DAV:}", "urn:ietf:params:xml:ns:caldav}"
_SPACES = b'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"'
_WHOLE = b"<D:prop><D:getetag/><C:calendar-data/></D:prop>"
_STATUS = re.compile(r"HTTP/\d(?:\.\d)? (\d{3})\b")


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing of a server: where it is, whether it is there (as a status), and what is known of it, by name."""

    path: str
    status: int
    known: Mapping[str, Part]

    @property
    def data(self) -> bytes | None:
        """What a calendar holds there."""
        found = self.known.get(f"{CAL}calendar-data")
        return found.text.encode() if found is not None and found.text else None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a server answered: resources, and the token from which changes are counted; empty where there is none."""

    resources: tuple[Resource, ...]
    token: str


class Dav:
    """A CalDAV server, asked. Paths are those of the whole place."""

    def __init__(self, http: Http, address: Address, name: str) -> None:
        self._http = http
        self._address = address
        self._name = name

    @property
    def start(self) -> str:
        """The path that the owner's address leads to."""
        return f"{self._address.path}/"

    @property
    def origin(self) -> str:
        return self._address.origin

    def about(self, path: str, depth: int, wanted: str, absent: frozenset[int] = frozenset()) -> Answers | None:
        """What is known of a resource, and at depth 1 of those inside it."""
        body = b"<D:propfind %s><D:prop>%s</D:prop></D:propfind>" % (_SPACES, wanted.encode())
        return self._ask("PROPFIND", path, depth, body, absent)

    def changes(self, path: str, token: str, absent: frozenset[int]) -> Answers | None:
        """What has changed in a calendar since the token."""
        since = escape(token).encode()
        body = b"<D:sync-collection %s><D:sync-token>%s</D:sync-token><D:sync-level>1</D:sync-level>%s"
        return self._ask("REPORT", path, 0, body % (_SPACES, since, _WHOLE) + b"</D:sync-collection>", absent)

    def entries(self, path: str, first: datetime) -> Answers:
        """Every entry of a calendar that takes place after the first moment."""
        body = (
            b'<C:calendar-query %s>%s<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
            b'<C:time-range start="%s"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
        )
        since = f"{first:%Y%m%dT%H%M%SZ}".encode()
        return self._ask("REPORT", path, 1, body % (_SPACES, _WHOLE, since), frozenset()) or Answers((), "")

    def these(self, path: str, wanted: Iterable[str]) -> Answers:
        """Some resources of a calendar, by their paths."""
        hrefs = "".join(f"<D:href>{escape(each)}</D:href>" for each in wanted).encode()
        body = b"<C:calendar-multiget %s>%s%s</C:calendar-multiget>" % (_SPACES, _WHOLE, hrefs)
        return self._ask("REPORT", path, 0, body, frozenset()) or Answers((), "")

    def path_of(self, href: str) -> str:
        """Where a link leads. Raises NotUnderstood where that is another place: the password isn't taken there."""
        path = same_place(self._address, href.strip())
        if path is not None and path.startswith("/"):
            return path
        host = host_of(href)
        raise NotUnderstood(
            f"These calendars are kept at {host}. Connect https://{host} instead, if you know it to be theirs."
            if host
            else self._puzzle
        )

    @property
    def _puzzle(self) -> str:
        return f"{self._name} answered with something AgentDesk can't read."

    def _ask(self, method: str, path: str, depth: int, body: bytes, absent: frozenset[int]) -> Answers | None:
        headers = {"content-type": "application/xml; charset=utf-8", "accept": "*/*", "depth": str(depth)}
        whole = b'<?xml version="1.0" encoding="utf-8"?>' + body
        answer = self._http.ask(method, path, None, whole, headers=headers, absent=absent, at_root=True)
        if answer is None:
            return None
        try:
            return self._read(read_xml(answer.body))
        except ValueError as wrong:
            raise NotUnderstood(self._puzzle) from wrong

    def _read(self, document: Part) -> Answers:
        if document.name != f"{DAV}multistatus":
            raise NotUnderstood(self._puzzle)
        found = []
        for each in document.all_(f"{DAV}response"):
            href = each.find(f"{DAV}href")
            if href is None:
                continue
            known = {
                part.name: part
                for group in each.all_(f"{DAV}propstat")
                if _status(group) == 200
                for prop in group.all_(f"{DAV}prop")
                for part in prop.parts
            }
            found.append(Resource(self.path_of(href.text), _status(each), known))
        token = document.find(f"{DAV}sync-token")
        return Answers(tuple(found), token.text if token is not None else "")


def same_path(one: str, two: str) -> bool:
    """Whether two paths lead to one thing, however they are written."""
    return unquote(one).rstrip("/") == unquote(two).rstrip("/")


def _status(part: Part) -> int:
    said = part.find(f"{DAV}status")
    found = _STATUS.match(said.text) if said is not None else None
    return int(found[1]) if found else 200
