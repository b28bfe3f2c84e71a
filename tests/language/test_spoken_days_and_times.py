"""Ways to say a day or a time that are less common: feasts, places in a month, the 24-hour clock in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from agentdesk.language.feasts import feast_at
from agentdesk.language.moments import moments
from agentdesk.language.tokens import tokens
from agentdesk.services.predictions.datetimes import predict

SUNDAY = datetime.fromisoformat("2026-11-22T10:00")


def first(text: str) -> tuple[str, str]:
    """The first day and time of a text, said on a Sunday at ten; empty where none was read."""
    found = next(iter(moments(text, SUNDAY.date(), now=SUNDAY)), None)
    if found is None:
        return "", ""
    return f"{found.day or ''}", f"{found.time:%H:%M}" if found.time else ""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Wednesday in two weeks", "2026-12-09"),
        ("Wednesday in a week's time", "2026-12-02"),
        ("two weeks on Friday", "2026-12-11"),
        ("two weeks today", "2026-12-06"),
        ("a month tomorrow", "2026-12-23"),
        ("Monday fortnight", "2026-12-07"),
        ("the day before yesterday", "2026-11-20"),
        ("the day after Boxing Day", "2026-12-27"),
        ("the Monday after the 24th of December", "2026-12-28"),
        ("the Friday before Christmas", "2026-12-18"),
        ("the first Monday in December", "2026-12-07"),
        ("last Friday of the month", "2026-11-27"),
        ("the second Tuesday of next month", "2026-12-08"),
        ("the end of January", "2027-01-31"),
        ("the last day of February next year", "2027-02-28"),
        ("the 5th next month", "2026-12-05"),
        ("the fifteenth day of next month", "2026-12-15"),
        ("25th of December last year", "2025-12-25"),
        ("1 Dec '27", "2027-12-01"),
        ("24-Nov-2026", "2026-11-24"),
        ("the same day next week", "2026-11-29"),
        ("a year ago", "2025-11-22"),
        ("Good Friday", "2027-03-26"),
        ("last Easter", "2026-04-05"),
        ("last Christmas", "2025-12-25"),
        ("Halloween 2028", "2028-10-31"),
        ("Weds", "2026-11-25"),
        ("in a fortnight's time", "2026-12-06"),
        ("the Friday after next", "2026-12-04"),
        ("Monday the week after next", "2026-11-30"),
        ("the Monday before last", "2026-11-09"),
        ("Friday just gone", "2026-11-20"),
        ("a week last Friday", "2026-11-13"),
        ("this time next week", "2026-11-29"),
        ("the 15th of last month", "2026-10-15"),
        ("the first Friday of this month", "2026-11-06"),
        ("the third of the twelfth", "2026-12-03"),
        ("2026/12/03", "2026-12-03"),
        ("19th of May nineteen hundred and eighty four", "1984-05-19"),
        ("Mothering Sunday", "2027-03-07"),
        ("Father's Day", "2027-06-20"),
        ("Remembrance Sunday", "2027-11-14"),
        ("the August bank holiday", "2027-08-30"),
        ("Black Friday", "2026-11-27"),
        ("Hogmanay", "2026-12-31"),
    ],
)
def test_days_by_their_place_in_week_month_and_year(said: str, day: str) -> None:
    assert first(said) == (day, "")


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("at oh eight thirty", "08:30"),
        ("at oh nine hundred", "09:00"),
        ("fourteen hundred hours", "14:00"),
        ("1430 hrs", "14:30"),
        ("at 0900", "09:00"),
        ("half past noon", "12:30"),
        ("at mid day", "12:00"),
        ("five and twenty past six in the evening", "18:25"),
        ("three quarters past two in the afternoon", "14:45"),
        ("7 ish in the evening", "19:00"),
        ("ten minutes to noon", "11:50"),
        ("ten to midnight", "23:50"),
        ("quarter past midnight", "00:15"),
        ("4 p . m .", "16:00"),
    ],
)
def test_the_24_hour_clock_in_words_and_hours_with_a_name(said: str, clock: str) -> None:
    assert first(said) == ("", clock)


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("in an hour and a half", "11:30"),
        ("in two and a half hours", "12:30"),
        ("in a quarter of an hour", "10:15"),
        ("in two hours and fifteen minutes", "12:15"),
        ("a couple of hours ago", "08:00"),
    ],
)
def test_stretches_from_now_may_have_halves_and_minutes(said: str, clock: str) -> None:
    assert first(said) == ("2026-11-22", clock)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2026-11-24T15:30", ("2026-11-24", "15:30")),
        ("24 November 2026, 3.30 in the afternoon", ("2026-11-24", "15:30")),
        ("Tuesday 2.30 pm", ("2026-11-24", "14:30")),
        ("7 tomorrow morning", ("2026-11-23", "07:00")),
        ("8.05 Friday morning", ("2026-11-27", "08:05")),
        ("last night at 11", ("2026-11-21", "23:00")),
        ("Sunday at a quarter to one in the afternoon", ("2026-11-29", "12:45")),
    ],
)
def test_written_days_have_their_time_behind_them(said: str, at: tuple[str, str]) -> None:
    assert first(said) == at


@pytest.mark.parametrize(
    "said",
    [
        "it's eighteen hundred pounds",
        "that's at 1430 High Street",
        "our number is oh eight hundred four one five",
        "oh seven seven double oh nine hundred",
        "oh one moment please",
        "we're on Easter Road",
        "the end of the call",
        "same day service",
        "it lasts three quarters of an hour",
        "we do 10 - may I ask your name",
        "you're now booked",
    ],
)
def test_prices_numbers_and_streets_are_no_days_or_times(said: str) -> None:
    assert first(said) == ("", "")


@pytest.mark.parametrize(
    ("year", "easter"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25))]
)
def test_easter_is_where_the_calendar_has_it(year: int, easter: tuple[int, int]) -> None:
    found = feast_at(tokens("Easter Sunday"), 0, date(year, 1, 1))
    assert found is not None
    assert found.days == (date(year, *easter),)


def test_how_many_come_tomorrow_is_no_time() -> None:
    assert first("a table for 4 tomorrow evening") == ("2026-11-23", "")


@pytest.mark.parametrize(
    ("phrase", "kind", "value"),
    [
        ("17", "date", "2026-12-17"),
        ("on the 5", "date", "2026-12-05"),
        ("15 at 8:00", "datetime", "2026-12-15 08:00"),
        ("nine tomorrow", "datetime", "2026-11-23 09:00"),
    ],
)
def test_what_is_known_to_be_a_day_or_a_time_needs_no_more_words(phrase: str, kind: str, value: str) -> None:
    assert predict({"phrase": phrase, "ref": SUNDAY.isoformat(), "kind": kind}) == {"value": value}


def test_now_on_its_own_is_this_instant() -> None:
    asked = {"ref": SUNDAY.isoformat(), "phrase": "Right now"}
    assert predict({**asked, "kind": "time"}) == {"value": "10:00"}
    assert predict({**asked, "kind": "datetime"}) == {"value": "2026-11-22 10:00"}
