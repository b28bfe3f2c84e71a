"""What lists are asked for and what their rows hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.finding import FindingStatus, Kind, Severity
from agentdesk.domain.money import Money


@dataclass(frozen=True, slots=True)
class CallFilter:
    """Which calls. Days are in the business's zone and included; empty filters let everything through.

    `words`: every one of them was said, by caller or agent. `ids`: only these calls.
    """

    first: date | None = None
    last: date | None = None
    agent: str | None = None
    words: str = ""
    with_findings: bool = False
    outcome: str | None = None
    answered: bool | None = None
    ids: frozenset[int] | None = None


class CallRow(NamedTuple):
    """A line of the list of calls. `turns` counts what was spoken; `findings` those that are open.

    A tuple, because making 50 of these as dataclasses takes longer than finding them.
    """

    id: int
    connection: str
    external_id: str
    agent: str | None
    agent_external_id: str | None
    started_at: datetime
    seconds: float | None
    caller: str | None
    outcome: str | None
    cost: Money | None
    turns: int
    final: bool
    snippet: str | None = None
    """Words around what was searched for; None without a search."""
    findings: int = 0
    worst: Severity | None = None

    @property
    def answered(self) -> bool:
        return self.turns > 0


@dataclass(frozen=True, slots=True)
class BookingFilter:
    """Which entries, by the day on which they start."""

    first: date | None = None
    last: date | None = None
    status: BookingStatus | None = None
    words: str = ""
    ids: frozenset[int] | None = None
    connection: str | None = None
    """Only those of this diary."""


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings, by the day of the call or entry they are about.

    `decided`: only those that somebody decided about. `ids`: only these findings.
    """

    first: date | None = None
    last: date | None = None
    status: FindingStatus | None = None
    agent: str | None = None
    call: int | None = None
    booking: int | None = None
    kinds: Sequence[Kind] = ()
    severities: Sequence[Severity] = ()
    decided: bool = False
    ids: frozenset[str] | None = None


NEEDS_SOMEBODY = FindingFilter(status=FindingStatus.OPEN, severities=(Severity.RED, Severity.AMBER))
"""Open matters that are more than worth knowing: what every "needs you" counts, and every list behind it shows."""


@dataclass(frozen=True, slots=True)
class DayTotal:
    """The calls of one agent on one day. `seconds` sums those that are known."""

    day: date
    agent: str | None
    calls: int
    answered: int
    seconds: float
    costs: tuple[Money, ...] = ()
