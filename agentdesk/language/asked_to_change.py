"""Whether a caller wants what is already in the diary moved or cancelled: what "all done" then means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agentdesk.language.claims import ClaimKind

_OF_MINE = (
    r"(?:\w+ ){0,3}?(?:appointment|booking|reservation|visit|viewing|slot|session|one|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_HAS_ONE = re.compile(
    r"\bi(?:'m| am) (?:meant to be |supposed to be |due |already |due to be )?(?:in|down|booked|coming|with you)\b|"
    rf"\b(?:down|booked)(?: in)? for\b|\bi(?:'ve| have)(?: got)? (?:an?|my) {_OF_MINE}|\b(?:my|our|his|her) {_OF_MINE}",
)
_TO_MOVE = re.compile(
    r"\b(?:mov(?:e|ing)|re-?schedul\w+|re-?arrang\w+|swap|switch|shift|shove|push|bump|nudge|chang(?:e|ing)|bring|"
    r"instead)\b|\bput (?:it|that|me|us|my \w+) (?:back|forward|off)\b|\bcome (?:at|on) [\w ]{2,20} (?:instead|rather)",
)
# "What if I have to cancel?" and "is there a cancellation fee?" cancel nothing.
_TO_CANCEL = re.compile(
    r"^(?![^.!]*\bif\b[^.!]*\bcancel)(?:.*[^\w])?cancel(?:ling)?\b"
    r"(?! (?:polic|fee|charge|later|on the day|for free|any))|"
    r"\bcall (?:it|that|this|my [\w ]{1,25}) off\b|\bon the head\b|\b(?:scrap|bin|scrub) (?:it|that|my|off)\b|"
    r"\btake (?:me|us|it|that|him|her|my [\w ]{1,25}) (?:off|out)\b",
)
_WILL_NOT_COME = re.compile(
    r"\b(?:won't|will not|not|shan't|don't|no longer) (?:be )?(?:need(?:ing)?|able to (?:make|come)|making|coming|"
    r"make it)\b|\bcan(?:'t|not) (?:make|come)\b",
)

_CHANGED_MIND = re.compile(
    r"\b(?:actually|instead|change (?:it|that)|make (?:it|that)|rather|sorry|wait|hang on|hold on|i meant|better|"
    r"can we (?:do|make|move)|could we (?:do|make|move)|correct(?:ion)?)\b",
)
_SPEAKS_OF_TIME = re.compile(
    r"\d|\b(?:half|quarter|o'clock|noon|midday|earlier|later|morning|afternoon|evening|today|tomorrow|week|hour|time|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
)


def changes_mind(said: str) -> bool:
    """Whether words, in small letters, take back or correct what was said before."""
    return _CHANGED_MIND.search(said) is not None


def asks_another_time(said: str) -> bool:
    """Whether a caller, in small letters, wants another time than the one just settled."""
    return changes_mind(said) and _SPEAKS_OF_TIME.search(said) is not None


def asked_to_change(heard: Iterable[str]) -> ClaimKind | None:
    """MOVED or CANCELLED, as the caller's words (in small letters) ask for it; None where they do neither."""
    said = tuple(heard)
    has_one = any(_HAS_ONE.search(each) for each in said)
    if has_one and any(_TO_MOVE.search(each) for each in said):
        return ClaimKind.MOVED
    if any(_TO_CANCEL.search(each) or (has_one and _WILL_NOT_COME.search(each)) for each in said):
        return ClaimKind.CANCELLED
    return None
