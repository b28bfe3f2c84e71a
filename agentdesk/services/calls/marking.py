"""Calls that were spam, a test or a wrong number: they leave the measures, and stand on a list for the supplier."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from agentdesk.domain.call_mark import Mark, MarkedCall
from agentdesk.domain.clock import Clock, Period
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import call_marks as stored
from agentdesk.store.store import Store


class MarkService:
    """Keeps what somebody said of calls. What they cost stays counted: the service has charged it."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes

    def of(self, call: int) -> Mark | None:
        """What somebody said of a call."""
        with self._store.reading() as db:
            return stored.of(db, (call,)).get(call)

    def mark(self, calls: Collection[int], mark: Mark, by: str) -> None:
        with self._store.writing() as db:
            stored.put(db, calls, mark, self._clock.now(), by)
        self._changes.publish(Subject.CALLS)

    def unmark(self, calls: Collection[int]) -> None:
        """They are real calls after all."""
        with self._store.writing() as db:
            stored.remove(db, calls)
        self._changes.publish(Subject.CALLS)

    def list_(self, period: Period) -> tuple[MarkedCall, ...]:
        """The marked calls of a period, oldest first."""
        with self._store.reading() as db:
            return stored.rows(db, *period.bounds(self._businesses.zone()))

    def as_table(self, period: Period) -> str:
        """The list, ready to be pasted."""
        from agentdesk.reports.claim_list import claim_list

        return claim_list(self.list_(period), self._businesses.zone(), apart="\t")

    def save(self, period: Period, path: Path) -> None:
        """The list as a CSV file. Raises Sorry when it can't be written."""
        from agentdesk.reports.claim_list import write_claim_list

        write_claim_list(self.list_(period), self._businesses.zone(), path)
