"""What follows fixed rules is on the list with somebody who looks after it, and is not treated as an agent."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from agentdesk.domain.agent import Agent, Nature, Stage
from agentdesk.domain.errors import Sorry
from tests.services.conftest import SETUP, Office
from tests.services.lines import BOOKED, QUESTION, line


def add_reminders(office: Office, responsible: str | None = "Jo") -> None:
    reminders = Agent(
        "Reminders", "Calls", "rem", job="Texts the day before", responsible=responsible, nature=Nature.FIXED_RULES
    )
    office.services.agents.add(reminders, "Sam")


def test_it_goes_live_without_brief_and_checklist_but_not_without_an_owner(hartley: Office) -> None:
    add_reminders(hartley, responsible=None)
    agents = hartley.services.agents
    with pytest.raises(Sorry, match="Nobody is looking after Reminders"):
        agents.move_to("Reminders", Stage.LIVE, "It works", "Sam")
    agents.change("Reminders", replace(agents.get("Reminders"), responsible="Jo"))
    agents.move_to("Reminders", Stage.LIVE, "It works", "Sam")
    page = agents.page("Reminders")
    assert (page.row.agent.stage, page.gaps, page.missing_for_live) == (Stage.LIVE, (), ())


def test_nothing_piles_up_about_a_brief_a_rehearsal_or_a_look(hartley: Office) -> None:
    add_reminders(hartley)
    hartley.services.agents.move_to("Reminders", Stage.LIVE, "It works", "Sam")
    today = hartley.services.today.view()
    assert not [each for each in today.piled_up if "Reminders" in each.words]
    assert not [each for each in today.working if "Reminders" in each]
    assert hartley.services.walks.looks(hartley.services.agents.get("Reminders")).next == ()


def test_it_is_not_forgotten_when_nobody_looks_after_it(hartley: Office) -> None:
    add_reminders(hartley, responsible=None)
    said = [each.words for each in hartley.services.today.view().piled_up]
    assert "Nobody is looking after Reminders." in said


def test_its_calls_are_not_reviewed(hartley: Office) -> None:
    add_reminders(hartley)
    hartley.take_calls(
        line("c1", "2026-11-17T10:00", *BOOKED),
        line("c2", "2026-11-17T11:00", *QUESTION, agent="rem"),
    )
    hartley.services.checking.run()
    reviews = hartley.services.reviews
    review = reviews.start(reviews.plan(), "Sam")
    looked = [hartley.services.calls.open_(each.call).call.agent for each in review.looks]
    assert looked == ["Daisy"]


def test_a_set_up_file_says_what_it_is(office: Office) -> None:
    setup = json.loads(SETUP)
    setup["agents"].append({"name": "Reminders", "type": "fixed_rules", "responsible": "Jo", "stage": "live"})
    office.services.setup.apply(json.dumps(setup))
    natures = {each.agent.name: each.agent.nature for each in office.services.agents.all_()}
    assert natures == {"Daisy": Nature.AGENT, "Reminders": Nature.FIXED_RULES}
