"""The chain of each agent: the line, the agent, its diaries and tools, each with how it stands and since when."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.wording import clock_in_words
from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.services.connections.systems import Health, Link, Part, Picture
from agentdesk.ui.desk import Desk
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_16
from agentdesk.ui.widgets.card import RowList, Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords

_STATES = {
    Health.WORKING: State.ON_TARGET,
    Health.QUIET: State.LOOK,
    Health.BROKEN: State.ACT_NOW,
    Health.UNKNOWN: State.NOT_KNOWN,
}


class SystemsScreen(Page):
    """Opens with nothing."""

    watches = frozenset({Subject.AGENTS, Subject.CALLS, Subject.BOOKINGS, Subject.CONNECTIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._under_way: Running | None = None
        self._links: dict[SentenceRow, tuple[str, Link]] = {}
        self.intro = QuietWords(self.tr("From top to bottom in the order in which they act. Open one to see more."))
        self.none = EmptyState(
            "agents",
            self.tr("No agent is on your list yet."),
            self.tr("Put the one that answers your phone on it. What it touches shows here."),
        )
        self._place = QWidget()
        self._pictures = QVBoxLayout(self._place)
        self._pictures.setContentsMargins(0, 0, 0, 0)
        self._pictures.setSpacing(SPACE_16)
        self.add(self.intro, self.none, self._place)
        self.content.addStretch(1)
        self.none.hide()
        self.set_title(self.tr("What each agent touches"))

    def open(self, **what: object) -> None:
        if what:
            raise TypeError("this page opens whole")
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        systems = self._desk.services.systems
        self._under_way = self._desk.runner.submit(
            Job("Seeing what agents touch", lambda _: systems.pictures()), self._on_read, self._on_failed, within=self
        )

    def rows(self) -> tuple[SentenceRow, ...]:
        """Every link that shows, in order."""
        return tuple(self._links)

    def _on_read(self, pictures: tuple[Picture, ...]) -> None:
        while (item := self._pictures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._links = {}
        self.none.setVisible(not pictures)
        self.intro.setVisible(bool(pictures))
        for picture in pictures:
            section = Section(one_line(picture.agent.name, 80))
            rows = RowList()
            section.add(rows)
            self._pictures.addWidget(section)
            made = [self._row(picture, place, link) for place, link in enumerate(picture.links, 1)]
            rows.set_rows(made)

    def _row(self, picture: Picture, place: int, link: Link) -> SentenceRow:
        zone, now = self._desk.zone(), self._desk.clock.now()
        words = {
            Part.LINE: self.tr("Calls come in by {name}"),
            Part.AGENT: self.tr("{name} answers"),
            Part.DIARY: self.tr("Bookings go into {name}"),
            Part.TOOL: self.tr("It can also use {name}"),
        }[link.part].format(name=one_line(link.name, 80))
        states = {
            Health.WORKING: self.tr("Working"),
            Health.QUIET: self.tr("Quiet"),
            Health.BROKEN: self.tr("Look at this"),
            Health.UNKNOWN: self.tr("Not known"),
        }
        seen = (
            self.tr("last seen working {when}").format(when=clock_in_words(link.seen_at, now, zone))
            if link.seen_at is not None
            else self.tr("never seen working")
            if link.part is not Part.TOOL
            else self.tr("nothing here can see whether it works")
        )
        row = SentenceRow(
            f"{place}. {words}",
            joined((one_line(link.trouble, 200), seen)),
            state=_STATES[link.health],
            state_words=states[link.health],
        )
        row.opened.connect(self._on_opened)
        self._links[row] = (picture.agent.name, link)
        return row

    def _on_opened(self) -> None:
        row = self.sender()
        if not isinstance(row, SentenceRow) or row not in self._links:
            return
        agent, link = self._links[row]
        if link.connection is not None:
            self._desk.go.to("connection", name=link.connection)
        else:
            self._desk.go.to("agent", name=agent)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read that. What you see is from before."))
        )
