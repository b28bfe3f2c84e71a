"""What a trade starts with."""

from __future__ import annotations

import re

import pytest

from agentdesk.domain.brief import vague_goal
from agentdesk.domain.business import Trade
from agentdesk.services.setup.starters import Starter, load_starter
from tests.resources.example import RESOURCES

FOLDER = RESOURCES / "starters"
TRADES = pytest.mark.parametrize("trade", list(Trade))
READY_MADE = ("A complaint", "A refund request", "Still unclear after asking twice", "A job over £{high_value}")
OWN = {
    Trade.PLUMBER: ("smell of gas", "flooding", "a baby, an elderly"),
    Trade.SALON: ("allergic reaction", "patch test"),
    Trade.DENTIST: ("trouble breathing", "knocked out", "child in pain"),
    Trade.LETTINGS: ("smell of gas", "flood", "Locked out", "No heating", "Police"),
    Trade.OTHER: ("in danger",),
}


def starter(trade: Trade) -> Starter:
    return load_starter(FOLDER, trade)


@TRADES
def test_the_four_ready_made_reasons_come_first(trade: Trade) -> None:
    assert tuple(each.when for each in starter(trade).brief.pass_to_a_person[:4]) == READY_MADE


@TRADES
def test_the_dangers_of_the_trade_are_among_the_reasons(trade: Trade) -> None:
    whens = " · ".join(each.when for each in starter(trade).brief.pass_to_a_person)

    assert all(words in whens for words in OWN[trade])


@TRADES
def test_every_reason_has_a_runbook_of_numbered_short_steps(trade: Trade) -> None:
    for rule in starter(trade).brief.pass_to_a_person:
        steps = rule.runbook.splitlines()
        assert [each.split(" ")[0] for each in steps] == [str(place) for place in range(1, len(steps) + 1)], rule.when
        assert 3 <= len(steps) <= 5, rule.when
        assert all(len(each) <= 190 for each in steps), rule.when
        assert 5 <= rule.within_minutes <= 60, rule.when


@TRADES
def test_nobody_is_named_yet_and_nothing_else_is_missing(trade: Trade) -> None:
    brief = starter(trade).brief

    assert all(each.startswith("Nobody is named for") for each in brief.gaps())
    assert vague_goal(brief.purpose) is None
    assert re.search(r"\d", brief.purpose)
    assert len(brief.targets) == 3


@TRADES
def test_it_may_book_what_the_business_offers(trade: Trade) -> None:
    business, brief = starter(trade).business, starter(trade).brief

    assert set(brief.may_book) <= {each.name for each in business.services}
    assert any(business.hours)
    assert business.high_value is not None


@TRADES
def test_prices_are_said_to_be_starting_points(trade: Trade) -> None:
    assert "starting points" in starter(trade).notes[0]


@TRADES
def test_facts_are_topics_still_to_be_filled_in(trade: Trade) -> None:
    facts = starter(trade).business.facts

    assert len(facts) >= 10
    assert all(each.topic and not each.says for each in facts)


@TRADES
def test_every_task_has_one_first_owner(trade: Trade) -> None:
    tasks = starter(trade).brief.tasks

    assert tasks
    assert not [each.trouble for each in tasks if each.trouble]
