"""Somebody changed it: what differs, who heard it, whose change it was, and each way to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from agentdesk.domain.act import ActState
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.live_agent import Approval
from agentdesk.services.control.agent_changes import since_in_words
from tests.services.steered import APPROVED, OTHER, Steered, steered


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Steered]:
    with steered(tmp_path) as found:
        yield found


def changed(desk: Steered) -> None:
    """Changed an hour later, and pulled; two calls came since."""
    desk.fake.add_call("before", int((desk.clock.now() - timedelta(hours=2)).timestamp() * 1000))
    desk.clock.advance(timedelta(hours=1))
    desk.tell(OTHER)
    desk.fake.agents["agent_ana"]["last_modification_timestamp"] = int(desk.clock.now().timestamp() * 1000)
    desk.clock.advance(timedelta(minutes=10))
    for number in range(2):
        start = desk.clock.now() - timedelta(minutes=5 - number)
        desk.fake.add_call(f"after{number}", int(start.timestamp() * 1000))
    desk.pull()


def test_before_and_after_with_the_calls_that_heard_it(desk: Steered) -> None:
    assert desk.services.agent_changes.view("Daisy").changed == ()
    changed(desk)
    view = desk.services.agent_changes.view("Daisy")
    (part,) = [each for each in view.changed if each.part == "Instructions"]
    assert (part.was, part.now) == (APPROVED, OTHER)
    assert len(view.heard) == 2
    assert since_in_words(view, "Retell AI", desk.services.businesses.zone()) == (
        "Retell AI says it was changed on Fri 20 Nov, 5:00 pm. It doesn't say by whom."
    )
    assert view.can_put_back
    assert view.steps[0].startswith("Open ")
    assert view.finding is not None


def test_where_the_service_gives_no_time_the_calls_since_the_last_look_may_have_heard_it(desk: Steered) -> None:
    desk.clock.advance(timedelta(hours=1))
    desk.fake.add_call("before", int((desk.clock.now() - timedelta(minutes=2)).timestamp() * 1000))
    desk.pull()
    desk.clock.advance(timedelta(minutes=5))
    desk.tell(OTHER)
    desk.fake.add_call("between", int((desk.clock.now() - timedelta(minutes=2)).timestamp() * 1000))
    desk.pull()
    view = desk.services.agent_changes.view("Daisy")
    assert view.heard == ()
    assert [each.external_id for each in view.unsure] == ["between"]
    assert view.heard_as_now == (), "nobody can say that it was listened to"


def test_who_heard_an_earlier_change_is_not_forgotten_when_it_is_changed_again(desk: Steered) -> None:
    changed(desk)
    desk.clock.advance(timedelta(minutes=20))
    desk.tell("Be rude.")
    desk.pull()
    service = desk.services.agent_changes
    view = service.view("Daisy")
    assert len(view.heard) == 2, "those that heard the £75"
    assert view.heard_as_now == ()
    said = since_in_words(view, "Retell AI", desk.services.businesses.zone())
    assert said.startswith("It was changed 2 times since it was as you approved, first on Fri 20 Nov, 5:00 pm.")
    service.made_by(view, "", "Sam", desk.clock.now())
    with pytest.raises(Sorry, match="didn't hear it as it is now"):
        service.keep(service.view("Daisy"), Approval("Sam", "Fine", (view.heard[0].id,)))


def test_whose_change_it_was_is_asked_and_stands_in_the_history(desk: Steered) -> None:
    changed(desk)
    service = desk.services.agent_changes
    view = service.view("Daisy")
    assert view.maker is None
    service.made_by(view, "Jo", "Sam", desk.clock.now())
    view = service.view("Daisy")
    assert view.maker is not None
    assert view.maker.who == "Jo"
    assert view.history[0].words.startswith("It was told something else: instructions")
    assert view.history[0].words.endswith("It was Jo, says Sam.")
    service.made_by(view, "", "Sam", desk.clock.now())
    assert service.view("Daisy").history[0].words.endswith("Nobody knows who it was, says Sam.")


def test_keeping_it_needs_proposer_approver_reason_and_a_test(desk: Steered) -> None:
    changed(desk)
    service = desk.services.agent_changes
    view = service.view("Daisy")
    heard = tuple(each.id for each in view.heard)
    whole = Approval("Sam", "We put the price down", heard)
    with pytest.raises(Sorry, match="whose change it was"):
        service.keep(view, whole)
    service.made_by(view, "Jo", "Sam", desk.clock.now())
    view = service.view("Daisy")
    for gap, asked in (
        (replace(whole, by=" "), "who approves"),
        (replace(whole, why=" "), "why it's fine"),
        (replace(whole, heard=()), "listened to"),
        (replace(whole, heard=(), untried=" "), "listened to"),
        (replace(whole, heard=(*heard, 4711)), "didn't hear it as it is now"),
    ):
        with pytest.raises(Sorry, match=asked):
            service.keep(view, gap)
        assert service.view("Daisy").finding is not None, "it stays flagged until it is decided"
    desk.clock.advance(timedelta(minutes=1))
    service.keep(view, whole)
    view = service.view("Daisy")
    assert (view.changed, view.finding) == ((), None)
    assert desk.changed_finding() is None
    assert view.history[0].words.startswith("Sam approved how it was told since ")
    assert view.history[0].words.endswith(": We put the price down (2 calls were listened to first)")


def test_no_other_way_leads_around_the_test(desk: Steered) -> None:
    changed(desk)
    view = desk.services.agent_changes.view("Daisy")
    for gap in (
        Approval("", "Fine", untried="I read it"),
        Approval("Sam", "", untried="I read it"),
        Approval("Sam", "Fine"),
    ):
        with pytest.raises(Sorry):
            desk.services.live_agents.approve("Calls", view.target.external_id, view.live.number, gap)
    assert desk.changed_finding() is not None


def test_a_named_person_may_say_why_it_is_not_tried(desk: Steered) -> None:
    changed(desk)
    service = desk.services.agent_changes
    service.made_by(service.view("Daisy"), "Sam", "Sam", desk.clock.now())
    desk.clock.advance(timedelta(minutes=1))
    service.keep(service.view("Daisy"), Approval("Sam", "Cheaper", untried="It is only the price"))
    assert (
        service.view("Daisy")
        .history[0]
        .words.endswith(": Cheaper (not tried first: It is only the price; it was their own change)")
    )
    finding = desk.services.findings.page(FindingFilter(kinds=(Kind.AGENT_CHANGED,)))[0]
    assert (finding.status, finding.decided_by, finding.decision) == (FindingStatus.ACCEPTED, "Sam", "Cheaper")


def test_words_on_the_list_of_matters_dont_approve_a_change(desk: Steered) -> None:
    changed(desk)
    found = desk.changed_finding()
    assert found is not None
    for decide in (desk.services.findings.accept, desk.services.findings.put_right):
        with pytest.raises(Sorry, match="side by side"):
            decide(found.id, "It is fine", "Sam")
    assert desk.changed_finding() is not None


def test_putting_it_back_is_proven_and_said_in_the_history(desk: Steered) -> None:
    changed(desk)
    service = desk.services.agent_changes
    view = service.view("Daisy")
    act = desk.services.steering.put_back(
        desk.services.steering.propose(view.target, view.approved.number), "Sam", "Nobody agreed"
    )
    assert act.state is ActState.PROVEN
    desk.clock.advance(timedelta(minutes=1))
    view = service.view("Daisy")
    assert view.changed == ()
    assert len(view.heard) == 2, "who heard it is still asked after"
    assert since_in_words(view, "Retell AI", desk.services.businesses.zone()) == (
        "It was told something else from Fri 20 Nov, 5:00 pm to Fri 20 Nov, 5:10 pm."
    )
    assert "It was told again what was approved: instructions." in [each.words for each in view.history]
    assert any(
        each.words == "Sam put back what was approved (Nobody agreed). Checked with the service."
        for each in view.history
    )
    assert desk.told() == APPROVED


def test_what_was_put_back_before_something_else_was_approved_is_over(desk: Steered) -> None:
    changed(desk)
    service = desk.services.agent_changes
    view = service.view("Daisy")
    desk.services.steering.put_back(desk.services.steering.propose(view.target, view.approved.number), "Sam")
    assert service.view("Daisy").last is not None
    desk.clock.advance(timedelta(minutes=10))
    desk.tell("Be kind. An emergency call-out is £85 plus VAT.")
    desk.pull()
    service.made_by(service.view("Daisy"), "Sam", "Sam", desk.clock.now())
    desk.clock.advance(timedelta(minutes=1))
    service.keep(service.view("Daisy"), Approval("Sam", "Cheaper", untried="I read it."))
    view = service.view("Daisy")
    assert view.changed == ()
    assert view.last is None, "undoing it would take something that nobody means any more"
    assert view.history[0].words.endswith("(not tried first: I read it; it was their own change)")


def test_deciding_later_reminds_once_in_the_evening(desk: Steered) -> None:
    changed(desk)
    service = desk.services.agent_changes
    at = service.remind_tonight(service.view("Daisy"), "Sam")
    assert at.hour == 19
    assert service.view("Daisy").reminded_at == at
    assert desk.services.reminders.tell() == 0
    desk.clock.advance(timedelta(hours=4))
    assert desk.services.reminders.tell() == 1
    assert desk.services.reminders.tell() == 0
    assert desk.services.notices.page()[0].title == "Changed, and nobody has decided yet"
    again = service.remind_tonight(service.view("Daisy"), "Sam")
    assert again.hour == 8
    assert again.date() > at.date()


def test_what_is_decided_is_not_reminded_of(desk: Steered) -> None:
    changed(desk)
    service = desk.services.agent_changes
    view = service.view("Daisy")
    service.remind_tonight(view, "Sam")
    service.made_by(view, "", "Sam", desk.clock.now())
    service.keep(service.view("Daisy"), Approval("Sam", "It is fine", untried="I read it"))
    desk.clock.advance(timedelta(hours=9))
    assert desk.services.reminders.tell() == 0


def test_the_wording_for_the_supplier_holds_both_versions(desk: Steered) -> None:
    changed(desk)
    words = desk.services.agent_changes.wording(desk.services.agent_changes.view("Daisy"), "Sam")
    assert APPROVED in words
    assert OTHER in words


def test_before_and_after_says_honestly_that_three_calls_are_too_few(desk: Steered) -> None:
    changed(desk)
    view = desk.services.agent_changes.view("Daisy")
    found = desk.services.before_after.compare("Daisy", view.since)
    assert (found.calls_before, found.calls_after) == (1, 2)
    assert found.words == "There are too few calls yet to tell a difference from chance."
    assert {each.words for each in found.compared} == {"Too few calls to tell."}
