"""Words of the agent that claim that a booking was made, moved, cancelled, or could not be made.

Offers, questions, conditions and plans claim nothing: "shall I book", "once it's booked", "I can book".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from agentdesk.language import claim_words
from agentdesk.language.patterns import any_of
from agentdesk.language.sentences import Sentence, begins_as_question, ends_in_a_check, sentences
from agentdesk.language.tokens import lowered

LONGEST_READ = 4_000
"""Letters of a turn that are read: some four minutes of talk. What is longer was not spoken."""
_MOST_WEIGHED = 100
"""Places of a turn that may be claims. Each is weighed with all of its sentence."""


class ClaimKind(StrEnum):
    MADE = "made"
    MOVED = "moved"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim at [start, end) of a text, with its sentence around it.

    `weak` words ("all done", "nothing is free then") mean a booking only where one was just being made.
    """

    kind: ClaimKind
    start: int
    end: int
    sentence: Sentence
    weak: bool = False


_PATTERNS = [
    (kind, weak, any_of(phrases))
    for kind, weak, phrases in (
        (ClaimKind.FAILED, False, claim_words.FAILED),
        (ClaimKind.CANCELLED, False, claim_words.CANCELLED),
        (ClaimKind.MOVED, False, claim_words.MOVED),
        (ClaimKind.MADE, False, claim_words.MADE),
        (ClaimKind.FAILED, True, claim_words.FAILED_WEAK),
        (ClaimKind.MADE, True, claim_words.MADE_WEAK),
    )
]
_TITLE = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|[A-Z])\.(?=\s+[A-Z])")
_UNREAL_BEFORE = re.compile(
    r"\b(?:once|when|whether|if|until|till|unless|as soon as|in case|would you like|do you want|did you want|you want|"
    r"want|wants|would like|you'd like|wish|shall i|should i|can i|could i|may i|let me|please confirm|to confirm|need|"
    r"needs|to check|i'll check|double.?check|make sure|see if|"
    r"(?:i'?ll|we'?ll|i will|we will) (?:get|have)|"
    r"you (?:said|mentioned|told me)|i can see|like me to|going to|to have|to get|before|assume|prefer|to be sure|"
    r"just to confirm)\b"
    r"(?:\s+[\w',&-]+){0,5}\s*$",
)
_DENIED_BEFORE = re.compile(
    r"(?:\bnot|n't|\bnever|\bno(?! (?:problem|worries|bother|trouble))|\bnothing)\s*(?:(?!and\b|but\b)\w+\s+)?$",
)
_NOT_SO = re.compile(r"(?:\bnot|n't|\bnever)\s+(?:think|believe|see|say|know|sure|that|certain|mean)\s+(?:that\s+)?$")
_FAILING = re.compile(r"\b(?:unable|unfortunately|failed|(?:could|did|was|is)(?:n't| not)|cannot|can't)\b")
_TELLS = re.compile(
    r"\bi(?:'d| would)?(?:'m| am)? (?:wish|like|want|happy|pleased|glad|delighted) to "
    r"(?:confirm|inform you|tell you|say|let you know)(?: to you)?(?: that)?\s*$",
)
_LONG_AGO = re.compile(r"\b(?:last (?:time|week|month|year|visit)|previously|back in|(?:years?|months?|ages) ago)\b")
# "we moved you to Tuesday last month" tells of another time; "the same as last month" does not
_LONG_SINCE = re.compile(
    r"[^,;]{0,40}?(?<!as )(?<!like )(?<!from )\b(?:last (?:week|month|year)|(?:weeks?|months?|years?|ages) ago)\b"
)
_TURNED_ROUND = re.compile(r"\b(?:do|did|does|if|can|could|would|should|will|shall|may)\s+$")
_HAS_SUBJECT = re.compile(r"(?:i|we|you)\b|(?:your|it|that|this|everything)(?:\b|')")
_TAKEN = re.compile(
    r"\b(?:that|this|the)\b(?:\s+\S+){0,3}?\s+(?:slot|spot|place|time)s?\b.*\bbooked\b|"
    r"^(?!your\b|you\b|i\b|we\b).*\b(?:is|are|was|were) already (?:booked|reserved|taken)\b",
)
_CONFIRM_FIRST = re.compile(
    r"\b(?:please|kindly|could you|can you)(?:\s+\w+){0,2}?\s+(?:confirm|ensure|verify)\b|\bbefore i\b|"
    r"\bconfirm the (?:following|details)\b",
)
_CONFIRM_AFTER = re.compile(
    r"\b(?:please|kindly|could you|can you)(?:\s+\w+){0,3}?\s+confirm\b"
    r"(?!\s+(?:your|the (?:number|post ?code|address|name)))",
)
# "Your report has been submitted successfully" says nothing of the booking in hand
_OF_ANOTHER_MATTER = re.compile(
    r"\b(?:report|complaint|feedback|form|application|enquiry|query|claim|payment|refund|deposit|message|prescription|"
    r"transfer|order|quote|estimate|details?|address|number|e-?mail|text|account|profile|password)s?"
    r"(?:\s+(?:has|have|had|is|are|was|were|been|now|all))*\s*$"
)
_FOR_YOU = re.compile(r"\s*(?:in\s+)?for\s+you\b|\s*in\b")
_NEW_QUESTION = re.compile(
    r"[,;-]|\b(?:and|but|is there|anything else|can i|could i|would you|do you|shall i|will there|may i)\b",
)


