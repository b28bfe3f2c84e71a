"""Decides what the brief's page says. Plain records in, words out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import Brief, BriefVersion, Difference, Target, Task
from agentdesk.domain.business import Business
from agentdesk.domain.clock import day_of
from agentdesk.domain.measures import by_id
from agentdesk.domain.wording import day_in_words, moment_in_words
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import joined, one_line


@dataclass(frozen=True, slots=True)
class BriefView:
    """Everything one reading brings for the page."""

    agent: Agent
    working: BriefVersion
    versions: tuple[BriefVersion, ...]
    business: Business | None
    people: tuple[str, ...]
    questions: Mapping[str, str]
    live_since: datetime | None
    usual: Brief | None
    """What the trade usually needs, with the owner's people in it; None where the rules are written already."""

    @property
    def approved(self) -> BriefVersion | None:
        return next((each for each in self.versions if each.approved_at is not None), None)

    @property
    def has_draft(self) -> bool:
        return bool(self.versions) and self.versions[0].approved_at is None


def same(one: Brief, other: Brief) -> bool:
    """Whether two briefs say the same, whenever their targets were set."""
    return _undated(one) == _undated(other)


def _undated(brief: Brief) -> Brief:
    return replace(brief, targets=tuple(replace(each, set_on=None) for each in brief.targets))


def gaps_of(brief: Brief) -> tuple[str, ...]:
    """What a reader would miss, and what the rows lack that the rules of a brief don't know of."""
    gaps = [each for each in brief.gaps() if not each.endswith(": .")]
    if any(not each.when for each in brief.pass_to_a_person):
        gaps.append(_tr("A rule doesn't say when it applies."))
    if len(brief.targets) < 3:
        gaps.append(_tr("There are fewer than three targets. Set them before it goes live."))
    gaps += [each.trouble for each in brief.tasks if each.trouble]
    return tuple(one_line(each) for each in gaps)


def standing(version: BriefVersion) -> tuple[State, str]:
    """Whether what is on the page counts."""
    if version.approved_at is None:
        return State.LOOK, _tr("Version {number}, a draft").format(number=version.number)
    return State.ON_TARGET, _tr("Version {number}, approved").format(number=version.number)


def standing_quiet(version: BriefVersion, approved: BriefVersion | None, zone: ZoneInfo) -> str:
    """Who approved it and when; of a draft, which version counts until it is approved."""
    if version.approved_at is not None:
        return _tr("By {person} on {day}").format(
            person=one_line(version.approved_by or "", 60),
            day=day_in_words(day_of(version.approved_at, zone), with_year=True),
        )
    if approved is not None:
        return _tr("Version {number} counts until this one is approved.").format(number=approved.number)
    return _tr("Nobody has approved it yet.")


def version_line(version: BriefVersion, zone: ZoneInfo) -> tuple[str, str]:
    """A line of the list of versions: which, and who, when and why."""
    if version.approved_at is None:
        return (
            _tr("Version {number}, a draft").format(number=version.number),
            joined((one_line(version.saved_by, 60), moment_in_words(version.saved_at, zone))),
        )
    return (
        _tr("Version {number}, approved").format(number=version.number),
        joined(
            (
                one_line(version.approved_by or "", 60),
                moment_in_words(version.approved_at, zone),
                one_line(version.why, 200),
            )
        ),
    )


def differences_in_words(differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """The same with measures by their names, and a line that was changed as one difference instead of two."""
    told: list[Difference] = []
    for each in differences:
        words = replace(each, was=_named(each.was), now=_named(each.now))
        before = next((at for at, other in enumerate(told) if _changed_into(other, words)), None)
        if before is None:
            told.append(words)
        else:
            told[before] = replace(told[before], now=words.now)
    return tuple(told)


def _changed_into(one: Difference, other: Difference) -> bool:
    """Whether a line that went and one that came are about the same: a measure, a task."""
    if one.part != other.part or one.now or other.was:
        return False
    was, colon, _ = one.was.partition(":")
    return bool(colon) and other.now.startswith(f"{was}:")


def _named(words: str) -> str:
    code, colon, rest = words.partition(":")
    try:
        return f"{by_id(code).name}{colon}{rest}"
    except KeyError:
        return words


def stamp_of(target: Target | None, live: datetime | None, zone: ZoneInfo | None) -> str:
    """When a target was set, and whether that was after the agent went live."""
    if target is None or target.set_on is None or zone is None:
        return ""
    words = _tr("Set on {day}").format(day=day_in_words(day_of(target.set_on, zone), with_year=True))
    return _tr("{words}, after go-live").format(words=words) if live is not None and target.set_on > live else words


def task_trouble(task: Task) -> tuple[str, str]:
    """A clash or a gap: its name and its sentence; nothing where exactly one starts the task."""
    trouble = task.trouble
    if trouble is None:
        return "", ""
    return (_tr("A clash") if task.first_owners else _tr("A gap")), trouble


def kept_in_words(version: BriefVersion, zone: ZoneInfo) -> str:
    return _tr("Draft kept {moment}").format(moment=moment_in_words(version.saved_at, zone))


def approve_in_words(version: BriefVersion) -> str:
    return _tr("Approve version {number}").format(number=version.number)


def for_a_file(name: str) -> str:
    """A name as a file can bear it."""
    return "".join(each if each.isalnum() or each in " -" else " " for each in name).strip()[:60] or "agent"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Brief", words)
