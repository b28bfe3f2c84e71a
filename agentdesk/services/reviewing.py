"""The weekly review: plan it, walk through it, leave it and come back, end it with actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection as Database

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.agent import Stage
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus, Kind, Severity
from agentdesk.domain.review import (
    Answer,
    CallToLook,
    Place,
    Question,
    Reply,
    Review,
    Step,
    draw,
    honest_odds,
    minutes_for,
)
from agentdesk.domain.wording import counted
from agentdesk.services.businesses import BusinessService
from agentdesk.services.call_reading import CallReading, read_call
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import actions as stored_actions
from agentdesk.store import agents as stored_agents
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store import reviews as stored
from agentdesk.store.findings import FindingFilter
from agentdesk.store.store import Store

BY_CHANCE = 5
BY_CHANCE_AT_FIRST = 10
FIRST_FORTNIGHT = timedelta(days=14)
MOST_ACTIONS = 3
COURTESY_SECONDS = 600
"""After ten minutes the review offers to stop."""
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


@dataclass(frozen=True, slots=True)
class Due:
    """When the next review is due. `open` is a review that was begun and left."""

    on: date | None
    days_over: int
    open: Review | None


@dataclass(frozen=True, slots=True)
class BookingsLook:
    """The bookings of the period at one glance; `odd` are those that need a decision."""

    promised: int
    in_diary: int
    odd: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A call of the review as it is shown: the words, why it is looked at, and what was found."""

    call: Call
    why: tuple[str, ...]
    findings: tuple[Finding, ...]
    question: Question
    number: int
    of: int
    question_number: int
    questions: int


