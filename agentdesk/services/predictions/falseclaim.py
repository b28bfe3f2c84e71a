"""falseclaim: did the agent say "booked" with no booking behind it."""

from __future__ import annotations

from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import promises
from agentdesk.services.predictions.record import Prediction, Record, day_of, turns_of


def predict(record: Record) -> Prediction:
    """`{"claimed", "false_claim"}`: the log holds what this call wrote, and every claim needs an entry of its own.

    A claim in the very same words repeats the one before.
    """
    said = promises(turns_of(record), day_of(record))
    claimed = {each.said[0].words for each in said if each.kind is ClaimKind.MADE}
    booked = [each for each in record.get("booking_log") or () if each.get("status") == "booked"]
    return {"claimed": bool(claimed), "false_claim": len(claimed) > len(booked)}
