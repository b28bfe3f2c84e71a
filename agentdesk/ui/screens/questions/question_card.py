"""One question that stayed open, and the form that answers it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.wording import counted, listed, moment_in_words
from agentdesk.services.findings.questions import OpenQuestion
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.ask import AnswerField, Ask
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


def asked_in_words(question: OpenQuestion, zone: ZoneInfo) -> str:
    """How often, by whom taken, and when last."""
    moment = moment_in_words(question.last_asked, zone)
    if question.asked == 1:
        asked = _tr("Asked once, on {moment}").format(moment=moment)
    else:
        times = counted(question.asked, _tr("time"), _tr("times"))
        asked = _tr("Asked {times}, last on {moment}").format(times=times, moment=moment)
    return joined((asked, one_line(listed(list(question.agents)), 80)))


def again_in_words(question: OpenQuestion, zone: ZoneInfo) -> str:
    """What stands on the fact sheet already; nothing where nothing does."""
    answer = question.answer
    if answer is None:
        return ""
    return _tr("On the fact sheet since {moment}: “{says}”. The agent still doesn't say it.").format(
        moment=moment_in_words(answer.at, zone), says=one_line(answer.says, 160)
    )


class QuestionCard(Card):
    """The question in the caller's words, and what one does about it. What is typed stays until it was kept."""

    answered = Signal(object, str, str)
    """The OpenQuestion, what it is about, and what the agent should say."""
    refused = Signal(object, str)
    """The OpenQuestion, and why it isn't for the agent."""
    calls_wanted = Signal(object)
    asking = Signal()
    """A form was opened."""

    def __init__(self, question: OpenQuestion, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._words, self._asked = StrongWords(), QuietWords()
        self._again_mark = StateMark(State.LOOK, self.tr("Answered before"))
        self._again = Words()
        self.answer = QuietButton(self.tr("Answered now: add to the fact sheet"), self._on_answer)
        self.refuse = QuietButton(self.tr("Not for the agent"), self._on_refuse)
        self.calls = LinkButton("", self._on_calls)
        self.buttons = QWidget()
        flow = Flow(self.buttons)
        for each in (self.answer, self.refuse, self.calls):
            flow.addWidget(each)
        self.answering: Answering | None = None
        self.refusing: Ask | None = None
        self._forms = QVBoxLayout()
        self._forms.setSpacing(SPACE_8)
        self.add(self._again_mark, self._words, self._asked, self._again, self.buttons, self._forms)
        self.set_question(question, zone)

    @property
    def is_asking(self) -> bool:
        """Whether a form is open, in which something may be typed."""
        return any(each is not None and not each.isHidden() for each in (self.answering, self.refusing))

    def set_question(self, question: OpenQuestion, zone: ZoneInfo) -> None:
        """Show how it stands now."""
        self.question = question
        words = self.tr("“{question}”").format(question=one_line(question.words))
        again = again_in_words(question, zone)
        self._words.setText(words)
        self._asked.setText(asked_in_words(question, zone))
        self._again.setText(again)
        for each in (self._again, self._again_mark):
            each.setVisible(bool(again))
        number = counted(len(question.calls), self.tr("call"), self.tr("calls"))
        self.calls.set_words(self.tr("Open {calls}").format(calls=number))
        self.setAccessibleName(words)
        for button in (self.answer, self.refuse, self.calls):
            button.setAccessibleDescription(words)

    def show_refusal(self, sentence: str) -> None:
        """It couldn't be kept: why, beside the field. What was typed stays."""
        for each in (self.answering, self.refusing):
            if each is not None and not each.isHidden():
                each.row.set_error(sentence)
                each.keep.setEnabled(True)

    def put_away(self) -> None:
        """Close the form; what was typed into it stays."""
        if self.is_asking:
            self._close()

    def kept(self) -> None:
        """What was typed has been kept."""
        for each in (self.answering, self.refusing):
            if each is not None:
                each.clear()
                each.keep.setEnabled(True)
        self._close()

    def _on_answer(self) -> None:
        if self.answering is None:
            self.answering = Answering(self.question)
            self._forms.addWidget(self.answering)
            self.answering.kept.connect(self._on_keep_answer)
            self.answering.left.connect(self._on_left)
        self._open(self.answering, self.answering.topic)

    def _on_refuse(self) -> None:
        if self.refusing is None:
            self.refusing = Ask(
                self.tr("Why isn't it for the agent?"), self.tr("For example: Jo advises on boilers, never the agent.")
            )
            self._forms.addWidget(self.refusing)
            self.refusing.kept.connect(self._on_keep_refusal)
            self.refusing.left.connect(self._on_left)
        self._open(self.refusing, self.refusing.field)

    def _open(self, form: Ask, field: AnswerField) -> None:
        self.buttons.hide()
        form.row.set_error(None)
        form.show()
        self.asking.emit()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        button = self.refuse if self.refusing is not None and not self.refusing.isHidden() else self.answer
        self._close()
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        for each in (self.answering, self.refusing):
            if each is not None:
                each.hide()
        self.buttons.show()

    def _on_keep_answer(self) -> None:
        if self.answering is not None:
            self.answering.keep.setEnabled(False)
            self.answered.emit(self.question, self.answering.topic.value(), self.answering.field.value())

    def _on_keep_refusal(self) -> None:
        if self.refusing is not None:
            self.refusing.keep.setEnabled(False)
            self.refused.emit(self.question, self.refusing.field.value())

    def _on_calls(self) -> None:
        self.calls_wanted.emit(self.question)


class Answering(Ask):
    """What it is about, and what the agent should say: the owner's own words for the fact sheet."""

    def __init__(self, question: OpenQuestion, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("What should the agent say?"),
            _tr("In your own words. Amounts and days as you would tell them to a caller."),
            parent,
        )
        known = question.answer
        self.topic = AnswerField(known.topic if known is not None else "", limit=80, hint=_tr("For example: Parking"))
        self.topic_row = FormRow(_tr("What is it about?"), self.topic, wide=True)
        self.column.insertWidget(0, self.topic_row)
        self.keep.set_words(_tr("Add to the fact sheet"))
        if known is not None:
            self.field.set_value(known.says)
        self.topic.left.connect(self.left)
        self.topic.returnPressed.connect(self._on_next)

    def clear(self) -> None:
        super().clear()
        self.topic.set_value("")

    def _on_next(self) -> None:
        # Enter goes on to what is still empty, and keeps when nothing is
        if self.field.value():
            self.keep.click()
        else:
            self.field.setFocus(Qt.FocusReason.TabFocusReason)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Questions", words)
