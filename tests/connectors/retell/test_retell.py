"""Retell: every call once, with its words, its cost to the last digit, and what its tools did."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import pytest

from agentdesk.connectors.kit.troubles import NotUnderstood, SignInRefused
from agentdesk.domain.call import HandOver
from agentdesk.domain.clock import SetClock
from agentdesk.domain.money import Money
from tests.connectors.kit.fake_service import Reply
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


def test_a_call_whose_length_is_not_told_is_as_long_as_from_its_beginning_to_its_end(
    retell: FakeRetell, clock: SetClock
) -> None:
    began = NOW - timedelta(hours=2)
    retell.add_call("c1", ms(began), duration_ms=None, end_timestamp=ms(began) + 42_500)
    retell.add_call("c2", ms(began), duration_ms=None, end_timestamp=ms(began) - 1)
    desk = Desk(clock)
    pull(retell, desk)
    assert (desk.calls["c1"].seconds, desk.calls["c2"].seconds) == (42.5, None)


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


def test_a_pull_that_broke_off_goes_on_without_loss_whatever_the_order(retell: FakeRetell, clock: SetClock) -> None:
    for number in range(150):
        retell.add_call(f"c{number}", ms(NOW - timedelta(hours=6 * number + 1)))
    listed = retell._list_calls
    newest_first = {"filter_criteria": {}, "limit": 1000, "sort_order": "descending"}
    retell.route_first(
        "POST",
        "/v3/list-calls",
        lambda asked: listed(type(asked)(**{**asked.__dict__, "body": json.dumps(newest_first).encode()})),
    )
    desk = Desk(clock)
    with signed_in("retell", retell.url, clock) as connector:
        assert connector.calls is not None
        pages = connector.calls.calls(None, desk)
        desk.take_calls(islice(pages, 50))
    assert len(desk.calls) == 50
    wanted = retell.requests[-1]
    pull(retell, desk)
    assert len(desk.calls) == 150
    began, again, *_ = [each for each in retell.requests if each.path == "/v3/list-calls"]
    assert _since(again) == _since(began)
    assert wanted.path.startswith("/v2/get-call/")


def test_pages_without_end_are_noticed_and_lose_nothing(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", ms(NOW - timedelta(hours=2)))
    listed = retell._list_calls

    def again_and_again(asked: Any) -> Reply:
        answer: Any = listed(type(asked)(**{**asked.__dict__, "body": b"{}"})).body
        return Reply({**answer, "has_more": True, "pagination_key": "again"})

    retell.route_first("POST", "/v3/list-calls", again_and_again)
    desk = Desk(clock)
    with pytest.raises(NotUnderstood):
        pull(retell, desk)
    assert set(desk.calls) == {"c1"}
    assert desk.position is not None
    assert " " in desk.position, "the next pull begins where this one began"


def test_a_call_that_never_began_is_none_and_is_not_asked_for(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", 0, call_status="not_connected", start_timestamp=None, end_timestamp=None)
    retell.add_call("c2", ms(NOW - timedelta(hours=2)))
    desk = Desk(clock)
    pull(retell, desk)
    desk.clock.advance(timedelta(days=1))
    pull(retell, desk)
    assert set(desk.calls) == {"c2"}
    assert retell.asked("GET", "/v2/get-call/c1") == 0
    assert not desk.aside


def test_the_first_pull_finds_a_dated_call_that_never_connected_too(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", 0, call_status="not_connected", start_timestamp=None, end_timestamp=ms(NOW))
    desk = Desk(clock)
    pull(retell, desk)
    assert set(desk.calls) == {"c1"}


def test_a_call_that_never_connected_but_is_dated_is_found_once_a_day(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", ms(NOW - timedelta(days=1)))
    desk = Desk(clock)
    pull(retell, desk)
    ended = ms(NOW - timedelta(hours=2))
    retell.add_call("c2", 0, call_status="not_connected", start_timestamp=None, end_timestamp=ended)
    desk.clock.advance(timedelta(days=1))
    pull(retell, desk)
    assert desk.calls["c2"].started_at == NOW - timedelta(hours=2)


def test_words_kept_only_without_names_are_read(retell: FakeRetell, clock: SetClock) -> None:
    scrubbed = [{"role": "user", "content": "This is [name].", "words": []}]
    nothing: list[Any] = []
    retell.add_call(
        "c1",
        ms(NOW - timedelta(hours=2)),
        transcript_object=nothing,
        transcript_with_tool_calls=nothing,
        scrubbed_transcript_with_tool_calls=scrubbed,
    )
    desk = Desk(clock)
    pull(retell, desk)
    assert [each.text for each in desk.calls["c1"].turns] == ["This is [name]."]


@pytest.mark.parametrize("status", [404, 410, 422])
def test_a_call_that_the_service_erased_is_gone(retell: FakeRetell, clock: SetClock, status: int) -> None:
    retell.add_call("c1", ms(NOW - timedelta(hours=2)))
    desk = Desk(clock)
    pull(retell, desk)
    retell.calls.clear()
    retell.route_first("GET", "/v2/get-call/c1", lambda _: Reply({"status": "error"}, status))
    desk.again = ("c1",)
    pull(retell, desk)
    assert desk.gone == {"c1"}


@pytest.mark.parametrize("name", ["", "../../x", "x" * 300, None])
def test_a_call_with_a_name_that_is_none_is_set_aside(retell: FakeRetell, clock: SetClock, name: object) -> None:
    retell.add_call("good", ms(NOW - timedelta(hours=2)))
    retell.add_call("bad", ms(NOW - timedelta(hours=1)))["call_id"] = name
    desk = Desk(clock)
    pull(retell, desk)
    assert set(desk.calls) == {"good"}


def test_what_is_kept_of_an_answer_has_neither_words_nor_keys(retell: FakeRetell, clock: SetClock) -> None:
    retell.add_call("c1", ms(NOW - timedelta(hours=2)), access_token="abc123", public_log_url="https://x.example/log")
    with signed_in("retell", retell.url, clock) as connector:
        assert connector.calls is not None
        records = [each for page in connector.calls.calls(None, Desk(clock)) for each in page.records]
    raw = str(records[0].raw)
    assert "Hello" not in raw
    assert "abc123" not in raw
    assert "user_hangup" in raw


def _since(asked: Any) -> int:
    found: int = asked.json["filter_criteria"]["start_timestamp"]["value"]
    return found
