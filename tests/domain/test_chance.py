"""Fisher's exact test, against tables worked out elsewhere."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.domain.chance import by_chance, could_be_found


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # the tasting of tea: four of four right against none
        ((4, 4, 0, 4), 0.028571428571428),
        ((3, 4, 1, 4), 0.485714285714286),
        # textbook and reference values, two-sided
        ((1, 10, 11, 14), 0.002759456185220),
        ((8, 10, 1, 6), 0.034965034965035),
        ((0, 0, 3, 7), 1.0),
        ((5, 5, 7, 7), 1.0),
    ],
)
def test_known_tables(table: tuple[int, int, int, int], expected: float) -> None:
    assert by_chance(*table) == pytest.approx(expected, abs=1e-9)


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_it_is_the_share_of_all_orders_that_are_as_rare(n1: int, n2: int, data: st.DataObject) -> None:
    k1, k2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    counted = [sum(each < n1 for each in chosen) for chosen in combinations(range(n1 + n2), k1 + k2)]
    of_each = {k: Fraction(counted.count(k), len(counted)) for k in set(counted)}
    expected = sum(share for share in of_each.values() if share <= of_each[k1])
    assert by_chance(k1, n1, k2, n2) == pytest.approx(float(expected), abs=1e-12)


def test_large_numbers_are_exact_and_quick() -> None:
    assert by_chance(3_000, 10_000, 3_000, 10_000) == 1.0
    assert by_chance(4_000, 10_000, 3_000, 10_000) < 1e-40


def test_what_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="no shares"):
        by_chance(5, 4, 0, 1)


def test_three_against_three_can_never_show_anything() -> None:
    assert not could_be_found(3, 3)
    assert could_be_found(4, 4)
