"""Bland: every call once, with the words of those who spoke, and a number for an agent."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from agentdesk.connectors import catalogue
from agentdesk.connectors.kit.troubles import AskedToWait, NotUnderstood, SignInRefused, Trouble
from agentdesk.domain.call import HandOver
from agentdesk.domain.clock import SetClock
from agentdesk.domain.money import Money
from tests.connectors.bland.fake import CALLER, NUMBER, FakeBland, said, written
from tests.connectors.kit.fake_service import WIRE_FAULTS, Reply
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)


def ago(**what: float) -> datetime:
    return NOW - timedelta(**what)


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


@pytest.fixture
def service() -> Iterator[FakeBland]:
    with FakeBland() as fake:
        yield fake


def pull(service: FakeBland, desk: Desk) -> int:
    with signed_in("bland", service.url, desk.clock) as connector:
        assert connector.calls is not None
        return desk.take_calls(connector.calls.calls(desk.position, desk))


def test_a_call_is_read_with_words_times_cost_and_who_rang(service: FakeBland, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    assert pull(service, desk) == 1
    call = desk.calls["c1"]
    assert [(each.role, each.text, each.at_seconds) for each in call.turns] == [
        ("agent", "Hello", 0.5),
        ("caller", "Hi", 2.25),
    ]
    assert (call.started_at, call.seconds, call.caller) == (ago(hours=2), 44, CALLER)
    assert call.cost == Money(675, 4, "USD"), "exact to the last digit"
    assert (call.agent_external_id, call.outcome, call.final) == (NUMBER, "completed", True)


def test_a_length_in_minutes_is_used_where_there_is_no_better(service: FakeBland, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2), corrected_duration=None)
    pull(service, desk)
    assert desk.calls["c1"].seconds == 45


def test_only_the_two_who_spoke_have_turns(service: FakeBland, desk: Desk) -> None:
    started = ago(hours=2)
    entries = [
        said(1, started, 1, "assistant", "One moment."),
        said(2, started, 2, "agent-action", "Looks in the diary"),
        said(3, started, 3, "newcomer", "Beep"),
        said(4, started, 4, "user", "Thanks"),
    ]
    service.add_call("c1", started, transcripts=entries)
    pull(service, desk)
    call = desk.calls["c1"]
    assert [(each.role, each.text) for each in call.turns] == [("agent", "One moment."), ("caller", "Thanks")]
    assert [(each.name, each.after_turn, each.arguments) for each in call.tools] == [
        ("agent action", 1, "Looks in the diary"),
        ("newcomer", 1, "Beep"),
    ]


def test_an_outbound_call_is_with_whom_was_rung(service: FakeBland, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2), inbound=False, to=CALLER, **{"from": NUMBER, "pathway_id": "p1"})
    pull(service, desk)
    assert (desk.calls["c1"].caller, desk.calls["c1"].agent_external_id) == (CALLER, "p1")


def test_a_caller_passed_on_is_known_by_its_time(service: FakeBland, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2), transferred_to="+14155550111", transferred_at=written(ago(hours=1.99)))
    service.add_call("c2", ago(hours=3))
    pull(service, desk)
    assert (desk.calls["c1"].handover, desk.calls["c2"].handover) == (HandOver.REACHED, None)


def test_words_that_come_late_replace_none_though_the_listing_stays_as_it_was(service: FakeBland, desk: Desk) -> None:
    call = service.add_call("c1", ago(hours=2), transcripts=None)
    pull(service, desk)
    assert not desk.calls["c1"].final, "it is asked for again until the words are there"
    call["transcripts"] = [said(1, ago(hours=2), 1, "user", "Hi")]
    desk.again = ("c1",)
    assert pull(service, desk) == 1
    assert [each.text for each in desk.calls["c1"].turns] == ["Hi"]


def test_a_call_whose_listing_changed_is_read_again(service: FakeBland, desk: Desk) -> None:
    call = service.add_call("c1", ago(minutes=2), completed=False, queue_status="started", status=None, price=None)
    pull(service, desk)
    assert not desk.calls["c1"].final
    call |= {"completed": True, "queue_status": "complete", "status": "completed", "price": 1.5}
    assert pull(service, desk) == 1
    assert (desk.calls["c1"].final, desk.calls["c1"].cost) == (True, Money(150, 2, "USD"))


@pytest.mark.parametrize(
    ("what", "final"),
    [
        ({"status": "no-answer"}, True),
        ({"status": "a new word"}, True),
        ({"status": "completed"}, False),
        ({"status": "failed", "completed": False, "queue_status": "error"}, True),
    ],
)
def test_when_a_call_without_words_is_over(service: FakeBland, desk: Desk, what: dict[str, Any], final: bool) -> None:
    service.add_call("c1", ago(hours=2), transcripts=[], **what)
    pull(service, desk)
    assert desk.calls["c1"].final is final


def test_a_call_that_only_waits_is_none_yet(service: FakeBland, desk: Desk) -> None:
    service.add_call("c1", ago(hours=-1), queue_status="queued", completed=False, started_at=None)
    assert pull(service, desk) == 0


def test_nothing_new_takes_one_request(service: FakeBland, desk: Desk) -> None:
    for number in range(30):
        service.add_call(f"c{number}", ago(hours=number + 1))
    assert pull(service, desk) == 30
    assert len(service.requests) == 31, "one for the list, and one for the words of each"
    service.requests.clear()
    assert pull(service, desk) == 0
    assert len(service.requests) == 1


@pytest.mark.parametrize("most", [1000, 20])
@pytest.mark.parametrize("bare", [True, False], ids=["a bare list", "a list in its place"])
def test_every_page_is_read_also_where_all_began_at_once(service: FakeBland, desk: Desk, most: int, bare: bool) -> None:
    for number in range(130):
        service.add_call(f"c{number}", ago(hours=3))
    service.most, service.bare = most, bare
    assert pull(service, desk) == 130
    assert service.asked("GET", "/v1/calls/{}") == 130, "each once"


def test_a_listing_that_broke_off_begins_again_where_it_began(service: FakeBland, desk: Desk) -> None:
    for number in range(60):
        service.add_call(f"c{number}", ago(hours=20 * number + 1))
    service.most = 20
    with signed_in("bland", service.url, desk.clock) as connector:
        assert connector.calls is not None
        pages = connector.calls.calls(desk.position, desk)
        desk.take_calls(page for page, _ in zip(pages, range(1), strict=False))
    assert 0 < len(desk.calls) < 60
    pull(service, desk)
    assert len(desk.calls) == 60


@pytest.mark.parametrize("answer", [{"calls": [], "total_count": 9}, {"error": "oops"}], ids=["no rows", "no list"])
def test_a_list_that_is_none_ends_the_pull(service: FakeBland, desk: Desk, answer: object) -> None:
    service.route_first("GET", "/v1/calls", lambda _: Reply(answer))
    with pytest.raises(NotUnderstood):
        pull(service, desk)


def test_a_bad_call_is_set_aside_and_heals_while_the_others_come(service: FakeBland, desk: Desk) -> None:
    service.add_call("c1", ago(hours=1))
    service.add_call("bad", ago(hours=2))
    service.route_first("GET", "/v1/calls/bad", lambda _: Reply({"call_id": "bad", "started_at": "soon"}))
    assert pull(service, desk) == 1
    assert desk.aside == {"bad": "it doesn't say when it took place"}
    service.route_first("GET", "/v1/calls/bad", lambda _: Reply(service.calls["bad"]))
    assert pull(service, desk) == 1
    assert not desk.aside


def test_a_call_that_is_gone_is_said_to_be(service: FakeBland, desk: Desk) -> None:
    service.add_call("c1", ago(hours=1), transcripts=None)
    pull(service, desk)
    desk.again = ("c1",)
    service.calls.clear()
    pull(service, desk)
    assert desk.gone == {"c1"}


@pytest.mark.parametrize("seed", range(5))
def test_after_a_service_has_recovered_every_call_is_here_once(service: FakeBland, desk: Desk, seed: int) -> None:
    for number in range(60):
        service.add_call(f"c{number}", ago(hours=5 * number + 1))
    service.most = 25
    service.random = random.Random(seed)  # noqa: S311 - faults are drawn, no secrets
    service.faults, service.fault_rate = WIRE_FAULTS, 0.35
    for _ in range(4):
        with contextlib.suppress(Trouble):
            pull(service, desk)
    service.fault_rate = 0.0
    desk.clock.advance(timedelta(hours=1))
    pull(service, desk)
    assert desk.calls.keys() == service.calls.keys()
    assert (desk.gone, desk.aside) == (set(), {})


def test_a_key_is_sent_bare_and_one_that_is_not_taken_signs_out(service: FakeBland, desk: Desk) -> None:
    pull(service, desk)
    assert service.requests[0].headers["authorization"] == "a key"
    service.key = "another"
    with pytest.raises(SignInRefused):
        pull(service, desk)


def test_a_service_that_wants_to_be_left_alone_is(service: FakeBland, desk: Desk) -> None:
    service.route_first("GET", "/v1/calls", lambda _: Reply({}, 429, {"retry-after": "3600"}))
    with pytest.raises(AskedToWait):
        pull(service, desk)


def test_a_number_is_an_agent_with_what_it_is_told_and_without_passwords(service: FakeBland, desk: Desk) -> None:
    number = service.add_number()
    service.add_call("c1", ago(hours=5))
    seen = []
    with signed_in("bland", service.url, desk.clock) as connector:
        assert connector.calls is not None
        assert connector.check().marks == (NUMBER,)
        for change in ({}, {"created_at": "2026-06-01T09:00:00.000Z"}, {"max_duration": 5}):
            number.update(change)
            (found,) = connector.calls.agents()
            seen.append(connector.calls.setup(found))
        assert connector.calls.last_call_at(found) == ago(hours=5, seconds=2)
    setup = seen[0][0]
    assert (found.external_id, found.numbers) == (NUMBER, (NUMBER,))
    assert (setup.instructions, setup.first_words, setup.voice) == ("You are Ana. Be kind.", "Good afternoon.", "3")
    assert "hunter2" not in str(seen)
    assert [before.rest == after.rest for (before, _), (after, _) in pairwise(seen)] == [True, False]


def test_the_owner_is_told_what_is_missing() -> None:
    told = " ".join(catalogue.service("bland").preview)
    assert "newer kind of agent at Bland isn't read yet" in told
    assert "not tried against Bland itself" in told
