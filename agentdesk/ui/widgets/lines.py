"""Lines of fields under headings that can be added and taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import IconButton, QuietButton
from agentdesk.ui.widgets.card import row_of
from agentdesk.ui.widgets.words import QuietWords


class Lines(QWidget):
    """A table of fields; `add_wanted` asks for a new, empty line."""

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
        self._grid.setColumnStretch(stretch, 1)
        self._headings = [QuietWords(each, wrap=False) for each in headings]
        for column, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, column)
        self.add_button = QuietButton(add_words, icon_name="plus")
        self.add_button.clicked.connect(self.add_wanted)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(SPACE_8)
        around.addLayout(self._grid)
        around.addLayout(row_of(self.add_button))
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
        for column, (field, name) in enumerate(zip(fields, self._names, strict=True)):
            field.setAccessibleName(self.tr("{name}, line {number}").format(name=name, number=number))
            self._grid.addWidget(field, number, column)
        self._grid.addWidget(button, number, len(fields), Qt.AlignmentFlag.AlignVCenter)
        self._lines.append((tuple(fields), button))
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
