"""A choice of one among a few tiles, side by side where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.flow import Flow

T = TypeVar("T")


class Tile(QuietButton):
    """One of the tiles. Space and Enter choose it; on the chosen one Enter belongs to the page."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.isChecked():
                event.ignore()
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        # room for the tick, so that nothing moves when it is chosen
        hint = super().sizeHint()
        return hint if self.isChecked() else QSize(hint.width() + scaled(22), hint.height())

    def _on_toggled(self, chosen: bool) -> None:
        self._icon_name = "check" if chosen else ""
        if chosen:
            self._tint()
        else:
            self.setIcon(QIcon())


class Tiles(QWidget, Generic[T]):
    """Tiles of which at most one is chosen. Arrow keys go from one to the next."""

    chosen = Signal()
    """The owner chose."""

    def __init__(self, options: Sequence[tuple[T, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        flow = Flow(self)
        for at, (_, words) in enumerate(options):
            tile = Tile(words)
            self._group.addButton(tile, at)
            flow.addWidget(tile)
        self._group.idClicked.connect(self._on_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        buttons = self._group.buttons()
        self.setFocusProxy(buttons[0])

    def value(self) -> T | None:
        """What is chosen; None while nothing is."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: T | None) -> None:
        """Choose; with None nothing is chosen any more."""
        if value in self._values:
            button = self._group.button(self._values.index(value))
            button.setChecked(True)
            self.setFocusProxy(button)
            return
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def tiles(self) -> tuple[QAbstractButton, ...]:
        return tuple(self._group.buttons())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._group.buttons()[0].setFocus(event.reason())

    def _on_clicked(self, at: int) -> None:
        self.setFocusProxy(self._group.button(at))
        self.chosen.emit()
