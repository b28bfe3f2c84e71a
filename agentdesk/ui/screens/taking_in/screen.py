"""Brings files in: chosen or dropped, shown, taken in, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from agentdesk.domain.clock import day_of
from agentdesk.domain.finding import Finding
from agentdesk.domain.lists import NEEDS_SOMEBODY
from agentdesk.domain.wording import counted
from agentdesk.jobs.progress import JobProgress
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.taking_in.file_card import FileCard
from agentdesk.ui.screens.taking_in.parts import DropArea, files_in
from agentdesk.ui.screens.taking_in.presenter import Answers, Looked, Phase, Result, TakingInPresenter, amount_in_words
from agentdesk.ui.screens.taking_in.result_card import ResultCard
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_16
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, row_of
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.words import QuietWords, Words


class TakingInScreen(Page):
    """The page "Bring in files"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Bring in calls and diary"))
        self.setAcceptDrops(True)
        self._desk = desk
        self._presenter = TakingInPresenter(desk, self, self)
        desk.runner.progressed.connect(self._on_progressed)
        self.drop_area = DropArea(
            self.tr("Drop files here"),
            self.tr(
                "Calls: a CSV, or a file with one call on each line. Diary: a calendar file (.ics) or a CSV. "
                "You see what is in them before anything is kept, and they stay on this computer."
            ),
            self.tr("Choose files"),
        )
        self.drop_area.choose_wanted.connect(self._on_choose)
        self.take = PrimaryButton("")
        self.take.clicked.connect(self._on_take)
        self.more = QuietButton(self.tr("Add another file"), icon_name="plus", key="Ctrl+Shift+O")
        self.more.clicked.connect(self._on_choose)
        self.cancel = QuietButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self._on_cancel)
        self.stop = QuietButton(self.tr("Stop"))
        self.stop.clicked.connect(self._on_stop)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far it is"))
        self.words = Words()
        self._space = QVBoxLayout()
        self._space.setSpacing(SPACE_16)
        self._under_way = Card(spacing=SPACE_8)
        self._under_way.add(self.words, self._bar, row_of(self.stop))
        self._open = QuietWords(wrap=False)
        self._decide = flow_of(self.take, self.more, self.cancel, self._open)
        self._told = ResultCard()
        self._told.findings_wanted.connect(self._on_findings)
        self._told.calls_wanted.connect(self._on_calls)
        self._told.more_wanted.connect(self._on_cancel)
        self._told.finding_wanted.connect(self._on_finding)
        self.connect_button = LinkButton(self.tr("Or connect the service, and it is read by itself"), self._on_connect)
        self.add(self.drop_area, self._under_way, self._decide)
        self.content.addWidget(self.connect_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addLayout(self._space)
        self.add(self._told)
        self.content.addStretch(1)
        self.cards: tuple[FileCard, ...] = ()
        self.show_choosing()

    @property
    def told(self) -> ResultCard:
        """What came of it."""
        return self._told

    def reload(self) -> None:
        self._presenter.arrive()

    def bring(self, paths: Sequence[Path]) -> None:
        """Files that came another way than by dropping: from the command line or a dialog."""
        self._presenter.bring(paths)

    def focus_first(self) -> None:
        first = next((each for each in (self.drop_area.choose, self.take, self.stop) if each.isVisible()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choosing(self) -> None:
        self._show(self.drop_area)
        self._put(())
        self.drop_area.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_looking(self, sentence: str) -> None:
        # cards from before stay where they are while one of them is looked at again
        self._show(self._under_way, self.drop_area if not self.cards else None)
        self._say(sentence, 0, None)
        self.stop.hide()

    def show_files(self, files: Sequence[Looked]) -> None:
        self._show(self._decide)
        amount = amount_in_words(files)
        self.take.set_words(self.tr("Take in {amount}").format(amount=amount))
        self.take.setVisible(bool(amount))
        asks = sum(each.asks for each in files)
        words = self.tr("{files} with a question first.").format(files=counted(asks, "file", "files"))
        self._open.setText(words)
        self._open.setVisible(asks > 0)
        here = {each.file.path: each.here() for each in self.cards}
        zone = self._desk.zone()
        today = day_of(self._desk.clock.now(), zone)
        cards = []
        for each in files:
            card = FileCard(each, zone, today)
            card.answered.connect(self._on_answered)
            card.left_out.connect(self._on_left_out)
            cards.append(card)
        self._put(tuple(cards))
        if not any(each.go_to(here.get(each.file.path, "")) for each in cards):
            asked = next((at for each in cards if (at := each.first_answer()) is not None), self.more)
            (self.take if amount else asked).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_taking(self, sentence: str, done: int, of: int | None) -> None:
        arrived = self._under_way.isHidden() or self.stop.isHidden()
        self.stop.show()
        self._show(self._under_way)
        self._put(())
        self._say(sentence, done, of)
        if arrived:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_result(self, result: Result) -> None:
        self._show(self._told)
        self._put(())
        self.stop.setEnabled(True)
        self.stop.set_words(self.tr("Stop"))
        self._told.show_result(result, self._desk.zone())
        self._told.first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()) and self._presenter.phase is not Phase.TAKING:
            self.drop_area.set_over(True)
            _accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _accept(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_area.set_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_area.set_over(False)
        paths = files_in(event.mimeData())
        if paths:
            _accept(event)
            self._presenter.bring(paths)

    def _show(self, *shown: QWidget | None) -> None:
        for each in (self.drop_area, self._under_way, self._decide, self._told):
            each.setVisible(each in shown)
        self.connect_button.setVisible(self.drop_area in shown)

    def _put(self, cards: tuple[FileCard, ...]) -> None:
        for each in self.cards:
            self._space.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.cards = cards
        for each in cards:
            self._space.addWidget(each)

    def _say(self, sentence: str, done: int, of: int | None) -> None:
        self.words.setText(f"{sentence}…")
        self._bar.setRange(0, of or 0)
        self._bar.setValue(done)
        self._bar.setVisible(bool(of))

    def _on_progressed(self, progress: JobProgress) -> None:
        self._presenter.heard(progress)

    def _on_choose(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("Choose files with calls or a diary"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Calls and diaries (*.jsonl *.ndjson *.json *.csv *.tsv *.txt *.ics)"), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: list[str]) -> None:
        self._presenter.bring([Path(each) for each in names])

    def _on_take(self) -> None:
        self._presenter.take_in()

    def _on_cancel(self) -> None:
        self._presenter.start_over()

    def _on_stop(self) -> None:
        self.stop.set_words(self.tr("Stopping…"))
        self.stop.setEnabled(False)
        self._presenter.stop()

    def _on_answered(self, file: Looked, answers: Answers) -> None:
        self._presenter.answer(file, answers)

    def _on_left_out(self, file: Looked) -> None:
        self._presenter.leave_out(file)

    def _on_connect(self) -> None:
        self._desk.go.to("connect")

    def _on_findings(self) -> None:
        self._desk.go.to("findings", wanted=NEEDS_SOMEBODY, words=self.tr("What needs you"))

    def _on_calls(self) -> None:
        self._desk.go.to("calls")

    def _on_finding(self, finding: Finding) -> None:
        self._desk.go.to("finding", id=finding.id)


def _accept(event: QDropEvent) -> None:
    """As a copy, whatever was proposed: told that its files were moved, a file manager may take them away."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
