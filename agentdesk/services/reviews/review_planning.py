"""Planning a review: which calls must be looked at, which are picked by chance, and what that buys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection as Database

from agentdesk.domain.agent import Stage
from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.review import (
    TEN_MINUTES,
    VERDICT,
    CallToLook,
    Question,
    Review,
    as_many_as_fit,
    draw,
    honest_odds,
    minutes_for,
    seconds_for,
)
from agentdesk.domain.wording import counted
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.readings import Readings
from agentdesk.services.reviews.review_reasons import by_call, gravity, is_settled, notable, reasons
from agentdesk.store import agents as stored_agents
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored_calls
from agentdesk.store import reviews as stored
from agentdesk.store import weeks
from agentdesk.store.store import Store

BY_CHANCE = 5
BY_CHANCE_AT_FIRST = 10
FIRST_FORTNIGHT = timedelta(days=14)
LONGEST_REVIEW = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Plan:
    """A review before it starts: which calls, why, how long, and what the draw buys."""

    period: Period
    calls: int
    looks: tuple[CallToLook, ...]
    """The gravest first, then by chance."""
    pool: int
    seed: int
    waiting: tuple[int, ...] = ()
    """Calls that have something on them and don't fit into ten minutes: they wait for the next review."""

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

    @property
    def waiting_sentence(self) -> str:
        """What does not fit in; empty when everything does."""
        if not self.waiting:
            return ""
        have = counted(len(self.waiting), "more call has", "more calls have")
        these = "the gravest" if self.must_look == 1 else f"the {self.must_look} gravest"
        return (
            f"{have} something on them. That is more than ten minutes, so you see {these}; the rest wait for the next "
            "review. Whatever was found in them can be put right sooner, from Today."
        )


class ReviewPlanner:
    """Chooses the calls of a review. Must-look calls never enter the rates; the draw is recorded and repeatable."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        readings: Readings,
        questions: tuple[Question, ...],
        new_seed: Callable[[], int],
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._readings = readings
        self._questions = questions
        self._new_seed = new_seed

    def plan(self, period: Period | None = None) -> Plan:
        """What a review of the period would look at; without one, the week up to today or to the last call.

        Calls with a reason must be looked at, the gravest first, as many as fit into ten minutes beside the draw.
        The rest of the real calls is the pool of the draw.
        """
        zone = self._businesses.zone()
        period = period or self._period()
        start, end = period.bounds(zone)
        with self._store.reading() as db:
            readings, unread = weeks.readings(db, start, end, self._readings.rules)
            now_read = self._readings.of(db, unread)
            readings |= now_read
            # calls that were only read now may turn out not to be real
            unreal = sum(not each.real for each in now_read.values())
            longest = weeks.longest(db, start, end, self._readings.rules, 2 + unreal)
            found = by_call(weeks.found(db, start, end), readings)
            prices = weeks.prices(db, start, end)
            changed = self._first_after_changes(db, start, end)
            last = stored.latest_finished(db)
            carried = self._carried(db, last, end - LONGEST_REVIEW)
            left = carried.keys() - readings.keys()
            readings |= carried
            found |= by_call(weeks.found_about(db, tuple(left)), left)
            fresh = self._is_fresh(db)
            of_automations = self._of_automations(db, start, end)
        for call, about in found.items():
            readings[call] = readings[call].in_light_of({each.kind for each in about})
        why = reasons(readings, found)
        for call, reason in notable([each for each in longest if readings[each].real], prices, changed, readings):
            why.setdefault(call, []).append(reason)
        for call in carried:
            if call in left and is_settled(found.get(call, ())):
                why.pop(call, None)
            else:
                why.setdefault(call, []).append("It was carried over from the last review.")
        for call in of_automations:
            readings.pop(call, None)
            why.pop(call, None)
        left = left - of_automations
        must = [
            CallToLook(call, tuple(why[call]), self._ask_shortly(readings[call]))
            for call in sorted(why, key=lambda each: (gravity(readings[each], found.get(each, ())), -each))
        ]
        pool = {call: each for call, each in readings.items() if each.real and call not in why and call not in left}
        seed = self._new_seed()
        fit, by_chance = self._that_fit(must, pool, seed, fresh=fresh)
        waiting = tuple(each.call for each in must[fit:])
        return Plan(period, len(readings) - len(left), (*must[:fit], *by_chance), len(pool), seed, waiting)

    def _that_fit(
        self, must: Sequence[CallToLook], pool: Mapping[int, CallReading], seed: int, *, fresh: bool
    ) -> tuple[int, tuple[CallToLook, ...]]:
        """How many of the calls that must be looked at fit into ten minutes beside the draw, and the draw.

        At first more are drawn where there is time, whichever they are: their number must not hang on the draw.
        """
        kinds = {call: each.kind for call, each in pool.items()}

        def drawn(number: int) -> tuple[CallToLook, ...]:
            return tuple(CallToLook(each, (), self._ask(pool[each])) for each in draw(kinds, number, seed))

        by_chance = drawn(BY_CHANCE)
        fit = as_many_as_fit(must, TEN_MINUTES - seconds_for(by_chance))
        if fresh and fit == len(must):
            longest = max((self._ask(each) for each in set(pool.values())), key=len, default=())
            ten = [CallToLook(0, (), longest)] * BY_CHANCE_AT_FIRST
            by_chance = drawn(max(BY_CHANCE, as_many_as_fit(ten, TEN_MINUTES - seconds_for(must))))
        return fit, by_chance

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

    def _carried(self, db: Database, last: Review | None, since: datetime) -> dict[int, CallReading]:
        """The calls that the last review left, unless they are long past. Their findings stand on Findings anyway."""
        if last is None or not last.carried_over:
            return {}
        known, unread = weeks.readings_of(db, last.carried_over, since, self._readings.rules)
        return known | self._readings.of(db, unread)

    def _ask(self, reading: CallReading) -> tuple[str, ...]:
        return tuple(each.id for each in self._questions if _concerns(each, reading))

    def _ask_shortly(self, reading: CallReading) -> tuple[str, ...]:
        """A must-look call enters no rate: the verdict and the critical questions of what it is about are enough."""
        return tuple(
            each.id
            for each in self._questions
            if each.id == VERDICT or (each.critical and each.asked != "always" and _concerns(each, reading))
        )

    @staticmethod
    def _of_automations(db: Database, start: datetime, end: datetime) -> frozenset[int]:
        """The calls of what follows fixed rules: there is nothing to judge about them."""
        names = [each.name for each in stored_agents.all_(db) if not each.decides]
        return frozenset(call for each in names for call in weeks.ids_of_agent(db, start, end, each))

    def _first_after_changes(self, db: Database, start: datetime, end: datetime) -> list[tuple[str, list[int]]]:
        """The agents whose brief changed inside, each time with its calls from then on, by id."""
        return [
            (agent.name, weeks.ids_of_agent(db, each.approved_at, end, agent.name))
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
