"""Callers told what should not be told to an agent: cards, bank details, passwords, health."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agentdesk.checks.evidence import Evidence
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.domain.sensitive import BY_STAND_IN, NEVER_KEPT, Sensitive
from agentdesk.domain.wording import counted, listed
from agentdesk.language.health import told
from agentdesk.language.sentences import around

_STAND_IN = re.compile("|".join(re.escape(each.stand_in) for each in NEVER_KEPT))
_SHOWN = 5
"""Turns that one finding shows; more say no more."""


def find(evidence: Evidence) -> Iterator[Found]:
    """One finding for the secrets of a call, one for what it tells of health.

    Calls are read as they are kept, with stand-ins for secrets. Birthdays, postcodes, phone numbers and e-mail
    addresses are what an agent is there to ask for, and are none.
    """
    for call in evidence.calls:
        yield from _secrets(call)
        yield from _health(call)


def _secrets(call: Call) -> Iterator[Found]:
    kinds: Counter[Sensitive] = Counter()
    shown: dict[int, str] = {}
    for number, turn in enumerate(call.turns):
        for match in _STAND_IN.finditer(turn.text):
            kinds[BY_STAND_IN[match[0]]] += 1
            shown.setdefault(number, around(turn.text, match.start(), match.end()))
    if not kinds:
        return
    counts = [counted(kinds[kind], f"hidden {kind.one}", f"hidden {kind.many}") for kind in Sensitive if kinds[kind]]
    yield Found(
        Kind.DATA_SENSITIVE,
        Severity.AMBER,
        f"What was said held {listed(counts)}.",
        tuple(Said(number, words) for number, words in list(shown.items())[:_SHOWN]),
        call=call.id,
    )


def _health(call: Call) -> Iterator[Found]:
    plainest = sorted(told(call.turns), key=lambda each: -each.sum)[:_SHOWN]
    if plainest:
        yield Found(
            Kind.DATA_SENSITIVE,
            Severity.AMBER,
            "Somebody's health was spoken of.",
            tuple(Said(each.turn, call.turns[each.turn].text) for each in sorted(plainest)),
            call=call.id,
            slot="health",
        )
