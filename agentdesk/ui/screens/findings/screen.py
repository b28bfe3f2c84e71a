"""What was found, by what needs doing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.finding import Finding
from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.findings.presenter import FindingsPresenter, Sorted, Wanted, wanted_with
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import RowList, Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.finding_row import FindingRow
from agentdesk.ui.widgets.telling import trouble_in_words

AT_A_TIME = 50


class FindingsScreen(Page):
    """Opens with nothing, or narrowed by `kinds`, `status`, `severities`, `agent`, `first` and `last` day, or
    `ids`; `words` then name what shows.
    """

    watches = frozenset({Subject.FINDINGS, Subject.CALLS, Subject.BOOKINGS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = FindingsPresenter(desk.services)
        self._wanted = Wanted()
        self._under_way: Running | None = None
        self.everything = LinkButton(self.tr("Show everything that was found"), self._on_everything)
        self.act_now = Group(desk, self.tr("Act now"))
        self.look = Group(desk, self.tr("Look"))
        self.decided = Group(desk, self.tr("Decided"))
        self.none = EmptyState(
            "check",
            self.tr("Nothing needs you."),
            self.tr("Every call and booking that came in was checked, and nothing was found."),
        )
        self.content.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.act_now, self.look, self.decided, self.none)
        for each in (self.act_now, self.look, self.decided, self.none):
            each.hide()
        self.set_title(self.tr("What was found"))

    def open(self, **what: object) -> None:
        title, self._wanted = wanted_with(what)
        self.everything.setVisible(self._wanted != Wanted())
        self.set_title(title or self.tr("What was found"))
        for group in (self.act_now, self.look, self.decided):
            group.shown = AT_A_TIME
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        presenter, wanted = self._presenter, self._wanted
        self._under_way = self._desk.runner.submit(
            Job("Reading what was found", lambda _: presenter.read(wanted)),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def focus_first(self) -> None:
        rows = (*self.act_now.rows.rows(), *self.look.rows.rows(), *self.decided.rows.rows())
        (rows[0] if rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, found: Sorted) -> None:
        self.act_now.set_findings(found.act_now)
        self.look.set_findings(found.look)
        self.decided.set_findings(found.decided)
        self.none.setVisible(not found.count)
        self.set_quiet(found.in_words() if found.count else "")

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read what was found. What you see is from before."))
        )

    def _on_everything(self) -> None:
        self.open()


class Group(QWidget):
    """Matters of which the same is to be done: a heading with their number, and rows."""

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self.shown = AT_A_TIME
        self.rows = RowList()
        self.section = Section(heading)
        self.more = QuietButton(self.tr("Show more"), self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.section)
        self.section.add(self.rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these; equal ones are left as they are, so that the keyboard stays where it is."""
        self.setVisible(bool(findings))
        if findings == self._findings and len(self.rows.rows()) == min(len(findings), self.shown):
            return
        self._findings = findings
        rows = []
        for each in findings[: self.shown]:
            row = FindingRow(each, self._desk.zone())
            row.finding_opened.connect(self._on_opened)
            rows.append(row)
        self.rows.set_rows(rows)
        self.section.set_quiet(f"{len(findings):,}")
        self.more.setVisible(len(findings) > self.shown)

    def _on_more(self) -> None:
        self.shown += AT_A_TIME
        self.set_findings(self._findings)

    def _on_opened(self, finding: str) -> None:
        self._desk.go.to("finding", id=finding)
