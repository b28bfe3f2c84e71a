"""Retell's agents: the version that callers hear, what counts as a change, and how they are stopped and put back."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from agentdesk.connectors.kit.contract import Act, Connector
from agentdesk.connectors.kit.troubles import NotUnderstood, Trouble
from agentdesk.domain.clock import SetClock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.live_agent import LiveAgent, LiveSetup
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import signed_in
from tests.connectors.retell.fake import FakeRetell

NUMBER = "+441134960100"
ANA = "agent_ana"


@pytest.fixture
def retell() -> Iterator[FakeRetell]:
    with FakeRetell() as service:
        service.add_agent(ANA, "Ana", "Be kind.\nNever book Sundays.", NUMBER)
        yield service


@pytest.fixture
def connector(retell: FakeRetell) -> Iterator[Connector]:
    with signed_in("retell", retell.url, SetClock(datetime(2026, 11, 27, 16, tzinfo=UTC))) as found:
        yield found


def look(connector: Connector) -> tuple[LiveAgent, LiveSetup, object]:
    assert connector.calls is not None
    (agent,) = connector.calls.agents()
    return (agent, *connector.calls.setup(agent))


def test_agents_come_with_their_numbers_and_what_they_are_told(retell: FakeRetell, connector: Connector) -> None:
    agent, setup, raw = look(connector)
    assert (agent.name, agent.numbers, agent.version) == ("Ana", (NUMBER,), "3")
    assert setup.instructions == "Be kind.\nNever book Sundays."
    assert setup.tools == ("end_call: Ends the call",)
    assert "llm_agent_ana" in str(raw)
    assert len(retell.requests) == 3, "agents, numbers, and what the one agent is told"


def test_a_version_that_no_number_leads_to_is_not_what_callers_hear(retell: FakeRetell, connector: Connector) -> None:
    before = look(connector)
    retell.publish(ANA, general_prompt="Be rude.")
    assert look(connector) == before
    retell.numbers[NUMBER]["inbound_agents"][0]["agent_version"] = 4
    agent, setup, _ = look(connector)
    assert (agent.version, setup.instructions) == ("4", "Be rude.")


def test_a_number_that_leads_to_a_tag_is_followed_to_the_version_that_has_it(
    retell: FakeRetell, connector: Connector
) -> None:
    retell.agents[ANA]["assigned_tags"] = ["prod"]
    retell.numbers[NUMBER]["inbound_agents"][0]["agent_version"] = "prod"
    before = look(connector)
    assert before[0].version == "3"
    retell.publish(ANA, general_prompt="Be rude.")
    retell.agents[ANA]["assigned_tags"] = []
    assert look(connector)[:2] == before[:2], "the new version doesn't have the tag: nobody hears it"
    retell.agents[ANA]["assigned_tags"] = ["prod"]
    retell.older[ANA, "3"]["assigned_tags"] = []
    agent, setup, _ = look(connector)
    assert (agent.version, setup.instructions) == ("4", "Be rude."), "moving a tag changes what callers hear"
    retell.agents[ANA]["assigned_tags"] = []
    assert look(connector)[0].version == "4", "a tag that no version has means the latest"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/list-agents", {"error": "oops"}),
        ("/v2/list-phone-numbers", []),
        ("/get-retell-llm/{}", {"error": "oops"}),
    ],
)
def test_an_answer_that_is_something_else_changes_nothing(
    retell: FakeRetell, connector: Connector, path: str, answer: object
) -> None:
    retell.route_first("GET", path, lambda _: Reply(answer))
    with pytest.raises(NotUnderstood):
        look(connector)


@pytest.mark.parametrize(
    "change",
    [
        lambda fake: fake.agents[ANA].update(last_modification_timestamp=1, agent_name="Anna", version_title="New"),
        lambda fake: fake.models.update(llm_agent_ana=dict(reversed(fake.models["llm_agent_ana"].items()))),
        lambda fake: fake.models["llm_agent_ana"].update(general_prompt="Be kind. \nNever book Sundays.\n"),
    ],
    ids=["saved again", "other order", "space at the ends of lines"],
)
def test_what_bears_on_nothing_is_no_change(
    retell: FakeRetell, connector: Connector, change: Callable[[FakeRetell], None]
) -> None:
    _, before, _ = look(connector)
    change(retell)
    assert look(connector)[1].rest == before.rest


@pytest.mark.parametrize(
    "change",
    [
        lambda fake: fake.models["llm_agent_ana"].update(model_temperature=0.9),
        lambda fake: fake.models["llm_agent_ana"].update(general_tools=[]),
        lambda fake: fake.models["llm_agent_ana"]["general_tools"][0].update(url="https://example.com/other"),
        lambda fake: fake.models["llm_agent_ana"].update(states=[{"name": "ask", "edges": [{"to": "end"}]}]),
        lambda fake: fake.agents[ANA].update(voice_speed=1.4),
        lambda fake: fake.agents[ANA].update(something_new={"mode": "loud"}),
    ],
    ids=["temperature", "a tool less", "what a tool does", "states", "voice", "a part that is new to us"],
)
def test_what_bears_on_behaviour_is_a_change(
    retell: FakeRetell, connector: Connector, change: Callable[[FakeRetell], None]
) -> None:
    _, before, _ = look(connector)
    change(retell)
    assert look(connector)[1] != before


def test_keys_of_tools_are_not_kept(retell: FakeRetell, connector: Connector) -> None:
    retell.models["llm_agent_ana"]["general_tools"] = [
        {"type": "book_appointment_cal", "name": "book", "cal_api_key": "cal_live_abc123", "event_type_id": 60444}
    ]
    _, _, raw = look(connector)
    assert "abc123" not in str(raw)
    assert "60444" in str(raw)


def test_pausing_unbinds_the_number_and_resuming_binds_it_as_before(retell: FakeRetell, connector: Connector) -> None:
    before = copy.deepcopy(retell.numbers)
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, ANA)
    assert retell.numbers == before, "a plan changes nothing"
    connector.steering.apply(plan)
    assert connector.steering.confirm(plan)
    assert retell.numbers[NUMBER]["inbound_agents"] is None
    back = connector.steering.plan(Act.RESUME, ANA, put_back=plan)
    assert not connector.steering.confirm(back)
    connector.steering.apply(back)
    assert connector.steering.confirm(back)
    assert retell.numbers == before


def test_pausing_one_of_several_agents_leaves_the_others_answering(retell: FakeRetell, connector: Connector) -> None:
    shared = [
        {"agent_id": "agent_ben", "agent_version": "prod", "weight": 0.1},
        {"agent_id": ANA, "agent_version": 3, "weight": 0.7},
        {"agent_id": "agent_cy", "agent_version": 1, "weight": 0.2},
    ]
    retell.numbers[NUMBER]["inbound_agents"] = shared
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, ANA)
    connector.steering.apply(plan)
    assert retell.numbers[NUMBER]["inbound_agents"] == [
        {"agent_id": "agent_ben", "agent_version": "prod", "weight": 0.3333},
        {"agent_id": "agent_cy", "agent_version": 1, "weight": 0.6667},
    ]
    assert connector.steering.confirm(plan)
    assert plan.note == "The other agents of this number take its calls meanwhile."
    connector.steering.apply(connector.steering.plan(Act.RESUME, ANA, put_back=plan))
    assert by_agent(retell.numbers[NUMBER]["inbound_agents"]) == by_agent(shared)


def test_an_agent_whose_share_is_not_told_is_resumed_all_the_same(retell: FakeRetell, connector: Connector) -> None:
    retell.numbers[NUMBER]["inbound_agents"] = [{"agent_id": ANA, "agent_version": 3}]
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, ANA)
    connector.steering.apply(plan)
    back = connector.steering.plan(Act.RESUME, ANA, put_back=plan)
    connector.steering.apply(back)
    assert connector.steering.confirm(back)
    assert [each["agent_id"] for each in retell.numbers[NUMBER]["inbound_agents"]] == [ANA]


def by_agent(bound: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(bound, key=lambda each: each["agent_id"])


@pytest.mark.parametrize("first", [ANA, "agent_ben"])
def test_of_two_paused_agents_of_a_number_only_the_one_that_is_resumed_answers_again(
    retell: FakeRetell, connector: Connector, first: str
) -> None:
    ana = {"agent_id": ANA, "agent_version": 3, "weight": 0.7}
    ben = {"agent_id": "agent_ben", "agent_version": "prod", "weight": 0.3}
    retell.numbers[NUMBER]["inbound_agents"] = [ana, ben]
    assert connector.steering is not None
    plans = {}
    for agent in (ANA, "agent_ben"):
        plans[agent] = connector.steering.plan(Act.PAUSE, agent)
        connector.steering.apply(plans[agent])
    assert retell.numbers[NUMBER]["inbound_agents"] is None
    assert all(map(connector.steering.confirm, plans.values())), "neither pause is in doubt because of the other"
    second = next(each for each in plans if each != first)
    connector.steering.apply(connector.steering.plan(Act.RESUME, first, put_back=plans[first]))
    (bound,) = retell.numbers[NUMBER]["inbound_agents"]
    assert (bound["agent_id"], bound["weight"]) == (first, 1)
    assert connector.steering.confirm(plans[second])
    connector.steering.apply(connector.steering.plan(Act.RESUME, second, put_back=plans[second]))
    found = by_agent(retell.numbers[NUMBER]["inbound_agents"])
    assert [(each["agent_id"], each["agent_version"]) for each in found] == [(ANA, 3), ("agent_ben", "prod")]
    # the last to be paused had all calls: who was resumed before it keeps half of them
    assert [each["weight"] for each in found] == ([0.5, 0.5] if first == ANA else [0.7, 0.3])


def test_putting_back_makes_callers_hear_the_approved_version(retell: FakeRetell, connector: Connector) -> None:
    _, approved, kept = look(connector)
    retell.publish(ANA, general_prompt="Be rude.")
    retell.numbers[NUMBER]["inbound_agents"][0]["agent_version"] = 4
    assert look(connector)[1] != approved
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PUT_BACK, ANA, put_back=kept)
    connector.steering.apply(plan)
    assert connector.steering.confirm(plan)
    assert look(connector)[1] == approved
    (bound,) = retell.numbers[NUMBER]["inbound_agents"]
    assert bound == {"agent_id": ANA, "agent_version": 3, "weight": 1}


@pytest.mark.parametrize("reached", [True, False], ids=["done before the answer was lost", "lost before it was done"])
def test_after_a_lost_answer_the_service_itself_tells_what_happened(
    retell: FakeRetell, connector: Connector, reached: bool
) -> None:
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, ANA)

    def lost(asked: Any) -> Any:
        if reached:
            retell.numbers[NUMBER].update(asked.json)
        return "drop"

    retell.route_first("PATCH", "/update-phone-number/{}", lost)
    with pytest.raises(Trouble):
        connector.steering.apply(plan)
    assert retell.asked("PATCH", "/update-phone-number/{}") == 1, "an act is sent once"
    assert connector.steering.confirm(plan) is reached


def test_what_can_not_be_done_is_said(retell: FakeRetell, connector: Connector) -> None:
    assert connector.steering is not None
    with pytest.raises(Sorry, match="gave no version"):
        connector.steering.plan(Act.PUT_BACK, ANA, put_back={})
    with pytest.raises(Sorry, match="didn't pause this agent"):
        connector.steering.plan(Act.RESUME, ANA)
    retell.numbers.clear()
    with pytest.raises(Sorry, match="No phone number leads to this agent"):
        connector.steering.plan(Act.PAUSE, ANA)
