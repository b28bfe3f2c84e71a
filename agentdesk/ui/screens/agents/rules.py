"""The rules an agent is held to: which the checks watch, what broke them, and which only a person can check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.brief import HONEST_DEALING, Brief
from agentdesk.domain.finding import CLASHES, Finding, FindingStatus, Kind
from agentdesk.domain.scorecard import Figure
from agentdesk.domain.wording import counted
from agentdesk.ui.widgets.telling import one_line

BROKEN = frozenset({FindingStatus.OPEN, FindingStatus.DONE})
"""A matter put right was still a breach; one that is fine for a reason, or was taken back, was none."""
STAYED_INSIDE = "Q4"
"""The review's question that asks about whatever the brief forbids."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule the checks watch. `measure` counts how often it could have been broken."""

    words: str
    kinds: frozenset[Kind]
    measure: str
    quiet: str = ""
    breaches: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ForAPerson:
    """A rule that no check can judge, with the question that asks about it in the weekly review."""

    words: str
    question: str


def watched(brief: Brief, findings: Iterable[Finding]) -> tuple[Rule, ...]:
    """The rules the checks watch, each with what broke it, the latest first."""
    standing = [each for each in findings if each.status in BROKEN]

    def rule(words: str, kinds: Collection[Kind], measure: str, quiet: str = "") -> Rule:
        broke = [each for each in standing if each.found.kind in kinds]
        broke.sort(key=lambda each: each.about_at, reverse=True)
        return Rule(words, frozenset(kinds), measure, quiet, tuple(broke))

    whens = "; ".join(_within(each.when) for each in brief.pass_to_a_person)
    return (
        rule(_tr("A booking it promises is in the diary."), {Kind.BOOKING_MISSING}, "K06"),
        rule(_tr("It books only when you are open."), {Kind.BOOKING_OUTSIDE_HOURS, Kind.BOOKING_CLOSED_DAY}, "K07"),
        rule(_tr("It never books two for one time."), CLASHES, "K07"),
        rule(_tr("It books only what its brief lists."), {Kind.BOOKING_NOT_ALLOWED}, "K07"),
        rule(
            _tr("A caller who needs a person gets one."),
            {Kind.ESCALATION_MISSED, Kind.ESCALATION_FAILED},
            "K10",
            _tr("That is: {rules}").format(rules=whens) if whens else "",
        ),
    )


def for_a_person(brief: Brief, questions: Mapping[str, str]) -> tuple[ForAPerson, ...]:
    """The rules that only a person can check: what the brief forbids, and honest dealing."""
    never = [ForAPerson(_tr("Never: {what}").format(what=one_line(each)), STAYED_INSIDE) for each in brief.never]
    honest = [ForAPerson(rule, question) for rule, question in HONEST_DEALING]
    return tuple(ForAPerson(each.words, questions.get(each.question, "")) for each in (*never, *honest))


def standing_in_words(rule: Rule, figures: Mapping[str, Figure]) -> str:
    """How often it was kept and broken in the last four weeks. Without figures yet: only how often broken."""
    broken = len(rule.breaches)
    figure = figures.get(rule.measure)
    if figure is None or figure.denominator is None:
        return counted(broken, "breach found", "breaches found") if broken else _tr("No breach found")
    if figure.words.startswith("Not known"):
        return one_line(figure.words).rstrip(".")
    if figure.denominator == 0:
        return _tr("Nothing to judge in the last four weeks")
    # breaches about entries that no call made have no promise to be counted against
    kept = max(0, figure.denominator - broken)
    return _tr("Kept {kept} of {all} times in the last four weeks").format(
        kept=f"{kept:,}", all=f"{figure.denominator:,}"
    )


def _within(when: str) -> str:
    """A rule's heading within a sentence."""
    words = one_line(when, 80)
    first, _, _ = words.partition(" ")
    return words[:1].lower() + words[1:] if len(first) < 2 or first[1:].islower() else words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Agents", words)
