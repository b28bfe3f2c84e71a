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
_ONE_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


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
        strong, plain = font_of(Size.QUIET, strong=True), font_of(Size.QUIET)
        metrics = QFontMetrics(strong)
        when, _, whom = block.quiet.partition(" · ")
        marks = self._marks_width()
        if metrics.horizontalAdvance(when) + marks > inside.width():
            when = when.split(" ")[0]
        beside = metrics.horizontalAdvance(when) + marks <= inside.width()
        line = QRectF(inside.left(), inside.top(), inside.width() - (marks if beside else 0), metrics.lineSpacing())
        painter.setPen(QColor(tokens.text))
        room = max(1, int((inside.height() + 3) // metrics.lineSpacing()))
        below = [block.words, whom] if whom else [block.words]
        if not beside:
            room = max(2, room - 1)  # the marks take the last line
        if room == 2 and whom:
            below = [f"{block.words} · {whom}"]
        if block.missing is not None and room > 2:
            below = _broken(block.words, QFontMetrics(plain), inside.width(), room - 1)
        painter.setFont(strong)
        painter.drawText(line, _ONE_LINE, metrics.elidedText(when, _RIGHT, round(line.width())))
        painter.setFont(plain)
        for words in below[: room - 1]:
            line = QRectF(inside.left(), line.bottom(), inside.width(), metrics.lineSpacing())
            painter.drawText(line, _ONE_LINE, QFontMetrics(plain).elidedText(words, _RIGHT, round(line.width())))
        self._paint_marks(painter, inside.right(), inside.top() + 2 if beside else inside.bottom() - scaled(12))

    def _marks_width(self) -> int:
        return (scaled(12) + 2) * (int(self.block.by_agent) + int(self.block.state is not None))

    def _paint_marks(self, painter: QPainter, right: float, top: float) -> None:
        block, side = self.block, scaled(12)
        if block.by_agent:
            token = "accent" if block.state is None else block.state.token
            painter.drawPixmap(round(right - side), round(top), pixmap("phone", token, side, self.devicePixelRatioF()))
            right -= side + 2
        if block.state is not None:
            paint_mark(painter, block.state, QRectF(right - side, top, side, side))


def _broken(words: str, metrics: QFontMetrics, width: float, most: int) -> list[str]:
    """Words over at most so many lines, the last one with what is left."""
    lines: list[str] = []
    for each in words.split():
        joined = f"{lines[-1]} {each}" if lines else each
        if lines and (metrics.horizontalAdvance(joined) <= width or len(lines) == most):
            lines[-1] = joined
        else:
            lines.append(each)
    return lines
