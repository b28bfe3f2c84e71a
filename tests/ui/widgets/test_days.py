"""The field for a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.ui.theme.theme import Scheme
from agentdesk.ui.widgets.days import DayField
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window


def test_it_grows_with_the_text_while_it_stands_there(qtbot: QtBot, room: Room) -> None:
    field = DayField(date(2026, 12, 18))
    in_a_window(qtbot, field)
    before = field.width()
    try:
        room.desk.theme.choose(Scheme.LIGHT, 200)
        QApplication.processEvents()
        assert field.width() == 2 * before
    finally:
        room.desk.theme.choose(Scheme.LIGHT, 100)
