"""The pages between the calls and the end: matters to decide, and sentences to read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.finding import Finding, FindingStatus
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.review.pages import WalkPage, clear
from agentdesk.ui.screens.review.shown import AtMatters, AtSentences
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.finding_cards import FindingCard, go_on_after
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.words import Words


class MattersPage(WalkPage):
    """A sentence, and a card for each matter. A card stays while what it is about stays, with what was typed in it."""

    decided = Signal(str)

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self._desk = desk
        self._cards: dict[str, FindingCard] = {}

    def show_matters(self, at: AtMatters) -> None:
        self.set_sentence(at.sentence)
        ids = [each.id for each in at.matters]
        for gone in [each for each in self._cards if each not in ids]:
            card = self._cards.pop(gone)
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, matter in enumerate(_open_first(at.matters)):
            card = self._cards.get(matter.id) or self._new(matter)
            card.set_finding(matter)
            if self.body.indexOf(card) < 0:
                self.body.insertWidget(place, card)

    def cards(self) -> tuple[FindingCard, ...]:
        return tuple(self._cards.values())

    def _new(self, matter: Finding) -> FindingCard:
        card = FindingCard(self._desk, matter)
        card.decision.kept.connect(self._on_kept)
        card.decision.decided.connect(self.decided)
        card.words_pressed.connect(self._on_words)
        self._cards[matter.id] = card
        return card

    def _on_kept(self, finding: str) -> None:
        go_on_after(finding, sorted(self.cards(), key=self.body.indexOf))

    def _on_words(self) -> None:
        card = self.sender()
        if isinstance(card, FindingCard) and card.decision.finding.found.call is not None:
            self._desk.go.to("call", id=card.decision.finding.found.call)


class SentencesPage(WalkPage):
    """Sentences to read, nothing to decide."""

    def show_sentences(self, at: AtSentences) -> None:
        clear(self.body)
        card = Card()
        for each in at.sentences:
            card.add(Words(shown(each), selectable=True))
        self.body.addWidget(card)


def _open_first(matters: tuple[Finding, ...]) -> list[Finding]:
    return sorted(matters, key=lambda each: each.status is not FindingStatus.OPEN)
