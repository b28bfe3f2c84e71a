"""Taking files in: shown first, taken in once, checked straight away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.connection import Connection
from agentdesk.domain.errors import Sorry
from agentdesk.domain.wording import counted
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.freshness import FreshnessService
from agentdesk.services.calls.masking import Masking
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.findings.checking import Checked, CheckService
from agentdesk.store import agents as stored_agents
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import calls as stored_calls
from agentdesk.store import connections as stored_connections
from agentdesk.store import documents
from agentdesk.store.records import Put
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.connectors.file.reading import Reading

Record = TypeVar("Record", Call, Booking)
What = Literal["calls", "bookings"]
FILES = "Files"
"""The connection that files belong to where the set-up names no other."""
SLICE = 500
"""Records in one transaction: the lock is held some fifty milliseconds, and the index works best in large steps."""
PAUSE_SECONDS = 0.001
"""Between slices, so that the window gets its turn."""
BOOKED_BEFORE = timedelta(days=90)
"""How long before an entry the call may have been that made it."""

Say = Callable[[str, int, int | None], None]


def separators() -> Mapping[str, str]:
    """The signs that may stand between columns, each with its words."""
    from agentdesk.connectors.file.table import SEPARATORS

    return SEPARATORS


@dataclass(frozen=True, slots=True)
class Preview:
    """A file looked at, nothing kept yet."""

    what: What
    name: str
    path: Path
    connection: str
    reading: Reading[Call] | Reading[Booking]

    @property
    def summary(self) -> str:
        """What would be taken in, in a sentence."""
        one, many = ("call", "calls") if self.what == "calls" else ("diary entry", "diary entries")
        said = f"{counted(self.reading.understood, one, many)} in {self.name}."
        if self.reading.unread_count:
            said += f" {counted(self.reading.unread_count, 'record', 'records')} couldn't be read."
        if self.reading.repeated:
            said += f" {counted(self.reading.repeated, 'record was', 'records were')} in it twice."
        return said


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a file in brought."""

    what: What
    new: int
    changed: int
    same: int
    unread: int
    checked: Checked
    left: int = 0
    """Records still to come, because it was stopped or something got in the way."""
    trouble: str = ""
    """What got in the way, a sentence. What is counted above is kept all the same."""

    @property
    def unfinished(self) -> str:
        """What is still to be done, and how; empty where nothing is."""
        if self.left:
            return f"{self.left:,} still to come. Take the file in again and it goes on from there."
        return "It is kept, but not checked yet. Take the file in again and it will be." if self.trouble else ""

    @property
    def summary(self) -> str:
        one, many = ("call", "calls") if self.what == "calls" else ("diary entry", "diary entries")
        parts = [f"{counted(self.new, f'new {one}', f'new {many}')}"]
        if self.changed:
            parts.append(f"{self.changed:,} changed")
        if self.same:
            parts.append(f"{self.same:,} here already")
        if self.unread:
            parts.append(f"{self.unread:,} couldn't be read")
        return f"{', '.join(parts)}."


@dataclass(slots=True)
class _Tally:
    new: int = 0
    changed: int = 0
    same: int = 0
    first: datetime | None = None
    last: datetime | None = None
    left: set[date] = field(default_factory=set)

    @property
    def seen(self) -> int:
        return self.new + self.changed + self.same

    def add(self, brought: Put, times: list[datetime]) -> None:
        self.new, self.changed, self.same = (
            self.new + brought.new,
            self.changed + brought.changed,
            self.same + brought.same,
        )
        self.left |= brought.left
        self.first = min([*times, self.first] if self.first else times)
        self.last = max([*times, self.last] if self.last else times)


