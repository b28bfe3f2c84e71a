"""While this computer is off nothing is told: what the service that takes the calls should do instead."""

from __future__ import annotations

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.brief import Brief
from agentdesk.services.agents.agents import AgentService
from agentdesk.services.agents.briefs import BriefService

_TAKES_CALLS = (Stage.TRIAL, Stage.LIVE)


class NightService:
    """Writes what to ask of each agent's supplier."""

    def __init__(self, agents: AgentService, briefs: BriefService) -> None:
        self._agents = agents
        self._briefs = briefs

    def wordings(self, by: str) -> tuple[tuple[str, str], ...]:
        """Each agent that takes calls, and the words to send to whoever set it up."""
        agents = (each.agent for each in self._agents.all_() if each.listed)
        at_work = [each for each in agents if each.decides and each.stage in _TAKES_CALLS]
        return tuple((each.name, wording(each, self._brief(each.name), by)) for each in at_work)

    def _brief(self, agent: str) -> Brief:
        return (self._briefs.approved(agent) or self._briefs.working(agent)).brief


def wording(agent: Agent, brief: Brief, by: str) -> str:
    """Asks for a text message to whoever the brief names for each reason to pass a caller to a person."""
    rules = [(each.when, each.who) for each in brief.pass_to_a_person]
    reasons = rules or [("A caller complains, or asks for a person", agent.responsible or by)]
    lines = "\n".join(f"- {when}: to {who or by}, mobile number: " for when, who in reasons)
    return (
        f"Hello,\n\nplease have our agent {agent.name} send a text message at once, also while we are closed,"
        f" when this happens on a call:\n\n{lines}\n\n"
        "The text should say only that somebody is waiting and when they rang: no name, no number and nothing of"
        f" what was said. Please tell us what a text costs, and when we can try it.\n\nThank you.\n{by}"
    )
