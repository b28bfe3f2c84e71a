"""escalation: whether a person was asked for, and whether nobody came."""

from __future__ import annotations

from datetime import timedelta

from agentdesk.checks.evidence import Evidence
from agentdesk.checks.wanted_person import find
from agentdesk.domain.finding import Kind
from agentdesk.language.requests import Wanted, requests
from agentdesk.services.predictions.record import Prediction, Record, call_of

_TRIGGERS = {Wanted.PERSON, Wanted.UNCLEAR, Wanted.REFUND, Wanted.COMPLAINT}


def predict(record: Record) -> Prediction:
    """`{"trigger", "missed"}`, the second from the check itself."""
    call = call_of(record)
    wanted = {each.wanted for turn in call.turns if turn.role == "caller" for each in requests(turn.text)}
    found = find(Evidence(now=call.started_at + timedelta(days=1), calls=(call,)))
    return {
        "trigger": bool(wanted & _TRIGGERS),
        "missed": any(each.kind is Kind.ESCALATION_MISSED for each in found),
    }
