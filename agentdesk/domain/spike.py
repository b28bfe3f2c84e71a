"""Days that cost unusually more than such a weekday does, and why: parts that add up to the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import partial
from math import sqrt
from typing import NamedTuple

WEEKS = 8
"""How far back a normal weekday is looked for."""
LEAST = 4
"""Weekdays of a kind that must be known before one can be called unusual."""
SPREADS = 5.5
"""How many times the usual spread lies between a normal day and one that is told."""
TIMES = 1.5
"""A day that costs less than this many times the normal one is never told, however regular the days are."""
LEAST_DIFFERENCE = 100
"""In the smallest unit of money: nobody is called for less than a pound."""
_MAD_TO_SPREAD = 1.4826
"""What makes of the middle distance from the middle a standard deviation, where days differ by chance alone."""


def normal_day(costs: Mapping[date, int], since: date, day: date) -> int | None:
    """What such a weekday costs: the middle one of the last `WEEKS`. None where too few are known.

    `costs` may leave out days without costs; `since` is the first day of which they are known.
    """
    before = [costs.get(each, 0) for each in _such_days(since, day)]
    return _middle(before) if len(before) >= LEAST else None


def is_unusual(costs: Mapping[date, int], since: date, day: date) -> bool:
    """Whether a day cost far more than its weekday does.

    Days differ by chance, dear ones by more than cheap ones; their roots differ by about the same. So roots are
    compared, with the usual distance of a day from its weekday's normal one, over all days of the last `WEEKS`.
    """
    normal, cost = normal_day(costs, since, day), costs.get(day, 0)
    if normal is None or cost < TIMES * normal or cost - normal < LEAST_DIFFERENCE:
        return False
    first = max(since, day - timedelta(days=7 * WEEKS))
    days = [first + timedelta(days=each) for each in range((day - first).days)]
    by_weekday: dict[int, list[int]] = {}
    for each in days:
        by_weekday.setdefault(each.weekday(), []).append(costs.get(each, 0))
    usual = {weekday: _middle(found) for weekday, found in by_weekday.items()}
    # days of a call or two differ wildly at their roots: a quarter of an ordinary day evens them out
    quarter = sum(usual.values()) / 28
    distances = sorted(
        abs(sqrt(costs.get(each, 0) + quarter) - sqrt(usual[each.weekday()] + quarter))
        for each in days
        if usual[each.weekday()] or costs.get(each, 0)
    )
    spread = _MAD_TO_SPREAD * distances[len(distances) // 2] if distances else 0.0
    return cost - normal >= 2 * quarter and sqrt(cost + quarter) - sqrt(normal + quarter) > SPREADS * spread


def _such_days(since: date, day: date) -> list[date]:
    days = (day - timedelta(days=7 * back) for back in range(1, WEEKS + 1))
    return [each for each in days if each >= since]


def _middle(numbers: Sequence[int]) -> int:
    inner = sorted(numbers)
    half = len(inner) // 2
    return inner[half] if len(inner) % 2 else (inner[half - 1] + inner[half]) // 2


class Why(StrEnum):
    """What a part of the difference comes from."""

    NUMBER = "number"
    """Calls of one number, or of callers who withheld theirs."""
    PUT_THROUGH = "put through"
    LONG = "long"
    BUSIER = "busier"
    DEARER = "dearer"
    QUIETER = "quieter"


class Costly(NamedTuple):
    """A call as far as its cost goes. `cost` is in the smallest unit of money and need not be whole."""

    id: int
    caller: str | None
    """None where the number was withheld."""
    seconds: float | None
    cost: Decimal
    put_through: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Some calls of the day: what they cost, and what such calls cost on a normal day."""

    why: Why
    cost: int
    usual: int
    calls: tuple[int, ...]
    usual_calls: int
    """Rounded."""
    longer: int = 0
    """How many of them lasted longer than `minutes`."""
    minutes: int = 0
    caller: str | None = None

    @property
    def more(self) -> int:
        """By how much it makes the day dearer; negative where it makes it cheaper."""
        return self.cost - self.usual


OFTEN = 4
"""Calls from one number on a day."""
LONG_SECONDS = 20 * 60.0
WORTH_SAYING = 0.1
"""Of the difference: a smaller part stands with the rest."""
_STEPS = (60, 40, 30, 20, 10)


def parts(day: Sequence[Costly], usual: Sequence[Costly], usual_days: int, cost: int, normal: int) -> tuple[Part, ...]:
    """Why the calls of a day cost `cost` where `normal` is usual. The parts' `more` add up to `cost - normal`.

    `usual` are the calls of `usual_days` normal days. Each call stands in one part; the greatest comes first, and
    last what no part explains.
    """
    left, left_usual = list(day), list(usual)
    found: list[Part] = []
    worth = max(1.0, WORTH_SAYING * (cost - normal))
    for why, caller, belongs in _ways(day, usual, usual_days):
        mine = [each for each in left if belongs(each)]
        theirs = [each for each in left_usual if belongs(each)]
        part = _part(why, mine, theirs, usual_days, caller)
        if part.more >= worth:
            found.append(part)
            left = [each for each in left if not belongs(each)]
            left_usual = [each for each in left_usual if not belongs(each)]
    found.sort(key=lambda each: -each.more)
    rest = Part(
        Why.BUSIER,
        cost - sum(each.cost for each in found),
        normal - sum(each.usual for each in found),
        tuple(each.id for each in left),
        round(len(left_usual) / usual_days),
    )
    if rest.more <= 0:
        rest = replace(rest, why=Why.QUIETER)
    elif len(rest.calls) <= rest.usual_calls:
        rest = replace(rest, why=Why.DEARER)
    return (*found, rest) if rest.more else tuple(found)


def _ways(
    day: Sequence[Costly], usual: Sequence[Costly], usual_days: int
) -> Iterable[tuple[Why, str | None, Callable[[Costly], bool]]]:
    """What the calls may be told apart by, the most telling first."""
    now = Counter(each.caller for each in day)
    before = Counter(each.caller for each in usual)
    for caller, number in now.most_common():
        if number >= OFTEN and number >= 3 * before[caller] / usual_days:
            yield Why.NUMBER, caller, partial(_is_of, caller)
    yield Why.PUT_THROUGH, None, _was_put_through
    yield Why.LONG, None, _is_long


def _is_of(caller: str | None, call: Costly) -> bool:
    return call.caller == caller


def _was_put_through(call: Costly) -> bool:
    return call.put_through


def _is_long(call: Costly) -> bool:
    return (call.seconds or 0) >= LONG_SECONDS


def _part(why: Why, calls: Sequence[Costly], usual: Sequence[Costly], days: int, caller: str | None) -> Part:
    minutes, longer = _length(calls)
    return Part(
        why,
        round(sum((each.cost for each in calls), Decimal(0))),
        round(sum((each.cost for each in usual), Decimal(0)) / days),
        tuple(each.id for each in calls),
        round(len(usual) / days),
        longer,
        minutes,
        caller,
    )


def _length(calls: Sequence[Costly]) -> tuple[int, int]:
    """How many minutes the longest calls lasted at least, in round figures, and how many they are; 0 where none."""
    over = {step: sum((each.seconds or 0) > 60 * step for each in calls) for step in _STEPS}
    most = max(over.values())
    return next(((step, number) for step, number in over.items() if number >= min(2, most) > 0), (0, 0))
