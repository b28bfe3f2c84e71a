"""What the agent did for a caller who wanted a person: handed over, promised a call, took a message, sent for help."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from agentdesk.language.patterns import any_of, gate
from agentdesk.language.sentences import sentences
from agentdesk.language.tokens import lowered


class Answer(StrEnum):
    HANDED_OVER = "handed over"
    PROMISED = "promised"
    MESSAGE = "message"
    SENT_FOR_HELP = "sent for help"
    HELP_COMES = "help comes"
    NOBODY_REACHED = "nobody reached"


OWED = (Answer.PROMISED, Answer.MESSAGE)
"""Somebody must still ring, or be given the message."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Words of an agent, [start, end) of one turn. `offered`: asked first, so that it takes the caller's yes."""

    answer: Answer
    start: int
    end: int
    offered: bool = False


_PEOPLE = (
    r"(?:colleagues?|team|managers?|owner|staff|person|engineers?|dentist|plumber|agents?|representatives?|"
    r"advis[eo]rs?|specialists?|department|office|boss|receptionist|human|supervisor|practice|technician|"
    r"vets?|nurses?|hygienist|stylist|mechanics?|fitters?|negotiators?|landlord|workshop|desk|reception|lads?|girls?|"
    r"accounts|branch)"
)
_SOMEONE = (
    r"(?:someone|somebody|one of (?:the|my|our|us)(?: [\w']+){0,2}|"
    rf"(?:a|the|my|our|your|another) (?:[\w']+ ){{0,3}}?{_PEOPLE}|they|he|she)"
)
_ANYONE = rf"(?:{_SOMEONE}|(?!it\b|you\b|that\b|this\b|there\b|which\b|what\b|who\b)[a-z]+)"
_RING_YOU = (
    r"(?:(?:call|ring|phone|contact|bell|buzz) you|(?:give|giving) you an? (?:quick )?(?:call|ring|bell|buzz|tinkle|"
    r"shout)|"
    r"drop(?:ping)? you an? (?:quick )?(?:line|text|message|e-?mail|note|call|ring|bell)|"
    r"(?:get|come) (?:straight )?back to you|get in (?:touch|contact)|be (?:back )?in (?:touch|contact)|reach out|"
    r"be (?:calling|ringing|phoning|contacting|getting back to) you)"
)
# Whoever is made to ring is a person, however they are called: "I'll get the lads upstairs to ring you".
_ANY_OF_US = (
    r"(?!(?:it|you|that|this|there|to)\b)(?:(?:the|our|my|your|an?|one of (?:the|our)) )?[a-z']+(?: [a-z']+){0,3}?"
)
_RINGS_YOU = r"(?:calls|rings|phones|contacts|gets (?:straight )?(?:back to|in touch with)|gives) you\b"
_WILL = r"(?:'ll|\s+will|\s+shall|\s+is going to|\s+are going to|'s going to|'re going to)(?:\s+[\w']+)?"
_I_WILL = (
    r"\b(?:i'll|i will|we'll|we will|i've|i have|i'm|i am|i'm going to|let me)(?: (?:just|now|also|make sure to))?"
)
_NO_THING = r"(?!(?:that|this|it|your?|some|an?|the|more|those|these|what|all|any|everything)\b)"
_HANDED_OVER = (
    (
        r"\b(?:transfer(?:ring)?|put(?:ting)?|connect(?:ing)?|pass(?:ing)?|hand(?:ing)?|direct(?:ing)?|"
        r"redirect(?:ing)?) "
        r"(?:you|your call|this call|the call|the line)\b(?: (?:now|straight|right|directly|through|over|across|"
        r"on|back))*"
        r"(?: (?:to|through|over|with)\b|\s*[.,!]|\s*$| now\b)"
    ),
    (
        rf"\b(?:get|getting|fetch|fetching|grab|grabbing) (?:{_SOMEONE}|{_NO_THING}[a-z']+(?: [a-z']+)?)"
        r" (?:for you|on the line|to the phone)\b"
    ),
    (
        r"\b(?:i'm|i am) (?:just )?(?:ringing|calling|phoning) through to "
        rf"(?:{_SOMEONE}|(?:the |our )?{_PEOPLE}|the surgery)\b"
    ),
    r"\byou(?:'re| are) (?:now )?(?:through|being (?:transferred|connected|put through))\b",
    r"\btransferr(?:ed|ing) (?:you )?to an? (?:human|person|agent|colleague|manager)",
)
_PROMISED = (
    rf"\b{_ANYONE}{_WILL}\s+{_RING_YOU}",
    rf"\b{_SOMEONE}{_WILL}\s+(?:text|email|e-mail|write to|look into)\b",
    (
        r"\b(?:have|having|ask(?:ed|ing)?|get|got|getting|arrang(?:e|ed|ing) for|tell|told)\s+"
        rf"{_ANY_OF_US}\s+(?:to\s+)?{_RING_YOU}"
    ),
    rf"\b(?:(?:make|making) sure(?: that)?|see(?: to it)? that|ensure) {_ANY_OF_US} {_RINGS_YOU}",
    r"\b(?:make|making) sure (?:that )?you(?:'re| are| get) (?:rung|called back|phoned|contacted|a (?:call|ring))\b",
    rf"\b(?:get|getting) {_ANYONE} on to you\b",
    r"\bput (?:you|him|her|them|this|that|it) (?:down )?on (?:the|his|her|their) (?:call(?: ?back)?|ringing) list\b",
    rf"{_I_WILL} (?:[\w' ]{{0,40}} )?let you know by (?:phone|text|e-?mail)\b",
    (
        r"\b(?:you(?:'ll| will) hear (?:back )?|"
        r"(?:you can )?expect (?:to hear (?:back )?|a (?:quick )?(?:call|ring|call ?back) (?:back )?))"
        r"from (?!you\b|me\b)[a-z]+"
    ),
    (
        rf"{_I_WILL} (?:arranged?|book(?:ed)?|set up|scheduled?|request(?:ed)?|log(?:ged)?|put in|put)(?: you)?"
        r"(?: (?:in|down))?(?: for)? (?:a|the|your) (?:call ?-?back|return call)"
    ),
    rf"\bwill {_RING_YOU}",
    rf"\b{_SOMEONE} to {_RING_YOU}",
)
_YOUR_MESSAGE = r"(?:a|your|the|that|this) (?:message|details|number|name and number|query|enquiry|request|note)"
_MESSAGE = (
    (
        rf"{_I_WILL} (?:pass(?:ed|ing)?|relay(?:ed|ing)?|forward(?:ed|ing)?|flag(?:ged|ging)?|escalat(?:e|ed|ing)|"
        rf"hand(?:ed|ing)?) (?!you\b)(?:[\w']+ ){{1,6}}?(?:to|with) (?:{_SOMEONE}|(?:the |our |my )?{_PEOPLE})"
    ),
    rf"{_I_WILL} (?:pass(?:ed|ing)?|relay(?:ed|ing)?|forward(?:ed|ing)?) {_YOUR_MESSAGE}\b",
    rf"{_I_WILL} (?:taken?|took|leave|left|get|give)(?: (?!you\b)[a-z]+)? (?:a|your|the|that) message\b",
    rf"{_I_WILL} (?:leave|left) (?:word|a note) (?:for|with) (?!you\b|me\b)[a-z]+",
    (
        rf"{_I_WILL} (?:raised?|raising|tak(?:e|en|ing)) (?:that|this|it)(?: up)? with "
        rf"(?:{_SOMEONE}|(?:the |our |my )?{_PEOPLE})"
    ),
    r"\b(?:take|leave)(?: (?:him|her|them))? a message\b(?! after)",
    rf"\b{_ANYONE} (?:gets?|has) (?:your|that|this|the) message\b",
    r"\byour message (?:has been|is being|will be) (?:passed|sent|forwarded)\b",
    (
        rf"{_I_WILL} (?:let (?!you\b|me\b|us\b)[a-z' ]{{2,25}}? know|tell (?!you\b|me\b)[a-z' ]{{2,25}}?)(?: that)? "
        r"(?:you|you've|you'd) (?:rang|rung|called|phoned|been (?:in touch|on)|were (?:on|after|asking)|"
        r"ask(?:ed)? (?:for|to)|(?:want(?:ed)?|like) (?:a call|to (?:speak|talk|be rung)))\b"
    ),
)
_SENT_FOR_HELP = (
    (
        r"\b(?:call|ring|dial|phone|contact)\b[^.!?]{0,30}?\b(?:999|112|111|nine nine nine|one one one|105|"
        r"gas emergency|"
        r"national gas|emergency (?:services|number|line)|ambulance|fire brigade)\b"
    ),
    r"\b0800 ?111 ?999\b",
)
_ON_THE_WAY = (
    r"(?:on (?:his|her|their|the) way|sent (?:out|round|over|to you)|dispatched|"
    r"(?:coming|heading) (?:straight |right )?(?:out|over|round|to you))"
)
_AT_ONCE = r"(?:now|right away|straight ?away|immediately|at once|this (?:minute|second|instant)|as we speak)"
_HELP_COMES = (
    rf"(?:'s|'re|\b(?:is|are|be|been))(?: now| already| being)? {_ON_THE_WAY}\b",
    (
        r"\b(?:i've|i have|we've|we have|i'm|i am|we're|we are) (?:sent|sending|dispatched|dispatching|getting) "
        rf"(?:for )?{_ANY_OF_US}\s(?:[\w' ]{{0,30}} )?{_AT_ONCE}\b"
    ),
    (
        r"\bbe (?:with you|there|round) (?:in|within) (?:(?:the|an|half an|about|around) )*(?:[\w-]+ )?"
        r"(?:hour|minutes|mins)\b"
    ),
)
# "Let me try the desk for you" and "I tried her line": a hand-over begun, whatever became of it.
_TRIED = (
    (
        rf"\b(?:let me|i'll|i will|i'm|i am)(?: just)? (?:try|trying) (?:{_SOMEONE}|(?:the|her|his|their) [a-z]+|"
        rf"{_NO_THING}(?!(?:again|and|to)\b)[a-z']+(?: (?:line|extension|phone|mobile))?) (?:for you|now)\b"
    ),
    (
        r"\b(?:i've|i have|i|we've)(?: just)? tried (?:(?:the|her|his|their) |[a-z]+'s )"
        r"(?:[a-z]+ )?(?:line|extension|phone|mobile|number|desk|office)\b"
    ),
)
_NOBODY_REACHED = (
    (
        r"\b(?:nobody|no one|no-one|none of (?:the|my|our) [\w']+)(?:'s| is| are| was| were)?(?: [\w']+)? "
        r"(?:available|answering|answered|picking up|picked up|free|there|around|in the office|able to)\b"
    ),
    (
        rf"\b(?:{_SOMEONE}|everyone|everybody|the (?:line|lines|phone))"
        r"(?: (?:is|are|was|were)n't|(?:'s| is| are| was| were)(?: not)?| (?:did|does|do)n't(?: seem to)?(?: be)?)"
        r" (?:all )?(?:available|answering|answer|pick up|picking up|engaged|busy|on (?:another|the other) "
        r"(?:call|line))\b"
    ),
    (
        r"\b(?:couldn't|could not|can't|cannot|wasn't able to|was not able to|unable to|haven't been able to|"
        r"didn't manage to|failed to) (?:seem to )?(?:reach|raise|get (?:hold of|through|an answer))\b|"
        # in the present it is a refusal: "I can't put you through"
        r"\b(?:couldn't|could not|wasn't able to|was not able to|failed to) (?:connect|transfer|put you through)\b"
    ),
    (
        r"\b(?:went|gone|going|goes|straight|through) (?:straight )?to (?:(?:the|their|his|her|an?) )?"
        r"(?:voicemail|answerphone|answer(?:ing)? machine)\b"
    ),
    r"\b(?:rings?|rang|ringing) out\b|(?:\bnot|n't) pick(?:ing)? up\b",
    (
        r"\b(?:no answer|no reply|the line (?:is|was) (?:busy|engaged)|"
        r"(?:transfer|call|line) (?:has )?(?:failed|dropped))\b"
    ),
    r"\breached the (?:voicemail|answerphone|mailbox)\b|\bleave a message after the (?:tone|beep)\b",
)
_PATTERNS = [
    (answer, any_of(phrases))
    for answer, phrases in (
        (Answer.HANDED_OVER, (*_HANDED_OVER, *_TRIED)),
        (Answer.PROMISED, _PROMISED),
        (Answer.MESSAGE, _MESSAGE),
        (Answer.SENT_FOR_HELP, _SENT_FOR_HELP),
        (Answer.HELP_COMES, _HELP_COMES),
        (Answer.NOBODY_REACHED, _NOBODY_REACHED),
    )
]
_WORTH_READING = gate(
    r"transfer|put|connect|pass|hand|direct|fetch|grab|get|through|call|ring|phone|contact|touch|reach|"
    r"message|forward|relay|know|tell|"
    r"\bbell\b|buzz|tinkle|shout|\bdrop|e-?mail|write to|look into|flag|escalat|send|sent|999|111|112|105|emergency|"
    r"nobody|no.one|none of|available|answer|engaged|busy|voicemail|line|reply|"
    r"come back|ll hear|will hear|expect|make sure|making sure|see (?:to|that)|ensure|raise|raising|"
    r"take (?:that|this|it)|"
    r"taking (?:that|this|it)|left (?:word|a note)|leave (?:word|a note)|on (?:his|her|their|the) way|dispatch|"
    r"coming (?:out|over|round|to|straight|right)|heading|"
    r"be (?:with you|there|round) (?:in|within)|tried|try|rang out|picking up|pick up",
)
_UNABLE_BEFORE = re.compile(
    r"(?:\b(?:can't|cannot|can not|couldn't|could not|unable to|not able to|won't|will not|am not|'m not|don't|"
    r"never|not)\b"
    r"|n't)(?:\s+[\w']+){0,3}\s*$",
)
_ONLY_IF_BEFORE = re.compile(r"\b(?:if|unless|when|whether)\b[^,.!?]{0,40}$")
_OFFERED_BEFORE = re.compile(
    r"\b(?:would you like|do you want|shall i|should i|can i|could i|may i|want me to|like me to|i can|i could|"
    r"we can|you can|you could|happy to|please)\b"
    r"[^.!?]{0,40}$",
)
# A courtesy, not a call that somebody waits for: "the engineer will ring you when he's on his way".
_COURTESY_AFTER = re.compile(
    r"[^.!?]{0,40}?\b(?:(?:when|before|once|if) (?:he|she|they|we|it|the|your|you|there|anything|anyone)\b"
    # when they can ring at all, and not on the day of a visit
    r"(?!(?:'s|'re| is| are| has| have|'ve)? (?:just )?(?:finish|free|back|done|out of|off the|in\b|between|available|"
    r"clos|shut|go(?:es)? home|got a (?:minute|moment)|get(?:s)? a (?:minute|moment|chance)))|"
    r"on (?:the|his|her|their) way|day before|minutes before|hour before|on the day|beforehand|a reminder|"
    r"to remind)\b",
)
_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|please|ok(?:ay)?|sure|that(?:'d| would) be|go on|go ahead|lovely|great|perfect|thank)",
)


def answers(text: str) -> tuple[Answered, ...]:
    """How an agent's words answer somebody who wants a person, in order; refusals and conditions are none."""
    plain = lowered(text)
    if not _WORTH_READING.search(plain):
        return ()
    found: list[Answered] = []
    for sentence in sentences(plain):
        for answer, pattern in _PATTERNS:
            for match in pattern.finditer(plain[sentence.start : sentence.end]):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                before = plain[sentence.start : start]
                denied = answer is not Answer.NOBODY_REACHED and _UNABLE_BEFORE.search(before)
                if denied or _ONLY_IF_BEFORE.search(before):
                    continue
                if answer is Answer.PROMISED and _COURTESY_AFTER.match(plain[end : sentence.end]):
                    continue
                offered = sentence.asks or bool(_OFFERED_BEFORE.search(before))
                found.append(Answered(answer, start, end, offered))
                break
    return tuple(sorted(found, key=lambda each: each.start))


def says_yes(text: str) -> bool:
    """Whether a caller's words begin by agreeing to what was offered."""
    return bool(_YES.search(lowered(text)))
