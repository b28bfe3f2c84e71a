"""Pulling: every call once, with its newest words; what can't be had is said; nothing is lost to a crash."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from agentdesk.bootstrap.services import build_services
from agentdesk.connectors.kit.contract import CallPage
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.domain.connection import Connection
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import CallFilter, FindingFilter
from agentdesk.domain.live_agent import Approval
from agentdesk.services.calls.masking import Masking
from agentdesk.services.connections.pull_pages import Ready, made_ready
from agentdesk.services.connections.pulling import Pulled, State
from agentdesk.services.services import Services
from agentdesk.store import calls, connections, pulls
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store
from tests.connectors.kit.fake_service import Reply, Request
from tests.connectors.retell.fake import FakeRetell
from tests.services.conftest import FRIDAY, SETUP, Printer


@dataclass
class Desk:
    """A business whose phone is answered by a service on the loopback."""

    services: Services
    store: Store
    clock: SetClock
    retell: FakeRetell

    def pull(self) -> Pulled:
        (connection,) = self.services.pulling.connections()
        return self.services.pulling.pull(connection)

    def names(self) -> list[str]:
        with self.store.reading() as db:
            return [each.external_id for each in calls.page(db, CallFilter(), None, 10_000)]

    def words(self, external_id: str) -> str:
        with self.store.reading() as db:
            row = next(each for each in calls.page(db, CallFilter(), None, 10_000) if each.external_id == external_id)
            call = calls.get(db, row.id)
        assert call is not None
        return " ".join(each.text for each in call.turns)

    def rings(self, name: str, ago: timedelta, **what: object) -> None:
        start = int((FRIDAY - ago).timestamp() * 1000)
        self.retell.add_call(name, start, **what)

    def open_kinds(self) -> list[Kind]:
        found = self.services.findings.page(FindingFilter(status=FindingStatus.OPEN), limit=100)
        return [each.found.kind for each in found]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with FakeRetell("key_0123456789abcdef0123") as retell:
        store = open_store(tmp_path / "store.db", new_store_key())
        clock, printer = SetClock(FRIDAY), Printer()

        def sleep(seconds: float, _: Callable[[], bool]) -> None:
            clock.advance(timedelta(seconds=seconds))

        services = build_services(store, resources_folder(), clock, printer, printer, sleep=sleep)
        services.setup.apply(
            SETUP.replace(
                '{"name": "Calls", "service": "file"}',
                f'{{"name": "Calls", "service": "retell", "address": "{retell.url}"}}',
            ).replace('"connection": "Calls"', '"connection": "Calls", "external_id": "agent_ana"')
        )
        key = "key_0123456789abcdef0123"
        connection = services.connecting.named("Calls")
        services.connecting.keep(connection, key, services.connecting.try_(connection, key))
        retell.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
        yield Desk(services, store, clock, retell)
        store.close()


def test_a_pull_brings_every_call_once_and_says_how_many(desk: Desk) -> None:
    for number in range(5):
        desk.rings(f"c{number}", timedelta(days=3, minutes=number))
    pulled = desk.pull()
    assert (pulled.state, pulled.calls["seen"], pulled.calls["new"]) == (State.OK, 5, 5)
    assert pulled.fresh_until == FRIDAY
    assert desk.names() == ["c0", "c1", "c2", "c3", "c4"]


def test_a_pull_with_nothing_new_asks_little_and_changes_nothing(desk: Desk) -> None:
    for number in range(30):
        desk.rings(f"c{number}", timedelta(days=2, minutes=number))
    desk.pull()
    before = len(desk.retell.requests)
    pulled = desk.pull()
    assert len(desk.retell.requests) - before <= 3 + 1, "calls, agents, numbers, and what the one agent is told"
    assert pulled.brought == 0


def test_words_that_come_later_replace_those_that_came_first(desk: Desk) -> None:
    desk.rings("c1", timedelta(minutes=3), transcript_with_tool_calls=[], transcript_object=[], call_analysis=None)
    desk.pull()
    assert desk.words("c1") == ""
    desk.rings("c1", timedelta(minutes=3))
    assert desk.pull().calls["changed"] == 1
    assert desk.words("c1") == "Hello Hi"


def test_a_young_call_is_read_again_even_where_its_listing_stays_as_it_was(desk: Desk) -> None:
    desk.rings("c1", timedelta(minutes=3))
    desk.pull()
    desk.retell.calls["c1"]["transcript_with_tool_calls"][1]["content"] = "Hi there"
    desk.clock.advance(timedelta(minutes=15))
    desk.pull()
    assert desk.words("c1") == "Hello Hi there"


def test_a_call_that_is_final_and_a_day_old_is_left_alone(desk: Desk) -> None:
    desk.rings("c1", timedelta(minutes=3))
    desk.pull()
    for _ in range(30):
        desk.clock.advance(timedelta(hours=1))
        desk.pull()
    asked = desk.retell.asked("GET", "/v2/get-call/{}")
    desk.clock.advance(timedelta(days=2))
    desk.pull()
    assert desk.retell.asked("GET", "/v2/get-call/{}") == asked
    assert asked <= 1 + 6


def test_a_call_that_never_ends_counts_as_final_after_a_day(desk: Desk) -> None:
    desk.rings("c1", timedelta(hours=30), call_status="ongoing", call_analysis=None)
    desk.pull()
    with desk.store.reading() as db:
        (row,) = calls.page(db, CallFilter(), None, 10)
    assert row.final


def test_a_crash_between_pages_loses_and_doubles_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(130):
        desk.rings(f"c{number}", timedelta(days=2, minutes=number))
    moves = 0
    move = pulls.move

    def crashes(*what: str) -> None:
        nonlocal moves
        moves += 1
        if moves == 2:
            raise KeyboardInterrupt
        move(*what)  # type: ignore[arg-type]

    monkeypatch.setattr("agentdesk.services.connections.pull_pages.MOST_TOGETHER", 50)
    monkeypatch.setattr(pulls, "move", crashes)
    with pytest.raises(KeyboardInterrupt):
        desk.pull()
    kept = len(desk.names())
    assert 0 < kept < 130, "the page that was under way is not kept by halves"
    monkeypatch.setattr(pulls, "move", move)
    desk.pull()
    assert sorted(desk.names()) == sorted(f"c{number}" for number in range(130))
    assert desk.retell.asked("GET", "/v2/get-call/{}") <= 130 + 150, "only the pages under way are fetched again"


def test_a_call_is_made_ready_while_the_next_one_is_waited_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        desk.rings(f"c{number}", timedelta(days=2, minutes=number))
    ready = Event()

    def makes_ready(page: CallPage, masking: Masking, now: datetime) -> Ready:
        ready.set()
        return made_ready(page, masking, now)

    def only_then(_: Request) -> Reply:
        return Reply(desk.retell.calls["c1"]) if ready.wait(5) else Reply({}, 422)

    monkeypatch.setattr("agentdesk.services.connections.pulling.made_ready", makes_ready)
    desk.retell.route_first("GET", "/v2/get-call/c1", only_then)
    desk.pull()
    assert sorted(desk.names()) == ["c0", "c1", "c2"]


def test_a_refused_key_asks_for_a_sign_in_and_keeps_what_is_here(desk: Desk) -> None:
    desk.rings("c1", timedelta(days=2))
    desk.pull()
    desk.retell.key = "another"
    pulled = desk.pull()
    assert pulled.state is State.SIGNED_OUT
    assert pulled.trouble == "Retell AI has signed us out. Sign in again?"
    assert pulled.fresh_until == FRIDAY
    assert desk.names() == ["c1"]


def test_who_asks_to_wait_is_left_alone_until_then_also_by_the_next_start(desk: Desk) -> None:
    desk.retell.faults = (lambda _, __: Reply({"status": "error"}, 429, {"retry-after": "900"}),)
    desk.retell.fault_rate = 1.0
    pulled = desk.pull()
    assert pulled.state is State.WAITING
    assert "Trying again" in (pulled.trouble or "")
    asked = len(desk.retell.requests)
    desk.clock.advance(timedelta(minutes=14))
    assert desk.pull().state is State.WAITING
    assert len(desk.retell.requests) == asked, "no early request"
    desk.retell.fault_rate = 0.0
    desk.clock.advance(timedelta(minutes=2))
    assert desk.pull().state is State.OK


def test_a_clock_that_was_a_year_ahead_holds_up_no_pull_once_it_is_put_back(desk: Desk) -> None:
    desk.clock.advance(timedelta(days=365))
    desk.retell.route_first("POST", "/v3/list-calls", lambda _: Reply({}, 429, {"retry-after": "3000"}))
    assert desk.pull().state is State.WAITING
    desk.clock.advance(timedelta(days=-365))
    desk.retell.route_first("POST", "/v3/list-calls", lambda _: Reply({"items": [], "has_more": False}))
    assert [each.name for each in desk.services.syncing.due()] == ["Calls"]
    assert desk.pull().state is State.OK
    assert desk.services.syncing.due() == (), "and then it pauses as always"


def test_a_service_that_is_down_is_said_to_be_and_stays_dated(desk: Desk) -> None:
    desk.pull()
    desk.retell.faults = (lambda _, __: "drop",)
    desk.retell.fault_rate = 1.0
    desk.clock.advance(timedelta(hours=1))
    pulled = desk.pull()
    assert (pulled.state, pulled.trouble) == (State.UNREACHABLE, "Retell AI can't be reached.")
    assert pulled.fresh_until == FRIDAY


def test_one_bad_call_spoils_no_other_is_told_of_and_heals(desk: Desk) -> None:
    for number in range(100):
        desk.rings(f"c{number}", timedelta(days=2, minutes=number))
    whole = dict(desk.retell.calls["c7"])
    answer = desk.retell.calls["c7"]
    answer["start_timestamp"], answer["end_timestamp"] = whole["start_timestamp"], None
    desk.retell.route_first("GET", "/v2/get-call/c7", lambda _: Reply({**answer, "start_timestamp": "soon"}))
    pulled = desk.pull()
    assert len(desk.names()) == 99
    assert (pulled.state, pulled.trouble) == (State.PARTIAL, "1 record couldn't be read and will be tried again.")
    desk.retell.route_first("GET", "/v2/get-call/c7", lambda _: Reply(whole))
    desk.retell.calls["c7"] = whole
    pulled = desk.pull()
    assert len(desk.names()) == 100
    assert pulled.state is State.OK


def test_a_call_without_a_name_is_listed_again_until_it_has_one(desk: Desk) -> None:
    desk.rings("old", timedelta(days=10))
    desk.rings("new", timedelta(hours=1))
    desk.retell.calls["old"]["call_id"] = None
    assert desk.pull().state is State.PARTIAL
    desk.retell.calls["old"]["call_id"] = "old"
    desk.clock.advance(timedelta(minutes=5))
    assert desk.pull().state is State.OK
    assert desk.names() == ["new", "old"]


def test_a_call_that_never_gets_a_name_is_given_up_after_a_day_and_stays_on_the_list(desk: Desk) -> None:
    desk.rings("c1", timedelta(hours=1))
    desk.retell.calls["c1"]["call_id"] = None
    desk.pull()
    desk.clock.advance(timedelta(hours=23))
    assert desk.pull().state is State.PARTIAL
    desk.clock.advance(timedelta(hours=2))
    assert desk.pull().state is State.OK
    (connection,) = desk.services.pulling.connections()
    assert len(desk.services.connecting.left_aside(connection.name)) == 1


def test_an_answer_that_came_to_harm_on_its_way_is_asked_for_again(desk: Desk) -> None:
    desk.rings("c1", timedelta(hours=1))
    whole = json.dumps(desk.retell.calls["c1"]).encode()
    answers = [whole.replace(b"agent_id", b"ag\xffnt_id").replace(b"Hello", b"H\xffllo"), whole]
    desk.retell.route_first("GET", "/v2/get-call/c1", lambda _: Reply(answers.pop(0)))
    assert desk.pull().state is State.OK
    assert not answers
    assert "\N{REPLACEMENT CHARACTER}" not in desk.words("c1")


def test_an_agent_nobody_listed_goes_by_the_name_it_has_at_its_service(desk: Desk) -> None:
    desk.retell.add_agent("agent_bob", "Bob", "Be kind.", "+441134960101")
    desk.rings("c1", timedelta(hours=1), agent_id="agent_bob")
    desk.pull()
    (bob,) = [each.agent for each in desk.services.agents.all_() if not each.listed]
    assert (bob.name, bob.external_id) == ("Bob", "agent_bob")


def test_an_agent_nobody_listed_one_that_vanished_and_one_that_was_changed(desk: Desk) -> None:
    desk.retell.add_agent("agent_bob", "Bob", "Be rude.", "+441134960101")
    desk.pull()
    assert desk.open_kinds() == [Kind.AGENT_UNLISTED]
    desk.pull()
    assert desk.open_kinds() == [Kind.AGENT_UNLISTED], "told once"
    (found,) = desk.services.findings.page(FindingFilter(status=FindingStatus.OPEN))
    assert found.found.about == "agent Calls agent_bob"
    desk.retell.models["llm_agent_ana"]["general_prompt"] = "Be cheap."
    desk.pull()
    assert set(desk.open_kinds()) == {Kind.AGENT_UNLISTED, Kind.AGENT_CHANGED}
    desk.retell.models["llm_agent_ana"]["general_prompt"] = "Be kind.  \n"
    desk.pull()
    assert desk.open_kinds() == [Kind.AGENT_UNLISTED], "as it was approved, but for white space"
    del desk.retell.agents["agent_ana"], desk.retell.agents["agent_bob"]
    desk.pull()
    assert desk.open_kinds() == [Kind.AGENT_GONE]


def test_approving_a_change_is_an_act_with_a_reason(desk: Desk) -> None:
    desk.pull()
    desk.retell.models["llm_agent_ana"]["general_prompt"] = "Be cheap."
    desk.pull()
    newest, first = desk.services.live_agents.versions("Calls", "agent_ana")
    assert (first.setup.instructions, newest.setup.instructions) == ("Be kind.", "Be cheap.")
    approval = Approval("Sam", "New prices", untried="I read it")
    desk.services.live_agents.approve("Calls", "agent_ana", newest.number, approval)
    assert desk.open_kinds() == []


def test_every_place_that_was_talked_to_is_listed(desk: Desk) -> None:
    desk.pull()
    (place,) = desk.services.connecting.places()
    assert place.host == "127.0.0.1"
    assert place.requests == len(desk.retell.requests)
    assert place.last_at == datetime(2026, 11, 20, 16, tzinfo=UTC)


def test_a_connection_is_read_by_one_at_a_time_and_the_second_can_give_up_waiting(desk: Desk) -> None:
    desk.rings("c1", timedelta(days=3))
    (connection,) = desk.services.pulling.connections()
    meanwhile: list[Pulled] = []

    def say(*_: object) -> None:
        meanwhile.append(desk.services.pulling.pull(connection, stopped=lambda: True))

    assert desk.services.pulling.pull(connection, say).calls["new"] == 1
    assert meanwhile
    assert {(each.state, each.brought) for each in meanwhile} == {(State.PARTIAL, 0)}


def test_an_agent_is_known_by_how_its_instructions_begin(desk: Desk) -> None:
    desk.retell.add_agent("agent_ana", "Ana", f"You are Ana. {'Be kind. ' * 40}", "+441134960100")
    connection = desk.services.connecting.named("Calls")
    (found,) = desk.services.connecting.try_(connection, "key_0123456789abcdef0123").agents
    assert found.begins.startswith("You are Ana. Be kind.")
    assert len(found.begins) <= 121


def test_a_service_that_signed_us_out_or_stays_away_needs_somebody_until_it_is_back(desk: Desk) -> None:
    desk.pull()
    desk.retell.key = "another"
    desk.pull()
    desk.pull()
    assert desk.open_kinds() == [Kind.CONNECTION_STALE], "told once"
    desk.retell.key = "key_0123456789abcdef0123"
    desk.pull()
    assert desk.open_kinds() == []
    desk.retell.faults, desk.retell.fault_rate = (lambda _, __: "drop",), 1.0
    desk.pull()
    assert desk.open_kinds() == [], "a service may be away for an hour"
    desk.clock.advance(timedelta(hours=7))
    desk.pull()
    assert desk.open_kinds() == [Kind.CONNECTION_STALE]


def test_a_service_that_signed_us_out_needs_nobody_once_it_is_taken_out(desk: Desk) -> None:
    desk.pull()
    desk.retell.key = "another key"
    desk.pull()
    open_ = FindingFilter(status=FindingStatus.OPEN, kinds=(Kind.CONNECTION_STALE,))
    assert len(desk.services.findings.page(open_)) == 1
    said = desk.services.connecting.what_goes("Calls")
    assert "Daisy stays on your list, but can't be stopped or put back from here any more." in said
    desk.services.connecting.remove("Calls")
    assert desk.services.findings.page(open_) == ()


def test_a_service_that_is_not_known_here_stops_no_other(desk: Desk) -> None:
    desk.rings("c1", timedelta(days=2))
    with desk.store.writing() as db:
        connections.put(db, Connection("Brass band", "trombone"))
    pulled = {each.name: each for each in desk.services.syncing.run()}
    assert (pulled["Calls"].state, pulled["Brass band"].state) == (State.OK, State.UNREACHABLE)
    assert pulled["Brass band"].trouble == "AgentDesk can't connect that service yet."
