"""A field with its label, its help and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_4
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.fields import TextArea, TextField
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
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        left = Qt.AlignmentFlag.AlignLeft
        short = field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum
        column.addWidget(self._label)
        column.addWidget(self._help)
        column.addWidget(field, 0, left if short else Qt.AlignmentFlag(0))
        column.addWidget(self._error)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._column, 1)
        row.addStretch(0)
        self._help.setVisible(bool(help_text))
        self._error.hide()
        self._fit()
        self._describe()
        self._too_long = ""
        if isinstance(field, TextField | TextArea):
            field.edited.connect(self._on_edited)
            field.too_long.connect(self._on_too_long)

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

    def set_label(self, label: str) -> None:
        self._label.setText(literal(label))
        self._label.setAccessibleName(label)
        self.field.setAccessibleName(label)

    def label(self) -> str:
        return self._label.accessibleName()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        if not self._wide:
            self._column.setMaximumWidth(scaled(WIDEST))

    def _on_too_long(self, sentence: str) -> None:
        self._too_long = sentence
        self.set_error(sentence)

    def _on_edited(self) -> None:
        if self._too_long and self._error.text() == self._too_long:
            self._too_long = ""
            self.set_error(None)

    def _describe(self) -> None:
        self.field.setAccessibleDescription(" ".join(each for each in (self._error.text(), self._help_text) if each))
