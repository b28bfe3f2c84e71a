"""What the desktop lacks is said once each, and two things do not take each other's place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.lacking import Lacking
from agentdesk.desktop.freedesktop import DesktopNotifier
from tests.ui.conftest import Told


def lacking(told: Told, folder: Path) -> tuple[QObject, Lacking]:
    parent = QObject()
    return parent, Lacking(told, folder / "settings.json", parent)


def test_each_is_said_once_and_both_together(tmp_path: Path) -> None:
    told = Told()
    kept, first = lacking(told, tmp_path)
    first.tray()
    first.pop_ups()
    first.pop_ups()
    assert told.said[0].startswith("This desktop has no place for AgentDesk's icon.")
    assert len(told.said) == 2
    assert told.said[1].startswith(f"{told.said[0]} This desktop shows no pop-ups.")
    again, second = lacking(told, tmp_path)
    second.tray()
    second.pop_ups()
    assert len(told.said) == 2, "the next start says nothing"
    del kept, again


def test_a_desktop_without_anybody_who_shows_pop_ups_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    notifier = DesktopNotifier()
    with qtbot.waitSignal(notifier.nobody_shows, timeout=5000):
        notifier.start()
    notifier.stop()
