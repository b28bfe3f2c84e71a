"""One part as it stands, and the form that changes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.people import PeopleQuestion
from agentdesk.ui.questions.question import NotUnderstoodError, Question
from agentdesk.ui.screens.business.parts import DATED, QUESTIONS, Part, troubles
from agentdesk.ui.screens.business.since import Since, SinceField
from agentdesk.ui.screens.business.words import help_of
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_16
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.words import ErrorWords, QuietWords, Words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PartCard(Section):
    """Pressing "Change" opens the form. What is typed stays until it was kept, or put back as it was."""

    kept = Signal(object)
    """The Part: what stands in its form is to be kept."""
    asking = Signal()
    removed = Signal(str)
    """The words of a line that was taken out of the form; `put_back` undoes it."""

    def __init__(self, part: Part, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.part = part
        self._draft = Draft()
        self._starter: Starter | None = None
        self._shown = Draft()
        """What the form was filled with."""
        self._today = date.min
        self.question: Question | None = None
        self.since = SinceField()
        self._card = Card()
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._begun = QuietWords(self.tr("What you typed is still there, and not kept yet."))
        self._begun.hide()
        self.change = QuietButton(self.tr("Change"), self._on_change)
        self.change.setAccessibleName(self.tr("Change: {part}").format(part=heading))
        self._reading = QWidget()
        reading = QVBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(SPACE_8)
        for each in (self._lines, self._begun):
            reading.addWidget(each)
        reading.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self._form = QWidget()
        self._fields = QVBoxLayout(self._form)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(SPACE_16)
        self.keep = PrimaryButton(self.tr("Keep"), self._on_keep)
        self.cancel = QuietButton(self.tr("Cancel"), self.put_away)
        self.as_it_was = QuietButton(self.tr("As it was"), self._on_as_it_was)
        self.keep.setToolTip(self.tr("Keep (Enter)"))
        self.cancel.setToolTip(self.tr("Cancel (Esc)"))
        self.as_it_was.setToolTip(self.tr("Put back what stood here, without what you typed"))
        self._error = ErrorWords()
        self._error.hide()
        self._buttons = flow_of(self.keep, self.cancel, self.as_it_was)
        self._form.hide()
        self._card.add(self._reading, self._form)
        self.add(self._card)

    @property
    def is_asking(self) -> bool:
        return not self._form.isHidden()

    def show_part(self, lines: Sequence[str], draft: Draft, starter: Starter, today: date) -> None:
        """How it stands now. A form in which something was typed keeps it."""
        self._draft, self._starter, self._today = draft, starter, today
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in lines:
            self._column.addWidget(Words(each))
        self.change.setAccessibleDescription(". ".join(lines))

    def answered(self) -> tuple[Draft, Since]:
        """What stands in the form. Raises NotUnderstoodError for what could mean two things."""
        if self.question is None:
            return self._draft, Since()
        return self.question.answered(self._shown), self.since.since()

    def renamed(self) -> dict[str, str]:
        """Who on the list was given another name: the old one and the new."""
        return self.question.people.renamed() if isinstance(self.question, PeopleQuestion) else {}

    def put_away(self) -> None:
        """Close the form; what was typed into it stays."""
        if not self.is_asking:
            return
        self._begun.setVisible(self._is_typed())
        if not self._is_typed():
            self._forget()
        had_focus = self._form.isAncestorOf(self._form.window().focusWidget() or self._form)
        self._form.hide()
        self._reading.show()
        if had_focus:
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self) -> None:
        """It was kept: the next time the form starts with what stands there then."""
        self._forget()
        self._form.hide()
        self._begun.hide()
        self._reading.show()
        self.keep.setEnabled(True)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """It couldn't be kept: why, above the buttons. What was typed stays."""
        self.keep.setEnabled(True)
        self._error.setText(sentence)
        self._error.show()

    def put_back(self) -> None:
        """The line of the form that was taken out last."""
        if self.question is not None:
            self.question.put_back()

    def event(self, event: QEvent) -> bool:
        # The window's own Esc goes to the page before; here it puts the form away.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Escape and self.is_asking
            event.setAccepted(wanted)
            return wanted
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_asking and not event.isAutoRepeat():
            if event.key() in _ENTER:
                self._on_keep()
                return
            if event.key() == Qt.Key.Key_Escape:
                self.put_away()
                return
        super().keyPressEvent(event)

    def _is_typed(self) -> bool:
        try:
            answered, since = self.answered()
        except NotUnderstoodError:
            return True
        return answered != self._shown or since != Since()

    def _on_change(self) -> None:
        if self.question is None and self._starter is not None:
            self.question = self._filled(self._starter)
        if self.question is None:
            return
        self._error.hide()
        self._reading.hide()
        self._form.show()
        self.asking.emit()
        self.question.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _filled(self, starter: Starter) -> Question:
        question = QUESTIONS[self.part]()
        if words := help_of(self.part):
            question.set_help(words)
        question.today = self._today
        question.show_draft(self._draft, starter)
        self._shown = _read_back(question, self._draft)
        question.removed.connect(self.removed)
        self.since.begin(self._today)
        self._fields.addWidget(question)
        if self.part in DATED:
            self._fields.addWidget(self.since)
        for each in (self._error, self._buttons):
            self._fields.addWidget(each)
        return question

    def _forget(self) -> None:
        if self.question is not None:
            self.question.hide()
            self.question.deleteLater()
            self.question = None

    def _on_as_it_was(self) -> None:
        self._forget()
        self._on_change()

    def _on_keep(self) -> None:
        if self.question is None or not self.keep.isEnabled():
            return
        self._error.hide()
        try:
            answered, _ = self.answered()
        except NotUnderstoodError as trouble:
            self.question.show_troubles({trouble.field: trouble.sentence})
            return
        said = troubles(self.part, answered)
        self.question.show_troubles(said)
        if not said:
            self.keep.setEnabled(False)
            self.kept.emit(self.part)


def _read_back(question: Question, draft: Draft) -> Draft:
    """What the fields make of a draft, to tell later whether anything was typed."""
    try:
        return question.answered(draft)
    except NotUnderstoodError:
        return draft
