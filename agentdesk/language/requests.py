"""When a caller wants a person: asks for one, complains, wants money back, or is in danger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from agentdesk.language import danger_words as danger
from agentdesk.language import request_words as words
from agentdesk.language.patterns import any_of
from agentdesk.language.sentences import sentences
from agentdesk.language.spelling import mended
from agentdesk.language.tokens import lowered


class Wanted(StrEnum):
    """Why a person was needed; the words are what the owner reads after "asked" or "caller"."""

    PERSON = "person"
    COMPLAINT = "complaint"
    REFUND = "refund"
    EMERGENCY = "emergency"
    THREAT = "threat"
    VULNERABLE = "vulnerable"
    UNCLEAR = "unclear"
    HIGH_VALUE = "high value"
    OWN_WORDS = "own words"


@dataclass(frozen=True, slots=True)
class Request:
    """Words of a caller, [start, end) of one turn, that call for a person."""

    wanted: Wanted
    start: int
    end: int


_PATTERNS = [
    (wanted, any_of(phrases))
    for wanted, phrases in (
        (Wanted.EMERGENCY, danger.EMERGENCY),
        (Wanted.VULNERABLE, danger.VULNERABLE),
        (Wanted.PERSON, words.PERSON),
        (Wanted.COMPLAINT, words.COMPLAINT),
        (Wanted.THREAT, words.THREAT),
        (Wanted.REFUND, words.REFUND),
        (Wanted.UNCLEAR, words.UNCLEAR),
    )
]
_NOT_WANTED_BEFORE = re.compile(
    r"\b(?:don't|do not|didn't|did not|not|no need|needn't|rather not|without|never|isn't|is not|wasn't|no)\b"
    r"(?:\s+(?:want|need|wish|like|have|going|looking|asking|calling|an?|any|to|the|for|after|it|make|really|"
    r"get|you|anyone|anybody|someone|somebody))*\s*$",
)
# "Do you give refunds?" asks about the rules; nobody has to ring back for that.
_ASKS_THE_RULES_BEFORE = re.compile(
    r"\b(?:do you|what(?:'s| is) (?:the|your)) (?:ever )?(?:do|give|offer|have)?\s*$|"
    # "is this a real person?"
    r"\b(?:is (?:this|that)|are you) an?\s*$"
)
# "Is there a refund?" does too, and "is there a real person?" doesn't.
_IS_THERE_BEFORE = re.compile(r"\bis there (?:an? )?\s*$")
# "If I cancel, is it refunded?", "Do people get their money back if it fails?" ask what would be.
_SUPPOSES = re.compile(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|right|just|er|um|well)\W+)*(?:"
    r"if (?:i|we|it|you|they|something|anything)\b[^.!?]*"
    r"\b(?:do|does|is|are|can|could|would|will) (?:i|we|it|the|that|you|my)\b|"
    r"(?:do|does|is|are|can|could|would|will) (?:i|we|people|customers|clients|patients|tenants|it|the|you)\b"
    r"[^.!?]*\bif (?:i|we|it|they|the|something|anything|my)\b)",
)
# "Can you fit a carbon monoxide alarm?" wants work done, and tells of no danger.
_ASKS_WHAT_IS_DONE_BEFORE = re.compile(
    r"\b(?:(?:do|can|could|would|will) you (?:\w+ )?(?:fit|install|supply|sell|stock|test|service|offer|cover|replace)|"
    r"do you (?:\w+ )?(?:do|deal with|handle|have|repair|fix|treat|see)|does (?:it|the [a-z]+) (?:come with|have)|"
    r"(?:need|want|like|after|book) (?:an?|the|my|our) (?:new )?)(?: (?:an?|any|the|my|our|new|some))*\s*$"
)
# "I was going to ask for a refund, but I love it now."
_THOUGHT_BETTER_BEFORE = re.compile(r"\bwas (?:going|about|all set|ready) to\b[^.!?]*$")
# What others did is told, not asked for: "the last lot charged me and I had to fight for a refund".
_OF_OTHERS = re.compile(
    r"\b(?:last|previous|old|other) (?:lot|firm|company|place|people|salon|garage|dentists?|vets?|plumbers?)\b"
    r"(?! (?:that |who |which )?you\b)|"
    r"\b(?:insurance|tax) (?:refund|claim)\b|\b(?:up|down|across|over) the road\b|"
    r"\b(?:at|with|from|by) (?:another|a different|some other|the other|my (?:last|old|previous)) "
    r"(?:salon|garage|dentists?|vets?|firm|company|place|shop|plumber|clinic|practice|agency|surgery)\b",
)
# "The last groomer I used was dreadful, I put in a complaint": the whole sentence is about them.
_ANOTHER_BUSINESS = re.compile(
    r"\b(?:last|previous|old|other|first) (?!appointment|visit|session|class|lesson|time)[a-z]+ (?:that |who )?"
    r"(?:i|we) (?:used|use|went to|tried|hired)\b(?! (?:from|through|off) you\b)|"
    r"\bbefore (?:i|we) (?:found|came to|switched to) you\b"
)
_OF_US_ONLY = frozenset({Wanted.COMPLAINT, Wanted.REFUND, Wanted.THREAT, Wanted.OWN_WORDS})
_CLAUSE_ENDS = re.compile(r"[,.;!?]| but | so ")
_SETTLED = (
    r"\b(?:don't worry(?: about it)?|no need(?: to)?|that's (?:fine|sorted) (?:then|now)|"
    r"i don't need (?:them|anyone|a person) (?:now|after all))\b"
)
_NO_MORE_NEEDED = re.compile(_SETTLED)
_TAKEN_BACK = re.compile(
    rf"{_SETTLED}|\b(?:never mind|doesn't matter)\b|\b(?:forget (?:it|that)|leave it(?: for now)?)\b(?!\W*$)"
)


def requests(text: str) -> tuple[Request, ...]:
    """What in a caller's words calls for a person, in order of place; the first of each kind only."""
    plain, places = mended(lowered(text))
    found: list[Request] = []
    if words.WORTH_READING.search(plain):
        for wanted, pattern in _PATTERNS:
            for match in pattern.finditer(plain):
                if not _only_spoken_of(plain, match.start(), wanted):
                    found.append(Request(wanted, *_trimmed(plain, match.start(), match.end())))
                    break
    return tuple(sorted(_placed(found, places), key=lambda each: (each.start, each.wanted)))


