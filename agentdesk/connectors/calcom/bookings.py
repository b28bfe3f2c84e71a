"""Cal.com's bookings, newest change first.

A booking that changes while pages are read moves to the front and pushes others back: some come twice, none is
passed over, and the one that moved is newer than the position and comes next time.

What changed is asked for each time. Once a day the whole window is listed besides: as days go by, bookings come into
view that were made long ago, and what was deleted is no change that could be asked for.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace
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


@dataclass(frozen=True, slots=True)
class _Position:
    """The newest change that was read, and the day on which the whole window was. Kept as JSON."""

    since: str = ""
    day: str = ""

    @staticmethod
    def read(text: str | None) -> _Position:
        # before the window was listed daily, the newest change stood alone
        return _Position(**json.loads(text)) if text and text.startswith("{") else _Position(text or "")

    def written(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


def read_bookings(http: Http, connection: str, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
    """Everything that changed since the position; once a day the whole window, and what is no longer in it."""
    before, now = _Position.read(position), http.now()
    since, day = read_moment(before.since), now.date().isoformat()
    first, last = known.window()
    here = known.between(first, last)
    whole = since is None or before.day != day
    newest = since or first
    seen: dict[str, str] = {}
    for asked in _wanted(since, first, last, whole=whole):
        for listed in _listings(http, asked):
            fresh = [each for each in listed if seen.get(each.name("uid") or "") != digest(each.data)]
            seen |= {each.name("uid") or "": digest(each.data) for each in fresh}
            moments = (each.moment("updatedAt") or each.moment("createdAt") for each in fresh)
            # what claims to have changed in years to come doesn't keep us from asking for what changes till then
            newest = max([newest, *(min(each, now) for each in moments if each is not None)])
            fitting = [each for each in fresh if "afterStart" not in asked or _is_within(each, first, last)]
            yield _page(fitting, connection, position or "", here)
    after = _Position(_written(newest), day).written()
    missing = {each for each in here if each.partition("/")[0] not in seen} if whole else set[str]()
    for uid in sorted({each.partition("/")[0] for each in (*known.due(), *missing)} - seen.keys()):
        yield _alone(http, uid, connection, position or "", here)
    yield BookingPage((), after)


def _wanted(since: datetime | None, first: datetime, last: datetime, *, whole: bool) -> Iterator[dict[str, str]]:
    """What is to be listed."""
    if whole:
        yield {"afterStart": _written(first), "beforeEnd": _written(last)}
    if since is not None:
        yield {"afterUpdatedAt": _written(since - OVERLAP)}


def _listings(http: Http, asked: dict[str, str]) -> Iterator[tuple[Fields, ...]]:
    """Every page of a list."""
    met = set[str]()
    for number in range(MOST_PAGES):
        page = {"sortUpdatedAt": "desc", "take": str(PAGE), **asked, "skip": str(number * PAGE)}
        answer = Fields(http.json("GET", "/v2/bookings", page))
        if not isinstance(answer.at("data").data, list):
            raise NotUnderstood("Cal.com answered with something that is no list of bookings.")
        listed, mark = answer.entries("data"), digest(answer.at("data").data)
        if listed and mark in met:
            break
        met.add(mark)
        yield listed
        if not answer.flag("pagination", "hasNextPage") or not listed:
            return
    raise NotUnderstood("Cal.com lists the same bookings over and over.")


def read_entry(entry: Fields, connection: str) -> list[Booking]:
    """A booking; where seats are booked, one for each seat. Raises Unreadable without a name or a time."""
    seats = [(name, place) for place, each in enumerate(entry.items("attendees")) if (name := each.name("seatUid"))]
    if not seats:
        return [read_booking(entry, connection)]
    return [replace(read_booking(entry, connection, place), external_id=_seat(entry, name)) for name, place in seats]


def _seat(entry: Fields, name: str) -> str:
    return f"{entry.needed_name('uid')}/{name}"


def read_booking(entry: Fields, connection: str, place: int = 0) -> Booking:
    """The booking of one who comes, by their place in the list. Raises Unreadable without a name or a time."""
    external_id = entry.needed_name("uid")
    starts_at, ends_at = entry.moment("start"), entry.moment("end")
    if starts_at is None or ends_at is None or ends_at < starts_at:
        raise Unreadable("it doesn't say when it takes place")
    status = BookingStatus.CANCELLED if entry.text("status") in _OFF else BookingStatus.BOOKED
    if status is BookingStatus.BOOKED and entry.flag("attendees", place, "absent"):
        status = BookingStatus.NO_SHOW
    who = entry.at("attendees", place)
    answers = (
        who.at("bookingFieldsResponses") if who.has("bookingFieldsResponses") else entry.at("bookingFieldsResponses")
    )
    slug = entry.text("eventType", "slug")
    return Booking(
        0,
        connection,
        external_id,
        starts_at,
        ends_at,
        status,
        slug.replace("-", " ").capitalize() if slug else entry.text("title"),
        who.text("name") or answers.text("name"),
        who.text("phoneNumber") or next((each for each in map(answers.text, _PHONES) if each), None),
        # the other may carry a mark that is the service's own
        who.text("displayEmail") or who.text("email") or answers.text("email"),
        entry.moment("createdAt"),
        person=entry.text("hosts", 0, "name"),
        moved_to=entry.name("rescheduledToUid"),
        cancelled_at=entry.moment("updatedAt") if status is BookingStatus.CANCELLED else None,
    )


def _page(entries: list[Fields], connection: str, position: str, here: Collection[str]) -> BookingPage:
    """What was understood of some bookings, and the seats of theirs that nobody has any more."""
    records: list[BookingRecord] = []
    aside: list[SetAside] = []
    gone: list[str] = []
    for each in entries:
        name = each.name("uid")
        try:
            found = read_entry(each, connection)
        except Unreadable as wrong:
            aside.append(SetAside(name or digest(each.data), str(wrong), None, retry=name is not None))
            continue
        raw = without_secrets(each.data)
        records += [BookingRecord(one, raw) for one in found]
        kept = {one.external_id for one in found}
        gone += [one for one in sorted(here) if one.partition("/")[0] == name and one not in kept]
    return BookingPage(tuple(records), position, tuple(aside), tuple(gone))


def _alone(http: Http, uid: str, connection: str, position: str, here: Collection[str]) -> BookingPage:
    """One that was set aside, or is no longer listed: somewhere else, or gone."""
    answer = http.json("GET", f"/v2/bookings/{uid}", absent=frozenset({404}))
    if answer is None:
        return BookingPage((), position, gone=(uid, *(each for each in sorted(here) if each.partition("/")[0] == uid)))
    return _page([Fields(answer).at("data")], connection, position, here)


def _is_within(entry: Fields, first: datetime, last: datetime) -> bool:
    """The service has been known to pass over its own filters. An entry without a time is not passed over here."""
    starts_at = entry.moment("start")
    return starts_at is None or first <= starts_at < last


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
