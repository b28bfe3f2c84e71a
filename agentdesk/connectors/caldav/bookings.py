"""The entries of CalDAV calendars.

One request says which calendars have changed. Once a day, when other days come into view, and whenever something
was deleted, all entries of the window are read; in between only those that have changed, by the server's own token.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from agentdesk.connectors.caldav.dav import Dav, Resource, same_path
from agentdesk.connectors.caldav.discovery import Calendar, Home, calendars, find_home
from agentdesk.connectors.kit.calendar.notes import Counts
from agentdesk.connectors.kit.calendar.reading import DiaryReader
from agentdesk.connectors.kit.contract import BookingPage, BookingRecord, KnownBookings, Link, SetAside
from agentdesk.connectors.kit.text import in_letters, one_line
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.clock import day_of
from agentdesk.domain.errors import Sorry

PAGE = 200
TOGETHER = 50
"""Resources asked for by path in one request."""
_NO_CHANGES = frozenset({400, 403, 404, 405, 409, 410, 412, 501})
"""How servers say that a token has run out, or that they don't count changes."""
_UID = re.compile(rb"^UID(?:;[^:\r\n]*)?:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_FOLD = re.compile(rb"\r?\n[ \t]")
_ASIDE = "unread "
"""Before the path under which something was set aside, so that it is never taken for the number of an entry."""


@dataclass(frozen=True, slots=True)
class _Position:
    """How far was read, kept as JSON."""

    home: dict[str, Any] = field(default_factory=dict)
    day: str = ""
    """When the whole window was read."""
    marks: dict[str, str] = field(default_factory=dict)
    """Of each calendar, by its path: from where its changes are to be read."""

    def written(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


@dataclass(slots=True)
class _Came:
    """What was answered: entries as text, those the server can't give, and whether others are no longer there."""

    texts: dict[str, bytes] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    named_only: set[str] = field(default_factory=set)
    """Servers may name what has changed and leave the text to be asked for."""
    some_deleted: bool = False

    def add(self, resource: Resource) -> None:
        self.named_only.discard(resource.path)
        if resource.status in {404, 410}:
            self.some_deleted = True
        elif resource.status != 200:
            self.refused.add(resource.path)
        elif resource.data is not None:
            self.texts[resource.path] = resource.data
        else:
            self.named_only.add(resource.path)


def read_bookings(
    dav: Dav, now: datetime, link: Link, position: str | None, known: KnownBookings
) -> Iterator[BookingPage]:
    """What is new or has changed since the position, and what is gone."""
    before = _Position(**json.loads(position)) if position else _Position()
    home, found = _here(dav, before)
    day = day_of(now, link.zone).isoformat()
    changed = _changed(dav, found, before.marks) if before.day == day else None
    if changed is None:
        came, marks = _all(dav, found, known.window()[0]), {each.path: each.mark for each in found}
    else:
        came, marks = changed
        _ask_again(dav, found, known.due(), came)
    after = _Position(asdict(home), day, marks).written()
    records, rest = _understood(came, now, link, known, whole=changed is None)
    while len(records) > PAGE:
        yield BookingPage(tuple(records[:PAGE]), position or "")
        records = records[PAGE:]
    yield BookingPage(tuple(records), after, rest.set_aside, rest.gone)


def _here(dav: Dav, before: _Position) -> tuple[Home, tuple[Calendar, ...]]:
    """The calendars there are: where they were, or else looked for anew."""
    home = Home(**before.home) if before.home else find_home(dav)
    found = calendars(dav, home)
    if found is None:
        home = find_home(dav)
        found = calendars(dav, home)
    if found is None:
        raise NotUnderstood("The calendars are no longer where they were. They will be looked for again.")
    return home, found


def _changed(dav: Dav, found: Collection[Calendar], before: dict[str, str]) -> tuple[_Came, dict[str, str]] | None:
    """What has changed in each calendar, and the marks that follow; None where all is to be read afresh.

    So it is where a calendar came or went, where the server doesn't count changes, and where something was deleted:
    a server names the place of what it deleted and not the entry that was there.
    """
    if {each.path for each in found} != before.keys():
        return None
    came, marks = _Came(), dict(before)
    for each in found:
        if not each.mark:
            return None
        if each.mark == before[each.path]:
            continue
        token = _since(dav, each.path, before[each.path], came) if each.token else None
        if token is None or came.some_deleted:
            return None
        marks[each.path] = token
    return came, marks


def _since(dav: Dav, path: str, token: str, came: _Came) -> str | None:
    """Adds what has changed in a calendar since the token; the token that follows, None where the old has run out."""
    met = {token}
    while True:
        answers = dav.changes(path, token, _NO_CHANGES)
        if answers is None or not answers.token:
            return None
        cut_short = False
        for each in answers.resources:
            if same_path(each.path, path):
                # said of the calendar itself: there is more than goes into one answer
                cut_short = cut_short or each.status == 507
            else:
                came.add(each)
        if not cut_short:
            _fill(dav, path, came)
            return answers.token
        if answers.token in met:
            raise NotUnderstood("The calendar's server names the same changes over and over.")
        token = answers.token
        met.add(token)


def _all(dav: Dav, found: Collection[Calendar], first: datetime) -> _Came:
    """Every entry of every calendar from the first moment on. No end is asked for: who was moved far away is there."""
    came = _Came()
    for each in found:
        # nothing is what a server that is unwell answers too: it is believed the second time
        for resource in dav.entries(each.path, first).resources or dav.entries(each.path, first).resources:
            came.add(resource)
        _fill(dav, each.path, came)
    return came


def _fill(dav: Dav, path: str, came: _Came) -> None:
    """Asks for the text of what was only named. What has none even then is no entry."""
    wanted = sorted(came.named_only)
    for start in range(0, len(wanted), TOGETHER):
        for each in dav.these(path, wanted[start : start + TOGETHER]).resources:
            came.add(each)
    came.named_only.clear()


def _ask_again(dav: Dav, found: Collection[Calendar], due: Collection[str], came: _Came) -> None:
    """Adds what was set aside before."""
    paths = {each.removeprefix(_ASIDE) for each in due} - came.texts.keys()
    for calendar in found:
        came.named_only |= {each for each in paths if each.startswith(calendar.path)}
        _fill(dav, calendar.path, came)


def _understood(
    came: _Came, now: datetime, link: Link, known: KnownBookings, *, whole: bool
) -> tuple[list[BookingRecord], BookingPage]:
    """The entries that came, and a page with the rest: what was set aside, and what is gone."""
    first, last = known.window()
    here = known.between(first, last)
    reader = DiaryReader(link.connection, link.zone, now, day_of(first, link.zone), day_of(last, link.zone))
    notes = Counts()
    try:
        found, unread = reader.read([each.splitlines(keepends=True) for each in came.texts.values()], notes, here)
    except Sorry as wrong:
        raise NotUnderstood(str(wrong)) from wrong
    paths = tuple(came.texts)
    why = {paths[each.place]: each.why for each in unread}
    why |= dict.fromkeys(came.refused, "The server names it and can't give it.")
    expected = here if whole else _of(here, {uid for each in came.texts.values() for uid in _uids(each)})
    if notes["cut"] or (whole and came.refused):
        # not all was read: what is missing may be there
        expected = frozenset()
    gone = expected - {each.booking.external_id for each in found} - _of(here, {each.uid for each in unread})
    aside = tuple(SetAside(f"{_ASIDE}{path}", each, None) for path, each in sorted(why.items()))
    healed = set(known.due()) - {each.name for each in aside}
    records = [BookingRecord(each.booking, {"lines": list(each.lines)}) for each in found]
    return records, BookingPage((), "", aside, (*sorted(gone), *sorted(healed)))


def _of(names: Collection[str], uids: Collection[str]) -> frozenset[str]:
    """Those that are entries of one of the numbers, single or of a series."""
    return frozenset(each for each in names if each in uids or each.rpartition("/")[0] in uids)


def _uids(text: bytes) -> Iterator[str]:
    for each in _UID.findall(_FOLD.sub(b"", text)):
        yield one_line(in_letters(each), 400)
