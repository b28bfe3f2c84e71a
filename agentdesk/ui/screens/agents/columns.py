"""How an agent's page is laid out: columns of sections."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_4, SPACE_24
from agentdesk.ui.widgets.card import Section, row_of
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import StrongWords


class Column(QWidget):
    """Sections, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SPACE_24)

    def add(self, widget: QWidget) -> None:
        """Something without a heading."""
        self._body.addWidget(widget)

    def put(self, heading: str, *widgets: QWidget) -> Section:
        section = Section(heading)
        section.add(*widgets)
        self._body.addWidget(section)
        return section


def trouble(sentence: str) -> QWidget:
    """What must be looked at, with its mark."""
    # beside each other the two would not wrap
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    column.addWidget(StateMark(State.LOOK))
    column.addWidget(StrongWords(sentence))
    return whole


def leading(button: QWidget) -> QWidget:
    """A button that stands at the left instead of filling its line."""
    line = QWidget()
    row = row_of(button)
    row.setContentsMargins(0, 0, 0, 0)
    line.setLayout(row)
    return line
