from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from agentdesk.desktop.folders import resources_folder
from agentdesk.desktop.notifications import TrayNotifier
from agentdesk.desktop.pop_ups import Notifier, PopUp
from agentdesk.desktop.tray import Tray

ICONS = resources_folder() / "icons"
NEEDS_YOU = PopUp("finding:7", "Something needs you", "A booking to look at", "Look at it")

# Qt's offscreen platform lacks a signal that its tray icon connects to
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:  # noqa: ARG001 - an application comes first
    made = Tray(ICONS / "tray.svg", ICONS / "tray-attention.svg")
    yield made
    made.stop()


@pytest.fixture
def desktop_with_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))


def entries(tray: Tray) -> list[str]:
    return [action.text() for action in tray._menu.actions() if not action.isSeparator()]


def test_the_menu_has_what_is_wanted_most_and_each_entry_says_so(tray: Tray, qtbot: QtBot) -> None:
    assert entries(tray) == ["Open AgentDesk", "What needs me", "Sync now", "Quit"]
    wanted = (tray.open_asked, tray.needs_me_asked, tray.sync_asked, tray.quit_asked)
    actions = [action for action in tray._menu.actions() if not action.isSeparator()]
    for action, asked in zip(actions, wanted, strict=True):
        with qtbot.waitSignal(asked):
            action.trigger()


@pytest.mark.usefixtures("desktop_with_tray")
def test_what_needs_the_owner_is_counted_in_menu_and_tooltip_and_marked_on_the_icon(tray: Tray) -> None:
    assert tray.start()
    shown = tray._shown
    assert shown is not None
    quiet = shown.icon().pixmap(32, 32).toImage()
    assert not quiet.isNull()
    tooltips = []
    for count in (0, 1, 7):
        tray.attention(count)
        tooltips.append(shown.toolTip())

    assert tooltips == [
        "AgentDesk: nothing needs you",
        "AgentDesk: one thing needs you",
        "AgentDesk: 7 things need you",
    ]
    assert "What needs me (7)" in entries(tray)
    assert shown.icon().pixmap(32, 32).toImage() != quiet
    tray.attention(0)
    assert shown.icon().pixmap(32, 32).toImage() == quiet


@pytest.mark.usefixtures("desktop_with_tray")
def test_a_click_on_the_icon_opens_agentdesk_and_a_right_click_does_not(tray: Tray, qtbot: QtBot) -> None:
    tray.start()
    assert tray._shown is not None
    with qtbot.waitSignal(tray.open_asked):
        tray._shown.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.open_asked):
        tray._shown.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_without_a_tray_nothing_is_shown_and_messages_say_so(tray: Tray) -> None:
    assert not tray.available()
    assert not tray.start()
    tray.attention(3)
    assert not tray.message("Something needs you", "")


def test_a_tray_that_appears_later_is_used(tray: Tray, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tray._waits = [0, 0, 0]
    assert not tray.start()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    with qtbot.waitSignal(tray.appeared):
        pass
    assert tray._shown is not None


def test_a_desktop_without_a_tray_is_not_asked_for_ever(tray: Tray, qtbot: QtBot) -> None:
    tray._waits = [0, 0]
    tray.start()
    qtbot.waitUntil(lambda: not tray._waits and not tray._look_again.isActive())


@pytest.mark.usefixtures("desktop_with_tray")
def test_a_click_on_a_balloon_opens_what_it_was_about(tray: Tray, qtbot: QtBot) -> None:
    notifier = TrayNotifier(tray)
    tray.start()
    assert notifier.send(PopUp("older", "Something needs you", "", "Look at it"))
    assert notifier.send(NEEDS_YOU)
    assert tray._shown is not None
    with qtbot.waitSignal(notifier.opened) as opened:
        tray._shown.messageClicked.emit()

    assert opened.args == ["finding:7"]


def test_a_balloon_without_a_tray_is_not_sent_and_said_once(tray: Tray, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    notifier = TrayNotifier(tray)

    assert [notifier.send(NEEDS_YOU) for _ in range(3)] == [False] * 3
    assert len(caplog.records) == 1


def test_where_there_is_no_desktop_pop_ups_go_nowhere(qtbot: QtBot) -> None:  # noqa: ARG001
    notifier = Notifier()
    notifier.start()
    assert not notifier.send(NEEDS_YOU)
    notifier.stop()
