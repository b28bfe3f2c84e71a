"""A dead line is told in time, and a quiet one is left alone."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest

from agentdesk.checks.quiet_line import FALSE_ALARM_DAYS, Patience, hours_until_told, patience, silence
from agentdesk.domain.business import Span
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


@pytest.mark.parametrize(("a_week", "hours"), [(20, 12), (60, 5), (150, 2)])
def test_the_trade_off_of_a_line_is_stated_in_a_sentence(a_week: int, hours: int) -> None:
    assert Patience(a_week, 45).in_words() == (
        f"With about {a_week} calls a week in 45 open hours, a dead line is noticed after about {hours} open hours. "
        "The price: one false alarm in 60 days."
    )


def test_the_trade_off_comes_from_the_lines_own_calls_in_its_own_hours() -> None:
    nine_to_six = (*((Span(time(9), time(18)),),) * 5, (), ())
    now = MONDAY + timedelta(days=56)
    known = calls(60, 56, seed=4)
    found = patience(known, now, LONDON, nine_to_six)
    assert found is not None
    assert found.open_hours_a_week == 45
    assert found.calls_a_week == pytest.approx(len(known) / 8, rel=0.05)
    at_night = [each.replace(hour=2) for each in known]
    with_nights = patience([*known, *at_night], now, LONDON, nine_to_six)
    assert with_nights is not None
    assert with_nights.calls_a_week == pytest.approx(found.calls_a_week, rel=0.01)
    assert patience(known[:10], now, LONDON, nine_to_six) is None


def test_a_bar_that_closes_after_midnight_has_its_late_hours_counted() -> None:
    late = (*((),) * 4, (Span(time(18), time(2)),), (), ())
    friday_night = [
        MONDAY + timedelta(days=7 * week + 4, hours=23, minutes=step) for week in range(8) for step in (0, 9, 30)
    ]
    found = patience(friday_night, MONDAY + timedelta(days=56), LONDON, late)
    assert found is not None
    assert (found.open_hours_a_week, round(found.calls_a_week)) == (8, 3)


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
