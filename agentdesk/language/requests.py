"""When a caller wants a person: asks for one, complains, wants money back, or is in danger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from agentdesk.language.tokens import straightened


class Wanted(StrEnum):
    """Why a person was needed; the words are what the owner reads after "asked" or "caller"."""

    PERSON = "person"
    COMPLAINT = "complaint"
    REFUND = "refund"
    EMERGENCY = "emergency"
    OWN_WORDS = "own words"


@dataclass(frozen=True, slots=True)
class Request:
    """Words of a caller, [start, end) of one turn, that call for a person."""

    wanted: Wanted
    start: int
    end: int


_SPEAK = (
    r"(?:speak|talk|chat|get (?:on )?to|get hold of|get through|get in touch|be put through|connect(?:ed)?|contact)"
)
_SOMEONE = (
    r"(?:(?:an?|the|your|some|another|any) )?(?:\w+ ){0,3}?(?:human(?: being)?|persons?|people|somebody|someone|"
    r"some one|"
    r"anyone|anybody|(?:live |real )?agents?|assistants?|operators?|representatives?|reps?|managers?|supervisors?|"
    r"owners?|"
    r"boss|receptionists?|reception|front desk|colleague|advis[eo]rs?|member of staff|staff|team|the office|customer "
    r"(?:service|support|care|assistance)|(?:person|man|lady|woman|someone) in charge|human)\b"
)
_PERSON = (
    rf"\b{_SPEAK}(?:ing)? (?:to|with|through to)? ?{_SOMEONE}",
    rf"\b(?:speaking|talking|chatting|contacting|connecting|getting in touch)(?: (?:to|with))? {_SOMEONE}",
    # Somebody by name or calling, but not the caller's own people.
    (
        r"\b(?:can|could|may|want to|wanna|like to|need to|rather|let me|"
        r"wish to) (?:i )?(?:please )?(?:just )?(?:speak|talk) "
        r"(?:to|with) (?!you\b|u\b|my\b|our\b|him\b|her\b|them\b|it\b|me\b|us\b|about\b|a few\b|each\b)"
        r"(?:(?:an?|the) )?(?:(?:real|live|human|actual) )?[\w']+"
    ),
    rf"\b(?:put|pass|transfer|connect|direct) me (?:through |over |on )?(?:to|with) {_SOMEONE}",
    r"\b(?:put|transfer|connect|pass) me (?:through|over|across)\b",
    rf"\b(?:get|give|fetch|find) me {_SOMEONE}",
    (
        r"\bi (?:just )?(?:want|need|would like|'d like|demand) (?:to have )?(?:an? |the |your )?(?:real |actual |"
        r"live |human |proper )*"
        r"(?:human(?: being)?|person|manager|supervisor|operator|representative|agent)\b(?! (?:for|account|visa))"
    ),
    r"\b(?:real|actual|live|human|proper) (?:person|human|agent|operator|being|assistant|support)\b",
    r"^\W*(?:a |the )?(?:human|manager|operator|representative|agent|real person)(?: please)?\W*$",
    (
        r"\bis there (?:a |an |any)?(?:real |actual )?(?:person|human|manager|someone|somebody|anyone|"
        r"anybody) (?:there|available|"
        r"around|in|i can|to (?:speak|talk))"
    ),
    (
        r"\b(?:can|could|will|would) (?:someone|somebody|anyone|anybody|a person|the manager|your manager) (?:please )?"
        r"(?:call|ring|phone|contact|get back|speak|talk)\b"
    ),
    (
        r"\b(?:have|get|ask) (?:someone|somebody|the manager|your manager|the owner) (?:to )?(?:call|ring|phone|"
        r"contact|get back)\b"
    ),
    r"\b(?:call|ring|phone) me back\b|\bgive me a (?:call|ring|bell)(?: back)?\b|\bcall ?back\b(?= (?:from|please))",
)
_COMPLAINT = (
    (
        r"\b(?:make|making|file|filing|lodge|lodging|raise|raising|submit|submitting|register|log|put in|have|got|want|"
        r"open|"
        r"report|reporting|place|send|do|with|about|for)\b(?:\s+(?:an?|some|the|my|formal|official|serious|consumer|"
        r"customer|bloody|damn|goddamn|"
        r"acustomer))*\s+(?:complaints?|claims?|reclamations?)\b"
    ),
    (
        r"\b(?:customer|consumer) (?:complaints?|claims?|reclamations?)\b|\b(?:claims?|complaints?|"
        r"reclamations?) against\b"
    ),
    (
        r"\b(?:i(?:'m| am| want| would like|'d like| need| have)|like|going|want|need|where|"
        r"how)\b[^.!?]{0,30}?\bto complain\b|"
        r"\bi(?:'m| am) complaining\b|\bmy complaint\b|\bcomplaints? (?:department|team|procedure)\b"
    ),
    r"\b(?:absolutely |really |very |totally )?(?:disgusted|appalled|disgraceful|fuming|livid|furious|outrageous)\b",
    (
        r"\b(?:(?:very|really|so|extremely) (?:unhappy|disappointed|annoyed|angry|upset)|"
        r"not (?:at all )?happy) (?:with|about|that)\b"
    ),
    (
        r"\bwaited in\b[^.!?]{0,60}\b(?:nobody|no one|no-one|never)\b|\b(?:nobody|no one|no-one) (?:came|turned up|"
        r"showed up|has been|"
        r"rang|called|has (?:come|rung|called))\b"
    ),
    (
        r"\b(?:worst|terrible|awful|shocking|appalling|rubbish) (?:service|job|work|experience)\b|"
        r"\b(?:trading standards|ombudsman|my solicitor|small claims|take (?:this|it) further|legal action)\b"
    ),
)
_REFUND = (
    r"\b(?:refund(?:s|ed|ing)?|reimburs(?:e|ed|es|ing|ements?)|rebat(?:e|es|ing))\b(?! polic)",
    (
        r"\b(?:my|the|his|her|our|any|get|getting|want) money back\b|\bmoney back\b|\b(?:restitutions?|compensations?|"
        r"compensate)\b"
    ),
    r"\b(?:give|pay|send) (?:me )?(?:my |the )?(?:money|deposit|payment) back\b|\bmy deposit back\b|\bcharge ?back\b",
)
_EMERGENCY = (
    r"\bsmell(?:s|ing)? (?:of )?gas\b|\bgas leak\b|\bcarbon monoxide\b|\bco alarm\b",
    (
        r"\b(?:burst|bursting) (?:pipe|main|tank|boiler)\b|\bpipe(?:'s| has| is)? burst\b|\bwater(?:'s| is)? (?:coming|"
        r"pouring|"
        r"running|gushing|dripping) (?:through|down|out of|into)\b[^.!?]{0,25}\b(?:ceiling|lights?|walls?|electrics)\b|"
        r"\b(?:house|kitchen|flat|bathroom|place)(?:'s| is) flood(?:ed|ing)\b"
    ),
    r"\b(?:electric shock|sparks?(?:ing)? (?:from|out)|on fire|smoke coming)\b",
    (
        r"\b(?:can't|cannot|struggling to) (?:breathe|swallow)\b|\b(?:won't|will not|doesn't|"
        r"can't) stop(?: the)? bleeding\b|"
        r"\bbleeding (?:won't|will not|doesn't) stop\b|\bchest pains?\b|\bunconscious\b|\bknocked (?:\w+ )?(?:tooth|"
        r"teeth) out\b|"
        r"\b(?:tooth|teeth) (?:\w+ ){0,3}knocked out\b|\bface (?:is |has )?(?:swollen|swelling|swelled)\b"
    ),
    r"\bthis is an emergency\b|\bit(?:'s| is) (?:an |a real )?emergency\b",
)
_PATTERNS = [
    (wanted, re.compile("|".join(f"(?:{each})" for each in phrases), re.IGNORECASE))
    for wanted, phrases in (
        (Wanted.EMERGENCY, _EMERGENCY),
        (Wanted.PERSON, _PERSON),
        (Wanted.COMPLAINT, _COMPLAINT),
        (Wanted.REFUND, _REFUND),
    )
]
_WORTH_READING = re.compile(
    r"speak|talk|chat|human|person|people|some ?(?:one|body)|any(?:one|body)|agent|operator|manager|supervisor|"
    r"assist|owner|"
    r"boss|recept|put me|transfer|connect|contact|call|ring|phone|get (?:hold|in|through|to|on)|colleague|staff|team|"
    r"complain|claim|reclamation|disgust|disgrace|appal|outrag|fum|livid|furious|happy|disappoint|annoyed|angry|"
    r"upset|wait|"
    r"nobody|no.one|service|job|work|experience|standards|ombuds|solicitor|legal|further|refund|reimburs|rebat|money|"
    r"restitution|compensat|deposit|charge|gas|monoxide|alarm|burst|water|flood|shock|spark|fire|smoke|breathe|swallow|"
    r"bleed|chest|unconscious|tooth|teeth|face|emergency|give me",
    re.IGNORECASE,
)
_NOT_WANTED_BEFORE = re.compile(
    r"\b(?:don't|do not|didn't|did not|not|no need|needn't|rather not|without|never|isn't|is not|wasn't|no)\b"
    r"(?:\s+(?:want|need|wish|like|have|going|looking|asking|calling|an?|any|to|the|for|after|it|make|really|"
    r"get))*\s*$",
    re.IGNORECASE,
)
# "Do you give refunds?" asks about the rules; nobody has to ring back for that.
_ASKS_THE_RULES_BEFORE = re.compile(
    r"\b(?:do you|what(?:'s| is) (?:the|your)|is there an?) (?:ever )?(?:do|give|offer|have)?\s*$", re.IGNORECASE
)
_TAKEN_BACK = re.compile(
    r"\b(?:never mind|don't worry(?: about it)?|doesn't matter|forget (?:it|that)|no need(?: to)?|"
    r"leave it(?: for now)?|"
    r"that's (?:fine|sorted) (?:then|now)|i don't need (?:them|anyone|a person) (?:now|after all))\b",
    re.IGNORECASE,
)


def requests(text: str, own_words: Sequence[str] = ()) -> tuple[Request, ...]:
    """What in a caller's words calls for a person, in order of place; the first of each kind only.

    `own_words` are phrases the owner added: plain words, whatever their capitals, whole words only.
    """
    plain = straightened(text)
    found: list[Request] = []
    if _WORTH_READING.search(plain):
        for wanted, pattern in _PATTERNS:
            for match in pattern.finditer(plain):
                if not (
                    _NOT_WANTED_BEFORE.search(plain, 0, match.start())
                    or _ASKS_THE_RULES_BEFORE.search(plain, 0, match.start())
                ):
                    found.append(Request(wanted, *_trimmed(plain, match.start(), match.end())))
                    break
    found += _own(plain, own_words)
    return tuple(sorted(found, key=lambda each: (each.start, each.wanted)))


def takes_back(text: str) -> bool:
    """Whether the caller lets the request go: "never mind", "no need"."""
    return bool(_TAKEN_BACK.search(straightened(text)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _own(plain: str, own_words: Sequence[str]) -> Iterator[Request]:
    for phrase in own_words:
        words = straightened(phrase).split()
        if not words:
            continue
        pattern = r"(?<!\w)" + r"\s+".join(re.escape(each) for each in words) + r"(?!\w)"
        match = re.search(pattern, plain, re.IGNORECASE)
        if match:
            yield Request(Wanted.OWN_WORDS, match.start(), match.end())
            return
