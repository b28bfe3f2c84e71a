"""The first page: what was promised last time, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.wording import day_in_words
from agentdesk.ui.screens.review.pages import WalkPage, clear
from agentdesk.ui.screens.review.shown import AtPromises
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class PromiseCard(Card):
    """One promise with three answers and a note. Another answer replaces the first."""

    said = Signal(object, object, str)
    """The Action, its ActionState and the note."""

    def __init__(self, promise: Action, came_of: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.promise = promise
        self._state = ActionState.OPEN
        self.note = TextField(limit=300)
        row = FormRow(self.tr("Note, if you like"), self.note, wide=True)
        self.buttons = {
            ActionState.FIXED: QuietButton(self.tr("Fixed")),
            ActionState.NOT_FIXED: QuietButton(self.tr("Not fixed")),
            ActionState.DROPPED: QuietButton(self.tr("Dropped")),
        }
        what = shown(promise.what)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setAccessibleDescription(what)
            button.clicked.connect(self._on_button)
        due = self.tr("{who}, by {day}").format(who=shown(promise.who), day=day_in_words(promise.due))
        self.came_of = Words(came_of)
        self.came_of.setVisible(bool(came_of))
        self.add(StrongWords(what), QuietWords(due), self.came_of, flow_of(*self.buttons.values()), row)
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

    def _on_note(self) -> None:
        if self._state is not ActionState.OPEN and self.note.isModified():
            self._tell()

    def _tell(self) -> None:
        self.note.setModified(False)
        self.said.emit(self.promise, self._state, self.note.value())


class PromisesPage(WalkPage):
    """A card for each promise. One without an answer comes again next time."""

    said = Signal(object, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("What was promised last time"))
        self.set_sentence(self.tr("What came of it? What you don't answer comes again next time."))
        self._cards: list[PromiseCard] = []

    def show_promises(self, at: AtPromises) -> None:
        clear(self.body)
        self._cards = [PromiseCard(each, at.came_of.get(each.id, "")) for each in at.promises]
        for card in self._cards:
            card.said.connect(self.said)
            self.body.addWidget(card)

    def cards(self) -> tuple[PromiseCard, ...]:
        return tuple(self._cards)

    def focus_first(self) -> None:
        if self._cards:
            self._cards[0].buttons[ActionState.FIXED].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()
