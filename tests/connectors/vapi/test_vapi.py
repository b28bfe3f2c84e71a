"""Vapi: every call once, though its list has no pages and comes in no order."""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agentdesk.connectors.kit.troubles import NotUnderstood, SignInRefused, Trouble
from agentdesk.domain.call import HandOver
from agentdesk.domain.clock import SetClock
from agentdesk.domain.money import Money
from tests.connectors.kit.fake_service import WIRE_FAULTS, Reply
from tests.connectors.kit.known import Desk, signed_in
from tests.connectors.vapi.fake import ANA, FakeVapi, call_id, said, written

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)


def ago(**what: float) -> datetime:
    return NOW - timedelta(**what)


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


@pytest.fixture
def service() -> Iterator[FakeVapi]:
    with FakeVapi() as fake:
        yield fake


def pull(service: FakeVapi, desk: Desk) -> int:
    with signed_in("vapi", service.url, desk.clock) as connector:
        assert connector.calls is not None
        return desk.take_calls(connector.calls.calls(desk.position, desk))


def test_a_call_is_read_with_words_times_cost_and_who_rang(service: FakeVapi, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    pull(service, desk)
    call = desk.calls[call_id("c1")]
    assert [(each.role, each.text, each.at_seconds) for each in call.turns] == [
        ("agent", "Hello", 0.4),
        ("caller", "Hi", 2.1),
    ]
    assert (call.started_at, call.seconds, call.caller) == (ago(hours=2), 61.5, "+447700900123")
    assert call.cost == Money(1234, 4, "USD"), "exact to the last digit"
    assert (call.agent_external_id, call.agent_version, call.resolved, call.final) == (ANA, "v3", True, True)
    assert call.outcome == "customer ended call"


@pytest.mark.parametrize(
    ("stated", "cost"),
    [
        ({"cost": 0.25}, Money(25, 2, "USD")),
        ({"costBreakdown": {"total": 0.25}}, Money(25, 2, "USD")),
        ({}, Money(3001, 4, "USD")),
        ({"costs": [{"type": "vapi", "cost": 0.1}, {"type": "voice"}]}, None),
        ({"costs": []}, None),
    ],
    ids=["as a sum", "as a sum of its parts", "as parts only", "as parts, one unknown", "not yet"],
)
def test_a_call_costs_what_the_service_says_be_it_as_a_sum_or_as_parts(
    service: FakeVapi, desk: Desk, stated: dict[str, object], cost: Money | None
) -> None:
    parts = [
        {"type": "transcriber", "cost": 0.1},
        {"type": "voice", "cost": 0.2},
        {"type": "new", "cost": 0.0001},
    ]
    service.add_call("c1", ago(hours=2), **{"cost": None, "costBreakdown": None, "costs": parts} | stated)
    pull(service, desk)
    assert desk.calls[call_id("c1")].cost == cost


@pytest.mark.parametrize("written_out", [True, False], ids=["as text", "as an object"])
def test_a_tool_keeps_its_question_and_the_words_of_its_answer(
    service: FakeVapi, desk: Desk, written_out: bool
) -> None:
    arguments, result = {"day": "Friday"}, {"success": False}
    asked = {"id": "t1", "function": {"name": "book", "arguments": _maybe_text(arguments, written_out)}}
    messages = [
        said("bot", "One moment.", 1.0),
        {**said("tool_calls", "", 2.0), "toolCalls": [asked]},
        {
            **said("tool_call_result", "", 3.0),
            "toolCallId": "t1",
            "name": "book",
            "result": _maybe_text(result, written_out),
        },
        said("assistant", "You're booked.", 4.0),
    ]
    service.add_call("c1", ago(hours=2), artifact={"messages": messages})
    pull(service, desk)
    call = desk.calls[call_id("c1")]
    assert call.tools == (("book", "t1", 1, '{"day": "Friday"}', '{"success": false}', None),)
    assert [(each.role, each.text) for each in call.turns] == [("agent", "One moment."), ("agent", "You're booked.")]


@pytest.mark.parametrize(
    ("told", "resolved"),
    [("true", True), ("Pass", True), ("false", False), ("8", None), ("Good", None), (True, True), (None, None)],
)
def test_only_a_plain_opinion_is_taken_for_one(
    service: FakeVapi, desk: Desk, told: object, resolved: bool | None
) -> None:
    service.add_call("c1", ago(hours=2), analysis={"successEvaluation": told})
    pull(service, desk)
    assert desk.calls[call_id("c1")].resolved is resolved


@pytest.mark.parametrize(
    ("reason", "statuses", "handover"),
    [
        ("assistant-forwarded-call", [], HandOver.REACHED),
        ("assistant-forwarded-call", ["no-answer"], HandOver.FAILED),
        ("customer-ended-call", ["busy", "connected"], HandOver.REACHED),
        ("call.in-progress.error-transfer-failed", [], HandOver.FAILED),
        ("customer-ended-call", ["teleported"], None),
        ("call.ringing.hook-executed-transfer", [], None),
    ],
)
def test_what_became_of_a_hand_over(
    service: FakeVapi, desk: Desk, reason: str, statuses: list[str], handover: HandOver | None
) -> None:
    destination = {"type": "number", "number": "+441134960111"}
    transfers = [{"destination": destination, "status": each} for each in statuses]
    service.add_call("c1", ago(hours=2), endedReason=reason, artifact={"messages": [], "transfers": transfers})
    pull(service, desk)
    assert desk.calls[call_id("c1")].handover is handover


def test_a_call_of_several_assistants_belongs_to_the_one_that_answered(service: FakeVapi, desk: Desk) -> None:
    activations = [{"assistantName": "Ana", "assistantId": ANA, "assistantVersion": "v2"}, {"assistantName": "Bo"}]
    artifact = {"messages": [], "assistantActivations": activations}
    service.add_call("c1", ago(hours=2), assistantId=None, assistantVersion=None, squadId="squad", artifact=artifact)
    service.add_call("c2", ago(hours=2), assistantId=None, squadId="squad")
    pull(service, desk)
    assert (desk.calls[call_id("c1")].agent_external_id, desk.calls[call_id("c1")].agent_version) == (ANA, "v2")
    assert desk.calls[call_id("c2")].agent_external_id == "squad"


def test_nothing_new_costs_one_request(service: FakeVapi, desk: Desk) -> None:
    for number in range(150):
        service.add_call(f"c{number}", ago(days=2, minutes=number))
    assert pull(service, desk) == 150
    before = len(service.requests)
    assert pull(service, desk) == 0
    assert len(service.requests) - before == 1


def test_two_thousand_calls_come_whole_by_windows_of_time_in_a_dozen_requests(service: FakeVapi, desk: Desk) -> None:
    for number in range(2000):
        service.add_call(f"c{number}", ago(minutes=40 * number + 1))
    assert pull(service, desk) == 2000
    assert len(service.requests) <= 14


def test_a_rush_in_the_middle_of_quiet_weeks_comes_whole(service: FakeVapi, desk: Desk) -> None:
    for number in range(100):
        service.add_call(f"quiet{number}", ago(hours=13 * number + 1))
    for number in range(1500):
        service.add_call(f"rush{number}", ago(days=20, seconds=number))
    assert pull(service, desk) == 1600


def test_calls_of_one_instant_come_whole_up_to_what_the_service_lists(service: FakeVapi, desk: Desk) -> None:
    for number in range(900):
        service.add_call(f"c{number}", ago(days=1))
    assert pull(service, desk) == 900
    assert pull(service, desk) == 0


def test_more_calls_of_one_instant_than_can_be_listed_are_named(service: FakeVapi, desk: Desk) -> None:
    for number in range(1100):
        service.add_call(f"c{number}", ago(days=1))
    with signed_in("vapi", service.url, desk.clock) as connector:
        assert connector.calls is not None
        pages = list(connector.calls.calls(None, desk))
    when = {each.minute.replace(microsecond=0) for page in pages for each in page.set_aside if each.minute}
    assert when == {datetime(2026, 11, 26, 16, 1, 6, tzinfo=UTC)}, "when the service says they were changed"
    assert sum(len(page.records) for page in pages) >= 1000


def test_a_pull_that_broke_off_goes_on_without_loss(service: FakeVapi, desk: Desk) -> None:
    for number in range(700):
        service.add_call(f"c{number}", ago(hours=2 * number))
    with signed_in("vapi", service.url, desk.clock) as connector:
        assert connector.calls is not None
        pages = connector.calls.calls(desk.position, desk)
        desk.take_calls(next(pages) for _ in range(7))
    assert len(desk.calls) < 700
    pull(service, desk)
    assert len(desk.calls) == 700


@pytest.mark.parametrize("hours", [-5, 5], ids=["our clock is behind", "our clock is ahead"])
def test_clocks_that_differ_lose_nothing(service: FakeVapi, desk: Desk, hours: int) -> None:
    desk.clock.advance(timedelta(hours=hours))
    for number in range(300):
        service.add_call(f"c{number}", ago(minutes=20 * number + 2))
    pull(service, desk)
    assert len(desk.calls) == 300
    service.add_call("later", NOW)
    desk.clock.advance(timedelta(minutes=10))
    assert pull(service, desk) >= 1
    assert call_id("later") in desk.calls


@pytest.mark.parametrize("days", [70, 1, -70], ids=["far ahead", "ahead", "far behind"])
def test_a_first_look_by_a_clock_that_is_wrong_hides_no_call_once_it_is_put_right(
    service: FakeVapi, desk: Desk, days: int
) -> None:
    desk.clock.advance(timedelta(days=days))
    pull(service, desk)
    desk.clock.advance(timedelta(days=-days))
    for number in range(3):
        service.add_call(f"c{number}", ago(minutes=20 * number + 2))
    pull(service, desk)
    assert len(desk.calls) == 3


def test_a_clock_years_behind_misses_none_of_thousands_even_where_the_oldest_come_first(
    service: FakeVapi, desk: Desk
) -> None:
    service.shuffle = None
    desk.clock.advance(timedelta(days=-2000))
    for number in range(2500):
        service.add_call(f"c{number}", ago(minutes=20 * number + 2))
    pull(service, desk)
    assert desk.calls.keys() == service.calls.keys()


def test_one_change_dated_far_ahead_hides_none_that_follow(service: FakeVapi, desk: Desk) -> None:
    service.add_call("odd", ago(hours=2), updatedAt="2150-01-01T00:00:00.000Z")
    pull(service, desk)
    service.add_call("c1", NOW)
    desk.clock.advance(timedelta(minutes=5))
    pull(service, desk)
    assert call_id("c1") in desk.calls


def test_a_list_that_is_not_the_one_asked_for_is_not_believed_to_be_whole(service: FakeVapi, desk: Desk) -> None:
    for number in range(300):
        service.add_call(f"c{number}", ago(days=100, minutes=number))
    service.route_first("GET", "/call", lambda asked: Reply(list(service.calls.values())[: int(asked.query["limit"])]))
    with pytest.raises(NotUnderstood):
        pull(service, desk)


def test_words_that_come_later_replace_those_that_came_first(service: FakeVapi, desk: Desk) -> None:
    service.add_call("c1", ago(minutes=3), artifact={"messages": []}, analysis=None, cost=None, costBreakdown=None)
    pull(service, desk)
    assert (desk.calls[call_id("c1")].turns, desk.calls[call_id("c1")].cost) == ((), None)
    service.add_call("c1", ago(minutes=3), updatedAt=written(NOW))
    assert pull(service, desk) == 1
    assert len(desk.calls[call_id("c1")].turns) == 2


def test_a_change_that_the_service_does_not_date_is_found_when_the_call_is_due(service: FakeVapi, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    service.add_call("c2", ago(hours=1))
    pull(service, desk)
    service.calls[call_id("c1")]["artifact"]["messages"][1]["message"] = "Good day"
    desk.again = (call_id("c1"),)
    pull(service, desk)
    assert desk.calls[call_id("c1")].turns[0].text == "Good day"


def test_a_link_made_anew_at_each_asking_is_no_change(service: FakeVapi, desk: Desk) -> None:
    call = service.add_call("c1", ago(minutes=2))
    call["artifact"]["presignedMonoUrl"] = "https://storage.example.com/a?signature=1"
    pull(service, desk)
    call["artifact"]["presignedMonoUrl"] = "https://storage.example.com/a?signature=2"
    assert pull(service, desk) == 0


def test_a_call_that_the_service_erased_is_gone(service: FakeVapi, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    pull(service, desk)
    service.calls.clear()
    desk.again = (call_id("c1"),)
    pull(service, desk)
    assert desk.gone == {call_id("c1")}


def test_a_call_that_is_only_planned_is_none_yet(service: FakeVapi, desk: Desk) -> None:
    service.add_call("c1", ago(minutes=2), status="scheduled", startedAt=None, endedAt=None, artifact=None)
    assert pull(service, desk) == 0


def test_one_call_that_makes_no_sense_is_set_aside_and_heals(service: FakeVapi, desk: Desk) -> None:
    service.add_call("good", ago(hours=3))
    service.add_call("bad", ago(hours=2), startedAt="soon", createdAt="31 February")
    pull(service, desk)
    assert set(desk.calls) == {call_id("good")}
    assert set(desk.aside) == {call_id("bad")}
    service.add_call("bad", ago(hours=2))
    pull(service, desk)
    assert len(desk.calls[call_id("bad")].turns) == 2
    assert not desk.aside


@pytest.mark.parametrize("name", ["", "../../x", "x" * 300, None])
def test_a_call_with_a_name_that_is_none_is_set_aside(service: FakeVapi, desk: Desk, name: object) -> None:
    service.add_call("good", ago(hours=3))
    service.add_call("bad", ago(hours=2))["id"] = name
    pull(service, desk)
    assert set(desk.calls) == {call_id("good")}


def test_unknown_words_of_the_service_are_kept(service: FakeVapi, desk: Desk) -> None:
    messages = [said("hologram", "Boo", 1.0), said("user", "Hi", 2.0)]
    what: dict[str, Any] = {"endedReason": "quantum-hangup", "type": "telepathy", "artifact": {"messages": messages}}
    service.add_call("c1", ago(hours=2), **what)
    service.add_call("c2", ago(hours=2), status="dreaming", endedReason=None)
    pull(service, desk)
    assert desk.calls[call_id("c1")].outcome == "quantum hangup"
    assert [each.text for each in desk.calls[call_id("c1")].turns] == ["Hi"]
    assert (desk.calls[call_id("c2")].outcome, desk.calls[call_id("c2")].final) == ("dreaming", False)


def test_what_is_kept_of_an_answer_has_neither_words_nor_keys(service: FakeVapi, desk: Desk) -> None:
    number = {"number": "+441134960100", "twilioAccountSid": "AC1", "twilioAuthToken": "abc123"}
    service.add_call("c1", ago(hours=2), phoneNumber=number)
    with signed_in("vapi", service.url, desk.clock) as connector:
        assert connector.calls is not None
        records = [each for page in connector.calls.calls(None, desk) for each in page.records]
    raw = str(records[0].raw)
    assert "Hello" not in raw
    assert "abc123" not in raw
    assert "customer-ended-call" in raw


def test_a_refused_key_is_told_apart(service: FakeVapi, desk: Desk) -> None:
    service.key = "another"
    with pytest.raises(SignInRefused, match="Vapi has signed us out"):
        pull(service, desk)


@pytest.mark.parametrize("seed", range(6))
def test_pulls_through_a_service_that_misbehaves_end_with_exactly_what_it_has(
    service: FakeVapi, desk: Desk, seed: int
) -> None:
    for number in range(450):
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


def _maybe_text(value: object, written_out: bool) -> object:
    return json.dumps(value) if written_out else value
