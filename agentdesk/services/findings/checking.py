"""Runs every check over a stretch of time and keeps what it finds."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock, Period, day_of, unbroken
from agentdesk.domain.finding import Finding, FindingStatus, Found, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.wording import day_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.freshness import FreshnessService
from agentdesk.services.calls.masking import Masking
from agentdesk.services.calls.readings import Readings
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.findings.quiet_lines import QuietLineService
from agentdesk.services.money.cost_watch import CostWatch
from agentdesk.services.setup.starters import emergency_words
from agentdesk.services.waiting.approving import ApprovalService
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.store import agents as stored_agents
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import call_readings as stored_readings
from agentdesk.store import calls as stored_calls
from agentdesk.store import connections as stored_connections
from agentdesk.store import findings as stored_findings
from agentdesk.store.findings import InContext
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.checks.evidence import Evidence

SLICE = timedelta(days=7)
"""Checked at a time, so that a first import of years needs no more memory than a week."""
AHEAD = timedelta(days=180)
"""How far ahead a call may book."""
BACK = timedelta(days=31)
"""How far back: an agent that gets the day wrong may book one that is gone, and an entry may reach into a slice."""

Say = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run brought: findings never seen before, those taken back, and how many calls were read."""

    new: tuple[Finding, ...]
    withdrawn: tuple[Finding, ...]
    calls: int


