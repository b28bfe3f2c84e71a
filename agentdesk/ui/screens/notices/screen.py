"""The list of notices. It is the truth; a pop-up is a courtesy."""

from __future__ import annotations

from agentdesk.domain.wording import counted, moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.services.waiting.notices import Told
from agentdesk.ui.desk import Desk
from agentdesk.ui.shell.matters import place_of
from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.paged import Paged
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State, state_of_severity
from agentdesk.ui.widgets.telling import joined, one_line


class NoticesScreen(Page):
    """Every notice, newest first; opening one opens its matter and marks it as read."""

    watches = frozenset({"notices", "findings"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.set_title(self.tr("Notices"))
        self._desk = desk
        self._told: tuple[Told, ...] = ()
        self._all_read = QuietButton(self.tr("Mark all as read"), self._on_all_read)
        self.add_to_head(self._all_read)
        self._list = Paged(RowList(), self._row)
        self._empty = EmptyState(
            "bell",
            self.tr("Nothing has needed you so far."),
            self.tr("What does is listed here, whether a pop-up showed or not."),
        )
        self.add(self._list, self._empty)
        self.content.addStretch(1)
        self._list.hide()
        self._empty.hide()

    def reload(self) -> None:
        self._desk.runner.submit(
            Job("Reading the notices", self._read, Lane.READ, "notices"), self._on_read, within=self
        )

    def _read(self, _: Progress) -> tuple[Told, ...]:
        return self._desk.services.notices.told()

    def _on_read(self, told: tuple[Told, ...]) -> None:
        self._told = told
        self._list.show_things(told)
        self._list.setVisible(bool(told))
        self._empty.setVisible(not told)
        self._all_read.setEnabled(any(each.notice.read_at is None for each in told))
        left = sum(each.is_open and each.notice.read_at is not None for each in told)
        self.set_quiet(
            self.tr("{notices} read, and nothing done yet").format(notices=counted(left, "notice", "notices"))
            if left
            else ""
        )

    def _row(self, told: Told) -> SentenceRow:
        zone, notice = self._desk.zone(), told.notice
        when = moment_in_words(notice.at, zone)
        late = notice.happened_at is not None and (notice.at - notice.happened_at).total_seconds() > 3600
        if late and notice.happened_at is not None:
            happened = moment_in_words(notice.happened_at, zone)
            when = self.tr("Happened {happened}; told {told}").format(happened=happened, told=when)
        state, stands = State.NOTE, self.tr("Read")
        if told.became:
            state, stands = State.ON_TARGET, self.tr("Ended")
        elif notice.read_at is None:
            state, stands = state_of_severity(told.severity), self.tr("New")
        elif told.is_open:
            stands = self.tr("Read, nothing done yet")
        quiet = joined((stands, when, one_line(told.became)))
        row = SentenceRow(notice.body, quiet, state=state, state_words=one_line(notice.title, 120))
        row.opened.connect(self._on_opened)
        return row

    def _on_opened(self) -> None:
        told = self._list.thing(self.sender())
        if told is None:
            return
        notice = told.notice
        self._mark((notice.id,))
        place, what = place_of(notice.subject, notice.subject_id)
        self._desk.go.to(place if place != "notices" else "today", **what)

    def _on_all_read(self) -> None:
        self._mark(tuple(each.notice.id for each in self._told if each.notice.read_at is None))

    def _mark(self, ids: tuple[int, ...]) -> None:
        services = self._desk.services

        def mark(_: Progress) -> None:
            services.notices.mark_read(ids)

        self._desk.runner.submit(Job("Marking notices as read", mark, Lane.WRITE, "notices"), self._on_marked)

    def _on_marked(self, _: None) -> None:
        """The change record brings the list up to date."""
