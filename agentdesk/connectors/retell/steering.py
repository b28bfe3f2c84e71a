"""Stopping a Retell agent and putting it back: by the version that its numbers lead to.

Published versions never change, so a number bound to an old version brings back exactly what was. A number bound
to nobody is the smallest way to stop it; `fallback_number` is for outages and stops nothing. Where several agents
share a number, an act is about one of them: the others stay as they are when it is sent, not as they were planned.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from agentdesk.connectors.kit.contract import Act, Plan, Step
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.retell.agents import list_numbers
from agentdesk.connectors.retell.by_hand import BY_HAND
from agentdesk.domain.errors import Sorry

Binding: TypeAlias = dict[str, object]
"""An agent that a number leads to: which, in which version, and its share of the calls."""
_UNBOUND = "Callers hear nothing useful while no agent answers the number. Forward it at your phone company."
_SHARED = "Another agent answers its number since. They will share its calls."
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
            new = any(map(self._led_elsewhere, put_back.undo))
            return Plan(act, agent, put_back.undo, put_back.steps, BY_HAND[act], (_SHARED,) if new else ())
        steps, undo = [], []
        version = Fields(put_back).number("agent", "version") if act is Act.PUT_BACK else None
        if act is Act.PUT_BACK and version is None:
            raise Sorry("The service gave no version for what you approved, so it has to be put back by hand.")
        for number, bound in self._bound(agent):
            path = f"/update-phone-number/{number}"
            others = _others(bound, agent)
            own = [{**each, "agent_version": int(version or 0)} for each in _own(bound, agent)]
            wanted = _together([], others) if act is Act.PAUSE else [*others, *own]
            steps.append(Step("PATCH", path, {"inbound_agents": wanted}))
            undo.append(Step("PATCH", path, {"inbound_agents": bound}))
        if not steps:
            raise Sorry("No phone number leads to this agent, so there is nothing to switch.")
        left = {_OTHERS if Fields(each.body).items("inbound_agents") else _UNBOUND for each in steps}
        note = " ".join(sorted(left)) if act is Act.PAUSE else ""
        return Plan(act, agent, tuple(steps), tuple(undo), BY_HAND[act], note=note)

    def apply(self, plan: Plan) -> None:
        for step in plan.steps:
            others = _others(self._now(step), plan.agent)
            wanted = _together(_own(_bindings(step.body), plan.agent), others)
            self._http.json(step.method, step.path, body={"inbound_agents": wanted}, again=False)

    def confirm(self, plan: Plan) -> bool:
        """Others of the number may have come and gone since: that is no part of the plan."""
        return all(
            _leads(_own(self._now(step), plan.agent)) == _leads(_own(_bindings(step.body), plan.agent))
            for step in plan.steps
        )

    def _led_elsewhere(self, before: Step) -> bool:
        """Whether an agent answers a number that didn't as it was before."""
        known = [each.get("agent_id") for each in _bindings(before.body)]
        return any(each.get("agent_id") not in known for each in self._now(before))

    def _now(self, step: Step) -> list[Binding]:
        """The agents that the step's number leads to at this moment."""
        return _bindings(self._http.json("GET", step.path.replace("/update-", "/get-")))

    def _bound(self, agent: str) -> list[tuple[str, list[Binding]]]:
        found = []
        for each in list_numbers(self._http):
            number, bound = each.part("phone_number"), _bindings(each.data)
            if number and _own(bound, agent):
                found.append((number, bound))
        return found


def _bindings(number: object) -> list[Binding]:
    return [each.data for each in Fields(number).items("inbound_agents") if isinstance(each.data, dict)]


def _own(bound: list[Binding], agent: str) -> list[Binding]:
    return [each for each in bound if each.get("agent_id") == agent]


def _others(bound: list[Binding], agent: str) -> list[Binding]:
    return [each for each in bound if each.get("agent_id") != agent]


def _leads(bound: list[Binding]) -> list[tuple[object, object]]:
    return [(Fields(each).name("agent_id"), Fields(each).name("agent_version")) for each in bound]


def _together(own: list[Binding], others: list[Binding]) -> list[Binding] | None:
    """All that a number leads to: one agent with the share of its calls it had, the others with what is left.

    An agent that had them all shares them evenly with those that came since. The service wants a sum of 1.
    """
    if not own or not others:
        return _sharing([*others, *own], _weights([*others, *own]))
    had, theirs = _weights(own), _weights(others)
    if sum(had) >= 1:
        had, theirs = [Decimal(1)] * len(own), [Decimal(1)] * len(others)
    else:
        theirs = [each / (sum(theirs) or 1) * (1 - sum(had)) for each in theirs]
    return _sharing([*others, *own], [*theirs, *had])


def _sharing(agents: list[Binding], weights: list[Decimal]) -> list[Binding] | None:
    """The agents with all calls of their number between them, in proportion to the weights."""
    if not agents:
        return None
    weights = weights if sum(weights) else [Decimal(1)] * len(agents)
    shares = [round(each / sum(weights), 4) for each in weights]
    shares[-1] += 1 - sum(shares)
    return [{**each, "weight": float(share)} for each, share in zip(agents, shares, strict=True)]


def _weights(agents: list[Binding]) -> list[Decimal]:
    return [Decimal(1) if (found := Fields(each).number("weight")) is None else found for each in agents]
