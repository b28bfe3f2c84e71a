"""Gathers what the measures of a period are made from."""

from __future__ import annotations

from datetime import datetime, timedelta

from agentdesk.domain.action import ActionState
from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.facts import CallFact, Facts, Fault, MarkedCall, booking_facts
from agentdesk.domain.finding import FAULTS_OF_CALLS, Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.review import VERDICT, Question, Reply, Review, mark_of
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.freshness import FreshnessService
from agentdesk.services.calls.readings import Readings
from agentdesk.store import actions as stored_actions
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import call_marks, weeks
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store import reviews as stored_reviews
from agentdesk.store.store import Store
from agentdesk.store.weeks import CallInBrief

WEEK_BEFORE = timedelta(days=7)

_STANDS = frozenset({FindingStatus.OPEN, FindingStatus.DONE})
"""A finding put right was still a fault; one that is fine for a reason, or was taken back, was none."""


class FigureService:
    """Turns what the store holds of a period into the facts that `domain.measures` counts."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        freshness: FreshnessService,
        readings: Readings,
        questions: tuple[Question, ...],
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._freshness = freshness
        self._readings = readings
        self._questions = questions

    def findings(self, period: Period, agent: str | None = None) -> tuple[Finding, ...]:
        """What was found about the period's calls and about the entries they made, wherever those lie."""
        start, end = period.bounds(self._businesses.zone())
        with self._store.reading() as db:
            found = stored_findings.page(db, FindingFilter(first=period.first, last=period.last, agent=agent))
            entries = stored_findings.of_bookings(db, [entry for entry, _ in weeks.entries(db, start, end)])
        both = {each.id: each for each in (*found, *entries) if agent in (None, each.agent)}
        return tuple(each for each in both.values() if each.status is not FindingStatus.WITHDRAWN)

    def facts(self, period: Period, agent: str | None = None) -> Facts:
        """The facts of a period, of one agent or of all. The work grows with the period."""
        zone = self._businesses.zone()
        start, end = period.bounds(zone)
        with self._store.reading() as db:
            briefs = weeks.calls_in_brief(db, start, end, self._readings.rules)
            calls = [each for each in briefs if agent in (None, each.agent)]
            readings = {each.id: each.reading for each in calls if each.reading is not None}
            readings |= self._readings.of(db, [each.id for each in calls if each.reading is None])
            found = [each for each in weeks.found(db, start, end) if each.status in _STANDS]
            told = FindingFilter(first=period.first, last=period.last, kinds=FAULTS_OF_CALLS)
            of_calls = [each.found for each in stored_findings.page(db, told) if each.status in _STANDS]
            made = weeks.entries(db, start, end)
            marked = call_marks.between(db, start, end)
            callers = stored_calls.callers_between(db, start - WEEK_BEFORE, start, agent)
            reviews = stored_reviews.touching(db, period)
            actions = stored_actions.all_(db)
            version = stored_briefs.approved(db, agent) if agent else None
        kinds: dict[int, list[Kind]] = {}
        for each in found:
            if each.call in readings:
                kinds.setdefault(each.call, []).append(each.kind)
        for call, about in kinds.items():
            readings[call] = readings[call].in_light_of(about)
        counted = readings.keys() - marked
        faults: list[Fault] = [(each.kind, each.call, each.booking) for each in found if each.made_by in counted]
        faults += [(each.kind, each.call, each.entry) for each in of_calls if each.call in counted]
        due = [each for each in actions if each.due in period]
        return Facts(
            calls=tuple(_call_fact(each, readings[each.id], marked=each.id in marked) for each in calls),
            earlier=tuple(_earlier(call, at, number) for call, at, number in callers),
            bookings=booking_facts([(call, entry) for entry, call in made if call in counted], faults),
            diary_known=self._freshness.diary_until() is not None,
            drawn=sum(look.by_chance and look.call in readings for each in reviews for look in each.looks),
            marked=tuple(mark for each in reviews for mark in self._marks(each) if mark.call in readings),
            actions_due=len(due),
            actions_kept=sum(
                each.state is ActionState.FIXED
                and each.closed_at is not None
                and day_of(each.closed_at, zone) <= each.due
                for each in due
            ),
            targets=tuple((each.measure, each.share) for each in version.brief.targets) if version else (),
        )

    def _marks(self, review: Review) -> list[MarkedCall]:
        """The by-chance calls of a review of which every question was answered, or that were left by choice."""
        marks = []
        for look in review.looks:
            if not look.by_chance:
                continue
            replies = {each.question: each.reply for each in review.answers if each.call == look.call}
            if not set(look.questions) <= set(replies):
                continue
            asked = [each for each in self._questions if each.id in look.questions]
            mark = mark_of(asked, replies)
            resolved = {Reply.YES: True, Reply.NO: False}.get(replies.get(VERDICT, Reply.CANNOT_TELL))
            marks.append(MarkedCall(look.call, resolved, mark.score, mark.failed))
        return marks


def _call_fact(call: CallInBrief, reading: CallReading, *, marked: bool) -> CallFact:
    return CallFact(
        call.id,
        call.started_at,
        call.seconds,
        call.caller,
        reading.real,
        reading.gave_up,
        reading.passed,
        reading.needed_person,
        reading.missed_person,
        call.cost,
        marked,
    )


def _earlier(call: int, started_at: datetime, number: str) -> CallFact:
    return CallFact(
        call,
        started_at,
        None,
        number,
        real=True,
        gave_up=False,
        passed=False,
        needed_person=False,
        missed_person=False,
        cost=None,
    )