class ReviewService:
    """Plans and keeps reviews. Everything is written down at once, so a crash loses at most a key press."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        questions: tuple[Question, ...],
        changes: Changes,
        new_seed: Callable[[], int],
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._questions = questions
        self._changes = changes
        self._new_seed = new_seed

    def questions(self) -> tuple[Question, ...]:
        return self._questions

    def due(self) -> Due:
        """The next review day after the last finished one; before any, the first after calls began."""
        business = self._businesses.current()
        zone = self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        with self._store.reading() as db:
            open_ = stored.current(db)
            last = stored.latest_finished(db)
            ends = stored_calls.first_and_last(db)
        if business is None or business.review_weekday is None or (last is None and ends is None):
            return Due(None, 0, open_)
        if last is not None and last.finished_at is not None:
            after = day_of(last.finished_at, zone) + timedelta(days=1)
        else:
            after = max(day_of(ends[0], zone) if ends else today, today - timedelta(days=6))
        on = after + timedelta(days=(business.review_weekday - after.weekday()) % 7)
        return Due(on, max(0, (today - on).days), open_)

    def plan(self, period: Period | None = None) -> Plan:
        """What a review of the period would look at; without one, the week up to today or to the last call.

        Must-look calls are all those with a reason; the rest of the real calls is the pool of the draw.
        """
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
            carried = stored.carried_from_last(db)
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
        looks = [CallToLook(each, tuple(why[each]), self._ask(readings[each])) for each in sorted(why)]
        looks += [CallToLook(each, (), self._ask(readings[each])) for each in chosen]
        return Plan(period, len(calls), tuple(looks), len(pool), seed)

    def start(self, plan: Plan, by: str) -> Review:
        """Begins the planned review. Refused while another one is open."""
        with self._store.writing() as db:
            if stored.current(db) is not None:
                raise Sorry("A review is already open. Go on with that one first.")
            review = stored.create(
                db, Review(0, plan.period, self._clock.now(), by, plan.seed, plan.pool, plan.looks)
            )
        self._changes.publish(Subject.REVIEW)
        return review

    def current(self) -> Review | None:
        """The review that is open, at the place where it was left."""
        with self._store.reading() as db:
            return stored.current(db)

    def get(self, review: int) -> Review:
        with self._store.reading() as db:
            found = stored.get(db, review)
        if found is None:
            raise Sorry("This review is no longer kept here.")
        return found

    def look(self, review: Review, place: Place) -> Look:
        """The call and question at a place of the walk. Raises Sorry when the call is no longer kept."""
        if place.look is None or place.question is None:
            raise ValueError("only a place among the calls shows one")
        chosen = review.looks[place.look]
        with self._store.reading() as db:
            call = stored_calls.get(db, chosen.call)
            findings = stored_findings.page(db, FindingFilter(call=chosen.call))
            entries = stored_bookings.of_call(db, chosen.call)
            about = stored_findings.of_bookings(db, [each.id for each in entries])
        if call is None:
            raise Sorry("This call is no longer kept here. Skip it.")
        asked = {each.id: each for each in self._questions}
        unique = {each.id: each for each in (*findings, *about) if each.status is not FindingStatus.WITHDRAWN}
        return Look(
            call,
            chosen.why,
            tuple(unique.values()),
            asked[place.question],
            place.look + 1,
            len(review.looks),
            chosen.questions.index(place.question) + 1,
            len(chosen.questions),
        )

    def answer(self, review: int, call: int, question: str, reply: Reply, by: str, note: str = "") -> Review:
        """Keeps an answer at once; answering again replaces it."""
        with self._store.writing() as db:
            stored.add_answer(db, review, Answer(call, question, reply, self._clock.now(), by, note.strip()))
        return self.get(review)

    def skip(self, review: int, calls: tuple[int, ...]) -> Review:
        """Leaves calls for next week on purpose; the figures say so."""
        with self._store.writing() as db:
            stored.carry_over(db, review, calls)
        self._changes.publish(Subject.REVIEW)
        return self.get(review)

    def stop_looking(self, review: int) -> Review:
        """Carries every call that isn't answered whole to next week."""
        open_ = self.get(review)
        answered = {(each.call, each.question) for each in open_.answers}
        left = tuple(
            each.call for each in open_.looks if any((each.call, one) not in answered for one in each.questions)
        )
        return self.skip(review, left)

    def done_with(self, review: int, step: Step) -> Review:
        """Marks a step of the walk as done."""
        with self._store.writing() as db:
            stored.mark_step(db, review, step)
        return self.get(review)

    def spent(self, review: int, seconds: float) -> None:
        """Adds time that the review was on screen."""
        with self._store.writing() as db:
            stored.add_seconds(db, review, seconds)

    def promises(self) -> tuple[Action, ...]:
        """What was promised and isn't closed: the first thing a review shows."""
        with self._store.reading() as db:
            return stored_actions.open_(db)

    def close_promise(self, action: int, state: ActionState, note: str) -> None:
        """Says what came of a promise."""
        with self._store.writing() as db:
            stored_actions.close(db, action, state, self._clock.now(), note.strip())
        self._changes.publish(Subject.REVIEW)

    def promise(self, review: int | None, what: str, who: str, due: date) -> Action:
        """Writes down an action with a name and a day. A review takes three at most."""
        if not what.strip():
            raise Sorry("Say what should be done.")
        if not who.strip():
            raise Sorry("Say who does it.")
        with self._store.writing() as db:
            if review is not None and sum(each.review == review for each in stored_actions.all_(db)) >= MOST_ACTIONS:
                raise Sorry("Three is enough for one week. Do these first.")
            action = stored_actions.add(
                db, Action(0, what.strip(), who.strip(), due, self._clock.now(), review)
            )
        self._changes.publish(Subject.REVIEW)
        return action

    def promised_in(self, review: int) -> tuple[Action, ...]:
        with self._store.reading() as db:
            return tuple(each for each in stored_actions.all_(db) if each.review == review)

    def suggestions(self, review: Review) -> tuple[str, ...]:
        """Wordings for actions that the week's open findings suggest, at most three, most frequent first."""
        counts: dict[str, int] = {}
        for finding in self._open_findings(review):
            words = _SUGGESTED.get(finding.found.kind)
            if words:
                said = words.format(agent=finding.agent or "your agent")
                counts[said] = counts.get(said, 0) + 1
        return tuple(sorted(counts, key=lambda each: -counts[each])[:MOST_ACTIONS])

    def bookings(self, review: Review) -> BookingsLook:
        """The bookings that the period's calls promised, and those that are odd."""
        start, end = review.period.bounds(self._businesses.zone())
        with self._store.reading() as db:
            ids = stored_calls.ids_between(db, start, end)
            made = stored_bookings.of_calls(db, ids)
            found = stored_findings.page(db, FindingFilter(first=review.period.first, last=review.period.last))
            about = stored_findings.of_bookings(db, [each.id for each in made])
        open_ = {
            each.id: each
            for each in (*found, *about)
            if each.status is not FindingStatus.WITHDRAWN and each.found.kind.startswith("booking.")
        }
        missing = sum(each.found.kind is Kind.BOOKING_MISSING for each in open_.values())
        return BookingsLook(len(made) + missing, len(made), tuple(open_.values()))

    def people(self, review: Review) -> tuple[Finding, ...]:
        """Callers who asked for a person or were promised a call back."""
        with self._store.reading() as db:
            found = stored_findings.page(db, FindingFilter(first=review.period.first, last=review.period.last))
        return tuple(
            each
            for each in found
            if each.found.kind.startswith("escalation.") and each.status is not FindingStatus.WITHDRAWN
        )

    def brief_changes(self, review: Review) -> tuple[str, ...]:
        """What was approved in the period, in sentences."""
        start, end = review.period.bounds(self._businesses.zone())
        with self._store.reading() as db:
            versions = [each for agent in stored_agents.all_(db) for each in stored_briefs.versions(db, agent.name)]
        return tuple(
            f"{each.agent}'s brief became version {each.number}, approved by {each.approved_by}."
            for each in versions
            if each.approved_at is not None and start <= each.approved_at < end and each.number > 1
        )

    def finish(self, review: int) -> Review:
        """Ends the review. What was neither answered nor carried over is carried over now."""
        left = self.stop_looking(review)
        with self._store.writing() as db:
            stored.finish(db, review, self._clock.now())
        self._changes.publish(Subject.REVIEW)
        return self.get(left.id)

    def _open_findings(self, review: Review) -> list[Finding]:
        with self._store.reading() as db:
            found = stored_findings.page(db, FindingFilter(first=review.period.first, last=review.period.last))
        return [each for each in found if each.status is FindingStatus.OPEN]

    def _period(self) -> Period:
        zone = self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        with self._store.reading() as db:
            last = stored.latest_finished(db)
            ends = stored_calls.first_and_last(db)
        until = min(today, day_of(ends[1], zone)) if ends and day_of(ends[1], zone) < today - timedelta(days=6) else today
        first = until - timedelta(days=6)
        if last is not None and last.period.last < until:
            first = max(last.period.last + timedelta(days=1), until - LONGEST_REVIEW + timedelta(days=1))
        return Period(min(first, until), until)

    def _ask(self, reading: CallReading) -> tuple[str, ...]:
        about = {"always": True, "booking": reading.about_booking, "person": reading.needed_person}
        about["details"] = reading.gave_details
        return tuple(each.id for each in self._questions if about[each.asked])

    def _changes_inside(self, db: Database, start: datetime, end: datetime) -> list[tuple[str, datetime]]:
        changed = []
        for agent in stored_agents.all_(db):
            for each in stored_briefs.versions(db, agent.name):
                if each.approved_at is not None and each.number > 1 and start <= each.approved_at < end:
                    changed.append((agent.name, each.approved_at))
        return changed

    def _is_fresh(self, db: Database) -> bool:
        """Whether an agent went live in the last fortnight: then more calls are looked at."""
        now = self._clock.now()
        return any(
            each.stage is Stage.LIVE and now - each.at <= FIRST_FORTNIGHT
            for agent in stored_agents.all_(db)
            for each in stored_agents.stages(db, agent.name)
        )


