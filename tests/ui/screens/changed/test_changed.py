"""Somebody changed it, in the window: seen, asked, put back and proven, kept, or left for tonight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.ui.screens.changed.screen import ChangedScreen
from agentdesk.ui.widgets.marked_words import MarkedWords
from agentdesk.ui.widgets.states import State
from tests.services.steered import APPROVED, OTHER
from tests.ui.places import hostile_texts
from tests.ui.screens.windows import in_a_window
from tests.ui.steered_room import SteeredRoom, steered_room
from tests.ui.sweep import fits, named, plain


@pytest.fixture
def phone(qapp: QApplication, tmp_path: Path) -> Iterator[SteeredRoom]:
    """Daisy was told something else an hour ago, and two callers heard it."""
    with steered_room(qapp, tmp_path) as found:
        office = found.office
        office.clock.advance(timedelta(hours=1))
        office.tell(OTHER)
        office.fake.agents["agent_ana"]["last_modification_timestamp"] = int(office.clock.now().timestamp() * 1000)
        office.clock.advance(timedelta(minutes=10))
        for number in range(2):
            start = office.clock.now() - timedelta(minutes=5 - number)
            office.fake.add_call(f"after{number}", int(start.timestamp() * 1000))
        office.pull()
        yield found


def shown(qtbot: QtBot, phone: SteeredRoom) -> ChangedScreen:
    page = ChangedScreen(phone.desk)
    in_a_window(qtbot, page, 1000, 900)
    page.open(name="Daisy")
    return page


def test_before_and_after_side_by_side_with_the_differing_words_marked(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    named(page)
    plain(page)
    fits(page, 1000, 900)
    assert page.mark.state is State.ACT_NOW
    assert page.since.text() == "Calls says it was changed on Fri 20 Nov, 5:00 pm. It doesn't say by whom."
    marked = [each.marked() for each in page.changes.findChildren(MarkedWords)]
    assert tuple(marked[:2]) == (("£95 plus VAT.",), ("from £75.",))
    assert page.heard.words() == "2 calls since: open the list"
    page.heard.click()
    place, what = phone.gone.places[-1]
    assert (place, len(what["ids"])) == ("calls", 2)  # type: ignore[arg-type]
    assert "Please put it back exactly as below" in page.by_hand.message.value()


def test_calls_that_may_have_heard_it_are_counted_apart(qtbot: QtBot, phone: SteeredRoom) -> None:
    office = phone.office
    office.tell(APPROVED)
    office.pull()
    office.clock.advance(timedelta(minutes=10))
    office.tell(OTHER)
    office.fake.add_call("between", int((office.clock.now() - timedelta(minutes=5)).timestamp() * 1000))
    office.pull()
    page = shown(qtbot, phone)
    assert page.heard.words() == "No call since, and 1 call may have heard it: open the list"
    page.heard.click()
    place, what = phone.gone.places[-1]
    assert (place, len(what["ids"])) == ("calls", 1)  # type: ignore[arg-type]


def test_whose_change_it_was_is_asked_and_kept(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.whose.nobody.click()
    assert page.whose.answer.text() == "Nobody knows whose change it was. Ask the team."
    page.whose.again.click()
    page.whose.who.set_value("Jo")
    page.whose.somebody.click()
    assert page.whose.answer.text() == "It was Jo, says Sam."
    assert "It was Jo, says Sam." in page.events.text()
    page.whose.again.click()
    page.whose.me.click()
    assert page.whose.answer.text() == "It was Sam."


def test_the_plan_is_shown_before_anything_is_sent_and_the_result_is_read_back(
    qtbot: QtBot, phone: SteeredRoom
) -> None:
    page = shown(qtbot, phone)
    assert page.deciding.put_back.hasFocus()
    QTest.keyClick(page.deciding.put_back, Qt.Key.Key_Return)
    assert page.plan.isVisible()
    named(page)
    assert phone.office.wire.changed == []
    assert not page.plan.drifted.isVisible()
    QTest.keyClick(page.plan.go, Qt.Key.Key_Return)
    assert phone.office.told() == APPROVED
    page.reload()
    assert page.outcome.words.text() == "Checked: what is live is word for word what you approved."
    assert page.mark.state is State.ON_TARGET
    assert not page.deciding.isVisible()
    assert "Sam put back what was approved. Checked with the service." in page.events.text()
    page.outcome.undo.click()
    assert phone.office.told() == OTHER


def test_what_changed_since_the_last_look_is_shown_before_it_is_overwritten(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    phone.office.tell("Be rude.")
    page.deciding.put_back.click()
    assert page.plan.drifted.isVisible()
    assert "Be rude." in [each.text() for each in page.plan.drift.findChildren(MarkedWords)]
    phone.office.tell("Be ruder.")
    page.plan.go.click()
    assert phone.told.troubles == ["It was changed again while you looked. Here is how it stands now."]
    assert page.plan.isVisible(), "looked at afresh, and asked again"
    assert phone.office.told() == "Be ruder."


def test_what_is_not_the_same_afterwards_is_said_and_the_way_by_hand_stays(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.deciding.put_back.click()
    phone.office.fake.older["llm_agent_ana", "3"]["general_prompt"] = "Somebody rewrote an old version."
    page.plan.go.click()
    assert page.outcome.words.text().startswith("It's still not the same.")
    assert page.by_hand.isVisible()


def test_what_was_put_back_by_hand_is_checked_when_asked(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.by_hand.check.click()
    assert page.mark.state is State.ACT_NOW
    phone.office.fake.numbers["+441134960100"]["inbound_agents"][0]["agent_version"] = 3
    page.by_hand.check.click()
    assert phone.told.said == [
        "It's still not the same. Ring your supplier; below is what to say.",
        "Checked: what is live is word for word what you approved.",
    ]
    assert page.mark.words() == "As approved"
    assert phone.office.changed_finding() is None


def test_keeping_it_needs_a_reason_and_a_test_and_asks_after_brief_and_fact_sheet(
    qtbot: QtBot, phone: SteeredRoom
) -> None:
    page = shown(qtbot, phone)
    page.deciding.keep.click()
    named(page)
    ask = page.deciding.ask
    QTest.keyClick(ask.field, Qt.Key.Key_Return)
    assert ask.row.error() == "Write in a few words why it's fine."
    ask.field.set_value("We put the price down")
    QTest.keyClick(ask.field, Qt.Key.Key_Return)
    assert ask.untried_row.error() == "Tick the calls that you listened to, or say why you approve it untried."
    assert [each.tick.text() for each in ask.calls] == [
        "Fri 20 Nov, 5:06 pm · Caller ending 123",
        "Fri 20 Nov, 5:05 pm · Caller ending 123",
    ]
    ask.calls[0].open.click()
    assert phone.gone.places[-1][0] == "call"
    ask.calls[0].tick.click()
    ask.keep.click()
    assert ask.untried_row.error() == "Say first whose change it was. \u201cI don't know\u201d is an answer, too."
    page.whose.nobody.click()
    assert ask.calls[0].tick.isChecked(), "what was said above leaves what was ticked"
    ask.keep.click()
    assert page.mark.state is State.ON_TARGET
    assert "Sam approved" in page.events.text()
    assert "(1 call was listened to first)" in page.events.text()
    assert page.open_sheet.isVisible()
    page.open_sheet.click()
    assert phone.gone.places[-1] == ("fact_sheet", {})
    assert phone.office.changed_finding() is None


def test_nobody_has_to_listen_where_somebody_says_why_not(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.whose.me.click()
    page.deciding.keep.click()
    page.deciding.ask.field.set_value("We put the price down")
    page.deciding.ask.untried.set_value("I read every word of it")
    QTest.keyClick(page.deciding.ask.untried, Qt.Key.Key_Return)
    assert page.mark.state is State.ON_TARGET
    assert "not tried first: I read every word of it; it was their own change" in page.events.text()


def test_deciding_later_says_when_one_is_reminded(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.deciding.later.click()
    assert page.deciding.reminded.text() == "You will be reminded on Fri 20 Nov, 7:00 pm."
    assert not page.deciding.later.isVisible()


def test_too_few_calls_are_said_to_be_too_few(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    assert page.compared.words.text() == "No call from before is known, so there is nothing to compare with."


def test_the_worst_words_stay_plain_and_the_page_whole(qtbot: QtBot, phone: SteeredRoom) -> None:
    worst = "\n".join(f"{each[:3000]}." for each in hostile_texts('<img src="file:///etc/passwd">'))
    phone.office.tell(worst)
    phone.office.pull()
    page = shown(qtbot, phone)
    page.deciding.put_back.click()
    named(page)
    plain(page)
    fits(page, 1000, 900)
    fits(page, 960, 600)


def test_escape_leaves_the_reason_and_not_the_page(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.deciding.keep.click()
    page.deciding.ask.field.set_value("Because")
    QTest.keyClick(page.deciding.ask.field, Qt.Key.Key_Escape)
    assert page.deciding.keep.hasFocus()
    page.deciding.keep.click()
    assert page.deciding.ask.field.value() == "Because"
