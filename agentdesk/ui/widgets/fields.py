"""Fields for text, choices, money and lengths of time. They take plain text only and keep what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from agentdesk.domain.money import SYMBOLS, Money, read_amount
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.plain_text import typed
from agentdesk.ui.widgets.words import HelpWords, literal

T = TypeVar("T")
SHORT_FIELD = 200
"""The width of a field for an amount, in pixels at 100 %."""


class TextField(QLineEdit):
    """One line of text, at most `limit` letters. Pasted styles, line ends and control characters are left out."""

    edited = Signal()
    """The owner changed it."""
    too_long = Signal(str)
    """A sentence, when what was pasted did not fit."""

    def __init__(self, text: str = "", *, limit: int = 200, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self.setMaxLength(limit)
        self.setPlaceholderText(hint)
        self.setText(typed(text, lines=False, limit=limit))
        self.textEdited.connect(self._on_text_edited)

    def value(self) -> str:
        """What was typed, without space around it."""
        return typed(self.text(), lines=False, limit=self._limit).strip()

    def set_value(self, text: str) -> None:
        self.setText(typed(text, lines=False, limit=self._limit))

    def _on_text_edited(self, text: str) -> None:
        clean = typed(text, lines=False, limit=self._limit)
        if clean != text:
            place = self.cursorPosition()
            self.setText(clean)
            self.setCursorPosition(min(place, len(clean)))
        self.edited.emit()
        if len(clean) >= self._limit:
            self.too_long.emit(self.tr("There is room for {limit} letters.").format(limit=self._limit))


class TextArea(QPlainTextEdit):
    """Several lines of plain text, at most `limit` letters; grows with what is typed up to `lines` lines."""

    edited = Signal()
    too_long = Signal(str)

    def __init__(
        self, text: str = "", *, limit: int = 20_000, lines: int = 4, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._lines = lines
        self._minding = False
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setPlainText(typed(text, lines=True, limit=limit))
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        return typed(self.toPlainText(), lines=True, limit=self._limit).strip()

    def set_value(self, text: str) -> None:
        self._minding = True
        self.setPlainText(typed(text, lines=True, limit=self._limit))
        self._minding = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = source.text()
        room = max(0, self._limit - len(self.toPlainText()) + len(self.textCursor().selectedText()))
        self.textCursor().insertText(typed(pasted, lines=True, limit=room))
        if len(pasted) > room:
            self._say_too_long()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), self._height())

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines + scaled(20)

    def _on_text_changed(self) -> None:
        if self._minding:
            return
        text = self.toPlainText()
        if len(text) > self._limit:
            self._minding = True
            cursor = self.textCursor()
            for _ in range(len(text) - self._limit):
                cursor.deletePreviousChar()
            self._minding = False
            self.edited.emit()
            self._say_too_long()
            return
        self.edited.emit()

    def _say_too_long(self) -> None:
        self.too_long.emit(self.tr("There is room for {limit} letters.").format(limit=self._limit))


class ChoiceField(QComboBox, Generic[T]):
    """One of a few. The wheel scrolls the page and never changes the choice by accident."""

    chosen = Signal()
    """The owner chose."""

    def __init__(
        self, options: Sequence[tuple[T, str]] = (), *, value: T | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[T] = []
        self.set_options(options)
        if value is not None:
            self.set_value(value)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[T, str]]) -> None:
        """Offer these; the present choice stays where it is among them."""
        before = self.value()
        self.clear()
        self._values = [value for value, _ in options]
        for _, words in options:
            self.addItem(words)
        if before in self._values:
            self.set_value(before)

    def value(self) -> T | None:
        """What is chosen; None where there is nothing to choose from."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: T) -> None:
        """Choose; a value that is not offered changes nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter belongs to the page; space opens the list
            return
        super().keyPressEvent(event)

    def _on_activated(self) -> None:
        self.chosen.emit()


class TickBox(QCheckBox):
    """Yes or no. Its words wrap where there is little room."""

    def __init__(self, words: str, *, ticked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(literal(words), parent)
        self._words = words
        self.setAccessibleName(words)
        self.setChecked(ticked)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), scaled(SHORT_FIELD)), whole.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        whole = self.sizeHint()
        beside = whole.width() - self.fontMetrics().horizontalAdvance(self._words)
        room = QRect(0, 0, max(1, width - beside), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words)
        return whole.height() + max(0, words.height() - self.fontMetrics().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        # The style draws box and ring; it would draw the words on one line.
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter belongs to the page
            return
        super().keyPressEvent(event)


class ExplainedTick(QWidget):
    """A tick box with quiet words below its own, in line with them."""

    def __init__(self, tick: TickBox, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tick = tick
        tick.setAccessibleDescription(words)
        self._words = HelpWords(words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(tick)
        rows.addWidget(self._words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self._tick.initStyleOption(option)
        words = self._tick.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self._tick)
        self._words.setContentsMargins(words.x(), 0, 0, 0)


class MoneyField(TextField):
    """An amount as people write it. Blank is not nothing: `read` tells the two apart."""

    def __init__(self, value: Money | None = None, *, currency: str = "GBP", parent: QWidget | None = None) -> None:
        super().__init__(limit=24, parent=parent)
        self._currency = currency
        sign = next((sign for sign, code in SYMBOLS.items() if code == currency), currency)
        self.setPlaceholderText(self.tr("{sign}, for example 120").format(sign=sign))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_amount(value)

    def sizeHint(self) -> QSize:
        return QSize(scaled(SHORT_FIELD), super().sizeHint().height())

    def read(self) -> Money | None:
        """The amount; None when blank. Raises ValueError with a sentence for what could mean two things."""
        return read_amount(self.value(), self._currency) if self.value() else None

    def set_amount(self, value: Money | None) -> None:
        self.set_value("" if value is None else value.in_words())


class NumberField(QSpinBox):
    """A whole number with what it counts after it. Typed or stepped; the wheel scrolls the page."""

    edited = Signal()

    def __init__(
        self, value: int, after: str, *, least: int, most: int, step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(after)
        self.setValue(value)
        self.lineEdit().setTextMargins(SPACE_8, 0, 0, 0)  # the stylesheet does not reach into it
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._on_value_changed)

    def sizeHint(self) -> QSize:
        # the style's own would stand out beside fields for text
        self.ensurePolished()
        return QSize(scaled(SHORT_FIELD), self.minimumHeight() or super().sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_value_changed(self) -> None:
        self.edited.emit()


class MinutesField(NumberField):
    """A length in minutes."""

    def __init__(
        self, value: int = 15, *, least: int = 0, most: int = 1440, step: int = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(value, "", least=least, most=most, step=step, parent=parent)
        self.setSuffix(self.tr(" minutes"))
