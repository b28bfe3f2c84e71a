"""Decides what an agent's own page says. Plain records in, words out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.agent import Agent, Stage, StageChange
from agentdesk.domain.brief import Brief, BriefVersion, Target, Task
from agentdesk.domain.business import Business
from agentdesk.domain.clock import day_of
from agentdesk.domain.finding import Finding
from agentdesk.domain.measures import by_id
from agentdesk.domain.scorecard import Figure
from agentdesk.domain.walk import (
    Walk,
)
from agentdesk.domain.wording import counted, day_in_words, listed, moment_in_words
from agentdesk.services.agents.agents import AgentPage
from agentdesk.services.agents.staff_file import Entry
from agentdesk.services.agents.walks import Looks
from agentdesk.services.findings.questions import OpenQuestion
from agentdesk.services.money.money import in_business_money, limit_sentence
from agentdesk.ui.screens.agents.presenter import calls_in_words, needs_in_words
from agentdesk.ui.widgets.states import State, state_of_verdict
from agentdesk.ui.widgets.telling import joined, one_line


@dataclass(frozen=True, slots=True)
class AgentView:
    """Everything one reading brings for the page."""

    page: AgentPage
    versions: tuple[BriefVersion, ...]
    people: tuple[str, ...]
    findings: tuple[Finding, ...]
    questions: Mapping[str, str]
    business: Business | None
    review_on: date | None
    unanswered: tuple[OpenQuestion, ...] = ()
    looks: Looks = field(default_factory=Looks)
    walks: tuple[Walk, ...] = ()
    record: tuple[Entry, ...] = ()
    """What it was told at its service over time, newest first."""

    @property
    def agent(self) -> Agent:
        return self.page.row.agent

    @property
    def brief(self) -> Brief:
        """The brief that counts; while none is approved, the draft."""
        version = self.page.approved or self.page.draft
        return version.brief if version else Brief()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with quiet words below and, where it has one, a state."""

    words: str
    quiet: str = ""
    state: State | None = None
    state_words: str = ""
    label: str = ""
    """Quiet words above: what the sentence answers."""


def brief_line(view: AgentView, zone: ZoneInfo) -> Line:
    """How the brief stands and what it lacks."""
    gaps = view.page.gaps
    quiet = _tr("Nothing is missing.") if not gaps else joined((counted(len(gaps), "gap", "gaps"), one_line(gaps[0])))
    approved = view.page.approved
    if approved is None or approved.approved_at is None:
        return Line(_tr("The brief isn't approved"), quiet)
    words = _tr("The brief: version {number}, approved by {person} on {day}").format(
        number=approved.number,
        person=one_line(approved.approved_by or "", 60),
        day=day_in_words(day_of(approved.approved_at, zone)),
    )
    return Line(words, joined((_tr("Changed since, and not approved"), quiet)) if view.page.row.changed else quiet)


def calls_line(view: AgentView, zone: ZoneInfo) -> Line:
    row = view.page.row
    last = moment_in_words(row.last_call_at, zone) if row.last_call_at else ""
    quiet = _tr("The last one {moment}").format(moment=last) if last else _tr("None has been brought in yet")
    return Line(calls_in_words(row), quiet)


def matters_line(view: AgentView) -> Line:
    number = view.page.open_findings
    words = needs_in_words(number)
    return Line(
        words[:1].upper() + words[1:],
        _tr("Open matters about {agent}'s calls").format(agent=one_line(view.agent.name, 60)) if number else "",
    )


def questions_line(view: AgentView) -> Line:
    """What callers asked in vain, and the question asked most."""
    agent = one_line(view.agent.name, 60)
    if not view.unanswered:
        return Line(
            _tr("No open questions"), _tr("Callers asked nothing that {agent} couldn't answer").format(agent=agent)
        )
    number = sum(each.asked for each in view.unanswered)
    words = _tr("{questions} {agent} couldn't answer").format(
        questions=counted(number, _tr("question"), _tr("questions")), agent=agent
    )
    most = view.unanswered[0]
    return Line(words, _tr("Asked most: “{question}”").format(question=one_line(most.words, 90)))


