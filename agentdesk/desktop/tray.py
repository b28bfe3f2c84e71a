"""The icon beside the clock: one click opens AgentDesk, its menu holds what is wanted most."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

log = logging.getLogger(__name__)

_LOOK_AGAIN_S = (2, 5, 10, 30, 60)
"""A desktop that is still starting may get its tray after us; one without a tray is not asked for ever."""
MOST_AGENTS = 12
"""Offered to be stopped in the menu; beyond that the list of agents is the way."""
_Reason = QSystemTrayIcon.ActivationReason


class Tray(QObject):
    """Shown by `start`, taken away by `stop`. Where the desktop has no tray nothing is shown and nothing fails;
    should one appear in the first two minutes, the icon does too and `appeared` is emitted.
    """

    open_asked = Signal()
    needs_me_asked = Signal()
    sync_asked = Signal()
    quit_asked = Signal()
    stop_asked = Signal(str)
    """An agent is to be stopped: its name."""
    message_clicked = Signal()
    appeared = Signal()

    def __init__(self, icon: Path, attention_icon: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet = QIcon(str(icon))
        self._attention = QIcon(str(attention_icon))
        self._count = 0
        self._shown: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open AgentDesk")).triggered.connect(self.open_asked)
        self._needs_me = self._menu.addAction(self.tr("What needs me"))
        self._needs_me.triggered.connect(self.needs_me_asked)
        self._menu.addAction(self.tr("Sync now")).triggered.connect(self.sync_asked)
        self._stops = self._menu.addSeparator()
        self._agents: tuple[str, ...] = ()
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_asked)
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.timeout.connect(self._on_look_again)
        self._waits = list(_LOOK_AGAIN_S)

    def available(self) -> bool:
        """Whether this desktop has a tray at this moment."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def start(self) -> bool:
        """Show the icon. False when the desktop has no tray now."""
        if self._shown is not None:
            return True
        if not self.available():
            self._wait()
            return False
        # made only now: one made before the tray was there would use the older of Linux's two ways
        self._shown = QSystemTrayIcon(self._icon(), self)
        self._shown.setContextMenu(self._menu)
        self._shown.activated.connect(self._on_activated)
        self._shown.messageClicked.connect(self.message_clicked)
        self._write_words()
        self._shown.show()
        return True

    def stop(self) -> None:
        """Take the icon away, at once and for good."""
        self._look_again.stop()
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        self._menu.deleteLater()

    def attention(self, count: int) -> None:
        """Say how many things need the owner: the other icon, and the number in tooltip and menu."""
        self._count = max(0, count)
        self._write_words()

    def set_agents(self, names: Sequence[str]) -> None:
        """Offer to stop each of these agents."""
        if tuple(names) == self._agents:
            return
        self._agents = tuple(names)
        menu, after = self._menu, self._stops
        for old in [each for each in menu.actions() if each.data() is not None]:
            menu.removeAction(old)
            old.deleteLater()
        following = menu.actions()[menu.actions().index(after) + 1]
        for name in self._agents[:MOST_AGENTS]:
            # an ampersand would underline the letter after it
            words = self.tr("Stop {agent}…").format(agent=" ".join(name[:40].split())).replace("&", "&&")
            action = QAction(words, menu)
            action.setData(name)
            action.triggered.connect(self._on_stop)
            menu.insertAction(following, action)

    def message(self, title: str, body: str) -> bool:
        """A balloon of the system's own. False where there is no tray to show it."""
        if self._shown is None:
            return False
        self._shown.showMessage(title, body, self._quiet)
        return True

    def _on_stop(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.stop_asked.emit(str(action.data()))

    def _write_words(self) -> None:
        if self._count:
            self._needs_me.setText(self.tr("What needs me ({count})").format(count=self._count))
        else:
            self._needs_me.setText(self.tr("What needs me"))
        if self._shown is not None:
            self._shown.setIcon(self._icon())
            self._shown.setToolTip(self._tooltip())

    def _tooltip(self) -> str:
        if self._count == 0:
            return self.tr("AgentDesk: nothing needs you")
        if self._count == 1:
            return self.tr("AgentDesk: one thing needs you")
        return self.tr("AgentDesk: {count} things need you").format(count=self._count)

    def _icon(self) -> QIcon:
        return self._attention if self._count else self._quiet

    def _wait(self) -> None:
        if self._waits:
            self._look_again.start(self._waits.pop(0) * 1000)
        else:
            log.info("This desktop has no tray")

    def _on_look_again(self) -> None:
        if self.start():
            self.appeared.emit()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {_Reason.Trigger, _Reason.DoubleClick}:
            self.open_asked.emit()
