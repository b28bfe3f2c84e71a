"""Two columns stand side by side only where there is room for both."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agentdesk.ui.widgets.beside import Beside
from tests.ui.screens.windows import in_a_window


def test_the_second_stands_below_where_there_is_no_room_and_beside_again_where_there_is(qtbot: QtBot) -> None:
    first, second = QLabel("Sheet"), QLabel("Side")
    both = Beside(first, second, least=600)
    in_a_window(qtbot, both, 900, 400)
    assert both.is_wide
    assert first.geometry().right() < second.geometry().left()
    both.window().resize(400, 400)
    qtbot.waitUntil(lambda: first.geometry().bottom() < second.geometry().top())
    both.window().resize(900, 400)
    qtbot.waitUntil(lambda: first.geometry().right() < second.geometry().left())
