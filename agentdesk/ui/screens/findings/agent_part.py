"""What a matter about an agent shows: before and after side by side, and the way onto the owner's list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.finding import Finding, Kind
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.findings.agent_presenter import AgentFacts, put_on_list
from agentdesk.ui.widgets.ask import Ask
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.decision import Accepting
from agentdesk.ui.widgets.telling import trouble_in_words


class PutOnList(QWidget):
    """The buttons that put an agent on the owner's list, to look after it or to stop it, and the field for its name."""

    kept = Signal()

    def __init__(self, desk: Desk, finding: Finding, facts: AgentFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._finding = finding
        self.button = PrimaryButton(self.tr("Put it on my list"), self._on_asked)
        self.stop = QuietButton(self.tr("Stop it"), self._on_stop_asked)
        self._then_stop = False
        self.ask = Ask(self.tr("What do you call it?"), self.tr("The name it says on the phone."))
        self.ask.field.set_value(facts.known.agent.name if facts.known is not None else "")
        self.ask.kept.connect(self._on_keep)
        self.ask.left.connect(self._on_left)
        self.ask.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ask)

    def _on_asked(self) -> None:
        self._show_ask(then_stop=False)

    def _on_stop_asked(self) -> None:
        """What is stopped must have a name: it goes on the list first, and the emergency stop opens."""
        self._show_ask(then_stop=True)

    def _show_ask(self, *, then_stop: bool) -> None:
        self._then_stop = then_stop
        self.button.hide()
        self.stop.hide()
        self.ask.show()
        self.ask.field.setFocus()

    def _on_left(self) -> None:
        self.ask.hide()
        self.button.show()
        self.stop.show()
        (self.stop if self._then_stop else self.button).setFocus()

    def _on_keep(self) -> None:
        desk, finding, name = self._desk, self._finding, self.ask.field.value()
        desk.runner.submit(
            Job(
                "Putting an agent on the list",
                lambda _: put_on_list(desk.services, finding, name, desk.who()),
                Lane.WRITE,
            ),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, _: None) -> None:
        self.ask.hide()
        name = self.ask.field.value()
        self._desk.tell.say(self.tr("{name} is on your list.").format(name=name))
        self.kept.emit()
        if self._then_stop:
            self._desk.go.to("stop", name=name.strip())

    def _on_refused(self, trouble: Exception) -> None:
        self.ask.row.set_error(trouble_in_words(trouble, self.tr("I couldn't save that. Press Keep again.")))


def accepting(desk: Desk, finding: Finding) -> Accepting | None:
    """How one says that a matter about an agent is fine; None where the usual words fit."""
    services, who = desk.services, desk.who

    def accept(reason: str) -> None:
        services.findings.accept(finding.id, reason, who())

    return {
        Kind.AGENT_UNLISTED: Accepting(
            _tr("I know it, because…"),
            _tr("Why is it there, and not on your list?"),
            _tr("For example: our supplier tries things out with it, and no caller reaches it."),
            _tr("Kept as known."),
            accept,
        ),
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
