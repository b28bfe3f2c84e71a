"""trigger: what a caller's words ask for that only a person can give."""

from __future__ import annotations

from agentdesk.language.requests import Wanted, requests
from agentdesk.services.predictions.record import Prediction, Record, turns_of

_LABELS = {Wanted.PERSON: "human", Wanted.UNCLEAR: "human", Wanted.REFUND: "refund", Wanted.COMPLAINT: "complaint"}


def predict(record: Record) -> Prediction:
    """`{"labels": [...]}` out of what the record was annotated for."""
    wanted = {each.wanted for turn in turns_of(record) if turn.role == "caller" for each in requests(turn.text)}
    judged = record.get("annotated_types") or _LABELS.values()
    return {"labels": sorted(_LABELS[each] for each in wanted if _LABELS.get(each) in judged)}
