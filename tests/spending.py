"""Made-up days of an agent's costs, and how forecasts and alarms do on them. `python -m tests.spending` prints both."""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from agentdesk.domain.forecast import month_end
from agentdesk.domain.spike import is_unusual

FIRST = date(2026, 8, 31)
"""A Monday, nine weeks before November."""
TODAYS = tuple(date(2026, 11, day) for day in (3, 8, 13, 18, 23, 28))
PENCE_A_CALL = 20


@dataclass(frozen=True)
class Line:
    """A kind of business. `calls` a weekday; `weeks` by how much weeks differ; `lengths` by how much calls do."""

    name: str
    calls: float = 9
    weekend: float = 0.15
    weeks: float = 0.0
    growth: float = 0.0
    """In a month."""
    lengths: float = 0.8

    def days(self, seed: int, number: int = 92) -> list[tuple[date, int]]:
        """What each day costs, in pence. Calls come by chance; Mondays are busier, weekends quiet."""
        chance = random.Random(f"{self.name} {seed}")  # noqa: S311 - a simulation
        found, busy = [], 1.0
        for place in range(number):
            day = FIRST + timedelta(days=place)
            if day.weekday() == 0:
                busy = math.exp(chance.gauss(0, self.weeks))
            share = self.weekend if day.weekday() > 4 else 1.25 if day.weekday() == 0 else 1.0
            calls = _poisson(chance, self.calls * share * busy * (1 + self.growth * place / 30))
            lengths = (math.exp(chance.gauss(0, self.lengths)) for _ in range(calls))
            found.append((day, sum(round(PENCE_A_CALL * each) for each in lengths)))
        return found


LINES = (
    Line("an ordinary line"),
    Line("a quiet line", calls=3),
    Line("a busy line", calls=25),
    Line("closed at weekends", weekend=0),
    Line("weeks that differ", weeks=0.15),
    Line("weeks that differ much", weeks=0.3),
    Line("a line that grows", growth=0.08),
    Line("a line that grows fast", growth=0.15),
    Line("a line that shrinks", growth=-0.08),
    Line("very long calls", lengths=1.2),
)


def cover(lines: Iterable[Line], seeds: Sequence[int]) -> float:
    """In how many forecasts of November the month ended within the range; half of each today is over."""
    held = whole = 0
    for line in lines:
        for seed in seeds:
            days = line.days(seed)
            november = sum(cost for day, cost in days if day.month == 11)
            for today in TODAYS:
                known = [(day, cost) for day, cost in days if day < today]
                known.append((today, dict(days)[today] // 2))
                ends = month_end(tuple(known), FIRST, today)
                assert ends is not None
                held += ends.low <= november <= ends.high
                whole += 1
    return held / whole


def alarms(line: Line, seeds: Sequence[int], after: int = 28) -> float:
    """False alarms in 60 days, once so many days are known."""
    number = 0
    for seed in seeds:
        days = line.days(seed, after + 60)
        costs = dict(days)
        number += sum(is_unusual(costs, FIRST, day) for day, _ in days[after:])
    return number / len(seeds)


def told(line: Line, times: float, seeds: Sequence[int]) -> float:
    """How often a Wednesday that costs so many times its normal one is told."""
    day, number = FIRST + timedelta(days=65), 0
    for seed in seeds:
        costs = dict(line.days(seed, 66))
        such = sorted(costs[day - timedelta(days=7 * back)] for back in range(1, 9))
        costs[day] = round(times * (such[3] + such[4]) / 2)
        number += is_unusual(costs, FIRST, day)
    return number / len(seeds)


def _poisson(chance: random.Random, mean: float) -> int:
    number, left = 0, chance.expovariate(1)
    while left < mean:
        number += 1
        left += chance.expovariate(1)
    return number


def main() -> None:
    seeds = range(60)
    say = sys.stdout.write
    say(f"{'':26}{'held by the range':>18}{'false alarms':>14}{'4 times told':>14}{'6 times told':>14}\n")
    for line in LINES:
        rates = f"{cover([line], seeds):18.1%}{alarms(line, seeds):14.2f}"
        say(f"{line.name:26}{rates}{told(line, 4, seeds):14.0%}{told(line, 6, seeds):14.0%}\n")
    say("The range is meant to hold four months in five. False alarms are those of 60 days.\n")


if __name__ == "__main__":
    main()
