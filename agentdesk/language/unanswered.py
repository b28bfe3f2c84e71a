"""Questions of callers that the agent could not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agentdesk.domain.call import Turn
from agentdesk.language.sentences import begins_as_question, sentences
from agentdesk.language.tokens import bag, lowered


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question at [start, end) of turn `asked`, and the agent's words that show it stayed open."""

    asked: int
    start: int
    end: int
    answered: int
    answer_start: int
    answer_end: int


_NOT_KNOWN = re.compile(
    r"\b(?:i|we) (?:don't|do not|didn't) (?:actually |currently |really )?(?:know|have (?:that|this|any|"
    r"the|those|an answer|access to|"
    r"details|information))\b|"
    r"\bi(?:'m| am) (?:not (?:sure|certain|aware|able to (?:answer|say|confirm|tell|advise|see|check))|"
    r"unable to (?:answer|say|"
    r"confirm|tell|advise|see|check))\b|"
    r"\bi (?:can't|cannot|couldn't) (?:answer|say|confirm|tell you|advise|be sure|see that|check that)\b|"
    r"\b(?:that|it)(?:'s| is) (?:not )?(?:something|a question) (?:that )?(?:i (?:can't|cannot|don't)|"
    r"(?:only )?(?:the|our|my|a) [\w' ]{2,30} "
    r"(?:can|could|would|will|needs? to|has to|have to))\b|"
    r"\byou(?:'d| would|'ll| will)? (?:need|have) to (?:ask|check with|speak to) (?:the|our|my|a)\b|"
    r"\b(?:i(?:'ll| will)|let me) (?:have to )?(?:check|find out|ask)\b[^.?!]{0,40}\b(?:and|get back|for "
    r"you|with the)\b|"
    r"\bno (?:information|details) (?:on|about)\b|\b(?:not|isn't) (?:on|in) (?:my|the) (?:fact sheet|list|"
    r"information|notes)\b",
)
# Looking something up that it goes on to tell is no failure.
_THEN_TELLS = re.compile(
    r"\b(?:just|one moment|one second|bear with me|a moment|diary|availability|slots?|appointment|booking|calendar)\b",
)
_ABOUT_THE_CALLER = re.compile(
    r"\b(?:don't know (?:what you|why you)|not sure (?:i|what you|which|who you|whether you|if you)|"
    r"didn't catch|don't have (?:that|this) (?:slot|time|"
    r"day|date)|have (?:that|this|any|the) (?:slot|time|appointment|availability|openings?|space|free)\w*|"
    r"have any(?:thing)? (?:free|left|"
    r"available|slots?|appointments?|times?))\b",
)
_SMALL_TALK = re.compile(
    r"\b(?:are you (?:a |an |there|real|human|sure)|can you hear|hello\?|who(?:'s| is| am i) (?:this|that|"
    r"speaking|talking)|"
    r"how are you|is (?:that|this) (?:ok(?:ay)?|all right|alright|right|correct)|you there|what(?:'s| is) "
    r"(?:your|the) name|"
    r"(?:can|could) (?:i|you) (?:speak|talk|book|make|move|cancel|change|put|repeat|say|help|have a word|"
    r"get an appointment)|pardon)\b",
)
_ASKS = re.compile(
    r"\b(?:do|does|did|is|are|was|can|could|would|will|should|have|has|what|when|where|which|who|how|why)\b[^?]*\?|"
    r"\b(?:wondering|wanted to know|want to know|like to know|tell me) (?:if|whether|how|what|when|where|"
    r"which|about)\b",
)


def unanswered(turns: Sequence[Turn]) -> Iterator[Unanswered]:
    """The questions that stayed open, in order: asked, and the agent said that it doesn't know or can't say.

    What the agent looked up and then told is answered, and so is a question about a free time.
    """
    asked: tuple[int, int, int] | None = None
    for at, turn in enumerate(turns):
        plain = lowered(turn.text)
        if turn.role == "caller":
            asked = _question(at, plain) or (asked if len(plain.split()) < 4 else None)
            continue
        if asked is None:
            continue
        place = _stays_open(plain)
        if place is not None:
            yield Unanswered(*asked, at, *place)
        asked = None


def _question(at: int, plain: str) -> tuple[int, int, int] | None:
    for sentence in sentences(plain):
        words = plain[sentence.start : sentence.end]
        asks = sentence.asks or begins_as_question(words) or _ASKS.search(words)
        if asks and not _SMALL_TALK.search(words) and len(words.split()) > 2:
            lead = len(words) - len(words.lstrip())
            return at, sentence.start + lead, sentence.end
    return None


def _stays_open(plain: str) -> tuple[int, int] | None:
    for sentence in sentences(plain):
        words = plain[sentence.start : sentence.end]
        if sentence.asks or not (match := _NOT_KNOWN.search(words)):
            continue
        looks_up = match[0].startswith(("i'll", "i will", "let me"))
        if _ABOUT_THE_CALLER.search(words) or (looks_up and _THEN_TELLS.search(words)):
            continue
        if looks_up and not re.search(r"\b(?:get back|ring|call|let you know|find out|ask)\b", words):
            continue
        return sentence.start, sentence.end
    return None


_EMPTY = bag(
    "a an the and or of for to in on at by with is are was were be do does did can could would will "
    "shall should have has had i i'm "
    "we you your my me our it its it's this that these those there any some please just so well hi hello "
    "yes no okay ok right um er "
    "if whether about what which who how when where why much many know want wanted wondering tell like "
    "need also get got not don't "
    "you're what's how's where's who's there's that's anything something one as from up then"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")


def gist(question: str) -> frozenset[str]:
    """What a question is about: its words without those that every question has, cut to their stems."""
    words = _WORD.findall(lowered(question))
    return frozenset(_stem(each) for each in words if each not in _EMPTY)


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two gists are the same question: half of all their words are shared, or one holds the other."""
    if not one or not other:
        return one == other
    shared = len(one & other)
    return shared * 2 >= len(one | other) or (shared == min(len(one), len(other)) and shared >= 2)
