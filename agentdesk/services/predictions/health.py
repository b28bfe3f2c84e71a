"""health: does the caller reveal something about somebody's health."""

from __future__ import annotations

from agentdesk.language.health import told
from agentdesk.services.predictions.record import Prediction, Record, turns_of


def predict(record: Record) -> Prediction:
    """`{"health"}`."""
    return {"health": bool(told(turns_of(record)))}
