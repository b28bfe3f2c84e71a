"""What counts for a measure and what doesn't: each case is one that a plain count got wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from agentdesk.domain.call_mark import Mark
from agentdesk.domain.clock import Period
from agentdesk.domain.finding import Kind
from agentdesk.domain.lists import CallFilter, FindingFilter
from agentdesk.domain.scorecard import Figure
from tests.services.conftest import SETUP, Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
FOUR_WEEKS = Period(date(2026, 10, 26), date(2026, 11, 22))
RIGHT = "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"


def two_services(may_book: str) -> str:
    """Hartley Plumbing with a second service, and what Daisy may book."""
    second = ', {"name": "Radiator repair", "minutes": 60, "price": "80.00"}], "high_value"'
    return SETUP.replace('], "high_value"', second).replace(
        '"may_book": ["Boiler service"]', f'"may_book": [{may_book}]'
    )


def figure(office: Office, measure: str, period: Period = WEEK) -> Figure:
    return next(each for each in office.services.scorecards.make("Daisy", period).figures if each.measure == measure)


def counts(office: Office, measure: str, period: Period = WEEK) -> tuple[int | None, int | None]:
    found = figure(office, measure, period)
    return found.numerator, found.denominator


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("2026-11-24T10:00,2026-11-24T11:00", "2026-11-24T14:00,2026-11-24T15:00", Kind.BOOKING_WRONG_TIME),
        ("2026-11-24T10:00,2026-11-24T11:00", "2026-11-25T10:00,2026-11-25T11:00", Kind.BOOKING_WRONG_DATE),
        ("Boiler service", "Radiator repair", Kind.BOOKING_WRONG_SERVICE),
    ],
)
def test_a_booking_other_than_the_caller_was_told_is_not_right(office: Office, was: str, now: str, kind: Kind) -> None:
    office.services.setup.apply(two_services('"Boiler service", "Radiator repair"'))
    office.take_diary(RIGHT.replace(was, now))
    told = [each.replace("You're booked in", "You're booked in for a boiler service") for each in BOOKED]
    office.take_calls(line("c1", "2026-11-17T10:00", *told))
    assert [each.found.kind for each in office.services.findings.page(FindingFilter())] == [kind]
    assert (counts(office, "K05"), counts(office, "K07")) == ((0, 1), (0, 1)), "it is wrong, and inside the rules"
    shown = office.services.today.bookings()
    assert (shown.numerator, shown.denominator) == (0, 1), "and Today says the same"


def test_a_booking_that_the_brief_does_not_list_is_outside_the_rules(office: Office) -> None:
    office.services.setup.apply(two_services('"Radiator repair"'))
    office.take_diary(RIGHT)
    office.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    assert (counts(office, "K05"), counts(office, "K07")) == ((0, 1), (1, 1))
    assert office.services.today.bookings().numerator == 0


def test_bookings_of_a_call_that_was_only_a_test_leave_their_measures(hartley: Office) -> None:
    hartley.take_diary(RIGHT)
    nowhere = [each.replace("24th", "26th").replace("Tuesday", "Thursday") for each in BOOKED]
    hartley.take_calls(
        line("c1", "2026-11-17T10:00", *BOOKED),
        line("c2", "2026-11-18T10:00", *nowhere, **{"from": "+447700900456"}),
    )
    assert (counts(hartley, "K05"), counts(hartley, "K06")) == ((1, 2), (1, 2))
    promised_only = hartley.services.calls.page(CallFilter(first=date(2026, 11, 18))).rows
    hartley.services.marks.mark([each.id for each in promised_only], Mark.TEST, "Sam")
    assert (counts(hartley, "K05"), counts(hartley, "K06")) == ((1, 1), (0, 1))
    assert hartley.services.today.bookings().denominator == 1


@pytest.mark.parametrize("said", [(), ("Hartley Plumbing, Daisy speaking.",)], ids=["unanswered", "silent"])
def test_whoever_was_not_served_and_rings_again_has_rung_before_in_any_period(
    hartley: Office, said: Sequence[str]
) -> None:
    hartley.take_calls(
        line("c1", "2026-11-15T10:00", *said, seconds=5), line("c2", "2026-11-17T10:00", *QUESTION, seconds=60)
    )
    assert counts(hartley, "K17", WEEK) == (1, 1), "the first ring lies before the period"
    assert counts(hartley, "K17", FOUR_WEEKS) == (1, 1), "both lie in it"


def test_a_marked_call_is_no_ring_in_any_period(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-15T10:00", *QUESTION), line("c2", "2026-11-17T10:00", *QUESTION))
    first = hartley.services.calls.page(CallFilter(last=date(2026, 11, 15))).rows
    hartley.services.marks.mark([each.id for each in first], Mark.TEST, "Sam")
    assert counts(hartley, "K17", WEEK) == (0, 1)
    assert counts(hartley, "K17", FOUR_WEEKS) == (0, 1)


def test_a_number_counts_as_ringing_again_for_seven_days_to_the_second(hartley: Office) -> None:
    """Across the change of clocks, seven days are still so many hours."""
    hartley.take_calls(
        line("c1", "2026-10-21T10:00:00Z", *QUESTION),
        line("c2", "2026-10-28T10:00:00Z", *QUESTION),
        line("c3", "2026-11-04T10:00:01Z", *QUESTION),
    )
    assert counts(hartley, "K17", FOUR_WEEKS) == (1, 2)


def test_whoever_asks_for_a_person_and_gets_none_gave_up(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *ANGRY), line("c2", "2026-11-17T11:00", *QUESTION))
    assert (counts(hartley, "K15"), counts(hartley, "K14")) == ((1, 2), (1, 2))


def test_a_target_of_none_at_all_gets_no_colour(hartley: Office) -> None:
    hartley.services.setup.apply(SETUP.replace('"booking_accuracy": 0.98', '"missed_escalations": 0.0'))
    hartley.take_calls(*(line(f"c{each}", f"2026-11-17T10:{each:02d}", *ANGRY) for each in range(6)))
    missed = figure(hartley, "K10")
    assert (missed.numerator, missed.denominator, missed.target, missed.verdict.in_words) == (6, 6, 0.0, "")


def test_without_calls_nothing_is_said_of_what_the_service_reports(hartley: Office) -> None:
    card = hartley.services.scorecards.make("Daisy", WEEK)
    words = {each.measure: each.words for each in card.figures}
    assert words["K16"] == words["K22"] == "No calls to judge yet."
    assert not any("doesn't" in each for each in card.money)
