"""Findings as the owner works through them: nothing leaves the list without a reason and a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call, caller_in_words, digits_of
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Entry, Finding, FindingStatus, Kind
from agentdesk.domain.lists import NEEDS_SOMEBODY, CallFilter, CallRow, FindingFilter
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.findings.sides import Sides, sides
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored
from agentdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding with the call and the diary entries it rests on."""

    finding: Finding
    call: Call | None
    bookings: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a matter is about. Matters of one person, or else of one call, have one `key`."""

    key: str
    words: str
    """Without their number; nothing where it is about no caller and no entry."""


class FindingService:
    """Reads findings and keeps what was decided about them."""

    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def page(self, wanted: FindingFilter, before: str | None = None, limit: int | None = None) -> tuple[Finding, ...]:
        """Findings that match, latest first; those after the one with the id `before`, `limit` of them at most."""
        with self._store.reading() as db:
            return stored.page(db, wanted, before, limit)

    def count(self, wanted: FindingFilter) -> int:
        """How many match."""
        with self._store.reading() as db:
            return stored.count(db, wanted)

    def waiting(self) -> int:
        """How many open matters need somebody."""
        with self._store.reading() as db:
            return stored.count(db, NEEDS_SOMEBODY)

    def open_(self, finding: str) -> OpenFinding:
        """Raises Sorry when it was withdrawn together with its call."""
        with self._store.reading() as db:
            found = stored.get(db, finding)
            if found is None:
                raise Sorry("This matter is no longer on the list.")
            ids = {each.booking for each in found.found.evidence if isinstance(each, Entry)}
            if found.found.booking is not None:
                ids.add(found.found.booking)
            entries = [stored_bookings.get(db, each) for each in sorted(ids)]
            bookings = tuple(each for each in entries if each is not None)
            about = found.found.call
            if about is None:
                about = next((each.call for each in bookings if each.id == found.found.booking), None)
            call = stored_calls.get(db, about) if about is not None else None
        return OpenFinding(found, call, bookings)

    def sides(self, opened: OpenFinding) -> Sides:
        """The entries of a clash or of a difference with where each stands and who made it."""
        with self._store.reading() as db:
            return sides(db, opened.finding, opened.bookings)

    def about(self, findings: Sequence[Finding]) -> dict[str, Whom]:
        """Whom each is about, by the finding's id: the caller by number, or the customer of the entry."""
        with self._store.reading() as db:
            wanted = [each.found.booking for each in findings if each.found.booking is not None]
            bookings = {each.id: each for each in stored_bookings.many(db, wanted)}
            calls = {each.found.call for each in findings} | {each.call for each in bookings.values()}
            asked = CallFilter(ids=frozenset(each for each in calls if each is not None))
            rows = {each.id: each for each in stored_calls.page(db, asked, None, len(calls))}
        return {each.id: _whom(each, rows, bookings.get(each.found.booking or 0)) for each in findings}

    def accept(self, finding: str, reason: str, by: str) -> None:
        """It's fine, because … : refused without a reason."""
        self._decide(finding, FindingStatus.ACCEPTED, reason, by, "Write in a few words why it's fine.")

    def put_right(self, finding: str, what: str, by: str) -> None:
        """What was done about it: refused without saying what."""
        self._decide(finding, FindingStatus.DONE, what, by, "Write in a few words what was done.")

    def reopen(self, finding: str, by: str) -> None:
        """Takes a decision back."""
        with self._store.writing() as db:
            stored.decide(db, finding, FindingStatus.OPEN, by, self._clock.now(), "")
        self._changes.publish(Subject.FINDINGS)

    def _decide(self, finding: str, status: FindingStatus, why: str, by: str, ask: str) -> None:
        if not why.strip():
            raise Sorry(ask)
        with self._store.writing() as db:
            found = stored.get(db, finding)
            if found is None:
                raise Sorry("This matter is no longer on the list.")
            if found.found.kind is Kind.AGENT_CHANGED:
                # words alone don't approve what an agent is told: it would no longer show that nobody did
                raise Sorry("Keep this change, or put it back, where it is shown side by side.")
            stored.decide(db, finding, status, by, self._clock.now(), why.strip())
        self._changes.publish(Subject.FINDINGS)


def _whom(finding: Finding, rows: Mapping[int, CallRow], booking: Booking | None) -> Whom:
    call = finding.found.call or (booking.call if booking is not None else None)
    row = rows.get(call) if call is not None else None
    caller = row.caller if row is not None else None
    number = digits_of(caller or (booking.phone if booking is not None else None))
    customer = booking.customer if booking is not None else None
    words = customer or (caller_in_words(caller) if row is not None else "")
    key = number or (f"call {call}" if call is not None else f"booking {booking.id}" if booking else finding.id)
    return Whom(key, words)