_SUGGESTED = {
    Kind.BOOKING_CLOSED_DAY: "Ask the supplier: {agent} must not offer days when we are closed.",
    Kind.BOOKING_OUTSIDE_HOURS: "Ask the supplier: {agent} must only book inside our opening hours, not over lunch.",
    Kind.BOOKING_DOUBLE: "Ask the supplier: {agent} must look in the diary before offering a time.",
    Kind.BOOKING_MISSING: "Ask the supplier: {agent} must only say “booked” when the diary has taken it.",
    Kind.ESCALATION_MISSED: "Ask the supplier: {agent} must put a caller through who asks for a person.",
    Kind.ESCALATION_PROMISED: "Agree who rings people back, and by when.",
}


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
        after = sorted((each for each in real if each.agent == agent and each.started_at >= at), key=lambda each: each.id)
        for each in after[:AFTER_A_CHANGE]:
            why.setdefault(each.id, []).append(f"It was one of the first {AFTER_A_CHANGE} after {agent}'s brief changed.")
    return why


def opening_sentence(plan: Plan) -> str:
    """What the review asks of the owner, before it starts."""
    if not plan.looks:
        return f"{counted(plan.calls, 'call', 'calls')} in this time, none to look at."
    parts = []
    if plan.must_look:
        parts.append(f"{plan.must_look} because something may be wrong")
    if plan.by_chance:
        parts.append(f"{plan.by_chance} picked by chance")
    return (
        f"{counted(plan.calls, 'call', 'calls')}. I'd like you to look at {len(plan.looks)}: "
        f"{', '.join(parts)}. About {counted(plan.minutes, 'minute', 'minutes')}."
    )
