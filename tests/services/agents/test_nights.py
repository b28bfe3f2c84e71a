"""For the nights the service itself has to text somebody: what to ask of each agent's supplier."""

from __future__ import annotations

from dataclasses import replace

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.brief import Brief, PassToPerson
from agentdesk.services.agents.nights import wording
from tests.services.conftest import Office


def test_it_asks_for_a_text_to_whoever_the_brief_names(hartley: Office) -> None:
    ((agent, words),) = hartley.services.nights.wordings("Sam")
    assert agent == "Daisy"
    assert "- A complaint: to Jo, mobile number: " in words
    assert "no name, no number and nothing of what was said" in words
    assert words.endswith("Thank you.\nSam")


def test_without_a_rule_it_asks_for_complaints_to_whoever_looks_after_it() -> None:
    daisy = Agent("Daisy", responsible="Priya")
    assert "- A caller complains, or asks for a person: to Priya, mobile" in wording(daisy, Brief(), "Sam")
    nobody_named = Brief(pass_to_a_person=(PassToPerson("A refund"),))
    assert "- A refund: to Sam, mobile" in wording(daisy, nobody_named, "Sam")


def test_an_agent_that_takes_no_calls_asks_for_nothing(hartley: Office) -> None:
    daisy = hartley.services.agents.get("Daisy")
    hartley.services.agents.add(replace(daisy, name="Otto", external_id=None, stage=Stage.PLANNED), "Sam")
    assert [agent for agent, _ in hartley.services.nights.wordings("Sam")] == ["Daisy"]
