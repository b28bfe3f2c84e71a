"""Did the caller get what they needed? The service's opinion, AgentDesk's and the owner's, one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agentdesk.domain.agreement import OwnVerdict
from agentdesk.domain.review import Reply
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.calls.calls import OpenCall
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line
from agentdesk.ui.widgets.words import QuietWords, Words


@dataclass(frozen=True, slots=True)
class Opinions:
    """What each says in words; `parted` is the sentence that tells where they part, empty where they don't."""

    service: str
    ours: str
    own: Reply | None
    own_words: str
    parted: str


def opinions(opened: OpenCall, own: OwnVerdict | None, zone: ZoneInfo) -> Opinions:
    """Of one call. Who can't tell, or wasn't asked, parts with nobody."""
    theirs, ours = opened.call.resolved, opened.seems_resolved
    mine = {Reply.YES: True, Reply.NO: False}.get(own.reply) if own is not None else None
    said = joined((one_line(own.by, 60), moment_in_words(own.at, zone))) if own is not None else ""
    service = {
        True: _tr("Thinks this went well"),
        False: _tr("Thinks this didn't go well"),
        None: _tr("Doesn't say"),
    }[theirs]
    reads = {
        True: _tr("By its words, yes"),
        False: _tr("By its words and what was found, no"),
        None: _tr("Too little was said to tell"),
    }[ours]
    return Opinions(service, reads, own.reply if own is not None else None, said, _parted(theirs, ours, mine))


def _parted(theirs: bool | None, ours: bool | None, mine: bool | None) -> str:
    if mine is not None:
        others = [
            name
            for name, opinion in ((_tr("the service"), theirs), (_tr("AgentDesk"), ours))
            if opinion not in (None, mine)
        ]
        if not others:
            return ""
        if len(others) == 2:
            return _tr("You see it differently from both.")
        return _tr("You and {other} see it differently.").format(other=others[0])
    if None not in (theirs, ours) and theirs is not ours:
        return _tr("The service and AgentDesk see it differently. What do you say?")
    return ""


class OpinionsCard(Card):
    """The three opinions, and the owner's three answers."""

    said = Signal(Reply)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self.parted = StateMark(State.LOOK, self.tr("Opinions differ"))
        self.parted_words = Words()
        self.service, self.ours, self.own = Words(), Words(), QuietWords()
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        for row, (name, words) in enumerate(
            ((self.tr("The service"), self.service), (self.tr("AgentDesk"), self.ours))
        ):
            grid.addWidget(QuietWords(name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        self._buttons = {
            Reply.YES: QuietButton(self.tr("Yes")),
            Reply.NO: QuietButton(self.tr("No")),
            Reply.CANNOT_TELL: QuietButton(self.tr("Can't tell")),
        }
        answers = QWidget()
        flow = Flow(answers)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.clicked.connect(self._on_pressed)
            button.setAccessibleDescription(self.tr("Was the caller helped? Your answer."))
            flow.addWidget(button)
        you = QVBoxLayout()
        you.setSpacing(SPACE_8)
        you.addWidget(QuietWords(self.tr("What do you say?")))
        you.addWidget(answers)
        you.addWidget(self.own)
        self.add(self.parted, self.parted_words, grid, you)

    def show_opinions(self, seen: Opinions) -> None:
        """Show these."""
        self.service.setText(seen.service)
        self.ours.setText(seen.ours)
        self.own.setText(seen.own_words)
        self.own.setVisible(bool(seen.own_words))
        self.parted_words.setText(seen.parted)
        for each in (self.parted, self.parted_words):
            each.setVisible(bool(seen.parted))
        for reply, button in self._buttons.items():
            button.setChecked(reply is seen.own)

    def button(self, reply: Reply) -> QuietButton:
        return self._buttons[reply]

    def _on_pressed(self) -> None:
        pressed = self.sender()
        for reply, button in self._buttons.items():
            # which one is the answer is shown once it has been kept
            button.setChecked(button is pressed)
            if button is pressed:
                self.said.emit(reply)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Opinions", words)
