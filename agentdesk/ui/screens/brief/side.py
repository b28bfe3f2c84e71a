"""Beside the sheet: what a reader would miss, approving, printing, and the versions so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agentdesk.domain.brief import Brief, Difference
from agentdesk.ui.screens.brief.presenter import BriefView, approve_in_words, version_line
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, RowList, Section, row_of
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import HairLine, QuietWords, SectionWords, StrongWords, Words

LARGE_TEXT = 140


class BriefSide(QWidget):
    """Says what the owner asked for; decides nothing."""

    approve_wanted = Signal(str)
    """The reason."""
    pdf_wanted = Signal()
    staff_sheet_wanted = Signal()
    compare_wanted = Signal(int, int)
    """An older and a newer version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = QuietWords()
        self.why = TextField(limit=300, hint=self.tr("For example: new call-out fee"))
        self.why_row = FormRow(self.tr("What changed, and why?"), self.why)
        self.why.returnPressed.connect(self._on_approve)
        self.approve = PrimaryButton("", self._on_approve)
        self.pdf = QuietButton(self.tr("Save as PDF"), icon_name="pdf")
        self.pdf.clicked.connect(self.pdf_wanted)
        self.staff_sheet = QuietButton(self.tr("Staff sheet"), icon_name="people")
        self.staff_sheet.clicked.connect(self.staff_sheet_wanted)
        buttons = Flow()
        buttons.addWidget(self.pdf)
        buttons.addWidget(self.staff_sheet)
        self.gap_card = Card(spacing=SPACE_8)
        self._gap_mark = StateMark(State.LOOK)
        self._gap_lines = QVBoxLayout()
        self._gap_lines.setSpacing(SPACE_8)
        self.gap_card.add(self._gap_mark, self._gap_lines)
        self._gaps: list[Words] = []
        self.versions = RowList()
        self._pairs: dict[SentenceRow, tuple[int, int]] = {}
        self._version_section = Section(self.tr("Versions"))
        self._version_section.add(self.versions)
        decide = Card(spacing=SPACE_12)
        decide.add(self.kept, self.why_row, row_of(self.approve), buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_16)
        for each in (decide, self.gap_card, self._version_section):
            whole.addWidget(each)

    def show_view(self, view: BriefView) -> None:
        """Show the versions and what can be done."""
        self.approve.set_words(approve_in_words(view.working))
        self.approve.setVisible(view.has_draft)
        self.approve.setEnabled(True)
        self.why_row.setVisible(view.has_draft and view.working.number > 1)
        written = bool(view.versions) and view.versions[0].brief != Brief()
        self.pdf.setEnabled(written)
        self.staff_sheet.setEnabled(written)
        zone = view.business.zone if view.business else None
        self._pairs = {}
        rows = []
        for at, version in enumerate(view.versions):
            if zone is None:
                break
            row = SentenceRow(*version_line(version, zone))
            older = view.versions[at + 1].number if at + 1 < len(view.versions) else version.number
            self._pairs[row] = (older, version.number)
            row.opened.connect(self._on_version)
            rows.append(row)
        self.versions.set_rows(rows)
        self._version_section.setVisible(bool(rows))

    def show_gaps(self, gaps: Sequence[str]) -> None:
        """Say what a reader would miss, in sentences."""
        for each in self._gaps:
            self._gap_lines.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._gaps = [Words(each) for each in gaps]
        for each in self._gaps:
            self._gap_lines.addWidget(each)
        if gaps:
            self._gap_mark.set_state(State.LOOK, self.tr("Still missing"))
        else:
            self._gap_mark.set_state(State.ON_TARGET, self.tr("Nothing is missing"))

    def gaps(self) -> tuple[str, ...]:
        return tuple(each.text() for each in self._gaps)

    def refuse(self, sentence: str) -> None:
        """Say why it couldn't be approved; empty takes it back."""
        self.why_row.setVisible(bool(sentence) or not self.why_row.isHidden())
        self.why_row.set_error(sentence or None)
        self.approve.setEnabled(True)
        if sentence:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def approved(self) -> None:
        """It was approved: the reason belongs to that version now."""
        self.why.set_value("")
        self.why_row.set_error(None)

    def _on_approve(self) -> None:
        if self.approve.isEnabled() and not self.approve.isHidden():
            self.approve.setEnabled(False)
            self.approve_wanted.emit(self.why.value())

    def _on_version(self) -> None:
        row = self.sender()
        if isinstance(row, SentenceRow):
            self.compare_wanted.emit(*self._pairs[row])


class Comparison(Card):
    """What changed between two versions, in words: what it was, what it is now."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=SPACE_24, spacing=SPACE_12)
        self.title = SectionWords()
        self.close_button = IconButton("close", self.tr("Close the comparison"))
        self.close_button.clicked.connect(self.closed)
        head = QGridLayout()
        head.addWidget(self.title, 0, 0)
        head.addWidget(self.close_button, 0, 1, Qt.AlignmentFlag.AlignTop)
        head.setColumnStretch(0, 1)
        self._body = QVBoxLayout()
        self._body.setSpacing(SPACE_12)
        self.add(head, self._body)
        self._lines: list[QWidget] = []

    def show_differences(self, older: int, newer: int, differences: Sequence[Difference]) -> None:
        """Show them in the order in which the page prints."""
        for each in self._lines:
            self._body.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._lines = []
        if older == newer:
            self.title.setText(self.tr("Version {number} is the first").format(number=newer))
        else:
            self.title.setText(self.tr("From version {older} to {newer}").format(older=older, newer=newer))
        part = ""
        for difference in differences:
            if difference.part != part:
                part = difference.part
                self._lines += [HairLine(), StrongWords(part)]
            self._lines.append(self._difference(difference))
        if not differences:
            self._lines.append(QuietWords(self.tr("There is nothing to compare.")))
        for line in self._lines:
            self._body.addWidget(line)

    def _difference(self, difference: Difference) -> QWidget:
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_4)
        large = text_percent() >= LARGE_TEXT
        nothing = self.tr("Nothing")
        for at, (label, words) in enumerate(((self.tr("Was:"), difference.was), (self.tr("Now:"), difference.now))):
            grid.addWidget(QuietWords(label), 2 * at if large else 0, 0 if large else at)
            text = (Words if words else QuietWords)(one_line(words, 2000) or nothing)
            grid.addWidget(text, 2 * at + 1 if large else 1, 0 if large else at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(0 if large else at, 1)
        return shown
