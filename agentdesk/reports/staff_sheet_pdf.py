"""The one page that tells the team how to live with an agent."""

from __future__ import annotations

from pathlib import Path

from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import HONEST_DEALING, BriefVersion, PassToPerson
from agentdesk.domain.business import Business
from agentdesk.reports.brief_pdf import foot, standing, who_and_how_soon
from agentdesk.reports.engine import Engine, Plain
from agentdesk.reports.levels import LEVELS, Level, kept, more_in_app
from agentdesk.reports.saving import save_whole

PLACES_TO_SIGN = 5


def write_staff_sheet(engine: Engine, business: Business, agent: Agent, version: BriefVersion, path: Path) -> None:
    """Saves the sheet: exactly one A4 page, with the version of the brief it was made from.

    Raises Sorry when it can't be saved; then nothing new stands under the name.
    """
    save_whole(path, staff_sheet_pdf(engine, business, agent, version))


def staff_sheet_pdf(engine: Engine, business: Business, agent: Agent, version: BriefVersion) -> bytes:
    """The document itself. The same brief gives the same bytes."""
    line = engine.printable.line
    name = line(agent.name, 60)
    data: dict[str, Plain] = {
        "title": f"Staff sheet for an AI receptionist, brief version {version.number}",
        "business": line(business.name, 120),
        "name": line(f"Working with {agent.name}", 140),
        "name-size": 24 if len(agent.name) <= 26 else 15,
        "approved": version.approved_at is not None,
        "standing": line(f"From the brief. {standing(version, business.zone)}", 190),
        "does-title": f"What {name} does",
        "does-not-title": f"What {name} doesn’t do",
        "foot": foot(engine, version, business.zone),
        "levels": [_page(engine, agent, version, each) for each in LEVELS],
    }
    return engine.pdf("staff_sheet", data, version.approved_at or version.saved_at)


def _page(engine: Engine, agent: Agent, version: BriefVersion, level: Level) -> dict[str, Plain]:
    brief = version.brief
    line = engine.printable.line
    does, does_more = kept(_does(agent, version), level, engine.printable)
    does_not, does_not_more = kept(_does_not(version), level, engine.printable)
    return {
        "scale": level.scale,
        "intro": line(_intro(agent), level.signs),
        "does": does,
        "does-more": does_more,
        "does-not": does_not,
        "does-not-more": does_not_more,
        "take-over": [line(each, max(level.signs, 150)) for each in _take_over(agent)],
        "report": [line(each, max(level.signs, 150)) for each in _report(agent)],
        "runbooks": [_runbook(engine, each, level) for each in brief.pass_to_a_person[: level.items]],
        "runbooks-more": more_in_app(len(brief.pass_to_a_person) - level.items),
        "places": PLACES_TO_SIGN if level.scale > 0.8 else 3,
    }


def _intro(agent: Agent) -> str:
    said = f"{agent.name} is an AI, and says so when asked."
    if agent.answers:
        said += f" It answers {agent.answers}."
    if agent.responsible:
        said += f" {agent.responsible} looks after it. Ask {agent.responsible} anything."
    return said


def _does(agent: Agent, version: BriefVersion) -> tuple[str, ...]:
    brief = version.brief
    said = [agent.job] if agent.job else []
    said += [f"Answers: {each}" for each in brief.may_answer]
    said += [f"Books: {each}" for each in brief.may_book]
    return tuple(said) or ("Not written yet.",)


def _does_not(version: BriefVersion) -> tuple[str, ...]:
    return (*version.brief.never, *(rule for rule, _question in HONEST_DEALING if rule.startswith("Never")))


def _take_over(agent: Agent) -> tuple[str, ...]:
    stop = f"tell {agent.responsible}" if agent.responsible else "tell the owner"
    supplier = f", or ring {agent.supplier}" if agent.supplier else ""
    return (
        "Say your name, and that you are a person.",
        f"Say what the caller told {agent.name}, so that they needn’t say it again.",
        "Promise only what you can keep, and put it in the diary while they wait.",
        f"If {agent.name} has to stop at once, {stop}{supplier}.",
    )


def _report(agent: Agent) -> tuple[str, ...]:
    who = agent.responsible or "the owner"
    return (
        "Note the day, the time and the last three digits of the number.",
        f"Tell {who} the same day, in your own words. Small things count.",
        f"{who[0].upper()}{who[1:]} opens the call in AgentDesk and tells you what came of it.",
        "Nobody is in trouble for reporting. It is how the next call goes better.",
    )


def _runbook(engine: Engine, rule: PassToPerson, level: Level) -> dict[str, Plain]:
    line = engine.printable.line
    return {
        "when": line(rule.when, min(level.signs, 160)),
        "do": line(rule.runbook or "No runbook yet. Take a name and a number.", level.first_signs),
        "who": line(who_and_how_soon(rule) or "Nobody named", 90),
    }
