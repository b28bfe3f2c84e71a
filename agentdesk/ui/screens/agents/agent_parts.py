"""What an agent's own page is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.agent import Agent, Stage, StageChange
from agentdesk.domain.scorecard import Figure
from agentdesk.domain.wording import counted, moment_in_words
from agentdesk.ui.screens.agents.page_words import Line
from agentdesk.ui.screens.agents.presenter import NEXT_STAGES, move_in_words
from agentdesk.ui.screens.agents.rules import ForAPerson, Rule, standing_in_words
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_24
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card, row_of
from agentdesk.ui.widgets.fields import ChoiceField, TextField
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line
from agentdesk.ui.widgets.words import HairLine, QuietWords, StrongWords, Words


def row_to(line: Line, on_opened: Callable[[], None]) -> SentenceRow:
    """A row that leads somewhere."""
    row = SentenceRow(line.words)
    show_line(row, line)
    row.opened.connect(on_opened)
    return row


def show_line(row: SentenceRow, line: Line) -> None:
    row.set_words(line.words, line.quiet, state=line.state, state_words=line.state_words)


class RuleRow(QWidget):
    """A rule the checks watch. Pressing it lists what broke it, each leading to the matter."""

    finding_wanted = Signal(str)

    def __init__(self, rule: Rule, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self.head = SentenceRow(rule.words)
        self.head.opened.connect(self._on_opened)
        self.breaches = QWidget()
        column = QVBoxLayout(self.breaches)
        column.setContentsMargins(SPACE_24, 0, 0, SPACE_8)
        column.setSpacing(0)
        self._ids: dict[SentenceRow, str] = {}
        for each in rule.breaches:
            row = SentenceRow(
                one_line(each.found.reason),
                joined((moment_in_words(each.about_at, zone), one_line(each.decision, 120))),
            )
            row.opened.connect(self._on_finding)
            self._ids[row] = each.id
            column.addWidget(row)
        if not rule.breaches:
            column.addWidget(QuietWords(self.tr("Nothing broke it in the last four weeks.")))
        self.breaches.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.breaches)
        self.setFocusProxy(self.head)
        self.show_figures({})

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Say how often it was kept, once that is counted."""
        broken = len(self.rule.breaches)
        self.head.set_words(
            self.rule.words,
            joined((standing_in_words(self.rule, figures), self.rule.quiet)),
            state=State.LOOK if broken else None,
            state_words=self.tr("Broken {times}").format(times=counted(broken, "time", "times")) if broken else "",
        )

    def _on_opened(self) -> None:
        self.breaches.setVisible(self.breaches.isHidden())

    def _on_finding(self) -> None:
        row = self.sender()
        if isinstance(row, SentenceRow):
            self.finding_wanted.emit(self._ids[row])


