"""What is known of one thing, as captions over values that flow over the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_4, SPACE_24
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.words import QuietWords, Words

WIDEST = 360


class FactWords(QWidget):
    """A caption and its value; those who listen hear both as one."""

    def __init__(self, name: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._value = Words(value, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(QuietWords(name, wrap=False))
        column.addWidget(self._value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.set_value(value)

    def set_value(self, value: str) -> None:
        # A wrapping label asks for a square; a value wants one line as long as there is room for it.
        self._value.setWordWrap(self.fontMetrics().horizontalAdvance(value) > scaled(WIDEST))
        self._value.setText(value)
        self._value.setAccessibleName(f"{self._name}: {value}")
        if self._value.wordWrap():
            self._value.setFixedWidth(scaled(WIDEST))
        self.updateGeometry()

    def value(self) -> str:
        return self._value.text()


class FactLine(QWidget):
    """Facts side by side, going on in the next line where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, gap=SPACE_24)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._facts: list[FactWords] = []

    def set_facts(self, facts: Sequence[tuple[str, str]], *extra: QWidget) -> None:
        """Show these, then whatever else belongs there."""
        for each in self._facts:
            self._flow.removeWidget(each)
            each.hide()
            each.deleteLater()
        for widget in extra:
            self._flow.removeWidget(widget)
        self._facts = [FactWords(name, value) for name, value in facts]
        shown: tuple[QWidget, ...] = (*self._facts, *extra)
        for widget in shown:
            self._flow.addWidget(widget)
            widget.show()

    def said(self) -> tuple[str, ...]:
        """The values, for tests and for copying."""
        return tuple(each.value() for each in self._facts)
