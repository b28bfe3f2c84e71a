"""Reads what a call was from its own words: real or not, about what, passed on or given up."""

from __future__ import annotations

import re

from agentdesk.domain.call import Call
from agentdesk.domain.call_reading import HUNG_UP_SECONDS, CallReading
from agentdesk.language.handovers import OWED, Answer
from agentdesk.language.heard import Heard
from agentdesk.language.requests import takes_back

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


def read_call(call: Call, heard: Heard) -> CallReading:
    """Reads one call, whose turns are `heard`.

    Rules of this module and of what it uses are known by their mark: see `rules`.
    """
    caller = [each.text for each in call.turns if each.role == "caller"]
    outcome = call.outcome or ""
    short = call.seconds is not None and call.seconds < HUNG_UP_SECONDS
    silent = not caller and (call.seconds is None or call.seconds < SILENT_SECONDS)
    real = call.answered and not silent and not _NOT_REAL.search(outcome)
    return CallReading(
        real=real,
        gave_up=real and short,
        about_booking=any(_WANTS_BOOKING.search(each) for each in caller)
        or any(heard.claims(at) for at in range(len(call.turns))),
        needed_person=_asked_for_a_person(heard),
        passed=bool(_PUT_THROUGH.search(outcome)) or _handed_over(heard),
        gave_details=any(_OWN_DETAILS.search(each) for each in caller),
    )


def _asked_for_a_person(heard: Heard) -> bool:
    asked = False
    for at, turn in enumerate(heard.turns):
        if heard.requests(at):
            asked = True
        elif asked and turn.role == "caller" and takes_back(turn.text):
            asked = False
    return asked


def _handed_over(heard: Heard) -> bool:
    return any(each.answer in (Answer.HANDED_OVER, *OWED) and not each.offered for _, each in heard.all_answers())
