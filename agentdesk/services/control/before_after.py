"""Did it get worse? The measures before a change against those after it, and whether the difference is chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from agentdesk.domain.chance import RARE, by_chance, could_be_found
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.measures import by_id, figures
from agentdesk.domain.scorecard import Figure
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.reviews.figures import FigureService

SPAN = timedelta(days=28)
"""Looked at on each side, at most."""
_COMPARED = ("K05", "K07", "K09", "K10", "K14", "K15", "K17")
"""The shares that every call counts for: those of calls somebody looked at are too few for this."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure on both sides of a change. `chance`: how often chance alone makes such a difference."""

    measure: str
    name: str
    before: tuple[int, int]
    after: tuple[int, int]
    chance: float
    worse: bool | None
    """Whether it went the wrong way; None where no way is wrong, or it stayed."""
    rows: tuple[int, ...]
    """The calls counted after the change."""

    @property
    def tells(self) -> bool:
        """Whether there are calls enough for any difference to be told from chance."""
        return could_be_found(self.before[1], self.after[1])

    @property
    def words(self) -> str:
        """What one may say of it."""
        if not self.tells:
            return "Too few calls to tell."
        if self.chance >= RARE:
            return "Could easily be chance."
        if self.worse is None:
            return "More than chance."
        return "More than chance, and worse." if self.worse else "More than chance, and better."


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Every measure that can be compared, those with more than chance first."""

    at: datetime
    calls_before: int
    calls_after: int
    compared: tuple[Compared, ...]

    @property
    def words(self) -> str:
        """The whole in one sentence."""
        if not self.calls_after:
            return "No call has come since, so there is nothing to compare yet."
        if not self.calls_before:
            return "No call from before is known, so there is nothing to compare with."
        if not any(each.tells for each in self.compared):
            return "There are too few calls yet to tell a difference from chance."
        certain = [each for each in self.compared if each.words.startswith("More")]
        if not certain:
            return "Nothing differs by more than could easily be chance."
        worse = [each.name.lower() for each in certain if each.worse]
        if worse:
            return f"Worse by more than chance: {', '.join(worse)}."
        return f"Different by more than chance: {', '.join(each.name.lower() for each in certain)}."


class BeforeAfterService:
    """Compares."""

    def __init__(self, clock: Clock, businesses: BusinessService, facts: FigureService) -> None:
        self._clock = clock
        self._businesses = businesses
        self._facts = facts

    def compare(self, agent: str, at: datetime, until: datetime | None = None) -> BeforeAfter:
        """The calls of up to four weeks before an instant against those from it on, `until` another or now."""
        zone, now = self._businesses.zone(), self._clock.now()
        end = min(until or now, now, at + SPAN)
        whole = self._facts.facts(Period(day_of(at - SPAN, zone), day_of(end, zone)), agent)
        before, after = whole.between(at - SPAN, at), whole.between(at, end)
        earlier = {each.measure: each for each in figures(before)}
        compared = tuple(_compared(earlier[each.measure], each) for each in figures(after) if each.measure in _COMPARED)
        return BeforeAfter(
            at, len(before.real), len(after.real), tuple(sorted(compared, key=lambda each: each.chance >= RARE))
        )


def _compared(before: Figure, after: Figure) -> Compared:
    (k1, n1), (k2, n2) = ((each.numerator or 0, each.denominator or 0) for each in (before, after))
    better = by_id(after.measure).higher_is_better
    worse = None
    if better is not None and n1 and n2 and k1 * n2 != k2 * n1:
        worse = (k2 * n1 < k1 * n2) is better
    return Compared(after.measure, after.name, (k1, n1), (k2, n2), by_chance(k1, n1, k2, n2), worse, after.rows)
