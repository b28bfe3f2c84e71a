"""A list of sentences that stays quick with thousands: painted, one height for all, opened with Enter or a press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import FIELD_RADIUS, SPACE_4, SPACE_8, SPACE_12, SPACE_16, colours
from agentdesk.ui.theme.type_scale import Size, font_of, scaled
from agentdesk.ui.widgets.painted_text import Stretch, draw, elided, laid_out
from agentdesk.ui.widgets.pressable import paint_focus_ring
from agentdesk.ui.widgets.states import State, paint_mark
from agentdesk.ui.widgets.words import plain_tip

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FEWEST_ROWS = 3
"""Show in the lowest window."""
NARROW = 720
"""Under this width, at 100 %, when something was stands above what it was."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: `lead` (when) · `sentence` · `right` (what it cost), and a quiet second line.

    `marked` are the stretches of `quiet`, from and up to a letter, that were searched for. `key` says what
    the row opens and is the same for the same thing.
    """

    key: object
    sentence: str
    lead: str = ""
    right: str = ""
    quiet: str = ""
    marked: tuple[tuple[int, int], ...] = ()
    state: State | None = None

    @property
    def whole(self) -> str:
        """All of it as one sentence, for tool-tips and those who listen."""
        said = " · ".join(each for each in (self.lead, self.sentence, self.right) if each)
        state = f"{self.state.in_words}. " if self.state is not None else ""
        return f"{state}{said}. {self.quiet}" if self.quiet else f"{state}{said}"


class LineModel(QAbstractListModel):
    """The rows. Equal rows are left alone, so that a reload moves nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.whole
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.whole)
        return None

    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these: added at the end, changed in place, or all anew where the order differs."""
        new, old = tuple(lines), self._lines
        same = min(len(new), len(old))
        if [each.key for each in new[:same]] != [each.key for each in old[:same]] or len(new) < len(old):
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
            return
        self._lines = new[:same]
        for row in range(same):
            if new[row] != old[row]:
                here = self.index(row)
                self.dataChanged.emit(here, here)
        if len(new) > same:
            self.beginInsertRows(QModelIndex(), same, len(new) - 1)
            self._lines = new
            self.endInsertRows()


class _LinePainter(QStyledItemDelegate):
    def __init__(self, view: LineList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(scaled(200), self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._ground(painter, option, rect)
        inside = QRectF(rect).adjusted(SPACE_16, SPACE_8, -SPACE_16, -SPACE_8)
        self._words(painter, line, inside)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        tokens = tokens_now()
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.fillRect(rect.left() + SPACE_16, rect.bottom(), rect.width() - 2 * SPACE_16, 1, QColor(tokens.line))
        if chosen:
            paint_focus_ring(painter, QRectF(rect).adjusted(0, 0, 0, -1), FIELD_RADIUS)

    def _words(self, painter: QPainter, line: Line, inside: QRectF) -> None:
        tokens = tokens_now()
        font, quiet = font_of(Size.BODY, tabular=True), font_of(Size.QUIET)
        painter.setFont(font)
        high = painter.fontMetrics().height()
        mark = scaled(13)
        left = inside.left() + mark + SPACE_12
        top = inside.top()
        if line.state is not None:
            paint_mark(painter, line.state, QRectF(inside.left(), top + (high - mark) / 2, mark, mark))
        taken = self._view.lead_width() + SPACE_16 if line.lead else 0
        right = self._right(painter, line, inside.adjusted(left - inside.left() + taken, 0, 0, 0), high)
        if line.lead:
            painter.setPen(QColor(tokens.quiet))
            painter.drawText(QRectF(left, top, inside.right() - left, high), _ONE_LINE, line.lead)
            if self._view.is_narrow():
                top += high + SPACE_4
                right = inside.right()
            else:
                left += self._view.lead_width() + SPACE_16
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(left, top, right - left, high), _ONE_LINE, elided(painter, line.sentence, right - left))
        if line.quiet:
            painter.setFont(quiet)
            layout = laid_out(
                elided(painter, line.quiet, inside.right() - left),
                quiet,
                inside.right() - left,
                [Stretch(start, end, tokens.accent_wash, tokens.accent) for start, end in line.marked],
                most_lines=1,
            )
            draw(painter, layout, QPointF(left, top + high + SPACE_4), tokens.quiet)

    def _right(self, painter: QPainter, line: Line, room: QRectF, high: int) -> float:
        """What stands at the right end, and where it begins. Where there is little room, the state comes first."""
        tokens = tokens_now()
        right = room.right()
        strong = font_of(Size.BODY, strong=True)
        state = line.state.in_words if line.state is not None else ""
        wide = QFontMetricsF(strong).horizontalAdvance(state) if state else 0.0
        if line.right:
            said = elided(painter, line.right, room.width() - wide - (SPACE_16 if state else 0))
            painter.setPen(QColor(tokens.quiet))
            painter.drawText(QRectF(room.left(), room.top(), room.width(), high), _ONE_LINE_RIGHT, said)
            width = painter.fontMetrics().horizontalAdvance(said)
            right -= (width if self._view.is_narrow() else max(self._view.right_width(), width)) + SPACE_16
        if line.state is not None:
            painter.save()
            painter.setFont(strong)
            painter.setPen(QColor(colours(tokens)[line.state.token]))
            painter.drawText(QRectF(right - wide, room.top(), wide + 1, high), _ONE_LINE, state)
            painter.restore()
            right -= wide + SPACE_16
        return right


_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_ONE_LINE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)


class LineList(QListView):
    """Shows `Line`s. `spoken` names the list for those who listen."""

    opened = Signal(object)
    """The key of the row that was opened."""

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LinePainter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(scaled(24))
        self.clicked.connect(self._on_pressed)
        self._lead_width = self._right_width = 0
        self._has_quiet = False

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the row at which the keyboard was keeps it if it is still there."""
        current = self.lines.line(self.currentIndex().row())
        self._measure(lines)
        self.lines.set_lines(lines)
        if current is not None and not self.currentIndex().isValid():
            row = next((at for at, each in enumerate(lines) if each.key == current.key), None)
            if row is not None:
                self.setCurrentIndex(self.lines.index(row))
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), FEWEST_ROWS * self.row_height())

    def is_narrow(self) -> bool:
        return self.viewport().width() < scaled(NARROW)

    def lead_width(self) -> int:
        return self._lead_width

    def right_width(self) -> int:
        return self._right_width

    def row_height(self) -> int:
        """Of every row."""
        body = round(_height(Size.BODY))
        height = body + 2 * SPACE_8 + 1
        if self._lead_width and self.is_narrow():
            height += body + SPACE_4
        return height + (round(_height(Size.QUIET)) + SPACE_4 if self._has_quiet else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_pressed(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "lines"):
            self._measure(self.lines.lines())
            self.scheduleDelayedItemsLayout()

    def _measure(self, lines: Sequence[Line]) -> None:
        metrics = QFontMetricsF(font_of(Size.BODY, tabular=True))
        # Thousands of rows share a few lengths of words: measuring the longest few is enough.
        leads = sorted({each.lead for each in lines}, key=len)[-8:]
        rights = sorted({each.right for each in lines}, key=len)[-8:]
        self._lead_width = round(max((metrics.horizontalAdvance(each) for each in leads if each), default=0.0))
        self._right_width = round(max((metrics.horizontalAdvance(each) for each in rights if each), default=0.0))
        self._has_quiet = any(each.quiet for each in lines)

    def _on_pressed(self, index: QModelIndex) -> None:
        line = self.lines.line(index.row())
        if line is not None:
            self.opened.emit(line.key)


def _height(size: Size) -> float:
    return QFontMetricsF(font_of(size)).height()
