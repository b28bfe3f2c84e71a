"""Where a month ends: what is spent, and for every day still to come what such a weekday cost before.

Measure K23. Each week that is left takes the days of one past week, drawn by chance, so that busy weeks stay busy as
a whole. The draw starts from the figures themselves: the same figures give the same answer.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
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
_DRIFT = 1.1
"""Next month isn't quite like the last two: so much wider do back-tests want the range (`tests/spending.py`)."""

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
    past = _Past([(each, spent_on.get(each, 0)) for each in days if each not in closed])
    after = month_after(today)
    ahead = [today + timedelta(days=each) for each in range((after - today).days)]
    month = today.replace(day=1)
    so_far = sum(cost for day, cost in costs if month <= day < today)
    chance = random.Random(repr((costs, today)))  # noqa: S311 - a draw, not a secret
    runs = [_run(past, ahead, spent_on.get(today, 0), closed, chance) for _ in range(DRAWS)]
    ends = sorted(so_far + run[-1] for run in runs)
    passing = [] if limit is None else [bisect_right(run, limit - so_far) for run in runs]
    over = sorted(each for each in passing if each < len(ahead))
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
    return _DRIFT * _STUDENT[known - 2] / _NORMAL * sqrt(known / (known - 1))


class _Past:
    """The days behind, by week and weekday."""

    def __init__(self, days: Sequence[tuple[date, int]]) -> None:
        self.weeks: dict[date, dict[int, int]] = {}
        by_weekday: dict[int, list[int]] = {each: [] for each in range(7)}
        for day, cost in days:
            self.weeks.setdefault(day - timedelta(days=day.weekday()), {})[day.weekday()] = cost
            by_weekday[day.weekday()].append(cost)
        self.known = list(self.weeks.values())
        everything = [cost for _, cost in days]
        self.like = {day: own if len(own) >= FEW else _of_sort(by_weekday, day) for day, own in by_weekday.items()}
        self.quietest = min(self.like.values(), key=lambda each: sum(each) / len(each) if each else 0, default=[])
        self.like = {day: each or everything for day, each in self.like.items()}


def _of_sort(by_weekday: dict[int, list[int]], day: int) -> list[int]:
    """The days from Monday to Friday, or those of the weekend."""
    return [cost for each in range(7) if (each < 5) == (day < 5) for cost in by_weekday[each]]


def _run(
    past: _Past, ahead: Sequence[date], today_so_far: int, closed: frozenset[date], chance: random.Random
) -> list[int]:
    """One way in which the rest of the month may go: what is added up by the end of each day."""
    pick: Callable[[Sequence[int]], int] = chance.choice
    # which past is typical is itself not known: first the weeks to draw from are drawn
    typical = chance.choices(past.known, k=len(past.known))
    week: dict[int, int] = {}
    costs = []
    for at, day in enumerate(ahead):
        weekday = day.weekday()
        if at == 0 or weekday == 0:
            week = chance.choice(typical)
        if day in closed:
            cost = pick(past.quietest) if past.quietest else 0
        else:
            own = week.get(weekday)
            cost = pick(past.like[weekday]) if own is None or len(past.like[weekday]) < FEW else own
        costs.append(max(cost, today_so_far) if at == 0 else cost)
    return list(accumulate(costs))
