"""Stopping an ElevenLabs agent and putting it back: by the numbers that lead to it, and by what it is told.

A number that leads to no agent is the smallest way to stop it. What was approved is sent again as a new version.
"""

from __future__ import annotations

from agentdesk.connectors.elevenlabs.agents import AGENTS, NUMBERS, list_numbers
from agentdesk.connectors.elevenlabs.by_hand import BY_HAND
from agentdesk.connectors.kit.configuration import fingerprint, leaving_out, with_secrets, without_secrets
from agentdesk.connectors.kit.contract import Act, Plan, Step
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.domain.errors import Sorry

_PARTS = ("conversation_config", "platform_settings", "workflow")
_UNBOUND = (
    "Callers hear nothing useful while no agent answers the number. Forward it at your phone company."
    " A chat window on your website and shared links keep answering."
)
_TOOLS_STAY = "Tools are kept apart from the agent at ElevenLabs. Which ones it uses is put back, not what they do."


class Steering:
    """Changes where numbers lead, and what an agent is told."""

    def __init__(self, http: Http) -> None:
        self._http = http

    def plan(
        self,
        act: Act,
        agent: str,
        *,
        send_calls_to: str = "",  # noqa: ARG002 - a number of this service leads to agents only
        put_back: object = None,
    ) -> Plan:
        """`put_back`: for PAUSE nothing; for RESUME the plan that paused; for PUT_BACK the kept configuration."""
        if act is Act.PUT_BACK:
            return self._put_back(agent, put_back)
        if act is Act.RESUME:
            if not isinstance(put_back, Plan):
                raise Sorry("AgentDesk didn't pause this agent, so it doesn't know what to put back.")
            return Plan(act, agent, put_back.undo, put_back.steps, BY_HAND[act])
        steps, undo = [], []
        for each in list_numbers(self._http):
            name = each.part("phone_number_id")
            if name and each.name("assigned_agent", "agent_id") == agent:
                steps.append(Step("PATCH", f"{NUMBERS}/{name}", {"agent_id": None}))
                undo.append(Step("PATCH", f"{NUMBERS}/{name}", _bound(each)))
        if not steps:
            raise Sorry("No phone number leads to this agent, so there is nothing to switch.")
        return Plan(act, agent, tuple(steps), tuple(undo), BY_HAND[act], note=_UNBOUND)

    def apply(self, plan: Plan) -> None:
        for step in plan.steps:
            body: object = step.body
            if step.path.startswith(AGENTS):
                body = with_secrets(step.body, self._http.json("GET", step.path))
            self._http.json(step.method, step.path, body=body, again=False)

    def confirm(self, plan: Plan) -> bool:
        return all(self._is_so(step) for step in plan.steps)

    def _put_back(self, agent: str, put_back: object) -> Plan:
        path = f"{AGENTS}/{agent}"
        kept = _told(Fields(put_back).at("agent").data)
        if "conversation_config" not in kept:
            raise Sorry("What you approved was not kept, so it has to be put back by hand.")
        now = _told(self._http.json("GET", path))
        back = Step("PATCH", path, {**kept, "version_description": "Put back to the approved version"})
        undo = Step("PATCH", path, {**now, "version_description": "Undone"})
        return Plan(Act.PUT_BACK, agent, (back,), (undo,), BY_HAND[Act.PUT_BACK], note=_TOOLS_STAY)

    def _is_so(self, step: Step) -> bool:
        live = self._http.json("GET", step.path)
        if step.path.startswith(NUMBERS):
            return _bound(Fields(live)) == dict(step.body)
        now = _told(live)
        return all(fingerprint(now.get(part)) == fingerprint(step.body[part]) for part in _PARTS if part in step.body)


def _bound(number: Fields) -> dict[str, object]:
    """Where a number leads, as it would be set."""
    leads_to = number.at("assigned_agent")
    more = {name: found for name in ("branch_id", "environment") if (found := leads_to.name(name))}
    return {"agent_id": leads_to.name("agent_id"), **more}


def _told(agent: object) -> dict[str, object]:
    """The parts of an agent that make it what it is, as they may be sent, keys taken out."""
    told = Fields(without_secrets(agent))
    parts = {part: _sendable(told.at(part).data) for part in _PARTS if told.has(part)}
    if "platform_settings" in parts:
        # a verdict of the service's that stands among the settings and can't be set
        parts["platform_settings"] = leaving_out(parts["platform_settings"], ("safety",))
    return parts


def _sendable(data: object) -> object:
    """Without tools written out where they are named by their ids: the service refuses both."""
    if not isinstance(data, dict):
        return data
    away = "tools" if "tool_ids" in data else None
    return {name: _sendable(each) for name, each in data.items() if name != away}
