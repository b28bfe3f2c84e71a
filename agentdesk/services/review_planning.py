"""Planning a review: which calls must be looked at, which are picked by chance, and what that buys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection as Database

from agentdesk.domain.agent import Stage
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.finding import Finding, FindingStatus, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.review import CallToLook, Question, draw, honest_odds, minutes_for
from agentdesk.domain.wording import counted
from agentdesk.services.businesses import BusinessService
from agentdesk.store import agents as stored_agents
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store import reviews as stored
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.services.call_reading import CallReading

VERDICT = "V"
"""The question whether the caller was served."""
BY_CHANCE = 5
BY_CHANCE_AT_FIRST = 10
FIRST_FORTNIGHT = timedelta(days=14)
HUNG_UP_SECONDS = 20
AFTER_A_CHANGE = 5
LONGEST_REVIEW = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Plan:
    """A review before it starts: which calls, why, how long, and what the draw buys."""

    period: Period
    calls: int
    looks: tuple[CallToLook, ...]
    pool: int
    seed: int

    @property
    def must_look(self) -> int:
        return sum(not each.by_chance for each in self.looks)

    @property
    def by_chance(self) -> int:
        return len(self.looks) - self.must_look

    @property
    def minutes(self) -> int:
        return minutes_for(self.looks)

    @property
    def odds(self) -> str:
        return honest_odds(self.pool, self.by_chance)

    @property
    def sentence(self) -> str:
        """What the review asks of the owner, before it starts."""
        if not self.looks:
            return f"{counted(self.calls, 'call', 'calls')} in this time, none to look at."
        parts = []
        if self.must_look:
            parts.append(f"{self.must_look} because something may be wrong")
        if self.by_chance:
            parts.append(f"{self.by_chance} picked by chance")
        return (
            f"{counted(self.calls, 'call', 'calls')}. I'd like you to look at {len(self.looks)}: "
            f"{', '.join(parts)}. About {counted(self.minutes, 'minute', 'minutes')}."
        )


class ReviewPlanner:
    """Chooses the calls of a review. Must-look calls never enter the rates; the draw is recorded and repeatable."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        questions: tuple[Question, ...],
        new_seed: Callable[[], int],
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._questions = questions
        self._new_seed = new_seed

    def plan(self, period: Period | None = None) -> Plan:
        """What a review of the period would look at; without one, the week up to today or to the last call.

        Must-look calls are all those with a reason; the rest of the real calls is the pool of the draw.
        """
        # hundreds of patterns are made ready with it, and Today is shown without
        from agentdesk.services.call_reading import read_call

        zone = self._businesses.zone()
        period = period or self._period()
        start, end = period.bounds(zone)
        with self._store.reading() as db:
            calls = list(stored_calls.between(db, start, end))
            found = stored_findings.page(db, FindingFilter(first=period.first, last=period.last))
            entries = stored_bookings.of_calls(db, [each.id for each in calls])
            about_entries = stored_findings.of_bookings(db, [each.id for each in entries])
            changed = self._changes_inside(db, start, end)
            fresh = self._is_fresh(db)
            last = stored.latest_finished(db)
            carried = last.carried_over if last else ()
        made_by = {each.id: each.call for each in entries}
        by_call = _findings_by_call([*found, *about_entries], made_by)
        readings = {each.id: read_call(each, by_call.get(each.id, ())) for each in calls}
        why = _reasons(calls, readings, by_call, changed)
        for call in carried:
            if call in readings:
                why.setdefault(call, []).append("It was carried over from the last review.")
        pool = {each.id: readings[each.id].kind for each in calls if readings[each.id].real and each.id not in why}
        seed = self._new_seed()
        chosen = draw(pool, BY_CHANCE_AT_FIRST if fresh else BY_CHANCE, seed)
        looks = [CallToLook(each, tuple(why[each]), self._ask_shortly(readings[each])) for each in sorted(why)]
        looks += [CallToLook(each, (), self._ask(readings[each])) for each in chosen]
        return Plan(period, len(calls), tuple(looks), len(pool), seed)

    def _period(self) -> Period:
        zone = self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        with self._store.reading() as db:
            last = stored.latest_finished(db)
            ends = stored_calls.first_and_last(db)
        until = min(today, day_of(ends[1], zone)) if ends else today
        first = until - timedelta(days=6)
        if last is not None and last.period.last < until:
            first = max(last.period.last + timedelta(days=1), until - LONGEST_REVIEW + timedelta(days=1))
        return Period(min(first, until), until)

    def _ask(self, reading: CallReading) -> tuple[str, ...]:
        return tuple(each.id for each in self._questions if _concerns(each, reading))

    def _ask_shortly(self, reading: CallReading) -> tuple[str, ...]:
        """A must-look call enters no rate: the verdict and the critical questions of what it is about are enough."""
        return tuple(
            each.id
            for each in self._questions
            if each.id == VERDICT or (each.critical and each.asked != "always" and _concerns(each, reading))
        )

    def _changes_inside(self, db: Database, start: datetime, end: datetime) -> list[tuple[str, datetime]]:
        return [
            (agent.name, each.approved_at)
            for agent in stored_agents.all_(db)
            for each in stored_briefs.versions(db, agent.name)
            if each.approved_at is not None and each.number > 1 and start <= each.approved_at < end
        ]

    def _is_fresh(self, db: Database) -> bool:
        """Whether an agent has just gone live: then more calls are looked at. One that took calls before has not."""
        now = self._clock.now()
        ends = stored_calls.first_and_last(db)
        if ends is None or now - ends[0] > FIRST_FORTNIGHT:
            return False
        return any(
            each.stage is Stage.LIVE and now - each.at <= FIRST_FORTNIGHT
            for agent in stored_agents.all_(db)
            for each in stored_agents.stages(db, agent.name)
        )


