"""Opening hours hold on the wall clock: bank holidays of the right nation, lunch, midnight, both clock changes."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta

import pytest

from agentdesk.domain.business import Business, Closure, Nation, Span, WeekHours
from agentdesk.domain.calendar import OpeningCalendar, bank_holidays

WITH_LUNCH: WeekHours = (*(((Span(time(9), time(12, 30)), Span(time(13), time(17, 30))),) * 5), (), ())


def calendar(hours: WeekHours = WITH_LUNCH, **what: object) -> OpeningCalendar:
    return OpeningCalendar(Business("Hartley", hours=hours, **what))  # type: ignore[arg-type]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("nation", "day", "closed"),
    [
        (Nation.ENGLAND_AND_WALES, date(2027, 3, 26), True),
        (Nation.ENGLAND_AND_WALES, date(2027, 3, 29), True),
        (Nation.ENGLAND_AND_WALES, date(2027, 12, 27), True),
        (Nation.ENGLAND_AND_WALES, date(2027, 12, 28), True),
        (Nation.SCOTLAND, date(2027, 3, 29), False),
        (Nation.SCOTLAND, date(2026, 11, 30), True),
        (Nation.ENGLAND_AND_WALES, date(2026, 11, 30), False),
        (Nation.NORTHERN_IRELAND, date(2026, 7, 13), True),
        (Nation.ENGLAND_AND_WALES, date(2026, 7, 13), False),
        (Nation.ENGLAND_AND_WALES, date(2026, 12, 28), True),
    ],
)
def test_each_nation_has_its_own_bank_holidays(nation: Nation, day: date, closed: bool) -> None:
    assert (day in bank_holidays(nation, day.year)) is closed


def test_a_bank_holiday_closes_only_who_closes_on_them() -> None:
    christmas = date(2026, 12, 25)
    assert calendar().why_closed(christmas) == "bank holiday, Christmas Day"
    assert calendar(closed_on_bank_holidays=False).why_closed(christmas) is None


def test_a_closure_says_why() -> None:
    closed = calendar(closures=(Closure(date(2026, 11, 24), date(2026, 11, 25), "training"),))
    assert [closed.why_closed(date(2026, 11, day)) for day in (23, 24, 25, 26)] == [None, "training", "training", None]


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        ("2026-11-24T09:00", "2026-11-24T12:30", True),
        ("2026-11-24T08:59", "2026-11-24T09:30", False),
        ("2026-11-24T12:00", "2026-11-24T13:30", False),
        ("2026-11-24T13:00", "2026-11-24T17:30", True),
        ("2026-11-24T17:00", "2026-11-24T17:31", False),
        ("2026-11-22T10:00", "2026-11-22T11:00", False),
        ("2026-07-07T08:00", "2026-07-07T09:00", True),
    ],
)
def test_the_whole_of_it_must_be_open(start: str, end: str, inside: bool) -> None:
    assert calendar().is_inside(at(start), at(end)) is inside


def test_hours_may_run_over_midnight() -> None:
    night: WeekHours = ((), (), (), (), (Span(time(22), time(2)),), (), ())
    friday = calendar(night)
    assert friday.is_inside(at("2026-11-20T23:30"), at("2026-11-21T01:30"))
    assert not friday.is_inside(at("2026-11-21T01:30"), at("2026-11-21T02:30"))


def test_spans_that_touch_are_one() -> None:
    touching: WeekHours = ((Span(time(9), time(12)), Span(time(12), time(17))), *(((),) * 6))
    assert calendar(touching).is_inside(at("2026-11-23T11:30"), at("2026-11-23T12:30"))


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 1), 24)])
def test_a_day_open_all_day_has_the_hours_that_the_clock_gives_it(day: date, hours: int) -> None:
    whole: WeekHours = ((Span(time(0), time(0)),),) * 7
    assert calendar(whole).open_hours(day, day) == timedelta(hours=hours)


def test_nine_to_five_holds_on_both_sides_of_the_change() -> None:
    every_day: WeekHours = ((Span(time(9), time(17)),),) * 7
    summer, winter = at("2026-10-24T08:00"), at("2026-10-25T09:00")
    assert calendar(every_day).is_inside(summer, summer + timedelta(hours=8))
    assert calendar(every_day).is_inside(winter, winter + timedelta(hours=8))
    assert not calendar(every_day).is_inside(winter - timedelta(hours=1), winter)


def test_bank_holidays_are_the_librarys_and_bring_no_other_country_into_memory() -> None:
    asked = """
import json, sys
from agentdesk.domain.calendar import Nation, bank_holidays
ours = {f"{nation} {year}": {str(day): name for day, name in bank_holidays(nation, year).items()}
        for nation in Nation for year in (2026, 2027)}
countries = [each for each in sys.modules if each.startswith("holidays.countries.")]
import holidays
parts = {Nation.ENGLAND_AND_WALES: "ENG", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}
theirs = {f"{nation} {year}": {str(day): name for day, name in holidays.country_holidays("GB", part, year).items()}
          for nation, part in parts.items() for year in (2026, 2027)}
print(json.dumps([ours == theirs, countries]))
"""
    done = subprocess.run([sys.executable, "-c", asked], stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    assert json.loads(done.stdout) == [True, ["holidays.countries.united_kingdom"]]
