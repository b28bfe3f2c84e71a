"""The passphrase is asked for in the window, plainly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from agentdesk.ui.screens.unlock.screen import UnlockScreen
from agentdesk.ui.theme.theme import Theme
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from agentdesk.ui.widgets.words import ErrorWords


def shown(qtbot: QtBot, *, new: bool = False, recovery: bool = False) -> UnlockScreen:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    Theme(application)
    screen = UnlockScreen("Type your passphrase to open AgentDesk.", new=new, recovery=recovery)
    qtbot.addWidget(screen)
    return screen


def fields(screen: UnlockScreen) -> list[QLineEdit]:
    return screen.findChildren(QLineEdit)


def errors(screen: UnlockScreen) -> list[str]:
    return [each.text() for each in screen.findChildren(ErrorWords) if each.text()]


def test_a_known_passphrase_is_handed_on_by_enter(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    with qtbot.waitSignal(screen.passphrase_given) as given:
        qtbot.keyClicks(fields(screen)[0], "correct horse")
        qtbot.keyClick(fields(screen)[0], Qt.Key.Key_Return)
    assert given.args == ["correct horse"]


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [("short", "short", "too short"), ("long enough it is", "long enough it was", "not the same")],
)
def test_a_new_one_has_to_be_long_enough_and_typed_twice(qtbot: QtBot, first: str, second: str, says: str) -> None:
    screen = shown(qtbot, new=True)
    qtbot.keyClicks(fields(screen)[0], first)
    qtbot.keyClicks(fields(screen)[1], second)
    screen.findChildren(PrimaryButton)[0].click()
    assert any(says in each for each in errors(screen))
    assert fields(screen)[0].text() == first, "what was typed stays"


def test_a_refused_passphrase_stays_to_be_mended(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    fields(screen)[0].setText("wrong")
    screen.refuse("That passphrase doesn't open it. Try again.")
    assert errors(screen) == ["That passphrase doesn't open it. Try again."]
    assert fields(screen)[0].text() == "wrong"


def test_where_something_else_was_in_the_way_one_may_press_again(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    fields(screen)[0].setText("four plain words here")
    button = screen.findChildren(PrimaryButton)[0]
    button.click()
    assert not button.isEnabled()
    screen.let_try_again()
    assert (button.isEnabled(), fields(screen)[0].text()) == (True, "four plain words here")


def test_the_recovery_key_is_another_way_where_one_was_printed(qtbot: QtBot) -> None:
    assert shown(qtbot).findChildren(LinkButton)[-1].isHidden()
    screen = shown(qtbot, recovery=True)
    screen.findChildren(LinkButton)[-1].click()
    fields(screen)[0].setText("ABCD-EFGH")
    with qtbot.waitSignal(screen.recovery_key_given) as given:
        screen.findChildren(PrimaryButton)[0].click()
    assert given.args == ["ABCD-EFGH"]
