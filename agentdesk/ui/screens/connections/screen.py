"""The services that are connected, and how each stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.connections.presenter import ConnectionsPresenter, Shown
from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords

MOST_NAMED = 3
"""Agents that answer there."""


class ConnectionRow(SentenceRow):
    """A connection as one sentence that opens it, with the way to its key where it needs one."""

    sign_in_wanted = Signal()

    def __init__(self, shown: Shown) -> None:
        standing = shown.standing
        agents = [one_line(each, 40) for each in shown.agents[:MOST_NAMED]]
        super().__init__(
            one_line(shown.title, 120),
            # in a row of parts a full stop would end what goes on
            joined(each.rstrip(".") for each in (standing.sentence, standing.quiet, *agents)),
            state=standing.state,
            state_words=standing.state_words,
            strong=True,
        )
        self.shown = shown
        self.sign_in: QuietButton | None = None
        if standing.sign_in:
            self.sign_in = QuietButton(standing.sign_in, self.sign_in_wanted.emit)
            self.sign_in.setAccessibleDescription(one_line(shown.title, 120))
            self.put_at_right(self.sign_in)


class ConnectionsScreen(Page):
    """Where calls and bookings come from."""

    watches = frozenset({Subject.CONNECTIONS, Subject.AGENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = ConnectionsPresenter(desk.services, desk.clock)
        self._under_way: Running | None = None
        self.shown: tuple[Shown, ...] = ()
        self.connect_button = PrimaryButton(self.tr("Connect a service"), self._on_connect, key="Ctrl+N")
        self.files = QuietButton(self.tr("Bring in files"), self._on_files)
        self.places = QuietButton(self.tr("Where AgentDesk connects to"), self._on_places)
        self.systems = QuietButton(self.tr("What each agent works with"), self._on_systems)
        self.intro = QuietWords(self.tr("Each is read every few minutes by itself. Open one to read it at once."))
        self.rows = RowList()
        self.none = EmptyState(
            "connections",
            self.tr("No service is connected yet."),
            self.tr("Connect the one that answers your calls and the one that keeps your diary."),
        )
        self.add(self.intro, self.rows, self.none, flow_of(self.connect_button, self.files, self.systems, self.places))
        self.content.addStretch(1)
        self.rows.hide()
        self.none.hide()
        self.set_title(self.tr("Connections"))

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        presenter = self._presenter
        self._under_way = self._desk.runner.submit(
            Job("Reading the connections", lambda _: presenter.read()), self._on_read, self._on_failed, within=self
        )

    def focus_first(self) -> None:
        rows = self.rows.rows()
        (rows[0] if rows else self.connect_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, shown: tuple[Shown, ...]) -> None:
        if shown != self.shown or not (self.rows.rows() or self.none.isVisible()):
            focused = next((each.shown.name for each in self._rows() if each.hasFocus()), None)
            self.shown = shown
            rows = [ConnectionRow(each) for each in shown]
            for row in rows:
                row.opened.connect(self._on_opened)
                row.sign_in_wanted.connect(self._on_sign_in)
            self.rows.set_rows(rows)
            for row in rows:
                if row.shown.name == focused:
                    row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.none.setVisible(not shown)
        self.intro.setVisible(bool(shown))

    def _rows(self) -> list[ConnectionRow]:
        return [each for each in self.rows.rows() if isinstance(each, ConnectionRow)]

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read the connections. What you see is from before."))
        )

    def _on_opened(self) -> None:
        row = self.sender()
        if isinstance(row, ConnectionRow):
            self._desk.go.to("connection", name=row.shown.name)

    def _on_sign_in(self) -> None:
        row = self.sender()
        if isinstance(row, ConnectionRow):
            self._desk.go.to("connect", name=row.shown.name)

    def _on_connect(self) -> None:
        self._desk.go.to("connect")

    def _on_files(self) -> None:
        self._desk.go.to("import")

    def _on_systems(self) -> None:
        self._desk.go.to("systems")

    def _on_places(self) -> None:
        self._desk.go.to("places")
