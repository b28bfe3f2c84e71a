"""Saying that a call was spam, a test or a wrong number, so that it leaves the measures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.call_mark import Mark
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.telling import trouble_in_words
from agentdesk.ui.widgets.words import QuietWords


class Marking(QWidget):
    """Three buttons, or what was said and the way back; `beside` stands in the line after them."""

    marked = Signal()

    def __init__(self, desk: Desk, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._call = 0
        self.said = QuietWords()
        self.spam = QuietButton(self.tr("This was spam"), self._on_spam)
        self.test = QuietButton(self.tr("This was a test"), self._on_test)
        self.wrong_number = QuietButton(self.tr("This was a wrong number"), self._on_wrong_number)
        self.undo = QuietButton(self.tr("It was a real call"), self._on_undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(flow_of(self.spam, self.test, self.wrong_number, self.undo, beside))

    def show_mark(self, call: int, mark: Mark | None) -> None:
        self._call = call
        self.said.setText(
            {
                None: "",
                Mark.SPAM: self.tr(
                    "Marked as spam: it counts in no measure, and stands on the list for your supplier."
                ),
                Mark.TEST: self.tr(
                    "Marked as a test: it counts in no measure, and stands on the list for your supplier."
                ),
                Mark.WRONG_NUMBER: self.tr(
                    "Marked as a wrong number: it counts in no measure, and stands on the list for your supplier."
                ),
            }[mark]
        )
        self.said.setVisible(mark is not None)
        for each in (self.spam, self.test, self.wrong_number):
            each.setVisible(mark is None)
        self.undo.setVisible(mark is not None)

    def _on_spam(self) -> None:
        self._keep(Mark.SPAM)

    def _on_test(self) -> None:
        self._keep(Mark.TEST)

    def _on_wrong_number(self) -> None:
        self._keep(Mark.WRONG_NUMBER)

    def _on_undo(self) -> None:
        self._keep(None)

    def _keep(self, mark: Mark | None) -> None:
        marks, call, who = self._desk.services.marks, self._call, self._desk.who()

        def keep() -> None:
            if mark is None:
                marks.unmark((call,))
            else:
                marks.mark((call,), mark, who)

        self._desk.runner.submit(
            Job("Marking a call", lambda _: keep(), Lane.WRITE), self._on_kept, self._on_failed, within=self
        )

    def _on_kept(self, _: None) -> None:
        self.marked.emit()

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't save that. Try again.")))
