"""pii, pii_spoken: where sensitive details stand."""

from __future__ import annotations

from agentdesk.domain.sensitive import Sensitive
from agentdesk.language.sensitive.finding import find
from agentdesk.services.predictions.record import Prediction, Record, turns_of

_TYPES = {
    Sensitive.NATIONAL_INSURANCE: "NINO",
    Sensitive.SOCIAL_SECURITY: "NATIONAL_ID",
    Sensitive.BIRTH_DATE: "DOB",
}
"""Kinds that the benchmark calls otherwise than we do."""


def predict(record: Record) -> Prediction:
    """`{"spans": [{"turn", "start", "end", "type"}]}`."""
    return {
        "spans": [
            {"turn": each.turn, "start": each.start, "end": each.end, "type": _TYPES.get(each.kind, each.kind.upper())}
            for each in find(turns_of(record))
        ]
    }
