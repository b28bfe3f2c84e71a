"""Square's bookings. The list has only names of who comes, what for and to whom, which are asked for beside it.

There is no way to ask what changed: the days from the last listing on are listed each time, a month at a time, and
compared by the moment of the last change. A booking that was moved keeps its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from agentdesk.connectors.kit.calendar.lengths import whole_days
from agentdesk.connectors.kit.configuration import digest, without_secrets
from agentdesk.connectors.kit.contract import BookingPage, BookingRecord, KnownBookings, Link, SetAside
from agentdesk.connectors.kit.fields import Fields, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.connectors.square.names import Names
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.clock import day_of

PAGE = 100
TOGETHER = 50
MONTH = timedelta(days=31)
"""The longest stretch that is listed at once."""
BACK = timedelta(days=2)
"""Listed again each time. With the ninety days ahead it fits into three stretches."""
_STATES = {
    "CANCELLED_BY_CUSTOMER": BookingStatus.CANCELLED,
    "CANCELLED_BY_SELLER": BookingStatus.CANCELLED,
    "DECLINED": BookingStatus.CANCELLED,
    "NO_SHOW": BookingStatus.NO_SHOW,
}


@dataclass(slots=True)
class _Position:
    """When the list was last gone through, and the last change of each booking that was taken in. Kept as JSON."""

    through: str = ""
    marks: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def read(text: str | None) -> _Position:
        return _Position(**json.loads(text)) if text else _Position()

    def written(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


def read_bookings(http: Http, link: Link, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
    """Bookings that are new or have changed, and those that are no longer listed."""
    now = _Position.read(position)
    names = Names(http)
    earliest, last = known.window()
    through = read_moment(now.through)
    first = max(earliest, through - BACK) if through else earliest
    here = known.between(first, last)
    again = frozenset(known.due())
    asked_at = http.now()
    listed: set[str] = set()
    changed: list[Fields] = []
    for booking in _listed(http, first, last):
        name, mark = booking.part("id") or "", booking.text("updated_at") or digest(booking.data)
        if name in listed:
            continue
        if name:
            listed.add(name)
        if not name or name in again or now.marks.get(name) != mark:
            now.marks[name or digest(booking.data)] = mark
            changed.append(booking)
        if len(changed) == TOGETHER:
            yield _page(changed, names, link, now.written())
            changed = []
    yield _page(changed, names, link, now.written())
    for name in sorted((here | again) - listed):
        yield _alone(http, name, names, link, now)
    now.marks = {name: mark for name, mark in now.marks.items() if name in listed}
    now.through = asked_at.isoformat()
    yield BookingPage((), now.written())


def read_booking(entry: Fields, names: Names, link: Link) -> Booking:
    """One booking. Raises Unreadable without a name or a time."""
    external_id = entry.needed_name("id")
    starts_at, ends_at = _when(entry, link)
    customer = names.customer(entry.name("customer_id"))
    first = entry.at("appointment_segments", 0)
    status = _STATES.get(entry.text("status") or "", BookingStatus.BOOKED)
    return Booking(
        0,
        link.connection,
        external_id,
        starts_at,
        ends_at,
        status,
        names.service(first.part("service_variation_id")),
        " ".join(filter(None, (customer.text("given_name"), customer.text("family_name"))))
        or customer.text("company_name"),
        customer.text("phone_number"),
        customer.text("email_address"),
        entry.moment("created_at"),
        all_day=entry.flag("all_day") is True,
        person=names.person(first.part("team_member_id")),
        cancelled_at=entry.moment("updated_at") if status is BookingStatus.CANCELLED else None,
    )


def _when(entry: Fields, link: Link) -> tuple[datetime, datetime]:
    starts_at = entry.moment("start_at")
    if starts_at is None:
        raise Unreadable("it doesn't say when it takes place")
    if entry.flag("all_day"):
        return whole_days(day_of(starts_at, link.zone), None, link.zone)
    parts = entry.items("appointment_segments")
    lengths = [each.seconds("duration_minutes") for each in parts]
    # a pause stands between one part and the next; what would follow the last is no part of the appointment
    pauses = [each.seconds("intermission_minutes") or 0.0 for each in parts[:-1]]
    known = [each for each in lengths if each is not None]
    if not known or len(known) < len(lengths):
        raise Unreadable("it doesn't say how long it takes")
    return starts_at, starts_at + timedelta(minutes=sum(known) + sum(pauses))


def _page(entries: list[Fields], names: Names, link: Link, position: str) -> BookingPage:
    records: list[BookingRecord] = []
    aside: list[SetAside] = []
    names.look_up([each.name("customer_id") for each in entries])
    for each in entries:
        name = each.part("id")
        try:
            booking = read_booking(each, names, link)
            customer = names.customer(each.name("customer_id")).data
            records.append(BookingRecord(booking, without_secrets({"booking": each.data, "customer": customer})))
        except Unreadable as wrong:
            aside.append(SetAside(name or digest(each.data), str(wrong), None, retry=name is not None))
    return BookingPage(tuple(records), position, tuple(aside))


def _alone(http: Http, name: str, names: Names, link: Link, now: _Position) -> BookingPage:
    """A booking that is no longer in the list: moved to other days, or gone."""
    answer = http.json("GET", f"/v2/bookings/{name}", absent=frozenset({404}))
    now.marks.pop(name, None)
    if answer is None:
        return BookingPage((), now.written(), gone=(name,))
    return _page([Fields(answer).at("booking")], names, link, now.written())


def _listed(http: Http, first: datetime, last: datetime) -> Iterator[Fields]:
    while first < last:
        after = min(first + MONTH, last)
        asked = {"limit": str(PAGE), "start_at_min": _written(first), "start_at_max": _written(after)}
        met = set[str]()
        cursor: str | None = None
        while True:
            answer = Fields(http.json("GET", "/v2/bookings", {**asked, "cursor": cursor}))
            # a month with nothing in it may come without a list
            if answer.has("bookings") and not isinstance(answer.at("bookings").data, list):
                raise NotUnderstood("Square answered with something that is no list of bookings.")
            if answer.items("errors") or isinstance(answer.data, list):
                raise NotUnderstood("Square answered with something that is no list of bookings.")
            yield from answer.entries("bookings")
            cursor = answer.text("cursor")
            if cursor is None:
                break
            if cursor in met:
                raise NotUnderstood("Square lists the same bookings over and over.")
            met.add(cursor)
        first = after


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
