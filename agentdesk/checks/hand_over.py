"""What became of handing a caller over: the service's word first, then its tools', then the agent's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from agentdesk.domain.call import Call, HandOver, ToolEntry
from agentdesk.language.handovers import Answer
from agentdesk.language.heard import Heard

_HANDS_OVER = re.compile(
    r"transfer|hand_?-?(?:off|over)|handoff|forward_?call|escalat|live_?agent|(?:to|a|get)_?human|"
    r"connect_?(?:to|call|agent)|"
    r"put_?through|warm_?call|dial_?(?:out|person|staff)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"voice_?-? ?mail|answer(?:ing|phone)_?-? ?machine|answerphone|machine_detected|no[ _-]?answer|"
    r"not[ _-]answered|unanswered|"
    r"\bbusy\b|engaged|fail(?:ed|ure)?\b|error|unavailable|not available|declin|reject|time[ds]?[ _-]?out|timeout|"
    r"cancel+ed|no[ _-]?one|nobody|unreachable|could not|couldn't|unable|\"(?:success|ok|connected|"
    r"answered)\"\s*:\s*false",
    re.IGNORECASE,
)


class Became(StrEnum):
    """TRIED: nothing says whether anybody was reached."""

    TRIED = "tried"
    REACHED = "reached"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Passing:
    """What became of passing a caller on, with the turn and place of the words it rests on, where there are any."""

    became: Became
    turn: int | None = None
    start: int = 0
    end: int = 0


def passing(call: Call, heard: Heard) -> Passing | None:
    """What became of the last attempt to hand the caller over; None where there was none.

    A voicemail, an engaged line or a tool that answered with a failure is no person.
    """
    spoken = _spoken(call, heard)
    turn, start, end = (spoken.turn, spoken.start, spoken.end) if spoken is not None else (None, 0, 0)
    if call.handover is HandOver.REACHED:
        return Passing(Became.REACHED, turn, start, end)
    if call.handover is HandOver.FAILED:
        return Passing(Became.FAILED, turn, start, end)
    tried = [each for each in call.tools if _HANDS_OVER.search(each.name)]
    if tried and _failed(tried[-1]):
        return Passing(Became.FAILED, turn, start, end)
    if spoken is not None:
        return spoken
    return Passing(Became.TRIED) if tried else None


def _failed(entry: ToolEntry) -> bool:
    return bool(entry.failed) or bool(entry.result and _NOBODY.search(entry.result))


def _spoken(call: Call, heard: Heard) -> Passing | None:
    """What the agent said of it; that nobody could be reached counts after an attempt only."""
    tried: Passing | None = None
    attempted = any(_HANDS_OVER.search(each.name) for each in call.tools) or call.handover is not None
    for at, each in heard.all_answers():
        if each.answer is Answer.HANDED_OVER:
            tried = Passing(Became.TRIED, at, each.start, each.end)
        elif each.answer is Answer.NOBODY_REACHED and (tried is not None or attempted):
            tried = Passing(Became.FAILED, at, each.start, each.end)
    return tried
