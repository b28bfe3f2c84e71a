"""What is sent to a service for an act, as text that survives a crash."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import msgspec

from agentdesk.connectors.kit.answers import read_json, write_json
from agentdesk.connectors.kit.contract import Act, Plan, Steering
from agentdesk.domain.act import ActKind


@dataclass(frozen=True, slots=True)
class Intent:
    """What an act is to bring about. `plan` is None until the service was asked what there is to change."""

    send_calls_to: str = ""
    plan: Plan | None = None
    version: int | None = None
    """The number of the kept version that is put back."""


ACTS = {
    ActKind.STOP: Act.PAUSE,
    ActKind.START: Act.RESUME,
    ActKind.PUT_BACK: Act.PUT_BACK,
    ActKind.TAKE_BACK: Act.PUT_BACK,
}


def written(intent: Intent) -> str:
    """As text, numbers digit for digit: a service is sent what it once said."""
    return write_json(msgspec.to_builtins(intent, builtin_types=(Decimal,))).decode()


def read(text: str) -> Intent:
    return msgspec.convert(read_json(text.encode()), Intent)


def undone(plan: Plan) -> Plan:
    """The plan that leads back to how it was."""
    return replace(plan, steps=plan.undo, undo=plan.steps, drift=(), note="")


def is_untouched(steering: Steering, plan: Plan) -> bool:
    """Whether each part is as it was before, or as the plan wants it: nobody else has changed it.

    Then sending the plan again does no harm. Raises Trouble.
    """
    return all(
        steering.confirm(replace(plan, steps=(step,))) or steering.confirm(replace(plan, steps=(before,)))
        for step, before in zip(plan.steps, plan.undo, strict=True)
    )


def also_undoing(steering: Steering, plan: Plan, before: Plan) -> Plan:
    """A second stop, of which the undo leads back to how it was before the first. Raises Trouble."""
    first = {
        step.path: back
        for step, back in zip(before.steps, before.undo, strict=True)
        if steering.confirm(replace(before, steps=(step,)))
    }
    return replace(plan, undo=tuple(first.get(each.path, each) for each in plan.undo))
