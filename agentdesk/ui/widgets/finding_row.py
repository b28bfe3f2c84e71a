"""A matter as one sentence that opens it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.finding import Finding
from agentdesk.domain.wording import moment_in_words
from agentdesk.ui.widgets.decision import decision_in_words, state_of_finding
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.telling import joined, one_line


class FindingRow(SentenceRow):
    """Its reason, whom it is about, when that took place, words of it fit for a list, and what was decided."""

    finding_opened = Signal(str)

    def __init__(
        self, finding: Finding, zone: ZoneInfo, whom: str = "", words: str = "", parent: QWidget | None = None
    ) -> None:
        state, _ = state_of_finding(finding)
        super().__init__(parent=parent, sentence=shown(finding.found.reason))
        self.finding = finding.id
        about = moment_in_words(finding.about_at, zone)
        decided_by = one_line(finding.decided_by or "", 80)
        quote = f"“{one_line(words, 120)}”" if words else ""
        quiet = joined((one_line(whom, 80), about, quote, one_line(decision_in_words(finding)), decided_by))
        self.set_words(self.sentence(), quiet, state=state, state_words=finding.found.kind.in_words)
        self.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        self.finding_opened.emit(self.finding)
