"""Looks whether a connected line has gone quiet, once its service has answered that all is well."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from agentdesk.domain.business import Business
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.finding import Finding, Found, Kind, Severity
from agentdesk.services.business.businesses import BusinessService
from agentdesk.store import calls as stored_calls
from agentdesk.store import connections, pulls
from agentdesk.store import findings as stored_findings
from agentdesk.store.store import Store


class QuietLineService:
    """Keeps the `line.quiet` finding of each connection in step with its calls."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses

    def look(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What is new, and what was taken back.

        Direct checks come first: of a service that could not be read to the end just now, silence says nothing, and
        what was found stays as it is. A file is no line, for nobody knows when the next one comes.
        """
        new: list[Finding] = []
        withdrawn: list[Finding] = []
        with self._store.reading() as db:
            names = {each.name: each.title or each.name for each in connections.all_(db)}
            read = [each for each in pulls.states(db) if each.fresh_until and each.fresh_until == each.tried_at]
        for each in read:
            if each.connection in names and each.fresh_until is not None:
                brought = self._look_at(each.connection, names[each.connection], each.fresh_until)
                new += brought.new
                withdrawn += brought.withdrawn
        return tuple(new), tuple(withdrawn)

    def patience(self) -> tuple[str, ...]:
        """How soon each connected line's death would be noticed, a sentence each, from its own calls and hours."""
        from agentdesk.checks.quiet_line import HISTORY, patience

        business = self._businesses.current()
        if business is None:
            return ()
        now = self._clock.now()
        sentences = []
        with self._store.reading() as db:
            titles = {each.name: each.title or each.name for each in connections.all_(db)}
            for name in sorted({each.connection for each in pulls.states(db)} & titles.keys()):
                found = patience(
                    stored_calls.began_between(db, now - HISTORY, now, name), now, business.zone, business.hours
                )
                if found is not None:
                    sentences.append(f"{titles[name]}: {found.in_words()}")
        return tuple(sentences)

    def _look_at(self, connection: str, title: str, until: datetime) -> stored_findings.Reconciled:
        from agentdesk.checks.quiet_line import HISTORY, silence

        zone = self._businesses.zone()
        with self._store.writing() as db:
            began = stored_calls.began_between(db, until - HISTORY, until, connection)
            quiet = silence(began, until, zone, frozenset(self._closed(until - HISTORY, until)))
            found: list[stored_findings.InContext] = []
            if quiet is not None:
                what = Found(
                    Kind.LINE_QUIET,
                    Severity.AMBER,
                    quiet.in_words(title, zone),
                    (),
                    slot=quiet.since.isoformat(),
                    about=f"connection {connection}",
                )
                found.append((what, quiet.since, None, None, connection))
            return stored_findings.reconcile_others(db, self._clock.now(), (Kind.LINE_QUIET,), connection, found)

    def _closed(self, start: datetime, end: datetime) -> Iterable[date]:
        """Days on which the business is closed out of the ordinary: closures and bank holidays."""
        business: Business | None = self._businesses.current()
        if business is None:
            return
        calendar = OpeningCalendar(business)
        day, last = day_of(start, business.zone), day_of(end, business.zone)
        while day <= last:
            if business.hours[day.weekday()] and calendar.why_closed(day):
                yield day
            day += timedelta(days=1)
