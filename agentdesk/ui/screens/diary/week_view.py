"""The week: seven columns in opening hours, entries as blocks that can be pressed and reached with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from agentdesk.domain.wording import day_in_words
from agentdesk.ui.screens.diary.entry_block import EntryBlock
from agentdesk.ui.screens.diary.week import Block, DayPicture, WeekPicture
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8
from agentdesk.ui.theme.type_scale import Size, font_of, scaled

HOUR = 60
COLUMN = 80
"""The height of an hour and the least width of a day, at 100 %."""
LOWEST = 240
"""The height of the whole in the lowest window, at 100 %."""
_NOTE = 22
"""The height of an entry that takes all day, at 100 %."""
_MOST_LINES = 4
_RIGHT = Qt.TextElideMode.ElideRight
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class _Head(QWidget):
    """The days over the columns, why one is closed, and what takes all day. Stays on top when one scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.days: tuple[DayPicture, ...] = ()
        self.today: object = None
        self.left = 0

    def wanted_height(self) -> int:
        notes = max((len(each.notes) for each in self.days), default=0)
        return self._words_height() + scaled(_NOTE) * notes + SPACE_8

    def note_box(self, day: int, note: int) -> QRect:
        """Where an entry that takes all day stands."""
        wide = self._column()
        above = self._words_height() + scaled(_NOTE) * note
        return QRectF(self.left + day * wide + 2, above, wide - 4, scaled(_NOTE) - 2).toRect()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = tokens_now()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.page))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.line))
        wide = self._column()
        for at, day in enumerate(self.days):
            box = QRectF(self.left + at * wide + SPACE_4, SPACE_4, wide - SPACE_8, self.height() - SPACE_8)
            here = day.day == self.today
            painter.setFont(font_of(Size.BODY, strong=here))
            painter.setPen(QColor(tokens.accent if here else tokens.text))
            metrics = painter.fontMetrics()
            name = day_in_words(day.day)
            if metrics.horizontalAdvance(name) > box.width():
                name = name.rpartition(" ")[0]
            top = QRectF(box.left(), box.top(), box.width(), metrics.height())
            painter.drawText(top, int(Qt.AlignmentFlag.AlignLeft), metrics.elidedText(name, _RIGHT, round(box.width())))
            painter.setFont(font_of(Size.QUIET))
            painter.setPen(QColor(tokens.quiet))
            below = QRectF(box.left(), top.bottom(), box.width(), self._words_height() - top.bottom())
            painter.drawText(below, _WRAPPED, under(day))

    def _column(self) -> float:
        return (self.width() - self.left) / 7

    def _words_height(self) -> int:
        body, quiet = QFontMetrics(font_of(Size.BODY)), QFontMetrics(font_of(Size.QUIET))
        room = QRect(0, 0, round(self._column() - SPACE_8), quiet.lineSpacing() * _MOST_LINES)
        tall = max(
            (quiet.boundingRect(room, _WRAPPED, each).height() for each in map(under, self.days) if each), default=0
        )
        return SPACE_4 + body.height() + min(tall, room.height()) + SPACE_4


