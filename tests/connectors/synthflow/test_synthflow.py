"""Synthflow: every call of every agent once, with words that say who spoke, and no cost."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from agentdesk.connectors import catalogue
from agentdesk.connectors.kit.troubles import AskedToWait, NotUnderstood, SignInRefused, Trouble
from agentdesk.domain.clock import SetClock
from tests.connectors.kit.fake_service import WIRE_FAULTS, Reply, Request
from tests.connectors.kit.known import Desk, signed_in
from tests.connectors.synthflow.fake import ANA, CALLER, NUMBER, FakeSynthflow

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)
BEN = "1748000000000x222222222222222222"


def ago(**what: float) -> datetime:
    return NOW - timedelta(**what)


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


@pytest.fixture
def service() -> Iterator[FakeSynthflow]:
    with FakeSynthflow() as fake:
        fake.add_agent()
        yield fake


def pull(service: FakeSynthflow, desk: Desk) -> int:
    with signed_in("synthflow", service.url, desk.clock) as connector:
        assert connector.calls is not None
        return desk.take_calls(connector.calls.calls(desk.position, desk))


def test_a_call_is_read_with_words_time_length_and_caller(service: FakeSynthflow, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    assert pull(service, desk) == 1
    call = desk.calls["c1"]
    assert [(each.role, each.text, each.at_seconds) for each in call.turns] == [
        ("agent", "Good afternoon.", None),
        ("caller", "Hello", None),
    ]
    assert (call.started_at, call.seconds, call.caller) == (ago(hours=2), 61, CALLER)
    assert (call.agent_external_id, call.outcome, call.final) == (ANA, "human ended call", True)
    assert call.cost is None, "Synthflow reports none, which is not the same as nothing"


def test_a_turn_of_several_lines_stays_one(service: FakeSynthflow, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2), transcript="Agent: We open at nine.\nOn Sundays at ten.\nUser: Fine: ten.\n")
    pull(service, desk)
    assert [(each.role, each.text) for each in desk.calls["c1"].turns] == [
        ("agent", "We open at nine.\nOn Sundays at ten."),
        ("caller", "Fine: ten."),
    ]


def test_words_that_nobody_is_named_for_are_not_put_in_anyones_mouth(service: FakeSynthflow, desk: Desk) -> None:
    call = service.add_call("c1", ago(hours=2), transcript="Good afternoon. Hello.")
    service.add_call("c2", ago(hours=3))
    assert pull(service, desk) == 1
    assert desk.aside == {"c1": "it doesn't say who said what"}
    call["transcript"] = "bot: Good afternoon.\nhuman: Hello."
    assert pull(service, desk) == 1
    assert not desk.aside


@pytest.mark.parametrize(("kind", "caller"), [("inbound", CALLER), ("outbound", NUMBER), ("sideways", "+447700900999")])
def test_the_other_party_is_told_by_the_direction(service: FakeSynthflow, desk: Desk, kind: str, caller: str) -> None:
    service.add_call("c1", ago(hours=2), type_of_call=kind, lead_phone_number="+447700900999")
    pull(service, desk)
    assert desk.calls["c1"].caller == caller


def test_words_that_come_late_replace_none(service: FakeSynthflow, desk: Desk) -> None:
    call = service.add_call("c1", ago(hours=2), transcript=None)
    pull(service, desk)
    assert not desk.calls["c1"].final, "it is asked for again until the words are there"
    call["transcript"] = "bot: Good afternoon."
    assert pull(service, desk) == 1
    assert [each.text for each in desk.calls["c1"].turns] == ["Good afternoon."]


def test_a_changed_call_comes_again_but_not_for_a_new_link_to_its_recording(service: FakeSynthflow, desk: Desk) -> None:
    call = service.add_call("c1", ago(hours=2))
    pull(service, desk)
    call["recording_url"] = "https://files.example.com/two"
    assert pull(service, desk) == 0
    call |= {"end_call_reason": "custom_end_call", "custom_end_call_reason": "wrong number"}
    assert pull(service, desk) == 1
    assert desk.calls["c1"].outcome == "wrong number"


@pytest.mark.parametrize(
    ("status", "final"), [("in-progress", False), ("no-answer", True), ("left_voicemail", True), ("new word", True)]
)
def test_when_a_call_without_words_is_over(service: FakeSynthflow, desk: Desk, status: str, final: bool) -> None:
    service.add_call("c1", ago(hours=2), call_status=status, transcript=None)
    pull(service, desk)
    assert desk.calls["c1"].final is final


def test_a_call_that_is_only_planned_is_none_yet(service: FakeSynthflow, desk: Desk) -> None:
    service.add_call("c1", ago(hours=-2), call_status="pending", transcript=None)
    assert pull(service, desk) == 0


def test_nothing_new_takes_one_request_for_the_agents_and_one_for_each(service: FakeSynthflow, desk: Desk) -> None:
    service.add_agent("Ben", BEN)
    for number in range(30):
        service.add_call(f"c{number}", ago(hours=number + 1), model_id=(ANA, BEN)[number % 2])
    assert pull(service, desk) == 30
    service.requests.clear()
    assert pull(service, desk) == 0
    assert (service.asked("GET", "/assistants/"), service.asked("GET", "/calls"), len(service.requests)) == (1, 2, 3)


@pytest.mark.parametrize("most", [1000, 20, 4])
@pytest.mark.parametrize("total", [True, False])
def test_every_page_is_read_however_short_the_service_makes_it(
    service: FakeSynthflow, desk: Desk, most: int, total: bool
) -> None:
    for number in range(130):
        service.add_call(f"c{number}", ago(hours=3))
    service.most, service.tells_total = most, total
    assert pull(service, desk) == 130


def test_calls_that_come_and_go_between_two_pages_hide_none(service: FakeSynthflow, desk: Desk) -> None:
    for number in range(250):
        service.add_call(f"c{number}", ago(minutes=number + 10))

    def changing(asked: Request) -> Reply:
        answer = service._list_calls(asked)
        if asked.query["offset"] != "0":
            service.add_call(f"late {asked.query['offset']}", ago(minutes=1))
        elif "c0" in service.calls:
            del service.calls["c0"], service.calls["c1"]
        return answer

    service.route_first("GET", "/calls", changing)
    pull(service, desk)
    assert {f"c{number}" for number in range(2, 250)} <= desk.calls.keys()


def test_a_list_that_says_more_than_it_shows_ends(service: FakeSynthflow, desk: Desk) -> None:
    answer = {"response": {"calls": [service.add_call("c1", ago(hours=1))], "pagination": {"total_records": 100}}}
    service.route_first("GET", "/calls", lambda _: Reply(answer))
    with pytest.raises(NotUnderstood, match="doesn't list them"):
        pull(service, desk)


def test_a_listing_that_broke_off_begins_again_where_it_began(service: FakeSynthflow, desk: Desk) -> None:
    for number in range(40):
        service.add_call(f"c{number}", ago(days=number + 1))
    service.most = 15
    with signed_in("synthflow", service.url, desk.clock) as connector:
        assert connector.calls is not None
        pages = connector.calls.calls(desk.position, desk)
        desk.take_calls(page for page, _ in zip(pages, range(1), strict=False))
    assert 0 < len(desk.calls) < 40, "the newest came first"
    pull(service, desk)
    assert len(desk.calls) == 40


def test_a_bad_call_is_set_aside_and_heals_while_the_others_come(service: FakeSynthflow, desk: Desk) -> None:
    service.add_call("c1", ago(hours=1))
    bad = service.add_call("bad", ago(hours=2), telephony_start="soon")
    bad["start_time"] = ""
    assert pull(service, desk) == 1
    assert desk.aside == {"bad": "it doesn't say when it took place"}
    bad["start_time"] = service.calls["c1"]["start_time"]
    assert pull(service, desk) == 1
    assert not desk.aside


def test_a_call_that_is_due_is_asked_for_by_its_name_and_one_that_is_gone_said_to_be(
    service: FakeSynthflow, desk: Desk
) -> None:
    service.add_call("old", ago(days=20), transcript=None)
    service.add_call("new", ago(hours=1))
    service.add_call("lost", ago(days=21))
    pull(service, desk)
    service.calls["old"]["transcript"] = "human: Hello?"
    del service.calls["lost"]
    desk.again = ("old", "lost")
    pull(service, desk)
    assert [each.text for each in desk.calls["old"].turns] == ["Hello?"]
    assert desk.gone == {"lost"}


@pytest.mark.parametrize("seed", range(5))
def test_after_a_service_has_recovered_every_call_is_here_once(service: FakeSynthflow, desk: Desk, seed: int) -> None:
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


def test_a_key_that_is_not_taken_signs_out(service: FakeSynthflow, desk: Desk) -> None:
    service.key = "another"
    with pytest.raises(SignInRefused):
        pull(service, desk)


def test_a_service_that_wants_to_be_left_alone_is(service: FakeSynthflow, desk: Desk) -> None:
    service.route_first("GET", "/calls", lambda _: Reply({}, 429, {"retry-after": "3600"}))
    with pytest.raises(AskedToWait):
        pull(service, desk)


def test_an_agent_is_read_with_what_it_is_told_and_without_passwords(service: FakeSynthflow, desk: Desk) -> None:
    agent = service.agents[ANA]
    service.add_call("c1", ago(hours=5))
    seen = []
    with signed_in("synthflow", service.url, desk.clock) as connector:
        assert connector.calls is not None
        assert connector.check().marks == (ANA,)
        for change in ({}, {"description": "New"}, {"is_recording": False}):
            agent.update(change)
            (found,) = connector.calls.agents()
            seen.append(connector.calls.setup(found))
        assert connector.calls.last_call_at(found) == ago(hours=5)
    setup = seen[0][0]
    assert (found.name, found.numbers) == ("Ana", (NUMBER,))
    assert (setup.instructions, setup.first_words) == ("You are Ana. Be kind.", "Good afternoon.")
    assert (setup.model, setup.voice) == ("gpt-5.1", "sarah")
    assert "hunter2" not in str(seen)
    assert [before.rest == after.rest for (before, _), (after, _) in pairwise(seen)] == [True, False]


def test_the_owner_is_told_that_there_are_no_costs() -> None:
    told = " ".join(catalogue.service("synthflow").preview)
    assert "doesn't report what a call costs" in told
    assert "not tried against Synthflow itself" in told
