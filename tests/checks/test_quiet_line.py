"""A dead line is told in time, and a quiet one is left alone."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from agentdesk.checks.quiet_line import FALSE_ALARM_DAYS, hours_until_told, silence
from tests.conversations import LONDON

MONDAY = datetime(2026, 9, 7, tzinfo=UTC)


def calls(a_week: int, days: int, seed: int, start: datetime = MONDAY) -> list[datetime]:
    """Calls at random from nine to six on five days of the week."""
    chance = random.Random(seed)  # noqa: S311 - the same days each time
    found = []
    for step in range(days):
        day = (start + timedelta(days=step)).astimezone(LONDON).replace(hour=9)
        at = day
        while day.weekday() < 5:
            at += timedelta(hours=chance.expovariate(a_week / 45))
            if at >= day + timedelta(hours=9):
                break
            found.append(at.astimezone(UTC))
    return found


@pytest.mark.parametrize(("a_week", "hours"), [(20, 12), (60, 5), (150, 2)])
def test_what_is_stated_is_what_the_arithmetic_allows(a_week: int, hours: int) -> None:
    assert round(hours_until_told(a_week, 45)) == hours


def alarms(a_week: int, days: int, seed: int, lasting: timedelta = timedelta(days=56)) -> int:
    """How often an hourly look would have told of silence, once for each silence."""
    known = calls(a_week, days, seed)
    told: set[datetime] = set()
    now = MONDAY + lasting
    while now < MONDAY + timedelta(days=days):
        found = silence([each for each in known if each <= now], now, LONDON)
        if found is not None:
            told.add(found.since)
        now += timedelta(hours=2)
    return len(told)


def test_a_line_that_works_is_rarely_called_quiet() -> None:
    looked_at = 56 * 6
    told = sum(alarms(60, 112, seed) for seed in range(6))
    assert told / looked_at <= 2 / FALSE_ALARM_DAYS


@pytest.mark.parametrize("a_week", [20, 60, 150])
def test_a_dead_line_is_told_within_twice_what_is_stated(a_week: int) -> None:
    known = [each for each in calls(a_week, 60, seed=3) if each < MONDAY + timedelta(days=56, hours=9)]
    now, open_hours = known[-1], 0.0
    while silence(known, now, LONDON) is None:
        now += timedelta(hours=1)
        local = now.astimezone(LONDON)
        open_hours += local.weekday() < 5 and 9 <= local.hour < 18
        assert open_hours < 2 * hours_until_told(a_week, 45) + 2


def test_nights_weekends_and_closed_days_are_no_silence() -> None:
    known = [each for each in calls(150, 61, seed=5) if each.astimezone(LONDON).date() <= date(2026, 11, 6)]
    assert known[-1].astimezone(LONDON).weekday() == 4
    assert silence(known, datetime(2026, 11, 9, 8, 30, tzinfo=UTC), LONDON) is None
    tuesday = datetime(2026, 11, 10, 9, 30, tzinfo=UTC)
    assert silence(known, tuesday, LONDON, closed={date(2026, 11, 9)}) is None
    found = silence(known, tuesday, LONDON)
    assert found is not None
    assert found.since == known[-1]
    assert "Phone line since Fri 6 Nov" in found.in_words("Phone line", LONDON)


def test_too_few_calls_say_nothing() -> None:
    assert silence([], MONDAY, LONDON) is None
    assert silence(calls(20, 7, seed=1), MONDAY + timedelta(days=30), LONDON) is None
