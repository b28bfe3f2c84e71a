"""A question that was put on the fact sheet, and whether a call has shown since that the agent knows."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.question import AnsweredQuestion
from agentdesk.domain.wording import moment_in_words
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line
from agentdesk.ui.widgets.words import QuietWords, Words


class AnsweredCard(Card):
    """What it is about and what the agent should say, who said so, and the call that proves it is known."""

    call_wanted = Signal(object)

    def __init__(self, answered: AnsweredQuestion, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_8)
        self.answered = answered
        known = answered.shown_in is not None and answered.shown_at is not None
        self.mark = StateMark(
            State.ON_TARGET if known else State.TOO_EARLY,
            self.tr("A call showed it") if known else self.tr("No call has shown it yet"),
        )
        words = self.tr("{topic}: {says}").format(topic=one_line(answered.topic, 80), says=one_line(answered.says))
        asked = self.tr("“{question}”").format(question=one_line(answered.question, 160))
        said = joined((one_line(answered.by, 60), moment_in_words(answered.at, zone)))
        self.add(self.mark, Words(words), QuietWords(asked), QuietWords(said))
        self.setAccessibleName(words)
        if answered.shown_at is not None and known:
            when = moment_in_words(answered.shown_at, zone)
            self.proof = LinkButton(self.tr("Open the call on {when}").format(when=when), self._on_proof)
            self.body.addWidget(self.proof, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_proof(self) -> None:
        self.call_wanted.emit(self.answered.shown_in)
