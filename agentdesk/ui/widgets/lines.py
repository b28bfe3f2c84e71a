"""Lines of fields under headings that can be added and taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import IconButton, QuietButton
from agentdesk.ui.widgets.card import row_of
from agentdesk.ui.widgets.words import QuietWords


class Lines(QWidget):
    """A table of fields; `add_wanted` asks for a new, empty line.

    Where there is no room beside the others, the field that takes what is left over stands above them.
    """

    removed = Signal(str)
    """The first field's words of a line that was taken out; `put_back` undoes it."""
    add_wanted = Signal()

    def __init__(
        self, headings: Sequence[str], add_words: str, *, stretch: int = 0, parent: QWidget | None = None
    ) -> None:
        """`stretch` is the column that takes the room that is left."""
        super().__init__(parent)
        self._names = tuple(headings)
        self._lines: list[tuple[tuple[QWidget, ...], IconButton]] = []
        self._out: list[int] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setVerticalSpacing(SPACE_8)
        self._stretch = stretch
        self._folded = False
        self._headings = [QuietWords(each, wrap=False) for each in headings]
        self.add_button = QuietButton(add_words, icon_name="plus")
        self.add_button.clicked.connect(self.add_wanted)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(SPACE_8)
        around.addLayout(self._grid)
        around.addLayout(row_of(self.add_button))
        self._place()
        self._fit()

    def clear(self) -> None:
        """No lines."""
        for fields, button in self._lines:
            for each in (*fields, button):
                self._grid.removeWidget(each)
                each.hide()
                each.deleteLater()
        self._lines, self._out = [], []
        self._fit()

    def add_line(self, fields: Sequence[QWidget], *, focus: bool = False) -> None:
        """One more line at the end."""
        number = len(self._lines) + 1
        button = IconButton("trash", self.tr("Take line {number} out").format(number=number))
        button.setProperty("line", number - 1)
        button.clicked.connect(self._on_remove)
        for field, name in zip(fields, self._names, strict=True):
            field.setAccessibleName(self.tr("{name}, line {number}").format(name=name, number=number))
        self._lines.append((tuple(fields), button))
        self._place_line(number, fields, button)
        self._fit()
        if focus:
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def lines(self) -> tuple[tuple[QWidget, ...], ...]:
        """The fields of every line that stands."""
        return tuple(fields for at, (fields, _) in enumerate(self._lines) if at not in self._out)

    def put_back(self) -> None:
        """The line that was taken out last."""
        if self._out:
            self._show(self._out.pop(), shown=True)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), max(self._narrowest(), self.add_button.sizeHint().width())), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = event.size().width() < self._widest()
        if folded is not self._folded:
            self._folded = folded
            self._place()

    def _widest(self) -> int:
        """What a line needs with all its fields beside each other."""
        return max((self._needed((*fields, button)) for fields, button in self._lines), default=0)

    def _narrowest(self) -> int:
        """What it needs with one of them above the others."""
        return max(
            (
                max(fields[self._stretch].minimumSizeHint().width(), self._needed((*self._beside(fields), button)))
                for fields, button in self._lines
            ),
            default=0,
        )

    def _needed(self, widgets: Sequence[QWidget]) -> int:
        return sum(max(each.minimumWidth(), each.minimumSizeHint().width()) + SPACE_8 for each in widgets) - SPACE_8

    def _beside(self, widgets: Sequence[QWidget]) -> tuple[QWidget, ...]:
        return (*widgets[: self._stretch], *widgets[self._stretch + 1 :])

    def _place(self) -> None:
        self._grid.setColumnStretch(self._stretch, 0 if self._folded else 1)
        self._grid.setColumnStretch(len(self._names) + 1, 1 if self._folded else 0)
        self._place_line(0, self._headings)
        for at, (fields, button) in enumerate(self._lines):
            self._place_line(at + 1, fields, button)

    def _place_line(self, number: int, widgets: Sequence[QWidget], button: QWidget | None = None) -> None:
        row, beside = number * 2, self._beside(widgets) if self._folded else tuple(widgets)
        if self._folded:
            self._grid.addWidget(widgets[self._stretch], row, 0, 1, len(widgets) + 1)
        for column, each in enumerate(beside):
            self._grid.addWidget(each, row + 1, column)
        if button is not None:
            self._grid.addWidget(button, row + 1, len(beside), Qt.AlignmentFlag.AlignVCenter)

    def _on_remove(self) -> None:
        button = self.sender()
        if not isinstance(button, IconButton):
            return
        at = int(button.property("line"))
        self._out.append(at)
        self._show(at, shown=False)
        first = self._lines[at][0][0]
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        said = first.property("text")
        self.removed.emit(said if isinstance(said, str) else "")

    def _show(self, at: int, *, shown: bool) -> None:
        fields, button = self._lines[at]
        for each in (*fields, button):
            each.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        for heading in self._headings:
            heading.setVisible(bool(self.lines()))
