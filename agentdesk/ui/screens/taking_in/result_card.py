"""What came of the files, what needs the owner, and what to do next."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.finding import Finding
from agentdesk.domain.wording import moment_in_words
from agentdesk.ui.screens.taking_in.presenter import Result
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_16
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, RowList
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import state_of_severity
from agentdesk.ui.widgets.words import SectionWords, Words


class ResultCard(QWidget):
    """Says it, and hands on where the owner wants to go."""

    findings_wanted = Signal()
    calls_wanted = Signal()
    more_wanted = Signal()
    finding_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Card(spacing=SPACE_4)
        self._rows = RowList()
        self.see = PrimaryButton(self.tr("See what needs me"))
        self.calls_first = PrimaryButton(self.tr("Open the calls"))
        self.calls = QuietButton(self.tr("Open the calls"))
        self.diary = QuietButton(self.tr("Bring in the diary"), icon_name="import")
        self.more = QuietButton(self.tr("Bring in more files"), icon_name="import")
        for button, signal in (
            (self.see, self.findings_wanted),
            (self.calls_first, self.calls_wanted),
            (self.calls, self.calls_wanted),
            (self.diary, self.more_wanted),
            (self.more, self.more_wanted),
        ):
            button.clicked.connect(signal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_16)
        column.addWidget(self._said)
        column.addWidget(self._rows)
        column.addWidget(flow_of(self.see, self.calls_first, self.calls, self.diary, self.more))
        self._labels: list[QWidget] = []

    def show_result(self, result: Result, zone: ZoneInfo) -> None:
        """Show this instead of what was there."""
        for each in self._labels:
            each.hide()
            each.deleteLater()
        sentences = [*result.sentences]
        needs = self._needs(result)
        if len(sentences) < 2:
            heading = " ".join([*sentences, needs]).strip()
            sentences = []
        else:
            heading = needs or self.tr("Done.")
        said: list[Words] = [SectionWords(heading), *map(Words, sentences)]
        if result.diary_missing:
            said.append(
                Words(
                    self.tr(
                        "There is no diary here yet, so AgentDesk can't see whether what was promised was also booked."
                    )
                )
            )
        self._labels = list(said)
        self._said.add(*said)
        self._rows.set_rows([self._row(each, zone) for each in result.first])
        self.see.setVisible(result.needs_you > 0)
        self.calls_first.setVisible(result.needs_you == 0 and result.calls)
        self.calls.setVisible(result.needs_you > 0 and result.calls)
        self.diary.setVisible(result.diary_missing)
        self.more.setVisible(not result.diary_missing)

    def sentences(self) -> tuple[str, ...]:
        """What it says now."""
        return tuple(each.text() for each in self._labels if isinstance(each, Words))

    def first_button(self) -> QWidget:
        buttons = (self.see, self.calls_first, self.diary, self.more)
        return next((each for each in buttons if not each.isHidden()), self)

    def _needs(self, result: Result) -> str:
        if result.needs_you == 1:
            return self.tr("1 thing needs you.")
        if result.needs_you:
            return self.tr("{number} things need you.").format(number=f"{result.needs_you:,}")
        return self.tr("Nothing new needs you.") if result.checked else ""

    def _row(self, finding: Finding, zone: ZoneInfo) -> SentenceRow:
        row = SentenceRow(
            finding.found.reason,
            moment_in_words(finding.about_at, zone),
            state=state_of_severity(finding.found.severity),
        )
        row.setProperty("finding", finding)
        row.opened.connect(self._on_row)
        return row

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, SentenceRow):
            self.finding_wanted.emit(row.property("finding"))
