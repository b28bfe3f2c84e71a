"""Acts at a service: sent, read back, never said to be so before; lost answers, crashes, and other hands."""

from __future__ import annotations

import copy
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agentdesk.domain.act import ActKind, ActState
from agentdesk.domain.agent import Stage
from agentdesk.domain.clock import Period
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus
from agentdesk.domain.live_agent import Approval
from agentdesk.services.control.steering import ChangedMeanwhile
from agentdesk.store import acts as stored
from tests.connectors.kit.fake_service import Reply
from tests.services.lost_answers import SERVICES, lose_often
from tests.services.steered import APPROVED, OTHER, Steered, steered


@pytest.fixture(params=SERVICES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Steered]:
    with steered(tmp_path, request.param) as found:
        yield found


def without_stamps(data: Any) -> Any:
    """What a service keeps, without the stamps it sets itself."""
    stamps = {"updatedAt", "latestVersion", "version_id", "version_description", "updated_at_unix_secs"}
    if isinstance(data, dict):
        return {name: without_stamps(each) for name, each in data.items() if name not in stamps}
    return [without_stamps(each) for each in data] if isinstance(data, list) else data


def test_a_stop_is_proven_by_reading_back_and_undone_as_it_was(desk: Steered) -> None:
    before = copy.deepcopy(desk.fake.numbers)
    act, unwritten = desk.services.steering.stop(desk.target, "+441134960199", "Sam", "It said £75")
    assert (act.state, unwritten) == (ActState.PROVEN, "")
    assert not desk.answers()
    assert desk.services.steering.stopped(desk.target) == act
    again = desk.services.steering.start(desk.target, "Sam")
    assert again.state is ActState.PROVEN
    assert desk.answers()
    assert without_stamps(desk.fake.numbers) == without_stamps(before)
    assert desk.services.steering.stopped(desk.target) is None


def test_stopping_twice_still_leads_back_to_how_it_was(desk: Steered) -> None:
    for _ in range(2):
        act, _ = desk.services.steering.stop(desk.target, "+441134960199", "Sam")
        assert act.state is ActState.PROVEN
    assert desk.services.steering.start(desk.target, "Sam").state is ActState.PROVEN
    assert desk.answers()


def test_what_was_changed_is_put_back_word_for_word_and_the_matter_goes(desk: Steered) -> None:
    before = copy.deepcopy(desk.fake.agents)
    desk.tell(OTHER)
    desk.pull()
    found = desk.changed_finding()
    assert found is not None
    proposal = desk.services.steering.propose(desk.target, 1)
    assert proposal.drift == ()
    act = desk.services.steering.put_back(proposal, "Sam", "Nobody agreed to £75")
    assert act.state is ActState.PROVEN
    assert desk.told() == APPROVED
    if desk.target.service != "retell":
        assert without_stamps(desk.fake.agents) == without_stamps(before), "number for number"
    assert desk.changed_finding() is None
    ended = desk.services.findings.open_(found.id).finding
    assert (ended.status, ended.decided_by) == (FindingStatus.DONE, "Sam"), "it ended in something somebody did"
    (told,) = desk.services.notices.told()
    assert told.became == "Put right: What is live is again what was approved (Sam)"
    assert desk.services.steering.take_back(desk.target, "Sam").state is ActState.PROVEN
    assert desk.told() == OTHER


def test_what_changed_since_the_last_look_is_shown_before_it_is_overwritten(desk: Steered) -> None:
    desk.tell(OTHER)
    desk.pull()
    desk.tell("Be rude.")
    proposal = desk.services.steering.propose(desk.target, 1)
    assert [(each.part, each.now) for each in proposal.drift if each.part == "Instructions"] == [
        ("Instructions", "Be rude.")
    ]
    desk.tell("Be ruder.")
    with pytest.raises(ChangedMeanwhile):
        desk.services.steering.put_back(proposal, "Sam")
    assert desk.told() == "Be ruder."


@pytest.mark.parametrize("kind", list(ActKind))
@pytest.mark.parametrize("service", SERVICES)
def test_lost_answers_end_as_wanted_and_nothing_unread_is_said(tmp_path: Path, service: str, kind: ActKind) -> None:
    # a share: `python -m tests.services.lost_answers` does it a hundred times
    came = lose_often(tmp_path, service, kind, 12)
    assert came.wrong == []
    assert came.number == 12
    assert came.lost
    assert came.later, "some are only settled afterwards"


def test_a_service_that_is_down_is_said_and_tried_again_until_it_is_so(retell: Steered) -> None:
    down = True
    retell.fake.route_first(
        "GET", "/v2/list-phone-numbers", lambda asked: Reply({}, 503) if down else retell.fake._list_numbers(asked)
    )
    act, _ = retell.services.steering.stop(retell.target, "", "Sam")
    assert act.state is ActState.NOT_PROVEN
    assert act.trouble == "Retell AI isn't working at the moment."
    assert act.is_open
    assert retell.answers()
    down = False
    assert retell.services.steering.settle() == 1
    assert not retell.answers()
    assert retell.services.steering.acts(retell.target)[0].state is ActState.PROVEN


