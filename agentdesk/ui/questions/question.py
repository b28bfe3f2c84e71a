"""What every question is: fields that show a draft, and hand it back with what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.theme.tokens import SPACE_16
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import ErrorWords, HelpWords


class NotUnderstoodError(Exception):
    """What stands in a field could mean two things. Carries the field and a sentence to stand beside it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


class Question(QWidget):
    """A question's fields in a column. Subclasses fill `rows`, the places where troubles are said, by name."""

    removed = Signal(str)
    """The words of a line that was taken out; `put_back` undoes it."""

    def __init__(self, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = date.min
        """On the desk's clock, told before a draft is shown."""
        self.rows: dict[str, FormRow | Said] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_16)
        self._help = HelpWords(help_text)
        self._help.setVisible(bool(help_text))
        self.column.addWidget(self._help)

    def title(self, draft: Draft) -> str:
        """The question itself."""
        raise TypeError(f"{type(self).__name__} asks nothing about {draft.step}")

    def show_draft(self, draft: Draft, starter: Starter) -> None:
        """Put the answers so far into the fields."""

    def answered(self, draft: Draft) -> Draft:
        """The draft with what stands in the fields. Raises NotUnderstoodError for what could mean two things."""
        return draft

    def put_back(self) -> None:
        """The line that was taken out last, where there are lines."""

    def first_field(self) -> QWidget:
        """Where the keyboard goes on arrival."""
        return self

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)

    def add_row(self, name: str, row: FormRow | Said) -> None:
        """Put a row below what is there, where troubles with that name are said."""
        self.column.addWidget(row)
        self.name_row(name, row)

    def name_row(self, name: str, row: FormRow | Said) -> None:
        """Troubles with that name are said on this row, which stands somewhere already."""
        self.rows[name] = row
        for signal in ("edited", "chosen"):
            if hasattr(row.field, signal):
                getattr(row.field, signal).connect(self._on_edited)

    def set_help(self, help_text: str) -> None:
        self._help.setText(help_text)
        self._help.setVisible(bool(help_text))

    def show_troubles(self, said: Mapping[str, str]) -> None:
        """Sentences beside their fields; the keyboard goes to the first of them."""
        first = None
        for name, row in self.rows.items():
            row.set_error(said.get(name))
            if name in said and first is None:
                first = row.field
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        for row in self.rows.values():
            if row.field is self.sender():
                row.set_error(None)


class Said(QWidget):
    """A part of a question that is more than one field, with the line for what is wrong below it."""

    def __init__(self, part: QWidget, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field or part
        self._error = ErrorWords()
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part)
        column.addWidget(self._error)

    def set_error(self, sentence: str | None) -> None:
        self._error.setText(sentence or "")
        self._error.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence or "")

    def error(self) -> str:
        """The sentence that shows now, or nothing."""
        return self._error.text()