def bookings_line(figures: Mapping[str, Figure]) -> Line:
    """How many of its bookings were right; before that is counted, only where they are."""
    figure = figures.get("K05")
    if figure is None:
        return Line(_tr("Bookings"), _tr("In the diary"))
    if not figure.denominator:
        return Line(_tr("Bookings"), one_line(figure.words))
    words = _tr("{right} of {all} bookings right in the last four weeks").format(
        right=figure.numerator, all=figure.denominator
    )
    if not figure.verdict.in_words:
        return Line(words)
    return Line(words, "", state_of_verdict(figure.verdict), figure.verdict.in_words)


def cost_line(view: AgentView, today: date) -> Line:
    """This month against the limit."""
    spent, limit = view.page.spent_this_month, view.agent.monthly_limit
    quiet = _tr("Money shows what it went on")
    if not spent:
        words = _tr("No costs are reported yet")
        return Line(words, _tr("The limit is {limit} a month").format(limit=limit.in_words()) if limit else "")
    known = in_business_money(spent, view.business) if view.business else None
    return Line(limit_sentence(limit, known, f"{today:%B}").rstrip("."), quiet)


def review_line(view: AgentView, today: date) -> Line:
    on, words = view.review_on, _tr("The weekly review")
    if on is None:
        return Line(words, _tr("No review day is chosen yet"))
    when = _tr("Next on {day}") if on > today else _tr("Due today") if on == today else _tr("Was due on {day}")
    return Line(words, when.format(day=day_in_words(on)))


def systems_line(view: AgentView) -> Line:
    words = _tr("What {agent} works with").format(agent=one_line(view.agent.name, 60))
    return Line(words, _tr("The phone line, the diary, and how each stands"))


def live_since(stages: tuple[StageChange, ...]) -> datetime | None:
    """When it first went live; None while it never did."""
    return min((each.at for each in stages if each.stage is Stage.LIVE), default=None)


def target_line(target: Target, live: datetime | None, figures: Mapping[str, Figure], zone: ZoneInfo) -> Line:
    """A target with the day it was set, and where it stands."""
    try:
        measure = by_id(target.measure)
    except KeyError:
        return Line(one_line(target.measure))
    goal = f"{100 * target.share:.0f}\N{NO-BREAK SPACE}%"
    words = (
        _tr("{measure}: at most {goal}") if measure.higher_is_better is False else _tr("{measure}: {goal}")
    ).format(measure=measure.name, goal=goal)
    stamp = ""
    if target.set_on is not None:
        stamp = _tr("Set on {day}").format(day=day_in_words(day_of(target.set_on, zone), with_year=True))
        if live is not None and target.set_on > live:
            stamp = _tr("{stamp}, after go-live").format(stamp=stamp)
    figure = figures.get(target.measure)
    now = _tr("So far: {words}").format(words=_continued(figure.words).rstrip(".")) if figure is not None else ""
    if figure is None or not figure.verdict.in_words:
        return Line(words, joined((now, stamp)))
    return Line(words, joined((now, stamp)), state_of_verdict(figure.verdict), figure.verdict.in_words)


def task_line(task: Task) -> Line:
    """Who does it first and who then; a clash or a gap in its own words."""
    trouble = task.trouble
    what = one_line(task.what)
    if trouble:
        kind = _tr("A clash") if task.first_owners else _tr("A gap")
        return Line(what, one_line(trouble), State.LOOK, kind)
    who = listed([one_line(each, 60) for each in task.first_owners])
    return Line(what, _tr("{who}, then {then}").format(who=who, then=one_line(task.then, 60)) if task.then else who)


LATEST = 6
"""Lines of an agent's record on its page; its own page has all of them."""


def history(view: AgentView, zone: ZoneInfo) -> tuple[Line, ...]:
    """The latest of its record: each with who and why."""
    return tuple(
        Line(
            joined((moment_in_words(each.at, zone), one_line(each.words))),
            joined((one_line(each.by, 60), one_line(each.why))),
        )
        for each in view.record[:LATEST]
    )


def _continued(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    words = one_line(sentence)
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Agents", words)
