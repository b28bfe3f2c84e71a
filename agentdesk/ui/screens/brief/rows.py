"""The rows of the sheet: when a person takes over, what counts as success, who does what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.domain.brief import PassToPerson, Target, Task
from agentdesk.domain.measures import MEASURES
from agentdesk.domain.wording import listed
from agentdesk.ui.screens.brief.fields import GrowingArea, PercentField, Row, labelled
from agentdesk.ui.screens.brief.presenter import stamp_of, task_trouble
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.buttons import IconButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import ChoiceField, MinutesField, TextField
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import QuietWords, Words

LARGE_TEXT = 140
NOBODY = ""
SHARES = tuple(each for each in MEASURES if each.higher_is_better is not None and each.id != "K06")
"""Measures that a share can be aimed at."""


class RuleRow(Row):
    """When it must pass a caller to a person, to whom, how soon, and what that person does then."""

    def __init__(self, rule: PassToPerson, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = TextField(rule.when, limit=160, hint=self.tr("For example: a complaint"))
        self.who = ChoiceField[str](_with_nobody(people, rule.who, self.tr("Nobody yet")), value=rule.who)
        _narrow(self.who)
        self.within = MinutesField(rule.within_minutes, least=0, most=1440)
        self.runbook = GrowingArea(
            lines=2, limit=4000, hint=self.tr("One step on each line: say this, take that, tell whom.")
        )
        self.runbook.set_value(rule.runbook)
        self.phrases = TextField(
            ", ".join(rule.phrases), limit=2000, hint=self.tr("For example: nobody came, waited in")
        )
        self.out = IconButton("trash", self.tr("Take this rule out"))
        self.out.clicked.connect(self.out_wanted)
        first = QHBoxLayout()
        first.setSpacing(SPACE_8)
        first.addLayout(labelled(self.tr("When"), self.when), 1)
        first.addWidget(self.out, 0, Qt.AlignmentFlag.AlignTop)
        second = _side_by_side()
        second.addLayout(labelled(self.tr("Who rings them back"), self.who), 1)
        second.addLayout(labelled(self.tr("Within"), self.within), 1)
        card = Card(padding=SPACE_12, spacing=SPACE_8)
        card.add(
            first,
            second,
            labelled(self.tr("What to do then"), self.runbook),
            labelled(self.tr("Their own words that mean it, with commas between"), self.phrases),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.when.setCursorPosition(0)
        self.phrases.setCursorPosition(0)
        self.setFocusProxy(self.when)
        for field in (self.when, self.within, self.runbook, self.phrases):
            field.edited.connect(self.edited)
        self.who.chosen.connect(self.edited)

    def heading(self) -> str:
        return self.when.value()

    def rule(self) -> PassToPerson | None:
        """What is written; None for a row left empty."""
        phrases = tuple(each.strip() for each in self.phrases.value().split(",") if each.strip())
        written = PassToPerson(
            self.when.value(), self.who.value() or "", self.within.value(), self.runbook.value(), phrases
        )
        return written if written.when or written.runbook or phrases else None


class TargetRow(Row):
    """A measure of success with its share and the day on which it was set."""

    def __init__(
        self, target: Target | None, live: datetime | None, zone: ZoneInfo | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._target = target
        options = [(NOBODY, self.tr("Choose a measure")), *((each.id, each.name) for each in SHARES)]
        if target is not None and target.measure not in {each.id for each in SHARES}:
            options.append((target.measure, target.measure))
        self.measure = ChoiceField[str](options, value=target.measure if target else NOBODY)
        self.measure.setAccessibleName(self.tr("Measure"))
        _narrow(self.measure)
        self.share = PercentField()
        self.share.setAccessibleName(self.tr("Target"))
        self.share.setValue(round(100 * target.share) if target else 90)
        self.bound = QuietWords(wrap=False)
        self.stamp = QuietWords(stamp_of(target, live, zone))
        if not self.stamp.text():
            self.stamp.hide()
        line = _side_by_side()
        line.addWidget(self.measure, 1)
        goal = QHBoxLayout()
        goal.setSpacing(SPACE_8)
        goal.addWidget(self.bound)
        goal.addWidget(self.share)
        if text_percent() >= LARGE_TEXT:
            goal.addStretch(1)
        line.addLayout(goal)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_4)
        whole.addLayout(line)
        whole.addWidget(self.stamp)
        self._fit()
        self.setFocusProxy(self.measure)
        self.measure.chosen.connect(self._on_edited)
        self.share.edited.connect(self._on_edited)

    def heading(self) -> str:
        return self.measure.currentText()

    def target(self) -> Target | None:
        """What is aimed at; None while no measure is chosen. An unchanged one keeps its share and its day."""
        measure = self.measure.value()
        if not measure:
            return None
        before = self._target
        if before and before.measure == measure and round(100 * before.share) == self.share.value():
            return before
        return Target(measure, self.share.value() / 100)

    def _on_edited(self) -> None:
        self.stamp.setVisible(self.target() == self._target and bool(self.stamp.text()))
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        chosen = next((each for each in SHARES if each.id == self.measure.value()), None)
        self.bound.setText(
            self.tr("at most") if chosen is not None and chosen.higher_is_better is False else self.tr("at least")
        )
        self.bound.setVisible(bool(self.measure.value()))
        self.share.setVisible(bool(self.measure.value()))


class TaskRow(Row):
    """One thing that has to be done, who does it first, and who then."""

    def __init__(self, task: Task, agent: str, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (agent, *(each for each in people if each != agent))
        owners: list[tuple[tuple[str, ...], str]] = [((), self.tr("Nobody yet")), *(((each,), each) for each in names)]
        if task.first_owners not in {value for value, _ in owners}:
            owners.append((task.first_owners, listed(task.first_owners)))
        self.what = TextField(task.what, limit=160, hint=self.tr("For example: answer the phone"))
        self.what.setAccessibleName(self.tr("What has to be done"))
        self.first = ChoiceField[tuple[str, ...]](owners, value=task.first_owners)
        self.first.setAccessibleName(self.tr("Who does it first"))
        self.then = ChoiceField[str](_with_nobody(names, task.then, self.tr("then nobody")), value=task.then)
        for at in range(1, self.then.count()):
            self.then.setItemText(at, self.tr("then {name}").format(name=self.then.itemText(at)))
        self.then.setAccessibleName(self.tr("Who then"))
        _narrow(self.first)
        _narrow(self.then)
        self.out = IconButton("trash", self.tr("Take this task out"))
        self.out.clicked.connect(self.out_wanted)
        self.trouble = QWidget()
        trouble = QVBoxLayout(self.trouble)
        trouble.setContentsMargins(0, 0, 0, SPACE_4)
        trouble.setSpacing(SPACE_4)
        self._mark, self._why = StateMark(State.LOOK), Words()
        trouble.addWidget(self._mark)
        trouble.addWidget(self._why)
        what_line = QHBoxLayout()
        what_line.setSpacing(SPACE_8)
        what_line.addWidget(self.what, 1)
        what_line.addWidget(self.out)
        owners_line = _side_by_side()
        for field in (self.first, self.then):
            owners_line.addWidget(field, 1)
        owners_line.addSpacing(self.out.sizeHint().width() + SPACE_8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE_8)
        whole.setSpacing(SPACE_4)
        whole.addLayout(what_line)
        whole.addLayout(owners_line)
        whole.addWidget(self.trouble)
        self.what.setCursorPosition(0)
        self.setFocusProxy(self.what)
        self.what.edited.connect(self._on_edited)
        self.first.chosen.connect(self._on_edited)
        self.then.chosen.connect(self._on_edited)
        self._fit()

    def heading(self) -> str:
        return self.what.value()

    def task(self) -> Task | None:
        """What is written; None for a row left empty."""
        if not self.what.value():
            return None
        return Task(self.what.value(), self.first.value() or (), self.then.value() or "")

    def _on_edited(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        task = self.task()
        kind, why = task_trouble(task) if task is not None else ("", "")
        self._mark.set_state(State.LOOK, kind)
        self._why.setText(one_line(why))
        self.trouble.setVisible(bool(why))


def _narrow(field: QComboBox) -> None:
    # a long name among its choices must not make the whole sheet wide
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(8)


def _with_nobody(names: Sequence[str], present: str, nobody: str) -> list[tuple[str, str]]:
    known = [*names, *([present] if present and present not in names else [])]
    return [(NOBODY, nobody), *((each, each) for each in known)]


def _side_by_side() -> QBoxLayout:
    large = text_percent() >= LARGE_TEXT
    line = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
    line.setSpacing(SPACE_8)
    return line
