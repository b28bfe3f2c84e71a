"""A stripe over the whole window that says what kind of data one is looking at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.words import StrongWords

STRIPE = 14
"""Pixels from one diagonal to the next."""
LARGEST_BUTTON = 0.45
"""Of the width. A larger one goes below the words."""


class ExampleBanner(QWidget):
    """Striped, so that nobody takes the example for real. It never goes away while the example is open."""

    def __init__(self, sentence: str, action: str, do: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = StrongWords(sentence)
        self._button = QuietButton(action, do)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # in large text the words would have a column of a few letters beside the button
        beside = self._button.sizeHint().width() <= self.width() * LARGEST_BUTTON
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = tokens_now()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.amber_wash))
        stripe = QColor(tokens.amber)
        stripe.setAlpha(36)
        painter.setPen(QPen(stripe, STRIPE / 2))
        height = self.height()
        for left in range(-height, self.width() + height, STRIPE * 2):
            painter.drawLine(left, height + STRIPE, left + height + STRIPE, 0)
        painter.end()
