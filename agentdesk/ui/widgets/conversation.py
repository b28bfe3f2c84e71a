"""A call as a conversation: the caller at the left, the agent at the right, times quiet, doubtful words marked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from agentdesk.domain.call import Turn
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, colours
from agentdesk.ui.theme.type_scale import Size, font_of, scaled
from agentdesk.ui.widgets.conversation_model import ROW_ROLE, ConversationModel, Index, Mark, More, Piece, Row
from agentdesk.ui.widgets.painted_text import Stretch, draw, height_of, laid_out, widest_of
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.pressable import paint_focus_ring
from agentdesk.ui.widgets.states import State, paint_mark

__all__ = ["ConversationView", "Mark"]

WIDEST = 560
"""Of what was said, in pixels at 100 %: some 72 letters."""
NOTE_WIDTH = 200
"""The least room beside the words for a margin note; with less it stands under them."""
_KEPT_LAYOUTS = 60
_BUBBLE = 10.0


@dataclass(frozen=True, slots=True)
class _Picture:
    """A row laid out for a width. Rectangles are relative to the row's corner."""

    height: int
    bubble: QRectF
    head: QPointF
    words: QTextLayout
    notes: tuple[tuple[State, QTextLayout, QPointF], ...] = ()


class ConversationView(QListView):
    """Shows what was said, letter for letter. Stays quick for thousands of turns and for endless ones."""

    mark_pressed = Signal(object)
    """A turn's number, when marked words were opened with Enter or a press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What was said"))
        self.talk = ConversationModel(self)
        self.setModel(self.talk)
        self._painter = _TurnPainter(self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(scaled(24))
        self.clicked.connect(self._on_pressed)

    def set_conversation(self, turns: Sequence[Turn], marks: Sequence[Mark] = (), agent: str = "") -> None:
        """Show a call. `agent` is the name of whoever answered it."""
        self._painter.forget()
        self.talk.set_turns(turns, marks, agent)
        self.scrollToTop()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Mark other words; one stays where one was reading."""
        place, current = self.verticalScrollBar().value(), self.currentIndex().row()
        self._painter.forget()
        self.talk.set_marks(marks)
        self.setCurrentIndex(self.talk.index(current))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def go_to(self, turn: int) -> None:
        """Bring a turn to the middle of what shows, and the keyboard to it."""
        self.talk.show_turn(turn)
        row = self.talk.row_of(turn)
        if row is not None:
            index = self.talk.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def sizeHint(self) -> QSize:
        return QSize(scaled(480), scaled(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(160))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        current = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_pressed(current)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy(current)
        elif key == Qt.Key.Key_Down and self._reaches_below(current):
            bar.setValue(bar.value() + bar.singleStep() * 2)
        elif key == Qt.Key.Key_Up and self._reaches_above(current):
            bar.setValue(bar.value() - bar.singleStep() * 2)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.talk.rowCount():
            self.setCurrentIndex(self.talk.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._painter.forget()
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "_painter"):
            self._painter.forget()
            self.scheduleDelayedItemsLayout()

    def _reaches_below(self, index: QModelIndex) -> bool:
        return index.isValid() and self.visualRect(index).bottom() > self.viewport().height()

    def _reaches_above(self, index: QModelIndex) -> bool:
        return index.isValid() and self.visualRect(index).top() < 0

    def _copy(self, index: QModelIndex) -> None:
        row = self.talk.row_at(index.row())
        if isinstance(row, Piece):
            QGuiApplication.clipboard().setText(self.talk.turn_words(row.turn))

    def _on_pressed(self, index: QModelIndex) -> None:
        row = self.talk.row_at(index.row())
        if isinstance(row, More):
            place = self.verticalScrollBar().value()
            turn = self.talk.show_more(row)
            self.doItemsLayout()
            if row.kind == "letters":
                self.verticalScrollBar().setValue(place)
                self.setCurrentIndex(self.talk.index(min(index.row(), self.talk.rowCount() - 1)))
            else:
                at = self.talk.row_of(turn)
                here = self.talk.index(at if at is not None else 0)
                self.setCurrentIndex(here)
                self.scrollTo(here, QAbstractItemView.ScrollHint.EnsureVisible)
        elif isinstance(row, Piece) and row.stretches:
            self.mark_pressed.emit(row.turn)


class _TurnPainter(QStyledItemDelegate):
    def __init__(self, view: ConversationView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[object, int] = {}
        self._pictures: OrderedDict[object, _Picture] = OrderedDict()

    def forget(self) -> None:
        """What was laid out no longer fits: another width, other words, another look."""
        self._heights.clear()
        self._pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        name = _name(self._view.talk.row_at(index.row()))
        if name not in self._heights:
            self._heights[name] = self._picture(index).height
        return QSize(scaled(120), self._heights[name])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        picture = self._picture(index)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if isinstance(row, More):
            self._paint_more(painter, picture, hover=bool(option.state & QStyle.StateFlag.State_MouseOver))
        elif isinstance(row, Piece):
            self._paint_piece(painter, picture, row)
        if chosen:
            paint_focus_ring(painter, picture.bubble.adjusted(-2, -2, 2, 2), _BUBBLE)
        painter.restore()

    def _paint_more(self, painter: QPainter, picture: _Picture, *, hover: bool) -> None:
        tokens = tokens_now()
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.hover if hover else tokens.card))
        painter.drawRoundedRect(picture.bubble, _BUBBLE, _BUBBLE)
        draw(painter, picture.words, picture.bubble.topLeft() + QPointF(SPACE_12, SPACE_8), tokens.accent)

    def _paint_piece(self, painter: QPainter, picture: _Picture, row: Piece) -> None:
        tokens = tokens_now()
        if not row.start:
            painter.setFont(font_of(Size.QUIET, tabular=True))
            painter.setPen(QColor(tokens.quiet))
            head = "   ".join(each for each in (self._view.talk.who(row.role), row.at) if each)
            painter.drawText(picture.head, head)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.caller if row.role == "caller" else tokens.agent))
        painter.drawRoundedRect(picture.bubble, _BUBBLE, _BUBBLE)
        painter.save()
        # Piled-up accents reach far beyond their line.
        painter.setClipRect(picture.bubble, Qt.ClipOperation.IntersectClip)
        draw(painter, picture.words, picture.bubble.topLeft() + QPointF(SPACE_12, SPACE_8), tokens.text)
        painter.restore()
        for state, words, at in picture.notes:
            self._paint_note(painter, state, words, at)

    def _paint_note(self, painter: QPainter, state: State, words: QTextLayout, at: QPointF) -> None:
        tokens = tokens_now()
        mark = scaled(12)
        line = words.lineAt(0).height() if words.lineCount() else mark
        paint_mark(painter, state, QRectF(at.x(), at.y() + (line - mark) / 2, mark, mark))
        draw(painter, words, at + QPointF(mark + SPACE_8, 0), colours(tokens)[state.token])

    def _picture(self, index: Index) -> _Picture:
        row = self._view.talk.row_at(index.row())
        name = _name(row)
        kept = self._pictures.get(name)
        if kept is None:
            width = max(scaled(160), self._view.viewport().width())
            kept = _picture_of(row, width, self._view.talk) if row is not None else _nothing()
            self._pictures[name] = kept
            while len(self._pictures) > _KEPT_LAYOUTS:
                self._pictures.popitem(last=False)
        return kept


