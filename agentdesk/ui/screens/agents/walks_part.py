"""The regular looks at an agent, and the checklists that can be begun from its page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.agent import Stage
from agentdesk.domain.walk import (
    CHANGE,
    FIRST_TWO_WEEKS,
    FORTNIGHTLY,
    GO_LIVE,
    INCIDENT,
    MONTHLY,
    RETIREMENT,
    Due,
    Walk,
)
from agentdesk.domain.wording import day_in_words
from agentdesk.services.agents.walks import Looks
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State

MOST_COMING = 2


class WalksPart(QWidget):
    """Rows that lead to a checklist: what is due or was missed first, then what can be begun."""

    wanted = Signal(str)
    """The name of a checklist."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowList()
        self._names: dict[SentenceRow, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.rows)

    def show_walks(self, stage: Stage, looks: Looks, walks: Sequence[Walk]) -> None:
        """Show what there is to walk through at this stage."""
        self._names = {}
        for each in looks.now:
            self._add(self._called(each), each.checklist, State.LOOK, self.tr("Due now"))
        if looks.missed:
            more = len(looks.missed) - 1
            quiet = self.tr("and {count} before it").format(count=more) if more else ""
            self._add(self._called(looks.missed[-1]), looks.missed[-1].checklist, State.LOOK, self.tr("Missed"), quiet)
        for each in looks.next[:MOST_COMING]:
            if each.checklist not in self._names.values():
                self._add(self._called(each), each.checklist, None, "")
        latest = {each.checklist: each for each in reversed(walks)}
        for name, words in self._reasons(stage):
            self._add(words, name, None, "", self._how_far(latest.get(name)))
        for row in self._names:
            row.opened.connect(self._on_opened)
        self.rows.set_rows(tuple(self._names))

    def _reasons(self, stage: Stage) -> tuple[tuple[str, str], ...]:
        live = (GO_LIVE, self.tr("Before it goes live"))
        change = (CHANGE, self.tr("Change what it says or may do"))
        incident = (INCIDENT, self.tr("Something went wrong"))
        retire = (RETIREMENT, self.tr("Retire it"))
        if stage in (Stage.PLANNED, Stage.TRIAL):
            return (live, retire)
        return (retire,) if stage is Stage.RETIRED else (change, incident, retire)

    def _how_far(self, walk: Walk | None) -> str:
        if walk is None or not walk.ticks:
            return ""
        if walk.ended_at is None:
            return self.tr("Begun, not finished")
        return self.tr("Done on {day}").format(day=day_in_words(walk.ended_at.date()))

    def _called(self, due: Due) -> str:
        words = {
            FIRST_TWO_WEEKS: self.tr("Five minutes, {day}"),
            FORTNIGHTLY: self.tr("Fortnightly review, from {day}"),
            MONTHLY: self.tr("Monthly review, from {day}"),
        }[due.checklist]
        return words.format(day=day_in_words(due.on))

    def _add(self, words: str, name: str, state: State | None, state_words: str, quiet: str = "") -> None:
        self._names[SentenceRow(words, quiet, state=state, state_words=state_words)] = name

    def _on_opened(self) -> None:
        row = self.sender()
        if isinstance(row, SentenceRow) and row in self._names:
            self.wanted.emit(self._names[row])
