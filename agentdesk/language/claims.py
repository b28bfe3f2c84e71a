"""Words of the agent that claim that a booking was made, moved, cancelled, or could not be made.

Offers, questions, conditions and plans claim nothing: "shall I book", "once it's booked", "I can book".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from agentdesk.language.sentences import Sentence, begins_as_question, ends_in_a_check, sentences
from agentdesk.language.tokens import straightened


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


_THING = (
    r"(?:bookings?|appointments?|reservations?|visits?|slots?|tables?|rooms?|rentals?|cars?|house|hotel|viewings?|"
    r"sessions?|meetings?|place|spot|call-?outs?|lessons?|class|seats?|party|ride|taxi|repair|survey|consultation|"
    r"check-?up|haircut|trip|inspection|tour|tickets?|boiler service|property|apartment|stay|venue|restaurant|"
    r"vehicle|lunch|dinner)"
)
_DONE = r"(?:booked|reserved|scheduled|confirmed|arranged|secured)"
_DONE_TO_A_THING = (
    rf"(?:{_DONE}|made|placed|completed?|success?ful+(?:ly)?|finali[sz]ed|set(?!\s+to\b)|good to go|in place|accepted|"
    r"recorded|registered|"
    r"in (?:the|our|my) (?:diary|calendar|book|system)|done|through|a success)"
)
_ADVERBS = r"(?:\s+(?:now|all|be|been|just|also|succes+ful+y?|officially|correctly|safely|has))"
_I = r"\b(?:i|we)(?:\s+have|'ve|\s+had)?(?:\s+(?:now|just|also|already|succes+ful+y?|gone ahead and|went ahead and))*"
_OF_THING = rf"\b(?:(?:your?|the|that|this|a|an|my|our|both)\b(?:\s+[\w'&-]+){{0,6}}?\s+)?{_THING}"
_ABOUT = r"(?:\s+(?:for|at|with|on|to|in|by|of|from)\b[^.!?]{0,70}?)?"
_NOT_FULL = r"(?!\s+(?:up|out|solid|request|enquiry|link|form|by (?:someone|another)))"
_ABLE = r"(?:(?:was|were|have been) (?:successfully )?able to|managed to)"

_MADE = (
    (
        rf"\byour(?:\s+[\w'&-]+){{1,5}}?\s+(?:is|are|has been|have been)(?:\s+(?:now|all|successfully))*\s+"
        rf"{_DONE}\b{_NOT_FULL}"
    ),
    rf"{_OF_THING}{_ABOUT}(?:\s+(?:is|are|was|were|has|have)|'s){_ADVERBS}{{0,4}}\s+{_DONE_TO_A_THING}\b{_NOT_FULL}",
    rf"{_OF_THING}{_ABOUT}\s+(?:has\s+)?(?:went|gone) through\b",
    (
        rf"(?:^|[.,!]\s*)\b(?:bookings?|reservations?|appointments?|visit) (?:is |has been |was )?(?:now )?"
        rf"(?:{_DONE}|made|completed?|successful|done)\b"
    ),
    rf"{_I}\s+(?:{_DONE[3:-1].replace('confirmed|', '')})\b{_NOT_FULL}",
    (
        rf"{_I}\s+(?:made|confirmed|placed|completed|got(?= (?:you )?(?:a|an|the|your|that)\b)|set up|finali[sz]ed|"
        rf"finished|sorted|taken|registered|recorded)"
        rf"(?:\s+[\w'&-]+){{0,6}}?\s+{_THING}\b(?!\s+(?:request|enquiry|link|form|number|details))"
    ),
    (
        rf"{_I}\s+(?:put|popped|pencilled|slotted|squeezed|fitted|added|booked|scheduled)\s+(?:you|him|her|them|that|it)"
        r"(?:\s+(?:both|all))?\s+(?:down|in|into|onto|for)\b"
    ),
    rf"{_I}\s+got (?:you|that|it) (?:all )?(?:down|in|{_DONE})\b",
    r"\bi(?:'ve| have) (?:got )?you (?:all )?(?:down|booked|scheduled|in) (?:for|in|at|on)\b",
    rf"\b(?:i|we) {_ABLE} (?:successfully )?(?:book|reserve|schedule|make|get|secure|arrange|confirm|complete)\b",
    (
        rf"\byou(?:'re|r?\s+are|'ve been|\s+have been|\s+were)"
        rf"(?:\s+(?:now|all|already|successfully|officially)){{0,2}}\s+"
        rf"(?:{_DONE}|book(?=\s+for)|pencilled in|down for|in for|in the diary){_NOT_FULL}\b"
    ),
    r"\byou(?:'ve| have| now have) (?:now |successfully )?(?:reserved|booked|made (?:your|the|a))\b",
    r"\byou (?:now )?have (?:the|a|your)\b(?:\s+[\w'&-]+){0,4}?\s+(?:booked|reserved)\b",
    (
        rf"(?:\b(?:that|it|this|everything)|^all|[.,!]\s*all)(?:'s|\s+is|\s+has|\s+have|\s+was)?{_ADVERBS}{{0,4}}\s+"
        rf"(?:{_DONE}|in the diary){_NOT_FULL}\b"
    ),
    rf"(?:^|^all\s+|\bsuccessfully\s+){_DONE}\b(?=\s*(?:[.,!]|$|for you|successfully))",
    r"\bsuccessfully (?:booked|reserved|scheduled|made|completed|placed|confirmed)\b",
)
_MADE_WEAK = (
    (
        r"\b(?:that|it|this|everything)(?:'s|\s+is|\s+has been|'s been)(?:\s+(?:now|all))*\s+"
        r"(?:sorted|done|set|completed?|gone through)\b"
    ),
    r"(?:^|[.!,]\s*)\s*(?:all (?:is )?(?:done|set|sorted|good)|done|it did|success)\b(?!\s+(?:with|for))",
    r"\byou(?:'re| are) all (?:set|sorted|done)\b",
    r"\b(?:we'll|we will|we'll be|i'll)? ?(?:see you|looking forward to seeing you) (?:on|at|then|tomorrow|next)\b",
)
_MOVED = (
    rf"{_I}\s+(?:moved|rescheduled|re-?booked|switched|shifted|brought|pushed)\s+(?:you|your|it|that|this|the|him|her)\b",
    rf"{_I}\s+changed\s+(?:it|that|your\s+(?:\w+\s+){{0,2}}{_THING})\b",
    rf"{_OF_THING}{_ABOUT}(?:\s+(?:is|was|has)|'s){_ADVERBS}{{0,3}}\s+(?:moved|rescheduled|changed|re-?booked)\b",
    rf"\b(?:that|it)(?:'s|\s+is|\s+has){_ADVERBS}{{0,3}}\s+(?:moved|rescheduled|changed to|re-?booked)\b",
    r"\byou(?:'re|\s+are|'ve been|\s+have been)(?:\s+now)?\s+(?:moved|rescheduled)\b",
)
_CANCELLED = (
    rf"{_I}\s+cancel{{1,2}}ed\b",
    rf"{_OF_THING}{_ABOUT}(?:\s+(?:is|was|has)|'s){_ADVERBS}{{0,3}}\s+cancel{{1,2}}ed\b",
    rf"\b(?:that|it)(?:'s|\s+is|\s+has){_ADVERBS}{{0,3}}\s+cancel{{1,2}}ed\b",
)
_CANNOT = (
    r"(?:(?:could|can|was|were|am|are|did|do|will|wo)(?:n't|\s+not| ?not)|cannot|ca n't|can't)"
    r"(?:\s+(?:be\s+)?(?:able|manage|seem)(?:\s+to)?)?|\b(?:unable|failed|fail|impossible)\s+to|"
    r"\bnot (?:able|possible) to"
)
_FAILED = (
    (
        rf"\b(?:{_CANNOT})\s+(?:successfully\s+|actually\s+)?"
        rf"(?:(?:book|reserve|schedule)\b|(?:make|confirm|get|complete|arrange|secure|place|set up|process|proceed|"
        rf"finali[sz]e|take|do)\b[^.!?]{{0,50}}?\b(?:{_THING}|booking)\b)"
    ),
    (
        rf"{_THING}\b[^.!?]{{0,60}}?\b(?:(?:could|can|was|were|has|have|is|did|wo)(?:n't|\s+not)|cannot)"
        r"(?:\s+(?:be|been))?\s+"
        rf"(?:able to be\s+|successfully\s+)?(?:{_DONE}|made|done|successful|completed?|go through|going through|"
        r"work(?:ed)?|set|placed|possible|processed|achieved)\b"
    ),
    rf"{_THING}\b[^.!?]{{0,30}}?\bunable to be {_DONE}\b",
    r"\b(?:issue|problem|trouble) (?:with )?(?:booking|making|scheduling|reserving)\b",
    r"\b(?:have|has)(?:n't| not) been able to (?:book|make|reserve|schedule|get|confirm)\b",
    rf"\b{_THING}\b[^.!?]{{0,40}}?\b(?:unsuccessful|failed|won't go through)\b",
    rf"\bunsuccessful\b[^.!?]{{0,40}}?\b(?:{_THING}|booking)\b",
)
_FAILED_WEAK = (
    (
        rf"\b(?:no|n't any|not any|not have (?:any|an|that)|n't have (?:any|an|that|a))\s+(?:[\w:]+\s+){{0,4}}?"
        rf"(?:{_THING}|times?|dates?|slots?|openings?|availability|spaces?)\b(?:[^.!?]{{0,25}}?\bavailable\b)?"
    ),
    (
        rf"\b(?:that|it|time|slot|{_THING})\b[^.!?]{{0,30}}?\b(?:isn't|is not|wasn't|was not|aren't|are not|'s not|"
        r"no longer)\s+"
        r"(?:currently\s+|also\s+)?(?:available|free|open|possible)\b|\bis not available\b"
    ),
    (
        r"\bunavailable\b|\b(?:fully|all) booked\b|\bbooked (?:up|out|solid|(?:at|for) that time)\b|"
        r"\bnothing (?:is )?(?:available|free|then|there|for that)\b"
    ),
    (
        r"\b(?:unable|(?:could|can)(?:n't| not)|cannot) (?:to )?(?:do|make|get|process|book) (?:that|this|it|them)\b|"
        r"\bthat (?:also )?failed\b"
    ),
    r"\b(?:it|that|this) (?:was|is) (?:unsuccessful|not successful)|\bit (?:did not|didn't) (?:work|go through)\b",
)

_PATTERNS = [
    (kind, weak, re.compile("|".join(f"(?:{each})" for each in phrases), re.IGNORECASE))
    for kind, weak, phrases in (
        (ClaimKind.FAILED, False, _FAILED),
        (ClaimKind.CANCELLED, False, _CANCELLED),
        (ClaimKind.MOVED, False, _MOVED),
        (ClaimKind.MADE, False, _MADE),
        (ClaimKind.FAILED, True, _FAILED_WEAK),
        (ClaimKind.MADE, True, _MADE_WEAK),
    )
]
_WORTH_READING = re.compile(
    r"book|reserv|schedul|confirm|arrang|secur|made|make|set\b|sorted|done|complete|success|diary|down for|moved|chang|"
    r"cancel|unable|able to|avail|opening|visit|put you|got you|popped|pencil|slotted|squeez|fitted|see(?:ing)? you|"
    r"did\b|through|appointment|in for|place|full|free|brought|pushed|switch|shift|work|taken",
    re.IGNORECASE,
)
# The stop of "Dr. Alex W. Jones" ends nothing; a space in its place keeps every other character where it is.
_TITLE = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|[A-Z])\.(?=\s+[A-Z])")
_UNREAL_BEFORE = re.compile(
    r"\b(?:once|when|whether|if|until|till|unless|as soon as|in case|would you like|do you want|did you want|you want|"
    r"want|wants|would like|you'd like|wish|shall i|should i|can i|could i|may i|let me|please confirm|to confirm|need|"
    r"needs|to check|i'll check|double.?check|make sure|see if|"
    r"you (?:said|mentioned|told me)|like me to|going to|to have|to get|before|assume|prefer|to be sure|"
    r"just to confirm)\b"
    r"(?:\s+[\w',&-]+){0,5}\s*$",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(r"(?:\bnot|n't|\bnever|\bno|\bnothing)\s*(?:(?!and\b|but\b)\w+\s+)?$", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:that|this|the)\b(?:\s+\S+){0,3}?\s+(?:slot|spot|place|time)s?\b.*\bbooked\b", re.IGNORECASE)
_CONFIRM_FIRST = re.compile(
    r"\b(?:please|kindly|could you|can you)(?:\s+\w+){0,2}?\s+(?:confirm|ensure|verify)\b|\bbefore i\b", re.IGNORECASE
)
_CONFIRM_AFTER = re.compile(
    r"\b(?:please|kindly|could you|can you)(?:\s+\w+){0,3}?\s+confirm\b"
    r"(?!\s+(?:your|the (?:number|post ?code|address|name)))",
    re.IGNORECASE,
)
_FOR_YOU = re.compile(r"\s*(?:in\s+)?for\s+you\b|\s*in\b", re.IGNORECASE)
_NEW_QUESTION = re.compile(
    r"[,;-]|\b(?:and|but|is there|anything else|can i|could i|would you|do you|shall i|will there|may i)\b",
    re.IGNORECASE,
)


def claims(text: str) -> tuple[Claim, ...]:
    """The claims in an agent's words, in order, never overlapping; where two would, the stronger stands."""
    plain = _TITLE.sub(r"\1 ", straightened(text))
    if not _WORTH_READING.search(plain):
        return ()
    found: list[Claim] = []
    for sentence in sentences(plain):
        for kind, weak, pattern in _PATTERNS:
            for match in pattern.finditer(plain[sentence.start : sentence.end]):
                blank = len(match[0]) - len(match[0].lstrip(" .,!"))
                start, end = sentence.start + match.start() + blank, sentence.start + match.end()
                claim = Claim(kind, start, end, sentence, weak)
                if not any(_overlap(claim, each) for each in found) and _is_said(plain, claim):
                    found.append(claim)
    return tuple(sorted(found, key=lambda each: each.start))


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _is_said(text: str, claim: Claim) -> bool:
    """Whether a claim is put as a fact: not asked, not wished, not made to depend on something."""
    before, after = text[claim.sentence.start : claim.start], text[claim.end : claim.sentence.end]
    if claim.kind is ClaimKind.FAILED:
        return not (claim.sentence.asks and begins_as_question(before + text[claim.start : claim.end]))
    if _UNREAL_BEFORE.search(before) or _DENIED_BEFORE.search(before):
        return False
    if ends_in_a_check(after) or _asks_to_confirm(text, claim):
        return False
    if claim.sentence.asks and not _NEW_QUESTION.search(after):
        return False
    return not (_TAKEN.search(text[claim.start : claim.end]) and not _FOR_YOU.match(after))


def _asks_to_confirm(text: str, claim: Claim) -> bool:
    """Whether the turn puts the claim to the caller first: "Please confirm: …", "… Is this correct?"."""
    after = text[claim.sentence.end :]
    following = next(sentences(after), None)
    checked = following is not None and ends_in_a_check(after[following.start : following.end])
    return checked or bool(_CONFIRM_FIRST.search(text[: claim.start]) or _CONFIRM_AFTER.search(after))
