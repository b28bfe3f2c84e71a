"""Matters on a page about something else: each with its words and what one does about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.finding import Finding, FindingStatus, Said
from agentdesk.ui.desk import Desk
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.decision import Decision, QuoteButton, state_of_finding
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import StrongWords


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
        self._set_quotes(finding.found.said)
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
            card.decision.kept.connect(self._on_kept)
            card.decision.decided.connect(self._on_decided)
            self._cards[finding.id] = card
            self._column.addWidget(card)
        self.setVisible(bool(self._cards))

    def _on_kept(self, finding: str) -> None:
        go_on_after(finding, self.cards())

    def _on_decided(self, _: str) -> None:
        self.decided.emit()


def go_on_after(finding: str, cards: Sequence[FindingCard]) -> None:
    """The keyboard goes on to the next open matter after this one, from the last to the first; without one it stays."""
    here = next(place for place, card in enumerate(cards) if card.decision.finding.id == finding)
    for card in (*cards[here + 1 :], *cards[:here]):
        if card.decision.finding.status is FindingStatus.OPEN:
            card.decision.put_right.setFocus(Qt.FocusReason.OtherFocusReason)
            return
