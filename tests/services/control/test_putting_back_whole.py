"""Put back is exactly what was approved: fields that AgentDesk knows nothing of, numbers to the last digit, keys."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agentdesk.domain.act import ActState
from agentdesk.domain.live_agent import Approval
from tests.connectors.vapi.fake import ANA as VAPI_ANA
from tests.services.control.test_steering import without_stamps
from tests.services.steered import Steered, steered

TURNS = 25
"""Configurations of each service."""


def anything(chance: random.Random, deep: int = 0) -> Any:
    """A value of a shape that services use."""
    plain: tuple[Callable[[], Any], ...] = (
        lambda: chance.choice(["", "loud", "Grüße — £5", "a\nb  c", "محل"]),
        lambda: chance.randrange(-5, 10**12),
        lambda: chance.choice([0.1, 0.2, 1.5, 0.30000000000000004, 1e-7]),
        lambda: chance.random() < 0.5,
    )
    if deep < 3 and chance.random() < 0.5:
        if chance.random() < 0.5:
            return {f"part{number}": anything(chance, deep + 1) for number in range(chance.randrange(1, 4))}
        return [anything(chance, deep + 1) for _ in range(chance.randrange(1, 4))]
    return chance.choice(plain)()


def config_of(desk: Steered) -> dict[str, Any]:
    """Where the service keeps fields that nobody told us of."""
    if desk.target.service == "vapi":
        found: dict[str, Any] = desk.fake.agents[VAPI_ANA]
    else:
        found = desk.fake.agents["agent_ana"]["conversation_config"]
    return found


@pytest.mark.parametrize("service", ["vapi", "elevenlabs"])
def test_every_field_comes_back_as_it_was(tmp_path: Path, service: str) -> None:
    with steered(tmp_path, service) as desk:
        chance = random.Random(11)  # noqa: S311 - shapes are drawn, not secrets
        for turn in range(TURNS):
            config = config_of(desk)
            config["plan_of_ours"] = anything(chance)
            config["server"] = {"url": f"https://example.com/{turn}", "secret": f"canary-{turn}"}
            desk.tell(f"Be kind, number {turn}.")
            desk.pull()
            target = desk.target
            newest = desk.services.live_agents.versions(target.connection, target.external_id)[0]
            approval = Approval("Sam", "Fine", untried="I read it")
            desk.services.live_agents.approve(target.connection, target.external_id, newest.number, approval)
            approved = copy.deepcopy(desk.fake.agents)
            config["plan_of_ours"] = anything(chance)
            desk.tell(f"Be rude, number {turn}.")
            desk.pull()
            act = desk.services.steering.put_back(desk.services.steering.propose(target, newest.number), "Sam")
            assert (act.state, act.trouble) == (ActState.PROVEN, ""), turn
            assert without_stamps(desk.fake.agents) == without_stamps(approved), turn
            assert f"canary-{turn}" not in act.plan
