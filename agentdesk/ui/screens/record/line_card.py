"""One measure over the weeks: its name, what its shape says, the line, and the calls behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.trend import RECENT
from agentdesk.domain.wording import counted
from agentdesk.services.reviews.trends import Line
from agentdesk.ui.screens.record.week_line import WeekLine
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_24
from agentdesk.ui.widgets.beside import Beside
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class LineCard(Card):
    """Shows a line; `calls_wanted` carries the measure's name and the calls counted in its newest weeks."""

    calls_wanted = Signal(str, object)

    def __init__(self, line: Line, changed: Sequence[date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._rows = tuple(row for each in line.weeks[-RECENT:] for row in each.rows)
        said = QWidget()
        words = QVBoxLayout(said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(SPACE_8)
        words.addWidget(StrongWords(line.name))
        if line.slide is not None:
            words.addWidget(StateMark(State.LOOK, self.tr("Getting worse")))
        words.addWidget(Words(line.words))
        words.addWidget(QuietWords(line.definition))
        if self._rows:
            calls = counted(len(self._rows), "call", "calls")
            self.open_calls = LinkButton(self.tr("Open {calls}").format(calls=calls), self._on_calls)
            words.addWidget(self.open_calls, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        if sum(bool(each.n) for each in line.weeks) > 1:
            drawn = WeekLine(line.weeks, changed, f"{line.name}. {line.words}")
            self.add(Beside(said, drawn, shares=(42, 58), gap=SPACE_24))
        else:
            self.add(said)

    def _on_calls(self) -> None:
        self.calls_wanted.emit(self.line.name, frozenset(self._rows))
