"""A share over the weeks, painted as a line. Its words stand beside it and are what is heard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from agentdesk.domain.trend import WeekShare
from agentdesk.domain.wording import day_in_words
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.type_scale import Size, font_of, scaled

WEEK = 7
_LEVELS = (0.0, 0.5, 1.0)


class WeekLine(QWidget):
    """A dot for each week in which something was counted, joined by a line; upright lines where something changed."""

    def __init__(self, weeks: Sequence[WeekShare], changed: Sequence[date], spoken: str) -> None:
        super().__init__()
        self._weeks = tuple(weeks)
        self._changed = tuple(changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_of(Size.QUIET, tabular=True))
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance("100 %") + scaled(8)
        above, below = metrics.height() / 2, metrics.height() + scaled(8)
        room = QRectF(left, above, self.width() - left - scaled(8), self.height() - above - below)
        for level in _LEVELS:
            y = room.bottom() - room.height() * level
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(tokens.quiet))
            beside = QRectF(0, y - metrics.height() / 2, left - scaled(8), metrics.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight, f"{level:.0%}".replace("%", " %"))
        painter.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine))
        for day in (each for each in self._changed if each >= self._weeks[0].monday):
            x = self._x(room, day)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        points = [
            QPointF(self._x(room, each.monday), room.bottom() - room.height() * each.k / each.n)
            for each in self._weeks
            if each.n
        ]
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(tokens.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        for point in points:
            painter.drawEllipse(point, scaled(3), scaled(3))
        self._days(painter, room)

    def _days(self, painter: QPainter, room: QRectF) -> None:
        """The first week's Monday at the left, the last one's at the right."""
        painter.setPen(QColor(tokens_now().quiet))
        below = QRectF(room.left(), room.bottom() + scaled(6), room.width(), painter.fontMetrics().height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, day_in_words(self._weeks[0].monday))
        if len(self._weeks) > 1:
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, day_in_words(self._weeks[-1].monday))

    def _x(self, room: QRectF, day: date) -> float:
        first = self._weeks[0].monday
        days = max((self._weeks[-1].monday - first).days, WEEK)
        return room.left() + room.width() * min((day - first).days / days, 1.0)
