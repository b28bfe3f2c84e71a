"""The weekly review: which calls are looked at, what is asked, and where it stands."""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import accumulate
from typing import Literal

from agentdesk.domain.clock import Period

VERDICT = "V"
"""The question whether the caller was served."""
TEN_MINUTES = 600
"""Seconds. What a review takes at most, by what it asks for; after so many it offers to stop."""


class Reply(StrEnum):
    """An answer to a question about a call. Keys 1, 2, 3 and 0."""

    YES = "yes"
    NO = "no"
    DOES_NOT_APPLY = "does_not_apply"
    CANNOT_TELL = "cannot_tell"


Asked = Literal["always", "booking", "person", "details"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the call checklist (`resources/checklists/call.json`).

    One No to a critical question fails the call. `asked`: always, or only where the call was about a
    booking, about reaching a person, or gave details away.
    """

    id: str
    text: str
    weight: int
    critical: bool
    asked: Asked


@dataclass(frozen=True, slots=True)
class CallToLook:
    """A call in the review. `why` has a sentence for each reason it must be looked at; none: by chance."""

    call: int
    why: tuple[str, ...]
    questions: tuple[str, ...]

    @property
    def by_chance(self) -> bool:
        return not self.why


@dataclass(frozen=True, slots=True)
class Answer:
    call: int
    question: str
    reply: Reply
    at: datetime
    by: str
    note: str = ""


class Step(StrEnum):
    """The walk, in order."""

    PROMISES = "promises"
    CALLS = "calls"
    BOOKINGS = "bookings"
    PEOPLE = "people"
    MONEY = "money"
    CHANGES = "changes"
    DECIDE = "decide"
    FINISH = "finish"


class ReviewState(StrEnum):
    OPEN = "open"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Review:
    """A review as the store keeps it: enough to draw the same calls again and go on where it stopped."""

    id: int
    period: Period
    started_at: datetime
    started_by: str
    seed: int
    pool: int
    """How many calls the by-chance ones were drawn from."""
    looks: tuple[CallToLook, ...]
    """Must-look calls first, then by chance."""
    answers: tuple[Answer, ...] = ()
    steps_done: frozenset[Step] = frozenset()
    state: ReviewState = ReviewState.OPEN
    finished_at: datetime | None = None
    carried_over: tuple[int, ...] = ()
    """Calls left for next week on purpose: those that did not fit in from the start, and those left on the way."""
    seconds_spent: float = 0.0

    def place(self) -> Place:
        """Where the walk goes on: derived from the answers, so that a crash cannot lose it."""
        answered = {(each.call, each.question) for each in self.answers}
        for step in Step:
            if step in self.steps_done:
                continue
            if step is Step.CALLS:
                for number, look in enumerate(self.looks):
                    if look.call in self.carried_over:
                        continue
                    for question in look.questions:
                        if (look.call, question) not in answered:
                            return Place(step, number, look.call, question)
                continue
            return Place(step)
        return Place(Step.FINISH)


@dataclass(frozen=True, slots=True)
class Place:
    """A step and, among the calls, which call (from 0 in `looks`) and which question."""

    step: Step
    look: int | None = None
    call: int | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class CallMark:
    """What the answers make of one call. `score` is None when under half of the weights were answerable."""

    score: float | None
    failed: bool


def mark_of(questions: Sequence[Question], replies: Mapping[str, Reply]) -> CallMark:
    """Σ weight of Yes ÷ Σ weight of (Yes + No) × 100; a critical No fails the call.

    "Doesn't apply" and "can't tell" leave both sums. Source: checklist 4.11.
    """
    yes = sum(each.weight for each in questions if replies.get(each.id) is Reply.YES)
    no = sum(each.weight for each in questions if replies.get(each.id) is Reply.NO)
    whole = sum(each.weight for each in questions)
    failed = any(each.critical and replies.get(each.id) is Reply.NO for each in questions)
    enough = yes + no > 0 and 2 * (yes + no) >= whole
    return CallMark(100 * yes / (yes + no) if enough else None, failed)


def draw(pool: Mapping[int, str], wanted: int, seed: int) -> tuple[int, ...]:
    """Calls by chance: the same seed and pool give the same calls, in the order to look at them.

    `pool` gives each call's kind (booking, question, problem). Where the draw is large enough, a kind
    that the plain draw missed replaces the last call drawn of the kind with most, so that each kind is seen.
    """
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    ids = sorted(pool)
    drawn = chance.sample(ids, min(wanted, len(ids)))
    kinds = sorted(set(pool.values()))
    if len(drawn) < len(kinds):
        return tuple(drawn)
    for kind in kinds:
        if any(pool[each] == kind for each in drawn):
            continue
        most = max(kinds, key=lambda each: sum(pool[one] == each for one in drawn))
        leaves = max(place for place, each in enumerate(drawn) if pool[each] == most)
        drawn[leaves] = chance.choice([each for each in ids if pool[each] == kind])
    return tuple(drawn)


def chance_of_meeting(pool: int, bad: int, looked_at: int) -> float:
    """The chance that a plain draw meets at least one of the bad calls (hypergeometric)."""
    if bad <= 0 or looked_at <= 0:
        return 0.0
    if pool - bad < looked_at:
        return 1.0
    return 1.0 - math.comb(pool - bad, looked_at) / math.comb(pool, looked_at)


def honest_odds(pool: int, looked_at: int) -> str:
    """What the by-chance calls buy, in a sentence."""
    if looked_at == 0:
        return "No calls are left to pick by chance."
    if looked_at >= pool:
        if pool == 1:
            return "The one by chance is the only call that nothing pointed to."
        return f"The {pool} by chance are all the calls that nothing pointed to."
    bad = max(1, round(pool / 10))
    times = round(10 * chance_of_meeting(pool, bad, looked_at))
    return (
        f"{looked_at} by chance out of {pool}: if 1 in 10 were bad, you'd meet at least one about {times} times in 10."
    )


def minutes_for(looks: Collection[CallToLook]) -> int:
    """How long a review takes, said beforehand."""
    return max(1, round(seconds_for(looks) / 60))


def seconds_for(looks: Collection[CallToLook]) -> int:
    """15 seconds to read a call, 5 a question, a minute for the rest of the walk."""
    return 60 + sum(_seconds(each) for each in looks)


def as_many_as_fit(looks: Sequence[CallToLook], seconds: int) -> int:
    """How many of the first ones, without leaving one out, take so many seconds together at most."""
    return sum(taken <= seconds for taken in accumulate(_seconds(each) for each in looks))


def _seconds(look: CallToLook) -> int:
    return 15 + 5 * len(look.questions)
