"""The drawing: parts from left to right in the order in which they act, with arrows to what each hands on to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from agentdesk.ui.screens.systems.node import Node
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.states import State

LEAST = 700
"""Pixels at 100 % text under which the parts stand one below the other."""
ACROSS, DOWN = 56, 32
"""Pixels that an arrow has beside and below a part."""
HEAD = 5.0


class ChainPicture(QWidget):
    """Columns of parts. Where there is no room for them side by side they stand below each other."""

    def __init__(self, columns: Sequence[Sequence[Node]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(tuple(each) for each in columns)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for column in self.columns:
            place = QWidget()
            # less than it asks for: else a wide column would never let itself be put below
            place.setMinimumWidth(1)
            stack = QVBoxLayout(place)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(SPACE_12)
            for node in column:
                stack.addWidget(node)
            self._row.addWidget(place, 1, Qt.AlignmentFlag.AlignTop)
        self._turn()

    @property
    def is_wide(self) -> bool:
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_row"):
            self._turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from part to part in the order in which they act."""
        nodes = [each.card for column in self.columns for each in column]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((at for at, each in enumerate(nodes) if each.hasFocus()), None)
        if step is not None and here is not None and 0 <= here + step < len(nodes):
            nodes[here + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for before, after in zip(self.columns, self.columns[1:], strict=False):
            if self.is_wide:
                for one in before:
                    for other in after:
                        self._across(painter, self._place(one), self._place(other), other)
            else:
                self._down(painter, self._place(before[-1]), self._place(after[0]), after[0])

    def _turn(self) -> None:
        wide = self.width() >= scaled(LEAST) or len(self.columns) == 1
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(wanted)
        self._row.setSpacing(ACROSS if wide else DOWN)

    def _place(self, node: Node) -> QRect:
        """Where the card of a part is."""
        return QRect(node.card.mapTo(self, node.card.rect().topLeft()), node.card.size())

    def _across(self, painter: QPainter, one: QRect, other: QRect, to: Node) -> None:
        start = QPointF(one.right() + 6, one.center().y())
        end = QPointF(other.left() - 6, other.center().y())
        middle = (start.x() + end.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), QPointF(end.x() - HEAD, end.y()))
        head = [end, QPointF(end.x() - 2 * HEAD, end.y() - HEAD), QPointF(end.x() - 2 * HEAD, end.y() + HEAD)]
        _draw(painter, path, head, to)

    def _down(self, painter: QPainter, one: QRect, other: QRect, to: Node) -> None:
        at = one.left() + min(one.width() / 2, scaled(60))
        start, end = QPointF(at, one.bottom() + 5), QPointF(at, other.top() - 5)
        path = QPainterPath(start)
        path.lineTo(QPointF(at, end.y() - HEAD))
        head = [end, QPointF(at - HEAD, end.y() - 2 * HEAD), QPointF(at + HEAD, end.y() - 2 * HEAD)]
        _draw(painter, path, head, to)


def _draw(painter: QPainter, path: QPainterPath, head: Sequence[QPointF], to: Node) -> None:
    """Dashed where what it leads to is not seen to work: the part says so in words."""
    tokens = tokens_now()
    colour = QColor(tokens.edge)
    pen = QPen(colour, 1.5)
    if to.told.state in (State.ACT_NOW, State.NOT_KNOWN, None):
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(list(head)))
