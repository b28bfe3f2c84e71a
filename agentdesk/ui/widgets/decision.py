"""What one does about a matter: it's fine because…, put it right, and undo. The same wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.finding import Finding, FindingStatus, Said
from agentdesk.domain.wording import moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.states import State, StateMark, state_of_severity
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


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
    undone: bool = True
    """Whether it can be taken back."""


class _Reason(TextField):
    """Enter keeps, Esc puts the field away and nothing else."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        # Else the window's own Esc takes one back to the page before, reason and all.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class Ask(QWidget):
    """The field behind one of the two buttons. What was typed stays until it was kept."""

    kept = Signal()
    left = Signal()

    def __init__(self, label: str, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Reason(limit=500)
        self.row = FormRow(label, self.field, help_text, wide=True)
        self.keep = PrimaryButton(self.tr("Keep"))
        self.cancel = QuietButton(self.tr("Cancel"))
        ends = QWidget()
        flow = Flow(ends)
        flow.addWidget(self.keep)
        flow.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.row)
        column.addWidget(ends)
        self.keep.clicked.connect(self.kept)
        self.cancel.clicked.connect(self.left)
        self.field.returnPressed.connect(self.keep.click)
        self.field.left.connect(self.left)


class Decision(QWidget):
    """The buttons, the field behind them, and what was decided.

    Writes through the findings service by itself; the page learns of it by the change record and by
    `decided`. What was typed stays until it has been kept.
    """

    decided = Signal(str)
    """The finding's id, after a decision was kept or taken back."""

    def __init__(
        self, desk: Desk, finding: Finding, parent: QWidget | None = None, *, accepting: Accepting | None = None
    ) -> None:
        """`accepting` in place of "It's fine, because…"."""
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
        self.put_right = QuietButton(self.tr("Put it right"), self._on_put_right)
        self.buttons = QWidget()
        self._flow = Flow(self.buttons)
        self._flow.addWidget(self.fine)
        self._flow.addWidget(self.put_right)
        self.asks = {
            Answer.FINE: Ask(self._accepting.label, self._accepting.help),
            Answer.PUT_RIGHT: Ask(self.tr("What was done?"), self.tr("For example: rang them and moved it to Monday.")),
        }
        self.outcome = Words()
        self.by = QuietWords()
        self.undo = QuietButton(self.tr("Undo"), self._on_undo, icon_name="undo")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for each in (self.buttons, *self.asks.values(), self.outcome, self.by):
            column.addWidget(each)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        for ask in self.asks.values():
            ask.hide()
            ask.kept.connect(self._on_keep)
            ask.left.connect(self._on_cancel)
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

    def set_finding(self, finding: Finding) -> None:
        """Show how it stands now; a reason that is being typed stays."""
        self._finding = finding
        is_open = finding.status is FindingStatus.OPEN
        if not is_open:
            self.ask.hide()
        self.buttons.setVisible(is_open and self.ask.isHidden())
        decided = not is_open and finding.status is not FindingStatus.WITHDRAWN
        self.outcome.setText(decision_in_words(finding))
        self.outcome.setVisible(not is_open)
        if decided and finding.decided_at is not None:
            when = moment_in_words(finding.decided_at, self._desk.zone())
            self.by.setText(joined((one_line(finding.decided_by or "", 80), when)))
        self.by.setVisible(decided)
        self.undo.setVisible(decided and (self._accepting.undone or finding.status is not FindingStatus.ACCEPTED))

    def _on_fine(self) -> None:
        self._open(Answer.FINE)

    def _on_put_right(self) -> None:
        self._open(Answer.PUT_RIGHT)

    def _open(self, answer: Answer) -> None:
        self._answer = answer
        self.buttons.hide()
        self.ask.row.set_error(None)
        self.ask.show()
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        self.ask.hide()
        self.buttons.show()
        button = self.fine if self._answer is Answer.FINE else self.put_right
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        words = self.ask.field.value()
        decide = self._accepting.keep if self._answer is Answer.FINE else self._put_right
        self.ask.keep.setEnabled(False)
        self._desk.runner.submit(
            Job("Keeping a decision", lambda _: decide(words), Lane.WRITE),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _accept(self, reason: str) -> None:
        self._desk.services.findings.accept(self._finding.id, reason, self._desk.who())

    def _put_right(self, what: str) -> None:
        self._desk.services.findings.put_right(self._finding.id, what, self._desk.who())

    def _on_kept(self, _: None) -> None:
        self.ask.keep.setEnabled(True)
        self.ask.field.set_value("")
        self.ask.hide()
        is_fine = self._answer is Answer.FINE
        said = self._accepting.said if is_fine else self.tr("Kept as put right.")
        undo = Offer(self.tr("Undo"), _taking_back(self._desk, self._finding.id))
        self._desk.tell.say(said, undo if self._accepting.undone or not is_fine else None)
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


class FindingCard(Card):
    """A matter on a page about something else: its state, reason, words, and what one does about it."""

    words_pressed = Signal(object)
    """The Said that was pressed, to be shown where it was said."""

    def __init__(self, desk: Desk, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mark = StateMark(State.NOTE)
        self._reason = StrongWords()
        self.decision = Decision(desk, finding)
        self.open_button = LinkButton(self.tr("Open this matter"), self._on_open)
        self._quotes = QVBoxLayout()
        self.add(self._mark, self._reason, self._quotes, self.decision)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: tuple[Said, ...] = ()
        self.set_finding(finding)

    def set_finding(self, finding: Finding) -> None:
        state, words = state_of_finding(finding)
        self._mark.set_state(state, words)
        self._reason.setText(shown(finding.found.reason))
        self.setAccessibleName(shown(finding.found.reason))
        self._set_quotes(tuple(each for each in finding.found.evidence if isinstance(each, Said)))
        self.decision.set_finding(finding)

    def _set_quotes(self, said: tuple[Said, ...]) -> None:
        if said == self._shown:
            return
        self._shown = said
        while (item := self._quotes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for each in said:
            button = QuoteButton(each)
            button.pressed_words.connect(self.words_pressed)
            self._quotes.addWidget(button)

    def _on_open(self) -> None:
        self._desk.go.to("finding", id=self.decision.finding.id)


class FindingCards(QWidget):
    """Several matters below each other. A card keeps what is being typed into it while others change."""

    words_pressed = Signal(object)
    decided = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards: dict[str, FindingCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)

    def cards(self) -> tuple[FindingCard, ...]:
        return tuple(self._cards.values())

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, in this order of arrival."""
        wanted = {each.id for each in findings}
        for gone in [each for each in self._cards if each not in wanted]:
            card = self._cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for finding in findings:
            known = self._cards.get(finding.id)
            if known is not None:
                known.set_finding(finding)
                continue
            card = FindingCard(self._desk, finding)
            card.words_pressed.connect(self.words_pressed)
            card.decision.decided.connect(self._on_decided)
            self._cards[finding.id] = card
            self._column.addWidget(card)
        self.setVisible(bool(self._cards))

    def _on_decided(self, _: str) -> None:
        self.decided.emit()


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
