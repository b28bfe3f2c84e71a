"""The picture of what each agent touches: at a glance, by ear and with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Agent, Nature, Stage
from agentdesk.domain.connection import PullState
from agentdesk.store import pulls
from agentdesk.ui.screens.systems.screen import SystemsScreen
from agentdesk.ui.widgets.states import State
from tests.services.conftest import FRIDAY
from tests.services.lines import BOOKED, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain


def opened(qtbot: QtBot, room: Room, **what: object) -> SystemsScreen:
    page = SystemsScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(**what)
    QApplication.processEvents()
    return page


def add_reminders(room: Room) -> None:
    reminders = Agent("Reminders", job="Texts", responsible="Jo", nature=Nature.FIXED_RULES, books_into=("Diary",))
    room.services.agents.add(reminders, "Sam")


def test_each_part_says_how_it_stands_and_what_it_hands_on_to(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00:00+00:00", *BOOKED))
    page = opened(qtbot, hartley_room)
    named(page)
    plain(page)
    phone, agent, diary = page.nodes()
    assert (phone.told.name, phone.told.state) == ("Calls", State.ON_TARGET)
    said = phone.card.accessibleName()
    assert "Calls come in by. Calls. Working. Last seen working 10:00 am" in said
    assert said.endswith("Step 1 of 3, leads to Daisy")
    assert (diary.told.name, diary.told.state) == ("Diary", State.NOT_KNOWN)
    assert agent.card.accessibleName().endswith("Step 2 of 3, leads to Diary")


def test_each_part_opens_what_belongs_to_it(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    for card in page.cards():
        card.click()
    assert hartley_room.gone.places == [
        ("calls", {"agent": "Daisy"}),
        ("agent", {"name": "Daisy"}),
        ("diary", {"connection": "Diary", "words": "Diary"}),
    ]


def test_what_is_broken_leads_to_what_can_be_done(qtbot: QtBot, hartley_room: Room) -> None:
    with hartley_room.office.store.writing() as db:
        pulls.put_state(db, PullState("Diary", "signed_out", "The key is no longer accepted.", FRIDAY, FRIDAY))
    page = opened(qtbot, hartley_room)
    diary = page.nodes()[-1]
    assert diary.told.state is State.ACT_NOW
    assert "The key is no longer accepted." in diary.card.accessibleName()
    diary.fix.click()
    assert hartley_room.gone.places == [("connection", {"name": "Diary"})]
    assert not page.nodes()[0].fix.isVisible()


def test_without_a_diary_it_says_so_and_leads_to_connecting_one(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.services.agents.add(Agent("Max", connection="Calls", external_id="m"), "Sam")
    page = opened(qtbot, hartley_room, name="Max")
    assert page.title() == "What Max touches"
    assert page.nodes()[-1].told.name == "No diary is named"
    page.cards()[-1].click()
    assert hartley_room.gone.places == [("connections", {})]
    page.every.click()
    assert len(page.pictures) == 2


def test_what_follows_fixed_rules_is_in_the_picture_as_that(qtbot: QtBot, hartley_room: Room) -> None:
    add_reminders(hartley_room)
    hartley_room.services.agents.move_to("Reminders", Stage.LIVE, "It works", "Sam")
    itself, diary = opened(qtbot, hartley_room, name="Reminders").nodes()
    assert (itself.told.caption, itself.told.state) == ("Follows fixed rules", State.NOT_KNOWN)
    assert (diary.told.caption, diary.told.name) == ("It uses", "Diary")


def test_arrow_keys_follow_the_order_in_which_parts_act(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    page.activateWindow()
    first, second, last = page.cards()
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Down)
    QTest.keyClick(last, Qt.Key.Key_Up)
    assert page.focusWidget() is second


def test_parts_stand_below_each_other_where_there_is_no_room(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    (picture,) = page.pictures
    for width, wide in ((900, True), (500, False)):
        picture.setFixedWidth(width)
        QApplication.processEvents()
        assert picture.is_wide is wide
        boxes = [each.card.mapTo(picture, each.card.rect().topLeft()) for each in page.nodes()]
        if wide:
            assert boxes[0].x() < boxes[1].x() < boxes[2].x()
        else:
            assert boxes[0].y() < boxes[1].y() < boxes[2].y()


def test_without_agents_it_says_so(qtbot: QtBot, room: Room) -> None:
    assert opened(qtbot, room).none.isVisible()
