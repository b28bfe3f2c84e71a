"""Google Calendar's events. Series come worked out, an event for each occurrence.

Once a day, when other days come into view, the whole window is listed; in between what changed since the calendar's
own token, which may not be asked for together with days.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import quote

from agentdesk.connectors.kit.calendar.contact import contact_in
from agentdesk.connectors.kit.calendar.lengths import whole_days
from agentdesk.connectors.kit.configuration import digest, without_secrets
from agentdesk.connectors.kit.contract import BookingPage, BookingRecord, KnownBookings, Link, SetAside
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.text import one_line
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.clock import day_of

PAGE = 200
_ALWAYS = {"singleEvents": "true", "showDeleted": "true", "maxResults": str(PAGE)}
"""The same with and without a token, as the service asks for."""
_NO_ENTRIES = {"birthday", "workingLocation"}


def calendar_path(link: Link) -> str:
    return f"/calendars/{quote(link.account or 'primary', safe='@')}"


def read_bookings(http: Http, link: Link, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
    """What is new or has changed since the position, and what is gone."""
    before = json.loads(position) if position else {}
    day = day_of(http.now(), link.zone).isoformat()
    first, last = known.window()
    here = known.between(first, last)
    days = {"timeMin": first.isoformat(), "timeMax": last.isoformat()}
    token = before.get("token", "") if before.get("day") == day else ""
    listed: set[str] = set()
    following = None
    met: set[str] = set()
    while True:
        asked = {**_ALWAYS, **({"syncToken": token} if token else days), "pageToken": following}
        answer = Fields(http.json("GET", f"{calendar_path(link)}/events", asked, absent=frozenset({410})))
        if answer.data is None and token:
            # the token has run out: everything is listed again
            token, following = "", None
            continue
        if not isinstance(answer.at("items").data, list):
            raise NotUnderstood("Google Calendar answered with something that is no list of events.")
        events = [each for each in answer.entries("items") if each.text("eventType") not in _NO_ENTRIES]
        listed |= {each.name("id") or "" for each in events}
        wanted = [each for each in events if _is_wanted(each, link, first, last) or (each.name("id") or "") in here]
        following = answer.text("nextPageToken")
        if following is None:
            break
        if following in met:
            raise NotUnderstood("Google Calendar lists the same events over and over.")
        met.add(following)
        yield _page(wanted, link, position or "")
    after = json.dumps({"day": day, "token": answer.text("nextSyncToken") or ""}, separators=(",", ":"))
    yield _page(wanted, link, position or "")
    missing = sorted({*known.due(), *(() if token else here)} - listed)
    for name in missing:
        yield _alone(http, link, name, position or "")
    yield BookingPage((), after)


def read_event(event: Fields, link: Link) -> Booking:
    """One event. Raises Unreadable without a name or a time."""
    external_id = event.needed_name("id")
    starts_at, ends_at, all_day = _when(event, link)
    others = [each for each in event.items("attendees") if not (each.flag("self") or each.flag("organizer"))]
    guests = [each for each in others if not each.flag("resource")]
    guest = guests[0] if len(guests) == 1 else Fields({})
    phone, mail = contact_in(f"{event.text('summary') or ''}\n{event.text('description') or ''}")
    return Booking(
        0,
        link.connection,
        external_id,
        starts_at,
        ends_at,
        BookingStatus.CANCELLED if event.text("status") == "cancelled" else BookingStatus.BOOKED,
        one_line(event.text("summary") or "", 200) or None,
        guest.text("displayName"),
        phone or None,
        guest.text("email") or mail or None,
        event.moment("created"),
        all_day=all_day,
        cancelled_at=event.moment("updated") if event.text("status") == "cancelled" else None,
    )


def _when(event: Fields, link: Link) -> tuple[datetime, datetime, bool]:
    starts_at, ends_at = event.moment("start", "dateTime"), event.moment("end", "dateTime")
    all_day = starts_at is None
    if starts_at is None:
        try:
            first, after = (date.fromisoformat(event.text(each, "date") or "") for each in ("start", "end"))
        except ValueError:
            raise Unreadable("it doesn't say when it takes place") from None
        starts_at, ends_at = whole_days(first, None if after == first else after, link.zone)
    if ends_at is None or ends_at < starts_at:
        raise Unreadable("it doesn't say when it takes place")
    return starts_at, ends_at, all_day


def _is_wanted(event: Fields, link: Link, first: datetime, last: datetime) -> bool:
    """Whether an event is one of the days that are watched: with a token any event may come."""
    try:
        return first <= _when(event, link)[0] < last
    except Unreadable:
        # what was deleted may be only a name
        return event.text("status") != "cancelled"


def _page(events: list[Fields], link: Link, position: str) -> BookingPage:
    records: list[BookingRecord] = []
    aside: list[SetAside] = []
    gone: list[str] = []
    for each in events:
        name = each.name("id")
        try:
            records.append(BookingRecord(read_event(each, link), without_secrets(each.data)))
        except Unreadable as wrong:
            if name and each.text("status") == "cancelled":
                gone.append(name)
            else:
                aside.append(SetAside(name or digest(each.data), str(wrong), None, retry=name is not None))
    return BookingPage(tuple(records), position, tuple(aside), tuple(gone))


def _alone(http: Http, link: Link, name: str, position: str) -> BookingPage:
    """An event that is no longer in the list: moved to other days, or gone."""
    path = f"{calendar_path(link)}/events/{quote(name, safe='')}"
    answer = http.json("GET", path, absent=frozenset({404, 410}))
    return BookingPage((), position, gone=(name,)) if answer is None else _page([Fields(answer)], link, position)
