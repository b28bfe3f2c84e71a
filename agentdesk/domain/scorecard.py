"""The scorecard as data: what the screen shows and the page prints, to the digit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from agentdesk.domain.clock import Period
from agentdesk.domain.finding import Severity
from agentdesk.domain.measure import Range, Verdict


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of a period.

    `words` is the sentence that screen and page show; the numbers beside it are what it was made from.
    `numerator` and `denominator` are counts for shares, None where the measure is an amount or a length.
    `rows` are the ids of the calls (or bookings, when `rows_are` says so) behind the numerator.
    """

    measure: str
    name: str
    words: str
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    between: Range | None = None
    target: float | None = None
    verdict: Verdict = Verdict.NONE
    source: str = "all calls"
    last_period: str = ""
    """The same sentence for the period before, empty where nothing is known of it."""
    rows: tuple[int, ...] = ()
    rows_are: str = "calls"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class WentWrong:
    """Something that went wrong and what was done about it; nothing while it is still open."""

    what: str
    words: str
    done: str
    on: date
    finding: str = ""
    severity: Severity = Severity.AMBER

    @property
    def is_open(self) -> bool:
        return not self.done

    @property
    def what_was_done(self) -> str:
        """In words, also where it was nothing."""
        return self.done or "Nothing yet."


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """One week of a chart: counts, never shares without their counts."""

    week: date
    calls: int
    bookings_right: int
    bookings_checked: int
    cost: float | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything on the two pages. Text is plain and already in the owner's words."""

    business: str
    agent: str
    period: Period
    made_at: datetime
    purpose: str
    summary: str
    """The period in one paragraph."""
    figures: tuple[Figure, ...]
    """The six that fit the agent's job first; the rest in the order of the measures."""
    went_wrong: tuple[WentWrong, ...]
    money: tuple[str, ...]
    """Spend against the limit, in sentences."""
    decisions: tuple[str, ...]
    checked: tuple[str, ...]
    """How it was checked: how many calls, how many looked at, how many by chance, by whom, the draw."""
    changes: tuple[str, ...]
    not_known: tuple[str, ...]
    """Never empty: there is always something that nobody looked at."""
    definitions: tuple[tuple[str, str], ...]
    weeks: tuple[WeekPoint, ...]
    brief_version: int | None
    definitions_version: str
    example: bool = False
