"""Planning a review: which calls must be looked at, which are picked by chance, and what that buys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import Connection as Database

from agentdesk.domain.agent import Stage
from agentdesk.domain.call_reading import HUNG_UP_SECONDS, CallReading
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.finding import Severity
from agentdesk.domain.money import Money
from agentdesk.domain.review import CallToLook, Question, draw, honest_odds, minutes_for
from agentdesk.domain.wording import counted
from agentdesk.services.businesses import BusinessService
from agentdesk.services.readings import Readings
from agentdesk.store import agents as stored_agents
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored_calls
from agentdesk.store import reviews as stored
from agentdesk.store import weeks
from agentdesk.store.store import Store
from agentdesk.store.weeks import FoundInBrief

VERDICT = "V"
"""The question whether the caller was served."""
BY_CHANCE = 5
BY_CHANCE_AT_FIRST = 10
FIRST_FORTNIGHT = timedelta(days=14)
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

        Must-look calls are all those with a reason; the rest of the real calls is the pool of the draw.
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
            by_call = _by_call(weeks.found(db, start, end), readings)
            prices = weeks.prices(db, start, end)
            changed = self._first_after_changes(db, start, end)
            fresh = self._is_fresh(db)
            last = stored.latest_finished(db)
        for call, found in by_call.items():
            readings[call] = readings[call].in_light_of({each.kind for each in found})
        why = _reasons(readings, by_call)
        for call, reason in _notable([each for each in longest if readings[each].real], prices, changed, readings):
            why.setdefault(call, []).append(reason)
        for call in last.carried_over if last else ():
            if call in readings:
                why.setdefault(call, []).append("It was carried over from the last review.")
        pool = {call: each.kind for call, each in readings.items() if each.real and call not in why}
        seed = self._new_seed()
        chosen = draw(pool, BY_CHANCE_AT_FIRST if fresh else BY_CHANCE, seed)
        looks = [CallToLook(each, tuple(why[each]), self._ask_shortly(readings[each])) for each in sorted(why)]
        looks += [CallToLook(each, (), self._ask(readings[each])) for each in chosen]
        return Plan(period, len(readings), tuple(looks), len(pool), seed)

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


def _by_call(found: Iterable[FoundInBrief], calls: Collection[int]) -> dict[int, list[FoundInBrief]]:
    """What was found about each of the calls, or else about the entry that it made."""
    grouped: dict[int, list[FoundInBrief]] = {}
    for each in found:
        call = each.call if each.call is not None else each.made_by
        if call is not None and call in calls:
            grouped.setdefault(call, []).append(each)
    return grouped


def _reasons(
    readings: Mapping[int, CallReading], by_call: Mapping[int, Sequence[FoundInBrief]]
) -> dict[int, list[str]]:
    """Why a call must be looked at for what it was, one sentence each; calls without a reason are left out."""
    why = {
        call: reasons
        for call, found in by_call.items()
        if (reasons := [each.reason for each in found if each.severity is not Severity.NOTE])
    }
    for call, reading in readings.items():
        if reading.needed_person and call not in why:
            why[call] = ["The caller asked for a person or complained."]
        if reading.gave_up:
            why.setdefault(call, []).append(f"The caller rang off within {HUNG_UP_SECONDS} seconds.")
    return why


def _notable(
    longest: Sequence[int],
    prices: Sequence[tuple[Money, int, int]],
    changed: Iterable[tuple[str, list[int]]],
    readings: Mapping[int, CallReading],
) -> Iterator[tuple[int, str]]:
    """Calls that stand out beside the others of the period: the longest, the dearest, the first after a change."""
    if len(longest) >= 2:
        yield longest[0], "It was the longest call."
    if len({cost.currency for cost, _, _ in prices}) == 1 and sum(number for _, number, _ in prices) >= 2:
        yield max((cost.amount, call) for cost, _, call in prices)[1], "It was the dearest call."
    for agent, ids in changed:
        real = (each for each in ids if readings[each].real)
        for call in islice(real, AFTER_A_CHANGE):
            yield call, f"It was one of the first {AFTER_A_CHANGE} after {agent}'s brief changed."
