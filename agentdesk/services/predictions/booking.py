"""booking, booking_spoken: what did the agent say was booked, and what could not be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from agentdesk.domain.call import Turn
from agentdesk.language.claims import ClaimKind
from agentdesk.language.names import name_before
from agentdesk.language.promises import Promise, promises
from agentdesk.language.standing import standing
from agentdesk.services.predictions.record import Prediction, Record, day_of, turns_of


def predict(record: Record) -> Prediction:
    """`{"bookings": [{"status", "date", "time", "name"}]}`; without a day said, today is meant."""
    turns, today = turns_of(record), day_of(record)
    said = promises(turns, today)
    booked = [_row("confirmed", each, turns, today) for each in standing(said, turns)]
    failed = [_row("failed", each, turns, today) for each in said if each.kind is ClaimKind.FAILED]
    return {"bookings": booked + failed}


def _row(status: str, promise: Promise, turns: Sequence[Turn], today: date) -> dict[str, str | None]:
    return {
        "status": status,
        "date": (promise.day or today).isoformat(),
        "time": f"{promise.time:%H:%M}" if promise.time else None,
        "name": name_before(turns, promise.turn),
    }
