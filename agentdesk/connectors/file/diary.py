"""Diary entries from an ICS file."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from multiprocessing.connection import Connection
from zoneinfo import ZoneInfo

from agentdesk.connectors.file import diary_worker
from agentdesk.connectors.file.booking_table import LONGEST_ENTRY, MinutesFor, usual_minutes, whole_days
from agentdesk.connectors.file.diary_screen import MOST_BYTES, Entry, screened
from agentdesk.connectors.file.results import Tally, Unread
from agentdesk.connectors.file.snapshot import Snapshot
from agentdesk.connectors.file.text import is_name, one_line
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.clock import day_of
from agentdesk.domain.errors import Sorry

WINDOW = timedelta(days=400)
MOST_ENTRIES = 5_000
_LONGEST_START = 60.0
_SECONDS = 1.2
"""What one series may take, and all of them together beyond what their entries earn."""
_SECONDS_AN_ENTRY = 0.001
_SECONDS_AN_OCCURRENCE = 0.0003
"""Five times what it takes on an ordinary computer. A rule that eats time and brings nothing earns nothing."""
MOST_WORKED_OUT = 15_000
_NOT_WORKED_OUT = "This diary can't be worked out on this computer just now. Close other programs and try again."
Answer = list[dict[str, object]] | str


@dataclass(frozen=True, slots=True)
class Diary:
    """The entries of a diary from 400 days before to 400 days after `now`.

    A single entry is known by its UID. One of a series has the time it was first meant for behind it, so
    that it is the same entry at every reading, moved or not.
    """

    snapshot: Snapshot
    connection: str
    zone: ZoneInfo
    now: datetime
    minutes_for: MinutesFor

    def read(self, tally: Tally) -> tuple[tuple[Booking, ...], tuple[Unread, ...]]:
        """Everything at once: a diary is small. Raises Sorry where it cannot be worked out in the time given."""
        if self.snapshot.size > MOST_BYTES:
            raise Sorry("This diary file is larger than 20 MB. Save a shorter period from your diary.")
        today = day_of(self.now, self.zone)
        first, last = today - WINDOW, today + WINDOW
        unread: list[Unread] = []
        series = _series(screened(self.snapshot, first, last, tally, unread), tally)
        series = _nearest(series, today, tally)
        found: list[Booking] = []
        for entries, answer in zip(series, worked_out(series, self.zone, first, last), strict=True):
            if isinstance(answer, str):
                unread.append(Unread(entries[0].title, answer))
                continue
            if not answer and not entries[0].repeats:
                tally.add("outside")
            for each in answer:
                try:
                    found.append(self._booking(each, entries[0], tally))
                except ValueError as trouble:
                    unread.append(Unread(entries[0].title, str(trouble)))
        found.sort(key=lambda each: abs(each.starts_at - self.now))
        if len(found) > MOST_ENTRIES:
            tally.add("cut", len(found) - MOST_ENTRIES)
        kept = found[:MOST_ENTRIES]
        kept.sort(key=lambda each: (each.starts_at, each.external_id))
        return tuple(kept), tuple(unread)

    def _booking(self, each: dict[str, object], entry: Entry, tally: Tally) -> Booking:
        title = one_line(str(each["title"]), 200)
        starts_at, ends_at = self._when(each, title, tally)
        uid = entry.uid
        if not uid:
            uid = "made-" + hashlib.blake2b(f"{each['start']}\0{title}".encode(), digest_size=12).hexdigest()
            tally.add("no_uid")
        if not is_name(uid):
            raise ValueError("Its own number is not one that can be kept.")
        status = str(each["status"]).strip().upper()
        address = str(each["address"])
        made = each["made"]
        return Booking(
            0,
            self.connection,
            f"{uid}/{each['recurrence']}" if each["recurrence"] else uid,
            starts_at,
            ends_at,
            BookingStatus.CANCELLED if status in {"CANCELLED", "CANCELED"} else BookingStatus.BOOKED,
            title or None,
            one_line(str(each["person"]), 200) or None,
            None,
            (one_line(address[7:], 200) or None) if address.lower().startswith("mailto:") else None,
            datetime.fromisoformat(str(made)) if made else None,
            all_day=bool(each["all_day"]),
        )

    def _when(self, each: dict[str, object], title: str, tally: Tally) -> tuple[datetime, datetime]:
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
                ends_at = starts_at + timedelta(minutes=usual_minutes(self.minutes_for, title, tally))
        if ends_at <= starts_at:
            raise ValueError("It ends before it starts.")
        if ends_at - starts_at > LONGEST_ENTRY + timedelta(hours=1):
            raise ValueError("It lasts longer than a month.")
        return starts_at, ends_at


def worked_out(series: Sequence[Sequence[Entry]], zone: ZoneInfo, first: date, last: date) -> Iterator[Answer]:
    """For each series its occurrences, or a sentence saying why there are none.

    Works in a child process that is killed when it takes longer than its time, which runs from the moment
    the child is ready. Raises Sorry, naming the entry it was working on, or where there is no end of them.
    """
    if not series:
        return
    request = {
        "zone": zone.key,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "series": [["\r\n".join(entry.lines) for entry in entries] for entries in series],
    }
    # A fresh process on every system: a copy of this one could hold a lock of another thread for ever.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=diary_worker.serve, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        if _received(ours, _LONGEST_START) is None:
            raise Sorry(_NOT_WORKED_OUT)
        ours.send_bytes(json.dumps(request).encode("ascii"))
        left = _Patience(_SECONDS)
        answers: list[Answer] = []
        worked_out = 0
        for entries in series:
            message = left.spend(lambda limit: _received(ours, limit))
            if message is None:
                raise Sorry(
                    f"The diary's {entries[0].title} repeats in a way that takes too long to work out. "
                    "Take it out of the diary, save the file again and choose it again."
                )
            answer: Answer = json.loads(message)
            answers.append(answer)
            if isinstance(answer, str):
                continue
            left.earn(len(entries) * _SECONDS_AN_ENTRY + len(answer) * _SECONDS_AN_OCCURRENCE)
            worked_out += len(answer)
            if worked_out > MOST_WORKED_OUT:
                raise Sorry(
                    f"What repeats in this diary makes more than {MOST_WORKED_OUT:,} entries in two years. "
                    "Save a shorter period from your diary, or fewer diaries at a time."
                )
    except (OSError, EOFError) as trouble:
        raise Sorry(_NOT_WORKED_OUT) from trouble
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    yield from answers


class _Patience:
    """How long may still be waited: never longer than at first, however much was earned."""

    def __init__(self, seconds: float) -> None:
        self._most = self._left = seconds

    def earn(self, seconds: float) -> None:
        self._left += seconds

    def spend(self, wait: Callable[[float], bytes | None]) -> bytes | None:
        began = time.monotonic()
        try:
            return wait(min(self._most, max(0.0, self._left)))
        finally:
            self._left -= time.monotonic() - began


def _received(pipe: Connection, limit: float) -> bytes | None:
    return pipe.recv_bytes() if pipe.poll(limit) else None


def _series(entries: Sequence[Entry], tally: Tally) -> list[list[Entry]]:
    """Entries that belong together, in the order of the file: of two versions of one, only the later."""
    found: dict[str, dict[str, Entry]] = {}
    for number, entry in enumerate(entries):
        versions = found.setdefault(entry.uid or f"\0{number}", {})
        known = versions.get(entry.recurrence)
        if known is not None:
            tally.add("older_version")
        if known is None or entry.order >= known.order:
            versions[entry.recurrence] = entry
    return [sorted(versions.values(), key=lambda each: not each.repeats) for versions in found.values()]


def _nearest(series: list[list[Entry]], today: date, tally: Tally) -> list[list[Entry]]:
    """No more single entries than are kept anyway, the nearest to today first; a series counts as near."""
    if len(series) <= MOST_ENTRIES:
        return series

    def distance(entries: list[Entry]) -> int:
        starts = entries[0].starts
        return 0 if entries[0].repeats or starts is None else abs((starts - today).days)

    ranked = sorted(series, key=distance)
    tally.add("cut", len(ranked) - MOST_ENTRIES)
    return ranked[:MOST_ENTRIES]
