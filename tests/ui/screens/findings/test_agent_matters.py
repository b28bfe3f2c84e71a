"""Matters about an agent itself: before and after side by side, and what one does about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Agent
from agentdesk.domain.finding import Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.live_agent import Approval
from agentdesk.ui.screens.findings.finding_screen import FindingScreen
from agentdesk.ui.widgets.differences import Difference, differences
from agentdesk.ui.widgets.marked_words import MarkedWords
from tests.connectors.retell.fake import FakeRetell
from tests.services.conftest import FRIDAY
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import fits, named, plain

KEY = "key_0123456789abcdef0123"
WAS = "You are Ana. Emergency call-out £95 plus VAT. Be kind."
NOW = "You are Ana. Emergency call-out from £75. Be kind. You may offer <b>Saturday</b> afternoon."


@pytest.fixture
def retell() -> Iterator[FakeRetell]:
    with FakeRetell(KEY) as service:
        service.add_agent("agent_ana", "Ana", WAS, "+441134960100")
        service.add_agent("agent_bo", "Bo", "Nights.", "+441134960177")
        yield service


@pytest.fixture
def listed(hartley_room: Room, retell: FakeRetell) -> Room:
    """Ana is on the list and was read; Bo is not on the list."""
    services = hartley_room.services
    connection = services.connecting.new("retell", "Retell AI", address=retell.url)
    services.connecting.keep(connection, KEY, services.connecting.try_(connection, KEY))
    services.agents.add(Agent("Ana", connection="Retell AI", external_id="agent_ana"), "Sam")
    pull(hartley_room)
    return hartley_room


@pytest.fixture
def changed(listed: Room, retell: FakeRetell) -> Room:
    """Ana was told something new."""
    tell_anew(listed, retell, FRIDAY + timedelta(minutes=5))
    return listed


def tell_anew(room: Room, retell: FakeRetell, at: datetime) -> None:
    """Ana is told something else, as her service says at this time; it is read ten minutes later."""
    retell.models["llm_agent_ana"]["general_prompt"] = NOW
    retell.agents["agent_ana"]["last_modification_timestamp"] = int(at.timestamp() * 1000)
    room.office.clock.advance(timedelta(minutes=10))
    pull(room)


def pull(room: Room) -> None:
    for each in room.services.pulling.connections():
        room.services.pulling.pull(each)


def one(room: Room, kind: Kind) -> Finding:
    (found,) = room.services.findings.page(FindingFilter(kinds=(kind,)))
    return found


def opened(qtbot: QtBot, room: Room, kind: Kind) -> FindingScreen:
    page = FindingScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(id=one(room, kind).id)
    named(page)
    plain(page)
    fits(page, 960, 600)
    return page


def test_a_change_stands_side_by_side_and_says_when_it_was_made(qtbot: QtBot, changed: Room) -> None:
    page = opened(qtbot, changed, Kind.AGENT_CHANGED)
    sides = page.changes.findChildren(MarkedWords)
    shown = [each.text() for each in sides]
    assert [each.marked() for each in sides[:2]] == [("£95 plus VAT.",), ("from £75.",)]
    assert "Emergency call-out £95 plus VAT." in shown
    assert "Emergency call-out from £75." in shown
    assert "You may offer <b>Saturday</b> afternoon." in shown
    assert "You are Ana." not in " ".join(shown), "what stayed as it was is left out"
    assert page.about.text() == "Retell AI says it was changed on Fri 20 Nov, 4:05 pm. It doesn't say by whom."
    page.open_change.click()
    page.open_agent.click()
    assert changed.gone.places == [("changed", {"name": "Ana"}), ("agent", {"name": "Ana"})]


def test_a_time_that_does_not_fit_in_with_what_was_read_is_not_said(
    qtbot: QtBot, listed: Room, retell: FakeRetell
) -> None:
    tell_anew(listed, retell, FRIDAY - timedelta(hours=20))
    page = opened(qtbot, listed, Kind.AGENT_CHANGED)
    assert page.about.text() == "AgentDesk saw it on Fri 20 Nov, 4:10 pm. Retell AI doesn't say when it was changed."


def test_a_change_is_decided_on_its_own_page_and_stands_here_as_it_was_decided(qtbot: QtBot, changed: Room) -> None:
    page = opened(qtbot, changed, Kind.AGENT_CHANGED)
    assert page.decision is not None
    assert not page.decision.isVisible()
    newest = changed.services.live_agents.versions("Retell AI", "agent_ana")[0]
    approval = Approval("Sam", "New prices from today", untried="I read them")
    changed.services.live_agents.approve("Retell AI", "agent_ana", newest.number, approval)
    page.reload()
    assert one(changed, Kind.AGENT_CHANGED).status is FindingStatus.ACCEPTED
    assert "New prices from today" in page.events.text()
    assert not page.open_change.isVisible()
    assert not any(each.changed for each in changed.services.live_agents.standing())


def test_an_agent_nobody_listed_goes_onto_the_list(qtbot: QtBot, changed: Room) -> None:
    page = opened(qtbot, changed, Kind.AGENT_UNLISTED)
    reason = "Bo is at your service, but nobody put it on your list."
    assert one(changed, Kind.AGENT_UNLISTED).found.reason == reason, "a number in it would be hidden on Today"
    assert "It answers 0113 496 0177." in page.about.text()
    assert page.unlisted is not None
    page.unlisted.button.click()
    page.unlisted.ask.field.set_value("Daisy")
    page.unlisted.ask.keep.click()
    assert page.unlisted.ask.row.error() == "There is already an agent called Daisy."
    page.unlisted.ask.field.set_value("Bo by night")
    page.unlisted.ask.keep.click()
    agent = changed.services.agents.get("Bo by night")
    assert (agent.connection, agent.external_id, agent.answers) == ("Retell AI", "agent_bo", "0113 496 0177")
    done = one(changed, Kind.AGENT_UNLISTED)
    assert (done.status, done.decision) == (FindingStatus.DONE, "Put on the list as Bo by night.")


def test_an_agent_nobody_listed_is_stopped_under_a_name(qtbot: QtBot, changed: Room) -> None:
    page = opened(qtbot, changed, Kind.AGENT_UNLISTED)
    assert page.unlisted is not None
    page.unlisted.stop.click()
    assert not page.unlisted.button.isVisible()
    assert page.unlisted.ask.keep.text() == "Go on to the stop"
    page.unlisted.ask.field.set_value("Bo by night")
    page.unlisted.ask.keep.click()
    assert changed.services.agents.get("Bo by night").external_id == "agent_bo"
    assert changed.gone.places[-1] == ("stop", {"name": "Bo by night"})


def test_one_that_is_watched_stays_off_the_list_until_its_day(qtbot: QtBot, changed: Room) -> None:
    page = opened(qtbot, changed, Kind.AGENT_UNLISTED)
    assert page.decision is not None
    assert page.unlisted is not None
    assert not page.decision.fine.isVisible()
    page.unlisted.watch.click()
    assert not page.unlisted.button.isVisible()
    page.unlisted.watching.keep.click()
    assert page.unlisted.watching.row.error() == "Write in a few words why it may go on."
    page.unlisted.watching.field.set_value("Our supplier's own, for trying things out")
    page.unlisted.until.setDate(page.unlisted.until.date().addDays(-27))
    page.unlisted.watching.keep.click()
    assert "needs you again on Sat 21 Nov" in changed.told.said[-1]
    pull(changed)
    watched = one(changed, Kind.AGENT_UNLISTED)
    assert watched.status is FindingStatus.ACCEPTED
    assert watched.decision.endswith("Watched until Sat 21 Nov 2026.")
    assert changed.services.watching.come_back() == ()
    changed.office.clock.advance(timedelta(days=1))
    assert changed.services.watching.come_back() == (watched.id,)
    assert one(changed, Kind.AGENT_UNLISTED).status is FindingStatus.OPEN
    page.reload()
    assert "Sam: watched until Sat 21 Nov, because: Our supplier's own" in page.events.text()
    assert page.unlisted.button.isVisible()
    assert Kind.AGENT_UNLISTED in {each.kind for each in changed.services.today.view().matters}


def test_one_that_has_gone_is_a_matter_like_any_other(qtbot: QtBot, changed: Room, retell: FakeRetell) -> None:
    del retell.agents["agent_ana"]
    pull(changed)
    page = opened(qtbot, changed, Kind.AGENT_GONE)
    assert page.reason.text() == "Ana is no longer at its service."
    assert not page.changes.isVisible()


def test_they_stand_on_today_and_in_the_notices_without_a_call_behind_them(changed: Room) -> None:
    kinds = {each.kind for each in changed.services.today.view().matters}
    assert {Kind.AGENT_CHANGED, Kind.AGENT_UNLISTED} <= kinds
    pop_ups = {each.pop_up for each in changed.services.notices.page()}
    assert pop_ups == {"Ana: not the instructions you approved.", "An agent that isn't on your list."}


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("One. Two. Three.", "One. 2. Three.", [("Two.", "2.")]),
        ("One.", "One. Two.", [("", "Two.")]),
        ("One.\nTwo.", "Two.", [("One.", "")]),
        ("", "All new", [("", "All new")]),
        ("Same.", "Same.", []),
    ],
)
def test_only_what_differs_is_told(was: str, now: str, told: list[tuple[str, str]]) -> None:
    assert differences(was, now) == tuple(Difference(*each) for each in told)