class WeekGrid(QWidget):
    """What scrolls: hours, open and closed time, and the blocks."""

    opened = Signal(object)
    """The Block that was pressed."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area
        self._picture: WeekPicture | None = None
        self._top = 0
        """Where the hours begin, below the head."""
        self.blocks: list[EntryBlock] = []
        self.head = _Head(self)
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setAccessibleName(self.tr("The week"))

    def set_picture(self, picture: WeekPicture, today: object) -> None:
        """Show a week. A block that had the keyboard keeps it if it is still there, else the first one has it."""
        had = next((each for each in self.blocks if each.hasFocus()), None)
        if had is not None:
            # or it would go to the next block, and to the one after, as each of them goes
            had.clearFocus()
        for old in self.blocks:
            old.hide()
            old.deleteLater()
        self._picture = picture
        self.head.days, self.head.today = picture.days, today
        closed = (f"{day_in_words(each.day)}. {under(each)}." for each in picture.days if under(each))
        self.setAccessibleDescription(" ".join(closed))
        self.blocks = []
        for day in picture.days:
            for block in (*day.notes, *day.blocks):
                made = EntryBlock(block, self.head if block in day.notes else self)
                made.clicked.connect(self._on_clicked)
                made.entered.connect(self._on_entered)
                self.blocks.append(made)
                made.show()
        self.head.raise_()
        self._place()
        if had is not None and self.blocks:
            again = next((each for each in self.blocks if _same(each.block, had.block)), self.blocks[0])
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._hours_width() + 7 * scaled(COLUMN), self._tall())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((at for at, each in enumerate(self.blocks) if each.hasFocus()), None)
        to = self._beside(here, Qt.Key(event.key())) if here is not None else None
        if to is None:
            super().keyPressEvent(event)
        else:
            self.blocks[to].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if self._picture is None:
            return
        tokens, picture = tokens_now(), self._picture
        painter = QPainter(self)
        left, wide, top = self._hours_width(), self._column(), self.head.height()
        bottom = round(self._y(picture.hours[1] * 60))
        painter.fillRect(QRect(left, top, self.width() - left, bottom - top), QColor(tokens.sunken))
        for at, day in enumerate(picture.days):
            for start, end in day.open:
                box = QRectF(left + at * wide, self._y(start), wide, self._y(end) - self._y(start))
                painter.fillRect(box, QColor(tokens.card))
        painter.setFont(font_of(Size.QUIET, tabular=True))
        for hour in range(picture.hours[0], picture.hours[1] + 1):
            y = round(self._y(hour * 60))
            painter.fillRect(left, y, self.width() - left, 1, QColor(tokens.line))
            painter.setPen(QColor(tokens.quiet))
            if hour < picture.hours[1]:
                words = f"{hour % 12 or 12} {'am' if hour < 12 else 'pm'}"
                box = QRectF(0, y + 2, left - SPACE_8, scaled(18))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), words)
        for at in range(8):
            painter.fillRect(min(round(left + at * wide), self.width() - 1), top, 1, bottom - top, QColor(tokens.line))

    def _place(self) -> None:
        if self._picture is None:
            return
        left, wide = self._hours_width(), self._column()
        self.head.left = left
        self.head.resize(self.width(), self.head.height())
        self._top = self.head.wanted_height()
        self.head.setGeometry(0, self._area.verticalScrollBar().value(), self.width(), self._top)
        self.head.update()
        at = iter(self.blocks)
        for number, day in enumerate(self._picture.days):
            for note in range(len(day.notes)):
                next(at).setGeometry(self.head.note_box(number, note))
            for block in day.blocks:
                lane = (wide - 2 * 2) / block.lanes
                box = QRectF(
                    left + number * wide + 2 + block.lane * lane,
                    self._y(block.top) + 1,
                    lane - 1,
                    self._y(block.bottom) - self._y(block.top) - 2,
                )
                next(at).setGeometry(box.toRect())
        self.setMinimumSize(self.sizeHint())

    def _beside(self, here: int, key: Qt.Key) -> int | None:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            to = here + (1 if key == Qt.Key.Key_Down else -1)
            return to if 0 <= to < len(self.blocks) else None
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return None
        middle = self.blocks[here].geometry().center()
        step = 1 if key == Qt.Key.Key_Right else -1
        others = [
            (abs(each.geometry().center().x() - middle.x()), abs(each.geometry().center().y() - middle.y()), at)
            for at, each in enumerate(self.blocks)
            if (each.geometry().center().x() - middle.x()) * step > self._column() / 2
        ]
        return min(others)[2] if others else None

    def _hours_width(self) -> int:
        return QFontMetrics(font_of(Size.QUIET, tabular=True)).horizontalAdvance("12 pm") + 2 * SPACE_8

    def _column(self) -> float:
        return (self.width() - self._hours_width()) / 7

    def _tall(self) -> int:
        hours = self._picture.hours if self._picture is not None else (8, 18)
        return self._top + (hours[1] - hours[0]) * scaled(HOUR) + 1

    def _y(self, minute: int) -> float:
        first = self._picture.hours[0] * 60 if self._picture is not None else 0
        return self._top + (minute - first) * scaled(HOUR) / 60

    def _on_scrolled(self, value: int) -> None:
        self.head.move(0, value)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, EntryBlock):
            self.opened.emit(sender.block)

    def _on_entered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self._area.ensureWidgetVisible(sender, SPACE_8, self.head.height() + SPACE_8)


class WeekView(QScrollArea):
    """The week in its own scroll area. Some hours of it show in the lowest window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid = WeekGrid(self)
        self.setWidget(self.grid)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), scaled(LOWEST))


def under(day: DayPicture) -> str:
    """What stands under a day's name: why it is closed, and how many entries are for the list only."""
    words = [f"Closed: {day.why_closed}"] if day.why_closed else []
    return "\n".join([*words, f"and {day.left_out} more"] if day.left_out else words)


def _same(one: Block, other: Block) -> bool:
    return (one.booking, one.missing) == (other.booking, other.missing)
