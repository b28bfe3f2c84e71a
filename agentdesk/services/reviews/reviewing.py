"""The weekly review: plan it, walk through it, leave it and come back, end it with actions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.proof import Proof, Worked, can_be_shown
from agentdesk.domain.review import Answer, Place, Question, Reply, Review, Step
from agentdesk.domain.wording import counted
from agentdesk.services.business.businesses import BusinessService, zone_of
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.reviews.proofs import ProofService
from agentdesk.services.reviews.remedies import meant_by, suggestion
from agentdesk.services.reviews.review_planning import Plan, ReviewPlanner
from agentdesk.store import actions as stored_actions
from agentdesk.store import agents as stored_agents
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store import reviews as stored
from agentdesk.store import weeks
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

MOST_ACTIONS = 3
MOST_DAYS_COUNTED = 28
"""Before a promise, and as many after it."""


@dataclass(frozen=True, slots=True)
class Due:
    """When the next review is due. `open` is a review that was begun and left."""

    on: date | None
    days_over: int
    open: Review | None
    is_now: bool = False
    """Whether that day has come."""


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
    bookings: tuple[Booking, ...]
    """The diary entries that the call led to."""
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
        planner: ReviewPlanner,
        proofs: ProofService,
        questions: tuple[Question, ...],
        changes: Changes,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._planner = planner
        self._proofs = proofs
        self._questions = questions
        self._changes = changes

    def questions(self) -> tuple[Question, ...]:
        return self._questions

    def due(self) -> Due:
        """The next review day after the last finished one; before any, the first after calls began or will begin."""
        with self._store.reading() as db:
            business = self._businesses.current()
            zone = zone_of(business)
            today = day_of(self._clock.now(), zone)
            open_ = stored.current(db)
            last = stored.latest_finished(db)
            ends = stored_calls.first_and_last(db)
        if business is None or business.review_weekday is None:
            return Due(None, 0, open_)
        if last is not None and last.finished_at is not None:
            after = day_of(last.finished_at, zone) + timedelta(days=1)
        elif ends is None:
            after = today + timedelta(days=1)
        else:
            after = max(day_of(ends[0], zone), today - timedelta(days=6))
        on = after + timedelta(days=(business.review_weekday - after.weekday()) % 7)
        return Due(on, max(0, (today - on).days), open_, on <= today)

    def plan(self, period: Period | None = None) -> Plan:
        """What a review of the period would look at; without one, the week up to today or to the last call."""
        return self._planner.plan(period)

    def start(self, plan: Plan, by: str) -> Review:
        """Begins the planned review. Refused while another one is open."""
        with self._store.writing() as db:
            if stored.current(db) is not None:
                raise Sorry("A review is already open. Go on with that one first.")
            begun = Review(0, plan.period, self._clock.now(), by, plan.seed, plan.pool, plan.looks)
            review = stored.create(db, replace(begun, carried_over=plan.waiting))
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
            about = stored_findings.of_bookings(db, [each.id for each in entries]) if entries else ()
        if call is None:
            raise Sorry("This call is no longer kept here. Skip it.")
        asked = {each.id: each for each in self._questions}
        unique = {each.id: each for each in (*findings, *about) if each.status is not FindingStatus.WITHDRAWN}
        return Look(
            call,
            chosen.why,
            tuple(unique.values()),
            tuple(entries),
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

    def proofs(self, promises: Iterable[Action]) -> dict[int, Proof]:
        """What later calls show of each promise, by its id; nothing of those that no call can show."""
        return self._proofs.of(promises)

    def came_of(self, promises: Iterable[Action]) -> dict[int, str]:
        """How often it happened before each promise and after it, by the promise's id: as many days each, by when
        the calls were. Without those that are younger than a day or about nothing that is found in calls.
        """
        said = {}
        now = self._clock.now()
        with self._store.reading() as db:
            for each in promises:
                days = min((now - each.made_at).days, MOST_DAYS_COUNTED)
                if days < 1 or each.kind is None:
                    continue
                length = timedelta(days=days)
                before = _times(db, each.kind, each.agent, each.made_at - length, each.made_at)
                since = _times(db, each.kind, each.agent, each.made_at, each.made_at + length)
                stretch = counted(days, "day", "days")
                said[each.id] = (
                    f"It happened {_often(before)} in the {stretch} before it was promised, "
                    f"and {_often(since)} in the {stretch} since."
                )
        return said

    def close_promise(self, action: int, state: ActionState, note: str) -> None:
        """Says what came of a promise. What a call can show is fixed only when one has shown it: else Sorry."""
        shown_by = self._shown_by(action) if state is ActionState.FIXED else None
        with self._store.writing() as db:
            stored_actions.close(db, action, state, self._clock.now(), note.strip(), shown_by)
        self._changes.publish(Subject.REVIEW)

    def promise(
        self, review: int | None, what: str, who: str, due: date, kind: Kind | None = None, agent: str | None = None
    ) -> Action:
        """Writes down an action with a name and a day. A review takes three at most.

        What somebody promised already and is still to be done is not written down twice.
        `kind` and `agent`: what was found that it is to stop; without them, what its wording is for or once was.
        """
        if not what.strip():
            raise Sorry("Say what should be done.")
        if not who.strip():
            raise Sorry("Say who does it.")
        now = self._clock.now()
        with self._store.writing() as db:
            if kind is None:
                kind, agent = _meant(db, what.strip())
            for each in stored_actions.open_(db):
                if (each.what, each.who, each.kind, each.agent) == (what.strip(), who.strip(), kind, agent):
                    return each
            if review is not None and sum(each.review == review for each in stored_actions.all_(db)) >= MOST_ACTIONS:
                raise Sorry("Three is enough for one week. Do these first.")
            made = Action(0, what.strip(), who.strip(), due, now, review, kind=kind, agent=agent)
            action = stored_actions.add(db, made)
        self._changes.publish(Subject.REVIEW)
        return action

    def promised_in(self, review: int) -> tuple[Action, ...]:
        with self._store.reading() as db:
            return tuple(each for each in stored_actions.all_(db) if each.review == review)

    def suggestions(self, review: Review) -> tuple[str, ...]:
        """Wordings for actions that the week's open findings suggest, at most three, most frequent first."""
        counts: dict[str, int] = {}
        for finding in self._open_findings(review):
            if words := suggestion(finding):
                counts[words] = counts.get(words, 0) + 1
        return tuple(sorted(counts, key=lambda each: -counts[each])[:MOST_ACTIONS])

    def bookings(self, review: Review) -> BookingsLook:
        """The bookings that the period's calls promised, and those that are odd."""
        start, end = review.period.bounds(self._businesses.zone())
        with self._store.reading() as db:
            made = weeks.entries(db, start, end)
            found = stored_findings.page(db, FindingFilter(first=review.period.first, last=review.period.last))
            about = stored_findings.of_bookings(db, [entry for entry, _ in made])
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
            found = stored_findings.page(
                db, FindingFilter(first=review.period.first, last=review.period.last, kinds=_ABOUT_PEOPLE)
            )
        return tuple(each for each in found if each.status is not FindingStatus.WITHDRAWN)

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
        """Ends the review. What was neither answered nor carried over is carried over now, and so is every promise
        that was not kept: it is promised again, and calls count for it from now on.
        """
        left = self.stop_looking(review)
        with self._store.writing() as db:
            stored.finish(db, review, self._clock.now())
        self._promise_again(left)
        self._changes.publish(Subject.REVIEW)
        return self.get(left.id)

    def _promise_again(self, review: Review) -> None:
        now, due = self._clock.now(), self.due().on
        with self._store.writing() as db:
            still = {each.what for each in stored_actions.open_(db)}
            for each in stored_actions.all_(db):
                not_kept = each.state is ActionState.NOT_FIXED and each.closed_at is not None
                if not_kept and (each.closed_at or now) >= review.started_at and each.what not in still:
                    again = replace(each, due=due or each.due, made_at=now, state=ActionState.OPEN, closed_at=None)
                    stored_actions.add(db, replace(again, review=None))

    def _shown_by(self, number: int) -> int | None:
        """The call that showed that a promise was kept; None where no call could. Raises Sorry when none did yet."""
        with self._store.reading() as db:
            action = stored_actions.get(db, number)
        if action is None or not can_be_shown(action.kind):
            return None
        proof = self._proofs.of([action])[number]
        if proof.worked is not Worked.SHOWN:
            raise Sorry("No call shows yet that this is fixed. It stays on the list until one does.")
        return proof.call

    def _open_findings(self, review: Review) -> list[Finding]:
        with self._store.reading() as db:
            found = stored_findings.page(db, FindingFilter(first=review.period.first, last=review.period.last))
        return [each for each in found if each.status is FindingStatus.OPEN]


def _meant(db: Database, what: str) -> tuple[Kind | None, str | None]:
    """What an action in these words is to stop: by its wording, or as it was when it was promised before."""
    if (meant := meant_by(what)) is not None:
        return meant
    same = [each for each in stored_actions.all_(db) if each.what == what and each.kind is not None]
    return (same[-1].kind, same[-1].agent) if same else (None, None)


def _often(times: int) -> str:
    return "not once" if times == 0 else "once" if times == 1 else f"{times} times"


def _times(db: Database, kind: Kind, agent: str | None, start: datetime, end: datetime) -> int:
    """How many things of a kind were found about calls of [start, end) of an agent, or of all."""
    ids = frozenset(each.id for each in weeks.found(db, start, end) if each.kind is kind)
    found = stored_findings.page(db, FindingFilter(ids=ids)) if ids else ()
    return sum(agent in (None, each.agent) for each in found)


_ABOUT_PEOPLE = tuple(each for each in Kind if each.startswith("escalation."))
