"""Does it know, in the window: the question to ring and ask, the test call, and the call that proves it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from agentdesk.ui.screens.knowing.screen import KnowingScreen
from agentdesk.ui.widgets.states import State
from tests.services.agents.test_knowing import said
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import fits, named, plain


@pytest.fixture
def changed(hartley_room: Room) -> Room:
    """The price of a boiler service went up an hour ago."""
    hartley_room.office.clock.advance(timedelta(days=1))
    hartley_room.services.fact_sheet.price("Boiler service", "105", "Sam")
    hartley_room.office.clock.advance(timedelta(hours=1))
    return hartley_room


def shown(qtbot: QtBot, room: Room) -> KnowingScreen:
    page = KnowingScreen(room.desk)
    in_a_window(qtbot, page, 1000, 800)
    page.open(name="Daisy")
    return page


def test_a_test_call_closes_the_line_once_what_was_heard_is_written(qtbot: QtBot, changed: Room) -> None:
    page = shown(qtbot, changed)
    named(page)
    plain(page)
    fits(page, 1000, 800)
    (card,) = page.cards()
    assert card.accessibleName() == "Boiler service: Now: £105.00. Before that: £95.00"
    assert card.mark.state is State.TOO_EARLY
    assert card.ring is not None
    QTest.keyClick(card.ring, Qt.Key.Key_Return)
    form = card.form
    assert form is not None
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert form.row.error() == "Write in a few words what it said."
    form.field.set_value("It said £105")
    QTest.keyClick(form.field, Qt.Key.Key_Escape)
    assert card.ring.hasFocus()
    card.ring.click()
    assert form.field.value() == "It said £105"
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    (card,) = page.cards()
    assert card.mark.words() == "A test call showed it"
    assert changed.told.said == ["Daisy knows it."]


def test_a_call_that_shows_it_is_the_proof_and_opens(qtbot: QtBot, changed: Room) -> None:
    page = shown(qtbot, changed)
    said(changed.office, "c1", ("caller", "What does a boiler service cost?"), ("agent", "A boiler service is £105."))
    page.reload()
    (card,) = page.cards()
    assert card.mark.state is State.ON_TARGET
    assert card.proof is not None
    card.proof.click()
    assert changed.gone.places[-1][0] == "call"


def test_nothing_changed_says_so(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    assert page.nothing.isVisible()
    page.to_sheet.click()
    assert hartley_room.gone.places == [("fact_sheet", {})]
