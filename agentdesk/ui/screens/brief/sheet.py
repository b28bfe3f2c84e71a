"""The sheet: plain questions in the order and under the headings in which the page prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agentdesk.domain.brief import HONEST_DEALING, Brief, PassToPerson, Task, vague_goal
from agentdesk.ui.screens.brief.fields import GrowingArea, LinesField, Rows
from agentdesk.ui.screens.brief.presenter import BriefView, standing, standing_quiet
from agentdesk.ui.screens.brief.rows import RuleRow, TargetRow, TaskRow
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_16, SPACE_32
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, row_of
from agentdesk.ui.widgets.fields import TickBox
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import HairLine, HelpWords, QuietWords, SectionWords, StrongWords, TitleWords, Words

LARGE_TEXT = 140
TARGETS = 3


class BriefSheet(Card):
    """Shows a brief and gives back what is written. It decides nothing and keeps nothing."""

    edited = Signal()
    taken_out = Signal(str, object)
    """What was taken out, and what puts it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        large = text_percent() >= LARGE_TEXT
        super().__init__(parent, padding=SPACE_16 if large else SPACE_32, spacing=SPACE_16)
        self._view: BriefView | None = None
        self._filling = False
        self._services: list[TickBox] = []
        self._targets: list[TargetRow] = []
        self.business = QuietWords()
        self.heading = TitleWords()
        self.mark = StateMark(State.LOOK)
        self.quiet = QuietWords()
        self.start = QuietButton(self.tr("Start with what your trade usually needs"), self._on_start)
        self.start.hide()
        self._build_purpose()
        self._build_decisions()
        self.rules = Rows(self.tr("Add a rule"), self._new_rule)
        self.tasks = Rows(self.tr("Add a task"), self._new_task)
        for rows in (self.rules, self.tasks):
            rows.edited.connect(self._on_edited)
            rows.taken_out.connect(self._on_taken_out)
        self.responsible = Words()
        head = QVBoxLayout()
        head.setSpacing(SPACE_4)
        for each in (self.business, self.heading, self.mark, self.quiet):
            head.addWidget(each)
        self.add(head, row_of(self.start))
        self._add_parts()

    def _build_purpose(self) -> None:
        self.purpose = GrowingArea(lines=2, limit=2000)
        self.purpose.setAccessibleName(self.tr("What it is for"))
        self.purpose.edited.connect(self._on_purpose_edited)
        self.vague = QWidget()
        vague = QVBoxLayout(self.vague)
        vague.setContentsMargins(0, 0, 0, 0)
        vague.setSpacing(SPACE_4)
        self.vague_words = Words()
        vague.addWidget(StateMark(State.LOOK))
        vague.addWidget(self.vague_words)
        vague.addWidget(
            HelpWords(
                self.tr(
                    "Others write: “Answers every call in opening hours”, “Books 9 of 10 people who want a visit”, "
                    "“Puts every complaint through to Jo within 15 minutes”."
                )
            )
        )
        self.vague.hide()
        self._target_column = QVBoxLayout()
        self._target_column.setSpacing(SPACE_8)

    def _build_decisions(self) -> None:
        self.may_answer = LinesField(hint=self.tr("Opening hours\nPrices on the fact sheet\nThe area you cover"))
        self.may_answer.setAccessibleName(self.tr("Questions it may answer, one on each line"))
        self.book_others = LinesField(lines=1, hint=self.tr("Anything else, one on each line"))
        self.book_others.setAccessibleName(self.tr("Other appointments it may book, one on each line"))
        self.never = LinesField(hint=self.tr("Agree a refund or a discount\nGive advice on gas or electrical work"))
        self.never.setAccessibleName(self.tr("Where its authority ends, one on each line"))
        self.ask_first = LinesField(lines=2, hint=self.tr("A refund\nA job over £500\nWork outside our area"))
        self.ask_first.setAccessibleName(self.tr("What you must agree to first, one on each line"))
        for field in (self.may_answer, self.book_others, self.never, self.ask_first):
            field.edited.connect(self._on_edited)
        self._service_grid = QGridLayout()
        self._service_grid.setSpacing(SPACE_4)
        self._honest = QVBoxLayout()
        self._honest.setSpacing(SPACE_4)

    def _add_parts(self) -> None:
        self._part(
            self.tr("What it is for"),
            HelpWords(self.tr("In a sentence or two, with something you could count.")),
            self.purpose,
            self.vague,
            StrongWords(self.tr("How we'll know")),
            HelpWords(self.tr("Three targets, written down before it goes live. Each keeps the day it was set.")),
            self._target_column,
        )
        self._part(
            self.tr("What it may decide"),
            StrongWords(self.tr("Which questions may it answer?")),
            HelpWords(self.tr("One on each line.")),
            self.may_answer,
            StrongWords(self.tr("Which appointments may it book?")),
            self._service_grid,
            self.book_others,
            StrongWords(self.tr("Where does its authority end? It never…")),
            HelpWords(self.tr("One on each line.")),
            self.never,
            StrongWords(self.tr("What must you agree to first?")),
            HelpWords(self.tr("One on each line. A call about it then waits for your OK.")),
            self.ask_first,
            StrongWords(self.tr("It always deals honestly")),
            HelpWords(self.tr("These stand in every brief. The weekly review asks about each.")),
            self._honest,
        )
        self._part(
            self.tr("When it must pass to a person"),
            HelpWords(self.tr("Each with somebody's name and what that person does then.")),
            self.rules,
        )
        self._part(
            self.tr("Who looks after it"),
            self.responsible,
            StrongWords(self.tr("Who does what")),
            HelpWords(self.tr("Every task has exactly one who does it first.")),
            self.tasks,
        )

    def _part(self, heading: str, *things: QWidget | QVBoxLayout | QGridLayout) -> None:
        body = QVBoxLayout()
        body.setSpacing(SPACE_8)
        body.addWidget(SectionWords(heading))
        for each in things:
            if isinstance(each, StrongWords):
                body.addSpacing(SPACE_8)
            if isinstance(each, QWidget):
                body.addWidget(each)
            else:
                body.addLayout(each)
        self.add(HairLine(), body)

    def show_brief(self, view: BriefView) -> None:
        """Show what is kept, instead of what stands here."""
        self._filling = True
        brief = view.working.brief
        self.show_around(view)
        self.purpose.set_value(brief.purpose)
        self.may_answer.set_items(brief.may_answer)
        self.never.set_items(brief.never)
        self.ask_first.set_items(brief.ask_first)
        self._show_services(view, brief)
        self._show_targets(view, brief)
        self.rules.set_rows([RuleRow(each, view.people) for each in brief.pass_to_a_person])
        self.tasks.set_rows([TaskRow(each, view.agent.name, view.people) for each in brief.tasks])
        self._show_vague()
        self._show_start()
        self._filling = False

    def show_around(self, view: BriefView) -> None:
        """Show how it stands, and leave what is written alone."""
        self._view = view
        zone = view.business.zone if view.business else None
        self.business.setText(one_line(view.business.name, 120) if view.business else "")
        self.heading.setText(self.tr("What {agent} is asked to do").format(agent=one_line(view.agent.name, 60)))
        if zone is not None:
            self.mark.set_state(*standing(view.working))
            self.quiet.setText(standing_quiet(view.working, view.approved, zone))
        for each in (self.business, self.mark, self.quiet):
            each.setVisible(zone is not None)
        responsible = view.agent.responsible
        self.responsible.setText(
            self.tr("{person} looks after {agent}.").format(
                person=one_line(responsible, 60), agent=one_line(view.agent.name, 60)
            )
            if responsible
            else self.tr("Nobody is looking after this agent. Choose somebody on its own page.")
        )
        self._show_start()
        if not self._honest.count():
            self._show_honest(view.questions)

    def brief(self) -> Brief:
        """What is written."""
        services = tuple(str(each.property("service")) for each in self._services if each.isChecked())
        others = tuple(each for each in self.book_others.items() if each not in services)
        rules = [each.rule() for each in self.rules.rows() if isinstance(each, RuleRow)]
        tasks = [each.task() for each in self.tasks.rows() if isinstance(each, TaskRow)]
        targets = [each.target() for each in self._targets]
        return Brief(
            purpose=self.purpose.value(),
            may_answer=self.may_answer.items(),
            may_book=(*services, *others),
            never=self.never.items(),
            pass_to_a_person=tuple(each for each in rules if each is not None),
            targets=tuple(each for each in targets if each is not None),
            tasks=tuple(each for each in tasks if each is not None),
            ask_first=self.ask_first.items(),
        )

    def _show_services(self, view: BriefView, brief: Brief) -> None:
        for each in self._services:
            self._service_grid.removeWidget(each)
            each.hide()
            each.deleteLater()
        names = [each.name for each in view.business.services] if view.business else []
        columns = 1 if text_percent() >= LARGE_TEXT else 2
        self._services = []
        for at, name in enumerate(names):
            tick = TickBox(one_line(name, 60), ticked=name in brief.may_book)
            tick.setProperty("service", name)
            tick.toggled.connect(self._on_edited)
            self._service_grid.addWidget(tick, at // columns, at % columns)
            self._services.append(tick)
        self.book_others.set_items([each for each in brief.may_book if each not in names])

    def _show_targets(self, view: BriefView, brief: Brief) -> None:
        for each in self._targets:
            self._target_column.removeWidget(each)
            each.hide()
            each.deleteLater()
        empty = max(0, TARGETS - len(brief.targets))
        zone = view.business.zone if view.business else None
        self._targets = [
            TargetRow(each, view.live_since, zone) for each in (*brief.targets, *(None for _ in range(empty)))
        ]
        for row in self._targets:
            row.edited.connect(self._on_edited)
            self._target_column.addWidget(row)

    def _show_honest(self, questions: Mapping[str, str]) -> None:
        for rule, question in HONEST_DEALING:
            self._honest.addWidget(Words(f"•\N{NO-BREAK SPACE} {rule}"))
            if question in questions:
                self._honest.addWidget(QuietWords(self.tr("Asked: {question}").format(question=questions[question])))

    def _show_vague(self) -> None:
        asked = vague_goal(self.purpose.value())
        self.vague_words.setText(asked or "")
        self.vague.setVisible(asked is not None)

    def _show_start(self) -> None:
        view = self._view
        self.start.setVisible(view is not None and view.usual is not None and not self.rules.rows())

    def _new_rule(self) -> RuleRow:
        return RuleRow(PassToPerson(""), self._view.people if self._view else ())

    def _new_task(self) -> TaskRow:
        return TaskRow(Task(""), self._view.agent.name if self._view else "", self._view.people if self._view else ())

    def _on_start(self) -> None:
        """Fills what is empty and leaves alone what isn't."""
        view = self._view
        if view is None or view.usual is None:
            return
        now, usual = self.brief(), view.usual
        filled = Brief(
            now.purpose or usual.purpose,
            now.may_answer or usual.may_answer,
            now.may_book or usual.may_book,
            now.never or usual.never,
            now.pass_to_a_person or usual.pass_to_a_person,
            now.targets or usual.targets,
            now.tasks or usual.tasks,
            now.ask_first or usual.ask_first,
        )
        self.show_brief(replace(view, working=replace(view.working, brief=filled)))
        self.edited.emit()

    def _on_purpose_edited(self) -> None:
        self._show_vague()
        self._on_edited()

    def _on_edited(self) -> None:
        if not self._filling:
            self._show_start()
            self.edited.emit()

    def _on_taken_out(self, heading: str) -> None:
        rows = self.sender()
        if isinstance(rows, Rows):
            put_back: Callable[[], None] = rows.put_back
            self.taken_out.emit(heading, put_back)
