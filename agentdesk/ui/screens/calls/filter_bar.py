"""The search field and the filters over the list of calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.screens.calls.presenter import Asked, When, days_in_words
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.fields import ChoiceField, TextField, TickBox
from agentdesk.ui.widgets.flow import Flow

PAUSE = 250
"""Milliseconds after the last letter before the search begins."""
_EVERYBODY = ""


class FilterBar(QWidget):
    """Says what is asked for. `asked_changed` comes once after a pause in typing."""

    asked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = Asked()
        self._agents: tuple[str, ...] = ()
        self.search = TextField(hint=self.tr("Search every word that was said"), limit=200)
        self.search.setAccessibleName(self.tr("Search every word that was said"))
        self.search.setClearButtonEnabled(True)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find)
        self.search.setToolTip(
            self.tr("Search ({keys})").format(keys=find.key().toString(QKeySequence.SequenceFormat.NativeText))
        )
        self.when: ChoiceField[When] = ChoiceField(self._days())
        self.when.setAccessibleName(self.tr("Days"))
        self.agent: ChoiceField[str] = ChoiceField([(_EVERYBODY, self.tr("Every agent"))])
        self.agent.setAccessibleName(self.tr("Agent"))
        self.agent.hide()
        self.answered: ChoiceField[str] = ChoiceField(
            [("all", self.tr("Answered or not")), ("yes", self.tr("Answered")), ("no", self.tr("Not answered"))]
        )
        self.answered.setAccessibleName(self.tr("Answered or not"))
        self.found = TickBox(self.tr("Only with something found"))
        filters = QWidget()
        flow = Flow(filters)
        for each in (self.when, self.agent, self.answered, self.found):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.search)
        column.addWidget(filters)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_settled)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_settled)
        for field in (self.when, self.agent, self.answered):
            field.chosen.connect(self._on_settled)
        self.found.toggled.connect(self._on_settled)

    def asked(self) -> Asked:
        """What the fields say now."""
        answered = {"yes": True, "no": False}.get(self.answered.value() or "")
        return replace(
            self._asked,
            words=self.search.value(),
            when=self.when.value() or When.ANY,
            agent=self.agent.value() or None,
            answered=answered,
            found_only=self.found.isChecked(),
        )

    def set_asked(self, asked: Asked) -> None:
        """Show another question without asking it."""
        self._asked = asked
        fields = (self.search, self.when, self.agent, self.answered, self.found)
        for each in fields:
            each.blockSignals(True)
        self.search.set_value(asked.words)
        self.when.set_options(self._days())
        self.when.set_value(asked.when)
        self.set_agents(self._agents)
        self.agent.set_value(asked.agent or _EVERYBODY)
        self.answered.set_value(
            {True: "yes", False: "no"}.get(asked.answered, "all") if asked.answered is not None else "all"
        )
        self.found.setChecked(asked.found_only)
        for each in fields:
            each.blockSignals(False)
        self._pause.stop()

    def set_agents(self, agents: Sequence[str]) -> None:
        """Offer these agents where there is a choice."""
        self._agents = tuple(agents)
        chosen = self._asked.agent
        names = list(dict.fromkeys((*agents, *((chosen,) if chosen else ()))))
        self.agent.set_options([(_EVERYBODY, self.tr("Every agent")), *((each, each) for each in names)])
        self.agent.setVisible(len(names) > 1 or chosen is not None)

    def stop(self) -> None:
        """Ask nothing more by itself."""
        self._pause.stop()

    def _days(self) -> list[tuple[When, str]]:
        days = [
            (When.ANY, self.tr("Any day")),
            (When.THIS_WEEK, self.tr("This week")),
            (When.LAST_WEEK, self.tr("Last week")),
            (When.THIS_MONTH, self.tr("This month")),
        ]
        if self._asked.days is not None:
            days.append((When.CHOSEN, days_in_words(self._asked.days)))
        return days

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_settled(self) -> None:
        self._pause.stop()
        self.asked_changed.emit()
