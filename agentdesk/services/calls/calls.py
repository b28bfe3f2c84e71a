"""The calls: pages of them, a search over every word said, and one call with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus
from agentdesk.domain.lists import CallFilter, CallRow, FindingFilter
from agentdesk.services.calls.masking import for_lists
from agentdesk.services.calls.verdicts import our_opinion
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored
from agentdesk.store import findings as stored_findings
from agentdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class CallPage:
    """Calls newest first. `next_before` asks for the page after this one; None on the last."""

    rows: tuple[CallRow, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class OpenCall:
    """One call: what was said, what it led to, and which brief was in force."""

    call: Call
    findings: tuple[Finding, ...]
    bookings: tuple[Booking, ...]
    brief_version: int | None
    seems_resolved: bool | None = None
    """Our own opinion whether the caller's need was met; the service's stands in the call."""


class CallService:
    """Reads calls."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, wanted: CallFilter, before: int | None = None, limit: int = 50) -> CallPage:
        """At most `limit` calls older than the call `before`, newest first."""
        with self._store.reading() as db:
            rows = stored.page(db, wanted, before, limit + 1)
        shown = rows[:limit]
        if wanted.words.strip():
            shown = tuple(map(_masked, shown))
        return CallPage(shown, shown[-1].id if len(rows) > limit else None)

    def count(self, wanted: CallFilter) -> int:
        with self._store.reading() as db:
            return stored.count(db, wanted)

    def open_(self, call: int) -> OpenCall:
        """Raises Sorry when the call is no longer kept."""
        with self._store.reading() as db:
            found = stored.get(db, call)
            if found is None:
                raise Sorry("This call is no longer kept here.")
            findings = stored_findings.page(db, FindingFilter(call=call))
            bookings = stored_bookings.of_call(db, call)
            version = stored_briefs.in_force(db, found.agent, found.started_at) if found.agent else None
        kept = tuple(each for each in findings if each.status is not FindingStatus.WITHDRAWN)
        seems = our_opinion(found, {each.found.kind for each in kept})
        return OpenCall(found, kept, bookings, version, seems)


def _masked(row: CallRow) -> CallRow:
    if not row.snippet or (masked := for_lists(row.snippet)) == row.snippet:
        return row
    return row._replace(snippet=masked)
