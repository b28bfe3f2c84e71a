"""Cal.com's bookings, newest change first.

A booking that changes while pages are read moves to the front and pushes others back: some come twice, none is
passed over, and the one that moved is newer than the position and comes next time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from agentdesk.connectors.kit.configuration import digest, without_secrets
from agentdesk.connectors.kit.contract import BookingPage, BookingRecord, KnownBookings, SetAside
from agentdesk.connectors.kit.fields import Fields, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.domain.booking import Booking, BookingStatus

PAGE = 100
MOST_PAGES = 1000
OVERLAP = timedelta(minutes=10)
"""Clocks differ, and a change may come up late in the list."""
_OFF = {"cancelled", "rejected"}
_PHONES = ("attendeePhoneNumber", "phone", "smsReminderNumber", "phoneNumber")


def read_bookings(http: Http, connection: str, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
    """Everything that changed since the position, or the whole window the first time."""
    since = read_moment(position)
    first, last = known.window()
    changed: dict[str, str] = {"sortUpdatedAt": "desc", "take": str(PAGE)}
    if since is not None:
        changed["afterUpdatedAt"] = _written(since - OVERLAP)
    else:
        changed |= {"afterStart": _written(first), "beforeEnd": _written(last)}
    newest = since
    seen: dict[str, str] = {}
    for number in range(MOST_PAGES):
        answer = Fields(http.json("GET", "/v2/bookings", {**changed, "skip": str(number * PAGE)}))
        if not isinstance(answer.at("data").data, list):
            raise NotUnderstood("Cal.com answered with something that is no list of bookings.")
        listed = answer.entries("data")
        moments = [each.moment("updatedAt") or each.moment("createdAt") for each in listed]
        newest = max([*(each for each in moments if each is not None), *([newest] if newest else [])], default=None)
        fresh = [each for each in listed if seen.get(each.name("uid") or "") != digest(each.data)]
        seen |= {each.name("uid") or "": digest(each.data) for each in fresh}
        fitting = [each for each in fresh if since is not None or _is_within(each, first, last)]
        through = not answer.flag("pagination", "hasNextPage") or not listed
        yield _page(fitting, connection, _written(newest) if through and newest else position or "")
        if through:
            break
    else:
        raise NotUnderstood("Cal.com lists the same bookings over and over.")
    yield from _again(http, connection, known, set(seen), _written(newest) if newest else position or "")


def read_booking(entry: Fields, connection: str) -> Booking:
    """One booking. Raises Unreadable without a name or a time."""
    external_id = entry.needed_name("uid")
    starts_at, ends_at = entry.moment("start"), entry.moment("end")
    if starts_at is None or ends_at is None or ends_at < starts_at:
        raise Unreadable("it doesn't say when it takes place")
    status = BookingStatus.CANCELLED if entry.text("status") in _OFF else BookingStatus.BOOKED
    if status is BookingStatus.BOOKED and entry.flag("attendees", 0, "absent"):
        status = BookingStatus.NO_SHOW
    answers = entry.at("bookingFieldsResponses")
    slug = entry.text("eventType", "slug")
    return Booking(
        0,
        connection,
        external_id,
        starts_at,
        ends_at,
        status,
        slug.replace("-", " ").capitalize() if slug else entry.text("title"),
        entry.text("attendees", 0, "name") or answers.text("name"),
        entry.text("attendees", 0, "phoneNumber") or next((each for each in map(answers.text, _PHONES) if each), None),
        entry.text("attendees", 0, "email") or answers.text("email"),
        entry.moment("createdAt"),
        person=entry.text("hosts", 0, "name"),
        moved_to=entry.name("rescheduledToUid"),
        cancelled_at=entry.moment("updatedAt") if status is BookingStatus.CANCELLED else None,
    )


def _page(entries: list[Fields], connection: str, position: str) -> BookingPage:
    records: list[BookingRecord] = []
    aside: list[SetAside] = []
    for each in entries:
        try:
            records.append(BookingRecord(read_booking(each, connection), without_secrets(each.data)))
        except Unreadable as wrong:
            name = each.name("uid")
            aside.append(SetAside(name or digest(each.data), str(wrong), None, retry=name is not None))
    return BookingPage(tuple(records), position, tuple(aside))


def _again(http: Http, connection: str, known: KnownBookings, seen: set[str], position: str) -> Iterator[BookingPage]:
    """Those that were set aside, one by one."""
    for external_id in known.due():
        if external_id in seen:
            continue
        answer = http.json("GET", f"/v2/bookings/{external_id}", absent=frozenset({404}))
        if answer is None:
            yield BookingPage((), position, gone=(external_id,))
        else:
            yield _page([Fields(answer).at("data")], connection, position)


def _is_within(entry: Fields, first: datetime, last: datetime) -> bool:
    """The service has been known to pass over its own filters. An entry without a time is not passed over here."""
    starts_at = entry.moment("start")
    return starts_at is None or first <= starts_at < last


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
