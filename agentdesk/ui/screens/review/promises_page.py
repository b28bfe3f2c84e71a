"""The first page: what was promised last time, and what came of it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.proof import Proof, Worked
from agentdesk.domain.wording import day_in_words, moment_in_words
from agentdesk.ui.screens.review.pages import WalkPage, clear
from agentdesk.ui.screens.review.shown import AtPromises
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class PromiseCard(Card):
    """One promise, what later calls show of it, its answers and a note. Another answer replaces the first.

    What a call can show is not fixed before one has: until then there is no such answer to press.
    """

    said = Signal(object, object, str)
    """The Action, its ActionState and the note."""
    call_asked = Signal(int)

    def __init__(self, promise: Action, came_of: str, proof: Proof | None, zone: ZoneInfo) -> None:
        super().__init__()
        self.promise = promise
        self._proof = proof
        self._state = ActionState.OPEN
        self.note = TextField(limit=300)
        row = FormRow(self.tr("Note, if you like"), self.note, wide=True)
        a_call_shows = proof is not None
        self.buttons = {
            ActionState.FIXED: QuietButton(self.tr("Fixed") if a_call_shows else self.tr("Done")),
            ActionState.NOT_FIXED: QuietButton(self.tr("Not fixed") if a_call_shows else self.tr("Not done")),
            ActionState.DROPPED: QuietButton(self.tr("No longer wanted")),
        }
        what = shown(promise.what)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setAccessibleDescription(what)
            button.clicked.connect(self._on_button)
        due = self.tr("{who}, by {day}").format(who=shown(promise.who), day=day_in_words(promise.due))
        self.came_of = Words(came_of)
        self.came_of.setVisible(bool(came_of))
        self.add(StrongWords(what), QuietWords(due))
        self.shows = StateMark(State.NOT_KNOWN, wrap=True)
        self.call = LinkButton(self.tr("Open the call"), self._on_call)
        if proof is not None:
            self.shows.set_state(_STATES[proof.worked], _in_words(proof, zone))
            self.buttons[ActionState.FIXED].setVisible(proof.worked is Worked.SHOWN)
            self.add(self.shows)
        self.add(self.came_of)
        if proof is not None and proof.call is not None:
            self.body.addWidget(self.call, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(flow_of(*self.buttons.values()), row)
        self.note.editingFinished.connect(self._on_note)
        self.setAccessibleName(what)

    @property
    def state(self) -> ActionState:
        return self._state

    def _on_button(self) -> None:
        pressed = self.sender()
        for state, button in self.buttons.items():
            button.setChecked(button is pressed)
            if button is pressed:
                self._state = state
        self._tell()

    def _on_call(self) -> None:
        if self._proof is not None and self._proof.call is not None:
            self.call_asked.emit(self._proof.call)

    def _on_note(self) -> None:
        if self._state is not ActionState.OPEN and self.note.isModified():
            self._tell()

    def _tell(self) -> None:
        self.note.setModified(False)
        self.said.emit(self.promise, self._state, self.note.value())


_STATES = {Worked.SHOWN: State.ON_TARGET, Worked.AGAIN: State.LOOK, Worked.NO_SUCH_CALL: State.TOO_EARLY}


def _in_words(proof: Proof, zone: ZoneInfo) -> str:
    if proof.at is None:
        return _tr("No such call has come yet. It stays on the list until one shows it.")
    when = moment_in_words(proof.at, zone)
    if proof.worked is Worked.SHOWN:
        return _tr("A call shows that it works: {when}").format(when=when)
    if proof.times == 1:
        return _tr("It has happened again: {when}").format(when=when)
    return _tr("It has happened again {times} times, last {when}").format(times=proof.times, when=when)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Promises", words)


class PromisesPage(WalkPage):
    """A card for each promise. One without an answer comes again next time."""

    said = Signal(object, object, str)
    call_asked = Signal(int)

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._zone = zone
        self.heading.setText(self.tr("What was promised last time"))
        self.set_sentence(self.tr("What came of it? What you don't answer comes again next time."))
        self._cards: list[PromiseCard] = []

    def show_promises(self, at: AtPromises) -> None:
        clear(self.body)
        self._cards = [
            PromiseCard(each, at.came_of.get(each.id, ""), at.proofs.get(each.id), self._zone) for each in at.promises
        ]
        for card in self._cards:
            card.said.connect(self.said)
            card.call_asked.connect(self.call_asked)
            self.body.addWidget(card)

    def cards(self) -> tuple[PromiseCard, ...]:
        return tuple(self._cards)

    def focus_first(self) -> None:
        if self._cards:
            buttons = self._cards[0].buttons.values()
            next(each for each in buttons if not each.isHidden()).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()
