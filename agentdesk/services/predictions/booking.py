"""booking, booking_spoken: what did the agent say was booked, and what could not be."""

from __future__ import annotations

from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import promises
from agentdesk.services.predictions.record import Prediction, Record, day_of, turns_of

_STATUS = {ClaimKind.MADE: "confirmed", ClaimKind.FAILED: "failed"}


def predict(record: Record) -> Prediction:
    """`{"bookings": [{"status", "date", "time", "name"}]}`; without a day said, today is meant."""
    today = day_of(record)
    return {
        "bookings": [
            {
                "status": _STATUS[each.kind],
                "date": (each.day or today).isoformat(),
                "time": f"{each.time:%H:%M}" if each.time else None,
                "name": None,
            }
            for each in promises(turns_of(record), today)
            if each.kind in _STATUS
        ]
    }
