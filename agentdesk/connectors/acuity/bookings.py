"""Acuity's appointments. There are no pages, only a largest number, and no telling what changed.

The days from the last listing on are listed each time, once those that stand and once those that are cancelled; an
answer that may have been cut short is asked for again in halves. Each is compared by its fingerprint. An appointment
that was moved keeps its name. None can be asked for by its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from agentdesk.connectors.kit.configuration import digest, leaving_out, without_secrets
from agentdesk.connectors.kit.contract import BookingPage, BookingRecord, KnownBookings, Link, SetAside
from agentdesk.connectors.kit.fields import Fields, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.clock import day_of

MOST = 1000
USUAL = 100
"""How many come unless another number is asked for: an answer of just so many may have been cut short too."""
TOGETHER = 200
DAY = timedelta(days=1)
BACK = 2 * DAY
"""Listed again each time."""
FURTHER = 365 * DAY
"""How far beyond the days that are watched somebody is looked for who left them."""
_MANAGES = "confirmationPage"
"""An address by which anybody may change the appointment."""


@dataclass(slots=True)
class _Position:
    """When the list was last gone through, and what each appointment was like that was taken in. Kept as JSON."""

    through: str = ""
    marks: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def read(text: str | None) -> _Position:
        return _Position(**json.loads(text)) if text else _Position()

    def written(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class _Listed:
    """An appointment, and in which of the two lists it stood: the record itself doesn't say."""

    entry: Fields
    cancelled: bool

    @property
    def name(self) -> str:
        return self.entry.part("id") or digest(self.entry.data)

    @property
    def mark(self) -> str:
        return digest([self.entry.data, self.cancelled])[:16]


def read_bookings(http: Http, link: Link, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
    """Appointments that are new or have changed, and those that are no longer listed."""
    now = _Position.read(position)
    earliest, last = known.window()
    through = read_moment(now.through)
    first = max(earliest, through - BACK) if through else earliest
    here, again = known.between(first, last), frozenset(known.due())
    asked_at = http.now()
    # a day over at both ends: the service's days are those of its own time zone
    first_day, last_day = day_of(first, link.zone) - DAY, day_of(last, link.zone) + DAY
    listed = _both_lists(http, first_day, last_day)
    yield from _pages([each for each in listed.values() if _is_new(each, now, again)], link, now)
    missing = (here | again) - listed.keys()
    if missing:
        moved = _both_lists(http, last_day + DAY, last_day + FURTHER)
        yield from _pages([moved[name] for name in sorted(missing & moved.keys())], link, now)
        missing -= moved.keys()
    now.marks = {name: mark for name, mark in now.marks.items() if name in listed}
    now.through = asked_at.isoformat()
    yield BookingPage((), now.written(), gone=tuple(sorted(missing)))


def read_booking(entry: Fields, link: Link, *, cancelled: bool) -> Booking:
    """One appointment. Raises Unreadable without a name or a time."""
    external_id = entry.needed_name("id")
    starts_at, minutes = entry.moment("datetime"), entry.seconds("duration")
    if starts_at is None:
        raise Unreadable("it doesn't say when it takes place")
    if minutes is None:
        raise Unreadable("it doesn't say how long it takes")
    status = BookingStatus.CANCELLED if cancelled else BookingStatus.BOOKED
    if entry.flag("noShow"):
        # the service keeps who never came among the cancelled
        status = BookingStatus.NO_SHOW
    return Booking(
        0,
        link.connection,
        external_id,
        starts_at,
        starts_at + timedelta(minutes=minutes),
        status,
        entry.text("type"),
        " ".join(filter(None, (entry.text("firstName"), entry.text("lastName")))) or None,
        entry.text("phone"),
        entry.text("email"),
        person=entry.text("calendar"),
    )


def _is_new(found: _Listed, now: _Position, again: frozenset[str]) -> bool:
    return found.name in again or now.marks.get(found.name) != found.mark


def _pages(found: list[_Listed], link: Link, now: _Position) -> Iterator[BookingPage]:
    for start in range(0, len(found), TOGETHER):
        part = found[start : start + TOGETHER]
        now.marks |= {each.name: each.mark for each in part}
        yield _page(part, link, now.written())


def _page(found: list[_Listed], link: Link, position: str) -> BookingPage:
    records: list[BookingRecord] = []
    aside: list[SetAside] = []
    for each in found:
        try:
            booking = read_booking(each.entry, link, cancelled=each.cancelled)
            records.append(BookingRecord(booking, without_secrets(leaving_out(each.entry.data, {_MANAGES}))))
        except Unreadable as wrong:
            aside.append(SetAside(each.name, str(wrong), None, retry=each.entry.part("id") is not None))
    return BookingPage(tuple(records), position, tuple(aside))


def _both_lists(http: Http, first: date, last: date) -> dict[str, _Listed]:
    """Those that stand first: one that is cancelled between the two answers is in both, and is cancelled."""
    found = [_Listed(each, cancelled) for cancelled in (False, True) for each in _days(http, first, last, cancelled)]
    return {each.name: each for each in found}


def _days(http: Http, first: date, last: date, cancelled: bool) -> Iterator[Fields]:
    asked = {"max": str(MOST), "minDate": first.isoformat(), "maxDate": last.isoformat(), "direction": "ASC"}
    answer = http.json("GET", "/appointments", {**asked, **({"canceled": "true"} if cancelled else {})})
    if not isinstance(answer, list):
        raise NotUnderstood("Acuity answered with something that is no list of appointments.")
    if len(answer) < MOST and len(answer) != USUAL:
        yield from Fields(answer).entries()
        return
    if first == last:
        raise NotUnderstood(f"Acuity has more appointments on one day ({first}) than it can be asked for.")
    middle = first + (last - first) // 2
    yield from _days(http, first, middle, cancelled)
    yield from _days(http, middle + DAY, last, cancelled)
