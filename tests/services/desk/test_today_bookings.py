"""The bookings that Today shows are the scorecard's figure, made without reading what was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from agentdesk.domain.clock import Period
from agentdesk.domain.scorecard import Figure
from tests.services.conftest import Office
from tests.services.lines import BOOKED, QUESTION, line

FOUR_WEEKS = Period(date(2026, 10, 24), date(2026, 11, 20))
ENTRY = "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"
AT_LUNCH = "e2,2026-11-25T12:15,2026-11-25T13:15,booked,Boiler service,Bo Lee,+447700900456,,2026-11-18T10:01"
LUNCH = tuple(
    each.replace("Tuesday the 24th of November at 10 am", "Wednesday the 25th of November at 12:15 pm")
    .replace("Ana Marsh", "Bo Lee")
    .replace("Ana", "Bo")
    for each in BOOKED
)
NOT_IN_THE_DIARY = tuple(each.replace("24th", "1st").replace("November", "December") for each in BOOKED)


def on_the_scorecard(office: Office) -> Figure:
    figures = office.services.scorecards.make("Daisy", FOUR_WEEKS).figures
    return replace(next(each for each in figures if each.measure == "K05"), last_period="")


def test_right_misplaced_and_missing_bookings_count_as_on_the_scorecard(hartley: Office) -> None:
    hartley.take_diary(ENTRY, AT_LUNCH)
    hartley.take_calls(
        line("c1", "2026-11-17T10:00", *BOOKED),
        line("c2", "2026-11-18T10:00", *LUNCH, **{"from": "+447700900456"}),
        line("c3", "2026-11-18T12:00", *NOT_IN_THE_DIARY, **{"from": "+447700900999"}),
        line("c4", "2026-11-18T11:00", *QUESTION),
    )
    shown = hartley.services.today.bookings()
    assert (shown.numerator, shown.denominator, shown.target) == (1, 3, 0.98)
    assert shown == on_the_scorecard(hartley)


def test_a_booking_that_is_fine_for_a_reason_counts_as_right(hartley: Office) -> None:
    hartley.take_diary(AT_LUNCH)
    hartley.take_calls(line("c2", "2026-11-18T10:00", *LUNCH, **{"from": "+447700900456"}))
    assert hartley.services.today.bookings().numerator == 0
    (lunch,) = hartley.services.today.view().matters
    hartley.services.findings.accept(lunch.id, "Bo asked for lunchtime.", "Sam")
    shown = hartley.services.today.bookings()
    assert (shown.numerator, shown.denominator) == (1, 1)
    assert shown == on_the_scorecard(hartley)


def test_without_a_diary_it_says_that_nothing_is_known(hartley: Office) -> None:
    assert "no diary" in hartley.services.today.bookings().words


def test_today_tells_an_empty_desk_from_one_without_calls(hartley: Office) -> None:
    today = hartley.services.today.view()
    assert (today.has_agents, today.has_calls, today.spent) == (True, False, None)
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED, cost="0.50"))
    today = hartley.services.today.view()
    assert (today.has_calls, today.spent and today.spent.in_words()) == (True, "£0.50")
    assert today.limit is not None
    assert today.limit.in_words() == "£120.00"
