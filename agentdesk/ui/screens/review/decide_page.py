"""Anything to change? Up to three actions with a name and a day, and wording for the supplier."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.wording import day_in_words
from agentdesk.services.reviews.reviewing import MOST_ACTIONS
from agentdesk.ui.screens.review.pages import WalkPage, clear
from agentdesk.ui.screens.review.shown import AtDecide
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import ChoiceField, TextArea, TextField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words

DAYS_AHEAD = 28


class Suggestion(Pressable):
    """Words for an action; a press takes them over."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, framed=True)
        self.words = words
        label = Words(shown(words))
        row = QVBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        row.addWidget(label)
        self.adopt(label)
        self.setAccessibleName(self.tr("Use these words: {words}").format(words=shown(words)))


class DecidePage(WalkPage):
    """What, who and by when. What was typed stays until it was written down."""

    promised = Signal(str, str, object)
    """What, who, and the day."""
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Anything to change?"))
        self.continue_button.set_words(self.tr("Finish the review"))
        self._kept = Card()
        self._kept_words = Words()
        self._kept.add(StrongWords(self.tr("Written down")), self._kept_words)
        self._suggested = QWidget()
        self._suggestions = QVBoxLayout(self._suggested)
        self._suggestions.setContentsMargins(0, 0, 0, 0)
        self._suggestions.setSpacing(SPACE_8)
        self._suggestion_buttons: tuple[Suggestion, ...] = ()
        self.what = TextField(limit=300)
        self.who = ChoiceField[str]()
        self.by = ChoiceField[date]()
        self._what_row = FormRow(self.tr("What should be done?"), self.what, wide=True)
        self.keep = QuietButton(self.tr("Write it down"), self._on_keep)
        self.what.returnPressed.connect(self._on_keep)
        sides = QWidget()
        flow = Flow(sides, gap=SPACE_16)
        flow.addWidget(FormRow(self.tr("Who does it?"), self.who))
        flow.addWidget(FormRow(self.tr("By when?"), self.by))
        self._form = Card()
        self._form.add(QuietWords(self.tr("Press one to use its words, or write your own.")), self._suggested)
        self._form.add(self._what_row, sides)
        self._form.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.letter = TextArea(lines=9)
        self.letter.setReadOnly(True)
        self.letter.setAccessibleName(self.tr("Wording for the supplier"))
        self.copy_button = QuietButton(self.tr("Copy the wording"), self._on_copy, icon_name="copy")
        self._letter_card = Card()
        self._letter_card.add(StrongWords(self.tr("Wording for the supplier")), self.letter)
        self._letter_card.body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (self._kept, self._form, self._letter_card):
            self.body.addWidget(each)
        self._written: tuple[str, ...] = ()

    def show_decide(self, at: AtDecide) -> None:
        kept = tuple(each.what for each in at.promised)
        if len(kept) > len(self._written):
            self.what.set_value("")
        self._written = kept
        room = MOST_ACTIONS - len(kept)
        self.set_sentence(
            self.tr("Up to three things, each with a name and a day. The next review opens with them.")
            if room
            else self.tr("Three is enough for one week. The next review opens with them.")
        )
        self._kept.setVisible(bool(kept))
        lines = (
            self.tr("{what}\n{who}, by {day}").format(
                what=shown(each.what), who=shown(each.who), day=day_in_words(each.due)
            )
            for each in at.promised
        )
        self._kept_words.setText("\n\n".join(lines))
        self._form.setVisible(room > 0)
        self._suggest([each for each in at.suggestions if each not in kept])
        self.who.set_options([(each, each) for each in at.people])
        due = at.next_review or at.today + timedelta(days=7)
        self.by.set_options([(each, self._day(each, at)) for each in _days(at.today)])
        if not kept:
            self.by.set_value(due)
        self.letter.set_value(at.letter)
        self._letter_card.setVisible(bool(at.letter))

    def set_trouble(self, sentence: str | None) -> None:
        """Beside what was typed."""
        self._what_row.set_error(sentence)

    def field_error(self) -> str:
        """What is wrong with what was typed, or nothing."""
        return self._what_row.error()

    def suggestion_buttons(self) -> tuple[Suggestion, ...]:
        """What is suggested, from above."""
        return self._suggestion_buttons

    def focus_first(self) -> None:
        if self._form.isHidden():
            super().focus_first()
        else:
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day(self, day: date, at: AtDecide) -> str:
        if day == at.next_review:
            return self.tr("{day}, the next review").format(day=day_in_words(day))
        return self.tr("Today") if day == at.today else day_in_words(day)

    def _suggest(self, suggestions: list[str]) -> None:
        clear(self._suggestions)
        self._suggestion_buttons = tuple(map(Suggestion, suggestions))
        for button in self._suggestion_buttons:
            button.clicked.connect(self._on_suggestion)
            self._suggestions.addWidget(button)
        self._suggested.setVisible(bool(suggestions))

    def _on_suggestion(self) -> None:
        button = self.sender()
        if isinstance(button, Suggestion):
            self.what.set_value(button.words)
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        self.set_trouble(None)
        who, by = self.who.value(), self.by.value()
        self.promised.emit(self.what.value(), who or "", by)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.letter.toPlainText())
        self.copied.emit()


def _days(today: date) -> list[date]:
    return [today + timedelta(days=each) for each in range(DAYS_AHEAD + 1)]
