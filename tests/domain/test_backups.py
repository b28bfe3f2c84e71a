"""Of the backups many of late are kept, and few of long ago."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from agentdesk.domain.backups import worth_keeping

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)  # a Sunday


def test_four_hundred_days_leave_seven_days_four_weeks_and_six_months() -> None:
    there: set[datetime] = set()
    for day in range(400):
        there.add(NOON + timedelta(days=day))
        there = set(worth_keeping(there))
        assert max(there) == NOON + timedelta(days=day)
    last = (NOON + timedelta(days=399)).date()
    ages = sorted((last - each.date()).days for each in there)
    assert len(ages) == 7 + 4 + 6
    assert ages[:7] == list(range(7))
    assert all(after - before <= 7 for before, after in pairwise(ages[:11]))
    assert ages[-1] >= 6 * 28


def test_of_one_day_the_last_is_kept_also_of_the_oldest_day_in_full() -> None:
    there = {NOON - timedelta(days=day, hours=hour) for day in range(8) for hour in (0, 3)}
    assert worth_keeping(there) == {NOON - timedelta(days=day) for day in range(8)}


def test_a_computer_that_was_off_for_a_year_loses_nothing() -> None:
    there = {NOON - timedelta(days=365 + day) for day in range(5)} | {NOON}
    assert worth_keeping(there) == there


def test_of_none_none_is_kept() -> None:
    assert worth_keeping(()) == frozenset()
