"""A field behind a button: what was typed stays until it was kept, Enter keeps it, Esc puts it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow


class AnswerField(TextField):
    """Enter keeps, Esc puts the field away and nothing else."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        # Else the window's own Esc takes one back to the page before, reason and all.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class Ask(QWidget):
    """The field, its label and help, and the buttons that keep it or put it away."""

    kept = Signal()
    left = Signal()

    def __init__(self, label: str, help_text: str, parent: QWidget | None = None, *, limit: int = 500) -> None:
        super().__init__(parent)
        self.field = AnswerField(limit=limit)
        self.row = FormRow(label, self.field, help_text, wide=True)
        self.keep = PrimaryButton(self.tr("Keep"))
        self.cancel = QuietButton(self.tr("Cancel"))
        ends = QWidget()
        self.ends = Flow(ends)
        self.ends.addWidget(self.keep)
        self.ends.addWidget(self.cancel)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_8)
        self.column.addWidget(self.row)
        self.column.addWidget(ends)
        self.keep.clicked.connect(self.kept)
        self.cancel.clicked.connect(self.left)
        self.heed(self.field)

    def clear(self) -> None:
        """Begin anew, with nothing typed."""
        self.field.set_value("")

    def heed(self, field: AnswerField) -> None:
        """Enter in this field keeps, and Esc puts everything away."""
        field.returnPressed.connect(self.keep.click)
        field.left.connect(self.left)
