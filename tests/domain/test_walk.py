"""The regular looks at an agent, from the day it went live."""

from __future__ import annotations

from datetime import date, timedelta

from agentdesk.domain.walk import FIRST_TWO_WEEKS, FORTNIGHTLY, MONTHLY, calendar, held

LIVE = date(2026, 11, 9)  # a Monday


def days(checklist: str, last: date, *closed: date) -> list[date]:
    return [each.on for each in calendar(LIVE, last, closed) if each.checklist == checklist]


def test_the_first_fortnight_is_denser() -> None:
    expected = [LIVE + timedelta(days=each) for each in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)]
    assert days(FIRST_TWO_WEEKS, date(2027, 1, 31)) == expected
    assert days(FIRST_TWO_WEEKS, date(2027, 1, 31), date(2026, 11, 11)) == [
        each for each in expected if each != date(2026, 11, 11)
    ]


def test_then_every_second_week_counted_from_going_live() -> None:
    assert days(FORTNIGHTLY, date(2026, 12, 31)) == [date(2026, 11, 23), date(2026, 12, 7), date(2026, 12, 21)]


def test_and_in_the_first_days_of_each_month() -> None:
    assert days(MONTHLY, date(2027, 2, 1)) == [date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]


def test_nothing_is_due_before_or_after_the_days_asked_for() -> None:
    assert calendar(LIVE, LIVE - timedelta(days=1)) == ()
    assert all(LIVE <= each.on <= date(2026, 12, 10) for each in calendar(LIVE, date(2026, 12, 10)))


def test_a_look_counts_within_its_days_only() -> None:
    (first, *_) = [each for each in calendar(LIVE, date(2026, 12, 31)) if each.checklist == FORTNIGHTLY]
    assert held(first, [(FORTNIGHTLY, date(2026, 12, 6))])
    assert not held(first, [(FORTNIGHTLY, date(2026, 12, 7))])
    assert not held(first, [(MONTHLY, date(2026, 11, 24))])
