"""Tried on a real desktop: `QT_QPA_PLATFORM=xcb python -m pytest tests/desktop/test_in_a_session.py` in a session."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from agentdesk.desktop.folders import resources_folder
from agentdesk.desktop.notifications import this_systems_notifier
from agentdesk.desktop.pop_ups import PopUp
from agentdesk.desktop.tray import Tray

ICONS = resources_folder() / "icons"
HAS_SESSION = (
    sys.platform == "linux"
    and os.environ.get("QT_QPA_PLATFORM") != "offscreen"
    and bool(os.environ.get("DISPLAY"))
    and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
)
pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(not HAS_SESSION, reason="no desktop session with a screen and a session bus here"),
    # said where the desktop has no portal
    pytest.mark.qt_log_ignore("org.freedesktop.portal"),
]


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:  # noqa: ARG001 - an application comes first
    made = Tray(ICONS / "tray.svg", ICONS / "tray-attention.svg")
    yield made
    made.stop()


def test_the_icon_is_shown_where_the_desktop_has_a_tray(tray: Tray) -> None:
    if not tray.available():
        pytest.skip("this desktop has no tray")

    assert tray.start()
    tray.attention(2)
    assert tray._shown is not None
    assert tray._shown.isVisible()


def test_the_notification_service_takes_a_pop_up_and_gives_it_a_number(tray: Tray, qtbot: QtBot) -> None:
    notifier = this_systems_notifier(tray)
    notifier.start()
    listener = notifier._listener  # type: ignore[attr-defined]
    assert notifier.send(PopUp("finding:1", "Something needs you", "A booking to look at", "Look at it"))
    qtbot.waitUntil(lambda: bool(listener._keys) or listener._nobody_there.is_set())
    shown = list(listener._keys.values())
    notifier.stop()
    if not shown:
        pytest.skip("this desktop shows no notifications")

    assert shown == ["finding:1"]
