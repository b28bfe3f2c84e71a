"""The scorecard's figures are recomputable, and today answers its three questions."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from agentdesk.domain.agent import Stage
from agentdesk.domain.clock import Period
from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.desk.today import calls_words
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
ENTRY = "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"
AT_LUNCH = "e2,2026-11-25T12:15,2026-11-25T13:15,booked,Boiler service,Bo Lee,+447700900456,,2026-11-18T10:01"


@pytest.fixture
def week(hartley: Office) -> Office:
    lunch = [
        each.replace("Tuesday the 24th of November at 10 am", "Wednesday the 25th of November at 12:15 pm")
        for each in BOOKED
    ]
    lunch = [each.replace("Ana Marsh", "Bo Lee").replace("Ana", "Bo") for each in lunch]
    hartley.take_diary(ENTRY, AT_LUNCH)
    hartley.take_calls(
        line("c1", "2026-11-17T10:00", *BOOKED, cost="0.50"),
        line("c2", "2026-11-18T10:00", *lunch, cost="0.40", **{"from": "+447700900456"}),
        line("c3", "2026-11-18T11:00", *QUESTION, cost="0.10", **{"from": "+447700900789"}),
        line("c4", "2026-11-19T11:00", *ANGRY, **{"from": "+447700900123"}),
    )
    return hartley


def test_every_figure_carries_its_counts_and_opens_to_its_rows(week: Office) -> None:
    card = week.services.scorecards.make("Daisy", WEEK)
    figures = {each.measure: each for each in card.figures}
    assert (figures["K01"].numerator, figures["K01"].words) == (4, "4 calls")
    assert (figures["K05"].numerator, figures["K05"].denominator) == (1, 2)
    assert figures["K05"].words == "1 of 2"
    assert (figures["K10"].numerator, figures["K10"].denominator) == (1, 1)
    assert (figures["K17"].numerator, figures["K17"].denominator) == (1, 4)
    assert figures["K22"].words.startswith("£1.00 (£0.25 for each real call; £0.50 for each booking in the diary")
    assert "not reported for 1 call" in figures["K22"].words
    for each in card.figures:
        if each.numerator and each.denominator:
            assert len(each.rows) == each.numerator, each.measure


def test_what_is_not_known_is_always_there(hartley: Office) -> None:
    card = hartley.services.scorecards.make("Daisy", WEEK)
    assert card.not_known
    assert card.summary == "Daisy took no calls in this time."


def test_one_booking_was_right_and_several_were(week: Office) -> None:
    assert "1 of 2 bookings were right." in week.services.scorecards.make("Daisy", WEEK).summary
    tuesday = Period(date(2026, 11, 17), date(2026, 11, 17))
    assert "1 of 1 booking was right." in week.services.scorecards.make("Daisy", tuesday).summary


def test_the_target_is_the_owners_and_too_few_calls_get_no_colour(week: Office) -> None:
    accuracy = next(each for each in week.services.scorecards.make("Daisy", WEEK).figures if each.measure == "K05")
    assert (accuracy.target, accuracy.verdict.in_words) == (0.98, "")


def test_the_same_data_gives_the_same_scorecard(week: Office) -> None:
    assert week.services.scorecards.make("Daisy", WEEK) == week.services.scorecards.make("Daisy", WEEK)


def test_a_finding_that_is_fine_for_a_reason_is_no_fault(week: Office) -> None:
    (lunch,) = week.services.diary.week(date(2026, 11, 25)).findings.values()
    week.services.findings.accept(lunch[0].id, "Bo's neighbour asked for lunchtime.", "Sam")
    accuracy = next(each for each in week.services.scorecards.make("Daisy", WEEK).figures if each.measure == "K05")
    assert (accuracy.numerator, accuracy.denominator) == (2, 2)


def test_what_was_let_stand_is_counted_with_the_reasons_that_were_given(week: Office) -> None:
    assert not any("let stand" in each for each in week.services.scorecards.make("Daisy", WEEK).checked)
    reasons = ["We know her", "We know her.", "One-off", "Jo agreed", "Bank holiday"]
    found = week.services.findings.page(FindingFilter())
    for matter, reason in zip(found, reasons, strict=False):
        week.services.findings.accept(matter.id, reason, "Sam")
    standing = min(len(found), len(reasons))
    said = week.services.scorecards.make("Daisy", WEEK).checked[-1]
    assert said.startswith(f"{standing} matters were let stand by Sam: “We know her” (2 times)")


def test_an_agent_that_is_not_listed_has_no_scorecard(week: Office) -> None:
    with pytest.raises(Sorry, match="no agent called Max"):
        week.services.scorecards.make("Max", WEEK)


def test_the_printer_gets_exactly_what_the_screen_shows(week: Office, tmp_path: Path) -> None:
    card = week.services.scorecards.make("Daisy", WEEK)
    week.services.scorecards.save_pdf(card, tmp_path / "card.pdf")
    assert week.printer.printed == [("scorecard", card, tmp_path / "card.pdf")]


def test_today_says_whether_it_works_what_is_waiting_and_what_it_costs(week: Office) -> None:
    today = week.services.today.view()
    assert today.working == ("Daisy is answering. Last call Thu 19 Nov, 11:00 am.",)
    assert (today.waiting, len(today.matters)) == (2, 2)
    assert today.cost_words == "£1.00 of £120.00 so far in November."
    assert today.calls_words == "4 calls this week."
    assert (today.review_on, today.review_words) == (date(2026, 11, 20), "The review is due today.")


def test_an_agent_that_takes_calls_before_it_is_live_is_named_as_such(week: Office) -> None:
    week.services.agents.move_to("Daisy", Stage.PLANNED, "Not ready after all", "Sam")
    assert week.services.today.view().working == (
        "Daisy takes calls, but is still being set up. Last call Thu 19 Nov, 11:00 am.",
    )


def test_what_has_piled_up_is_the_number_of_its_lines(week: Office) -> None:
    agent = week.services.agents.get("Daisy")
    assert agent.responsible == "Sam"
    before = week.services.today.piled_up()
    week.take_calls(line("m1", "2026-11-19T10:00", *QUESTION, agent="Max"))
    after = week.services.today.piled_up()
    assert len(after) == len(before) + 1


def test_the_diary_week_shows_open_time_closed_days_and_who_made_an_entry(week: Office) -> None:
    shown = week.services.diary.week(date(2026, 11, 25))
    wednesday, sunday = shown.days[2], shown.days[6]
    assert [each.customer for each in wednesday.entries] == ["Bo Lee"]
    assert len(wednesday.open) == 2
    assert (sunday.open, sunday.why_closed) == ((), "not open on Sundays")
    assert set(shown.findings) == {wednesday.entries[0].id}


@pytest.mark.parametrize(
    ("this_week", "days_before", "said"),
    [
        (0, {1: 1}, "0 calls this week."),
        (30, {1: 30, 6: 30}, "30 calls this week."),
        (0, {1: 1, 13: 1}, "0 calls this week."),
        (30, dict.fromkeys(range(1, 29), 10), "30 calls this week, like most weeks."),
        (60, dict.fromkeys(range(1, 29), 10), "60 calls this week, more than usual."),
        (3, dict.fromkeys(range(1, 29), 10), "3 calls this week, fewer than usual."),
        (30, dict.fromkeys(range(1, 15), 10), "30 calls this week, like most weeks."),
    ],
)
def test_a_week_is_like_others_only_where_enough_of_them_are_known(
    this_week: int, days_before: dict[int, int], said: str
) -> None:
    wednesday = date(2026, 11, 18)
    before = {date(2026, 11, 16) - timedelta(days=back): calls for back, calls in days_before.items()}
    assert calls_words(this_week, before, wednesday) == said