def test_what_was_put_back_by_hand_ends_the_matter_with_a_name(desk: Steered) -> None:
    desk.tell(OTHER)
    desk.pull()
    found = desk.changed_finding()
    assert found is not None
    desk.services.steering.look(desk.target, "Jo")
    assert desk.changed_finding() == found, "it is still not the same"
    desk.tell(APPROVED)
    desk.services.steering.look(desk.target, "Jo")
    ended = desk.services.findings.open_(found.id).finding
    assert (ended.status, ended.decided_by) == (FindingStatus.DONE, "Jo")


def test_a_key_that_may_only_read_is_not_said_to_be_signed_out(desk: Steered) -> None:
    routed = desk.fake._routed
    desk.fake._routed = lambda asked: Reply({}, 403) if asked.method == "PATCH" else routed(asked)
    act, _ = desk.services.steering.stop(desk.target, "+441134960199", "Sam")
    assert act.state is ActState.BY_HAND
    assert act.trouble == "The service lets AgentDesk read with its key, but change nothing."
    assert desk.answers()


def test_a_key_that_is_refused_leads_to_the_numbered_steps(desk: Steered) -> None:
    desk.fake.key = "another"
    act, _ = desk.services.steering.stop(desk.target, "", "Sam")
    assert act.state is ActState.BY_HAND
    assert "signed us out" in act.trouble
    assert desk.answers()
    steps = desk.services.steering.by_hand(desk.target, ActKind.STOP)
    assert len(steps) >= 3
    assert steps[0].startswith("Open ")


def test_an_agent_that_is_gone_at_its_service_is_not_said_to_be_stopped(retell: Steered) -> None:
    retell.fake.agents.clear()
    retell.fake.numbers.clear()
    act, _ = retell.services.steering.stop(retell.target, "", "Sam")
    assert act.state is ActState.BY_HAND
    assert act.trouble == "No phone number leads to this agent, so there is nothing to switch."


@pytest.mark.parametrize("reached", [False, True])
def test_a_crash_between_intent_and_answer_is_settled_at_the_next_start(tmp_path: Path, reached: bool) -> None:
    with steered(tmp_path) as desk:
        act, _ = desk.services.steering.stop(desk.target, "", "Sam")
        if not reached:
            desk.fake.numbers["+441134960100"]["inbound_agents"] = [
                {"agent_id": "agent_ana", "agent_version": 3, "weight": 1}
            ]
        with desk.store.writing() as db:
            stored.put(db, replace(act, state=ActState.INTENDED, ended_at=None))
        desk.wire.changed.clear()
        assert desk.services.steering.settle() == 1
        assert not desk.answers()
        assert desk.services.steering.acts(desk.target)[0].state is ActState.PROVEN
        assert bool(desk.wire.changed) is not reached, "it is sent again only where it never arrived"


def test_what_was_meant_long_ago_is_asked_about_and_never_sent(retell: Steered) -> None:
    act, _ = retell.services.steering.stop(retell.target, "", "Sam")
    retell.services.steering.start(retell.target, "Sam")
    with retell.store.writing() as db:
        stored.put(db, replace(act, id=act.id + 1000, state=ActState.INTENDED, ended_at=None))
    retell.clock.advance(timedelta(hours=3))
    retell.services.steering.settle()
    assert retell.answers()
    last = retell.services.steering.acts(retell.target)[0]
    assert (last.state, last.is_open) == (ActState.NOT_PROVEN, False)


def test_where_another_hand_was_at_it_nothing_is_sent_again(retell: Steered) -> None:
    act, _ = retell.services.steering.stop(retell.target, "", "Sam")
    with retell.store.writing() as db:
        stored.put(db, replace(act, state=ActState.INTENDED, ended_at=None))
    other = [{"agent_id": "agent_other", "agent_version": 1, "weight": 1}]
    retell.fake.numbers["+441134960100"]["inbound_agents"] = other
    retell.services.steering.settle()
    assert retell.fake.numbers["+441134960100"]["inbound_agents"] == other
    stop = retell.services.steering.acts(retell.target)[0]
    assert stop.state is ActState.PROVEN, "no call reaches the agent, whoever saw to it"
    with pytest.raises(ChangedMeanwhile, match=r"was switched .* They will share its calls\.$"):
        retell.services.steering.start(retell.target, "Sam")


def test_what_could_not_be_let_in_for_a_refused_key_is_let_in_with_the_right_one(retell: Steered) -> None:
    steering, target = retell.services.steering, retell.target
    steering.stop(target, "", "Sam")
    right, retell.fake.key = retell.fake.key, "another"
    with pytest.raises(Sorry):
        steering.start(target, "Sam")
    assert steering.start(target, "Sam", anyway=True).state is ActState.BY_HAND
    retell.fake.key = right
    assert steering.start(target, "Sam").state is ActState.PROVEN
    assert retell.answers()


