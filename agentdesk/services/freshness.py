"""How fresh the data is: when each connection was last read, and up to when its diary is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.clock import Clock
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import documents
from agentdesk.store.store import Store

_NAME = "freshness"


@dataclass(frozen=True, slots=True)
class Freshness:
    """When a connection was last read with success; None where it holds no such thing."""

    connection: str
    calls_at: datetime | None = None
    bookings_at: datetime | None = None


class FreshnessService:
    """Remembers when each connection was read."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes

    def all_(self) -> tuple[Freshness, ...]:
        with self._store.reading() as db:
            return documents.get(db, _NAME, tuple[Freshness, ...]) or ()

    def has_read(self, connection: str, *, calls: bool = False, bookings: bool = False) -> None:
        """Notes that a connection was read just now."""
        now = self._clock.now()
        with self._store.writing() as db:
            known = {each.connection: each for each in documents.get(db, _NAME, tuple[Freshness, ...]) or ()}
            before = known.get(connection, Freshness(connection))
            known[connection] = replace(
                before, calls_at=now if calls else before.calls_at, bookings_at=now if bookings else before.bookings_at
            )
            documents.put(db, _NAME, tuple(known.values()))
        self._changes.publish(Subject.CALLS)

    def diary_until(self) -> datetime | None:
        """Up to when the diary is known: the last time that every diary was read; None without a diary."""
        return _diary_until(self.all_())

    def sentence(self) -> str:
        """How fresh it is, for the foot of the window."""
        known = self.all_()
        calls = [each.calls_at for each in known if each.calls_at]
        diary = _diary_until(known)
        zone = self._businesses.zone()
        if not calls and diary is None:
            return "Nothing has been read yet."
        said = f"Calls read {moment_in_words(max(calls), zone)}." if calls else "No calls yet."
        return f"{said} Diary read {moment_in_words(diary, zone)}." if diary else f"{said} No diary yet."


def _diary_until(known: tuple[Freshness, ...]) -> datetime | None:
    read = [each.bookings_at for each in known if each.bookings_at]
    return min(read) if read else None
