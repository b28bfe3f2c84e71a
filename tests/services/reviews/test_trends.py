from __future__ import annotations

from datetime import date, timedelta

from agentdesk.services.agents.staff_file import About
from agentdesk.services.reviews.trends import Line
from tests.services.conftest import Office
from tests.services.lines import QUESTION, line

FIRST_MONDAY = date(2026, 8, 24)
"""Twelve whole weeks before Friday 20 November's own."""


def week_of_calls(number: int, rang_off: int, calls: int = 12) -> list[str]:
    """The calls of one week, spread over its working days; so many of them rang off after the greeting."""
    monday = FIRST_MONDAY + timedelta(weeks=number)
    return [
        line(
            f"w{number}-{each}",
            f"{monday + timedelta(days=each % 5)}T{9 + each // 5:02}:00:00+00:00",
            *(QUESTION[:2] if each < rang_off else QUESTION),
            **{"from": None, "seconds": 12 if each < rang_off else 90},
        )
        for each in range(calls)
    ]


def gave_up(office: Office) -> Line:
    return next(each for each in office.services.trends.of("Daisy").lines if each.measure == "K15")


def test_a_line_has_each_whole_week_with_the_calls_behind_it(hartley: Office) -> None:
    hartley.take_calls(*week_of_calls(9, 2), *week_of_calls(11, 1), *week_of_calls(12, 6))
    found = gave_up(hartley)
    assert [(each.monday, each.k, each.n) for each in found.weeks] == [
        (date(2026, 10, 26), 2, 12),
        (date(2026, 11, 2), 0, 0),
        (date(2026, 11, 9), 1, 12),
    ]
    (call,) = found.weeks[-1].rows
    read = hartley.services.calls.open_(call)
    assert read is not None
    assert read.call.external_id == "w11-0"
    assert found.words == "3 of 24 so far. A line can be judged after eight weeks."


def test_a_planted_slide_is_called_and_told_once_with_both_sums(hartley: Office) -> None:
    for number in range(12):
        hartley.take_calls(*week_of_calls(number, rang_off=1 if number < 8 else 5))
    found = gave_up(hartley)
    assert found.slide is not None
    assert found.words == "Getting worse: 20 of 48 in the last four weeks, 8 of 96 in those before."
    hartley.services.trends.watch()
    hartley.services.trends.watch()
    hartley.clock.advance(timedelta(weeks=1))
    hartley.take_calls(*week_of_calls(12, rang_off=5))
    hartley.services.trends.watch()
    told = [each for each in hartley.services.notices.page() if each.subject == "slide"]
    assert [each.title for each in told] == ["Daisy: gave up is getting worse"]
    (handled,) = [each for each in hartley.services.trends.of("Daisy").lines if each.measure == "K14"]
    assert handled.slide is None
    assert handled.words == "28 of 48 in the last four weeks. Neither way is better by itself."


def test_weeks_that_are_alike_are_no_slide(hartley: Office) -> None:
    for number in range(12):
        hartley.take_calls(*week_of_calls(number, rang_off=2))
    assert gave_up(hartley).slide is None
    assert gave_up(hartley).words == "8 of 48 in the last four weeks. No slide beyond what chance makes."
    hartley.services.trends.watch()
    assert not [each for each in hartley.services.notices.page() if each.subject == "slide"]


def test_what_changed_stands_beside_the_weeks_in_which_it_did(hartley: Office) -> None:
    for number in range(12):
        hartley.take_calls(*week_of_calls(number, rang_off=2))
    hartley.services.fact_sheet.price("Boiler service", "99", "Sam")
    assert hartley.services.trends.of("Daisy").marks == ()
    hartley.clock.advance(timedelta(weeks=1))
    marks = hartley.services.trends.of("Daisy").marks
    assert [(each.about, each.words, each.by) for each in marks] == [
        (About.CHANGED, "Boiler service: £95.00 → £99.00", "Sam"),
        (About.CHANGED, "Live", "Sam"),
    ]


def test_without_calls_there_is_nothing_to_show_and_nothing_fails(hartley: Office) -> None:
    assert gave_up(hartley).weeks == ()
    assert gave_up(hartley).words == "Nothing to count in these weeks."
