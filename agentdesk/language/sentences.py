"""Where sentences begin and end, and which of them ask rather than say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agentdesk.language.tokens import lowered

# A stop ends a sentence only before a space, so that "2.30" stays whole; "p.m." and titles do not end one.
_END = re.compile(
    r"[.!?](?<!\b[ap]\.m.)(?<!\b[Dd]r.)(?<!\b[Mm]r.)(?<!\b[Mm]rs.)(?<!\b[Mm]s.)(?<!\b[Ss]t.)[.!?]*(?=\s|$)|\n+"
)
_ASKS_FIRST = re.compile(
    r"\s*(?:(?:ok(?:ay)?|sure|great|right|so|and|well|alright|sorry|thanks?(?: you)?|perfect|lovely)\b[,.]?\s*)*"
    r"(?:do|does|did|is|are|was|can|could|would|will|shall|should|may|have|has|what|when|where|which|who|how|why|"
    r"any(?:thing)? else)\b",
)
_TAG = re.compile(
    r"\b(?:is (?:that|this|it) (?:all )?(?:right|correct|ok(?:ay)?|fine|alright)|does that (?:work|sound)|(?:am i )?"
    r"(?:right|correct)\s*(?:\?|$))",
)


class Sentence(NamedTuple):
    """[start, end) of the text; `asks`: it ends with a question mark."""

    start: int
    end: int
    asks: bool


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order; text without stops is one."""
    start = 0
    for match in _END.finditer(text):
        if text[start : match.start()].strip():
            yield Sentence(start, match.end(), "?" in match[0])
        start = match.end()
    if text[start:].strip():
        yield Sentence(start, len(text), False)


def begins_as_question(text: str) -> bool:
    """Whether the words begin the way questions do; speech recognisers leave the mark out."""
    return bool(_ASKS_FIRST.match(lowered(text)))


def ends_in_a_check(text: str) -> bool:
    """Whether the words ask to confirm what was just said: "is that right", "correct?"."""
    return bool(_TAG.search(lowered(text)))


def around(text: str, start: int, end: int) -> str:
    """The sentence or sentences that hold [start, end), letter for letter: words one understands by themselves."""
    held = [each for each in sentences(text) if each.start < end and start < each.end]
    first, last = (held[0].start, held[-1].end) if held else (start, end)
    return text[min(first, start) : max(last, end)].strip()
