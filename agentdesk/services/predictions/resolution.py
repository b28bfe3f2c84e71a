"""resolution: whether the words say that the caller's need was met."""

from __future__ import annotations

from agentdesk.language.resolution import resolved
from agentdesk.services.predictions.record import Prediction, Record, turns_of


def predict(record: Record) -> Prediction:
    """`{"resolved": bool}`; a call in which only one side spoke met no need."""
    return {"resolved": bool(resolved(turns_of(record)))}
