"""Whose change it was, and the three ways to decide about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.screens.changed.keeping import KeepForm
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class WhoseChange(QWidget):
    """Asked where the service doesn't say; the answer shows, and can be given anew."""

    said = Signal(str)
    """The name; empty for "I don't know"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asks = StrongWords(self.tr("Whose change was it?"))
        self.answer = Words()
        self.me = QuietButton(self.tr("It was me"), self._on_me)
        self.who = ChoiceField[str]()
        self.who.setAccessibleName(self.tr("It was…"))
        self.somebody = QuietButton(self.tr("It was this person"), self._on_somebody)
        self.nobody = QuietButton(self.tr("I don't know"), self._on_nobody)
        self.again = LinkButton(self.tr("Say something else"), self._on_again)
        self._me = ""
        self.buttons = QWidget()
        flow = Flow(self.buttons)
        for each in (self.me, self.who, self.somebody, self.nobody):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for widget in (self.asks, self.answer, self.buttons):
            column.addWidget(widget)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answer(self, answer: str, me: str, people: Sequence[str]) -> None:
        """`answer`: the sentence that is known; empty while nobody said."""
        self._me = me
        others = [each for each in people if each != me]
        self.who.set_options([(each, one_line(each, 40)) for each in others])
        self.who.setVisible(bool(others))
        self.somebody.setVisible(bool(others))
        self.answer.setText(answer)
        self.answer.setVisible(bool(answer))
        self.again.setVisible(bool(answer))
        self.asks.setVisible(not answer)
        self.buttons.setVisible(not answer)

    def _on_me(self) -> None:
        self.said.emit(self._me)

    def _on_somebody(self) -> None:
        self.said.emit(self.who.value() or "")

    def _on_nobody(self) -> None:
        self.said.emit("")

    def _on_again(self) -> None:
        self.again.hide()
        self.buttons.show()
        self.me.setFocus(Qt.FocusReason.OtherFocusReason)


class Deciding(QWidget):
    """Put it back, keep it, or decide later."""

    put_back_wanted = Signal()
    kept = Signal()
    """The form says why, and how it was tried."""
    later_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.put_back = PrimaryButton(self.tr("Put it back…"), self.put_back_wanted.emit)
        self.keep = QuietButton(self.tr("Keep it, because…"), self._on_keep)
        self.later = QuietButton(self.tr("Decide later: remind me tonight"), self.later_wanted.emit)
        self.reminded = QuietWords()
        self.reminded.hide()
        self.buttons = QWidget()
        flow = Flow(self.buttons)
        for each in (self.put_back, self.keep, self.later):
            flow.addWidget(each)
        self.ask = KeepForm()
        self.ask.hide()
        self.ask.kept.connect(self.kept)
        self.ask.left.connect(self.put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for widget in (self.buttons, self.ask, self.reminded):
            column.addWidget(widget)

    def set_reminded(self, words: str) -> None:
        self.reminded.setText(words)
        self.reminded.setVisible(bool(words))
        self.later.setVisible(not words)

    def put_away(self) -> None:
        """Closes the field; what was typed stays."""
        was_asking = not self.ask.isHidden()
        self.ask.hide()
        self.buttons.show()
        if was_asking:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        self.ask.refuse(sentence)

    def _on_keep(self) -> None:
        self.buttons.hide()
        self.ask.row.set_error(None)
        self.ask.show()
        self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)
