"""One thing that needs somebody's OK: what, how much, for whom and why, and the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from agentdesk.domain.approval import Approval, ApprovalState
from agentdesk.domain.wording import clock_in_words, number_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.services.calls.masking import for_lists
from agentdesk.ui.desk import Desk
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words

LONGEST = 120


class ApprovalCard(Card):
    """Holds the answer to exactly what it shows."""

    answered = Signal()

    def __init__(self, desk: Desk, approval: Approval) -> None:
        super().__init__(spacing=SPACE_8)
        self._desk = desk
        self.approval = approval
        self._shown_since = desk.clock.now()
        self._seen = False
        asked = approval.asked
        amount = asked.amount.in_words() if asked.amount is not None else self.tr("amount not said")
        self.what = StrongWords(joined((one_line(asked.what, LONGEST), amount, one_line(asked.whom, LONGEST))))
        self.words = Words(f"“{one_line(for_lists(asked.words), 300)}”")
        until = clock_in_words(approval.expires_at, desk.clock.now(), desk.zone())
        self.why = QuietWords(
            self.tr(
                "{agent}'s brief says you agree to this first. Without an answer by {when} nothing is agreed."
            ).format(agent=one_line(approval.agent or self.tr("Your agent"), 60), when=until)
        )
        self.yes = QuietButton(self.tr("Yes, agreed"), self._on_yes)
        self.no = QuietButton(self.tr("No"), self._on_no)
        self.ring = QuietButton(self.tr("Ring them first"), self._on_ring)
        self.call = LinkButton(self.tr("Read the call"), self._on_call)
        for button in (self.yes, self.no):
            button.setAccessibleName(f"{button.words()}: {shown(asked.what)}, {amount}")
        self.add(self.what, self.words, self.why, flow_of(self.yes, self.no, self.ring, self.call))
        self.words.setVisible(bool(asked.words))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen, self._shown_since = True, self._desk.clock.now()

    def _on_yes(self) -> None:
        self._answer(yes=True)

    def _on_no(self) -> None:
        self._answer(yes=False)

    def _answer(self, *, yes: bool) -> None:
        approvals, question, by = self._desk.services.approvals, self.approval, self._desk.who()
        seconds = (self._desk.clock.now() - self._shown_since).total_seconds()
        for button in (self.yes, self.no):
            button.setEnabled(False)
        self._desk.runner.submit(
            Job(
                "Keeping an answer",
                lambda _: approvals.answer(question.id, question.digest, yes=yes, by=by, seconds=seconds),
                Lane.WRITE,
            ),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, approval: Approval) -> None:
        agreed = approval.state is ApprovalState.YES
        said = self.tr("Agreed and written down.") if agreed else self.tr("Kept as no.")
        self._desk.tell.say(f"{said} {self.tr('Now tell them: it stands on this page.')}")
        self.answered.emit()

    def _on_refused(self, trouble: Exception) -> None:
        for button in (self.yes, self.no):
            button.setEnabled(True)
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't save that. Try again.")))
        self.answered.emit()

    def _on_ring(self) -> None:
        calls, call = self._desk.services.calls, self.approval.asked.call
        if call is not None:
            self._desk.runner.submit(
                Job("Looking the number up", lambda _: calls.open_(call).call.caller),
                self._on_number,
                self._on_refused,
                within=self,
            )

    def _on_number(self, number: str | None) -> None:
        self.ring.set_words(number_in_words(number) if number else self.tr("The number is not known"))

    def _on_call(self) -> None:
        if self.approval.asked.call is not None:
            self._desk.go.to("call", id=self.approval.asked.call)
