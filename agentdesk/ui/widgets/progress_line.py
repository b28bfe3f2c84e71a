"""A thin line that shows how far one is. The words stand beside it, elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from agentdesk.ui.theme.palette import tokens_now

THICKNESS = 6


class ProgressLine(QProgressBar):
    """`set_progress` fills it; `words` are its name for those who listen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(0, 1, "")

    def set_progress(self, done: int, of: int, words: str) -> None:
        """`done` of `of` steps."""
        self.setRange(0, max(1, of))
        self.setValue(min(done, max(1, of)))
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(200, THICKNESS)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, THICKNESS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, (self.height() - THICKNESS) / 2, self.width(), THICKNESS)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(whole, THICKNESS / 2, THICKNESS / 2)
        if self.value():
            whole.setWidth(max(THICKNESS, self.width() * self.value() / self.maximum()))
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(whole, THICKNESS / 2, THICKNESS / 2)
