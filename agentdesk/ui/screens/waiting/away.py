"""Who is away, and who has their calls meanwhile."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.clock import day_of
from agentdesk.domain.escalation import Away
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import row_of
from agentdesk.ui.widgets.days import DayField
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.lines import Lines
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import ErrorWords, HelpWords

LONGEST = 40


class AwayForm(QWidget):
    """The whole list, kept at once."""

    kept = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._people: tuple[str, ...] = ()
        self.lines = Lines(
            (self.tr("Away"), self.tr("From"), self.tr("To"), self.tr("Has their calls")),
            self.tr("Add somebody"),
            stretch=3,
        )
        self.lines.add_wanted.connect(self._on_add)
        self.error = ErrorWords()
        self.error.hide()
        self.keep = QuietButton(self.tr("Keep this list"), self._on_keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(HelpWords(self.tr("Whoever needs a person then waits for somebody else.")))
        column.addWidget(self.lines)
        column.addWidget(self.error)
        column.addLayout(row_of(self.keep))
        column.setSpacing(SPACE_8)

    def show_rota(self, rota: tuple[Away, ...], people: tuple[str, ...]) -> None:
        """Show what is kept. Without two people on the list there is nothing to choose."""
        self._people = people
        self.lines.clear()
        for each in rota:
            self._add(each)
        self.setEnabled(len(people) > 1)
        self.keep.setVisible(bool(rota))

    def rota(self) -> tuple[Away, ...]:
        """What the lines say now."""
        found = []
        for who, first, last, instead in self.lines.lines():
            if isinstance(first, DayField) and isinstance(last, DayField):
                found.append(Away(_chosen(who), first.day(), last.day(), _chosen(instead)))
        return tuple(found)

    def _on_add(self) -> None:
        today = day_of(self._desk.clock.now(), self._desk.zone())
        other = self._people[1] if len(self._people) > 1 else ""
        self.keep.show()
        self._add(Away(self._people[0], today, today + timedelta(days=6), other), focus=True)

    def _add(self, away: Away, *, focus: bool = False) -> None:
        who, instead = (
            ChoiceField([(each, one_line(each, LONGEST)) for each in self._people]) for _ in ("who", "instead")
        )
        who.set_value(away.who)
        instead.set_value(away.instead)
        first, last = DayField(away.first), DayField(away.last)
        first.follow(last)
        self.lines.add_line((who, first, last, instead), focus=focus)

    def _on_keep(self) -> None:
        rota, escalations = self.rota(), self._desk.services.escalations
        self._desk.runner.submit(
            Job("Keeping who is away", lambda _: escalations.save_rota(rota), Lane.WRITE),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, _: None) -> None:
        self.error.hide()
        self._desk.tell.say(self.tr("Kept."))
        self.kept.emit()

    def _on_refused(self, trouble: Exception) -> None:
        self.error.setText(trouble_in_words(trouble, self.tr("I couldn't save that. Press Keep again.")))
        self.error.show()


def _chosen(field: QWidget) -> str:
    return str(field.value() or "") if isinstance(field, ChoiceField) else ""
