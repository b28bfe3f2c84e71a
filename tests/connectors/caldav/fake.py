"""A CalDAV server as unlike radicale as the standards allow, on the loopback; a test chooses how."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.connectors.kit.fake_service import FakeService, Reply, Request

HOME, DIARY = "/dav/home/", "/dav/home/diary/"
_OPEN = '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/">'


class FakeDav(FakeService):
    """One calendar. Entries are texts by path; every change gets a number."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.status: dict[str, int] = {}
        """Of entries that can't be given."""
        self.changed: list[str] = []
        self.counts_changes = True
        self.gives_text = True
        self.most_changes = 1000
        self.token_each_time = False
        self.home = HOME
        self.route(
            "PROPFIND",
            "/",
            lambda _: self._props("/", "<d:current-user-principal>%s</d:current-user-principal>", "/me/"),
        )
        self.route(
            "PROPFIND",
            "/me/",
            lambda _: self._props("/me/", "<c:calendar-home-set>%s</c:calendar-home-set>", self.home),
        )
        self.route("PROPFIND", HOME, self._list)
        self.route("REPORT", DIARY, self._report)

    def put(self, name: str, *lines: str) -> None:
        said = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"UID:{name}", *lines, "END:VEVENT", "END:VCALENDAR", ""]
        self.texts[f"{DIARY}{name}.ics"] = "\r\n".join(said)
        self.changed.append(f"{DIARY}{name}.ics")

    def delete(self, name: str) -> None:
        del self.texts[f"{DIARY}{name}.ics"]
        self.changed.append(f"{DIARY}{name}.ics")

    def _token(self) -> str:
        return f"t:{len(self.changed)}:{len(self.requests) if self.token_each_time else 0}"

    def _props(self, path: str, prop: str, href: str) -> Reply:
        return _multistatus(f"{_response(path, prop % f'<d:href>{href}</d:href>')}")

    def _list(self, _: Request) -> Reply:
        mark = f"<d:sync-token>{self._token()}</d:sync-token>" if self.counts_changes else ""
        mark += f"<s:getctag>{self._token()}</s:getctag>"
        kind = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"
        bare = "<d:resourcetype><d:collection/></d:resourcetype>"
        return _multistatus(_response(HOME, bare) + _response(DIARY, kind + mark))

    def _report(self, asked: Request) -> Reply:
        body = asked.body.decode()
        if "calendar-query" in body:
            return _multistatus("".join(self._entry(each) for each in self.texts))
        if "calendar-multiget" in body:
            return _multistatus("".join(self._entry(each, text=True) for each in re.findall("<D:href>(.*?)<", body)))
        since = int(re.findall("<D:sync-token>t:([0-9]+):", body)[0])
        until = min(since + self.most_changes, len(self.changed))
        said = "".join(self._entry(each) for each in dict.fromkeys(self.changed[since:until]))
        if until < len(self.changed):
            said += f"<d:response><d:href>{DIARY}</d:href><d:status>HTTP/1.1 507 More</d:status></d:response>"
            return _multistatus(said + f"<d:sync-token>t:{until}:0</d:sync-token>")
        return _multistatus(said + f"<d:sync-token>{self._token()}</d:sync-token>")

    def _entry(self, path: str, *, text: bool | None = None) -> str:
        status = 404 if path not in self.texts else self.status.get(path, 200)
        if status != 200:
            return f"<d:response><d:href>{path}</d:href><d:status>HTTP/1.1 {status} No</d:status></d:response>"
        shown = self.gives_text if text is None else text
        data = f"<c:calendar-data>{escape(self.texts[path])}</c:calendar-data>" if shown else ""
        return _response(path, f'<d:getetag>"{len(self.requests)}"</d:getetag>{data}')


def _response(path: str, props: str) -> str:
    group = f"<d:propstat><d:prop>{props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
    return f"<d:response><d:href>{path}</d:href>{group}</d:response>"


def _multistatus(said: str, headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(f"{_OPEN}{said}</d:multistatus>".encode(), 207, headers or {"content-type": "application/xml"})
