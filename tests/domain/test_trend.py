from __future__ import annotations

import random
from datetime import date, timedelta

from agentdesk.domain.trend import BEFORE, RECENT, WeekShare, slide

MONDAY = date(2026, 6, 1)


def weeks(*shares: tuple[int, int]) -> list[WeekShare]:
    return [WeekShare(MONDAY + timedelta(weeks=at), k, n) for at, (k, n) in enumerate(shares)]


def test_a_line_that_stays_level_is_no_slide() -> None:
    assert slide(weeks(*[(19, 20)] * 12), higher_is_better=True) is None


def test_four_weeks_that_are_clearly_worse_than_the_eight_before_are_a_slide_with_both_sums() -> None:
    found = slide(weeks(*[(19, 20)] * 8, *[(15, 20)] * 4), higher_is_better=True)
    assert found is not None
    assert (found.before, found.recent) == ((152, 160), (60, 80))
    assert found.chance < 0.001


def test_getting_better_is_no_slide_and_where_less_is_better_more_is_one() -> None:
    rising = weeks(*[(1, 20)] * 8, *[(6, 20)] * 4)
    assert slide(rising, higher_is_better=True) is None
    assert slide(rising, higher_is_better=False) is not None


def test_before_there_are_eight_weeks_nobody_can_tell() -> None:
    assert slide(weeks(*[(20, 20)] * 3, *[(0, 20)] * 4), higher_is_better=True) is None
    assert slide(weeks(*[(20, 20)] * 4, *[(0, 20)] * 4), higher_is_better=True) is not None


def test_weeks_in_which_nothing_was_counted_count_for_nothing() -> None:
    assert slide(weeks(*[(0, 0)] * 12), higher_is_better=True) is None


def test_a_planted_slide_is_called_within_four_weeks_in_eight_cases_of_ten_and_a_level_line_once_in_six_years() -> None:
    chance = random.Random(20261123)  # noqa: S311 - weeks are drawn, not secrets
    called = sum(_weeks_until_called(chance, 0.95, 0.80) <= RECENT for _ in range(300))
    assert called / 300 > 0.8
    alarms = sum(_weeks_until_called(chance, 0.95, 0.95) <= 52 for _ in range(300))
    assert alarms / 300 < 1 / 5


def _weeks_until_called(chance: random.Random, before: float, after: float) -> int:
    """With about twenty counted a week: how many weeks after the step it is called; 53 when not within the year."""
    shares: list[tuple[int, int]] = []
    for week in range(-RECENT - BEFORE, 53):
        n = max(0, round(chance.gauss(20, 4.5)))
        shares.append((sum(chance.random() < (before if week < 0 else after) for _ in range(n)), n))
        if week >= 0 and slide(weeks(*shares[-RECENT - BEFORE :]), higher_is_better=True) is not None:
            return week + 1
    return 53
