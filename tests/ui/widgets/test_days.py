"""The field for a day."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from agentdesk.ui.theme.theme import Scheme, Theme
from agentdesk.ui.widgets.days import DayField
from tests.ui.conftest import Room


def test_it_grows_with_the_text_while_it_stands_there(qtbot: QtBot, room: Room) -> None:
    theme = room.desk.theme
    assert isinstance(theme, Theme)
    field = DayField(date(2026, 12, 18))
    qtbot.addWidget(field)
    field.show()
    before = field.width()
    theme.choose(Scheme.LIGHT, 200)
    try:
        assert field.width() == 2 * before
    finally:
        theme.choose(Scheme.LIGHT, 100)
