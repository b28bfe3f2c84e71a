"""What happened while nobody was there: over a night, a weekend or a holiday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.notice import Notice
from agentdesk.domain.wording import counted, listed, moment_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import calls as stored_calls
from agentdesk.store import escalations as stored_escalations
from agentdesk.store import notices as stored_notices
from agentdesk.store.store import Store

A_NIGHT = timedelta(hours=6)
"""A shorter pause, such as lunch, needs no digest."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A closed stretch, from closing to opening, and what came in it."""

    closed_at: datetime
    opened_at: datetime
    calls: tuple[int, ...]
    """Ids of every call that began in it."""
    booked: tuple[int, ...]
    """Ids of the entries that those calls made."""
    waiting: tuple[int, ...]
    """Numbers of the matters that are still open."""


class DigestService:
    """Makes the digest of the last closed stretch, and tells it once when the business opens."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes

    def last(self) -> Digest | None:
        """Of the last night or longer, until the same day ends; None without hours, or while still closed."""
        business = self._businesses.current()
        if business is None or not any(business.hours):
            return None
        now = self._clock.now()
        stretch = last_closed(OpeningCalendar(business), now)
        if stretch is None:
            return None
        closed_at, opened_at = stretch
        with self._store.reading() as db:
            calls = stored_calls.ids_between(db, closed_at, opened_at)
            booked = tuple(each.id for each in stored_bookings.of_calls(db, calls))
            matters = stored_escalations.of_calls(db, calls).values()
        waiting = tuple(sorted(each.id for each in matters if each.closed_at is None))
        return Digest(closed_at, opened_at, calls, booked, waiting)

    def tell(self) -> bool:
        """Tells the digest where there is one to tell, once for each opening. Returns whether there was."""
        digest = self.last()
        if digest is None or not digest.calls:
            return False
        title = "What happened while you were closed"
        words = in_words(digest)
        since = moment_in_words(digest.closed_at, self._businesses.zone())
        notice = Notice(
            0,
            self._clock.now(),
            None,
            title,
            f"Since {since}: {words}.",
            f"While you were closed: {words}.",
            "digest",
            digest.opened_at.isoformat(),
        )
        with self._store.writing() as db:
            if stored_notices.told(db, "digest", notice.subject_id):
                return False
            stored_notices.add(db, notice)
        self._changes.publish(Subject.NOTICES)
        return True


def last_closed(calendar: OpeningCalendar, now: datetime) -> tuple[datetime, datetime] | None:
    """The last closing and the opening after it, at least `A_NIGHT` apart, that began today's work; else None.

    Clock changes are the calendar's: a night may last an hour more or less.
    """
    today = day_of(now, calendar.zone)
    opened_at = next((opens for opens, _ in calendar.open_intervals(today)), None)
    if opened_at is None or now < opened_at:
        return None
    for back in range(60):
        for _, closes in reversed(list(calendar.open_intervals(today - timedelta(days=back)))):
            if closes <= opened_at:
                return (closes, opened_at) if opened_at - closes >= A_NIGHT else None
    return None


def in_words(digest: Digest) -> str:
    """Like "7 calls, 2 bookings and 1 caller who waits to be rung"."""
    parts = [counted(len(digest.calls), "call", "calls")]
    if digest.booked:
        parts.append(counted(len(digest.booked), "booking", "bookings"))
    if digest.waiting:
        parts.append(counted(len(digest.waiting), "caller who waits to be rung", "callers who wait to be rung"))
    return listed(parts)
