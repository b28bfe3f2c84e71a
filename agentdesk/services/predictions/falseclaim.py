"""falseclaim: did the agent say "booked" with no booking behind it."""

from __future__ import annotations

from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import promises
from agentdesk.services.predictions.record import Prediction, Record, day_of, turns_of


def predict(record: Record) -> Prediction:
    """`{"claimed", "false_claim"}`. The log holds what this call wrote, so that a claim needs an entry."""
    claimed = any(each.kind is ClaimKind.MADE for each in promises(turns_of(record), day_of(record)))
    booked = any(each.get("status") == "booked" for each in record.get("booking_log") or ())
    return {"claimed": claimed, "false_claim": claimed and not booked}
