"""Which line of the brief a call falls under: to whom it must go, how soon, and what to do then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agentdesk.domain.brief import Brief, PassToPerson
from agentdesk.domain.call import Call
from agentdesk.domain.money import Money
from agentdesk.language.requests import Wanted, requests, said_of
from agentdesk.language.unclear import not_understood_twice
from agentdesk.language.worth import worth_a_person

_NAMED = (
    (Wanted.COMPLAINT, re.compile(r"\b(?:complain\w*|unhappy|upset|angry|cross)\b", re.IGNORECASE)),
    (Wanted.REFUND, re.compile(r"\b(?:refunds?|money back)\b", re.IGNORECASE)),
    (Wanted.UNCLEAR, re.compile(r"\b(?:unclear|understood|understand|twice)\b", re.IGNORECASE)),
    (Wanted.HIGH_VALUE, re.compile(r"£\s*\d|\b(?:high value|big|large) \w+", re.IGNORECASE)),
    (Wanted.THREAT, re.compile(r"\b(?:threat\w*|solicitor|legal)\b", re.IGNORECASE)),
    (Wanted.PERSON, re.compile(r"\b(?:a person|manager|human|somebody|asks? for|speak to)\b", re.IGNORECASE)),
)
"""How owners call what the checks know, in the line of a brief."""
_WORD = re.compile(r"[a-z]{3,}")
_EMPTY = re.compile(
    r"the|and|with|for|any|from|that|this|house|over|out|are|not|wants?|they|near|after|asking|still|won"
)
"""Words that tell no two lines apart."""
_STEM = 5


def rule_for(call: Call, brief: Brief, high_value: Money | None = None) -> PassToPerson | None:
    """The line that fits best; None where none does.

    A line with words of its own that were said comes first, then one whose words the caller used, then one that
    names what was wanted.
    """
    said = " ".join(turn.text for turn in call.turns if turn.role == "caller")
    heard = set(_stems(said))
    own = [each for each in brief.pass_to_a_person if _says_one_of(said, each.phrases)]
    if own:
        return own[0]
    wanted = {each.wanted for turn in call.turns if turn.role == "caller" for each in requests(turn.text)}
    wanted |= {each.wanted for turn in call.turns for each in worth_a_person(turn.text, high_value)}
    wanted |= {each.wanted for _, each in not_understood_twice(call.turns)}
    named = {rule.when: _named(rule.when) for rule in brief.pass_to_a_person}
    events = [each for each in brief.pass_to_a_person if named[each.when] is None]
    if events and wanted & {Wanted.EMERGENCY, Wanted.VULNERABLE}:
        best = max(events, key=lambda each: len(heard.intersection(_stems(each.when))))
        if heard.intersection(_stems(best.when)):
            return best
    for kind in (Wanted.COMPLAINT, Wanted.REFUND, Wanted.THREAT, Wanted.HIGH_VALUE, Wanted.UNCLEAR, Wanted.PERSON):
        fitting = [each for each in brief.pass_to_a_person if kind in wanted and named[each.when] is kind]
        if fitting:
            return fitting[0]
    return None


def _named(when: str) -> Wanted | None:
    return next((kind for kind, words in _NAMED if words.search(when)), None)


def _says_one_of(said: str, phrases: Sequence[str]) -> bool:
    return bool(said_of(said, phrases, Wanted.OWN_WORDS))


def _stems(text: str) -> list[str]:
    return [each[:_STEM] for each in _WORD.findall(text.lower()) if not _EMPTY.fullmatch(each)]
