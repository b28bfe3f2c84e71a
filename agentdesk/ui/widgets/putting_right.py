"""Putting a matter right: what to do stands ready above the field, and below it how it need not happen again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.wording import day_in_words, number_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.services.findings.putting_right import Again, Prepared
from agentdesk.ui.desk import Desk
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_12
from agentdesk.ui.widgets.ask import AnswerField, Ask
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class PutRight(Ask):
    """Asks what was done. "Just once" keeps that; "Stop this happening again" asks what is to change, too."""

    def __init__(self, desk: Desk, finding: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._desk = desk
        self._finding = finding
        self._prepared: Prepared | None = None
        self.row.set_label(self.tr("What was done?"))
        self.row.set_help(self.tr("For example: rang them and moved it to Monday."))
        self.steps = Steps(desk)
        self.again = _StopAgain(self)
        self.stop = QuietButton(self.tr("Stop this happening again"), self._on_stop)
        self.column.insertWidget(0, self.steps)
        self.column.insertWidget(2, self.again)
        self.ends.takeAt(1)
        self.ends.addWidget(self.stop)
        self.ends.addWidget(self.cancel)
        self.column.setSpacing(SPACE_12)
        self._set_again(asked=False)

    def answer(self) -> Again | None:
        """What stops it from coming back; None for just once."""
        return None if self.again.isHidden() or self._prepared is None else self.again.answer(self._prepared)

    def prepare(self) -> None:
        """Read what there is to do. Called whenever it is opened: the diary may have changed."""
        putting_right, finding = self._desk.services.putting_right, self._finding
        self._desk.runner.submit(
            Job("Preparing what to do", lambda _: putting_right.prepare(finding), Lane.READ),
            self._on_prepared,
            self._on_failed,
            within=self,
        )

    def clear(self) -> None:
        super().clear()
        self._set_again(asked=False)

    def _on_prepared(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self.steps.show_steps(prepared)
        if self.again.isHidden():
            self.again.fill(prepared)

    def _on_failed(self, trouble: Exception) -> None:
        self.row.set_error(trouble_in_words(trouble, self.tr("I couldn't read what there is to do. Try again.")))

    def _on_stop(self) -> None:
        self._set_again(asked=True)
        (self.again.what if self.field.value() else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_again(self, *, asked: bool) -> None:
        self.again.setVisible(asked)
        self.stop.setVisible(not asked)
        self.keep.setText(self.tr("Keep") if asked else self.tr("Just once"))
        self.keep.setAccessibleName(self.keep.text())


class Steps(QWidget):
    """What to do: whom to ring, the entry for the diary, words for the supplier. Only what there is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prepared: Prepared | None = None
        self.number = LinkButton(self.tr("Show the whole number"), self._on_number)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self._who = Words(selectable=True)
        ring = self._step(self.tr("Ring them back"), self._who)
        ring.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
        self._entry, self._message = Words(selectable=True), Words(selectable=True)
        entry = self._step(self.tr("Put the diary right"), self._entry)
        message = self._step(self.tr("Tell whoever runs your agent"), self._message)
        self.copy_entry = QuietButton(self.tr("Copy the entry"), self._on_copy_entry, icon_name="copy")
        self.copy_message = QuietButton(self.tr("Copy the message"), self._on_copy_message, icon_name="copy")
        entry.addWidget(self.copy_entry, 0, Qt.AlignmentFlag.AlignLeft)
        message.addWidget(self.copy_message, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_steps(self, prepared: Prepared) -> None:
        if self._prepared == prepared:
            return
        self._prepared = prepared
        for words, text in (
            (self._who, one_line(prepared.who)),
            (self._entry, shown(prepared.diary)),
            (self._message, shown(prepared.message)),
        ):
            words.setText(text)
            step = words.parentWidget()
            if step is not None:
                step.setVisible(bool(text))
        self.number.setVisible(prepared.number is not None)
        self.setVisible(bool(prepared.who or prepared.diary or prepared.message))

    def _step(self, heading: str, words: Words) -> QVBoxLayout:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(StrongWords(heading))
        column.addWidget(words)
        self._column.addWidget(step)
        return column

    def _on_number(self) -> None:
        if self._prepared is not None and self._prepared.number is not None:
            number = number_in_words(self._prepared.number)
            self._who.setText(f"{one_line(self._prepared.who)}: {number}")
            self.number.hide()

    def _on_copy_entry(self) -> None:
        self._copy(self._entry)

    def _on_copy_message(self) -> None:
        self._copy(self._message)

    def _copy(self, words: Words) -> None:
        QGuiApplication.clipboard().setText(words.text())
        self._desk.tell.say(self.tr("Copied."))


class _StopAgain(QWidget):
    """What is to change, who sees to it, and a caller's phrase for the brief where one was not heeded."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self.what, self.who, self.phrase = AnswerField(limit=300), AnswerField(limit=80), AnswerField(limit=120)
        self.line: ChoiceField[str] = ChoiceField()
        for field in (self.what, self.who, self.phrase):
            ask.heed(field)
        self._due = QuietWords()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        self._phrase_rows = (
            FormRow(
                self.tr("Which words mean a person is wanted?"),
                self.phrase,
                self.tr("A few are best, like: waited in. They join the brief. Leave it empty to add none."),
                wide=True,
            ),
            FormRow(self.tr("They stand for"), self.line),
        )
        rows = (
            *self._phrase_rows,
            FormRow(self.tr("What should change?"), self.what, wide=True),
            FormRow(self.tr("Who sees to it?"), self.who),
        )
        for row in rows:
            column.addWidget(row)
        column.addWidget(self._due)

    def fill(self, prepared: Prepared) -> None:
        """What stands ready; all of it can be written over."""
        self.what.set_value(prepared.suggestion)
        self.who.set_value(prepared.responsible)
        self.phrase.set_value(prepared.phrase if prepared.lines else "")
        self.line.set_options([(each, one_line(each, 80)) for each in prepared.lines])
        for row in self._phrase_rows:
            row.setVisible(bool(prepared.lines))
        comes = self.tr("It comes up in the review on {day}.").format(day=day_in_words(prepared.due))
        shows = self.tr("It counts as fixed when a later call shows it.") if prepared.a_call_shows else ""
        self._due.setText(f"{comes} {shows}".strip())

    def answer(self, prepared: Prepared) -> Again:
        return Again(self.what.value(), self.who.value(), prepared.due, self.phrase.value(), self.line.value() or "")
