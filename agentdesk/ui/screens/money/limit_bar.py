"""How much of a limit is used, as a bar. Its words stand beside it and are what is heard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import colours
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.states import State

HIGH = 10
MARKS = (0.5, 0.8)
"""Where the owner is told, besides at the end."""


class LimitBar(QWidget):
    """Filled from the left as far as the limit is used, with a notch at each mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._state = State.NOTE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, state: State, words: str) -> None:
        self._share, self._state = share, state
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(QColor(tokens.pressed))
        painter.drawRoundedRect(whole, radius, radius)
        if self._share > 0:
            used = QRectF(whole)
            used.setWidth(max(whole.height(), whole.width() * min(self._share, 1.0)))
            painter.setBrush(QColor(colours(tokens)[self._state.token]))
            painter.drawRoundedRect(used, radius, radius)
        painter.setBrush(QColor(tokens.card))
        for mark in MARKS:
            painter.drawRect(QRectF(whole.width() * mark - 1, whole.top(), 2, whole.height()))
