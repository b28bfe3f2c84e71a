"""What was found, by what needs doing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.wording import counted
from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.findings.presenter import AT_A_TIME, FindingsPresenter, Part, Person, Sorted, wanted_with
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import RowList, Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.finding_row import FindingRow
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import StrongWords

OUTSIDE_HOURS = frozenset({Kind.BOOKING_CLOSED_DAY, Kind.BOOKING_OUTSIDE_HOURS})
MANY = 5
"""So many bookings outside the hours say something about the hours."""


class FindingsScreen(Page):
    """Opens with nothing, or narrowed to what is `wanted` or to an `agent`; `words` then name what shows."""

    watches = frozenset({Subject.FINDINGS, Subject.CALLS, Subject.BOOKINGS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = FindingsPresenter(desk.services, desk.clock)
        self._wanted = FindingFilter()
        self._under_way: Running | None = None
        self.everything = LinkButton(self.tr("Show everything that was found"), self._on_everything)
        self.act_now, self.look, self.decided = (
            Group(desk, self._presenter, heading, self._on_failed)
            for heading in (self.tr("Act now"), self.tr("Look"), self.tr("Decided"))
        )
        self._groups = (self.act_now, self.look, self.decided)
        self.hours = LinkButton(
            self.tr("Many bookings lie outside your opening hours. Look whether these are right"), self._on_hours
        )
        self.none = EmptyState(
            "check",
            self.tr("Nothing needs you."),
            self.tr("Every call and booking that came in was checked, and nothing was found."),
        )
        self.content.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self.hours, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(*self._groups, self.none)
        for each in (*self._groups, self.none, self.hours):
            each.hide()
        self.set_title(self.tr("What was found"))

    def open(self, **what: object) -> None:
        title, self._wanted = wanted_with(what)
        self.everything.setVisible(self._wanted != FindingFilter())
        self.set_title(title or self.tr("What was found"))
        self._ask((AT_A_TIME, AT_A_TIME, AT_A_TIME))

    def reload(self) -> None:
        self._ask((self.act_now.shown, self.look.shown, self.decided.shown))

    def _ask(self, shown: tuple[int, int, int]) -> None:
        """Ask anew, for so many rows of each group."""
        if self._under_way is not None:
            self._under_way.drop()
        for each in self._groups:
            each.stop()
        presenter, wanted = self._presenter, self._wanted
        self._under_way = self._desk.runner.submit(
            Job("Reading what was found", lambda _: presenter.read(wanted, shown)),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def focus_first(self) -> None:
        rows = [row for each in self._groups for row in each.rows.rows()]
        (rows[0] if rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, found: Sorted) -> None:
        for group, part in zip(self._groups, (found.act_now, found.look, found.decided), strict=True):
            group.set_part(part)
        open_ = [each for each in found.act_now.rows if each.status is FindingStatus.OPEN]
        late = [each for each in open_ if each.found.kind in OUTSIDE_HOURS]
        self.hours.setVisible(len(late) >= MANY)
        self.none.setVisible(not found.count)
        self.set_quiet(found.in_words() if found.count else "")

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read what was found. What you see is from before."))
        )

    def _on_hours(self) -> None:
        self._desk.go.to("business")

    def _on_everything(self) -> None:
        self.open()


class Group(QWidget):
    """Matters of which the same is to be done: a heading with their number, and rows."""

    def __init__(
        self, desk: Desk, presenter: FindingsPresenter, heading: str, on_failed: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = presenter
        self._tell_trouble = on_failed
        self.part: Part | None = None
        """What shows."""
        self._under_way: Running | None = None
        self._reading = False
        self.rows = RowList()
        self.section = Section(heading)
        self.more = QuietButton(self.tr("Show more"), self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.section)
        self.section.add(self.rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def shown(self) -> int:
        """How many rows a reader has asked to see."""
        return max(AT_A_TIME, len(self.part.rows) if self.part else 0)

    def stop(self) -> None:
        """What is still being read is not wanted any more."""
        if self._reading and self._under_way is not None:
            self._under_way.drop()
        self._reading = False

    def set_part(self, part: Part) -> None:
        """Show these; equal rows are left as they are, so that the keyboard stays where it is."""
        self.setVisible(bool(part.rows))
        self.section.set_quiet(f"{part.count:,}")
        self.more.setVisible(part.has_more)
        before, self.part = self.part, part
        if before is not None and part.rows == before.rows:
            return
        rows: list[FindingRow] = []
        captions: dict[int, QWidget] = {}
        for person in part.people():
            together = len(person.matters) > 1 and bool(person.words)
            if together:
                captions[len(rows)] = _caption(person)
            for each in person.matters:
                whom, words = "" if together else person.words, part.words.get(each.id, "")
                row = FindingRow(each, self._desk.zone(), whom, words)
                row.finding_opened.connect(self._on_opened)
                rows.append(row)
        self.rows.set_rows(rows, captions)

    def _on_more(self) -> None:
        part, presenter = self.part, self._presenter
        if part is None or self._reading:
            return
        self._reading = True
        self._under_way = self._desk.runner.submit(
            Job("Reading more of what was found", lambda _: presenter.more(part)),
            self._on_more_read,
            self._on_failed,
            within=self,
        )

    def _on_more_read(self, part: Part) -> None:
        self._reading, first_new = False, self.shown
        self.set_part(part)
        if len(part.rows) > first_new:
            self._focus(part.rows[first_new].id)

    def _focus(self, finding: str) -> None:
        for row in self.rows.rows():
            if isinstance(row, FindingRow) and row.finding == finding:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, trouble: Exception) -> None:
        self._reading = False
        self._tell_trouble(trouble)

    def _on_opened(self, finding: str) -> None:
        self._desk.go.to("finding", id=finding)


def _caption(person: Person) -> QWidget:
    """Whom the matters below are about."""
    words = one_line(person.words, 80)
    caption = StrongWords(f"{words} · {counted(len(person.matters), 'matter', 'matters')}")
    caption.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, 0)
    return caption
