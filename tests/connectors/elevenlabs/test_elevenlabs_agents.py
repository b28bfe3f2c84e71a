"""ElevenLabs' agents: what they are told, what counts as a change, and how they are stopped and put back."""

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
from tests.connectors.elevenlabs.fake import FakeElevenLabs
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import signed_in

NUMBER = "+441134960100"


@pytest.fixture
def service() -> Iterator[FakeElevenLabs]:
    with FakeElevenLabs() as fake:
        fake.add_agent("agent_ana", "Ana", "Be kind.\nNever book Sundays.", NUMBER)
        yield fake


@pytest.fixture
def connector(service: FakeElevenLabs) -> Iterator[Connector]:
    with signed_in("elevenlabs", service.url, SetClock(datetime(2026, 11, 27, 16, tzinfo=UTC))) as found:
        yield found


def look(connector: Connector) -> tuple[LiveAgent, LiveSetup, object]:
    assert connector.calls is not None
    (agent,) = connector.calls.agents()
    return (agent, *connector.calls.setup(agent))


def test_agents_come_with_their_numbers_and_what_they_are_told(connector: Connector) -> None:
    agent, setup, raw = look(connector)
    assert (agent.name, agent.numbers, agent.version) == ("Ana", (NUMBER,), "agtvrsn_3")
    assert agent.changed_at == datetime(2024, 5, 20, 21, 20, tzinfo=UTC)
    assert setup.instructions == "Be kind.\nNever book Sundays."
    assert (setup.first_words, setup.model, setup.voice) == (
        "Good afternoon.",
        "gemini-2.5-flash",
        "cjVigY5qzO86Huf0OWal",
    )
    assert setup.tools == ("end_call: Ends the call", "book: Books a visit")
    assert "example.com/book" in str(raw)


def test_a_look_at_all_agents_costs_two_requests_and_one_for_each(
    service: FakeElevenLabs, connector: Connector
) -> None:
    service.add_agent("agent_bob", "Bob", "Be brief.", "+441134960101")
    assert connector.calls is not None
    for agent in connector.calls.agents():
        connector.calls.setup(agent)
    assert len(service.requests) == 2 + 2, "the list, the tools, and two agents"


def test_agents_that_say_they_have_no_number_cost_no_look_at_the_numbers(
    service: FakeElevenLabs, connector: Connector
) -> None:
    service.numbers.clear()
    agent, _, _ = look(connector)
    assert agent.numbers == ()
    assert service.asked("GET", "/v1/convai/phone-numbers") == 0


def test_numbers_that_agents_do_not_name_are_looked_up(service: FakeElevenLabs, connector: Connector) -> None:
    service.route_first("GET", "/v1/convai/agents/{}", lambda asked: Reply(service.agents[asked.parts[0]]))
    agent, _, _ = look(connector)
    assert agent.numbers == (NUMBER,)


def test_an_answer_that_is_no_agent_makes_no_agent_vanish(service: FakeElevenLabs, connector: Connector) -> None:
    service.route_first("GET", "/v1/convai/agents/{}", lambda _: Reply({"error": "oops"}))
    with pytest.raises(NotUnderstood):
        look(connector)


def test_an_agent_deleted_while_the_list_is_read_is_left_out(service: FakeElevenLabs, connector: Connector) -> None:
    service.route_first("GET", "/v1/convai/agents/{}", lambda _: Reply({"detail": "gone"}, 404))
    assert connector.calls is not None
    assert connector.calls.agents() == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda agent: agent["metadata"].update(updated_at_unix_secs=1_800_000_000),
        lambda agent: agent.update(version_id="agtvrsn_9", name="Anna", tags=["front"]),
        lambda agent: agent["conversation_config"].update(reversed(list(agent["conversation_config"].items()))),
        lambda agent: agent["workflow"]["nodes"]["start_node"]["position"].update(x=40),
        lambda agent: agent["platform_settings"].update(widget={"color": "red"}),
    ],
    ids=["saved again", "called otherwise", "other order", "moved on the canvas", "another colour"],
)
def test_what_bears_on_nothing_is_no_change(
    service: FakeElevenLabs, connector: Connector, change: Callable[[dict[str, Any]], None]
) -> None:
    _, before, _ = look(connector)
    change(service.agents["agent_ana"])
    assert look(connector)[1] == before