def _concerns(question: Question, reading: CallReading) -> bool:
    return {
        "always": True,
        "booking": reading.about_booking,
        "person": reading.needed_person,
        "details": reading.gave_details,
    }[question.asked]


def _findings_by_call(found: list[Finding], made_by: dict[int, int | None]) -> dict[int, tuple[Finding, ...]]:
    grouped: dict[int, dict[str, Finding]] = {}
    for each in found:
        if each.status is FindingStatus.WITHDRAWN:
            continue
        call = each.found.call
        if call is None and each.found.booking is not None:
            call = made_by.get(each.found.booking)
        if call is not None:
            grouped.setdefault(call, {})[each.id] = each
    return {call: tuple(each.values()) for call, each in grouped.items()}


def _reasons(
    calls: list[Call],
    readings: dict[int, CallReading],
    by_call: dict[int, tuple[Finding, ...]],
    changed: list[tuple[str, datetime]],
) -> dict[int, list[str]]:
    """Why a call must be looked at, one sentence each; calls without a reason are left out."""
    why: dict[int, list[str]] = {}
    for each in calls:
        for finding in by_call.get(each.id, ()):
            if finding.found.severity is not Severity.NOTE:
                why.setdefault(each.id, []).append(finding.found.reason)
        if readings[each.id].needed_person and each.id not in why:
            why.setdefault(each.id, []).append("The caller asked for a person or complained.")
        if readings[each.id].gave_up:
            why.setdefault(each.id, []).append(
                f"The caller rang off within {HUNG_UP_SECONDS} seconds."
                if (each.seconds or 0) < HUNG_UP_SECONDS
                else "The caller rang off after asking for a person."
            )
    real = [each for each in calls if readings[each.id].real]
    timed = [each for each in real if each.seconds is not None]
    if len(timed) >= 2:
        longest = max(timed, key=lambda each: (each.seconds or 0, each.id))
        why.setdefault(longest.id, []).append("It was the longest call.")
    charged = [each for each in calls if each.cost is not None]
    if len({each.cost.currency for each in charged if each.cost}) == 1 and len(charged) >= 2:
        dearest = max(charged, key=lambda each: (each.cost.amount if each.cost else 0, each.id))
        why.setdefault(dearest.id, []).append("It was the dearest call.")
    for agent, at in changed:
        after = sorted(
            (each for each in real if each.agent == agent and each.started_at >= at), key=lambda each: each.id
        )
        for each in after[:AFTER_A_CHANGE]:
            why.setdefault(each.id, []).append(
                f"It was one of the first {AFTER_A_CHANGE} after {agent}'s brief changed."
            )
    return why
