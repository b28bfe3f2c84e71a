"""Putting back: what would happen is shown first, then done and read back; else the numbered way by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.act import ActKind, ActRecord, ActState
from agentdesk.services.control.steering import Proposal
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.differences import Differences, PartChanged, differences
from agentdesk.ui.widgets.fields import TextArea
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.steps import NumberedSteps
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class PlanCard(Card):
    """What will be sent, in words, with everything that has changed since the last look."""

    wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self.words = StrongWords(self.tr("This is what happens when you put it back"))
        self.told = Words()
        self.drifted = StateMark(State.LOOK, self.tr("It has changed again since AgentDesk last looked"), wrap=True)
        self.drift = Differences()
        self.drift.heading.setText(self.tr("This would be overwritten as well"))
        self.note = QuietWords()
        self.go = PrimaryButton(self.tr("Put it back now"), self.wanted.emit)
        self.leave_it = QuietButton(self.tr("Not now"), self.left.emit)
        ends = QWidget()
        flow = Flow(ends)
        flow.addWidget(self.go)
        flow.addWidget(self.leave_it)
        self.add(self.words, self.told, self.drifted, self.drift, self.note, ends)

    def show_plan(self, proposal: Proposal, approved: str) -> None:
        """`approved`: since when what is put back was approved, in words."""
        self.told.setText(
            self.tr(
                "Callers hear again what you approved ({approved}). AgentDesk then reads it back from {service}"
                " and holds every word against it."
            ).format(approved=approved, service=one_line(proposal.target.title, 60))
        )
        self.drifted.setVisible(bool(proposal.drift))
        self.drift.show_changes([PartChanged(each.part, differences(each.was, each.now)) for each in proposal.drift])
        notes = " ".join((*proposal.stays, proposal.note)).strip()
        self.note.setText(notes)
        self.note.setVisible(bool(notes))
        self.go.setEnabled(True)


class ByHand(Section):
    """The numbered steps, the check afterwards, and words to send to whoever looks after the agent."""

    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Putting it back by hand"))
        card = Card(spacing=SPACE_8)
        self.steps = NumberedSteps()
        self.message = TextArea(limit=20_000)
        self.message.setReadOnly(True)
        self.copy = QuietButton(self.tr("Copy the words"), self._on_copy)
        self.check = QuietButton(self.tr("I've done it: check now"), self.check_wanted.emit)
        card.add(self.steps)
        card.body.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(FormRow(self.tr("Or send this to your supplier"), self.message, wide=True))
        card.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(card)

    def show_way(self, steps: tuple[str, ...], wording: str) -> None:
        self.steps.show_steps(steps)
        self.message.set_value(wording)
        self.check.setEnabled(True)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.value())


class Outcome(QWidget):
    """What came of the last putting back, and the way to undo it."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = StateMark(State.NOTE)
        self.words = Words()
        self.undo = QuietButton(self.tr("Undo: take the other version again"), self.undo_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.mark)
        column.addWidget(self.words)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)

    def show_act(self, act: ActRecord, *, as_approved: bool) -> None:
        """`as_approved`: what was read last is what was approved."""
        back = act.kind is ActKind.PUT_BACK
        proven = act.state is ActState.PROVEN
        self.undo.setVisible(back and proven and as_approved)
        self.undo.setEnabled(True)
        if back and proven and as_approved:
            self.mark.set_state(State.ON_TARGET, self.tr("Put back"))
            self.words.setText(self.tr("Checked: what is live is word for word what you approved."))
        elif proven:
            self.mark.set_state(State.NOTE, self.tr("Changed since") if back else self.tr("Taken back"))
            self.words.setText(
                self.tr("It was put back before, and has been changed again since.")
                if back
                else self.tr("Checked: the other version is live again.")
            )
        elif act.is_open:
            self.mark.set_state(State.ACT_NOW, self.tr("Not sure"))
            self.words.setText(
                self.tr("It isn't sure yet whether it is put back. {trouble} AgentDesk asks again every half minute.")
                .format(trouble=one_line(act.trouble, 300))
                .replace("  ", " ")
            )
        else:
            self.mark.set_state(State.ACT_NOW, self.tr("Not put back"))
            self.words.setText(
                self.tr("It's still not the same. {trouble} Follow the steps, or ring your supplier.").format(
                    trouble=one_line(act.trouble, 300)
                )
            )
