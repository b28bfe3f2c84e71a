"""Putting a matter right in the window: what to do stands ready, the number on press, and once or never again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agentdesk.domain.finding import Finding, FindingStatus
from agentdesk.domain.lists import FindingFilter
from agentdesk.ui.widgets.decision import Decision
from agentdesk.ui.widgets.putting_right import PutRight
from tests.services.lines import ANGRY, BOOKED, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

OTHER = "e9,2026-11-25T14:00,2026-11-25T15:00,booked,,Cy Dale,,,2026-11-20T09:00"


def the_one(room: Room) -> Finding:
    (found,) = room.services.findings.page(FindingFilter())
    return found


def begun(qtbot: QtBot, room: Room) -> tuple[Decision, PutRight]:
    decision = Decision(room.desk, the_one(room))
    in_a_window(qtbot, decision, 700, 700)
    decision.put_right.click()
    ask = decision.ask
    assert isinstance(ask, PutRight)
    return decision, ask


@pytest.fixture
def missing(hartley_room: Room) -> Room:
    hartley_room.office.take_diary(OTHER)
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    hartley_room.services.checking.run()
    return hartley_room


@pytest.fixture
def unheard(hartley_room: Room) -> Room:
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    return hartley_room


def words(ask: PutRight) -> str:
    return "\n".join(each.text() for each in ask.steps.findChildren(QLabel) if each.isVisible())


def test_everything_has_a_name_and_outside_words_are_plain(qtbot: QtBot, missing: Room) -> None:
    _, ask = begun(qtbot, missing)
    ask.stop.click()
    named(ask)
    plain(ask)


def test_the_number_shows_on_press_only(qtbot: QtBot, missing: Room) -> None:
    _, ask = begun(qtbot, missing)
    assert "900123" not in words(ask)
    ask.steps.number.click()
    assert "Caller ending 123: 07700 900123" in words(ask)


def test_the_entry_and_the_message_are_copied_as_they_stand(qtbot: QtBot, missing: Room) -> None:
    _, ask = begun(qtbot, missing)
    ask.steps.copy_entry.click()
    assert QGuiApplication.clipboard().text() == "Boiler service for Ana Marsh, Tue 24 Nov, 10:00 am"
    ask.steps.copy_message.click()
    assert "something went wrong" in QGuiApplication.clipboard().text()
    assert "900123" not in QGuiApplication.clipboard().text()


def test_what_there_is_not_to_do_does_not_stand_there(qtbot: QtBot, unheard: Room) -> None:
    _, ask = begun(qtbot, unheard)
    assert "Put the diary right" not in words(ask)
    assert not ask.steps.copy_entry.isVisible()


def test_just_once_makes_no_promise(qtbot: QtBot, missing: Room) -> None:
    _, ask = begun(qtbot, missing)
    assert ask.keep.text() == "Just once"
    qtbot.keyClicks(ask.field, "Rang her")
    qtbot.keyClick(ask.field, Qt.Key.Key_Return)
    assert the_one(missing).status is FindingStatus.DONE
    assert missing.services.reviews.promises() == ()


def test_stopping_it_shows_when_it_comes_up_and_keeps_all_at_once(qtbot: QtBot, unheard: Room) -> None:
    decision, ask = begun(qtbot, unheard)
    qtbot.keyClicks(ask.field, "Rang them")
    ask.stop.click()
    assert ask.again.what.hasFocus()
    assert "It comes up in the review on Fri 27 Nov. It counts as fixed when a later call shows it." in [
        each.text() for each in ask.again.findChildren(QLabel)
    ]
    ask.again.phrase.set_value("waited in")
    with qtbot.waitSignal(decision.decided):
        qtbot.keyClick(ask.again.what, Qt.Key.Key_Return)
    (promise,) = unheard.services.reviews.promises()
    assert promise.what == "Ask the supplier: Daisy must put a caller through who asks for a person."
    approved = unheard.services.briefs.approved("Daisy")
    assert approved is not None
    assert approved.brief.pass_to_a_person[0].phrases == ("waited in",)


def test_half_of_it_is_refused_and_what_was_typed_stays(qtbot: QtBot, missing: Room) -> None:
    _, ask = begun(qtbot, missing)
    qtbot.keyClicks(ask.field, "Rang her")
    ask.stop.click()
    ask.again.who.set_value("")
    ask.keep.click()
    assert ask.row.error() == "Say who does it."
    assert ask.field.value() == "Rang her"
    assert the_one(missing).status is FindingStatus.OPEN
    qtbot.keyClick(ask.again.who, Qt.Key.Key_Escape)
    assert not ask.isVisible()
