"""What one has in hand with an agent: stopping it, what it is told, and whether it knows what has changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.errors import Sorry
from agentdesk.domain.wording import counted
from agentdesk.jobs.job import Job
from agentdesk.jobs.progress import Progress
from agentdesk.services.control.stopping import StopCard
from agentdesk.ui.desk import Desk
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import one_line


@dataclass(frozen=True, slots=True)
class _Read:
    name: str
    card: StopCard
    changed: bool | None
    """None where no service was ever read."""
    open: int


class ControlPart(RowList):
    """Three rows, each leading to its page."""

    wanted = Signal(str)
    """The place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = ""
        self.stop = SentenceRow(self.tr("Emergency stop"))
        self.told, self.knows = SentenceRow(""), SentenceRow("")
        self.stop.opened.connect(self._on_stop)
        self.told.opened.connect(self._on_told)
        self.knows.opened.connect(self._on_knows)
        self.set_rows([self.stop, self.told, self.knows])

    def show_agent(self, name: str) -> None:
        self._name = name
        self._desk.runner.submit(Job("Reading what is in hand", self._read), self._on_read, within=self)

    def _read(self, _: Progress) -> _Read:
        services, name = self._desk.services, self._name
        try:
            changed: bool | None = bool(services.agent_changes.view(name).changed)
        except Sorry:
            changed = None
        return _Read(name, services.stopping.card(name), changed, len(services.knowing.open_(name)))

    def _on_read(self, read: _Read) -> None:
        if read.name != self._name:
            return
        if read.card.stop is not None:
            self.stop.set_words(
                self.tr("Emergency stop"), self.tr("Pressed"), state=State.LOOK, state_words=self.tr("Stopped")
            )
        elif read.card.rehearsal_due:
            quiet = self.tr("Not rehearsed in the last 90 days")
            self.stop.set_words(
                self.tr("Emergency stop"), quiet, state=State.LOOK, state_words=self.tr("To be rehearsed")
            )
        else:
            self.stop.set_words(self.tr("Emergency stop"), self.tr("Rehearsed"))
        self.told.setVisible(read.changed is not None)
        agent = one_line(read.name, 60)
        told = self.tr("What {agent} is told").format(agent=agent)
        knows = self.tr("Does {agent} know?").format(agent=agent)
        if read.changed:
            quiet = self.tr("Keep it, or put it back")
            self.told.set_words(told, quiet, state=State.ACT_NOW, state_words=self.tr("Not what you approved"))
        else:
            self.told.set_words(told, self.tr("As you approved it"))
        if read.open:
            facts = counted(read.open, self.tr("fact has changed"), self.tr("facts have changed"))
            self.knows.set_words(
                knows,
                self.tr("{facts}, and no call has shown it yet").format(facts=facts),
                state=State.TOO_EARLY,
                state_words=self.tr("Not shown yet"),
            )
        else:
            self.knows.set_words(knows, self.tr("Nothing has changed that callers haven't been told"))

    def _on_stop(self) -> None:
        self.wanted.emit("stop")

    def _on_told(self) -> None:
        self.wanted.emit("changed")

    def _on_knows(self) -> None:
        self.wanted.emit("knowing")
