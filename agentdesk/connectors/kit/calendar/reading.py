"""Entries of diaries, from the text that calendars exchange."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from agentdesk.connectors.kit.calendar.expansion import worked_out
from agentdesk.connectors.kit.calendar.lengths import LONGEST_ENTRY, MinutesFor, usual_minutes, whole_days
from agentdesk.connectors.kit.calendar.notes import Notes, Unread
from agentdesk.connectors.kit.calendar.screen import Entry, screened
from agentdesk.connectors.kit.text import is_name, one_line
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.clock import day_of

MOST_ENTRIES = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """An entry as understood, with the lines it came from: its own and those of the series it belongs to."""

    booking: Booking
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiaryReader:
    """Reads the entries of a diary from the first day to the last.

    A single entry is known by its UID. One of a series has the time it was first meant for behind it, so
    that it is the same entry at every reading, moved or not.
    """

    connection: str
    zone: ZoneInfo
    now: datetime
    first: date
    last: date
    minutes_for: MinutesFor = lambda _: None

    def read(
        self, texts: Iterable[Iterable[bytes | None]], notes: Notes, known: Collection[str] = ()
    ) -> tuple[tuple[Found, ...], tuple[Unread, ...]]:
        """Everything at once, by time: a diary is small. A text is its lines, None for one that is too long.

        Entries with a name in `known` are read wherever they were moved to. Raises Sorry where the whole can't
        be read or worked out in the time given.
        """
        unread: list[Unread] = []
        entries: list[Entry] = []
        for place, text in enumerate(texts):
            entries += screened(text, self.first, self.last, notes, unread, known=known, place=place)
        today = day_of(self.now, self.zone)
        series = _nearest(_series(entries, notes), today, notes)
        found: list[Found] = []
        for members, answer in zip(series, worked_out(series, self.zone, self.first, self.last), strict=True):
            title, lines = members[0].title, tuple(line for each in members for line in each.lines)
            if isinstance(answer, str):
                unread.append(Unread(title, answer, members[0].uid, members[0].place))
                continue
            for each in answer:
                try:
                    booking = self._booking(each, members[0], notes)
                except ValueError as trouble:
                    unread.append(Unread(title, str(trouble), members[0].uid, members[0].place))
                    continue
                if self._is_within(each) or booking.external_id in known:
                    found.append(Found(booking, lines))
                elif not members[0].repeats:
                    notes.add("outside")
        found.sort(key=lambda each: abs(each.booking.starts_at - self.now))
        if len(found) > MOST_ENTRIES:
            notes.add("cut", len(found) - MOST_ENTRIES)
        kept = found[:MOST_ENTRIES]
        kept.sort(key=lambda each: (each.booking.starts_at, each.booking.external_id))
        return tuple(kept), tuple(unread)

    def _is_within(self, each: dict[str, object]) -> bool:
        return self.first.isoformat() <= str(each["day"]) <= self.last.isoformat()

    def _booking(self, each: dict[str, object], entry: Entry, notes: Notes) -> Booking:
        title = one_line(str(each["title"]), 200)
        starts_at, ends_at = self._when(each, title, notes)
        uid = entry.uid
        if not uid:
            uid = "made-" + hashlib.blake2b(f"{each['start']}\0{title}".encode(), digest_size=12).hexdigest()
            notes.add("no_uid")
        if not is_name(uid):
            raise ValueError("Its own number is not one that can be kept.")
        status = str(each["status"]).strip().upper()
        address = str(each["address"])
        made, changed = each["made"], each["changed"]
        off = status in {"CANCELLED", "CANCELED"}
        return Booking(
            0,
            self.connection,
            f"{uid}/{each['recurrence']}" if each["recurrence"] else uid,
            starts_at,
            ends_at,
            BookingStatus.CANCELLED if off else BookingStatus.BOOKED,
            title or None,
            one_line(str(each["person"]), 200) or None,
            one_line(str(each["phone"]), 64) or None,
            one_line(address[7:] if address.lower().startswith("mailto:") else str(each["mail"]), 200) or None,
            datetime.fromisoformat(str(made)) if made else None,
            all_day=bool(each["all_day"]),
            cancelled_at=datetime.fromisoformat(str(changed)) if off and changed else None,
        )

    def _when(self, each: dict[str, object], title: str, notes: Notes) -> tuple[datetime, datetime]:
        end = each["end"]
        if each["all_day"]:
            first = date.fromisoformat(str(each["start"]))
            after = date.fromisoformat(str(end)) if end else None
            starts_at, ends_at = whole_days(first, None if after == first else after, self.zone)
        else:
            starts_at = datetime.fromisoformat(str(each["start"]))
            if end and str(end) != str(each["start"]):
                ends_at = datetime.fromisoformat(str(end))
            else:
                ends_at = starts_at + timedelta(minutes=usual_minutes(self.minutes_for, title, notes))
        if ends_at <= starts_at:
            raise ValueError("It ends before it starts.")
        if ends_at - starts_at > LONGEST_ENTRY + timedelta(hours=1):
            raise ValueError("It lasts longer than a month.")
        return starts_at, ends_at


def _series(entries: Sequence[Entry], notes: Notes) -> list[list[Entry]]:
    """Entries that belong together, in the order of the file: of two versions of one, only the later."""
    found: dict[str, dict[str, Entry]] = {}
    for number, entry in enumerate(entries):
        versions = found.setdefault(entry.uid or f"\0{number}", {})
        known = versions.get(entry.recurrence)
        if known is not None:
            notes.add("older_version")
        if known is None or entry.order >= known.order:
            versions[entry.recurrence] = entry
    return [sorted(versions.values(), key=lambda each: not each.repeats) for versions in found.values()]


def _nearest(series: list[list[Entry]], today: date, notes: Notes) -> list[list[Entry]]:
    """No more single entries than are kept anyway, the nearest to today first; a series counts as near."""
    if len(series) <= MOST_ENTRIES:
        return series

    def distance(entries: list[Entry]) -> int:
        starts = entries[0].starts
        return 0 if entries[0].repeats or starts is None else abs((starts - today).days)

    ranked = sorted(series, key=distance)
    notes.add("cut", len(ranked) - MOST_ENTRIES)
    return ranked[:MOST_ENTRIES]
