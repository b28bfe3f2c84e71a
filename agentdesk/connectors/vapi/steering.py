"""Stopping a Vapi assistant and putting it back: at the numbers it answers, and by what it is told.

A hook on a number acts while the phone still rings, before any assistant is asked; that is the documented way to stop
one. `fallbackDestination` is for outages and stops nothing, and a number's assistant can't be set to none.
"""

from __future__ import annotations

from collections.abc import Mapping

from agentdesk.connectors.kit.configuration import fingerprint, with_secrets, without_secrets
from agentdesk.connectors.kit.contract import Act, Plan, Step
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.vapi.agents import ABOUT_IT, list_of
from agentdesk.connectors.vapi.by_hand import BY_HAND
from agentdesk.domain.errors import Sorry

_RINGING = "call.ringing"
_SAID = "We can't take your call on this line at the moment. Please try again later."
_HEARD = f"While it is paused, callers hear: \u201c{_SAID}\u201d"
_SENT_ON = "While it is paused, callers are put through to {}."
_DRAFT = "If Vapi shows an unpublished draft afterwards, press Publish there: only then callers hear the old version."
_STAYS = "Added since and can't be taken away from here: {}."


class Steering:
    """Changes what numbers do when they ring, and what an assistant is told."""

    def __init__(self, http: Http) -> None:
        self._http = http

    def plan(self, act: Act, agent: str, *, send_calls_to: str = "", put_back: object = None) -> Plan:
        """`put_back`: for PAUSE nothing; for RESUME the plan that paused; for PUT_BACK the kept configuration."""
        if act is Act.PUT_BACK:
            return self._put_back(agent, put_back)
        if act is Act.RESUME:
            if not isinstance(put_back, Plan):
                raise Sorry("AgentDesk didn't pause this agent, so it doesn't know what to put back.")
            return Plan(act, agent, put_back.undo, put_back.steps, BY_HAND[act])
        steps, undo = [], []
        for each in list_of(self._http, "/phone-number"):
            name, provider = each.part("id"), each.text("provider")
            if name and provider and each.name("assistantId") == agent:
                before = _hooks(each)
                others = [hook for hook in before if not isinstance(hook, dict) or hook.get("on") != _RINGING]
                path = f"/phone-number/{name}"
                steps.append(Step("PATCH", path, {"provider": provider, "hooks": [_stop(send_calls_to), *others]}))
                undo.append(Step("PATCH", path, {"provider": provider, "hooks": before}))
        if not steps:
            raise Sorry("No phone number leads to this agent, so there is nothing to switch.")
        note = _SENT_ON.format(send_calls_to) if send_calls_to else _HEARD
        return Plan(act, agent, tuple(steps), tuple(undo), BY_HAND[act], note=note)

    def apply(self, plan: Plan) -> None:
        for step in plan.steps:
            body = _sendable(step.body, self._http.json("GET", step.path))
            self._http.json(step.method, step.path, body=body, again=False)

    def confirm(self, plan: Plan) -> bool:
        return all(self._is_so(step) for step in plan.steps)

    def _put_back(self, agent: str, put_back: object) -> Plan:
        kept = _told(Fields(put_back).at("agent").data)
        if not kept:
            raise Sorry("What you approved was not kept, so it has to be put back by hand.")
        path = f"/assistant/{agent}"
        now = _told(self._http.json("GET", path))
        added = {name: now[name] for name in now.keys() - kept.keys()}
        emptied = {name: _empty(value) for name, value in added.items() if _empty(value) is not None}
        stays = sorted(added.keys() - emptied.keys())
        return Plan(
            Act.PUT_BACK,
            agent,
            (Step("PATCH", path, {**kept, **emptied}),),
            (Step("PATCH", path, now),),
            BY_HAND[Act.PUT_BACK],
            (_STAYS.format(", ".join(stays)),) if stays else (),
            _DRAFT,
        )

    def _is_so(self, step: Step) -> bool:
        live = self._http.json("GET", step.path)
        if step.path.startswith("/phone-number/"):
            return _holds(_hooks(Fields(step.body)), _hooks(Fields(without_secrets(live))))
        return fingerprint(_without_empty(_told(live))) == fingerprint(_without_empty(step.body))


def _sendable(body: Mapping[str, object], live: object) -> object:
    """With its keys again. Hooks have no names: one that stands there as it is meant is sent as it stands."""
    if "hooks" not in body:
        return with_secrets(body, live)
    there = Fields(live).at("hooks").data
    hooks = {fingerprint(without_secrets(each)): each for each in there} if isinstance(there, list) else {}
    wanted = body["hooks"] if isinstance(body["hooks"], list) else []
    same = [hooks.get(fingerprint(each)) or with_secrets(each, None) for each in wanted]
    return {**body, "hooks": same}


def _stop(send_calls_to: str) -> dict[str, object]:
    destination = {"type": "number", "number": send_calls_to}
    said = {"type": "say", "exact": _SAID}
    return {"on": _RINGING, "do": [{"type": "transfer", "destination": destination} if send_calls_to else said]}


def _hooks(number: Fields) -> list[object]:
    found = number.at("hooks").data
    hooks = without_secrets(found) if isinstance(found, list) else []
    return hooks if isinstance(hooks, list) else []


def _told(agent: object) -> dict[str, object]:
    """An assistant as it may be sent, keys taken out."""
    told = without_secrets(agent)
    return {name: each for name, each in told.items() if name not in ABOUT_IT} if isinstance(told, dict) else {}


def _empty(value: object) -> object:
    """What stands for nothing where the service takes no null; None where there is no such thing."""
    return "" if isinstance(value, str) else [] if isinstance(value, list) else None


def _without_empty(told: object) -> object:
    return {name: each for name, each in told.items() if each not in ("", [])} if isinstance(told, dict) else told


def _holds(wanted: object, found: object) -> bool:
    """Whether all that is wanted is there; the service may have added what it takes for granted."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(_holds(each, found.get(name)) for name, each in wanted.items())
    if isinstance(wanted, list):
        same = isinstance(found, list) and len(wanted) == len(found)
        return same and isinstance(found, list) and all(map(_holds, wanted, found))
    return wanted == found