class PersonRules(Card):
    """The rules no check can judge, each with the question that asks about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_8)
        self.add(StrongWords(self.tr("Only a person can check these: they are asked in the weekly review.")))
        self._lines: list[QWidget] = []

    def show_rules(self, rules: Sequence[ForAPerson]) -> None:
        for each in self._lines:
            self.body.removeWidget(each)
            each.hide()
            each.deleteLater()
        groups: dict[str, list[str]] = {}
        for rule in rules:
            groups.setdefault(rule.question, []).append(rule.words)
        self._lines = [self._group(question, words) for question, words in groups.items()]
        for line in self._lines:
            self.add(line)

    def _group(self, question: str, words: Sequence[str]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        column.setSpacing(SPACE_4)
        for each in words:
            column.addWidget(Words(f"•\N{NO-BREAK SPACE} {each}"))
        if question:
            column.addWidget(QuietWords(self.tr("Asked: {question}").format(question=question)))
        return group


class Lines(Card):
    """Sentences on a card, each with its quiet line and its state; a sentence of its own while there are none."""

    def __init__(self, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self._none = none
        self._lines: list[QWidget] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        for each in self._lines:
            self.body.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._lines = [_told(each) for each in lines] or [QuietWords(self._none)]
        for each in self._lines:
            self.add(each)


class StageCard(Card):
    """Where the agent is in its life, what is missing for the next step, and the step itself with a reason."""

    move_wanted = Signal(object, str)
    """The Stage and the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self._name = ""
        self.now = StrongWords()
        self.why = QuietWords()
        self.missing = QVBoxLayout()
        self.missing.setSpacing(SPACE_4)
        self._missing: list[QWidget] = []
        self.next = ChoiceField[Stage]()
        self.reason = TextField(limit=300, hint=self.tr("For example: a week of test calls went well"))
        self._next_row = FormRow(self.tr("Next step"), self.next)
        self._reason_row = FormRow(self.tr("Why? So that it can be understood later"), self.reason)
        self.move_button = QuietButton("", self._on_move)
        self.unfold = LinkButton(self.tr("Take the next step"), self._on_unfold)
        self._step = QWidget()
        column = QVBoxLayout(self._step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._next_row)
        column.addWidget(self._reason_row)
        column.addLayout(row_of(self.move_button))
        self._step.hide()
        self.add(self.now, self.why, self.missing, row_of(self.unfold), self._step)
        self.next.chosen.connect(self._on_chosen)
        self.reason.returnPressed.connect(self._on_move)

    def show_stage(self, agent: Agent, last: StageChange | None, missing: Sequence[str], zone: ZoneInfo) -> None:
        """Show where it is. What was typed as a reason stays while the stage is the same."""
        self._name = agent.name
        self.now.setText(agent.stage.in_words)
        since = self.tr("Since {moment}, by {person}: {why}")
        self.why.setText(
            since.format(moment=moment_in_words(last.at, zone), person=one_line(last.by, 60), why=one_line(last.why))
            if last
            else ""
        )
        self.why.setVisible(last is not None)
        for each in self._missing:
            each.hide()
            each.deleteLater()
        show_missing = agent.stage in (Stage.PLANNED, Stage.TRIAL, Stage.PAUSED) and bool(missing)
        self._missing = []
        if show_missing:
            self._missing = [StateMark(State.LOOK, self.tr("Before it can go live"))]
            self._missing += [Words(one_line(each)) for each in missing]
        for each in self._missing:
            self.missing.addWidget(each)
        self.next.set_options([(each, each.in_words) for each in NEXT_STAGES[agent.stage]])
        self._on_chosen()

    def moved(self) -> None:
        """The step was taken."""
        self.reason.set_value("")
        self.refuse("")
        self._step.hide()
        self.unfold.show()
        self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the step can't be taken; empty takes it back."""
        self._reason_row.set_error(sentence or None)
        self.move_button.setEnabled(True)

    def error(self) -> str:
        return self._reason_row.error()

    def _on_unfold(self) -> None:
        self.unfold.hide()
        self._step.show()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        stage = self.next.value()
        if stage is not None:
            self.move_button.set_words(move_in_words(self._name, stage))

    def _on_move(self) -> None:
        stage = self.next.value()
        if stage is not None and self.move_button.isEnabled():
            self.move_button.setEnabled(False)
            self.move_wanted.emit(stage, self.reason.value())


class DetailsCard(Card):
    """Who answers for it, whom to ask, and what it may cost."""

    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_8)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_8)
        self._lines: list[QWidget] = []
        self.change = QuietButton(self.tr("Change these"), icon_name="edit")
        self.change.clicked.connect(self.change_wanted)
        self._scope = QuietWords()
        self.add(self._column, row_of(self.change), HairLine(), self._scope)

    def show_agent(self, agent: Agent) -> None:
        for each in self._lines:
            each.hide()
            each.deleteLater()
        nobody = self.tr("Nobody is looking after this agent.")
        limit = agent.monthly_limit.in_words() if agent.monthly_limit else self.tr("No limit is set")
        told = (
            (self.tr("Who looks after it"), one_line(agent.responsible or nobody)),
            (self.tr("Number"), one_line(agent.answers) or self.tr("Not written down")),
            (self.tr("Who to ask when it must change"), one_line(agent.supplier) or self.tr("Not written down")),
            (self.tr("Limit for a month"), limit),
        )
        self._lines = [_told(Line(words, label=label)) for label, words in told]
        for each in self._lines:
            self._column.addWidget(each)
        who = one_line(agent.supplier) or self.tr("whoever set it up")
        self._scope.setText(
            self.tr("AgentDesk doesn't build, run or rewrite {agent}. To change what it says, ask {supplier}.").format(
                agent=one_line(agent.name, 60), supplier=who[:1].lower() + who[1:] if who.startswith("The ") else who
            )
        )


def _told(line: Line) -> QWidget:
    told = QWidget()
    column = QVBoxLayout(told)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    if line.label:
        column.addWidget(QuietWords(line.label))
    column.addWidget(Words(line.words))
    if line.state is not None:
        column.addWidget(StateMark(line.state, line.state_words))
    if line.quiet:
        column.addWidget(QuietWords(line.quiet))
    return told
