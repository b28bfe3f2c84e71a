"""What a connector is told of the calls and entries that are already here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.wording import counted, listed, moment_in_words
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import pulls
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.connectors.kit.contract import SetAside

FIRST_CALLS = timedelta(days=60)
"""How far back the first pull of a connection reads."""
LOOK_BACK = timedelta(days=72 / 24)
"""How long after its start a call may still come up in a service's list."""
DIARY_BEFORE, DIARY_AHEAD = timedelta(days=60), timedelta(days=90)
SOONEST = timedelta(minutes=10)
"""Between two readings of a young call whose listing has not changed."""
SETTLED_AFTER = timedelta(hours=24)
GIVEN_UP_AFTER = timedelta(hours=96)
"""An unfinished call is not waited for any longer: its words come within three days or not at all."""

NAMELESS_HELD = timedelta(hours=24)
"""How long what has no name to ask for it by is listed again: the position stays before it."""


MINUTES_NAMED = 3


class Calls:
    """What is known of a connection's calls, asked for as the connector goes along."""

    def __init__(self, store: Store, connection: str, now: datetime) -> None:
        self._store = store
        self._connection = connection
        self._now = now

    def marks(self, external_ids: Sequence[str]) -> Mapping[str, str]:
        with self._store.reading() as db:
            return pulls.marks(db, self._connection, external_ids)

    def due(self) -> Mapping[str, datetime | None]:
        with self._store.reading() as db:
            return pulls.due(db, self._connection, self._now)

    def look_back(self, at_most: int) -> datetime:
        with self._store.reading() as db:
            found = pulls.newest(db, self._connection, at_most)
            held = pulls.has_nameless(db, self._connection, "calls", self._now - NAMELESS_HELD)
        if found is None or held:
            return self._now - FIRST_CALLS
        newest, nth = found
        # a clock that is ahead must not hide calls of today
        return max(min(newest, self._now) - LOOK_BACK, min(nth, self._now - timedelta(hours=2)))


class Bookings:
    """What is known of a connection's diary."""

    def __init__(self, store: Store, connection: str, now: datetime) -> None:
        self._store = store
        self._connection = connection
        self._now = now

    def between(self, first: datetime, last: datetime) -> frozenset[str]:
        with self._store.reading() as db:
            found = stored_bookings.between(db, first, last)
        return frozenset(each.external_id for each in found if each.connection == self._connection and each.live)

    def due(self) -> tuple[str, ...]:
        with self._store.reading() as db:
            return pulls.set_aside_due(db, self._connection, "bookings")

    def window(self) -> tuple[datetime, datetime]:
        return self._now - DIARY_BEFORE, self._now + DIARY_AHEAD


class Hold:
    """Keeps a pull's position before a record without a name, which nothing but its listing brings again."""

    def __init__(self, held: bool, given_up: Collection[str] = ()) -> None:
        """`given_up` are the names of records that have held it long enough."""
        self._held = held
        self._given_up = given_up

    def lets_on(self, asides: Iterable[SetAside]) -> bool:
        """Whether the position may move past a page that left these aside."""
        self._held = self._held or not all(each.retry or each.name in self._given_up for each in asides)
        return not self._held


def in_rows(asides: Iterable[SetAside], zone: ZoneInfo) -> list[tuple[str, str, bool]]:
    """What was set aside as the store keeps it."""
    return [(each.name, _why(each, zone), each.retry) for each in asides]


def missing_in_words(minutes: Iterable[datetime], service: str, zone: ZoneInfo) -> str:
    """That some calls of these minutes are missing: "Vapi can't list all calls changed Tue 24 Nov, 2:10 pm. …"."""
    said = list(dict.fromkeys(moment_in_words(each, zone) for each in sorted(minutes)))
    more = len(said) - MINUTES_NAMED
    named = [*said[:MINUTES_NAMED], f"at {counted(more, 'other time', 'other times')}"] if more > 0 else said
    return f"{service} can't list all calls that were changed {listed(named)}. Some of them are missing here."


def _why(aside: SetAside, zone: ZoneInfo) -> str:
    return f"{aside.why} ({moment_in_words(aside.minute, zone)})" if aside.minute else aside.why


def next_reading(started_at: datetime, now: datetime, *, final: bool) -> datetime | None:
    """When a call just read is to be read again; never once it is final and a day old.

    The older it is, the longer the wait: a day costs six readings at most, however often the services are asked.
    """
    age = now - started_at
    if final and age >= SETTLED_AFTER:
        return None
    if age >= GIVEN_UP_AFTER:
        return None
    wait = max(SOONEST, age * 2)
    return max(now + SOONEST, min(now + wait, started_at + SETTLED_AFTER)) if final else now + wait