@pytest.mark.parametrize(
    "change",
    [
        lambda fake: fake.agents["agent_ana"]["conversation_config"]["agent"]["prompt"].update(temperature=0.9),
        lambda fake: fake.agents["agent_ana"]["conversation_config"]["agent"]["prompt"].update(prompt="Be rude."),
        lambda fake: fake.agents["agent_ana"]["conversation_config"]["agent"]["prompt"].update(tool_ids=[]),
        lambda fake: fake.agents["agent_ana"].update(workflow={"nodes": {"a": {"type": "end"}}, "edges": {}}),
        lambda fake: fake.tools["tool_book"]["tool_config"]["api_schema"].update(url="https://example.com/other"),
        lambda fake: fake.agents["agent_ana"].update(something_new={"mode": "loud"}),
    ],
    ids=["temperature", "prompt", "a tool less", "workflow", "what a tool does", "a part that is new to us"],
)
def test_what_bears_on_behaviour_is_a_change(
    service: FakeElevenLabs, connector: Connector, change: Callable[[FakeElevenLabs], None]
) -> None:
    _, before, _ = look(connector)
    change(service)
    assert look(connector)[1] != before


def test_pausing_unbinds_the_number_and_resuming_binds_it_as_before(
    service: FakeElevenLabs, connector: Connector
) -> None:
    before = copy.deepcopy(service.numbers)
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, "agent_ana")
    assert service.numbers == before, "a plan changes nothing"
    connector.steering.apply(plan)
    assert connector.steering.confirm(plan)
    assert service.numbers["phnum_agent_ana"]["assigned_agent"] is None
    back = connector.steering.plan(Act.RESUME, "agent_ana", put_back=plan)
    assert not connector.steering.confirm(back)
    connector.steering.apply(back)
    assert connector.steering.confirm(back)
    assert service.numbers == before


def test_putting_back_brings_exactly_what_was_with_its_keys(service: FakeElevenLabs, connector: Connector) -> None:
    agent = service.agents["agent_ana"]
    prompt = agent["conversation_config"]["agent"]["prompt"]
    prompt["custom_llm"] = {"url": "https://llm.example.com", "api_key": "sk_0123456789abcdef0123"}
    prompt["field_unknown_to_us"] = {"deep": [1, 2, {"x": None}]}
    prompt["tools"] = [{"name": "book"}]
    approved = copy.deepcopy(agent)
    _, _, raw = look(connector)
    assert "sk_0123456789abcdef0123" not in str(raw)
    prompt.update(prompt="Be rude.", temperature=1, field_unknown_to_us={"deep": []})
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PUT_BACK, "agent_ana", put_back=raw)
    assert "sk_0123456789abcdef0123" not in repr(plan)
    assert not connector.steering.confirm(plan)
    connector.steering.apply(plan)
    assert connector.steering.confirm(plan)
    for part in ("conversation_config", "platform_settings", "workflow"):
        assert agent[part] == approved[part]


def test_a_key_that_nobody_has_any_more_is_not_put_back_as_something_else(
    service: FakeElevenLabs, connector: Connector
) -> None:
    prompt = service.agents["agent_ana"]["conversation_config"]["agent"]["prompt"]
    prompt["custom_llm"] = {"url": "https://llm.example.com", "api_key": "sk_0123456789abcdef0123"}
    _, _, raw = look(connector)
    prompt["custom_llm"] = None
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PUT_BACK, "agent_ana", put_back=raw)
    with pytest.raises(Sorry, match="no longer at the service"):
        connector.steering.apply(plan)
    assert prompt["custom_llm"] is None


@pytest.mark.parametrize("reached", [True, False], ids=["done before the answer was lost", "lost before it was done"])
def test_after_a_lost_answer_the_service_itself_tells_what_happened(
    service: FakeElevenLabs, connector: Connector, reached: bool
) -> None:
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, "agent_ana")

    def lost(asked: Any) -> Any:
        if reached:
            service.numbers[asked.parts[0]]["assigned_agent"] = None
        return "drop"

    service.route_first("PATCH", "/v1/convai/phone-numbers/{}", lost)
    with pytest.raises(Trouble):
        connector.steering.apply(plan)
    assert service.asked("PATCH", "/v1/convai/phone-numbers/{}") == 1, "an act is sent once"
    assert connector.steering.confirm(plan) is reached


def test_what_can_not_be_done_is_said(service: FakeElevenLabs, connector: Connector) -> None:
    assert connector.steering is not None
    service.numbers.clear()
    with pytest.raises(Sorry, match="No phone number leads to this agent"):
        connector.steering.plan(Act.PAUSE, "agent_ana")
    with pytest.raises(Sorry, match="didn't pause this agent"):
        connector.steering.plan(Act.RESUME, "agent_ana")
    with pytest.raises(Sorry, match="was not kept"):
        connector.steering.plan(Act.PUT_BACK, "agent_ana", put_back={})
