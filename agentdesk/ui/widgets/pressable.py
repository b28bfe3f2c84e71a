"""A surface that opens something: hover, focus ring, Space and Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import CARD_RADIUS, FOCUS_WIDTH


class Pressable(QAbstractButton):
    """Holds labels in a layout and can be pressed as a whole. `clicked` is its signal.

    `framed`: a card of its own; otherwise a row on somebody's card.
    """

    def __init__(self, parent: QWidget | None = None, *, framed: bool = False) -> None:
        super().__init__(parent)
        self._framed = framed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def adopt(self, *labels: QWidget) -> None:
        """Labels inside must not catch the mouse."""
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the list it is in knows what is above and below
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def ground(self) -> str:
        """The colour behind it now."""
        tokens = tokens_now()
        if self.isDown():
            return tokens.pressed
        if self.underMouse() and self.isEnabled():
            return tokens.hover
        return tokens.card

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self.ground()))
        painter.setPen(QPen(QColor(tokens.line), 1) if self._framed else Qt.PenStyle.NoPen)
        inset = 0.5 if self._framed else 0.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), CARD_RADIUS, CARD_RADIUS)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()))


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float = CARD_RADIUS) -> None:
    """The ring that says where the keyboard is."""
    half = FOCUS_WIDTH / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens_now().accent), FOCUS_WIDTH))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
