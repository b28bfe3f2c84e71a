"""The entries of a calendar feed. Each time the whole is fetched, unless the place says that nothing has changed.

A feed leaves out what was cancelled, and some leave out at times what was not: what is missing twice in a row
is gone. Some give everything new numbers each time: an entry with the same time and words in place of one that is
missing is that one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import blake2b

from agentdesk.connectors.kit.calendar.notes import Counts, Unread
from agentdesk.connectors.kit.calendar.reading import DiaryReader, Found
from agentdesk.connectors.kit.contract import BookingPage, BookingRecord, KnownBookings, Link, SetAside
from agentdesk.connectors.kit.http import Answer, Http
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.booking import Booking
from agentdesk.domain.clock import day_of
from agentdesk.domain.errors import Sorry

PAGE = 200
_UNCHANGED = {"etag": "if-none-match", "last-modified": "if-modified-since"}


@dataclass(frozen=True, slots=True)
class _Position:
    """What was fetched last, kept as JSON."""

    day: str = ""
    """When: as days go by, other entries come into view."""
    unchanged: dict[str, str] = field(default_factory=dict)
    """The headers by which the place is asked whether it has changed."""
    digest: str = ""
    names: dict[str, list[str]] = field(default_factory=dict)
    """By what each live entry is known again if its number changes, and the number it is kept under."""
    missing: tuple[str, ...] = ()
    """What was not in it although it should have been."""

    @staticmethod
    def read(text: str | None) -> _Position:
        kept = json.loads(text) if text else {}
        return _Position(**{**kept, "missing": tuple(kept.get("missing", ()))})

    def written(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


def read_bookings(http: Http, link: Link, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
    """Every entry from the first day of the window to the last, and those that are gone; one request."""
    before = _Position.read(position)
    day = day_of(http.now(), link.zone).isoformat()
    answer = fetch(http, before.unchanged if before.day == day else {})
    digest = _digest(answer.body)
    first, last = known.window()
    here = known.between(first, last)
    if answer.status == 304 or (before.day == day and before.digest == digest):
        yield BookingPage((), replace(before, missing=()).written(), gone=tuple(here.intersection(before.missing)))
        return
    reader = DiaryReader(link.connection, link.zone, http.now(), day_of(first, link.zone), day_of(last, link.zone))
    notes = Counts()
    try:
        read, unread = reader.read([answer.body.splitlines(keepends=True)], notes, here)
    except Sorry as wrong:
        raise NotUnderstood(str(wrong)) from wrong
    found = _known_again(read, before.names)
    missing = frozenset[str]() if notes["cut"] else _missing(here, found, unread)
    gone = missing.intersection(before.missing)
    now = _Position(
        day,
        {ours: answer.headers[theirs] for theirs, ours in _UNCHANGED.items() if answer.headers.get(theirs)},
        digest,
        _names(found),
        tuple(sorted(missing - gone)),
    )
    aside = tuple(SetAside(_aside_name(each), each.why, None) for each in unread)
    healed = set(known.due()) - {each.name for each in aside}
    records = [BookingRecord(each.booking, {"lines": list(each.lines)}) for each in found]
    while len(records) > PAGE:
        yield BookingPage(tuple(records[:PAGE]), position or "")
        records = records[PAGE:]
    yield BookingPage(tuple(records), now.written(), aside, (*sorted(gone), *sorted(healed)))


def fetch(http: Http, unchanged: Mapping[str, str]) -> Answer:
    """The feed as it is now, or an answer with the status 304. Raises NotUnderstood for what is no whole diary."""
    asked = {"accept": "text/calendar, */*;q=0.1", **unchanged}
    answer = http.ask("GET", "", headers=asked, absent=frozenset({304, 404, 410}))
    if answer is not None and answer.status == 304:
        return answer
    body = b"" if answer is None else answer.body.removeprefix(b"\xef\xbb\xbf").strip()
    if answer is None or not body[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        raise NotUnderstood(
            "There is no calendar at this address. Copy its private address again; most of them end in .ics."
        )
    if b"END:VCALENDAR" not in body[-500:].upper():
        raise NotUnderstood("Only a part of the calendar arrived. It will be read again.")
    return replace(answer, body=body)


def _known_again(found: Collection[Found], before: Mapping[str, list[str]]) -> list[Found]:
    """The same entries, under the number they are kept under where they came under a new one."""
    kept = {name for names in before.values() for name in names}
    taken = {each.booking.external_id for each in found}
    again: list[Found] = []
    for each in found:
        booking = each.booking
        if booking.external_id not in kept:
            name = next((name for name in before.get(_mark(booking), ()) if name not in taken), booking.external_id)
            taken.add(name)
            booking = replace(booking, external_id=name)
        again.append(replace(each, booking=booking))
    return again


def _names(found: Collection[Found]) -> dict[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for each in found:
        if each.booking.live:
            names[_mark(each.booking)].append(each.booking.external_id)
    return dict(names)


def _mark(booking: Booking) -> str:
    """The same for entries that say the same."""
    said = (booking.starts_at, booking.ends_at, booking.service, booking.customer, booking.phone, booking.email)
    return blake2b(repr(said).encode(), digest_size=9).hexdigest()


def _missing(expected: frozenset[str], found: Collection[Found], unread: Collection[Unread]) -> frozenset[str]:
    """What should be there and isn't. What is there and can't be read isn't missing."""
    read = {each.booking.external_id for each in found}
    garbled = {each.uid for each in unread if each.uid}
    return frozenset(each for each in expected - read if garbled.isdisjoint({each, each.rpartition("/")[0]}))


def _aside_name(unread: Unread) -> str:
    """Never that of an entry: what is set aside and gone is not an entry that is gone."""
    return f"unread {unread.uid or unread.where}"


def _digest(body: bytes) -> str:
    """The same for the same calendar: some write into each entry when it was fetched."""
    said = b"\n".join(each for each in body.splitlines() if each[:7].upper() != b"DTSTAMP")
    return blake2b(said, digest_size=12).hexdigest()
