"""Details about a customer that the agent gave away without checking who asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from agentdesk.checks.evidence import Evidence, agent_in_words
from agentdesk.domain.call import Call, Turn
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.domain.sensitive import Sensitive
from agentdesk.language.moments import moments
from agentdesk.language.sensitive.finding import find as spots_of
from agentdesk.language.sentences import sentences

_WHAT = (
    r"(?:home |current |mobile |phone |contact |next |last |postal |email )*"
    r"(?:address|phone|number|mobile|e-?mail|postcode|date of birth|birthday|{more})\b"
)
_OTHERS = re.compile(
    # "their number" is mostly a shop's, and a name in two words may be one: only who is plainly a person counts
    r"\b(?:[Hh]er|[Hh]is|(?:Mr|Mrs|Ms|Miss)\.? [A-Z]\w+(?:'|’)s|"
    r"[Tt]he (?:other )?(?:customer|tenant|patient|client|caller)(?:'|’)s)\s+"
    + _WHAT.format(more=r"appointment|booking|visit|balance|results?|prescription|invoice")
    + r"|\b(?:[Ss]he|[Hh]e|(?:Mr|Mrs|Ms|Miss)\.? [A-Z]\w+)(?:'s|’s| is| lives| has)"
    r"(?: booked in| got an appointment| an appointment| coming in| in at| due in| at)\b"
)
_CALLERS = re.compile(
    r"\b(?:the|your)\s+"
    + _WHAT.format(more="account")
    + r"[^.?!]{0,30}\b(?:we have|i have|i've got|on (?:file|record|the system|your account)|i can see|registered)\b"
    r"|\b(?:we have|i have|i've got|i can see) (?:you (?:down )?(?:as|at|on)|your [\w ]{3,25}? (?:down )?as)\b",
    re.IGNORECASE,
)
_PRECISE = re.compile(
    r"£\s?\d|\b\d{1,2}(?::\d\d|\.\d\d)?\s?(?:am|pm)\b|\b\d{1,2}(?:st|nd|rd|th)\b|"
    r"\b(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b|"
    r"\b\d+[a-z]? [A-Z]\w+ (?:Road|Street|Lane|Avenue|Close|Drive|Way|Gardens|Crescent|Terrace)\b"
)
# A caller asks after somebody else's details, "their number" being mostly a shop's:
# "Is my wife in with you today?", "What address have you got for her?"
_RELATION = (
    r"(?:my|our) (?:ex(?:-\w+)?|wife|husband|partner|girlfriend|boyfriend|fianc\w+|missus|fella|other half|"
    r"sister|brother|mum|dad|mother|father|nan|gran|friend|mate|neighbour|flatmate|boss|colleague)\b"
)
_ASKS_OF_ANOTHER = re.compile(
    rf"\b(?:is|was|has|when(?:'s|’s| is| has| was)|what time(?:'s|’s| is| has)|what(?:'s|’s| is)) "
    rf"(?:(?:his|her)\b|{_RELATION})|"
    r"\b(?:address|number|phone|mobile|e-?mail|post ?code)\b[^.?!]{0,30}\b(?:for|of) "
    r"(?:him|her)\b|"
    rf"\b(?:address|number|mobile|e-?mail|post ?code) (?:for|of) "
    rf"(?:{_RELATION}|an? (?:customer|tenant|client|patient))",
    re.IGNORECASE,
)
_IS_EXPECTED = re.compile(
    r"(?:'s|’s|\bis|\bhas|\bhave (?:him|her|them))\b(?: got)?(?: \w+)? ?"
    r"\b(?:booked|in (?:with|on|at|for)|an appointment|due|down for|coming|seeing)\b",
    re.IGNORECASE,
)
_PRIVATE = frozenset({Sensitive.PHONE, Sensitive.EMAIL, Sensitive.POSTCODE, Sensitive.BIRTH_DATE})
_CHECKS = re.compile(
    r"\b(?:confirm|verify|check|take|have|give me|tell me|what(?:'s| is|’s)|need)\b[^.]{0,40}\b"
    r"(?:your (?:full |last |first |date|post|address|phone|number|surname|name|e-?mail)|surname|post ?code|"
    r"date of birth|security|password|first line|booking reference|reference number)|"
    r"who (?:am i|i'm) speaking|security question|whose name|what name",
    re.IGNORECASE,
)


def find(evidence: Evidence) -> Iterator[Found]:
    """At most one finding a call, on the first words that give something away.

    Nothing is found once the agent asked who is calling, for what the caller said first, and for details of the caller
    whose number is in the diary.
    """
    known = {each.phone for each in evidence.bookings if each.phone}
    for call in evidence.calls:
        given = _given_away(call.turns, evidence.day_of_call(call), recognised=call.caller in known)
        if given is not None:
            yield Found(
                Kind.DATA_DISCLOSED,
                Severity.RED,
                f"{agent_in_words(call)} gave details about a customer away without checking who was asking.",
                (*_question_before(call, given.turn), given),
                call=call.id,
            )


def _given_away(turns: Sequence[Turn], today: date, *, recognised: bool) -> Said | None:
    heard, of_another = "", False
    for number, turn in enumerate(turns):
        if turn.role == "caller":
            heard += " " + _plain(turn.text)
            of_another = of_another or _ASKS_OF_ANOTHER.search(turn.text) is not None
            continue
        for each in sentences(turn.text):
            words = turn.text[each.start : each.end].strip()
            others = _OTHERS.search(words) is not None
            about = others or (not recognised and _CALLERS.search(words) is not None)
            told = (about and _tells(words, others, heard)) or (of_another and _tells_of_another(words, heard, today))
            if told and not each.asks:
                return Said(number, words)
        if _CHECKS.search(turn.text):
            return None
    return None


def _tells(words: str, others: bool, heard: str) -> bool:
    """Whether words hold a detail that the caller had not said."""
    told = _private(words) + [match[0] for match in _PRECISE.finditer(words) if others or match[0][:1].isdigit()]
    return any(_plain(each) not in heard for each in told)


def _tells_of_another(words: str, heard: str, today: date) -> bool:
    """Whether words answer who asked after somebody else: with how to reach them, or when they are expected."""
    told = _private(words)
    if _IS_EXPECTED.search(words):
        told += [each.words for each in moments(words, today)]
    return any(_plain(each) not in heard for each in told)


def _private(words: str) -> list[str]:
    return [words[each.start : each.end] for each in spots_of((Turn("agent", words),)) if each.kind in _PRIVATE]


def _question_before(call: Call, turn: int) -> tuple[Said, ...]:
    before = call.turns[turn - 1] if turn else None
    return (Said(turn - 1, before.text),) if before is not None and before.role == "caller" else ()


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
