"""Two columns that stand one over the other where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_16
from agentdesk.ui.theme.type_scale import scaled


class Beside(QWidget):
    """The first at the left, the second at the right; under `least` pixels at 100 % text the second stands below."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        least: int = 760,
        shares: tuple[int, int] = (2, 1),
        gap: int = SPACE_16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for widget, share in zip((first, second), shares, strict=True):
            # less than it asks for: else a wide column would never let itself be put below
            widget.setMinimumWidth(1)
            self._row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)

    @property
    def is_wide(self) -> bool:
        """Whether the two stand side by side."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._turn()

    def _turn(self) -> None:
        wide = self.width() >= scaled(self._least)
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
