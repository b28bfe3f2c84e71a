"""Things callers asked that the agent couldn't answer, and what became of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.question import AnsweredQuestion
from agentdesk.domain.wording import counted
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.services.findings.questions import OpenQuestion
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.questions.answered_card import AnsweredCard
from agentdesk.ui.screens.questions.question_card import QuestionCard
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.telling import one_line, trouble_in_words

AT_A_TIME = 25
"""Questions shown at once; more come when asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one reading brings."""

    open: tuple[OpenQuestion, ...]
    answered: tuple[AnsweredQuestion, ...]


class QuestionsScreen(Page):
    """Opens with nothing, for all agents, or with `agent`, its name."""

    watches = frozenset({Subject.FINDINGS, Subject.CALLS, Subject.BUSINESS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._agent: str | None = None
        self._limit = AT_A_TIME
        self._asked = Asked((), ())
        self._cards: dict[str, QuestionCard] = {}
        self._keeping: QuestionCard | None = None
        self._under_way: Running | None = None
        self._open = Section(self.tr("Not answered yet"))
        self._questions_column, place = _column()
        self.more = QuietButton(self.tr("Show more"), self._on_more)
        self._open.add(place)
        self._open.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._answered = Section(self.tr("Answered"))
        self._answered_column, answered_place = _column()
        self._answered_cards: tuple[AnsweredCard, ...] = ()
        self._answered.add(answered_place)
        self.none = EmptyState(
            "check",
            self.tr("Nothing is waiting for an answer."),
            self.tr("When a caller asks something that the agent can't answer, the question appears here by itself."),
        )
        self.add(self._open, self._answered, self.none)
        for each in (self._open, self._answered, self.none):
            each.hide()
        self.sheet = QuietButton(self.tr("Open the fact sheet"), self._on_sheet)
        self.add_to_head(self.sheet)
        self.set_title(self.tr("Questions your agents couldn't answer"))

    def open(self, **what: object) -> None:
        agent = what.pop("agent", None)
        if what:
            raise TypeError("the questions open with an agent or with nothing")
        self._agent = agent if isinstance(agent, str) and agent else None
        self._limit = AT_A_TIME
        name = one_line(self._agent, 60) if self._agent else ""
        title = self.tr("What callers asked that {agent} couldn't answer").format(agent=name)
        self.set_title(title if name else self.tr("Questions your agents couldn't answer"))
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        questions, agent = self._desk.services.questions, self._agent
        self._under_way = self._desk.runner.submit(
            Job("Reading the questions", lambda _: Asked(questions.open_(agent), questions.answered(agent))),
            self._on_read,
            self._on_failed,
            within=self,
        )

    def focus_first(self) -> None:
        cards = self.cards()
        (cards[0].answer if cards else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> tuple[QuestionCard, ...]:
        """The questions that show, from above."""
        return tuple(self._cards.values())

    def answered_cards(self) -> tuple[AnsweredCard, ...]:
        """The answers that show, from above."""
        return self._answered_cards

    def _on_read(self, asked: Asked) -> None:
        self._asked = asked
        zone = self._desk.zone()
        shown = {each.findings[-1]: each for each in asked.open[: self._limit]}
        for gone in [key for key in self._cards if key not in shown]:
            _take_out(self._questions_column, self._cards.pop(gone))
        for place, (key, question) in enumerate(shown.items()):
            card = self._cards.pop(key, None) or self._card(question)
            # in the order of now; what is being typed into one goes with it
            self._cards[key] = card
            card.set_question(question, zone)
            if self._questions_column.indexOf(card) != place:
                self._questions_column.insertWidget(place, card)
        self._show_answered(asked.answered)
        times = counted(sum(each.asked for each in asked.open), self.tr("time"), self.tr("times"))
        number = counted(len(asked.open), self.tr("question"), self.tr("questions"))
        self._open.set_quiet(self.tr("{questions}, asked {times}").format(questions=number, times=times))
        self._open.setVisible(bool(asked.open))
        self.more.setVisible(len(asked.open) > self._limit)
        self.none.setVisible(not asked.open and not asked.answered)

    def _show_answered(self, answered: tuple[AnsweredQuestion, ...]) -> None:
        self._answered.setVisible(bool(answered))
        waiting = sum(each.shown_in is None for each in answered)
        self._answered.set_quiet(
            self.tr("{number} not heard in a call yet").format(number=waiting)
            if waiting
            else self.tr("All heard in calls")
        )
        if tuple(each.answered for each in self._answered_cards) == answered[:AT_A_TIME]:
            return
        for card in self._answered_cards:
            _take_out(self._answered_column, card)
        self._answered_cards = tuple(AnsweredCard(each, self._desk.zone()) for each in answered[:AT_A_TIME])
        for card in self._answered_cards:
            card.call_wanted.connect(self._on_call)
            self._answered_column.addWidget(card)

    def _card(self, question: OpenQuestion) -> QuestionCard:
        card = QuestionCard(question, self._desk.zone())
        card.answered.connect(self._on_answered)
        card.refused.connect(self._on_refused)
        card.calls_wanted.connect(self._on_calls)
        card.asking.connect(self._on_asking)
        return card

    def _on_asking(self) -> None:
        for card in self.cards():
            if card is not self.sender():
                card.put_away()

    def _on_more(self) -> None:
        self._limit += AT_A_TIME
        self.reload()

    def _on_answered(self, question: OpenQuestion, topic: str, says: str) -> None:
        questions, who = self._desk.services.questions, self._desk.who
        self._keep(lambda _: questions.answer(question, topic, says, who()), self._on_kept)

    def _on_refused(self, question: OpenQuestion, why: str) -> None:
        questions, who = self._desk.services.questions, self._desk.who
        self._keep(lambda _: questions.refuse(question, why, who()), self._on_refusal_kept)

    def _keep(self, keep: Callable[[Progress], None], then: Callable[[None], None]) -> None:
        sender = self.sender()
        self._keeping = sender if isinstance(sender, QuestionCard) else None
        self._desk.runner.submit(Job("Keeping an answer", keep, Lane.WRITE), then, self._on_not_kept, within=self)

    def _on_kept(self, _: None) -> None:
        self._close_form()
        self._desk.tell.say(self.tr("It is on the fact sheet. It stays in this list until a call shows it is known."))

    def _on_refusal_kept(self, _: None) -> None:
        self._close_form()
        self._desk.tell.say(self.tr("Kept: not for the agent."))

    def _close_form(self) -> None:
        if self._keeping is not None:
            self._keeping.kept()
        self.reload()
        self.focus_first()

    def _on_not_kept(self, trouble: Exception) -> None:
        sentence = trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here."))
        if self._keeping is not None:
            self._keeping.show_refusal(sentence)

    def _on_calls(self, question: OpenQuestion) -> None:
        words = self.tr("Calls that asked: {question}").format(question=one_line(question.words, 80))
        self._desk.go.to("calls", words=words, ids=question.calls)

    def _on_sheet(self) -> None:
        self._desk.go.to("fact_sheet")

    def _on_call(self, call: object) -> None:
        self._desk.go.to("call", id=call)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read the questions. What you see is from before."))
        )


def _column() -> tuple[QVBoxLayout, QWidget]:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_12)
    return column, place


def _take_out(column: QVBoxLayout, card: QWidget) -> None:
    column.removeWidget(card)
    card.hide()
    card.deleteLater()
