"""The one-page brief of an agent."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import HONEST_DEALING, BriefVersion, PassToPerson, Target, Task
from agentdesk.domain.business import Business
from agentdesk.domain.clock import day_of
from agentdesk.domain.measures import by_id
from agentdesk.domain.wording import counted, day_in_words, listed
from agentdesk.reports.engine import Engine, Plain
from agentdesk.reports.levels import LEVELS, Level, kept, more_in_app
from agentdesk.reports.saving import save_whole
from agentdesk.reports.shares import percent

SHORTENED = "This page is shortened. See the app for the rest."
ON_THE_STAFF_SHEET = "What to do then, step by step, is on the staff sheet."


def write_brief(
    engine: Engine,
    business: Business,
    agent: Agent,
    version: BriefVersion,
    path: Path,
    live_since: datetime | None = None,
) -> None:
    """Saves the brief: exactly one A4 page with its four headings, dated and numbered.

    Targets set after `live_since` are stamped so. Too long a text is set smaller, then shortened at a word's
    end with a pointer to the app; steps are never halved. Raises Sorry when it can't be saved.
    """
    save_whole(path, brief_pdf(engine, business, agent, version, live_since))


def brief_pdf(
    engine: Engine, business: Business, agent: Agent, version: BriefVersion, live_since: datetime | None = None
) -> bytes:
    """The document itself. The same brief gives the same bytes."""
    line = engine.printable.line
    data: dict[str, Plain] = {
        "title": f"Brief for an AI receptionist, version {version.number}",
        "business": line(business.name, 120),
        "name": line(f"What {agent.name} is asked to do", 140),
        "name-size": 24 if len(agent.name) <= 20 else 15,
        "approved": version.approved_at is not None,
        "standing": line(standing(version, business.zone), 160),
        "foot": foot(engine, version, business.zone),
        "levels": [_page(engine, business, agent, version, live_since, each) for each in LEVELS],
    }
    return engine.pdf("brief", data, version.approved_at or version.saved_at)


def standing(version: BriefVersion, zone: ZoneInfo) -> str:
    """Whether somebody stands behind this version, and since when."""
    if version.approved_at is None:
        saved = day_in_words(day_of(version.saved_at, zone), with_year=True)
        return f"Draft of version {version.number}, {saved}. Nobody has approved it."
    approved = day_in_words(day_of(version.approved_at, zone), with_year=True)
    return f"Version {version.number}, approved by {version.approved_by or 'somebody'} on {approved}"


def foot(engine: Engine, version: BriefVersion, zone: ZoneInfo) -> list[Plain]:
    """What stands under each page made from a brief."""
    at = version.approved_at or version.saved_at
    word = "Approved" if version.approved_at else "Draft, saved"
    return [
        f"Brief version {version.number}",
        f"{word} {day_in_words(day_of(at, zone), with_year=True)}",
        engine.printable.line(version.agent, 60),
    ]


def _page(
    engine: Engine,
    business: Business,
    agent: Agent,
    version: BriefVersion,
    live_since: datetime | None,
    level: Level,
) -> dict[str, Plain]:
    brief = version.brief
    line = engine.printable.line
    # half a step is worse than none: the staff sheet has them whole
    steps = all(len(each.runbook) <= level.signs for each in brief.pass_to_a_person)
    lists = {
        "may-answer": brief.may_answer,
        "may-book": brief.may_book,
        "never": brief.never,
        "ask-first": brief.ask_first,
        "facts": tuple(f"{each.topic}: {each.says}" for each in business.facts),
        "tasks": tuple(_task(each) for each in brief.tasks),
    }
    found: dict[str, Plain] = {
        "scale": level.scale,
        "why": line(f"Why: {version.why}", level.signs) if version.why else "",
        "purpose": line(brief.purpose, level.first_signs) or "Not written yet.",
        "targets": [_target(engine, each, business.zone, live_since) for each in brief.targets[: level.items]],
        "targets-more": more_in_app(len(brief.targets) - level.items),
        "nothing-allowed": not (brief.may_answer or brief.may_book or brief.never),
        "honest": [line(rule) for rule, _question in HONEST_DEALING],
        "rules": [_rule(engine, each, level, steps=steps) for each in brief.pass_to_a_person[: level.items]],
        "rules-more": more_in_app(len(brief.pass_to_a_person) - level.items),
        "responsible": line(_responsible(agent), max(level.signs, 160)),
    }
    for name, items in lists.items():
        shown, more = kept(items, level, engine.printable)
        found |= {name: shown, f"{name}-more": more}
    cut = [each for each in (*lists.values(),) if len(each) > level.items or _longest(each) > level.signs]
    texts_cut = len(brief.purpose) > level.first_signs or len(version.why) > level.signs
    shortened = cut or not steps or texts_cut
    found["rest"] = " ".join((*(() if steps else (ON_THE_STAFF_SHEET,)), *((SHORTENED,) if shortened else ())))
    return found


def _longest(texts: tuple[str, ...]) -> int:
    return max(map(len, texts), default=0)


def _target(engine: Engine, target: Target, zone: ZoneInfo, live_since: datetime | None) -> dict[str, Plain]:
    late = bool(live_since and target.set_on and target.set_on > live_since)
    try:
        name = by_id(target.measure).name
    except KeyError:
        name = target.measure
    on = f"set on {day_in_words(day_of(target.set_on, zone), with_year=True)}" if target.set_on else ""
    return {
        "words": engine.printable.line(f"{name}: {percent(target.share)}", 90),
        "late": late,
        "stamp": engine.printable.line(f"{on}, after go-live" if late else on),
    }


def _rule(engine: Engine, rule: PassToPerson, level: Level, *, steps: bool) -> dict[str, Plain]:
    line = engine.printable.line
    return {
        "when": line(rule.when, min(level.signs, 160)),
        "who": line(who_and_how_soon(rule), 90),
        "then": line(rule.runbook) if steps else "",
        "phrases": line(f"Also when they say: {listed(_quoted(rule.phrases))}.", level.signs) if rule.phrases else "",
    }


def who_and_how_soon(rule: PassToPerson) -> str:
    """Like "Jo, within 15 minutes"; nothing where nobody is named."""
    return f"{rule.who}, within {counted(rule.within_minutes, 'minute', 'minutes')}" if rule.who else ""


def _quoted(phrases: tuple[str, ...]) -> list[str]:
    return [f"“{each}”" for each in phrases]


def _task(task: Task) -> str:
    return f"{task.what}: {listed(task.first_owners) or 'nobody yet'}" + (f", then {task.then}" if task.then else "")


def _responsible(agent: Agent) -> str:
    said = f"{agent.responsible} looks after {agent.name}." if agent.responsible else "Nobody is named yet."
    return f"{said} Changes are asked of {agent.supplier}." if agent.supplier else said
