"""Where a month ends: what is spent, and for every day still to come what such a weekday cost before.

Measure K23. A week is any seven days, counted from today back and on. Each week that is left takes the days of one
past week, drawn by chance, so that busy weeks stay busy as a whole, and is as much dearer or cheaper as the business
has been growing or shrinking from that week to this. How fast it grows is itself not known for certain, so that it is
drawn too. The draws start from the figures themselves: the same figures give the same answer.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate, pairwise
from math import sqrt

WEEKS = 8
"""How far back days are taken from."""
LEAST_DAYS = 7
"""With less behind it nobody can say where a month ends."""
DRAWS = 500
FEW = 3
"""A weekday that was met less often than this borrows from the other days of its sort."""

_STUDENT = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415)
"""Nine tenths of Student's t lie below, for 1 to 7 degrees of freedom."""
_NORMAL = 1.2816
"""The same of the normal distribution."""
_GROWTH = 0.03
"""By so much a week do businesses usually grow or shrink, an eighth in a month: what the weeks themselves say of it
is believed less the more they differ by chance."""
_TELLING = 4
"""Fewer whole weeks say nothing about growth."""

DayCosts = tuple[tuple[date, int], ...]
"""What days cost in the smallest unit of money, by day; days that cost nothing may be left out."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a month will probably end, in the smallest unit of money.

    `passed_on` is the day by which the limit is more likely passed than not; None where the month ends within it.
    """

    low: int
    middle: int
    high: int
    passed_on: date | None = None