@pytest.mark.parametrize("kind", list(ActKind))
def test_what_is_meant_is_written_down_before_anything_is_sent(retell: Steered, kind: ActKind) -> None:
    seen: list[tuple[ActKind, ActState, bool]] = []

    def look(method: str) -> str:
        if method != "PATCH":
            return ""
        with retell.store.reading() as db:
            act = stored.of(db, "Calls", "agent_ana")[0]
        seen.append((act.kind, act.state, "steps" in act.plan))
        return ""

    steering, target = retell.services.steering, retell.target
    retell.tell(OTHER)
    if kind is ActKind.START:
        steering.stop(target, "", "Sam")
    if kind is ActKind.TAKE_BACK:
        steering.put_back(steering.propose(target, 1), "Sam")
    retell.wire.lose = look
    if kind is ActKind.STOP:
        steering.stop(target, "", "Sam")
    elif kind is ActKind.START:
        steering.start(target, "Sam")
    elif kind is ActKind.PUT_BACK:
        steering.put_back(steering.propose(target, 1), "Sam")
    else:
        steering.take_back(target, "Sam")
    assert seen == [(kind, ActState.INTENDED, True)]


def test_what_is_proven_but_reads_otherwise_is_not_said_to_be_put_back(retell: Steered) -> None:
    retell.tell(OTHER)
    retell.pull()
    proposal = retell.services.steering.propose(retell.target, 1)
    retell.fake.older["llm_agent_ana", "3"]["general_prompt"] = "Somebody rewrote an old version."
    act = retell.services.steering.put_back(proposal, "Sam")
    assert (act.state, act.trouble) == (ActState.NOT_PROVEN, "It is still not the same: instructions.")


def test_plans_hold_no_keys(tmp_path: Path) -> None:
    with steered(tmp_path, "vapi") as desk:
        (number,) = desk.fake.numbers.values()
        number["hooks"] = [
            {"on": "call.ending", "do": [{"type": "tool", "headers": {"authorization": "Bearer canary-7"}}]}
        ]
        act, _ = desk.services.steering.stop(desk.target, "+441134960199", "Sam")
        assert act.state is ActState.PROVEN
        assert "canary-7" not in act.plan
        desk.services.steering.start(desk.target, "Sam")
        assert "canary-7" in repr(desk.fake.numbers), "the service still has its own"


def test_a_service_that_hangs_is_said_within_seconds_and_asked_on(retell: Steered) -> None:
    let_go = threading.Event()

    def hanging(asked: object) -> Reply:
        let_go.wait(20)
        return retell.fake._list_numbers(asked)  # type: ignore[no-any-return]

    retell.fake.route_first("GET", "/v2/list-phone-numbers", hanging)
    begun = time.monotonic()
    act, _ = retell.services.steering.stop(retell.target, "", "Sam")
    assert time.monotonic() - begun < 7
    assert (act.state, act.is_open) == (ActState.INTENDED, True)
    let_go.set()
    while retell.services.steering.acts(retell.target)[0].is_open:
        time.sleep(0.02)
    assert retell.services.steering.acts(retell.target)[0].state is ActState.PROVEN
    assert not retell.answers()


def test_what_is_proven_is_a_step_of_the_agents_life(retell: Steered) -> None:
    def life() -> list[tuple[Stage, str]]:
        return [(each.stage, each.by) for each in retell.services.agents.page("Daisy").stages]

    before = life()
    retell.clock.advance(timedelta(minutes=5))
    retell.services.steering.stop(retell.target, "+441134960199", "Sam", "It said £75")
    for _ in range(2):
        retell.services.stopping.follow()
    assert life() == [*before, (Stage.PAUSED, "Sam")]
    assert retell.services.agents.get("Daisy").stage is Stage.PAUSED
    retell.clock.advance(timedelta(minutes=5))
    retell.services.steering.start(retell.target, "Sam")
    retell.services.stopping.follow()
    assert life() == [*before, (Stage.PAUSED, "Sam"), (Stage.LIVE, "Sam")]
    retell.clock.advance(timedelta(minutes=5))
    retell.services.agents.move_to("Daisy", Stage.PAUSED, "Jo answers this week", "Sam")
    retell.services.stopping.follow()
    assert retell.services.agents.get("Daisy").stage is Stage.PAUSED


def test_the_scorecard_counts_a_change_that_nobody_approved(retell: Steered) -> None:
    today = retell.clock.now().date()
    period = Period(today, today + timedelta(days=1))
    assert retell.services.scorecards.make("Daisy", period).changes[-1].startswith("Brief version 1")
    retell.tell(OTHER)
    retell.pull()
    said = retell.services.scorecards.make("Daisy", period).changes[-1]
    assert said == "What it is told at its service was changed, seen on Fri 20 Nov: nobody has approved it."
    newest = retell.services.live_agents.versions("Calls", retell.target.external_id)[0]
    approval = Approval("Sam", "New prices", untried="I read it")
    retell.services.live_agents.approve("Calls", retell.target.external_id, newest.number, approval)
    assert retell.services.scorecards.make("Daisy", period).changes[-1].endswith("approved by Sam.")
