"""The one-page brief: what an agent is for, what it may do, and when a person takes over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PassToPerson:
    """When the agent must hand a caller to a person, to whom, how soon, and what to do then."""

    when: str
    who: str = ""
    within_minutes: int = 15
    runbook: str = ""
    phrases: tuple[str, ...] = ()
    """Words of callers that mean it, besides those the checks already know."""


@dataclass(frozen=True, slots=True)
class Target:
    """A measure of success, written down with the day on which it was set.

    `measure` is an id of `measure.MEASURES`; `share` lies between 0 and 1.
    """

    measure: str
    share: float
    set_on: datetime | None = None


HONEST_DEALING: tuple[tuple[str, str], ...] = (
    ("Says that it is an AI when asked.", "Q7"),
    ("Never says that a thing is done when it isn't.", "Q3"),
    ("Treats every caller fairly and politely.", "Q8"),
    ("Gives up gracefully: says what happens next.", "Q10"),
)
"""Rules in every brief, each with the review question that asks about it."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the owner wrote. All text is plain."""

    purpose: str = ""
    may_answer: tuple[str, ...] = ()
    may_book: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    pass_to_a_person: tuple[PassToPerson, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    ask_first: tuple[str, ...] = ()
    """What somebody must agree to before it counts: "A refund", "A job over £500", "Work outside our area"."""

    def gaps(self) -> tuple[str, ...]:
        """What a reader would miss, one sentence each; empty when the brief is whole."""
        gaps = []
        if not self.purpose.strip():
            gaps.append("It doesn't say what the agent is for.")
        elif (vague := vague_goal(self.purpose)) is not None:
            gaps.append(vague)
        if not self.may_answer:
            gaps.append("No questions are listed that it may answer.")
        if not self.may_book:
            gaps.append("No appointments are listed that it may book.")
        if not self.never:
            gaps.append("It doesn't say where its authority ends.")
        if not self.pass_to_a_person:
            gaps.append("It doesn't say when to pass a caller to a person.")
        gaps += [f"Nobody is named for: {each.when}." for each in self.pass_to_a_person if not each.who]
        gaps += [f"There is no runbook for: {each.when}." for each in self.pass_to_a_person if not each.runbook]
        return tuple(gaps)


@dataclass(frozen=True, slots=True)
class Task:
    """A line of "who does what". `first_owners` should hold exactly one name."""

    what: str
    first_owners: tuple[str, ...] = ()
    then: str = ""

    @property
    def trouble(self) -> str | None:
        """A clash or a gap, in a sentence; None when exactly one starts the task."""
        if not self.first_owners:
            return f"Nobody does this: {self.what}."
        if len(self.first_owners) > 1:
            return f"Claimed twice: {self.what} ({' and '.join(self.first_owners)})."
        return None


@dataclass(frozen=True, slots=True)
class BriefVersion:
    """A brief as it stood. Approved ones never change; a draft has no approver."""

    agent: str
    number: int
    brief: Brief
    saved_at: datetime
    saved_by: str
    approved_at: datetime | None = None
    approved_by: str | None = None
    why: str = ""


_OF_MONEY = re.compile(r"\brefunds?\b|\bmoney back\b|\b(?:job|booking|quote)s? over\b", re.IGNORECASE)


def usually_asked(rules: Iterable[PassToPerson]) -> tuple[str, ...]:
    """What must be agreed to first where nobody said: the lines about money back and about big jobs."""
    return tuple(each.when for each in rules if _OF_MONEY.search(each.when))


_COUNTED = re.compile(
    r"\d|%|\b(every|each|all|no|none|never|always|half|most|within|without|before|same day|"
    r"book\w*|messages?|take\w* (?:a |down )?(?:name|message|detail)s?|"
    r"quotes?|appointments?|call-?backs?|answer\w* (?:the )?phones?)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(help|assist|support|improve|better|handle|deal with|look after|be (?:nice|friendly|good|helpful)|"
    r"great|excellent|amazing|best|efficient\w*|seamless\w*|customer experience|save time|stuff|things)\b",
    re.IGNORECASE,
)


def vague_goal(text: str) -> str | None:
    """What to ask when a goal cannot be counted ("help customers"); None when it can, or is empty.

    Asks while typing, so it judges from three letters on.
    """
    plain = text.strip()
    if len(plain) < 3 or _COUNTED.search(plain):
        return None
    if _VAGUE.search(plain) or len(plain.split()) < 4:
        return "How would you know? Say something you could count, such as “books 9 of 10 people who want a visit”."
    return None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed between two briefs, in the owner's words."""

    part: str
    was: str = ""
    now: str = ""


def differences(old: Brief, new: Brief) -> tuple[Difference, ...]:
    """What changed from one brief to another, in the order in which the page prints it."""
    found: list[Difference] = []
    if old.purpose.strip() != new.purpose.strip():
        found.append(Difference("What it is for", old.purpose, new.purpose))
    for part, was, now in (
        ("Questions it may answer", old.may_answer, new.may_answer),
        ("Appointments it may book", old.may_book, new.may_book),
        ("Where its authority ends", old.never, new.never),
        ("What you must agree to first", old.ask_first, new.ask_first),
    ):
        found += _changed_lines(part, was, now)
    was_rules = {each.when: each for each in old.pass_to_a_person}
    now_rules = {each.when: each for each in new.pass_to_a_person}
    part = "When a person takes over"
    for when in dict.fromkeys([*was_rules, *now_rules]):
        before, after = was_rules.get(when), now_rules.get(when)
        if before != after:
            found.append(Difference(part, _rule_in_words(before), _rule_in_words(after)))
    found += _changed_lines("Targets", _targets(old), _targets(new))
    found += _changed_lines("Who does what", _tasks(old), _tasks(new))
    return tuple(found)


def _changed_lines(part: str, old: Iterable[str], new: Iterable[str]) -> list[Difference]:
    was, now = list(old), list(new)
    gone = [Difference(part, was=line) for line in was if line not in now]
    return gone + [Difference(part, now=line) for line in now if line not in was]


def _rule_in_words(rule: PassToPerson | None) -> str:
    if rule is None:
        return ""
    who = f" to {rule.who} within {rule.within_minutes} minutes" if rule.who else ""
    words = f" Also when they say: {', '.join(rule.phrases)}." if rule.phrases else ""
    return f"{rule.when}{who}. {rule.runbook}".strip() + words


def _targets(brief: Brief) -> list[str]:
    return [f"{each.measure}: {each.share:.0%}" for each in brief.targets]


def _tasks(brief: Brief) -> list[str]:
    return [
        f"{each.what}: {', '.join(each.first_owners) or 'nobody'}{f', then {each.then}' if each.then else ''}"
        for each in brief.tasks
    ]
