from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given

from agentdesk.domain.business import Span, WeekHours
from agentdesk.language.moments import Granularity, moments
from tests.conversations import LUNCH_WEEK, texts

SUNDAY = date(2026, 11, 22)
EVENINGS: WeekHours = ((Span(time(17), time(23)),),) * 7


def read(text: str, today: date = SUNDAY, hours: WeekHours | None = LUNCH_WEEK) -> tuple[str, str]:
    """The first day and time of a text, as "2026-11-24" and "14:10"; empty where none was read."""
    found = moments(text, today, hours)
    day = next((each.day for each in found if each.day), None)
    clock = next((each.time for each in found if each.time), None)
    return (day.isoformat() if day else "", f"{clock:%H:%M}" if clock else "")


@pytest.mark.parametrize(
    ("said", "day", "clock"),
    [
        ("tomorrow at half three", "2026-11-23", "15:30"),
        ("Thursday the 26th at 2", "2026-11-26", "14:00"),
        ("Thursday 26th November at ten past two", "2026-11-26", "14:10"),
        ("a week on Friday at quarter to nine in the morning", "2026-12-04", "08:45"),
        ("Tuesday week, twenty to four", "2026-12-01", "15:40"),
        ("a fortnight on Monday at noon", "2026-12-07", "12:00"),
        ("the day after tomorrow at 9", "2026-11-24", "09:00"),
        ("27/11 at 14:30", "2026-11-27", "14:30"),
        ("03/12/2026 at 9.15am", "2026-12-03", "09:15"),
        ("2026-12-03 at 09:15", "2026-12-03", "09:15"),
        ("the 3rd of next month at eleven o'clock", "2026-12-03", "11:00"),
        ("on the twenty sixth of november at two thirty p m", "2026-11-26", "14:30"),
        ("nine oh five on Wednesday", "2026-11-25", "09:05"),
        ("fourteen thirty on Tuesday", "2026-11-24", "14:30"),
        ("in three days' time at half past four in the afternoon", "2026-11-25", "16:30"),
        ("this evening at 6", "2026-11-22", "18:00"),
        ("7 tonight", "2026-11-22", "19:00"),
        ("at 9 tomorrow morning", "2026-11-23", "09:00"),
        ("12 noon on Boxing Day", "2026-12-26", "12:00"),
        ("Tue 24 Nov, 2:10 pm", "2026-11-24", "14:10"),
        ("November 24th, 2026 at 2:10 p.m.", "2026-11-24", "14:10"),
    ],
)
def test_days_and_times_are_read_the_british_way(said: str, day: str, clock: str) -> None:
    assert read(said) == (day, clock)


@pytest.mark.parametrize(
    "said",
    [
        "half an hour",
        "that's £2.30 a minute",
        "we're at 12 High Street",
        "a table for 2 people",
        "ring 0113 496 0102",
        "the first available one",
        "the first is at your place",
        "just a second",
        "it takes about 20 minutes",
        "she's 9 years old",
        "the 31st of February",
        "quarter of the price",
    ],
)
def test_words_that_only_count_something_are_left_alone(said: str) -> None:
    assert read(said) == ("", "")


def test_half_three_is_in_the_afternoon_but_not_for_certain() -> None:
    found = moments("half three", SUNDAY)[0]
    assert found.times == (time(15, 30), time(3, 30))
    assert not found.certain
    assert found.granularity is Granularity.TIME


def test_a_time_with_its_half_of_the_day_is_certain() -> None:
    found = moments("Thursday at 3:30 pm", SUNDAY)[0]
    assert found.certain
    assert found.granularity is Granularity.DAY_AND_TIME


def test_opening_hours_decide_which_half_of_the_day_is_meant() -> None:
    assert read("at half eight", hours=EVENINGS) == ("", "20:30")
    assert read("at half eight", hours=LUNCH_WEEK) == ("", "08:30")


def test_next_tuesday_may_mean_two_days_when_this_week_has_one_to_come() -> None:
    monday = date(2026, 11, 23)
    found = moments("next Thursday", monday)[0]
    assert found.days == (date(2026, 12, 3), date(2026, 11, 26))
    assert not found.certain


def test_a_weekday_that_does_not_fit_its_date_keeps_both_readings() -> None:
    found = moments("Wednesday the 26th of November", SUNDAY)[0]
    assert found.days == (date(2026, 11, 26), date(2026, 11, 25))


def test_a_date_that_has_passed_this_year_is_next_years() -> None:
    assert read("on the 3rd of January at 9")[0] == "2027-01-03"


def test_the_29th_of_february_waits_for_a_leap_year() -> None:
    assert read("29th of February")[0] == "2028-02-29"


def test_the_later_end_of_a_span_is_marked() -> None:
    first, last = moments("we're free from 10:30 am to 6 pm", SUNDAY)
    assert (first.ends, last.ends) == (False, True)
    assert not any(each.ends for each in moments("I've moved you to 3 pm", SUNDAY))


@given(texts())
def test_whatever_is_said_the_words_read_stand_in_the_text(text: str) -> None:
    for each in moments(text, SUNDAY, LUNCH_WEEK):
        assert each.words
        assert text[each.start : each.end] == each.words
        assert each.days or each.times
