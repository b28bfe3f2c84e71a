"""The ten-minute courtesy: stop here, or go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from agentdesk.domain.wording import counted
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.words import Words


class StopOffer(Card):
    """Shows above what one is doing and takes no keyboard from it."""

    carry_asked = Signal()
    go_on_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=SPACE_12)
        self.words = Words()
        self.carry = QuietButton("", self.carry_asked.emit)
        self.go_on = QuietButton(self.tr("Go on"), self.go_on_asked.emit)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE_8)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.carry)
        self._row.addWidget(self.go_on)
        self.add(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if self.width() >= scaled(640) else way.TopToBottom)

    def offer(self, calls: int) -> str:
        """Ask, with so many calls left. Returns the sentence."""
        what = counted(calls, "call", "calls")
        sentence = self.tr("That's ten. Stop here? I'll carry {calls} to next week and say so in the figures.").format(
            calls=what
        )
        self.words.setText(sentence)
        self.carry.set_words(self.tr("Carry {calls}").format(calls=what))
        self.show()
        return sentence
