"""Pop-ups. A courtesy only: nothing is lost when none can be shown, because the list in the app is the truth."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from agentdesk.desktop.tray import Tray

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PopUp:
    """What is shown, and the key that `opened` hands back when it is clicked. Title and body are plain text and hold
    nothing of callers: desktops keep pop-ups in stores of their own.
    """

    key: str
    title: str
    body: str
    open_label: str
    """The button's words, for example "Look at it"."""
    other_label: str = ""
    """Of a second button, where this desktop has more than one; a press is `other_chosen`. Empty for none."""
    loud: bool = False
    """Stays until it is closed, where this desktop knows that."""


class Notifier(QObject):
    """Shows pop-ups on this desktop. `start` before the first, `stop` before the program ends.

    This one shows none: for where there is no desktop.
    """

    opened = Signal(str)
    """The owner clicked the pop-up with this key. Arrives on the window's thread."""
    other_chosen = Signal(str)
    """The same for its second button."""

    def start(self) -> None:
        """Get ready. Returns at once."""

    def send(self, pop_up: PopUp) -> bool:  # noqa: ARG002 - the desktops' own notifiers use it
        """Hand a pop-up to the desktop without waiting for it. False when it is known that nobody will show it."""
        return False

    def stop(self) -> None:
        """End whatever listens. Harmless when nothing was started."""


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
