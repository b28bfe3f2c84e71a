"""A measure over the weeks, and whether it slowly gets worse (R50)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agentdesk.domain.chance import by_chance

RECENT, BEFORE = 4, 8
"""Weeks: the newest whole ones, and those before them that they are held against."""
FEWEST_BEFORE = 4
"""With fewer weeks before, there is nothing yet to slide away from."""
RARE = 0.01
"""A difference that chance makes less often than that is called a slide.

Looked at every week, a line that stays level is then called one by mistake about once in six years; a share that
falls from 95 to 80 of 100, with twenty counted a week, is called within four weeks in eight cases of ten
(`tests/domain/test_trend.py` counts both).
"""


@dataclass(frozen=True, slots=True)
class WeekShare:
    """`k` of `n` in the week that began on a Monday; `rows` are the calls or entries behind k."""

    monday: date
    k: int
    n: int
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """The newest weeks against those before, as k of n each, and how often chance alone makes such a difference."""

    recent: tuple[int, int]
    before: tuple[int, int]
    chance: float


def slide(weeks: Sequence[WeekShare], higher_is_better: bool) -> Slide | None:
    """Whether a measure slid, from its whole weeks, oldest first; None while it didn't, or nobody can tell.

    Fisher's exact test between the sums of the newest RECENT weeks and of up to BEFORE weeks before them.
    """
    newest, earlier = weeks[-RECENT:], weeks[-RECENT - BEFORE : -RECENT]
    if len(earlier) < FEWEST_BEFORE:
        return None
    (k1, n1), (k2, n2) = _together(earlier), _together(newest)
    worse = k2 * n1 < k1 * n2 if higher_is_better else k2 * n1 > k1 * n2
    if not n1 or not n2 or not worse:
        return None
    chance = by_chance(k1, n1, k2, n2)
    return Slide((k2, n2), (k1, n1), chance) if chance < RARE else None


def _together(weeks: Sequence[WeekShare]) -> tuple[int, int]:
    return sum(each.k for each in weeks), sum(each.n for each in weeks)
