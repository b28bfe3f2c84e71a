"""Vapi's assistants: what they are told, what counts as a change, and how they are stopped and put back."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agentdesk.connectors.kit.contract import Act, Connector
from agentdesk.connectors.kit.troubles import NotUnderstood, Trouble
from agentdesk.domain.clock import SetClock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.live_agent import LiveAgent, LiveSetup
from tests.connectors.kit.fake_service import Reply
from tests.connectors.kit.known import signed_in
from tests.connectors.vapi.fake import ANA, BOOK, NUMBER, ORG, FakeVapi

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)
RINGS = "+441134960100"


@pytest.fixture
def service() -> Iterator[FakeVapi]:
    with FakeVapi() as fake:
        fake.add_agent("Ana", "Be kind.\nNever book Sundays.", RINGS)
        yield fake


@pytest.fixture
def connector(service: FakeVapi) -> Iterator[Connector]:
    with signed_in("vapi", service.url, SetClock(NOW)) as found:
        yield found


def look(connector: Connector) -> tuple[LiveAgent, LiveSetup, object]:
    assert connector.calls is not None
    (agent,) = connector.calls.agents()
    return (agent, *connector.calls.setup(agent))


def test_assistants_come_with_their_numbers_and_what_they_are_told(service: FakeVapi, connector: Connector) -> None:
    agent, setup, raw = look(connector)
    assert (agent.name, agent.numbers, agent.version) == ("Ana", (RINGS,), "v3")
    assert agent.changed_at == datetime(2026, 5, 20, 9, tzinfo=UTC)
    assert setup.instructions == "Be kind.\nNever book Sundays."
    assert (setup.first_words, setup.model, setup.voice) == ("Good afternoon.", "openai gpt-5.1", "11labs sarah")
    assert setup.tools == ("endCall", "book: Books a visit")
    assert "example.com/book" in str(raw)
    assert len(service.requests) == 3, "assistants, numbers, shared tools"


def test_the_account_is_known_by_its_organisation(service: FakeVapi, connector: Connector) -> None:
    assert connector.check().marks == (ORG,)
    assert len(service.requests) == 1


def test_the_newest_call_of_an_assistant_is_found_whatever_the_order(service: FakeVapi, connector: Connector) -> None:
    for hours in (5, 2, 9):
        service.add_call(f"c{hours}", NOW - timedelta(hours=hours))
    agent, _, _ = look(connector)
    assert connector.calls is not None
    assert connector.calls.last_call_at(agent) == NOW - timedelta(hours=2)


def test_an_answer_that_is_no_list_makes_no_assistant_vanish(service: FakeVapi, connector: Connector) -> None:
    service.route_first("GET", "/assistant", lambda _: Reply({"message": "oops"}))
    with pytest.raises(NotUnderstood):
        look(connector)


@pytest.mark.parametrize(
    "change",
    [
        lambda fake: fake.agents[ANA].update(updatedAt="2026-11-27T16:00:00.000Z", latestVersion="v4", name="Anna"),
        lambda fake: fake.agents.update({ANA: dict(reversed(fake.agents[ANA].items()))}),
        lambda fake: fake.agents[ANA].update(metadata={"folder": "front"}),
        lambda fake: fake.tools[BOOK].update(updatedAt="2026-11-27T16:00:00.000Z", latestVersion="v2"),
    ],
    ids=["saved again", "other order", "filed elsewhere", "a tool saved again"],
)
def test_what_bears_on_nothing_is_no_change(
    service: FakeVapi, connector: Connector, change: Callable[[FakeVapi], None]
) -> None:
    _, before, _ = look(connector)
    change(service)
    assert look(connector)[1] == before


@pytest.mark.parametrize(
    "change",
    [
        lambda fake: fake.agents[ANA]["model"].update(temperature=0.9),
        lambda fake: fake.agents[ANA]["model"].update(toolIds=[]),
        lambda fake: fake.agents[ANA]["model"].update(toolRefs=[{"toolId": BOOK, "version": "v1"}]),
        lambda fake: fake.agents[ANA].update(endCallPhrases=["goodbye"]),
        lambda fake: fake.tools[BOOK].update(server={"url": "https://example.com/other"}),
        lambda fake: fake.agents[ANA].update(somethingNew={"mode": "loud"}),
    ],
    ids=["temperature", "a tool less", "a tool in one version", "phrases", "what a tool does", "a part new to us"],
)
def test_what_bears_on_behaviour_is_a_change(
    service: FakeVapi, connector: Connector, change: Callable[[FakeVapi], None]
) -> None:
    _, before, _ = look(connector)
    change(service)
    assert look(connector)[1] != before


def test_a_tool_pinned_to_another_version_is_a_change(service: FakeVapi, connector: Connector) -> None:
    service.agents[ANA]["model"]["toolRefs"] = [{"toolId": BOOK, "version": "v1"}]
    _, before, _ = look(connector)
    service.agents[ANA]["model"]["toolRefs"] = [{"toolId": BOOK, "version": "v2"}]
    assert look(connector)[1] != before


@pytest.mark.parametrize("send_calls_to", ["", "+441134960111"], ids=["a sentence", "another number"])
def test_pausing_answers_while_it_rings_and_resuming_takes_that_away(
    service: FakeVapi, connector: Connector, send_calls_to: str
) -> None:
    before = copy.deepcopy(service.numbers[NUMBER]["hooks"])
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, ANA, send_calls_to=send_calls_to)
    assert service.numbers[NUMBER]["hooks"] == before, "a plan changes nothing"
    connector.steering.apply(plan)
    assert connector.steering.confirm(plan)
    ringing, *rest = service.numbers[NUMBER]["hooks"]
    assert rest == before, "what happens when a call ends stays as it was"
    (done,) = ringing["do"]
    assert done["type"] == ("transfer" if send_calls_to else "say")
    assert send_calls_to in plan.note
    back = connector.steering.plan(Act.RESUME, ANA, put_back=plan)
    assert not connector.steering.confirm(back)
    connector.steering.apply(back)
    assert connector.steering.confirm(back)
    assert service.numbers[NUMBER]["hooks"] == before


def test_what_the_service_adds_by_itself_does_not_deny_a_pause(service: FakeVapi, connector: Connector) -> None:
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, ANA, send_calls_to="+441134960111")
    connector.steering.apply(plan)
    service.numbers[NUMBER]["hooks"][0]["do"][0]["destination"]["numberE164CheckEnabled"] = True
    assert connector.steering.confirm(plan)


def test_putting_back_brings_what_was_with_its_keys(service: FakeVapi, connector: Connector) -> None:
    agent = service.agents[ANA]
    agent["server"] = {"url": "https://example.com/hook", "headers": {"X-Key": "abc123"}}
    agent["fieldUnknownToUs"] = {"deep": [1, 2, {"x": None}]}
    approved = copy.deepcopy(agent)
    _, _, raw = look(connector)
    assert "abc123" not in str(raw)
    agent["model"]["messages"] = [{"role": "system", "content": "Be rude."}]
    agent.update(fieldUnknownToUs={}, endCallMessage="Off you go.", endCallPhrases=["bye"])
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PUT_BACK, ANA, put_back=raw)
    assert "abc123" not in repr(plan)
    assert not connector.steering.confirm(plan)
    connector.steering.apply(plan)
    assert connector.steering.confirm(plan)
    assert (agent["endCallMessage"], agent["endCallPhrases"]) == ("", []), "added since, and emptied"
    stamps = {"updatedAt", "latestVersion"}
    assert {name: agent[name] for name in approved.keys() - stamps} == {
        name: approved[name] for name in approved.keys() - stamps
    }


def test_what_can_not_be_taken_away_is_said_before_and_not_denied_after(
    service: FakeVapi, connector: Connector
) -> None:
    _, _, raw = look(connector)
    service.agents[ANA]["voicemailDetection"] = {"provider": "google"}
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PUT_BACK, ANA, put_back=raw)
    assert plan.drift == ("Added since and can't be taken away from here: voicemailDetection.",)
    connector.steering.apply(plan)
    assert not connector.steering.confirm(plan)


@pytest.mark.parametrize("reached", [True, False], ids=["done before the answer was lost", "lost before it was done"])
def test_after_a_lost_answer_the_service_itself_tells_what_happened(
    service: FakeVapi, connector: Connector, reached: bool
) -> None:
    assert connector.steering is not None
    plan = connector.steering.plan(Act.PAUSE, ANA)

    def lost(asked: Any) -> Any:
        if reached:
            service.numbers[NUMBER].update(asked.json)
        return "drop"

    service.route_first("PATCH", "/phone-number/{}", lost)
    with pytest.raises(Trouble):
        connector.steering.apply(plan)
    assert service.asked("PATCH", "/phone-number/{}") == 1, "an act is sent once"
    assert connector.steering.confirm(plan) is reached


def test_what_can_not_be_done_is_said(service: FakeVapi, connector: Connector) -> None:
    assert connector.steering is not None
    service.numbers.clear()
    with pytest.raises(Sorry, match="No phone number leads to this agent"):
        connector.steering.plan(Act.PAUSE, ANA)
    with pytest.raises(Sorry, match="didn't pause this agent"):
        connector.steering.plan(Act.RESUME, ANA)
    with pytest.raises(Sorry, match="was not kept"):
        connector.steering.plan(Act.PUT_BACK, ANA, put_back={})
