"""A field with its label, its help and what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_4
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.words import ErrorWords, HelpWords, StrongWords, literal

WIDEST = 560
"""A field is no wider than a line one can read, in pixels at 100 %."""


class FormRow(QWidget):
    """Label above, field, help, and the error line. The label names the field for those who listen."""

    def __init__(
        self, label: str, field: QWidget, help_text: str = "", *, wide: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label = StrongWords(literal(label))
        self._label.setBuddy(field)
        self._label.setAccessibleName(label)
        self._help = HelpWords(help_text)
        self._error = ErrorWords()
        self._help_text = help_text
        self._wide = wide
        field.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for each in (self._label, self._help, field, self._error):
            column.addWidget(each)
        self._help.setVisible(bool(help_text))
        self._error.hide()
        if not wide:
            self.setMaximumWidth(scaled(WIDEST))
        self._describe()
        if hasattr(field, "too_long"):
            field.too_long.connect(self.set_error)

    def set_error(self, sentence: str | None) -> None:
        """Say what is wrong in one sentence, or None when it is well. What was typed stays."""
        self._error.setText(sentence or "")
        self._error.setVisible(bool(sentence))
        self.field.setProperty("wrong", bool(sentence))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self._describe()

    def error(self) -> str:
        """The sentence that shows now, or nothing."""
        return self._error.text()

    def set_help(self, help_text: str) -> None:
        self._help_text = help_text
        self._help.setText(help_text)
        self._help.setVisible(bool(help_text))
        self._describe()

    def label(self) -> str:
        return self._label.accessibleName()

    def _describe(self) -> None:
        self.field.setAccessibleDescription(" ".join(each for each in (self._error.text(), self._help_text) if each))
