"""Calendly's meetings. The list has everything but who comes, which takes a second request for each that changed.

There is no way to ask what changed: from a week before the last listing to ninety days ahead everything is listed
each time, and compared with what was listed before. A meeting that was moved is cancelled and made anew. Who didn't
come stands with who was to come, which no list tells: once a day the meetings of the last week are read again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from agentdesk.connectors.kit.configuration import digest, without_secrets
from agentdesk.connectors.kit.contract import BookingPage, BookingRecord, KnownBookings, SetAside
from agentdesk.connectors.kit.fields import Fields, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.domain.booking import Booking, BookingStatus

PAGE = 100
TOGETHER = 50
BACK = timedelta(days=7)
"""Listed again each time; older meetings change no more."""
_PHONE = re.compile(r"\+?[\d\s().-]{7,20}")


@dataclass(slots=True)
class _Position:
    """Whose diary it is, when it was last gone through, and how each meeting was listed. Kept as JSON."""

    user: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    through: str = ""

    @staticmethod
    def read(text: str | None) -> _Position:
        return _Position(**json.loads(text)) if text else _Position()

    def written(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


MOST_PAGES = 1_000
"""Of one list: more have no business of this kind behind them."""


def who(http: Http) -> Fields:
    """The user that the key belongs to."""
    return Fields(http.json("GET", "/users/me")).at("resource")


def read_bookings(http: Http, connection: str, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
    """Meetings that are new or have changed, and those that are no longer listed."""
    before = _Position.read(position)
    user = before.user or who(http).text("uri")
    if not user:
        raise NotUnderstood("Calendly answered with something that is no account.")
    earliest, last = known.window()
    through, asked_at = read_moment(before.through), http.now()
    first = max(earliest, through - BACK) if through else earliest
    now = _Position(user, dict(before.marks), before.through)
    listed: set[str] = set()
    changed: list[Fields] = []
    due = {each.split("/")[0] for each in known.due()}
    here = known.between(first, last)
    new_day = through is not None and through.date() != asked_at.date()
    for event in _events(http, user, first, last):
        name, mark, starts_at = _uuid(event.text("uri")), digest(event.data), event.moment("start_time")
        listed.add(name)
        over = starts_at is not None and starts_at <= asked_at
        # what made no sense may make some now, without having been changed
        if before.marks.get(name) != mark or name in due or (new_day and over):
            now.marks[name] = mark
            changed.append(event)
        if len(changed) == TOGETHER:
            yield _page(http, changed, connection, now.written(), here)
            changed = []
    yield _page(http, changed, connection, now.written(), here)
    expected = (*(each.split("/")[0] for each in sorted(here)), *sorted(due))
    for name in dict.fromkeys(each for each in expected if each not in listed):
        yield _alone(http, name, connection, now, here)
    now.marks = {name: mark for name, mark in now.marks.items() if name in listed}
    now.through = asked_at.isoformat()
    yield BookingPage((), now.written())


def read_meeting(event: Fields, invitees: tuple[Fields, ...], connection: str) -> list[Booking]:
    """A booking for each who comes; one with nobody where nobody is named. Raises Unreadable without a time."""
    name = _uuid(event.text("uri"))
    starts_at, ends_at = event.moment("start_time"), event.moment("end_time")
    if not name:
        raise Unreadable("it has no name that it could be known by")
    if starts_at is None or ends_at is None or ends_at < starts_at:
        raise Unreadable("it doesn't say when it takes place")
    together = (event.number("invitees_counter", "limit") or 1) > 1
    found = []
    for invitee in invitees or (Fields({}),):
        off = event.text("status") == "canceled" or invitee.text("status") == "canceled"
        status = BookingStatus.CANCELLED if off else BookingStatus.BOOKED
        if invitee.has("no_show") and not off:
            status = BookingStatus.NO_SHOW
        own = _uuid(invitee.text("uri"))
        found.append(
            Booking(
                0,
                connection,
                f"{name}/{own}" if together and own else name,
                starts_at,
                ends_at,
                status,
                event.text("name"),
                invitee.text("name"),
                _phone(invitee) or _phone_of_place(event),
                invitee.text("email"),
                event.moment("created_at"),
                person=event.text("event_memberships", 0, "user_name"),
                moved_to=_name_of(invitee.text("new_invitee"), together=together),
                cancelled_at=(invitee.moment("updated_at") or event.moment("updated_at")) if off else None,
            )
        )
    return found


def _page(http: Http, events: list[Fields], connection: str, position: str, here: Collection[str]) -> BookingPage:
    """What was understood of some meetings, and the places in them that nobody has any more."""
    records: list[BookingRecord] = []
    aside: list[SetAside] = []
    gone: list[str] = []
    for event in events:
        name = _uuid(event.text("uri"))
        try:
            invitees = _invitees(http, name) if name else ()
            found = read_meeting(event, invitees, connection)
        except Unreadable as wrong:
            aside.append(SetAside(name or digest(event.data), str(wrong), None, retry=bool(name)))
            continue
        raw = without_secrets({"event": event.data, "invitees": [each.data for each in invitees]})
        records += [BookingRecord(each, raw) for each in found]
        kept = {each.external_id for each in found}
        gone += [each for each in _of(here, name) if each not in kept]
    return BookingPage(tuple(records), position, tuple(aside), tuple(gone))


def _alone(http: Http, name: str, connection: str, now: _Position, here: Collection[str]) -> BookingPage:
    """A meeting that is no longer in the list: moved out of the window, or gone."""
    answer = http.json("GET", f"/scheduled_events/{name}", absent=frozenset({404}))
    now.marks.pop(name, None)
    if answer is None:
        return BookingPage((), now.written(), gone=(name, *_of(here, name)))
    return _page(http, [Fields(answer).at("resource")], connection, now.written(), here)


def _of(here: Collection[str], name: str) -> list[str]:
    """The bookings of a meeting."""
    return sorted(each for each in here if each.partition("/")[0] == name)


def _events(http: Http, user: str, first: datetime, last: datetime) -> Iterator[Fields]:
    asked = {"user": user, "count": str(PAGE), "sort": "start_time:asc"}
    asked |= {"min_start_time": _written(first), "max_start_time": _written(last)}
    yield from _collection(http, "/scheduled_events", asked)


def _invitees(http: Http, name: str) -> tuple[Fields, ...]:
    return tuple(_collection(http, f"/scheduled_events/{name}/invitees", {"count": str(PAGE)}))


def _collection(http: Http, path: str, asked: dict[str, str]) -> Iterator[Fields]:
    met = set[str]()
    token: str | None = None
    while True:
        answer = Fields(http.json("GET", path, {**asked, "page_token": token}))
        if not isinstance(answer.at("collection").data, list):
            raise NotUnderstood("Calendly answered with something that is no list.")
        yield from answer.entries("collection")
        token = answer.text("pagination", "next_page_token")
        if token is None:
            return
        if token in met or len(met) > MOST_PAGES:
            raise NotUnderstood("Calendly lists the same meetings over and over.")
        met.add(token)


def _phone(invitee: Fields) -> str | None:
    said = [
        invitee.text("text_reminder_number"),
        *(each.text("answer") for each in invitee.items("questions_and_answers")),
    ]
    return next((each.strip() for each in said if each and _PHONE.fullmatch(each.strip())), None)


def _phone_of_place(event: Fields) -> str | None:
    """Where the business rings, the place is the number."""
    place = event.text("location", "location")
    return place if event.text("location", "type") == "outbound_call" and place else None


def _uuid(uri: str | None) -> str:
    name = (uri or "").rstrip("/").rpartition("/")[2]
    return name if re.fullmatch(r"[\w-]{1,100}", name) else ""


def _name_of(invitee: str | None, *, together: bool) -> str | None:
    """The name of the booking of one who comes, from where they stand."""
    found = re.search(r"/scheduled_events/([\w-]{1,100})/invitees/([\w-]{1,100})", invitee or "")
    return (f"{found[1]}/{found[2]}" if together else found[1]) if found else None


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