class ImportService:
    """Looks at files and takes them in."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        freshness: FreshnessService,
        checks: CheckService,
        masking: Masking,
        changes: Changes,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._freshness = freshness
        self._checks = checks
        self._masking = masking
        self._changes = changes

    def look(
        self,
        path: Path,
        what: What | None = None,
        mapping: Mapping[str, str] | None = None,
        *,
        day_first: bool | None = None,
        separator: str | None = None,
        connection: str | None = None,
        heed: Callable[[int], None] | None = None,
    ) -> Preview:
        """Reads a file without keeping anything: what it holds, what its columns mean, what can't be read.

        `mapping` (field to column) answers questions; without it the one used last for such a file is
        remembered. `separator` is the sign between columns where the one that was guessed is wrong. `heed` hears how
        many records were looked at, and may raise to stop. Raises Sorry for a file that is neither calls nor a diary.
        """
        # every kind of file has its reader, and none is needed until there is a file
        from agentdesk.connectors.file.reading import Kind, read_bookings, read_calls, recognise

        what = what or ("calls" if recognise(path) in (Kind.CALL_LINES, Kind.CALL_TABLE) else "bookings")
        zone = self._businesses.zone()
        business = self._businesses.current()
        with self._store.reading() as db:
            remembered = documents.get(db, f"columns of {what}", dict[str, str])
        known = mapping if mapping is not None else remembered
        name = connection or self._connection(what)
        if what == "calls":
            currency = business.currency if business else "GBP"
            calls = read_calls(
                path, name, zone, known, currency=currency, separator=separator, day_first=day_first, heed=heed
            )
            return Preview(what, path.name, path, name, calls)

        def minutes_for(service: str) -> int | None:
            offered = business.service(service) if business else None
            return offered.minutes if offered else None

        bookings = read_bookings(
            path,
            name,
            zone,
            known,
            minutes_for=minutes_for,
            now=self._clock.now(),
            separator=separator,
            day_first=day_first,
            heed=heed,
        )
        return Preview(what, path.name, path, name, bookings)

    def take_in(self, preview: Preview, say: Say | None = None, stopped: Callable[[], bool] = lambda: False) -> Taken:
        """Keeps what the preview showed, in slices, then checks the days it touches.

        Taking the same file again changes nothing. Stopped half-way, or out of room, what was kept stays, `Taken`
        says so, and taking the file again finishes it. Raises Sorry where not even the first slice could be kept.
        """
        unfinished = f"unfinished {preview.what}"
        with self._store.writing() as db:
            if stored_connections.get(db, preview.connection) is None:
                stored_connections.put(db, Connection(preview.connection, "file"))
            if preview.reading.columns:
                documents.put(db, f"columns of {preview.what}", dict(preview.reading.mapping))
            # a crash or a full disk may leave calls that no check has seen, and they will not be new again
            unchecked = documents.get(db, unfinished, bool) or False
            documents.put(db, unfinished, True)
        tally = _Tally()
        trouble = ""
        try:
            self._take(preview, tally, say, stopped)
        except Sorry as sorry:
            if not tally.seen:
                raise
            trouble = str(sorry)
        checked = Checked((), (), 0)
        try:
            if not trouble and not stopped():
                # half a diary must not count as known: what it lacks would be called missing
                calls = preview.what == "calls"
                self._freshness.has_read(preview.connection, calls=calls, bookings=not calls)
            checked = self._check(preview, tally, say, anyway=unchecked)
            if not trouble:
                with self._store.writing() as db:
                    documents.remove(db, unfinished)
        except Sorry as sorry:
            trouble = trouble or str(sorry)
        return Taken(
            preview.what,
            tally.new,
            tally.changed,
            tally.same,
            preview.reading.unread_count,
            checked,
            max(0, preview.reading.understood - tally.seen),
            trouble,
        )

    def _take(self, preview: Preview, tally: _Tally, say: Say | None, stopped: Callable[[], bool]) -> None:
        if preview.what == "calls":
            self._all(cast("Iterator[Call]", preview.reading.records()), self._put_calls, tally, preview, say, stopped)
        else:
            self._all(
                cast("Iterator[Booking]", preview.reading.records()), self._put_bookings, tally, preview, say, stopped
            )

    def _check(self, preview: Preview, tally: _Tally, say: Say | None, *, anyway: bool) -> Checked:
        self._changes.publish(Subject.CALLS if preview.what == "calls" else Subject.BOOKINGS, Subject.AGENTS)
        # a diary read anew says more even where it holds nothing new: calls since the last reading can be judged
        if not (tally.first and tally.last and (preview.what == "bookings" or tally.new + tally.changed or anyway)):
            return Checked((), (), 0)
        zone = self._businesses.zone()
        since = tally.first if preview.what == "calls" else tally.first - BOOKED_BEFORE
        return self._checks.run(Period(day_of(since, zone), day_of(tally.last, zone)), say, tally.left)

    def _all(
        self,
        records: Iterator[Record],
        put: Callable[[list[Record]], Put],
        tally: _Tally,
        preview: Preview,
        say: Say | None,
        stopped: Callable[[], bool],
    ) -> None:
        while not stopped() and (part := list(islice(records, SLICE))):
            tally.add(put(part), [each.started_at if isinstance(each, Call) else each.starts_at for each in part])
            if say:
                say("Taking in", tally.seen, preview.reading.understood)
            time.sleep(PAUSE_SECONDS)

    def _put_calls(self, part: list[Call]) -> Put:
        zone = self._businesses.zone()
        part = [self._masking.call(each) for each in part]
        with self._store.writing() as db:
            agents = stored_agents.all_(db)
            alone = agents[0].name if len(agents) == 1 else None
            named = [replace(each, agent=alone) if alone and each.agent_external_id is None else each for each in part]
            return stored_calls.put(db, named, zone)

    def _put_bookings(self, part: list[Booking]) -> Put:
        with self._store.writing() as db:
            return stored_bookings.put(db, part, self._businesses.zone())

    def _connection(self, what: What) -> str:
        """The file connection that the agents take calls from, or book into."""
        with self._store.reading() as db:
            files = [each.name for each in stored_connections.all_(db) if each.service == "file"]
            agents = stored_agents.all_(db)
        used = (
            [each.connection for each in agents]
            if what == "calls"
            else [one for each in agents for one in each.books_into]
        )
        return next((each for each in used if each in files), FILES)
