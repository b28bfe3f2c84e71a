"""The end of the review: what it says about bookings, what was promised, and when the next one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.scorecard import Scorecard
from agentdesk.domain.wording import counted, day_in_words
from agentdesk.ui.screens.review.pages import WalkPage, clear
from agentdesk.ui.screens.review.shown import AtFinish
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import StateMark, state_of_verdict
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words

ACCURACY = "K05"


class FinishPage(WalkPage):
    """A card for each agent, and what comes next."""

    pdf_asked = Signal(object)
    """The Scorecard to save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("That's the review"))
        self.continue_button.set_words(self.tr("Done"))
        self.set_can_go_back(False)
        self.pdf_buttons: tuple[QuietButton, ...] = ()
        self._cards: dict[QuietButton, Scorecard] = {}

    def show_finish(self, at: AtFinish) -> None:
        clear(self.body)
        self._cards.clear()
        days = self.tr("{first} to {last}").format(
            first=day_in_words(at.review.period.first), last=day_in_words(at.review.period.last)
        )
        looked = self.tr("You looked at {calls} of {days}.").format(
            calls=counted(at.looked_at, "call", "calls"), days=days
        )
        self.set_sentence(" ".join(each for each in (looked, at.odds) if each))
        for card in at.cards:
            self.body.addWidget(self._agent(card))
        self.pdf_buttons = tuple(self._cards)
        self.body.addWidget(self._next(at))

    def _agent(self, scorecard: Scorecard) -> Card:
        card = Card()
        figure = next(each for each in scorecard.figures if each.measure == ACCURACY)
        card.add(StrongWords(shown(scorecard.agent)))
        card.add(Words(self.tr("Booking accuracy: {words}").format(words=figure.words)))
        if figure.verdict.in_words:
            card.add(StateMark(state_of_verdict(figure.verdict), figure.verdict.in_words))
        button = QuietButton(self.tr("Save as PDF"), icon_name="pdf")
        button.setAccessibleName(self.tr("Save the scorecard of {agent} as PDF").format(agent=scorecard.agent))
        button.clicked.connect(self._on_pdf)
        self._cards[button] = scorecard
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _next(self, at: AtFinish) -> Card:
        card = Card()
        card.add(StrongWords(self.tr("What comes next")))
        for each in at.promised:
            card.add(
                Words(
                    self.tr("{what} {who}, by {day}.").format(
                        what=shown(each.what.rstrip(".")) + ".", who=shown(each.who), day=day_in_words(each.due)
                    )
                )
            )
        carried = len(at.review.carried_over)
        if carried:
            card.add(
                Words(
                    self.tr("{calls} carried to the next review. The figures say so.").format(
                        calls=counted(carried, "call is", "calls are")
                    )
                )
            )
        if at.next_review is not None:
            card.add(Words(self.tr("Next review: {day}.").format(day=day_in_words(at.next_review))))
        else:
            card.add(QuietWords(self.tr("No review day is chosen. You can choose one in Settings.")))
        return card

    def _on_pdf(self) -> None:
        button = self.sender()
        if isinstance(button, QuietButton) and button in self._cards:
            self.pdf_asked.emit(self._cards[button])
