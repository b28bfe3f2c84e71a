"""Shows one question at a time, with Continue, Later and Back."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.domain.clock import day_of
from agentdesk.services.changes import Subject
from agentdesk.services.setup.first_run import Draft
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.questions.hours import HoursQuestion
from agentdesk.ui.questions.looking import ReviewQuestion
from agentdesk.ui.questions.offered import ServicesQuestion
from agentdesk.ui.questions.question import NotUnderstoodError, Question
from agentdesk.ui.screens.first_run.agent import AgentQuestion, DiaryQuestion
from agentdesk.ui.screens.first_run.answers import EXAMPLE
from agentdesk.ui.screens.first_run.brief_page import BriefPage
from agentdesk.ui.screens.first_run.limits import MoneyQuestion
from agentdesk.ui.screens.first_run.passing import PassQuestion
from agentdesk.ui.screens.first_run.presenter import Asked, Finished, FirstRunPresenter
from agentdesk.ui.screens.first_run.who import ExampleQuestion, WhoQuestion
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_16
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton

KEEP_MS = 2000
"""Of what is typed, no more than this is lost in a crash."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstRunScreen(Page):
    """The first run. Also asks, later on, the questions that were put off."""

    watches = frozenset({Subject.AGENTS})
    example_asked = Signal()
    """The owner wants to see the pretend week. The answers so far are kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(alone=True, parent=parent)
        self._desk = desk
        self._presenter = FirstRunPresenter(desk, self, self)
        self._asked: Asked | None = None
        self._finished: Finished | None = None
        self._question: Question | None = None
        self._space = QVBoxLayout()
        self.content.addLayout(self._space)
        self.go_on = PrimaryButton(self.tr("Continue"))
        self.later = QuietButton(self.tr("Later"))
        self.back_button = LinkButton(self.tr("Back"), icon_name="back")
        self.go_on.setToolTip(self.tr("Continue (Enter)"))
        self.back_button.setToolTip(self.tr("Back (Esc)"))
        self.go_on.clicked.connect(self._on_go_on)
        self.later.clicked.connect(self._on_later)
        self.back_button.clicked.connect(self._on_back)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, SPACE_8, 0, 0)
        row.setSpacing(SPACE_16)
        for button in (self.go_on, self.later):
            row.addWidget(button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        self._page = BriefPage()
        self._page.approve_wanted.connect(self._on_approve)
        self._page.pdf_wanted.connect(self._on_pdf)
        self._page.import_wanted.connect(self._on_import)
        self._page.desk_wanted.connect(self._on_desk)
        self._page.hide()
        self._foot.hide()
        self._keeping = QTimer(self)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self._on_typed_a_while)
        self.add(self._foot, self._page)
        self.content.addStretch(1)

    def reload(self) -> None:
        self._presenter.start()

    def data_changed(self, subjects: AbstractSet[str]) -> None:
        # connecting a service fills answers in meanwhile; a question that shows is the owner's
        if not self.isVisible():
            super().data_changed(subjects)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._asked is not None:
            self._keeping.start()

    def leave(self) -> None:
        self._keeping.stop()
        self._on_typed_a_while()

    def _on_typed_a_while(self) -> None:
        answered = self._answered()
        if answered is not None:
            self._presenter.keep(answered)

    def focus_first(self) -> None:
        if self._question is not None:
            self._question.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._finished is not None:
            self._page.first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def question(self) -> Question | None:
        """The question that shows; None at the end."""
        return self._question

    @property
    def finished_page(self) -> BriefPage:
        return self._page

    def show_question(self, asked: Asked) -> None:
        self._asked, self._finished = asked, None
        self._page.hide()
        question = self._make(asked.step)
        self._put(question)
        question.today = day_of(self._desk.clock.now(), self._desk.zone())
        question.show_draft(asked.draft, asked.starter)
        number = self.tr("{number} of {of}").format(number=asked.number, of=asked.of) if asked.number else ""
        self.set_title(question.title(asked.draft), number)
        self._foot.setVisible(True)
        self.go_on.setVisible(asked.step != EXAMPLE)
        self.later.setVisible(asked.may_wait)
        self.back_button.setVisible(not asked.first)
        question.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._keeping.start()

    def show_troubles(self, said: Mapping[str, str]) -> None:
        if self._question is not None:
            self._question.show_troubles(said)

    def show_finished(self, finished: Finished) -> None:
        self._keeping.stop()
        self._asked, self._finished = None, finished
        self._put(None)
        self._foot.hide()
        brief = self.tr("Done. Here's your one-page brief")
        self.set_title(brief if finished.version is not None else self.tr("Done. Your business is set up"))
        self._page.show_finished(finished)
        self._page.show()
        self._page.first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        self.set_quiet(self.tr("saving…") if busy and self._asked is not None else self._number())

    def ask_for_example(self) -> None:
        self.example_asked.emit()

    def event(self, event: QEvent) -> bool:
        # The window's own Esc goes to the page before; here it goes to the question before.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Escape and self._asked is not None and not self._asked.first
            event.setAccepted(wanted)
            return wanted
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._asked is not None and not event.isAutoRepeat():
            if event.key() in _ENTER and self._asked.step != EXAMPLE:
                self._on_go_on()
                return
            if event.key() == Qt.Key.Key_Escape:
                self._on_back()
                return
        super().keyPressEvent(event)

    def _make(self, step: str) -> Question:
        question: Question
        if step == EXAMPLE:
            question = ExampleQuestion()
            question.example_wanted.connect(self._on_example)
            question.mine_wanted.connect(self._on_mine)
            return question
        question = _QUESTIONS[step]()
        if isinstance(question, AgentQuestion):
            question.copied.connect(self._on_copied)
        if isinstance(question, AgentQuestion | DiaryQuestion):
            question.connect_wanted.connect(self._on_connect)
        question.removed.connect(self._on_removed)
        return question

    def _put(self, question: Question | None) -> None:
        if self._question is not None:
            self._space.removeWidget(self._question)
            self._question.hide()
            self._question.deleteLater()
        self._question = question
        if question is not None:
            self._space.addWidget(question)
            question.show()

    def _number(self) -> str:
        asked = self._asked
        if asked is None or not asked.number:
            return ""
        return self.tr("{number} of {of}").format(number=asked.number, of=asked.of)

    def _answered(self, *, say: bool = False) -> Draft | None:
        """What stands on the page; None where it could mean two things, which is said beside the field."""
        if self._asked is None or self._question is None:
            return None
        try:
            return self._question.answered(self._asked.draft)
        except NotUnderstoodError as trouble:
            if say:
                self._question.show_troubles({trouble.field: trouble.sentence})
            return None

    def _on_go_on(self) -> None:
        if (answered := self._answered(say=True)) is not None:
            self._presenter.go_on(answered)

    def _on_later(self) -> None:
        if self._asked is not None:
            self._presenter.wait(self._answered() or self._asked.draft)

    def _on_back(self) -> None:
        if self._asked is not None:
            self._presenter.go_back(self._answered() or self._asked.draft)

    def _on_example(self) -> None:
        self._presenter.show_example()

    def _on_mine(self) -> None:
        self._presenter.use_mine()

    def _on_copied(self, sentence: str) -> None:
        self._desk.tell.say(sentence)

    def _on_connect(self, kind: str) -> None:
        self._desk.go.to("connect", kind=kind)

    def _on_removed(self, name: str) -> None:
        if self._question is not None:
            said = self.tr("“{name}” is taken out.").format(name=name) if name else self.tr("The line is taken out.")
            self._desk.tell.say(said, Offer(self.tr("Undo"), self._question.put_back))

    def _on_approve(self) -> None:
        if self._finished is not None:
            self._presenter.approve(self._finished)

    def _on_pdf(self) -> None:
        if self._finished is None or self._finished.agent is None:
            return
        dialog = QFileDialog(
            self,
            self.tr("Save the brief"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.tr("{agent} brief.pdf").format(agent=_file_name(self._finished.agent.name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_pdf_place)
        dialog.open()

    def _on_pdf_place(self, place: str) -> None:
        if self._finished is not None and self._finished.agent is not None:
            self._presenter.save_pdf(self._finished.agent.name, Path(place))

    def _on_import(self) -> None:
        self._desk.go.to("import")

    def _on_desk(self) -> None:
        self._desk.go.to("today")


_QUESTIONS: dict[str, type[Question]] = {
    "who": WhoQuestion,
    "agent": AgentQuestion,
    "diary": DiaryQuestion,
    "hours": HoursQuestion,
    "services": ServicesQuestion,
    "pass": PassQuestion,
    "money": MoneyQuestion,
    "review": ReviewQuestion,
}


def _file_name(name: str) -> str:
    """A name as every system takes it for a file."""
    return "".join(each if each.isalnum() or each in " -_" else " " for each in name).strip()[:80] or "agent"
