"""A calendar feed on the loopback, as Google, Outlook and others write them."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from tests.connectors.kit.fake_service import FakeService, Reply, Request


def utc(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


class FakeFeed(FakeService):
    """Entries by their UID, as lines of text, for a test to change."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, list[str]] = {}
        self.with_etag = True
        self.new_numbers = False
        self.fetched = 0
        self.route("GET", "/private-a1b2/basic.ics", self._feed)

    @property
    def address(self) -> str:
        return f"{self.url}/private-a1b2/basic.ics"

    def put(self, uid: str, starts_at: datetime, *lines: str, minutes: int = 60, title: str = "Boiler service") -> None:
        ends_at = starts_at.timestamp() + 60 * minutes
        self.write(
            uid,
            f"DTSTART:{utc(starts_at)}",
            f"DTEND:{utc(datetime.fromtimestamp(ends_at, starts_at.tzinfo))}",
            f"SUMMARY:{title}",
            *lines,
        )

    def write(self, uid: str, *lines: str) -> None:
        self.entries[uid] = list(lines)

    @property
    def text(self) -> str:
        self.fetched += 1
        said = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fake//EN", "X-WR-CALNAME:Hartley Plumbing"]
        for uid, lines in self.entries.items():
            number = f"{uid}-{self.fetched}@fake" if self.new_numbers else uid
            said += ["BEGIN:VEVENT", f"UID:{number}", f"DTSTAMP:2026112{self.fetched % 10}T100000Z", *lines]
            said.append("END:VEVENT")
        return "\r\n".join([*said, "END:VCALENDAR", ""])

    def _feed(self, asked: Request) -> Reply:
        tag = f'"{sha256(repr(self.entries).encode()).hexdigest()[:16]}"'
        headers = {"content-type": "text/calendar; charset=utf-8", **({"etag": tag} if self.with_etag else {})}
        if self.with_etag and asked.headers.get("if-none-match") == tag:
            return Reply(b"", 304, headers)
        return Reply(self.text.encode(), headers=headers)
