"""The review, opened and answered up to where a test begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.review import Reply, Step
from agentdesk.ui.screens.review.screen import ReviewScreen
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window


def opened(room: Room, qtbot: QtBot) -> ReviewScreen:
    screen = ReviewScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    screen.focus_first()
    return screen


def walking(room: Room, qtbot: QtBot) -> ReviewScreen:
    screen = opened(room, qtbot)
    screen.start_page.button.click()
    return screen


def press(key: Qt.Key) -> None:
    """On whatever has the keyboard, as a person would."""
    here = QApplication.focusWidget()
    assert isinstance(here, QWidget)
    QTest.keyClick(here, key)


def at_step(screen: ReviewScreen, step: Step) -> ReviewScreen:
    """Answers and continues until the walk stands there."""
    while (place := screen.presenter.place) is not None and place.step is not step:
        if place.step is Step.CALLS:
            screen.call.answers.button(Reply.YES).click()
        else:
            screen.presenter.done_with(place.step)
    return screen