def month_after(day: date) -> date:
    """The first day of the month after a day's."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


@lru_cache(maxsize=64)
def month_end(
    costs: DayCosts, since: date, today: date, limit: int | None = None, closed: frozenset[date] = frozenset()
) -> Forecast | None:
    """Where the month of `today` ends; None where less than `LEAST_DAYS` whole days are known.

    `since` is the first day of which the costs are known. `closed` are days on which the business is closed out of
    the ordinary: nothing is learnt from those behind, and those ahead cost no more than the cheapest weekday. Of
    today, what it has cost so far is the least.
    """
    spent_on = dict(costs)
    first = max(since, today - timedelta(days=7 * WEEKS))
    if (today - first).days < LEAST_DAYS:
        return None
    days = [first + timedelta(days=each) for each in range((today - first).days)]
    past = _Past([(each, spent_on.get(each, 0)) for each in days if each not in closed], today)
    after = month_after(today)
    ahead = [today + timedelta(days=each) for each in range((after - today).days)]
    month = today.replace(day=1)
    so_far = sum(cost for day, cost in costs if month <= day < today)
    chance = random.Random(repr((costs, today)))  # noqa: S311 - a draw, not a secret
    weeks = [[day in closed for day in ahead[at : at + 7]] for at in range(0, len(ahead), 7)]
    left = None if limit is None else limit - so_far
    runs = [_run(past, weeks, spent_on.get(today, 0), left, chance) for _ in range(DRAWS)]
    ends = sorted(so_far + round(total) for total, _ in runs)
    over = sorted(passed for _, passed in runs if passed is not None)
    half = DRAWS // 2
    low, middle, high = ends[DRAWS // 10], ends[half], ends[DRAWS - DRAWS // 10 - 1]
    wider = _wider(len(days) // 7)
    return Forecast(
        low=max(so_far + spent_on.get(today, 0), round(middle - wider * (middle - low))),
        middle=middle,
        high=round(middle + wider * (high - middle)),
        passed_on=ahead[over[half]] if len(over) > half else None,
    )


def _wider(weeks: int) -> float:
    """How much wider the range has to be because so few weeks tell less than all that there could be."""
    known = min(max(weeks, 2), WEEKS)
    return _STUDENT[known - 2] / _NORMAL * sqrt(known / (known - 1))


class _Past:
    """The days behind, by week and weekday, and how they have been growing."""

    def __init__(self, days: Sequence[tuple[date, int]], today: date) -> None:
        """`days` oldest first."""
        weeks: dict[int, dict[int, int]] = {}
        by_weekday: dict[int, list[int]] = {each: [] for each in range(7)}
        for day, cost in days:
            weeks.setdefault(((today - day).days - 1) // 7, {})[day.weekday()] = cost
            by_weekday[day.weekday()].append(cost)
        everything = [cost for _, cost in days]
        self.like = {day: own if len(own) >= FEW else _of_sort(by_weekday, day) for day, own in by_weekday.items()}
        self.quietest = min(self.like.values(), key=lambda each: sum(each) / len(each) if each else 0, default=[])
        self.like = {day: each or everything for day, each in self.like.items()}
        self.growth, self.unsure = _growth([sum(each.values()) for each in weeks.values() if len(each) == 7])
        self.ago = tuple(weeks)
        """How many weeks are over since each week that is known."""
        self._weeks = weeks
        self._added_up: dict[int, list[int]] = {}
        self._weekdays = [(today.weekday() + each) % 7 for each in range(7)]

    def added_up(self, ago: int, chance: random.Random) -> list[int]:
        """What the days of a week ahead come to one after the other, if they are like those of a past week."""
        known = self._added_up.get(ago)
        if known is not None:
            return known
        week = self._weeks[ago]
        told = [day in week and len(self.like[day]) >= FEW for day in self._weekdays]
        costs = [
            week[day] if here else chance.choice(self.like[day]) for day, here in zip(self._weekdays, told, strict=True)
        ]
        found = list(accumulate(costs))
        if all(told):
            self._added_up[ago] = found
        return found

    def without(self, added_up: Sequence[int], closed: Sequence[bool], chance: random.Random) -> list[int]:
        """The same for its first days: one on which the business is closed costs what a quiet weekday does."""
        costs = [added_up[0], *(now - before for before, now in pairwise(added_up))]
        quiet = self.quietest or [0]
        return list(accumulate(chance.choice(quiet) if shut else costs[at] for at, shut in enumerate(closed)))


def _growth(weeks: Sequence[int]) -> tuple[float, float]:
    """By what share of itself a week is dearer than the one before, and how far that may be wrong."""
    number = len(weeks)
    usual = sum(weeks) / number if number else 0.0
    if number < _TELLING or not usual:
        return 0.0, _GROWTH
    places = [place - (number - 1) / 2 for place in range(number)]
    spread = sum(each * each for each in places)
    growth = sum(place * week for place, week in zip(places, weeks, strict=True)) / spread / usual
    missed = [week / usual - 1 - growth * place for place, week in zip(places, weeks, strict=True)]
    by_chance = sum(each * each for each in missed) / (number - 2) / spread
    believed = _GROWTH**2 / (_GROWTH**2 + by_chance)
    return growth * believed, sqrt(believed * by_chance)


def _of_sort(by_weekday: dict[int, list[int]], day: int) -> list[int]:
    """The days from Monday to Friday, or those of the weekend."""
    return [cost for each in range(7) if (each < 5) == (day < 5) for cost in by_weekday[each]]


def _run(
    past: _Past,
    weeks: Sequence[Sequence[bool]],
    today_so_far: int,
    left: int | None,
    chance: random.Random,
) -> tuple[float, int | None]:
    """One way in which the rest of the month may go: what it comes to, and on which of its days no more is `left`.

    `weeks` says of each day to come whether the business is closed.
    """
    # which past is typical is itself not known: first the weeks to draw from are drawn
    typical = chance.choices(past.ago, k=len(past.ago))
    growth = chance.gauss(past.growth, past.unsure)
    spent, passed = 0.0, None
    for number, days in enumerate(weeks):
        ago = chance.choice(typical)
        times = max(0.0, 1 + growth * (ago + 1 + number))
        costs = past.added_up(ago, chance)
        if True in days:
            costs = past.without(costs, days, chance)
        already = 0.0 if number else max(0.0, today_so_far - times * costs[0])
        more = already + times * costs[len(days) - 1]
        if left is not None and passed is None and spent + more > left:
            within = (left - spent - already) / times if times else -1.0
            passed = 7 * number + min(bisect_right(costs, within), len(days) - 1)
        spent += more
    return spent, passed