_NAMES_A_THING = re.compile(rf"\b{claim_words.THING}\b")


def thing_in(words: str) -> str:
    """What words say is booked ("table", "car"), singular and in small letters; empty where they name no thing."""
    found = _NAMES_A_THING.search(lowered(words))
    return found[0].removesuffix("s") if found else ""


def claims(text: str) -> tuple[Claim, ...]:
    """The claims in an agent's words, in order, never overlapping; where two would, the stronger stands.

    Only the first `LONGEST_READ` letters are read.
    """
    text = text[:LONGEST_READ]
    if not claim_words.WORTH_READING.search(lowered(text)):
        return ()
    plain = lowered(_TITLE.sub(r"\1 ", text))
    found: list[Claim] = []
    for claim in islice(_candidates(plain), _MOST_WEIGHED):
        if not any(_overlap(claim, each) for each in found) and _is_said(plain, claim):
            found.append(claim)
    return tuple(sorted(found, key=lambda each: each.start))


def _candidates(plain: str) -> Iterator[Claim]:
    """Words that claim something unless they are only asked, wished or denied; of each sentence the strongest first."""
    for sentence in sentences(plain):
        words = plain[sentence.start : sentence.end]
        if not claim_words.WORTH_READING.search(words):
            continue
        for kind, weak, pattern in _PATTERNS:
            for match in pattern.finditer(words):
                blank = len(match[0]) - len(match[0].lstrip(" .,!"))
                start, end = sentence.start + match.start() + blank, sentence.start + match.end()
                yield Claim(kind, start, end, sentence, weak)


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _is_said(text: str, claim: Claim) -> bool:
    """Whether a claim is put as a fact: not asked, not wished, not made to depend on something."""
    before, after = text[claim.sentence.start : claim.start], text[claim.end : claim.sentence.end]
    if claim.kind is ClaimKind.FAILED:
        return not (claim.sentence.asks and begins_as_question(before + text[claim.start : claim.end]))
    # what has a subject of its own is only denied by "I don't think that", not by what stopped before it
    failing = _FAILING.search(text, claim.sentence.start, claim.sentence.end)
    if claim.weak and (failing or _OF_ANOTHER_MATTER.search(before)):
        return False
    denied = _NOT_SO if _HAS_SUBJECT.match(text, claim.start) else _DENIED_BEFORE
    unreal = _UNREAL_BEFORE.search(before) and not _TELLS.search(before)
    past = _LONG_AGO.search(before) or _LONG_SINCE.match(after)
    if unreal or past or denied.search(before) or _TURNED_ROUND.search(before):
        return False
    if ends_in_a_check(after) or _asks_to_confirm(text, claim):
        return False
    if claim.sentence.asks and not _NEW_QUESTION.search(after):
        return False
    return not (_TAKEN.search(text[claim.sentence.start : claim.end].lstrip()) and not _FOR_YOU.match(after))


def _asks_to_confirm(text: str, claim: Claim) -> bool:
    """Whether the turn puts the claim to the caller first: "Please confirm: …", "… Is this correct?"."""
    after = text[claim.sentence.end :]
    following = next(sentences(after), None)
    checked = following is not None and ends_in_a_check(after[following.start : following.end])
    return checked or bool(_CONFIRM_FIRST.search(text[: claim.start]) or _CONFIRM_AFTER.search(after))
