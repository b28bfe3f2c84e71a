"""What the agent did for a caller who wanted a person: handed over, promised a call, or sent for help."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from agentdesk.language.sentences import sentences
from agentdesk.language.tokens import straightened


class Answer(StrEnum):
    HANDED_OVER = "handed over"
    PROMISED = "promised"
    SENT_FOR_HELP = "sent for help"


@dataclass(frozen=True, slots=True)
class Answered:
    """Words of an agent, [start, end) of one turn. `offered`: asked first, so that it takes the caller's yes."""

    answer: Answer
    start: int
    end: int
    offered: bool = False


_WHO = (
    r"(?:someone|somebody|(?:a|the|my|our|your|one of (?:the|my|our)|another) (?:[\w']+ ){0,3}?(?:colleagues?|team|"
    r"managers?|"
    r"owner|staff|person|engineers?|dentist|plumber|agents?|representatives?|advis[eo]rs?|specialists?|department|"
    r"office|boss|"
    r"receptionist|human)|they|we|he|she|[a-z]+)"
)
_HANDED_OVER = (
    (
        r"\b(?:transfer(?:ring)?|put(?:ting)?|connect(?:ing)?|pass(?:ing)?|hand(?:ing)?|direct(?:ing)?|redirect(?:ing)?) "
        r"(?:you|your call|this call|the call|the line)\b(?: (?:now|straight|right|directly|through|over|across|on|back))*"
        r"(?: (?:to|through|over|with)\b|\s*[.,!]|\s*$| now\b)"
    ),
    r"\b(?:get|getting|fetch|fetching|grab|grabbing) (?:[\w']+ ){1,4}?(?:for you|on the line|to the phone)\b",
    r"\byou(?:'re| are) (?:now )?(?:through|being (?:transferred|connected|put through))\b",
    r"\btransferr(?:ed|ing) (?:you )?to an? (?:human|person|agent|colleague|manager)",
)
_PROMISED = (
    (
        rf"\b{_WHO}(?:(?:'ll| will| shall| is going to| are going to)(?: [\w']+)?|'s going to) (?:(?:give you a|make a) "
        r"(?:call|ring|bell)|(?:call|ring|phone|contact|text|email|e-mail) you|get (?:back|in touch)|be (?:in touch|"
        r"in contact|"
        r"calling|ringing|contacting|getting back)|reach out|look into (?:it|this|that) and)"
    ),
    (
        rf"\b(?:will|'ll|going to|i've|i have) (?:be )?(?:have|ask(?:ed)?|get|got|getting|asking|arrange[d]?(?: for)?|"
        rf"tell|told) {_WHO} "
        r"(?:to )?(?:(?:call|ring|phone|contact|text|email|e-mail) you|give you a (?:call|ring|bell)|get (?:back|in touch)|"
        r"be in touch|reach out)"
    ),
    (
        r"\b(?:i'll|i will|we'll|we will|i've|i have|i'm going to|let me) (?:just )?(?:arrange|arranged|book|booked|"
        r"set up|schedule|"
        r"scheduled|request|requested|log|logged|put in) (?:you )?(?:in )?(?:for )?(?:a|the|your) (?:call ?-?back|"
        r"call back|return call)"
    ),
    (
        r"\b(?:i'll|i will|i've|i have|i'm|i am|we'll|we will|let me) (?:just |now )?(?:pass(?:ed|ing)?|send(?:ing)?|"
        r"sent|forward(?:ed|ing)?|"
        r"flag(?:ged|ging)?|escalat(?:e|ed|ing)) (?:[\w']+ ){1,6}?(?:(?:on|over|along|up|straight|through) )?(?:to|with) "
        r"(?:(?:the|my|our|your|a) )?[\w']+"
    ),
    r"\b(?:i'll|i will|i've|i have|let me) (?:just )?(?:take|taken|leave|left|took) (?:a|your|the) message\b",
    r"\bwill (?:contact|call|ring|phone|get back to) you\b",
)
_SENT_FOR_HELP = (
    (
        r"\b(?:call|ring|dial|phone|contact)\b[^.!?]{0,30}?\b(?:999|112|111|nine nine nine|one one one|105|gas emergency|"
        r"national gas|emergency (?:services|number|line)|ambulance|fire brigade)\b"
    ),
    r"\b0800 ?111 ?999\b",
)
_PATTERNS = [
    (answer, re.compile("|".join(f"(?:{each})" for each in phrases), re.IGNORECASE))
    for answer, phrases in (
        (Answer.HANDED_OVER, _HANDED_OVER),
        (Answer.PROMISED, _PROMISED),
        (Answer.SENT_FOR_HELP, _SENT_FOR_HELP),
    )
]
_WORTH_READING = re.compile(
    r"transfer|put|connect|pass|hand|direct|fetch|grab|get|through|call|ring|phone|contact|touch|reach|message|forward|"
    r"flag|escalat|send|sent|999|111|112|105|emergency",
    re.IGNORECASE,
)
_UNABLE_BEFORE = re.compile(
    r"(?:\b(?:can't|cannot|can not|couldn't|could not|unable to|not able to|won't|will not|am not|'m not|don't|"
    r"never|not)\b"
    r"|n't)(?:\s+[\w']+){0,3}\s*$",
    re.IGNORECASE,
)
_ONLY_IF_BEFORE = re.compile(r"\b(?:if|unless|when|whether)\b[^,.!?]{0,40}$", re.IGNORECASE)
_OFFERED_BEFORE = re.compile(
    r"\b(?:would you like|do you want|shall i|should i|can i|could i|may i|want me to|like me to|i can|i could|"
    r"we can|happy to)\b"
    r"[^.!?]{0,40}$",
    re.IGNORECASE,
)
_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|please|ok(?:ay)?|sure|that(?:'d| would) be|go on|go ahead|lovely|great|perfect|thank)",
    re.IGNORECASE,
)


def answers(text: str) -> tuple[Answered, ...]:
    """How an agent's words answer somebody who wants a person, in order; refusals and conditions are none."""
    plain = straightened(text)
    if not _WORTH_READING.search(plain):
        return ()
    found: list[Answered] = []
    for sentence in sentences(plain):
        for answer, pattern in _PATTERNS:
            for match in pattern.finditer(plain[sentence.start : sentence.end]):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                before = plain[sentence.start : start]
                if _UNABLE_BEFORE.search(before) or _ONLY_IF_BEFORE.search(before):
                    continue
                offered = sentence.asks or bool(_OFFERED_BEFORE.search(before))
                found.append(Answered(answer, start, end, offered))
                break
    return tuple(sorted(found, key=lambda each: each.start))


def says_yes(text: str) -> bool:
    """Whether a caller's words begin by agreeing to what was offered."""
    return bool(_YES.search(straightened(text)))
