"""What the agents of a month cost: so far, where it ends, what it bought, and what was unusual about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from agentdesk.domain.agent import Agent
from agentdesk.domain.finding import FindingStatus
from agentdesk.domain.money import Money
from agentdesk.domain.spike import Part

HALF, FOUR_FIFTHS, ALL = Decimal("0.5"), Decimal("0.8"), Decimal(1)
MARKS = (HALF, FOUR_FIFTHS, ALL)
"""How much of a limit must be used for the owner to be told, once each."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that had calls. `cost` is in the currency of the whole; None where that can't be said."""

    day: date
    calls: int
    cost: Money | None


@dataclass(frozen=True, slots=True)
class Spike:
    """A day that cost unusually more than such a weekday. The parts' `more` add up to the difference."""

    finding: str
    """The matter's id; empty where none is kept of it."""
    status: FindingStatus
    day: date
    cost: Money
    normal: Money
    parts: tuple[Part, ...]

    @property
    def more(self) -> Money:
        return Money(self.cost.minor - self.normal.minor, 2, self.cost.currency)


@dataclass(frozen=True, slots=True)
class Stop:
    """A limit, and whether its service really stops there. `used` is empty where only the service could say."""

    what: Literal["money", "calls", "minutes", "length"]
    limit: str
    used: str
    hard: bool
    words: str
    """What happens at the limit, in a sentence."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency counts for in the business's; None where nobody set a rate."""

    currency: str
    rate: Decimal | None
    as_of: date | None
    into: str
    """The business's currency."""


@dataclass(frozen=True, slots=True)
class AgentMoney:
    """One agent's month. `agent` is None for the calls of all agents that aren't on the list.

    `so_far` is None where there is no exchange rate; what was charged stands in `charged` all the same.
    """

    agent: Agent | None
    so_far: Money | None
    charged: tuple[Money, ...]
    calls: int
    minutes: int
    bookings: int
    not_reported: int
    """Calls for which the service reported no cost."""
    share: float | None
    """Of the limit that is used; None without a limit, or where it isn't watched."""
    low: Money | None
    high: Money | None
    passed_on: date | None
    """The day by which the limit has been passed, or will probably be."""
    days: tuple[Day, ...]
    spikes: tuple[Spike, ...]
    stops: tuple[Stop, ...]

    @property
    def unwatched(self) -> bool:
        """Whether there is a limit that nobody can watch."""
        return self.share is None and self.agent is not None and self.agent.monthly_limit is not None


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """A part of the difference that the owner could explain."""

    words: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Invoice:
    """What a service asked for a month, beside what was counted here when it was typed in."""

    connection: str
    month: date
    """Its first day."""
    total: Money
    counted: Money
    lines: tuple[InvoiceLine, ...]
    at: datetime
    by: str

    @property
    def difference(self) -> Money:
        return _less(self.total, self.counted)

    @property
    def unexplained(self) -> Money:
        """What is left of the difference after the lines."""
        left = self.difference
        for each in self.lines:
            left = _less(left, each.amount)
        return left


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """Everything that the page shows. `marked` are the calls of the month that somebody said were spam or tests.

    `whole` is what all calls came to, rounded once: the agents' sums, each rounded by itself, may differ from it by
    pennies. It is None where part of it has no exchange rate.
    """

    today: date
    agents: tuple[AgentMoney, ...]
    whole: Money | None
    rates: tuple[Rate, ...]
    marked: int
    marked_cost: tuple[Money, ...]


def _less(one: Money, other: Money) -> Money:
    return one + Money(-other.minor, other.scale, other.currency)
