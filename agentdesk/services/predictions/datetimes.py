"""datetimes: the day, the time or both that a phrase means, seen from an instant."""

from __future__ import annotations

from datetime import datetime

from agentdesk.language.moments import moments
from agentdesk.services.predictions.record import Prediction, Record


def predict(record: Record) -> Prediction:
    """`{"value"}`; empty when the phrase says no such thing."""
    today = datetime.fromisoformat(record["ref"]).date()
    found = next(iter(moments(record["phrase"], today)), None)
    if found is None:
        return {"value": ""}
    day = found.day.isoformat() if found.day else ""
    at = f"{found.time:%H:%M}" if found.time else ""
    return {"value": {"date": day, "time": at}.get(record["kind"], f"{day} {at}")}