@dataclass(slots=True)
class _Run:
    """What a run brought so far. `lost`: days of calls whose entry went to a call of another slice."""

    new: dict[str, Finding] = field(default_factory=dict)
    withdrawn: dict[str, Finding] = field(default_factory=dict)
    calls: int = 0
    done: set[Period] = field(default_factory=set)
    lost: set[date] = field(default_factory=set)

    def add(self, brought: Checked) -> None:
        for each in brought.new:
            self.new[each.id] = each
            self.withdrawn.pop(each.id, None)
        for each in brought.withdrawn:
            self.withdrawn[each.id] = each
            self.new.pop(each.id, None)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Python's search for rubbish waits meanwhile.

    Over all that is known of a busy week it stops every thread, the window's as well, for more than a tenth of a
    second; what is known of a slice goes without it once the slice is done.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class CheckService:
    """Runs the checks."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        freshness: FreshnessService,
        readings: Readings,
        notices: NoticeService,
        masking: Masking,
        approvals: ApprovalService,
        changes: Changes,
        starters: Path,
    ) -> None:
        """`starters`: the folder that knows what callers of each trade say in an emergency."""
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._freshness = freshness
        self._readings = readings
        self._notices = notices
        self._masking = masking
        self._approvals = approvals
        self._changes = changes
        self._starters = starters
        self._quiet_lines = QuietLineService(store, clock, businesses)
        self._costs = CostWatch(store, clock, businesses, notices)

    def _emergency_words(self) -> tuple[str, ...]:
        business = self._businesses.current()
        return emergency_words(self._starters, business.trade) if business is not None else ()

    def run(self, period: Period | None = None, say: Say | None = None, also: Collection[date] = ()) -> Checked:
        """Checks the calls and entries of a period; of everything that is kept when none is given.

        `also` are days to check besides, each with as little around it as will do: those far off, and those that
        calls and entries have left. Running again over the same calls and entries brings nothing new and changes no
        finding.
        """
        zone = self._businesses.zone()
        whole = period or self._everything(zone)
        if whole is None:
            return Checked((), (), 0)
        run = _Run()
        self._slices(whole, zone, say, run, anew=period is None)
        read = run.calls
        self._what_came_of(whole, zone, say, run)
        for part in unbroken(day for day in also if not any(day in each for each in run.done)):
            self._slices(part, zone, say, run)
            self._what_came_of(part, zone, say, run)
        # a call checked before another took its entry would only be found out the next time
        for day in sorted(run.lost):
            slice_ = next((each for each in run.done if day in each), Period(day, day))
            run.add(self._slice(slice_, zone)[0])
        run.add(Checked(*self._quiet_lines.look(), 0))
        if run.new or run.withdrawn:
            # callers who wait are told of now: some desktops show one bubble at a time, and no other is to be first
            self._changes.publish(Subject.FINDINGS, Subject.BOOKINGS, Subject.CALLS)
        self._notices.about_findings(list(run.new.values()))
        # tells in words of its own
        costs = Checked(*self._costs.look(), 0)
        if costs.new or costs.withdrawn:
            self._changes.publish(Subject.FINDINGS)
        run.add(costs)
        return Checked(tuple(run.new.values()), tuple(run.withdrawn.values()), read)

    def still_missing(self, since: date) -> set[date]:
        """The days of calls from then on whose entry is missing to this day: it may have come in now."""
        wanted = FindingFilter(first=since, status=FindingStatus.OPEN, kinds=(Kind.BOOKING_MISSING,))
        with self._store.reading() as db:
            found = stored_findings.page(db, wanted)
        return {day_of(each.about_at, self._businesses.zone()) for each in found}

    def again(self, period: Period) -> Checked:
        """Checks a few days alone, because the rules have changed: nothing of what it finds pops up."""
        checked, _ = self._slice(period, self._businesses.zone(), anew=True)
        if checked.new or checked.withdrawn:
            self._changes.publish(Subject.FINDINGS, Subject.ARCHIVE, Subject.BOOKINGS, Subject.CALLS)
        return checked

    def _slices(self, whole: Period, zone: ZoneInfo, say: Say | None, run: _Run, *, anew: bool = False) -> None:
        first = whole.first
        while first <= whole.last:
            last = min(first + SLICE - timedelta(days=1), whole.last)
            if say:
                say(f"Checking {day_in_words(first)}", (first - whole.first).days, whole.days)
            part = Period(first, last)
            brought, lost = self._slice(part, zone, anew=anew)
            run.add(brought)
            run.calls += brought.calls
            run.done.add(part)
            run.lost = {each for each in run.lost if each not in part} | lost
            first = last + timedelta(days=1)

    def _what_came_of(self, period: Period, zone: ZoneInfo, say: Say | None, run: _Run) -> None:
        """The days after a period up to the last entry that its calls made: it now belongs to its agent there."""
        with self._store.reading() as db:
            made = stored_bookings.of_calls(db, stored_calls.ids_between(db, *period.bounds(zone)))
        last = max((day_of(each.starts_at, zone) for each in made), default=period.last)
        if last > period.last:
            self._slices(Period(period.last + timedelta(days=1), last), zone, say, run)

    def _everything(self, zone: ZoneInfo) -> Period | None:
        with self._store.reading() as db:
            ends = [each for each in (stored_calls.first_and_last(db), stored_bookings.first_and_last(db)) if each]
        if not ends:
            return None
        return Period(day_of(min(each[0] for each in ends), zone), day_of(max(each[1] for each in ends), zone))

    @_undisturbed()
    def _slice(self, period: Period, zone: ZoneInfo, *, anew: bool = False) -> tuple[Checked, set[date]]:
        """What checking a slice brought, and the days of calls outside it whose entry went to one inside.

        `anew`: every call is also looked through for what may not be kept. Else only those read with other rules
        are: whatever has come in since was looked through on its way in.
        """
        from agentdesk.checks.asked_first import find as find_questions
        from agentdesk.checks.every import run_all
        from agentdesk.checks.evidence import Diary, Evidence
        from agentdesk.checks.matching import match_bookings
        from agentdesk.checks.reading import heard_calls

        start, end = period.bounds(zone)
        with self._store.reading() as db:
            as_kept = tuple(stored_calls.between(db, start, end))
            bookings = stored_bookings.between(db, start - BACK, end + AHEAD)
            agents = stored_agents.all_(db)
            briefs = {each.name: stored_briefs.approved(db, each.name) for each in agents}
            ours_alone = {each.name for each in stored_connections.all_(db) if not each.others_book}
            known = stored_calls.first_and_last(db)
            stale = stored_readings.of_other_rules(db, self._readings.rules, start, end)
        calls = self._masked(as_kept, None if anew else stale, zone)
        evidence = Evidence(
            business=self._businesses.current(),
            history=self._businesses.history(),
            calls=calls,
            bookings=bookings,
            diaries=tuple(
                # a file doesn't say which days it leaves out: it counts as the whole diary
                Diary(each.connection, each.bookings_at, date.min, date.max, each.connection not in ours_alone)
                for each in self._freshness.all_()
                if each.bookings_at
            ),
            books_into={each.name: frozenset(each.books_into) for each in agents if each.books_into},
            briefs={name: version.brief for name, version in briefs.items() if version},
            emergency_words=self._emergency_words(),
            calls_since=known[0] if known else None,
            now=self._clock.now(),
        )
        matches = match_bookings(evidence)
        linked = {booking: call for booking, call, _ in matches}
        contexts = self._in_context(run_all(evidence), evidence, linked, start, end)
        questions = tuple(find_questions(evidence, linked))
        # now that their words are open: what they were is asked for whenever a week is looked at
        with self._store.reading() as db:
            unread = stored_readings.unread(db, self._readings.rules, start, end)
        readings = self._readings.read([each for each in calls if each.id in unread], heard_calls(evidence))
        here = {each.id for each in calls}
        losers = {
            each.call
            for each in bookings
            if each.call is not None and each.call not in here and linked.get(each.id, each.call) in here
        }
        matched = {(each.id, each.call, each.match) for each in bookings}
        with self._store.writing() as db:
            stored_bookings.set_matches(db, [each for each in matches if each not in matched])
            self._readings.keep(db, unread, readings)
            result = stored_findings.reconcile(db, self._clock.now(), start, end, contexts)
            asked = self._approvals.ask(db, questions, {each.id: each.started_at for each in calls})
            lost = stored_calls.many(db, sorted(losers))
        if asked:
            self._approvals.asked()
        checked = Checked(
            (*result.new, *(each for each in result.changed if each.status is FindingStatus.OPEN)),
            result.withdrawn,
            len(calls),
        )
        return checked, {day_of(each.started_at, zone) for each in lost}

    def _masked(self, calls: tuple[Call, ...], only: Collection[int] | None, zone: ZoneInfo) -> tuple[Call, ...]:
        """The calls as they may be kept; those from before anything was hidden are written down anew.

        `only`: the calls to look through, None for all.
        """
        masked = tuple(self._masking.call(each) if only is None or each.id in only else each for each in calls)
        changed = [after for before, after in zip(calls, masked, strict=True) if after is not before]
        if changed:
            with self._store.writing() as db:
                stored_calls.put(db, changed, zone)
        return masked

    def _in_context(
        self,
        found: Iterable[Found],
        evidence: Evidence,
        linked: Mapping[int, int | None],
        start: datetime,
        end: datetime,
    ) -> list[InContext]:
        """What was found about the slice itself, with the agent whose call it goes back to.

        An entry may lie weeks after the call that made it: such calls are fetched.
        """
        bookings = {each.id: each for each in evidence.bookings}
        about: list[tuple[Found, Booking | None, int | None]] = []
        for each in found:
            booking = bookings.get(each.booking) if each.booking is not None else None
            made_by = (linked.get(booking.id) or booking.call) if booking is not None else None
            about.append((each, booking, each.call or made_by))
        calls = {each.id: each for each in evidence.calls}
        elsewhere = sorted({call for _, _, call in about if call is not None} - set(calls))
        if elsewhere:
            with self._store.reading() as db:
                calls |= {each.id: each for each in stored_calls.many(db, elsewhere)}
        contexts = []
        for each, booking, call_id in about:
            call = calls.get(call_id) if call_id is not None else None
            at = booking.starts_at if booking is not None else call.started_at if call is not None else None
            if at is None or not start <= at < end:
                continue
            connection = call.connection if call else booking.connection if booking else None
            contexts.append(
                (each, at, call.agent if call else None, call.agent_external_id if call else None, connection)
            )
        return contexts
