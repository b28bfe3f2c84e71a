"""ElevenLabs: every call once, with its words, its cost in dollars or credits, and what its tools did."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import pytest

from agentdesk.connectors.kit.troubles import NotUnderstood, SignInRefused, Trouble
from agentdesk.domain.call import HandOver
from agentdesk.domain.clock import SetClock
from agentdesk.domain.money import Money
from tests.connectors.elevenlabs.fake import FakeElevenLabs, metadata, said
from tests.connectors.kit.fake_service import WIRE_FAULTS, Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)


def ago(**what: float) -> int:
    return int((NOW - timedelta(**what)).timestamp())


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


@pytest.fixture
def service() -> Iterator[FakeElevenLabs]:
    with FakeElevenLabs() as fake:
        yield fake


def pull(service: FakeElevenLabs, desk: Desk) -> int:
    with signed_in("elevenlabs", service.url, desk.clock) as connector:
        assert connector.calls is not None
        return desk.take_calls(connector.calls.calls(desk.position, desk))


def test_a_call_is_read_with_words_times_cost_and_who_rang(service: FakeElevenLabs, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    pull(service, desk)
    call = desk.calls["c1"]
    assert [(each.role, each.text, each.at_seconds) for each in call.turns] == [
        ("agent", "Hello", 0.0),
        ("caller", "Hi", 2.0),
    ]
    assert (call.started_at, call.seconds, call.caller) == (NOW - timedelta(hours=2), 61.0, "+447700900123")
    assert call.cost == Money(1234, 4, "USD"), "exact to the last digit"
    assert (call.agent_external_id, call.agent_version, call.resolved, call.final) == (
        "agent_ana",
        "agtvrsn_3",
        True,
        True,
    )
    assert call.outcome == "end call tool was called."


@pytest.mark.parametrize(
    ("costs", "read"),
    [
        ({"cost_fiat": None, "cost": 296}, "296 credits"),
        ({"cost_fiat": None, "cost": None}, None),
        ({"cost_fiat": 0}, "$0.00"),
        ({"cost_fiat": -3, "cost": None}, None),
    ],
    ids=["an old call is charged in credits", "not reported", "nothing", "less than nothing"],
)
def test_what_a_call_cost(service: FakeElevenLabs, desk: Desk, costs: dict[str, Any], read: str | None) -> None:
    service.add_call("c1", ago(hours=2), metadata=metadata(ago(hours=2), **costs))
    pull(service, desk)
    cost = desk.calls["c1"].cost
    assert (cost and cost.in_words()) == read


def test_a_tool_keeps_its_question_and_the_words_of_its_answer(service: FakeElevenLabs, desk: Desk) -> None:
    asked = {
        "request_id": "r1",
        "tool_name": "book",
        "params_as_json": '{"day": "Friday"}',
        "tool_has_been_called": True,
    }
    answered = {
        "request_id": "r1",
        "tool_name": "book",
        "result_value": '{"success": false}',
        "is_error": False,
        "tool_has_been_called": True,
    }
    transcript = [
        said("agent", "One moment.", 4, tool_calls=[asked]),
        said("agent", None, 5, tool_calls=None, tool_results=[answered]),
        said("user", "You opened the page about prices", 6, contextual_update_info={"context_id": "x"}),
        said("agent", "You're booked.", 7, tool_calls=None, tool_results=None),
    ]
    service.add_call("c1", ago(hours=2), transcript=transcript)
    pull(service, desk)
    call = desk.calls["c1"]
    assert call.tools == (("book", "r1", 1, '{"day": "Friday"}', '{"success": false}', False),)
    assert [each.text for each in call.turns] == ["One moment.", "You're booked."], "only what was said"


@pytest.mark.parametrize(
    ("result", "handover"),
    [
        ({"result": {"result_type": "transfer_to_number_twilio_success"}, "is_error": False}, HandOver.REACHED),
        ({"result": {"result_type": "transfer_to_number_error"}, "is_error": True}, HandOver.FAILED),
        ({"result": {"result_type": "transfer_to_number_fax_success"}, "is_error": False}, HandOver.REACHED),
        ({"result": {"result_type": "transfer_to_agent_success"}, "is_error": False}, None),
        ({"result": None, "is_error": True}, HandOver.FAILED),
        ({"result": None, "is_error": False}, None),
    ],
)
def test_what_became_of_a_hand_over(
    service: FakeElevenLabs, desk: Desk, result: dict[str, Any], handover: HandOver | None
) -> None:
    came = {"request_id": "r1", "tool_name": "transfer_to_number", "result_value": "", "type": "system", **result}
    service.add_call("c1", ago(hours=2), transcript=[said("agent", "I'll put you through.", 3, tool_results=[came])])
    pull(service, desk)
    assert desk.calls["c1"].handover is handover


def test_nothing_new_costs_one_request(service: FakeElevenLabs, desk: Desk) -> None:
    for number in range(300):
        service.add_call(f"c{number}", ago(days=2, minutes=number))
    assert pull(service, desk) == 300
    before = len(service.requests)
    assert pull(service, desk) == 0
    assert len(service.requests) - before == 1


def test_as_many_requests_as_there_are_calls_and_pages(service: FakeElevenLabs, desk: Desk) -> None:
    for number in range(300):
        service.add_call(f"c{number}", ago(days=2, minutes=number))
    pull(service, desk)
    assert len(service.requests) == 300 + 3


def test_a_call_under_way_is_kept_and_read_again_when_it_is_over(service: FakeElevenLabs, desk: Desk) -> None:
    service.add_call(
        "c1", ago(minutes=2), status="processing", metadata=metadata(ago(minutes=2), cost_fiat=None, cost=None)
    )
    pull(service, desk)
    call = desk.calls["c1"]
    assert (call.final, call.outcome, call.cost) == (False, "processing", None)
    service.add_call("c1", ago(minutes=2))
    assert pull(service, desk) == 1
    assert desk.calls["c1"].final


def test_words_that_come_later_without_a_sign_in_the_list_are_asked_for(service: FakeElevenLabs, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    pull(service, desk)
    service.calls["c1"]["transcript"][1]["message"] = "Hi there"
    desk.again = ("c1",)
    pull(service, desk)
    assert desk.calls["c1"].turns[1].text == "Hi there"


def test_a_call_that_the_service_erased_is_gone(service: FakeElevenLabs, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    pull(service, desk)
    del service.calls["c1"]
    desk.again = ("c1",)
    pull(service, desk)
    assert desk.gone == {"c1"}


def test_many_calls_of_one_second_cross_pages_without_loss(service: FakeElevenLabs, desk: Desk) -> None:
    for number in range(250):
        service.add_call(f"c{number}", ago(days=1))
    assert pull(service, desk) == 250
    assert pull(service, desk) == 0


def test_a_pull_that_broke_off_goes_on_without_loss_whatever_the_order(service: FakeElevenLabs, desk: Desk) -> None:
    for number in range(250):
        service.add_call(f"c{number}", ago(hours=6 * number + 1))
    listed = service._list_calls
    service.route_first("GET", "/v1/convai/conversations", lambda asked: listed(_with(asked, sort_direction="desc")))
    with signed_in("elevenlabs", service.url, desk.clock) as connector:
        assert connector.calls is not None
        pages = connector.calls.calls(desk.position, desk)
        desk.take_calls(islice(pages, 100))
    assert len(desk.calls) == 100
    pull(service, desk)
    assert len(desk.calls) == 240, "sixty days of them"
    assert desk.position == ""


def test_pages_without_end_are_noticed_and_lose_nothing(service: FakeElevenLabs, desk: Desk) -> None:
    for number in range(30):
        service.add_call(f"c{number}", ago(days=1, minutes=number))
    listed = service._list_calls

    def again_and_again(asked: Any) -> Reply:
        answer: Any = listed(_with(asked, cursor="0")).body
        return Reply({**answer, "has_more": True, "next_cursor": "again"})

    service.route_first("GET", "/v1/convai/conversations", again_and_again)
    with pytest.raises(NotUnderstood):
        pull(service, desk)
    assert len(desk.calls) == 30
    assert desk.position != ""


def test_one_call_that_makes_no_sense_is_set_aside_and_heals(service: FakeElevenLabs, desk: Desk) -> None:
    service.add_call("good", ago(hours=3))
    whole = service.add_call("bad", ago(hours=2))
    service.route_first("GET", "/v1/convai/conversations/bad", lambda _: Reply({**whole, "metadata": {}}))
    pull(service, desk)
    assert set(desk.calls) == {"good"}
    assert set(desk.aside) == {"bad"}
    service.route_first("GET", "/v1/convai/conversations/bad", lambda _: Reply(whole))
    pull(service, desk)
    assert len(desk.calls["bad"].turns) == 2
    assert not desk.aside


@pytest.mark.parametrize("name", ["", "x" * 300, "../../x", "..", "a\nb", "a?b", None, True])
def test_a_call_with_a_name_that_is_none_is_set_aside(service: FakeElevenLabs, desk: Desk, name: object) -> None:
    service.add_call("good", ago(hours=3))
    service.add_call("bad", ago(hours=2))["conversation_id"] = name
    pull(service, desk)
    assert set(desk.calls) == {"good"}
    assert len(service.requests) == 2, "nothing is asked for by such a name"


def test_names_that_differ_in_a_space_are_two_names(service: FakeElevenLabs, desk: Desk) -> None:
    for name in ("c", "c ", "ç"):
        service.add_call(name, ago(hours=2))
    asked = {"/v1/convai/conversations/c%20": "c ", "/v1/convai/conversations/%C3%A7": "ç"}
    for path, name in asked.items():
        service.route_first("GET", path, lambda _, name=name: Reply(service.calls[name]))  # type: ignore[misc]
    pull(service, desk)
    assert set(desk.calls) == {"c", "c ", "ç"}


def test_unknown_words_of_the_service_are_kept(service: FakeElevenLabs, desk: Desk) -> None:
    more = {"conversation_initiation_source": "telepathy", "phone_call": {"type": "pigeon"}, "termination_reason": ""}
    service.add_call(
        "c1",
        ago(hours=2),
        status="quantum_state",
        metadata=metadata(ago(hours=2), **more),
        analysis={"call_successful": "rather", "transcript_summary": ""},
        transcript=[said("narrator", "Meanwhile", 1), said("user", "Hi", 2)],
    )
    pull(service, desk)
    call = desk.calls["c1"]
    assert (call.outcome, call.caller, call.resolved, call.final) == ("quantum state", None, None, False)
    assert [each.text for each in call.turns] == ["Hi"]


def test_what_is_kept_of_an_answer_has_neither_words_nor_keys(service: FakeElevenLabs, desk: Desk) -> None:
    dynamic = {"customer": "Sam", "secret__token": "abc123"}
    service.add_call("c1", ago(hours=2), conversation_initiation_client_data={"dynamic_variables": dynamic})
    with signed_in("elevenlabs", service.url, desk.clock) as connector:
        assert connector.calls is not None
        (record,) = (each for page in connector.calls.calls(None, desk) for each in page.records)
    raw = str(record.raw)
    assert "Hello" not in raw
    assert "abc123" not in raw
    assert "Sam" in raw


def test_a_refused_key_is_told_apart(service: FakeElevenLabs, desk: Desk) -> None:
    service.key = "another"
    with pytest.raises(SignInRefused, match="ElevenLabs has signed us out"):
        pull(service, desk)


def test_the_newest_call_of_an_agent_is_found_by_one_request(service: FakeElevenLabs, desk: Desk) -> None:
    service.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for hours in (5, 2, 9):
        service.add_call(f"c{hours}", ago(hours=hours))
    with signed_in("elevenlabs", service.url, desk.clock) as connector:
        assert connector.calls is not None
        (agent,) = connector.calls.agents()
        before = len(service.requests)
        assert connector.calls.last_call_at(agent) == NOW - timedelta(hours=2)
        assert len(service.requests) - before == 1


@pytest.mark.parametrize("seed", range(6))
def test_pulls_through_a_service_that_misbehaves_end_with_exactly_what_it_has(
    service: FakeElevenLabs, desk: Desk, seed: int
) -> None:
    for number in range(150):
        service.add_call(f"c{number}", ago(hours=3 * number + 1))
    service.random, service.faults, service.fault_rate = random.Random(seed), WIRE_FAULTS, 0.35  # noqa: S311 - faults
    for _ in range(5):
        with contextlib.suppress(Trouble):
            pull(service, desk)
    service.fault_rate = 0.0
    desk.clock.advance(timedelta(minutes=10))
    pull(service, desk)
    assert desk.calls.keys() == service.calls.keys()
    assert not desk.gone
    assert not desk.aside


def _with(asked: Any, **query: str) -> Any:
    return type(asked)(**{**asked.__dict__, "query": {**asked.query, **query}})
