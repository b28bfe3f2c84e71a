"""An answer that somebody waits for: what to tell them, in words ready to say or send, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from agentdesk.domain.approval import Approval, ApprovalState
from agentdesk.domain.wording import clock_in_words, number_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.waiting.presenter import words_to_tell
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.ask import Ask
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words

LONGEST = 120


class ToTellCard(Card):
    """It stays until somebody writes what came of telling them."""

    told = Signal()

    def __init__(self, desk: Desk, approval: Approval, business: str) -> None:
        super().__init__(spacing=SPACE_8)
        self._desk = desk
        self.approval = approval
        asked = approval.asked
        yes = approval.state is ApprovalState.YES
        whom = one_line(asked.whom, LONGEST)
        self.heading = StrongWords(
            (self.tr("Yes: {what}") if yes else self.tr("No: {what}")).format(
                what=joined((one_line(asked.what, LONGEST), asked.amount.in_words() if asked.amount else "", whom))
            )
        )
        self.words = Words(words_to_tell(approval, business), selectable=True)
        decided = clock_in_words(approval.decided_at or approval.asked_at, desk.clock.now(), desk.zone())
        by = self.tr("{who} answered {when}").format(who=one_line(approval.decided_by or "", LONGEST), when=decided)
        self.quiet = QuietWords(joined((by, one_line(approval.note, LONGEST))))
        self.number = LinkButton(self.tr("Show the whole number"), self._on_number)
        self.copy = LinkButton(self.tr("Copy these words"), self._on_copy)
        self.call = LinkButton(self.tr("Read the call"), self._on_call)
        self.tell = QuietButton(self.tr("I told them"), self._on_tell)
        self.no_answer = QuietButton(self.tr("No answer"), self._on_no_answer)
        for button in (self.tell, self.no_answer):
            button.setAccessibleName(f"{button.words()}: {shown(asked.what)}, {whom}")
        self.ask = Ask(
            self.tr("What did they say?"), self.tr("For example: she is glad, the money goes back on Monday.")
        )
        self.ask.kept.connect(self._on_keep)
        self.ask.left.connect(self._on_left)
        self.ask.hide()
        self._links = flow_of(*((self.number, self.call) if asked.call is not None else ()), self.copy)
        self._buttons = flow_of(self.tell, self.no_answer)
        self.add(self.heading, self.words, self.quiet, self._links, self._buttons, self.ask)

    def _on_tell(self) -> None:
        self._buttons.hide()
        self.ask.show()
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self.ask.hide()
        self._buttons.show()
        self.tell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        approvals, number, by = self._desk.services.approvals, self.approval.id, self._desk.who()
        words = self.ask.field.value()
        self._keep(lambda: approvals.told(number, words, by))

    def _on_no_answer(self) -> None:
        now = self._desk.clock.now()
        words = self.tr("no answer {when}").format(when=clock_in_words(now, now, self._desk.zone()))
        approvals, number = self._desk.services.approvals, self.approval.id
        self._keep(lambda: approvals.not_reached(number, words))

    def _keep(self, work: Callable[[], Approval]) -> None:
        self._desk.runner.submit(
            Job("Keeping what came of it", lambda _: work(), Lane.WRITE), self._on_kept, self._on_refused, within=self
        )

    def _on_kept(self, approval: Approval) -> None:
        self._desk.tell.say(self.tr("Kept. It stays on the list.") if approval.to_tell else self.tr("Kept as done."))
        self.told.emit()

    def _on_refused(self, trouble: Exception) -> None:
        otherwise = self.tr("I couldn't save that. What you wrote is still here. Press Keep again.")
        self.ask.row.set_error(trouble_in_words(trouble, otherwise))

    def _on_number(self) -> None:
        calls, call = self._desk.services.calls, self.approval.asked.call
        if call is not None:
            self._desk.runner.submit(
                Job("Looking the number up", lambda _: calls.open_(call).call.caller),
                self._on_found,
                self._on_refused,
                within=self,
            )

    def _on_found(self, number: str | None) -> None:
        self.number.set_words(number_in_words(number) if number else self.tr("The number is not known"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.text())
        self._desk.tell.say(self.tr("Copied."))

    def _on_call(self) -> None:
        if self.approval.asked.call is not None:
            self._desk.go.to("call", id=self.approval.asked.call)
