"""Whether the agent took up what its caller asked for, as far as days and times that were said tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from agentdesk.checks.evidence import Evidence
from agentdesk.domain.call import Call
from agentdesk.domain.wording import day_in_words, time_in_words
from agentdesk.language.handovers import says_yes
from agentdesk.language.moments import Moment, moments
from agentdesk.language.promises import Promise

T = TypeVar("T")

_ASKS = re.compile(
    r"\b(?:book\w*|appointments?|slots?|visit|viewing|table|reserv\w+|come (?:out|round)|fit me in|"
    r"re-?schedul\w+|mov(?:e|ing)|chang(?:e|ing)|cancel\w*)\b",
    re.IGNORECASE,
)


class Took(StrEnum):
    """How the agent took it. AS_SAID: the caller's own day and time. AGREED: its own offer, and the caller said yes.
    WRONG: neither. UNTOLD: the words don't tell.
    """

    AS_SAID = "as said"
    AGREED = "agreed"
    WRONG = "wrong"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Understanding:
    """`said` and `taken`: what the caller named and what the agent made of it; empty unless that is wrong."""

    asked: bool
    """Whether the caller was heard asking for something to be booked, moved or cancelled."""
    took: Took
    said: str = ""
    taken: str = ""


def understanding(evidence: Evidence, call: Call, promise: Promise) -> Understanding:
    """How a promise follows from what was said before it."""
    asked = any(each.role == "caller" and _ASKS.search(each.text) for each in call.turns[: promise.turn + 1])
    told = tuple(_told(evidence, call, promise.turn))
    day, said_day = _took(call, promise.turn, [(at, each.days) for at, each in told], promise.days)
    at, said_at = _took(call, promise.turn, [(at, each.times) for at, each in told], promise.times)
    if day is Took.WRONG and said_day and promise.day is not None:
        return Understanding(asked, Took.WRONG, day_in_words(said_day[0]), day_in_words(promise.day))
    if at is Took.WRONG and said_at and promise.time is not None:
        return Understanding(asked, Took.WRONG, time_in_words(said_at[0]), time_in_words(promise.time))
    known = {day, at} - {Took.UNTOLD}
    return Understanding(asked, Took.AGREED if Took.AGREED in known else Took.AS_SAID if known else Took.UNTOLD)


def _told(evidence: Evidence, call: Call, last: int) -> Iterator[tuple[int, Moment]]:
    """Each day and time said up to a turn, with the turn."""
    now = call.started_at.astimezone(evidence.zone)
    for at, turn in enumerate(call.turns[: last + 1]):
        for moment in moments(turn.text, now.date(), evidence.hours, now):
            yield at, moment


def _took(
    call: Call, last: int, told: Sequence[tuple[int, tuple[T, ...]]], wanted: tuple[T, ...]
) -> tuple[Took, tuple[T, ...]]:
    """How the days (or the times) of a promise were taken, and what the caller named last.

    Wrong is what nobody named before the promise did, while the caller named something else and only one thing.
    """
    named = [(at, values) for at, values in told if values and call.turns[at].role == "caller"]
    said = named[-1][1] if named else ()
    if not wanted:
        return Took.UNTOLD, said
    if any(set(values) & set(wanted) for _, values in named):
        return Took.AS_SAID, said
    offered = [at for at, values in told if at < last and call.turns[at].role == "agent" and set(values) & set(wanted)]
    if offered:
        following = (each.text for each in call.turns[offered[-1] + 1 : last] if each.role == "caller")
        return Took.AGREED if any(map(says_yes, following)) else Took.UNTOLD, said
    certain = len({values for _, values in named}) == 1 and len(said) == len(wanted) == 1
    return Took.WRONG if certain else Took.UNTOLD, said
