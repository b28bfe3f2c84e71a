"""Decides what the pages about agents say. Plain records in, words out."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.wording import counted, moment_in_words
from agentdesk.services.agents.agents import AgentRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import joined, one_line

NEXT_STAGES: dict[Stage, tuple[Stage, ...]] = {
    Stage.PLANNED: (Stage.TRIAL, Stage.LIVE, Stage.RETIRED),
    Stage.TRIAL: (Stage.LIVE, Stage.PAUSED, Stage.RETIRED),
    Stage.LIVE: (Stage.PAUSED, Stage.RETIRED),
    Stage.PAUSED: (Stage.LIVE, Stage.TRIAL, Stage.RETIRED),
    Stage.RETIRED: (Stage.PLANNED,),
}
"""Where an agent can go from each stage, the likeliest first."""


def job_in_words(agent: Agent) -> str:
    """What it does and where it answers: "Answers the phone · 0113 496 0100"."""
    return joined((one_line(agent.job, 120) or _tr("No job is written down"), one_line(agent.answers, 60)))


def life_in_words(agent: Agent) -> str:
    """Where it is in its life; of an automation also that it is one: "Follows fixed rules · Live"."""
    return joined(("" if agent.decides else agent.nature.in_words, agent.stage.in_words))


def care_in_words(agent: Agent) -> str:
    """Who answers for it. Nothing while nobody does: that is told as trouble."""
    if not agent.responsible:
        return ""
    return _tr("{person} looks after {agent}.").format(
        person=one_line(agent.responsible, 60), agent=one_line(agent.name, 60)
    )


def week_in_words(row: AgentRow, zone: ZoneInfo) -> str:
    """What the week has been: "61 calls this week · 2 need you · last call Fri 27 Nov, 3:51 pm"."""
    last = (
        _tr("last call {moment}").format(moment=moment_in_words(row.last_call_at, zone))
        if row.last_call_at
        else _tr("no call yet")
    )
    return joined((calls_in_words(row), needs_in_words(row.needs_you) if row.listed else "", last))


def calls_in_words(row: AgentRow) -> str:
    if not row.listed:
        return counted(row.calls, "call", "calls")
    return counted(row.calls, "call this week", "calls this week")


def needs_in_words(number: int) -> str:
    if number == 0:
        return _tr("nothing needs you")
    return _tr("1 needs you") if number == 1 else _tr("{number} need you").format(number=f"{number:,}")


def brief_in_words(row: AgentRow) -> str:
    """How its brief stands: "brief version 2 approved", "no brief is approved"."""
    if row.version is None:
        return _tr("no brief is approved")
    words = _tr("brief version {number} approved").format(number=row.version)
    return _tr("{words}, and changed since").format(words=words) if row.changed else words


def state_of(row: AgentRow) -> State | None:
    """The state of a row in trouble: amber, something to look at."""
    return State.LOOK if row.trouble else None


def together_in_words(rows: Sequence[AgentRow]) -> str:
    """All agents in one line; nothing for a single one, whose row says it."""
    listed = [each for each in rows if each.listed]
    if len(rows) < 2:
        return ""
    calls = sum(each.calls for each in listed)
    agents = sum(each.agent.decides for each in listed)
    fixed = len(listed) - agents
    return joined(
        (
            counted(agents, "agent", "agents"),
            _tr("{number} by fixed rules").format(number=fixed) if fixed else "",
            counted(calls, "call this week", "calls this week"),
            needs_in_words(sum(each.needs_you for each in listed)),
        )
    )


def move_in_words(agent: str, stage: Stage) -> str:
    """The button that takes the step."""
    name = one_line(agent, 40)
    return {
        Stage.PLANNED: _tr("Take {agent} back into set-up"),
        Stage.TRIAL: _tr("Put {agent} on trial"),
        Stage.LIVE: _tr("Let {agent} go live"),
        Stage.PAUSED: _tr("Note that {agent} is paused"),
        Stage.RETIRED: _tr("Retire {agent}"),
    }[stage].format(agent=name)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Agents", words)
