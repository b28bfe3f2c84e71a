"""One agent's own page: everything of it is here or one press away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.clock import Period, day_of, week_of
from agentdesk.domain.lists import NEEDS_SOMEBODY, FindingFilter
from agentdesk.domain.scorecard import Figure
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.services.calls.verdicts import Agreements
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.agents.agent_form import AgentForm
from agentdesk.ui.screens.agents.agent_parts import (
    DetailsCard,
    Lines,
    PersonRules,
    RuleRow,
    StageCard,
    row_to,
    show_line,
)
from agentdesk.ui.screens.agents.believing import BelievingPart
from agentdesk.ui.screens.agents.columns import Column, leading, trouble
from agentdesk.ui.screens.agents.control_part import ControlPart
from agentdesk.ui.screens.agents.page_words import (
    AgentView,
    Line,
    bookings_line,
    brief_line,
    calls_line,
    cost_line,
    history,
    live_since,
    matters_line,
    questions_line,
    review_line,
    systems_line,
    target_line,
    task_line,
)
from agentdesk.ui.screens.agents.presenter import job_in_words, life_in_words
from agentdesk.ui.screens.agents.rules import for_a_person, watched
from agentdesk.ui.screens.agents.walks_part import WalksPart
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_24
from agentdesk.ui.widgets.beside import Beside
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.pdf_saving import PdfSaver
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, Words

OWNER = "agent"
FOUR_WEEKS = timedelta(days=27)


class AgentScreen(Page):
    """Everything of the agent that it was opened with, by name."""

    watches = frozenset({"business", "agents", "calls", "bookings", "findings", "review", "acts"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._name = ""
        self._view: AgentView | None = None
        self._figures: Mapping[str, Figure] = {}
        self._moving_to = Stage.PLANNED
        self.saver = PdfSaver(desk, self)
        self.staff_sheet = QuietButton(self.tr("Save the staff sheet as PDF"), self._on_staff_sheet)
        self.job = Words()
        self.trouble = trouble(self.tr("Nobody is looking after this agent."))
        self.fixed = QuietWords(
            self.tr(
                "It follows fixed rules and does the same every time: it needs no brief and no review of calls, "
                "but somebody who looks after it."
            )
        )
        self.ways = RowList()
        self._decides = True
        self._build_ways()
        self.stage = StageCard()
        self.stage.move_wanted.connect(self._on_move_wanted)
        self.walks = WalksPart()
        self.walks.wanted.connect(self._on_walk)
        self.details = DetailsCard()
        self.details.change_wanted.connect(self._on_change)
        self.form = AgentForm(self.tr("Change what is kept"), self.tr("Keep the changes"))
        self.form.wanted.connect(self._on_wanted)
        self.form.cancelled.connect(self._on_cancelled)
        self.form.hide()
        self.rules = RowList()
        self._rule_rows: list[RuleRow] = []
        self.person_rules = PersonRules()
        self.targets = Lines(self.tr("No targets are set. They belong in the brief, before it goes live."))
        self.believing = BelievingPart()
        self.believing.calls_wanted.connect(self._on_judged)
        self.tasks = Lines(self.tr("Nobody has written down yet who does what. That belongs in the brief."))
        self.stop_it = QuietButton(self.tr("Emergency stop…"), partial(self._on_control, "stop"))
        self.add_to_head(self.stop_it)
        self.control = ControlPart(desk)
        self.control.wanted.connect(self._on_control)
        self.past = Lines(self.tr("Nothing has happened yet."))
        self.to_record = LinkButton(self.tr("The whole record, week by week"), partial(self._on_control, "record"))
        left, right = Column(), Column()
        left.add(self.ways)
        right.put(self.tr("Stage"), self.stage)
        self._of_agents = (
            left.put(self.tr("The rules, and what kept or broke them"), self.rules, self.person_rules),
            left.put(self.tr("Targets"), self.targets),
            left.put(self.tr("Whose opinion of a call can be trusted?"), self.believing),
            left.put(self.tr("Who does what"), self.tasks, leading(self.staff_sheet)),
            right.put(self.tr("Keeping control"), self.control),
            self.stop_it,
        )
        """What there is to say only of what decides itself what it says."""
        right.put(self.tr("Checklists"), self.walks)
        right.put(self.tr("Who to ask"), self.details)
        right.put(self.tr("What happened so far"), self.past, leading(self.to_record))
        self._whole = Beside(left, right, shares=(62, 38), gap=SPACE_24)
        self.add(self.job, self.trouble, self.fixed, self.form, self._whole)
        self.content.addStretch(1)
        for each in (self.job, self.trouble, self.fixed, self._whole):
            each.hide()

    def _build_ways(self) -> None:
        nothing = Line("")
        self.to_brief = row_to(nothing, self._on_brief)
        self.to_calls = row_to(nothing, self._on_calls)
        self.to_matters = row_to(nothing, self._on_matters)
        self.to_questions = row_to(nothing, self._on_questions)
        self.to_bookings = row_to(bookings_line({}), self._on_bookings)
        self.to_costs = row_to(nothing, self._on_money)
        self.to_reviews = row_to(nothing, self._on_reviews)
        self.to_systems = row_to(nothing, partial(self._on_control, "systems"))
        heard = [self.to_brief, self.to_calls, self.to_matters, self.to_questions, self.to_bookings]
        every = [*heard, self.to_systems, self.to_costs, self.to_reviews]
        self.ways.set_rows(every if self._decides else [self.to_matters, self.to_systems, self.to_costs])

    def open(self, **what: object) -> None:
        """Show the agent of that name."""
        name = str(what.pop("name", ""))
        if what or not name:
            raise TypeError("an agent's page opens with its name")
        if name != self._name:
            self._view, self._figures = None, {}
            self._whole.hide()
            self.form.hide()
        self._name = name
        self.set_title(one_line(name, 80), self.tr("reading…") if self._view is None else "")
        self.reload()

    def reload(self) -> None:
        if self._name:
            self._desk.runner.submit(
                Job("Reading the agent", self._read, Lane.READ, OWNER), self._on_read, self._on_failed, within=self
            )

    def _read(self, _: Progress) -> AgentView:
        services = self._desk.services
        name = self._name
        page = services.agents.page(name)
        today = day_of(self._desk.clock.now(), services.businesses.zone())
        alone = sum(each.listed for each in services.agents.all_()) == 1
        found = services.findings.page(FindingFilter(first=today - FOUR_WEEKS))
        return AgentView(
            page,
            services.briefs.versions(name),
            tuple(each.name for each in services.businesses.people()),
            # an entry that no call made belongs to no agent, unless there is only one
            tuple(each for each in found if each.agent == name or (alone and each.agent is None)),
            {each.id: each.text for each in services.reviews.questions()},
            services.businesses.current(),
            services.reviews.due().on,
            services.questions.open_(name),
            services.walks.looks(page.row.agent),
            services.walks.of_agent(name),
            services.staff_files.of(name),
        )

    def _count(self, _: Progress) -> tuple[str, tuple[Figure, ...], Agreements]:
        name = self._name
        today = day_of(self._desk.clock.now(), self._desk.services.businesses.zone())
        figures = self._desk.services.scorecards.make(name, Period(today - FOUR_WEEKS, today)).figures
        return name, figures, self._desk.services.verdicts.agreements(name)

    def _on_read(self, view: AgentView) -> None:
        if view.agent.name != self._name:
            return
        first = self._view is None
        self._view = view
        zone = self._desk.zone()
        today = day_of(self._desk.clock.now(), zone)
        self.set_title(one_line(view.agent.name, 80), life_in_words(view.agent))
        self.job.setText(job_in_words(view.agent))
        self.trouble.setVisible(bool(view.page.row.trouble))
        self._show_nature(decides=view.agent.decides)
        show_line(self.to_brief, brief_line(view, zone))
        show_line(self.to_calls, calls_line(view, zone))
        show_line(self.to_matters, matters_line(view))
        show_line(self.to_questions, questions_line(view))
        show_line(self.to_systems, systems_line(view))
        show_line(self.to_costs, cost_line(view, today))
        show_line(self.to_reviews, review_line(view, today))
        last = max(view.page.stages, key=lambda each: each.at, default=None)
        self.stage.show_stage(view.agent, last, view.page.missing_for_live, zone)
        self.control.show_agent(view.agent.name)
        self.walks.show_walks(view.agent.stage, view.looks, view.walks)
        self.details.show_agent(view.agent)
        self._show_rules(view)
        self.person_rules.show_rules(for_a_person(view.brief, view.questions))
        self.tasks.show_lines([task_line(each) for each in view.brief.tasks])
        self.past.show_lines(history(view, zone))
        self._show_figures()
        for each in (self.job, self._whole):
            each.show()
        if first:
            self.focus_first()
        if view.business is not None and view.agent.decides:
            self._desk.runner.submit(
                Job("Counting four weeks", self._count, Lane.READ, OWNER),
                self._on_counted,
                self._on_failed,
                within=self,
            )

    def _show_nature(self, *, decides: bool) -> None:
        """What follows fixed rules has nothing to say about words and calls."""
        self.fixed.setVisible(not decides)
        for each in self._of_agents:
            each.setVisible(decides)
        if decides is not self._decides:
            self._decides = decides
            self._build_ways()

    def _show_rules(self, view: AgentView) -> None:
        unfolded = {each.rule.words for each in self._rule_rows if not each.breaches.isHidden()}
        zone = self._desk.zone()
        self._rule_rows = [RuleRow(each, zone) for each in watched(view.brief, view.findings)]
        for row in self._rule_rows:
            row.finding_wanted.connect(self._on_finding)
            row.breaches.setVisible(row.rule.words in unfolded)
        self.rules.set_rows(self._rule_rows)

    def _on_counted(self, counted: tuple[str, tuple[Figure, ...], Agreements]) -> None:
        name, figures, agreements = counted
        if name == self._name:
            self._figures = {each.measure: each for each in figures}
            self._show_figures()
            self.believing.show_agreements(agreements)

    def _show_figures(self) -> None:
        view = self._view
        if view is None:
            return
        show_line(self.to_bookings, bookings_line(self._figures))
        for row in self._rule_rows:
            row.show_figures(self._figures)
        live, zone = live_since(view.page.stages), self._desk.zone()
        self.targets.show_lines([target_line(each, live, self._figures, zone) for each in view.brief.targets])

    def focus_first(self) -> None:
        (self.to_brief if self._decides else self.to_matters).setFocus(Qt.FocusReason.OtherFocusReason)

    # Details and stages

    def _on_change(self) -> None:
        if self._view is not None:
            self.form.show_agent(self._view.agent, self._view.people)
            self.form.show()
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancelled(self) -> None:
        self.form.hide()
        self.details.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_wanted(self, agent: Agent) -> None:
        services, name = self._desk.services, self._name

        def keep(_: Progress) -> str:
            services.agents.change(name, agent)
            return agent.name.strip()

        self._desk.runner.submit(
            Job("Keeping what changed", keep, Lane.WRITE, OWNER), self._on_kept, self._on_refused, within=self
        )

    def _on_kept(self, name: str) -> None:
        self.form.refuse("")
        self.form.hide()
        self._name = name
        self.details.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.tell.say(self.tr("Kept."))
        self.reload()

    def _on_refused(self, trouble: Exception) -> None:
        self.form.refuse(
            trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here.")),
            "responsible" if "look after" in str(trouble) else "name",
        )

    def _on_move_wanted(self, stage: Stage, why: str) -> None:
        services, name, who = self._desk.services, self._name, self._desk.who
        self._moving_to = stage

        def move(_: Progress) -> None:
            services.agents.move_to(name, stage, why, who())

        self._desk.runner.submit(
            Job("Taking the next step", move, Lane.WRITE, OWNER), self._on_moved, self._on_not_moved, within=self
        )

    def _on_moved(self, _: None) -> None:
        self.stage.moved()
        said = self.tr("{agent}: {stage}.").format(agent=one_line(self._name, 60), stage=self._moving_to.in_words)
        self._desk.tell.say(said)
        self.reload()

    def _on_not_moved(self, trouble: Exception) -> None:
        self.stage.refuse(trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here.")))

    def _on_control(self, place: str) -> None:
        self._desk.go.to(place, name=self._name)

    def _on_walk(self, checklist: str) -> None:
        self._desk.go.to("walk", agent=self._name, checklist=checklist)

    # The staff sheet

    def _on_staff_sheet(self) -> None:
        name = self.tr("{agent}, staff sheet.pdf").format(agent=_for_a_file(self._name))
        write = partial(self._desk.services.briefs.save_staff_sheet, self._name)
        self.saver.ask(self.tr("Save the staff sheet"), name, write)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("Something went wrong on this screen. Your records are safe."))
        )

    # Ways

    def _on_brief(self) -> None:
        self._desk.go.to("brief", name=self._name)

    def _on_calls(self) -> None:
        week = week_of(day_of(self._desk.clock.now(), self._desk.zone()))
        self._desk.go.to("calls", agent=self._name, first=week.first, last=week.last)

    def _on_matters(self) -> None:
        self._desk.go.to(
            "findings",
            words=self.tr("What needs you about {agent}").format(agent=one_line(self._name, 60)),
            wanted=replace(NEEDS_SOMEBODY, agent=self._name),
        )

    def _on_bookings(self) -> None:
        self._desk.go.to("diary")

    def _on_questions(self) -> None:
        self._desk.go.to("questions", agent=self._name)

    def _on_judged(self, words: str, calls: tuple[int, ...]) -> None:
        self._desk.go.to("calls", words=words, ids=calls)

    def _on_money(self) -> None:
        self._desk.go.to("money", agent=self._name)

    def _on_reviews(self) -> None:
        self._desk.go.to("review")

    def _on_finding(self, finding: str) -> None:
        self._desk.go.to("finding", id=finding)


def _for_a_file(name: str) -> str:
    """A name as a file can bear it."""
    return "".join(each if each.isalnum() or each in " -" else " " for each in name).strip()[:60] or "agent"
