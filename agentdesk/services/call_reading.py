"""What a call was, for the draw and the measures: real or not, about what, passed on or given up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from agentdesk.domain.call import Call, Turn
from agentdesk.domain.finding import Finding, Kind
from agentdesk.language.claims import claims
from agentdesk.language.handovers import Answer, answers
from agentdesk.language.requests import requests, takes_back

SILENT_SECONDS = 10
HUNG_UP_SECONDS = 20

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


@dataclass(frozen=True, slots=True)
class CallReading:
    """A call in brief. `missed_person`: a check found that a person was needed and none came."""

    real: bool
    gave_up: bool
    kind: Literal["booking", "problem", "question"]
    about_booking: bool
    needed_person: bool
    passed: bool
    missed_person: bool
    gave_details: bool


def read_call(call: Call, findings: Sequence[Finding]) -> CallReading:
    """Reads one call in the light of what the checks found about it."""
    kinds = {each.found.kind for each in findings}
    caller = [each.text for each in call.turns if each.role == "caller"]
    outcome = call.outcome or ""
    short = call.seconds is not None and call.seconds < HUNG_UP_SECONDS
    silent = not caller and (call.seconds is None or call.seconds < SILENT_SECONDS)
    real = call.answered and not silent and not _NOT_REAL.search(outcome)
    missed = bool(kinds & {Kind.ESCALATION_MISSED, Kind.ESCALATION_FAILED})
    needed = missed or Kind.ESCALATION_PROMISED in kinds or _asked_for_a_person(caller)
    passed = Kind.ESCALATION_PROMISED in kinds or bool(_PUT_THROUGH.search(outcome)) or _handed_over(call.turns)
    booking = (
        any(each.startswith("booking.") for each in kinds)
        or any(_WANTS_BOOKING.search(each) for each in caller)
        or any(claims(each.text) for each in call.turns if each.role == "agent")
    )
    return CallReading(
        real=real,
        gave_up=real and short,
        kind="problem" if needed else "booking" if booking else "question",
        about_booking=booking,
        needed_person=needed,
        passed=passed and not missed,
        missed_person=missed,
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
        found.answer in (Answer.HANDED_OVER, Answer.PROMISED) and not found.offered
        for each in turns
        if each.role == "agent"
        for found in answers(each.text)
    )
