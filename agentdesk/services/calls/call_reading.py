"""Reads what a call was from its own words: real or not, about what, passed on or given up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agentdesk.domain.call import Call, Turn
from agentdesk.domain.call_reading import HUNG_UP_SECONDS, CallReading
from agentdesk.language.claims import claims
from agentdesk.language.handovers import OWED, Answer, answers
from agentdesk.language.requests import requests, takes_back

SILENT_SECONDS = 10

_NOT_REAL = re.compile(r"\b(?:spam|robo-?call|test call|wrong number|silent|no caller)\b", re.IGNORECASE)
_PUT_THROUGH = re.compile(
    r"\b(?:transferred|put through|handed over|passed (?:on )?to (?:a person|\w+))\b", re.IGNORECASE
)
_WANTS_BOOKING = re.compile(
    r"\b(?:book|appointment|slot|visit|come (?:out|round)|fit me in|reschedul\w+|cancel)\b", re.IGNORECASE
)
_OWN_DETAILS = re.compile(
    r"\bmy (?:booking|appointment|visit|invoice|bill|account|address|details|results?)\b|\bwhen am i (?:booked|due)\b",
    re.IGNORECASE,
)
"""The caller asks about something that is theirs, so the agent may have given details away."""


def read_call(call: Call) -> CallReading:
    """Reads one call. Rules of this module and of what it uses are known by their mark: see `rules`."""
    caller = [each.text for each in call.turns if each.role == "caller"]
    outcome = call.outcome or ""
    short = call.seconds is not None and call.seconds < HUNG_UP_SECONDS
    silent = not caller and (call.seconds is None or call.seconds < SILENT_SECONDS)
    real = call.answered and not silent and not _NOT_REAL.search(outcome)
    return CallReading(
        real=real,
        gave_up=real and short,
        about_booking=any(_WANTS_BOOKING.search(each) for each in caller)
        or any(claims(each.text) for each in call.turns if each.role == "agent"),
        needed_person=_asked_for_a_person(caller),
        passed=bool(_PUT_THROUGH.search(outcome)) or _handed_over(call.turns),
        gave_details=any(_OWN_DETAILS.search(each) for each in caller),
    )


def _asked_for_a_person(caller: Sequence[str]) -> bool:
    asked = False
    for text in caller:
        if requests(text):
            asked = True
        elif asked and takes_back(text):
            asked = False
    return asked


def _handed_over(turns: Sequence[Turn]) -> bool:
    return any(
        found.answer in (Answer.HANDED_OVER, *OWED) and not found.offered
        for each in turns
        if each.role == "agent"
        for found in answers(each.text)
    )