def said_of(text: str, phrases: Sequence[str], wanted: Wanted) -> tuple[Request, ...]:
    """Where a caller says one of these plain phrases and means it; the first place of the first that is said.

    The owner's own phrases are such, and those of a trade: plain words, whatever their capitals, whole words only.
    """
    if not phrases:
        return ()
    plain, places = mended(lowered(text))
    return tuple(_placed(_own(plain, phrases, wanted), places))


def _placed(found: Iterable[Request], places: Sequence[int] | None) -> list[Request]:
    """In the text as it was said, before its spelling was mended."""
    if places is None:
        return list(found)
    return [Request(each.wanted, places[each.start], places[each.end - 1] + 1) for each in found]


def _only_spoken_of(plain: str, start: int, wanted: Wanted) -> bool:
    """Whether words are not wanted after all, only asked about, or told of somebody else's business."""
    if _NOT_WANTED_BEFORE.search(plain, 0, start) or _ASKS_THE_RULES_BEFORE.search(plain, 0, start):
        return True
    if wanted is not Wanted.PERSON and _IS_THERE_BEFORE.search(plain, 0, start):
        return True
    if wanted is Wanted.EMERGENCY:
        return bool(_ASKS_WHAT_IS_DONE_BEFORE.search(plain, 0, start))
    if wanted not in _OF_US_ONLY:
        return False
    if wanted is Wanted.REFUND and _only_supposed(plain, start):
        return True
    return _of_others(plain, start)


def _of_others(plain: str, start: int) -> bool:
    """Whether the clause at `start` is about another business, or the whole sentence."""
    ends = _CLAUSE_ENDS.search(plain, start)
    begins = max((each.end() for each in _CLAUSE_ENDS.finditer(plain, 0, start)), default=0)
    if _OF_OTHERS.search(plain, begins, ends.start() if ends else len(plain)):
        return True
    return bool(_ANOTHER_BUSINESS.search(plain, *_sentence_at(plain, start)))


def _only_supposed(plain: str, start: int) -> bool:
    """Whether the sentence at `start` asks what would be, or tells what was nearly asked for."""
    begins, ends = _sentence_at(plain, start)
    words = plain[begins:ends]
    thought_better = _THOUGHT_BETTER_BEFORE.search(plain, begins, start) and " but " in words
    return bool(thought_better or _SUPPOSES.search(words))


def _sentence_at(plain: str, start: int) -> tuple[int, int]:
    return next(((each.start, each.end) for each in sentences(plain) if start < each.end), (start, len(plain)))


def takes_back(text: str, *, danger: bool = False) -> bool:
    """Whether the caller lets the request go: "never mind", "leave it, I'll have the Tuesday then".

    Who says no more than "forget it" has given up. So has, whatever is said, who is in `danger`, unless no help is
    needed any more.
    """
    return bool((_NO_MORE_NEEDED if danger else _TAKEN_BACK).search(lowered(text)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _own(plain: str, own_words: Sequence[str], wanted: Wanted) -> Iterator[Request]:
    for pattern in _patterns(tuple(own_words)):
        for match in pattern.finditer(plain):
            if not _only_spoken_of(plain, match.start(), wanted):
                yield Request(wanted, match.start(), match.end())
                return


@lru_cache(maxsize=64)
def _patterns(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What finds each of the owner's phrases; there are a few lists of them, and every turn of every call is held
    against one.
    """
    found = []
    for phrase in phrases:
        parts = lowered(phrase).split()
        if parts:
            # "its" is written for "it's", and "pipes burst" is what "pipe burst" means
            inside = r"\s+".join(re.escape(each).replace("'", "'?") for each in parts)
            found.append(re.compile(rf"(?<!\w){inside}s?(?!\w)"))
    return tuple(found)
