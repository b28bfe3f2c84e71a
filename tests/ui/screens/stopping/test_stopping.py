"""The emergency stop in the window: asked once, proven or the steps, let in again, rehearsed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Agent
from agentdesk.ui.screens.stopping.screen import StopScreen
from agentdesk.ui.widgets.states import State
from tests.services.lines import QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.steered_room import SteeredRoom, steered_room
from tests.ui.sweep import fits, named, plain


@pytest.fixture
def phone(qapp: QApplication, tmp_path: Path) -> Iterator[SteeredRoom]:
    with steered_room(qapp, tmp_path, "vapi") as found:
        yield found


def shown(qtbot: QtBot, room: SteeredRoom | Room) -> StopScreen:
    page = StopScreen(room.desk)
    in_a_window(qtbot, page, 1000, 900)
    page.open(name="Daisy")
    return page


def steps(page: StopScreen) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in page.by_hand.findChildren(QLabel) if each.isVisible()][1:]


def test_one_press_stops_and_says_only_what_was_read_back(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    named(page)
    plain(page)
    fits(page, 1000, 900)
    assert page.words.text() == "Stop Daisy?"
    assert page.stop.hasFocus()
    page.number.set_value("0113 496 0199")
    QTest.keyClick(page.stop, Qt.Key.Key_Return)
    assert not phone.office.answers()
    assert page.words.text() == "Daisy is stopped"
    assert page.quiet.text() == "Checked with Calls, Fri 20 Nov, 4:00 pm: calls don't reach it."
    assert page.note.text() == "While it is paused, callers are put through to +441134960199."
    assert "+441134960199" in repr(phone.office.fake.numbers)
    assert not page.stop.isVisible()
    named(page)
    QTest.keyClick(page.start, Qt.Key.Key_Space)
    assert phone.office.answers()
    assert page.words.text() == "Daisy answers again"
    assert not page.stop.hasFocus(), "the same key pressed twice would stop it again"
    assert page.number.value() == "0113 496 0199", "the number is remembered"


def test_what_is_no_number_is_refused_beside_the_field_and_nothing_is_sent(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.number.set_value("Jo's mobile")
    page.stop.click()
    assert "isn't a whole phone number" in page._number_row.error()
    assert phone.office.answers()


def test_a_refused_key_leads_to_the_numbered_steps(qtbot: QtBot, phone: SteeredRoom) -> None:
    phone.office.fake.key = "another"
    page = shown(qtbot, phone)
    page.stop.click()
    assert page.words.text() == "Daisy has to be stopped by hand"
    assert "signed us out" in page.quiet.text()
    assert steps(page)[0] == "1.\N{NO-BREAK SPACE}Open dashboard.vapi.ai and sign in."
    assert page.mark.state is State.ACT_NOW


def test_an_agent_that_no_connected_service_has_shows_the_way_by_hand(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    named(page)
    assert not page.stop.isVisible()
    assert page.quiet.text().startswith("AgentDesk can't do it at this service.")
    assert len(steps(page)) == 4, "there is no number yet to send calls to"


def test_an_agent_still_being_set_up_can_be_stopped_once_it_takes_calls(hartley_room: Room) -> None:
    office = hartley_room.office
    office.services.agents.add(Agent("Bo", connection="Calls", external_id="Bo"), by="Sam")
    assert "Bo" not in office.services.stopping.at_work()
    office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION, agent="Bo"))
    assert "Bo" in office.services.stopping.at_work()


def test_a_rehearsal_needs_its_result_and_is_amber_after_90_days(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    assert page.rehearsal.mark.words() == "Never rehearsed"
    assert phone.office.services.stopping.unrehearsed() == ("Daisy",)
    page.rehearsal.begin.click()
    form = page.rehearsal.form
    assert form is not None
    named(page)
    form.keep.click()
    assert form.row.error() == "Say whether the test call reached a person."
    form.worked.set_value(False)
    form.keep.click()
    assert form.row.error() == "Write in a few words what happened instead."
    form.worked.set_value(True)
    form.who.set_value("Jo")
    form.keep.click()
    assert page.rehearsal.mark.state is State.ON_TARGET
    assert page.rehearsal.words.text() == "Fri 20 Nov, 4:00 pm, Jo: the test call reached a person."
    assert phone.office.services.stopping.unrehearsed() == ()
    phone.office.clock.advance(timedelta(days=91))
    page.reload()
    assert page.rehearsal.mark.words() == "Longer ago than 90 days"
    assert phone.office.services.stopping.unrehearsed() == ("Daisy",)


def test_the_day_and_the_time_of_a_rehearsal_stand_beside_each_other(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.rehearsal.begin.click()
    form = page.rehearsal.form
    assert form is not None
    qtbot.waitUntil(lambda: form.time.mapTo(form, QPoint()).x() > 0)
    day, at = (each.mapTo(form, QPoint()) for each in (form.day, form.time))
    assert day.y() == at.y()


def test_a_rehearsal_of_tomorrow_is_refused(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    page.rehearsal.begin.click()
    form = page.rehearsal.form
    assert form is not None
    form.day.setDate(form.day.date().addDays(1))
    form.keep.click()
    assert form.row.error().startswith("That is still to come.")


def test_escape_leaves_it_as_it_is(qtbot: QtBot, phone: SteeredRoom) -> None:
    page = shown(qtbot, phone)
    QTest.keyClick(page.number, Qt.Key.Key_Escape)
    assert phone.gone.places == [("back", {})]
    assert phone.office.answers()
