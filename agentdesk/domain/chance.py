"""Whether two shares differ by more than chance: Fisher's exact test, two-sided."""

from __future__ import annotations

from math import comb

RARE = 0.05
"""Below this a difference is called more than chance."""


def by_chance(k1: int, n1: int, k2: int, n2: int) -> float:
    """How often a difference as large as between k1 of n1 and k2 of n2 comes about where there is none.

    Raises ValueError unless 0 ≤ k ≤ n on both sides. With nobody on a side it is 1.
    """
    if not (0 <= k1 <= n1 and 0 <= k2 <= n2):
        raise ValueError(f"{k1} of {n1} and {k2} of {n2} are no shares")
    together = k1 + k2
    low, high = max(0, together - n2), min(together, n1)
    seen = comb(n1, k1) * comb(n2, k2)
    # whole numbers throughout, each from the one before: exact, and quick for many thousands
    ways = comb(n1, low) * comb(n2, together - low)
    as_rare = total = 0
    for k in range(low, high + 1):
        total += ways
        as_rare += ways if ways <= seen else 0
        ways = ways * (n1 - k) * (together - k) // ((k + 1) * (n2 - together + k + 1))
    return as_rare / total


def could_be_found(n1: int, n2: int) -> bool:
    """Whether any difference at all between so few could be told from chance."""
    return by_chance(0, n1, n2, n2) < RARE
