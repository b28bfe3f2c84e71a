"""The record of one agent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.clock import day_of
from agentdesk.domain.wording import day_in_words, moment_in_words
from agentdesk.jobs.job import Job
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.agents.staff_file import About, Entry, Source
from agentdesk.services.changes import Subject
from agentdesk.services.reviews.trends import Trends
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.record.line_card import LineCard
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import RowList, Section
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords

SHOWN = 40
"""Entries at first, and as many more at each press."""
MARKS_NAMED = 3
_PLACES = {
    Source.AGENT: "agent",
    Source.BRIEF: "brief",
    Source.STOP: "stop",
    Source.TOLD: "changed",
}
"""Where an entry opens; each of these opens with the agent's name."""


@dataclass(frozen=True, slots=True)
class _Read:
    name: str
    trends: Trends
    entries: tuple[Entry, ...]


class RecordScreen(Page):
    """Opens with `name`, the agent's."""

    watches = frozenset({Subject.AGENTS, Subject.BUSINESS, Subject.CALLS, Subject.FINDINGS, Subject.REVIEW})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        self._under_way: Running | None = None
        self._entries: tuple[Entry, ...] = ()
        self._opens: dict[SentenceRow, Entry] = {}
        self._limit = SHOWN
        self._cards: tuple[LineCard, ...] = ()
        self.weeks = Section(self.tr("Week by week"))
        self.marks = QuietWords()
        self.mistaken = QuietWords(
            self.tr(
                "Getting worse means: the last four whole weeks against up to eight before. Of lines that stay"
                " level, one in six is called that by mistake once a year."
            )
        )
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE_12)
        self.weeks.add(self.marks, lines, self.mistaken)
        self.file = Section(self.tr("What was expected, looked at and changed"))
        self.about = ChoiceField[About | None](
            [
                (None, self.tr("Everything")),
                (About.EXPECTED, self.tr("What was expected")),
                (About.CHECKED, self.tr("What was looked at")),
                (About.CHANGED, self.tr("What was changed")),
            ]
        )
        self.about.setAccessibleName(self.tr("Which entries"))
        self.about.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.about.chosen.connect(self._on_about)
        self.rows = RowList()
        self.nothing = QuietWords(self.tr("Nothing of this kind yet."))
        self.more = LinkButton(self.tr("Show more"), self._on_more)
        self.file.body.addWidget(self.about, 0, Qt.AlignmentFlag.AlignLeft)
        self.file.add(self.rows, self.nothing)
        self.file.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.weeks, self.file)
        self.content.addStretch(1)
        for each in (self.weeks, self.file):
            each.hide()
        self.set_title(self.tr("Record"))

    def open(self, **what: object) -> None:
        name = what.pop("name", None)
        if what or not isinstance(name, str):
            raise TypeError("a record opens with its agent's name")
        if name != self._name:
            self._limit = SHOWN
            for each in (self.weeks, self.file):
                each.hide()
        self._name = name
        self.set_title(self.tr("{agent}'s record").format(agent=one_line(name, 60)))
        self.reload()

    def reload(self) -> None:
        if not self._name:
            return
        if self._under_way is not None:
            self._under_way.drop()
        self._under_way = self._desk.runner.submit(
            Job("Reading an agent's record", self._read), self._on_read, self._on_failed, within=self
        )

    def line_cards(self) -> tuple[LineCard, ...]:
        """The measures that show, from above."""
        return self._cards

    def entry_rows(self) -> tuple[SentenceRow, ...]:
        """The entries that show, the latest first."""
        return tuple(self._opens)

    def focus_first(self) -> None:
        self.about.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, _: Progress) -> _Read:
        services, name = self._desk.services, self._name
        return _Read(name, services.trends.of(name), services.staff_files.of(name))

    def _on_read(self, read: _Read) -> None:
        if read.name != self._name:
            return
        self._show_lines(read.trends)
        self._entries = read.entries
        self._show_entries()
        for each in (self.weeks, self.file):
            each.show()

    def _show_lines(self, trends: Trends) -> None:
        zone = self._desk.zone()
        for card in self._cards:
            card.hide()
            self._lines.removeWidget(card)
            card.deleteLater()
        changed = [day_of(each.at, zone) for each in trends.marks]
        self._cards = tuple(LineCard(line, changed) for line in trends.lines)
        for card in self._cards:
            card.calls_wanted.connect(self._on_calls)
            self._lines.addWidget(card)
        named = [
            joined((day_in_words(on), one_line(each.words, 80))) for on, each in zip(changed, trends.marks, strict=True)
        ]
        rest = len(named) - MARKS_NAMED
        if rest > 0:
            named = [*named[-MARKS_NAMED:], self.tr("{count} earlier, listed below").format(count=rest)]
        self.marks.setText(self.tr("Upright lines mark what changed: {changes}.").format(changes="; ".join(named)))
        self.marks.setVisible(bool(named))

    def _show_entries(self) -> None:
        wanted = self.about.value()
        entries = [each for each in self._entries if wanted in (None, each.about)]
        zone = self._desk.zone()
        kinds = {
            About.EXPECTED: self.tr("Expected"),
            About.CHECKED: self.tr("Looked at"),
            About.CHANGED: self.tr("Changed"),
        }
        self._opens = {}
        for each in entries[: self._limit]:
            who = joined((one_line(each.by, 60), one_line(each.why)))
            said = joined((kinds[each.about], moment_in_words(each.at, zone), who))
            row = SentenceRow(one_line(each.words, 200), said)
            row.opened.connect(self._on_opened)
            self._opens[row] = each
        self.rows.set_rows(list(self._opens))
        self.nothing.setVisible(not entries)
        self.more.setVisible(len(entries) > self._limit)

    def _on_about(self) -> None:
        self._limit = SHOWN
        self._show_entries()

    def _on_more(self) -> None:
        self._limit += SHOWN
        self._show_entries()

    def _on_opened(self) -> None:
        row = self.sender()
        entry = self._opens.get(row) if isinstance(row, SentenceRow) else None
        if entry is None:
            return
        if entry.source is Source.REVIEW:
            self._desk.go.to("review")
        elif entry.source is Source.FACTS:
            self._desk.go.to("fact_sheet")
        else:
            self._desk.go.to(_PLACES[entry.source], name=self._name)

    def _on_calls(self, measure: str, calls: object) -> None:
        self._desk.go.to("calls", ids=calls, words=measure)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("Something went wrong on this screen. Your records are safe."))
        )
