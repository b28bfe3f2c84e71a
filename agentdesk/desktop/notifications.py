"""How pop-ups are shown on the system we run on."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject

from agentdesk.desktop.pop_ups import Notifier, PopUp
from agentdesk.desktop.tray import Tray

log = logging.getLogger(__name__)


class TrayNotifier(Notifier):
    """Balloons of the tray icon, for macOS and Windows. A click opens the pop-up sent last, the one that is seen."""

    def __init__(self, tray: Tray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._last = ""
        self._said_once = False
        tray.message_clicked.connect(self._on_clicked)

    def send(self, pop_up: PopUp) -> bool:
        if self._tray.message(pop_up.title, pop_up.body):
            self._last = pop_up.key
            return True
        if not self._said_once:
            self._said_once = True
            log.info("Pop-ups cannot be shown: there is no tray")
        return False

    def _on_clicked(self) -> None:
        if self._last:
            self.opened.emit(self._last)


def this_systems_notifier(tray: Tray, parent: QObject | None = None) -> Notifier:
    """The way of the system we run on. On Linux that is the desktop's notification service, tray or no tray: clicks on
    the tray's own balloons reach nobody on common desktops there.
    """
    if sys.platform != "linux":
        return TrayNotifier(tray, parent)
    from agentdesk.desktop.freedesktop import DesktopNotifier

    return DesktopNotifier(parent)
