"""The window: side bar at the left, one page at a time at the right. It paints before anything is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from agentdesk.ui.shell.error_presenter import ErrorPresenter
from agentdesk.ui.shell.lines import ToastLine, TroubleBar
from agentdesk.ui.shell.navigation import Navigation
from agentdesk.ui.shell.page import Page
from agentdesk.ui.shell.reading_order import neighbour
from agentdesk.ui.shell.side_bar import SideBar
from agentdesk.ui.theme.theme import Theme
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_16
from agentdesk.ui.widgets.banner import ExampleBanner

SMALLEST = (960, 600)
FIRST_SIZE = (1200, 760)
ROOM_FOR_THE_FRAME = QSize(16, 48)
ALONE = frozenset({"first_run", "connect", "unlock"})
"""Places that have the window to themselves."""


class MainWindow(QMainWindow):
    """Knows where things are and nothing about them. Pages come as factories and are built when gone to.

    `tell` is the Teller and `navigation` the Navigator that go into the Desk.
    """

    painted = Signal()
    """It shows on the screen for the first time."""
    closed = Signal()
    """The owner closed the window and nothing stays behind."""
    hidden = Signal()
    """The owner closed the window, and the application stays in the tray."""
    reload_asked = Signal()
    """F5 or Ctrl+R."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("AgentDesk"))
        self.setMinimumSize(*SMALLEST)
        self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableSize() - ROOM_FOR_THE_FRAME))
        self._is_painted = False
        self.stays_in_tray = False
        """Whether closing only hides the window."""
        self.side_bar = SideBar()
        right = QWidget()
        bar = TroubleBar()
        self._stack = QStackedWidget()
        self._banner: ExampleBanner | None = None
        column = self._column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar_space = QVBoxLayout()
        self._bar_space.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
        self._bar_space.addWidget(bar)
        column.addLayout(self._bar_space)
        column.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self.tell = ErrorPresenter(ToastLine(right), bar, self)
        self.navigation = Navigation(self._stack, self.tell.failed)
        self.navigation.arrived.connect(self._on_arrived)
        self.side_bar.place_chosen.connect(self.navigation.start_at)
        self.side_bar.setEnabled(False)
        for keys, do in (
            (QKeySequence(Qt.Key.Key_Escape), self.navigation.back),
            (QKeySequence("Alt+Left"), self.navigation.back),
            (QKeySequence("Ctrl+,"), self._on_settings_asked),
            (QKeySequence("F5"), self.reload_asked.emit),
            (QKeySequence("Ctrl+R"), self.reload_asked.emit),
        ):
            QShortcut(keys, self).activated.connect(do)
        theme.changed.connect(self.side_bar.fit)

    def welcome(self, factories: Mapping[str, Callable[[], Page]], start: str = "today") -> None:
        """The desk is ready: these are its places, and this is where the day starts."""
        self.navigation.set_places(factories)
        self.side_bar.setEnabled(True)
        self.navigation.start_at(start)

    def set_example(self, done: Callable[[], None] | None) -> None:
        """Stripe the window while a made-up week is open; `done` takes it out. None for the owner's own records."""
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.deleteLater()
            self._banner = None
        if done is not None:
            self._banner = ExampleBanner(
                self.tr("EXAMPLE. This is a made-up week; nothing here is yours."),
                self.tr("Remove the example"),
                done,
            )
            self._column.insertWidget(0, self._banner)

    def show_alone(self, place: str, factory: Callable[[], Page]) -> None:
        """Show a page before the desk is ready, without the side bar: the unlock page."""
        self.navigation.set_places({place: factory})
        self.navigation.start_at(place)
        self.side_bar.hide()

    def come_forward(self) -> None:
        """Be in front, wherever one was."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def place_in_words(self) -> str:
        """Size and place of the window, for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def place_as(self, words: str) -> None:
        """Where it was at the last end, if that is still on a screen."""
        if words:
            self.restoreGeometry(QByteArray.fromBase64(words.encode("ascii", "ignore")))

    def focusNextPrevChild(self, forward: bool) -> bool:
        there = neighbour(self, forward=forward)
        if there is None:
            return False
        there.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # what is in the window is painted after it
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.stays_in_tray:
            event.ignore()
            self.hide()
            self.hidden.emit()
            return
        page = self.navigation.page
        if page is not None:
            page.leave()
        event.accept()
        self.closed.emit()

    def _on_arrived(self, place: str) -> None:
        self.side_bar.setVisible(place not in ALONE)
        self.side_bar.show_place(place)
        page = self.navigation.page
        if page is not None:
            page.title_changed.connect(self._on_titled, Qt.ConnectionType.UniqueConnection)
            self.setWindowTitle(page.title() or self.tr("AgentDesk"))

    def _on_titled(self, title: str) -> None:
        if self.sender() is self.navigation.page:
            self.setWindowTitle(title or self.tr("AgentDesk"))

    def _on_settings_asked(self) -> None:
        if self.side_bar.isEnabled() and self.side_bar.isVisible():
            self.navigation.start_at("settings")
