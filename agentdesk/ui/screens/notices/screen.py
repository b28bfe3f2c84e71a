"""The list of notices. It is the truth; a pop-up is a courtesy."""

from __future__ import annotations

from agentdesk.domain.finding import Severity
from agentdesk.domain.notice import Notice
from agentdesk.domain.wording import moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.ui.desk import Desk
from agentdesk.ui.shell.matters import place_of
from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State, state_of_severity


class NoticesScreen(Page):
    """Every notice, newest first; opening one opens its matter and marks it as read."""

    watches = frozenset({"notices"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.set_title(self.tr("Notices"))
        self._desk = desk
        self._notices: dict[SentenceRow, Notice] = {}
        self._all_read = QuietButton(self.tr("Mark all as read"), self._on_all_read)
        self.add_to_head(self._all_read)
        self._rows = RowList()
        self._empty = EmptyState(
            "bell",
            self.tr("Nothing has needed you so far."),
            self.tr("What does is listed here, whether a pop-up showed or not."),
        )
        self.add(self._rows, self._empty)
        self.content.addStretch(1)
        self._rows.hide()
        self._empty.hide()

    def reload(self) -> None:
        self._desk.runner.submit(
            Job("Reading the notices", self._read, Lane.READ, "notices"), self._on_read, within=self
        )

    def _read(self, _: Progress) -> tuple[tuple[Notice, ...], dict[int, Severity]]:
        notices = self._desk.services.notices.page()
        return notices, self._desk.services.notices.severities(notices)

    def _on_read(self, read: tuple[tuple[Notice, ...], dict[int, Severity]]) -> None:
        notices, severities = read
        self._notices = {self._row(each, severities[each.id]): each for each in notices}
        for row in self._notices:
            row.opened.connect(self._on_opened)
        self._rows.set_rows(tuple(self._notices))
        self._empty.setVisible(not notices)
        self._all_read.setEnabled(any(each.read_at is None for each in notices))

    def _row(self, notice: Notice, severity: Severity) -> SentenceRow:
        zone = self._desk.zone()
        told = moment_in_words(notice.at, zone)
        late = notice.happened_at is not None and (notice.at - notice.happened_at).total_seconds() > 3600
        if late and notice.happened_at is not None:
            happened = moment_in_words(notice.happened_at, zone)
            told = self.tr("Happened {happened}; told {told}").format(happened=happened, told=told)
        unread = notice.read_at is None
        return SentenceRow(
            notice.body,
            told,
            state=state_of_severity(severity) if unread else State.NOTE,
            state_words=self.tr("New") if unread else self.tr("Read"),
            strong=unread,
        )

    def _on_opened(self) -> None:
        row = self.sender()
        notice = self._notices.get(row) if isinstance(row, SentenceRow) else None
        if notice is None:
            return
        self._mark((notice.id,))
        place, what = place_of(notice.subject, notice.subject_id)
        self._desk.go.to(place if place != "notices" else "today", **what)

    def _on_all_read(self) -> None:
        self._mark(tuple(each.id for each in self._notices.values() if each.read_at is None))

    def _mark(self, ids: tuple[int, ...]) -> None:
        services = self._desk.services

        def mark(_: Progress) -> None:
            services.notices.mark_read(ids)

        self._desk.runner.submit(Job("Marking notices as read", mark, Lane.WRITE, "notices"), self._on_marked)

    def _on_marked(self, _: None) -> None:
        """The change record brings the list up to date."""
