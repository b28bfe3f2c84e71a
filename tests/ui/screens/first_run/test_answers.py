"""What a question needs before one may go on, and what another trade changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.brief import PassToPerson
from agentdesk.domain.business import Business, Closure, Person, Role, Service, Span, Trade
from agentdesk.domain.money import Money
from agentdesk.services.setup.first_run import STEPS, Draft
from agentdesk.services.setup.starters import Starter, load_starter
from agentdesk.ui.questions.week import time_of
from agentdesk.ui.screens.first_run.answers import (
    MUST_ANSWER,
    after,
    before,
    pages_of,
    refilled,
    steps_of,
    to_finish,
    troubles,
)


def starter(trade: Trade) -> Starter:
    return load_starter(resources_folder() / "starters", trade)


def test_the_questions_come_in_order_with_the_pretend_week_after_the_first() -> None:
    draft, seen = Draft(), [STEPS[0]]
    while after(seen[-1], draft) != seen[-1]:
        seen.append(after(seen[-1], draft))
    assert seen == [STEPS[0], "example", *STEPS[1:], "done"]
    assert all(before(after(each, draft), draft) == each for each in seen[:-1])
    assert before(STEPS[0], draft) == STEPS[0]


def test_a_limit_is_asked_for_only_where_there_is_an_agent() -> None:
    draft = Draft(skipped=frozenset({"agent"}))
    assert "money" not in steps_of(draft)
    assert "money" not in pages_of(draft)
    assert "money" in steps_of(Draft())


@pytest.mark.parametrize("step", sorted(MUST_ANSWER))
def test_what_cannot_wait_is_missing_in_an_empty_draft(step: str) -> None:
    assert troubles(step, Draft())


def test_the_review_needs_a_day_and_a_person() -> None:
    draft = Draft(business=Business("Hartley", review_weekday=None, reviewer=None))
    assert set(troubles("review", draft)) == {"day", "reviewer"}
    whole = replace(draft, business=replace(draft.business, review_weekday=0, reviewer="Sam"))
    assert troubles("review", whole) == {}


def test_somebody_must_ring_people_back() -> None:
    draft = Draft(owner="Sam", rules=(PassToPerson("A complaint"),), escalation_contact="  ")
    assert set(troubles("pass", draft)) == {"contact"}
    assert set(troubles("pass", replace(draft, escalation_contact="Jo", rules=()))) == {"rules"}


def test_two_people_of_one_name_are_told_apart_first() -> None:
    draft = Draft(owner="Sam", rules=(PassToPerson("A complaint"),), escalation_contact="Jo")
    assert "people" in troubles("pass", replace(draft, others=(Person("sam", Role.MANAGER),)))


def test_closed_all_week_is_asked_about() -> None:
    assert "hours" in troubles("hours", Draft())


def test_a_closed_spell_cannot_end_before_it_begins() -> None:
    closure = Closure(date(2026, 12, 27), date(2026, 12, 24), "")
    business = replace(starter(Trade.PLUMBER).business, closures=(closure,))
    assert set(troubles("hours", Draft(business=business))) == {"closures"}


def test_services_need_names_and_different_ones() -> None:
    def said(*names: str) -> dict[str, str]:
        business = Business("Hartley", services=tuple(Service(each, 60) for each in names))
        return troubles("services", Draft(business=business))

    assert said("Cut", "Colour") == {}
    assert said()
    assert said("Cut", " ")
    assert said("Cut", "cut ")


def test_nothing_and_no_limit_are_two_things() -> None:
    assert troubles("money", Draft())
    assert troubles("money", Draft(monthly_limit=Money(0, 2, "GBP"))) == {}


def test_another_trade_fills_in_what_was_not_touched() -> None:
    plumber, salon = starter(Trade.PLUMBER), starter(Trade.SALON)
    first = refilled(Draft(), starter(Trade.OTHER), plumber)
    assert first.business.services == plumber.business.services
    second = refilled(first, plumber, salon)
    assert second.business.hours == salon.business.hours
    assert second.rules == salon.brief.pass_to_a_person


def test_another_trade_leaves_what_the_owner_changed() -> None:
    plumber, salon = starter(Trade.PLUMBER), starter(Trade.SALON)
    mine = (Service("Boiler service", 45),)
    first = refilled(Draft(), starter(Trade.OTHER), plumber)
    changed = replace(first, business=replace(first.business, services=mine), rules=first.rules[1:])
    second = refilled(changed, plumber, salon)
    assert second.business.services == mine
    assert second.rules == first.rules[1:]
    assert second.business.hours == salon.business.hours


def test_a_question_that_waits_leaves_no_guess_behind() -> None:
    plumber = starter(Trade.PLUMBER)
    draft = refilled(Draft(agent="Daisy", monthly_limit=Money(12000, 2, "GBP")), starter(Trade.OTHER), plumber)
    waits = replace(draft, skipped=frozenset({"agent", "hours", "services"}))
    set_up = to_finish(waits)
    assert not any(set_up.business.hours)
    assert set_up.business.services == ()
    assert (set_up.agent, set_up.monthly_limit) == ("", None)
    assert "money" in set_up.skipped
    assert to_finish(draft) == draft


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8", time(8)),
        ("8:30", time(8, 30)),
        ("08.30", time(8, 30)),
        ("8 am", time(8)),
        ("12:30 pm", time(12, 30)),
        ("12 am", time(0)),
        ("17h00", time(17)),
        ("24:00", time(0)),
        (" 5PM ", time(17)),
        ("0830", time(8, 30)),
        ("930", time(9, 30)),
        ("1730", time(17, 30)),
    ],
)
def test_times_are_read_as_people_write_them(text: str, meant: time) -> None:
    assert time_of(text) == meant


@pytest.mark.parametrize(
    ("opens", "closes", "meant"),
    [
        ("9", "5", time(17)),
        ("9", "5.30", time(17, 30)),
        ("8:00", "7", time(19)),
        ("6", "6", time(18)),
        ("9", "12:30", time(12, 30)),
        ("13:15", "5.30", time(17, 30)),
        ("22:00", "2:00", time(2)),
        ("10 pm", "2", time(2)),
        ("9", "5 am", time(5)),
        ("17:00", "05:30", time(5, 30)),
        ("09:00", "09:00", time(9)),
    ],
)
def test_a_bare_hour_closes_in_the_afternoon_that_follows(opens: str, closes: str, meant: time) -> None:
    assert time_of(closes, time_of(opens)) == meant


@pytest.mark.parametrize("text", ["25:00", "9:60", "noon", "", "24:30", "-1", "13 pm", "10000", "1260", "٨"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Write times like"):
        time_of(text)


def test_opening_past_midnight_is_understood() -> None:
    assert Span(time_of("22:00"), time_of("2:00", time_of("22:00"))).over_midnight
