"""What one does about a matter: it's fine because…, put it right, and undo. The same wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.finding import Finding, FindingStatus, Said
from agentdesk.domain.wording import moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.services.findings.putting_right import Again
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8
from agentdesk.ui.widgets.ask import Ask
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.putting_right import PutRight
from agentdesk.ui.widgets.states import State, state_of_severity
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, Words


class Answer(Enum):
    """What can be said about a matter."""

    FINE = "fine"
    PUT_RIGHT = "put right"


@dataclass(frozen=True, slots=True)
class Accepting:
    """Another way of saying that a matter is fine: its words, and what keeps the reason besides the findings."""

    button: str
    label: str
    help: str
    said: str
    keep: Callable[[str], None]
    """Given the reason, in a job's thread. Raises Sorry."""


class Decision(QWidget):
    """The buttons, the field behind them, and what was decided.

    Writes through the findings service by itself; the page learns of it by the change record and by
    `decided`. What was typed stays until it has been kept.
    """

    decided = Signal(str)
    """The finding's id, after a decision was kept or taken back."""
    kept = Signal(str)
    """Its id, before `decided`, where it was decided and not taken back: the keyboard may go on."""

    def __init__(
        self,
        desk: Desk,
        finding: Finding,
        parent: QWidget | None = None,
        *,
        accepting: Accepting | None = None,
        leads: bool = False,
    ) -> None:
        """`accepting` in place of "It's fine, because…"; `leads` where the page is about this matter alone."""
        super().__init__(parent)
        self._desk = desk
        self._finding = finding
        self._answer = Answer.FINE
        self._accepting = accepting or Accepting(
            self.tr("It's fine, because…"),
            self.tr("Why is it fine?"),
            self.tr("For example: the customer asked for that day."),
            self.tr("Kept as fine."),
            self._accept,
        )
        self.fine = QuietButton(self._accepting.button, self._on_fine)
        self.put_right = (PrimaryButton if leads else QuietButton)(self.tr("Put it right"), self._on_put_right)
        self.buttons = QWidget()
        self._flow = Flow(self.buttons)
        self._flow.addWidget(self.put_right)
        self._flow.addWidget(self.fine)
        self.asks: dict[Answer, Ask] = {}
        self._asks_place = QVBoxLayout()
        self.outcome = Words()
        self.by = QuietWords()
        self.undo = QuietButton(self.tr("Undo"), self._on_undo, icon_name="undo")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.buttons)
        column.addLayout(self._asks_place)
        column.addWidget(self.outcome)
        column.addWidget(self.by)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_finding(finding)

    def add_button(self, button: QWidget) -> None:
        """Another way out beside the two."""
        self._flow.addWidget(button)

    @property
    def finding(self) -> Finding:
        return self._finding

    @property
    def ask(self) -> Ask:
        """The field that was opened last."""
        return self.asks[self._answer]

    @property
    def is_asking(self) -> bool:
        return any(not each.isHidden() for each in self.asks.values())

    def set_finding(self, finding: Finding) -> None:
        """Show how it stands now; a reason that is being typed stays."""
        self._finding = finding
        is_open = finding.status is FindingStatus.OPEN
        if not is_open:
            for each in self.asks.values():
                each.hide()
        self.buttons.setVisible(is_open and not self.is_asking)
        decided = not is_open and finding.status is not FindingStatus.WITHDRAWN
        self.outcome.setText(decision_in_words(finding))
        self.outcome.setVisible(not is_open)
        if decided and finding.decided_at is not None:
            when = moment_in_words(finding.decided_at, self._desk.zone())
            self.by.setText(joined((one_line(finding.decided_by or "", 80), when)))
        self.by.setVisible(decided)
        self.undo.setVisible(decided)

    def _on_fine(self) -> None:
        self._open(Answer.FINE)

    def _on_put_right(self) -> None:
        self._open(Answer.PUT_RIGHT)

    def _open(self, answer: Answer) -> None:
        self._answer = answer
        if answer not in self.asks:
            self._make_ask(answer)
        self.buttons.hide()
        if isinstance(self.ask, PutRight):
            self.ask.prepare()
        self.ask.row.set_error(None)
        self.ask.show()
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_ask(self, answer: Answer) -> None:
        """Made when first asked for: a page of many matters would wait for fields that nobody opens."""
        fine = answer is Answer.FINE
        ask = Ask(self._accepting.label, self._accepting.help) if fine else PutRight(self._desk, self._finding.id)
        ask.hide()
        ask.kept.connect(self._on_keep)
        ask.left.connect(self._on_cancel)
        self.asks[answer] = ask
        self._asks_place.addWidget(ask)

    def _on_cancel(self) -> None:
        self.ask.hide()
        self.buttons.show()
        button = self.fine if self._answer is Answer.FINE else self.put_right
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        words, ask = self.ask.field.value(), self.ask
        decide = partial(self._put_right, again=ask.answer()) if isinstance(ask, PutRight) else self._accepting.keep
        self.ask.keep.setEnabled(False)
        self._desk.runner.submit(
            Job("Keeping a decision", lambda _: decide(words), Lane.WRITE),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _accept(self, reason: str) -> None:
        self._desk.services.findings.accept(self._finding.id, reason, self._desk.who())

    def _put_right(self, what: str, again: Again | None) -> None:
        self._desk.services.putting_right.keep(self._finding.id, what, self._desk.who(), again)

    def _on_kept(self, _: None) -> None:
        self.ask.keep.setEnabled(True)
        self.ask.clear()
        self.ask.hide()
        is_fine = self._answer is Answer.FINE
        said = self._accepting.said if is_fine else self.tr("Kept as put right.")
        undo = Offer(self.tr("Undo"), _taking_back(self._desk, self._finding.id))
        self._desk.tell.say(said, undo)
        self.kept.emit(self._finding.id)
        self.decided.emit(self._finding.id)

    def _on_refused(self, trouble: Exception) -> None:
        self.ask.keep.setEnabled(True)
        otherwise = self.tr("I couldn't save that. What you wrote is still here. Press Keep again.")
        self.ask.row.set_error(trouble_in_words(trouble, otherwise))
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        finding, by, findings = self._finding.id, self._desk.who(), self._desk.services.findings
        self.undo.setEnabled(False)
        self._desk.runner.submit(
            Job("Taking a decision back", lambda _: findings.reopen(finding, by), Lane.WRITE),
            self._on_taken_back,
            self._on_undo_failed,
            within=self,
        )

    def _on_taken_back(self, _: None) -> None:
        self.undo.setEnabled(True)
        self.decided.emit(self._finding.id)

    def _on_undo_failed(self, trouble: Exception) -> None:
        self.undo.setEnabled(True)
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't take that back. Try again.")))


class QuoteButton(Pressable):
    """Words of a call; a press shows where they were said."""

    pressed_words = Signal(object)

    def __init__(self, said: Said, where: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = said
        words = QuietWords(joined((f"“{one_line(said.words, 200)}”", where)))
        row = QVBoxLayout(self)
        row.setContentsMargins(SPACE_8, SPACE_4, SPACE_8, SPACE_4)
        row.addWidget(words)
        self.adopt(words)
        self.setAccessibleName(self.tr("Show where this was said: {words}").format(words=words.text()))
        self.clicked.connect(self._on_press)

    def _on_press(self) -> None:
        self.pressed_words.emit(self._said)


def state_of_finding(finding: Finding) -> tuple[State, str]:
    """The mark of a matter, and its words where they are not the state's own."""
    if finding.status is FindingStatus.OPEN:
        return state_of_severity(finding.found.severity), ""
    return State.NOTE, _tr("Decided")


def decision_in_words(finding: Finding) -> str:
    """What was decided about a matter, or nothing while it is open."""
    words = shown(finding.decision)
    return {
        FindingStatus.OPEN: "",
        FindingStatus.ACCEPTED: _tr("It's fine, because: {words}").format(words=words),
        FindingStatus.DONE: _tr("Put right: {words}").format(words=words),
        FindingStatus.WITHDRAWN: _tr("Taken back by itself: what is known now says otherwise."),
    }[finding.status]


def _taking_back(desk: Desk, finding: str) -> Callable[[], None]:
    """Undo from the quiet line, when the page may have gone."""

    def take_back() -> None:
        by, findings = desk.who(), desk.services.findings
        desk.runner.submit(
            Job("Taking a decision back", lambda _: findings.reopen(finding, by), Lane.WRITE), _nothing_more
        )

    return take_back


def _nothing_more(_: None) -> None:
    """The change record tells the pages."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Decision", words)
