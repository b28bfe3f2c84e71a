"""Retell: every call once, with its words, its cost to the last digit, and what its tools did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agentdesk.connectors.kit.contract import Act
from agentdesk.connectors.kit.troubles import SignInRefused
from agentdesk.domain.call import HandOver
from agentdesk.domain.clock import SetClock
from agentdesk.domain.money import Money
from tests.connectors.kit.known import Desk, signed_in
from tests.connectors.retell.fake import FakeRetell

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)


def ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def retell() -> Iterator[FakeRetell]:
    with FakeRetell() as service:
        yield service


def pull(retell: FakeRetell, desk: Desk) -> int:
    with signed_in("retell", retell.url, desk.clock) as connector:
        assert connector.calls is not None
        return desk.take_calls(connector.calls.calls(desk.position, desk))


def test_a_call_is_read_with_words_times_cost_and_who_rang(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", ms(NOW - timedelta(hours=2)))
    desk = Desk(clock)
    pull(retell, desk)
    call = desk.calls["c1"]
    assert [(each.role, each.text, each.at_seconds) for each in call.turns] == [
        ("agent", "Hello", 0.4),
        ("caller", "Hi", 2.1),
    ]
    assert call.started_at == NOW - timedelta(hours=2)
    assert call.seconds == 61.5
    assert call.caller == "+447700900123"
    assert call.cost == Money(125, 3, "USD"), "12.5 cents, exact"
    assert (call.agent_external_id, call.agent_version, call.resolved, call.final) == ("agent_ana", "3", True, True)


def test_a_tool_that_answered_keeps_the_words_of_its_answer(retell: FakeRetell, clock: SetClock) -> None:
    woven: list[dict[str, Any]] = [
        {"role": "agent", "content": "One moment.", "words": []},
        {"role": "tool_call_invocation", "tool_call_id": "t1", "name": "book", "arguments": '{"day": "Friday"}'},
        {"role": "tool_call_result", "tool_call_id": "t1", "content": '{"success": false}', "successful": True},
        {"role": "node_transition", "name": "end"},
        {"role": "agent", "content": "You're booked.", "words": []},
    ]
    retell.add_call("c1", ms(NOW - timedelta(hours=2)), transcript_with_tool_calls=woven)
    desk = Desk(clock)
    pull(retell, desk)
    (tool,) = desk.calls["c1"].tools
    assert tool == ("book", "t1", 1, '{"day": "Friday"}', '{"success": false}', False)
    assert len(desk.calls["c1"].turns) == 2


def test_nothing_new_costs_one_request_for_calls(retell: FakeRetell, clock: SetClock) -> None:
    for number in range(30):
        retell.add_call(f"c{number}", ms(NOW - timedelta(days=2, minutes=number)))
    desk = Desk(clock)
    assert pull(retell, desk) == 30
    before = len(retell.requests)
    assert pull(retell, desk) == 0
    assert len(retell.requests) - before == 1


def test_a_call_whose_listing_changed_is_read_again(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", ms(NOW - timedelta(minutes=2)), call_status="ongoing", call_analysis=None, call_cost=None)
    desk = Desk(clock)
    pull(retell, desk)
    assert not desk.calls["c1"].final
    assert desk.calls["c1"].cost is None
    retell.add_call("c1", ms(NOW - timedelta(minutes=2)))
    assert pull(retell, desk) == 1
    assert desk.calls["c1"].final


def test_many_calls_of_one_second_cross_pages_without_loss(retell: FakeRetell, clock: SetClock) -> None:
    for number in range(1250):
        retell.add_call(f"c{number}", ms(NOW - timedelta(days=1)))
    desk = Desk(clock)
    assert pull(retell, desk) == 1250
    assert len(desk.calls) == 1250


def test_one_call_that_makes_no_sense_is_set_aside_and_heals(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("good", ms(NOW - timedelta(hours=3)))
    retell.add_call("bad", ms(NOW - timedelta(hours=2)))
    retell.calls["bad"] |= {"start_timestamp": ms(NOW - timedelta(hours=2)), "call_id": "bad"}
    whole = dict(retell.calls["bad"])
    retell.calls["bad"] = {"call_id": "bad", "start_timestamp": whole["start_timestamp"], "call_status": "ended"}
    desk = Desk(clock)
    pull(retell, desk)
    assert set(desk.calls) == {"good", "bad"}
    assert desk.calls["bad"].turns == ()
    retell.calls["bad"] = whole
    pull(retell, desk)
    assert len(desk.calls["bad"].turns) == 2


def test_unknown_words_of_the_service_are_kept(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", ms(NOW - timedelta(hours=2)), disconnection_reason="quantum_hangup", call_type="hologram")
    desk = Desk(clock)
    pull(retell, desk)
    assert desk.calls["c1"].outcome == "quantum hangup"
    assert desk.calls["c1"].caller is None


@pytest.mark.parametrize(
    ("reason", "handover"),
    [("call_transfer", HandOver.REACHED), ("transfer_cancelled", HandOver.FAILED), ("user_hangup", None)],
)
def test_what_became_of_a_hand_over(
    retell: FakeRetell, clock: SetClock, reason: str, handover: HandOver | None
) -> None:
    retell.add_call("c1", ms(NOW - timedelta(hours=2)), disconnection_reason=reason)
    desk = Desk(clock)
    pull(retell, desk)
    assert desk.calls["c1"].handover is handover


def test_a_refused_key_is_told_apart(retell: FakeRetell, clock: SetClock) -> None:
    retell.key = "another"
    with pytest.raises(SignInRefused, match="Retell AI has signed us out"):
        pull(retell, Desk(clock))


def test_agents_come_with_their_numbers_and_what_they_are_told(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_agent("agent_ana", "Ana", "Be kind.\nNever book Sundays.", "+441134960100")
    with signed_in("retell", retell.url, clock) as connector:
        assert connector.calls is not None
        (agent,) = connector.calls.agents()
        setup, raw = connector.calls.setup(agent)
        assert (agent.name, agent.numbers, agent.version) == ("Ana", ("+441134960100",), "3")
        assert setup.instructions == "Be kind.\nNever book Sundays."
        assert setup.tools == ("end_call: Ends the call",)
        assert "llm_agent_ana" in str(raw)


def test_only_what_bears_on_behaviour_is_a_change(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    with signed_in("retell", retell.url, clock) as connector:
        assert connector.calls is not None
        (agent,) = connector.calls.agents()
        before, _ = connector.calls.setup(agent)
        retell.agents["agent_ana"]["last_modification_timestamp"] += 5
        retell.models["llm_agent_ana"] = dict(reversed(retell.models["llm_agent_ana"].items()))
        (agent,) = connector.calls.agents()
        assert connector.calls.setup(agent)[0] == before
        retell.models["llm_agent_ana"]["model_temperature"] = 0.9
        assert connector.calls.setup(agent)[0] != before


def test_pausing_unbinds_the_number_and_resuming_binds_it_as_before(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    before = dict(retell.numbers["+441134960100"])
    with signed_in("retell", retell.url, clock) as connector:
        assert connector.steering is not None
        plan = connector.steering.plan(Act.PAUSE, "agent_ana")
        assert retell.numbers["+441134960100"] == before, "a plan changes nothing"
        connector.steering.apply(plan)
        assert connector.steering.confirm(plan)
        assert retell.numbers["+441134960100"]["inbound_agents"] is None
        back = connector.steering.plan(Act.RESUME, "agent_ana", put_back=plan)
        assert not connector.steering.confirm(back)
        connector.steering.apply(back)
        assert connector.steering.confirm(back)
    assert retell.numbers["+441134960100"] == before


def test_putting_back_binds_the_number_to_the_approved_version(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_agent("agent_ana", "Ana", "Be rude.", "+441134960100", version=4)
    with signed_in("retell", retell.url, clock) as connector:
        assert connector.steering is not None
        plan = connector.steering.plan(Act.PUT_BACK, "agent_ana", put_back={"agent": {"version": 3}})
        connector.steering.apply(plan)
        assert connector.steering.confirm(plan)
    (bound,) = retell.numbers["+441134960100"]["inbound_agents"]
    assert bound == {"agent_id": "agent_ana", "agent_version": 3, "weight": 1}
