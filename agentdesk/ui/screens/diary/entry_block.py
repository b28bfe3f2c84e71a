"""One entry of the week, painted, pressed with mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from agentdesk.ui.screens.diary.week import Block
from agentdesk.ui.theme.icons import pixmap
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import FIELD_RADIUS, SPACE_4, colours
from agentdesk.ui.theme.type_scale import Size, font_of, scaled
from agentdesk.ui.widgets.pressable import paint_focus_ring
from agentdesk.ui.widgets.states import paint_mark
from agentdesk.ui.widgets.words import plain_tip

_BAR = 4
_RIGHT = Qt.TextElideMode.ElideRight
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class EntryBlock(QAbstractButton):
    """One entry, or the dashed outline of one that was promised."""

    entered = Signal()
    """The keyboard came to it."""

    def __init__(self, block: Block, parent: QWidget) -> None:
        super().__init__(parent)
        self.block = block
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(block.spoken)
        self.setToolTip(plain_tip(block.spoken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the week goes from block to block
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        self._ground(painter, rect)
        self._words(painter, rect.adjusted(_BAR + SPACE_4, 2, -SPACE_4, -2))
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), FIELD_RADIUS)

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        tokens, block = tokens_now(), self.block
        by_name = colours(tokens)
        if block.missing is not None:
            pen = QPen(QColor(tokens.red), 2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(QColor(tokens.red_wash) if self.underMouse() else QColor(tokens.card))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), FIELD_RADIUS, FIELD_RADIUS)
            return
        edge = by_name[block.state.token] if block.state is not None else tokens.edge
        ground = by_name[f"{block.state.token}_wash"] if block.state is not None else tokens.hover
        if block.state is None and block.by_agent:
            edge, ground = tokens.accent, tokens.agent
        painter.setPen(QPen(QColor(edge), 2 if block.clashes else 1))
        painter.setBrush(QColor(tokens.pressed if self.underMouse() else ground))
        painter.drawRoundedRect(rect, FIELD_RADIUS, FIELD_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(edge))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), 2, 2)

    def _words(self, painter: QPainter, inside: QRectF) -> None:
        tokens, block = tokens_now(), self.block
        right = inside.right()
        side = scaled(12)
        if block.by_agent:
            picture = pixmap(
                "phone", "accent" if block.state is None else block.state.token, side, self.devicePixelRatioF()
            )
            painter.drawPixmap(round(right - side), round(inside.top() + 2), picture)
            right -= side + 2
        if block.state is not None:
            paint_mark(painter, block.state, QRectF(right - side, inside.top() + 2, side, side))
            right -= side + 2
        small = font_of(Size.QUIET, strong=True)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(tokens.text))
        lines = max(1, int(inside.height() // metrics.lineSpacing()) - 1)
        first = QRectF(inside.left(), inside.top(), right - inside.left(), metrics.lineSpacing())
        when, _, whom = block.quiet.partition(" · ")
        painter.drawText(
            first, int(Qt.AlignmentFlag.AlignVCenter), metrics.elidedText(when, _RIGHT, round(first.width()))
        )
        painter.setFont(font_of(Size.QUIET))
        words = f"{block.words}\n{whom}" if whom else block.words
        painter.setClipRect(inside)
        below = QRectF(inside.left(), first.bottom(), inside.width(), lines * metrics.lineSpacing())
        if lines and inside.height() >= 2 * metrics.lineSpacing() - 4:
            painter.drawText(below, _WRAPPED, words)
        painter.setClipping(False)
