"""Fields of the sheet: text that grows with what is typed, rows that can be added and taken out, and a share."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import row_of
from agentdesk.ui.widgets.fields import NumberField, TextArea
from agentdesk.ui.widgets.words import QuietWords

MOST_LINES = 16
LONGEST_LINE = 400


class GrowingArea(TextArea):
    """Shows all that was typed, up to 16 lines."""

    def __init__(self, *, lines: int, limit: int, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(limit=limit, lines=lines, hint=hint, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown_lines = lines
        self._fitting = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * max(self._lines, self._shown_lines) + scaled(26)

    def _on_size_changed(self) -> None:
        if not self._fitting:
            # asking for room while room is being given is not heard
            self._fitting = True
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._fitting = False
        # a plain-text document tells its height in lines, wrapped ones counted
        lines = math.ceil(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        if lines > MOST_LINES:
            self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded)
        elif lines < MOST_LINES - 1:
            # not at once: without its bar the text may need a line less, and with it one more, for ever
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff)
        if min(MOST_LINES, lines) != self._shown_lines:
            self._shown_lines = min(MOST_LINES, lines)
            self.updateGeometry()


class LinesField(GrowingArea):
    """One thing on each line."""

    def __init__(self, *, lines: int = 3, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(lines=lines, limit=20_000, hint=hint, parent=parent)

    def items(self) -> tuple[str, ...]:
        """What stands on the lines, without the empty ones and without bullets."""
        lines = (each.strip().lstrip("•*-–").strip() for each in self.value().splitlines())
        return tuple(each[:LONGEST_LINE] for each in lines if each)

    def set_items(self, items: Sequence[str]) -> None:
        self.set_value("\n".join(" ".join(each.split()) for each in items))


class PercentField(NumberField):
    """A share of a hundred."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, "", least=0, most=100, parent=parent)
        self.setSuffix(self.tr(" %"))


class Row(QWidget):
    """One of several things that can be taken out again."""

    edited = Signal()
    out_wanted = Signal()

    def heading(self) -> str:
        """What it is called when it was taken out."""
        return ""


class Rows(QWidget):
    """Rows below one another with a button that adds one. What is taken out can be put back."""

    edited = Signal()
    taken_out = Signal(str)

    def __init__(self, add_words: str, make: Callable[[], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._rows: list[Row] = []
        self._out: list[Row] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_8)
        self.add_button = QuietButton(add_words, self._on_add, icon_name="plus")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        whole.addLayout(self._column)
        whole.addLayout(row_of(self.add_button))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """These rows instead of what was there."""
        for each in self._rows:
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._rows, self._out = [], []
        for each in rows:
            self._append(each)

    def rows(self) -> tuple[Row, ...]:
        """The rows that stand."""
        return tuple(each for each in self._rows if each not in self._out)

    def put_back(self) -> None:
        """The row that was taken out last."""
        if self._out:
            self._out.pop().show()
            self.edited.emit()

    def _append(self, row: Row) -> None:
        row.edited.connect(self.edited)
        row.out_wanted.connect(self._on_out)
        self._rows.append(row)
        self._column.addWidget(row)

    def _on_add(self) -> None:
        row = self._make()
        self._append(row)
        first = row.focusProxy()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_out(self) -> None:
        row = self.sender()
        if isinstance(row, Row):
            self._out.append(row)
            row.hide()
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()
            self.taken_out.emit(row.heading())


def labelled(label: str, field: QWidget, *, spoken: str = "") -> QVBoxLayout:
    """A field under a quiet label that names it for those who listen."""
    words = QuietWords(label)
    words.setBuddy(field)
    field.setAccessibleName(spoken or label)
    column = QVBoxLayout()
    column.setSpacing(SPACE_4)
    column.addWidget(words)
    column.addWidget(field)
    return column