def _name(row: Row | None) -> object:
    """What a row is laid out under: the same wherever it stands among the rows."""
    return (row.turn, row.start) if isinstance(row, Piece) else row


def _picture_of(row: Row, width: int, talk: ConversationModel) -> _Picture:
    if isinstance(row, More):
        words = laid_out(row.words, font_of(Size.BODY), width - 4 * SPACE_16)
        wide, high = widest_of(words) + 2 * SPACE_12, height_of(words) + 2 * SPACE_8
        bubble = QRectF((width - wide) / 2, SPACE_8, wide, high)
        return _Picture(round(high) + 2 * SPACE_8, bubble, QPointF(), words)
    tokens = tokens_now()
    by_name = colours(tokens)
    stretches = [
        Stretch(start, end, by_name[f"{state.token}_wash"], by_name[state.token]) for start, end, state in row.stretches
    ]
    room = width - 2 * SPACE_8
    widest = min(scaled(WIDEST), round(room * 0.8) if room > scaled(360) else room)
    if row.notes and room >= scaled(WIDEST):
        widest = min(widest, room - scaled(NOTE_WIDTH) - SPACE_16)
    words = laid_out(row.text, font_of(Size.BODY), widest - 2 * SPACE_12, stretches)
    quiet = QFontMetricsF(font_of(Size.QUIET, tabular=True))
    head = quiet.height() + SPACE_4 if not row.start else 0.0
    wide, high = widest_of(words) + 2 * SPACE_12, height_of(words) + 2 * SPACE_8
    top = SPACE_8 + head if not row.start else SPACE_4
    left = SPACE_8 if row.role == "caller" else width - SPACE_8 - wide
    bubble = QRectF(left, top, wide, high)
    label = "   ".join(each for each in (talk.who(row.role), row.at) if each)
    head_left = left + SPACE_4 if row.role == "caller" else width - SPACE_8 - SPACE_4 - quiet.horizontalAdvance(label)
    notes, bottom = _notes(row, bubble, width)
    height = round(max(bubble.bottom(), bottom) + SPACE_4)
    return _Picture(height, bubble, QPointF(head_left, SPACE_8 + quiet.ascent()), words, notes)


def _notes(row: Piece, bubble: QRectF, width: int) -> tuple[tuple[tuple[State, QTextLayout, QPointF], ...], float]:
    """The reasons, in the free margin across from the words, or under them where there is no room."""
    free = width - bubble.width() - 2 * SPACE_8 - SPACE_16
    beside = free >= scaled(NOTE_WIDTH)
    mark = scaled(12) + SPACE_8
    space = min(free, scaled(320)) if beside else max(bubble.width(), min(width - 2 * SPACE_8, scaled(WIDEST)))
    if row.role == "caller":
        left = bubble.right() + SPACE_16 if beside else bubble.left()
    else:
        left = bubble.left() - SPACE_16 - space if beside else max(SPACE_8, bubble.right() - space)
    top = bubble.top() + SPACE_8 if beside else bubble.bottom() + SPACE_4
    placed = []
    for state, note in row.notes:
        words = laid_out(shown(note[:1000]), font_of(Size.QUIET, strong=True), space - mark)
        placed.append((state, words, QPointF(left, top)))
        top += height_of(words) + SPACE_8
    return tuple(placed), top


def _nothing() -> _Picture:
    return _Picture(1, QRectF(), QPointF(), laid_out("", font_of(Size.BODY), 1.0))
