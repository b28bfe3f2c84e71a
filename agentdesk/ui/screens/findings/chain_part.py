"""The steps from a caller's wish to the diary, and which of them broke."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from agentdesk.services.findings.chains import Held, Step
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import StrongWords

_STATES = {Held.YES: State.ON_TARGET, Held.NO: State.ACT_NOW, Held.UNSEEN: State.NOT_KNOWN}


class ChainPart(Section):
    """A mark for each step, in order. Hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Where it broke"))
        self.broke = StrongWords()
        self._card = Card()
        self._card.add(self.broke)
        self.marks: list[StateMark] = []
        self.add(self._card)

    def show_steps(self, steps: Sequence[Step], broke: str) -> None:
        """`broke` names the step that broke; empty where none is seen to have."""
        self.broke.setText(shown(broke))
        self.broke.setVisible(bool(broke))
        for mark in self.marks:
            mark.hide()
            mark.deleteLater()
        self.marks = [self._mark(each) for each in steps]
        self._card.add(*self.marks)
        self.setVisible(bool(self.marks))

    def _mark(self, step: Step) -> StateMark:
        mark = StateMark(_STATES[step.held], shown(step.words))
        held = {Held.YES: self.tr("Held"), Held.NO: self.tr("Broke"), Held.UNSEEN: self.tr("Not known")}[step.held]
        mark.setAccessibleName(f"{held}: {shown(step.words)}")
        return mark
