"""The arithmetic of small numbers: ranges, verdicts and the sentences that go with them.

Formulas and rules: "Measures", section "Small numbers".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

Z95 = 1.959964
"""The normal quantile of a two-sided 95 % range."""


class Verdict(StrEnum):
    ON_TARGET = "on_target"
    BELOW_TARGET = "below_target"
    TOO_EARLY = "too_early"
    NONE = "none"
    """No target, or too few to judge: no word and no colour."""

    @property
    def in_words(self) -> str:
        return {"on_target": "On target", "below_target": "Below target", "too_early": "Too early to say"}.get(self, "")


@dataclass(frozen=True, slots=True)
class Range:
    """Shares between 0 and 1."""

    low: float
    high: float


def wilson(k: int, n: int) -> Range:
    """The 95 % Wilson range of k in n. Raises ValueError unless 0 ≤ k ≤ n and n > 0."""
    if n <= 0 or not 0 <= k <= n:
        raise ValueError(f"{k} of {n} is not a share")
    p, zz = k / n, Z95 * Z95
    centre = (p + zz / (2 * n)) / (1 + zz / n)
    half = Z95 * math.sqrt(p * (1 - p) / n + zz / (4 * n * n)) / (1 + zz / n)
    return Range(max(0.0, centre - half), min(1.0, centre + half))


def verdict(k: int, n: int, target: float | None, higher_is_better: bool = True) -> Verdict:
    """On target only when the whole range is; below only when none of it is. Under 20, no verdict but "too early".

    A target of none at all has no verdict: no number of calls would prove it, and each case is named by itself.
    """
    if not target or n < 5:
        return Verdict.NONE
    if n < 20:
        return Verdict.TOO_EARLY
    between = wilson(k, n)
    good, bad = (
        (between.low >= target, between.high < target)
        if higher_is_better
        else (
            between.high <= target,
            between.low > target,
        )
    )
    if good:
        return Verdict.ON_TARGET
    return Verdict.BELOW_TARGET if bad else Verdict.TOO_EARLY


def share_in_words(k: int, n: int, none_seen: str | None = None) -> str:
    """A share as the screen and the page say it.

    `none_seen` is the word for what was counted ("wrong") where k counts bad ones: with none in
    five or more it says how many could still be hidden.
    """
    if n == 0:
        return "No calls to judge yet."
    between = wilson(k, n)
    if k == 0 and n >= 5 and none_seen is not None:
        return f"None {none_seen} in {n}: could still be up to about 1 in {math.floor(1 / between.high + 0.5)}"
    if n < 5:
        return f"{k} of {n}"
    likely = f"likely between {_percent(between.low)} and {_percent(between.high)}"
    if n < 20:
        return f"{k} of {n} ({likely})"
    return f"{_percent(k / n)}: {k} of {n} ({likely})"


def _percent(share: float) -> str:
    return f"{math.floor(100 * share + 0.5)} %"
