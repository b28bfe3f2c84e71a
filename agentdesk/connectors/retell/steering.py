"""Stopping a Retell agent and putting it back: by the version that its numbers lead to.

Published versions never change, so a number bound to an old version brings back exactly what was. A number bound
to nobody is the smallest way to stop it; `fallback_number` is for outages and stops nothing. Where several agents
share a number, the others go on answering it.
"""

from __future__ import annotations

from decimal import Decimal

from agentdesk.connectors.kit.contract import Act, Plan, Step
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.retell.agents import list_numbers
from agentdesk.connectors.retell.by_hand import BY_HAND
from agentdesk.domain.errors import Sorry

_UNBOUND = "Callers hear nothing useful while no agent answers the number. Forward it at your phone company."
_OTHERS = "The other agents of this number take its calls meanwhile."


class Steering:
    """Changes which agent, and which version of it, numbers lead to."""

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
        if act is Act.RESUME:
            if not isinstance(put_back, Plan):
                raise Sorry("AgentDesk didn't pause this agent, so it doesn't know what to put back.")
            return Plan(act, agent, put_back.undo, put_back.steps, BY_HAND[act])
        steps, undo = [], []
        version = Fields(put_back).number("agent", "version") if act is Act.PUT_BACK else None
        if act is Act.PUT_BACK and version is None:
            raise Sorry("The service gave no version for what you approved, so it has to be put back by hand.")
        for number, bound in self._bound(agent):
            path = f"/update-phone-number/{number}"
            rest = [each for each in bound if each.get("agent_id") != agent]
            now = [{**each, "agent_version": int(version or 0)} for each in bound if each.get("agent_id") == agent]
            wanted = _shares(rest) if act is Act.PAUSE else [*rest, *now]
            steps.append(Step("PATCH", path, {"inbound_agents": wanted}))
            undo.append(Step("PATCH", path, {"inbound_agents": bound}))
        if not steps:
            raise Sorry("No phone number leads to this agent, so there is nothing to switch.")
        left = {_OTHERS if Fields(each.body).items("inbound_agents") else _UNBOUND for each in steps}
        note = " ".join(sorted(left)) if act is Act.PAUSE else ""
        return Plan(act, agent, tuple(steps), tuple(undo), BY_HAND[act], note=note)

    def apply(self, plan: Plan) -> None:
        for step in plan.steps:
            self._http.json(step.method, step.path, body=step.body, again=False)

    def confirm(self, plan: Plan) -> bool:
        return all(
            _bindings(self._http.json("GET", step.path.replace("/update-", "/get-"))) == _bindings(step.body)
            for step in plan.steps
        )

    def _bound(self, agent: str) -> list[tuple[str, list[dict[str, object]]]]:
        found = []
        for each in list_numbers(self._http):
            number = each.part("phone_number")
            bound = [one.data for one in each.items("inbound_agents") if isinstance(one.data, dict)]
            if number and any(one.get("agent_id") == agent for one in bound):
                found.append((number, bound))
        return found


def _bindings(number: object) -> list[tuple[object, object]]:
    return [(each.name("agent_id"), each.name("agent_version")) for each in Fields(number).items("inbound_agents")]


def _shares(agents: list[dict[str, object]]) -> list[dict[str, object]] | None:
    """The agents with all calls of their number between them, in the shares they had; the service wants a sum of 1."""
    weights = [Fields(each).number("weight") or Decimal(0) for each in agents]
    if not sum(weights):
        return None
    shares = [round(each / sum(weights), 4) for each in weights]
    shares[-1] += 1 - sum(shares)
    return [{**each, "weight": float(share)} for each, share in zip(agents, shares, strict=True)]
