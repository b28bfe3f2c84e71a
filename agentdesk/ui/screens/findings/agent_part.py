"""What a matter about an agent shows: before and after side by side, and the way onto the owner's list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from agentdesk.domain.finding import Finding, Kind
from agentdesk.domain.wording import day_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.findings.agent_presenter import AgentFacts, put_on_list
from agentdesk.ui.widgets.ask import Ask
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.days import DayField
from agentdesk.ui.widgets.decision import Accepting
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.telling import trouble_in_words


class Unlisted(QWidget):
    """What one does about an agent that nobody listed: take it over, watch it until a day, or stop it.

    The buttons stand beside others; the fields behind them are here. What was typed stays until it was kept.
    """

    kept = Signal()

    def __init__(self, desk: Desk, finding: Finding, facts: AgentFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._finding = finding
        self.button = PrimaryButton(self.tr("Put it on my list"), self._on_asked)
        self.watch = QuietButton(self.tr("Watch it…"), self._on_watch_asked)
        self.stop = QuietButton(self.tr("Stop it"), self._on_stop_asked)
        self._from: QPushButton = self.button
        self.ask = Ask(self.tr("What do you call it?"), self.tr("The name it says on the phone."))
        self.ask.field.set_value(facts.known.agent.name if facts.known is not None else "")
        self.ask.kept.connect(self._on_keep)
        self.watching = Ask(
            self.tr("Why may it go on?"),
            self.tr("For example: our supplier tries things out with it, and no caller reaches it."),
        )
        self.until = DayField(desk.services.watching.usual_day())
        again = FormRow(self.tr("Look at it again on"), self.until, self.tr("On that day it needs you again."))
        self.watching.column.insertWidget(1, again)
        self.watching.kept.connect(self._on_watch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for ask in (self.ask, self.watching):
            ask.left.connect(self._on_left)
            column.addWidget(ask)
            ask.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        return self.button, self.watch, self.stop

    def show_buttons(self, *, shown: bool) -> None:
        """They are offered while nothing was decided."""
        for each in self.buttons:
            each.setVisible(shown)

    def _on_asked(self) -> None:
        self.ask.keep.set_words(self.tr("Put it on my list"))
        self._show(self.ask, self.button)

    def _on_stop_asked(self) -> None:
        """What is stopped must have a name: it goes on the list first, and the emergency stop opens."""
        self.ask.keep.set_words(self.tr("Go on to the stop"))
        self._show(self.ask, self.stop)

    def _on_watch_asked(self) -> None:
        self._show(self.watching, self.watch)

    def _show(self, ask: Ask, button: QPushButton) -> None:
        self._from = button
        self.show_buttons(shown=False)
        ask.row.set_error(None)
        ask.show()
        ask.field.setFocus()

    def _on_left(self) -> None:
        self.ask.hide()
        self.watching.hide()
        self.show_buttons(shown=True)
        self._from.setFocus()

    def _on_keep(self) -> None:
        desk, finding, name = self._desk, self._finding, self.ask.field.value()
        desk.runner.submit(
            Job(
                "Putting an agent on the list",
                lambda _: put_on_list(desk.services, finding, name, desk.who()),
                Lane.WRITE,
            ),
            self._on_kept,
            partial(self._on_refused, self.ask),
            within=self,
        )

    def _on_kept(self, _: None) -> None:
        self.ask.hide()
        name = self.ask.field.value()
        self._desk.tell.say(self.tr("{name} is on your list.").format(name=name))
        self.kept.emit()
        if self._from is self.stop:
            self._desk.go.to("stop", name=name.strip())

    def _on_watch(self) -> None:
        desk, finding, why, until = self._desk, self._finding.id, self.watching.field.value(), self.until.day()
        watching, who = desk.services.watching, desk.who
        desk.runner.submit(
            Job(
                "Keeping that it is watched",
                lambda _: watching.watch(finding, why, until, who()),
                Lane.WRITE,
            ),
            self._on_watched,
            partial(self._on_refused, self.watching),
            within=self,
        )

    def _on_watched(self, _: None) -> None:
        self.watching.hide()
        day = day_in_words(self.until.day())
        self._desk.tell.say(self.tr("It is watched, and needs you again on {day}.").format(day=day))
        self.kept.emit()

    def _on_refused(self, ask: Ask, trouble: Exception) -> None:
        ask.row.set_error(trouble_in_words(trouble, self.tr("I couldn't save that. Try again.")))


def accepting(desk: Desk, finding: Finding) -> Accepting | None:
    """How one says that a matter about an agent is fine; None where the usual words fit."""
    services, who = desk.services, desk.who

    def accept(reason: str) -> None:
        services.findings.accept(finding.id, reason, who())

    return {
        Kind.AGENT_GONE: Accepting(
            _tr("It's fine, because…"),
            _tr("Why is it no longer there?"),
            _tr("For example: we stopped using it."),
            _tr("Kept as fine."),
            accept,
        ),
    }.get(finding.found.kind)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Findings", words)
