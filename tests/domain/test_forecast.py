"""Where a month ends: a range that holds what it says, from the figures alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agentdesk.domain.forecast import LEAST_DAYS, month_end
from tests.spending import FIRST, LINES, Line, cover

TODAY = date(2026, 11, 11)


def steady(cost: int = 100, since: date = FIRST, until: date = TODAY) -> tuple[tuple[date, int], ...]:
    """Every weekday costs the same, weekends nothing; of `until` nothing is known."""
    days = (since + timedelta(days=each) for each in range((until - since).days))
    return tuple((day, cost if day.weekday() < 5 else 0) for day in days)


def test_the_range_holds_the_month_in_three_quarters_to_nine_tenths_of_back_tests() -> None:
    assert 0.75 <= cover(LINES, range(6)) <= 0.90


@pytest.mark.parametrize("line", [each for each in LINES if each.growth], ids=lambda each: each.name)
def test_a_business_that_grows_or_shrinks_is_held_as_well(line: Line) -> None:
    # `python -m tests.spending` says it of every line, from more of them
    assert 0.70 <= cover([line], range(100, 125)) <= 0.92


def test_weeks_that_grow_lead_on_as_they_grow() -> None:
    weeks = [(FIRST + timedelta(days=7 * week + day), 100 + 5 * week) for week in range(10) for day in range(7)]
    today = FIRST + timedelta(days=70)
    ends = month_end(tuple(weeks), FIRST, today)
    assert ends is not None
    so_far = sum(cost for day, cost in weeks if day.month == today.month)
    left = (date(2026, 12, 1) - today).days
    assert abs(ends.middle - so_far - sum(100 + 5 * (10 + each // 7) for each in range(left))) < 0.03 * ends.middle


def test_days_that_are_all_alike_leave_nothing_open() -> None:
    ends = month_end(steady(), FIRST, TODAY, limit=1_850)
    assert ends is not None
    assert (ends.low, ends.middle, ends.high) == (2_100, 2_100, 2_100)
    # the nineteenth working day
    assert ends.passed_on == date(2026, 11, 26)


def test_a_limit_that_holds_has_no_day_on_which_it_is_passed() -> None:
    ends = month_end(steady(), FIRST, TODAY, limit=2_100)
    assert ends is not None
    assert ends.passed_on is None


def test_the_same_figures_give_the_same_answer_and_other_figures_another() -> None:
    days = tuple(LINES[0].days(3, 72))
    again = month_end.__wrapped__
    assert again(days, FIRST, TODAY) == again(days, FIRST, TODAY)
    assert again(days, FIRST, TODAY) != again((*days[:-2], (days[-2][0], days[-2][1] + 500), days[-1]), FIRST, TODAY)


@pytest.mark.parametrize(("known", "says"), [(LEAST_DAYS - 1, False), (LEAST_DAYS, True)])
def test_with_less_than_a_week_behind_it_nobody_can_say(known: int, says: bool) -> None:
    since = TODAY - timedelta(days=known)
    assert (month_end(steady(since=since), since, TODAY) is not None) is says


def test_fewer_weeks_behind_it_make_a_wider_range() -> None:
    days = LINES[0].days(5, 72)
    wide = [
        month_end(tuple(each for each in days if each[0] >= since), since, TODAY)
        for since in (TODAY - timedelta(days=14), FIRST)
    ]
    assert wide[0]
    assert wide[1]
    assert wide[0].high - wide[0].low > wide[1].high - wide[1].low


def test_what_is_spent_already_is_the_least_that_the_month_can_come_to() -> None:
    ends = month_end((*steady(), (TODAY, 90_000)), FIRST, TODAY)
    assert ends is not None
    assert ends.low >= 90_000


def test_a_day_that_is_closed_costs_no_more_than_the_quietest_weekday() -> None:
    closed = frozenset({date(2026, 11, 12), date(2026, 11, 13)})
    ends = month_end(steady(), FIRST, TODAY, None, closed)
    assert ends is not None
    assert ends.middle == 1_900
