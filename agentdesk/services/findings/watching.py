"""Matters that are known and only watched: each comes back on the day that was named for looking again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus
from agentdesk.domain.wording import day_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import documents
from agentdesk.store import findings as stored
from agentdesk.store.store import Store

USUALLY = timedelta(days=28)
LONGEST = timedelta(days=366)
"""Whoever names a later day has forgotten it by then."""
_WATCHED = "watched"


@dataclass(frozen=True, slots=True)
class Watch:
    """That a matter is looked at again on a day: who said so, when and why. `over`: it has come back."""

    finding: str
    until: date
    why: str
    by: str
    at: datetime
    over: bool = False


class WatchService:
    """Lays matters aside until a day, and brings them back."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes

    def usual_day(self) -> date:
        """The day that is offered for looking again."""
        return self._today() + USUALLY

    def watch(self, finding: str, why: str, until: date, by: str) -> None:
        """Decides a matter as known until a day. Raises Sorry without a reason or for a day that won't do."""
        today, why = self._today(), why.strip()
        if not why:
            raise Sorry("Write in a few words why it may go on.")
        if until <= today:
            raise Sorry("Choose a day after today for looking at it again.")
        if until > today + LONGEST:
            raise Sorry("Choose a day within a year for looking at it again.")
        now = self._clock.now()
        with self._store.writing() as db:
            words = f"{why}\nWatched until {day_in_words(until, with_year=True)}."
            stored.decide(db, finding, FindingStatus.ACCEPTED, by, now, words)
            others = [each for each in _all(documents.get(db, _WATCHED, tuple[Watch, ...])) if each.finding != finding]
            documents.put(db, _WATCHED, (*others, Watch(finding, until, why, by, now)))
        self._changes.publish(Subject.FINDINGS)

    def of(self, finding: str) -> Watch | None:
        """How a matter was watched last; None where it never was."""
        with self._store.reading() as db:
            every = _all(documents.get(db, _WATCHED, tuple[Watch, ...]))
        return next((each for each in every if each.finding == finding), None)

    def come_back(self) -> tuple[str, ...]:
        """Opens again what was to be looked at by now, and returns the ids. What was decided otherwise stays so."""
        today = self._today()
        with self._store.reading() as db:
            every = _all(documents.get(db, _WATCHED, tuple[Watch, ...]))
        if not any(each.until <= today and not each.over for each in every):
            return ()
        back = []
        with self._store.writing() as db:
            kept = []
            for each in _all(documents.get(db, _WATCHED, tuple[Watch, ...])):
                due = each.until <= today and not each.over
                finding = stored.get(db, each.finding) if due else None
                if finding is not None and finding.status is FindingStatus.ACCEPTED and finding.decided_at == each.at:
                    stored.decide(db, each.finding, FindingStatus.OPEN, each.by, self._clock.now(), "")
                    back.append(each.finding)
                kept.append(Watch(each.finding, each.until, each.why, each.by, each.at, over=each.over or due))
            documents.put(db, _WATCHED, tuple(kept))
        if back:
            self._changes.publish(Subject.FINDINGS)
        return tuple(back)

    def _today(self) -> date:
        return day_of(self._clock.now(), self._businesses.zone())


def _all(kept: tuple[Watch, ...] | None) -> tuple[Watch, ...]:
    return kept or ()
