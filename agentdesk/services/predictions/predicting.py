"""Answers benchmark records with the code that the checks answer with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import Any

from agentdesk.domain.errors import Sorry
from agentdesk.services.predictions import (
    booking,
    datetimes,
    escalation,
    falseclaim,
    health,
    reconcile,
    resolution,
    sensitive,
    trigger,
)
from agentdesk.services.predictions.record import Prediction, Record

TASKS: dict[str, Callable[[Record], Prediction]] = {
    "booking": booking.predict,
    "booking_spoken": booking.predict,
    "reconcile": reconcile.predict,
    "reconcile_spoken": reconcile.predict,
    "falseclaim": falseclaim.predict,
    "datetimes": datetimes.predict,
    "trigger": trigger.predict,
    "escalation": escalation.predict,
    "resolution": resolution.predict,
    "pii": sensitive.predict,
    "pii_spoken": sensitive.predict,
    "health": health.predict,
}
"""Each answers one record: the fields of `benchdata/README.md` in, what `score.py` calls "pred" out."""


def predict(task: str, lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """For each record, in order: its id, the prediction and the milliseconds it took.

    The truth is taken out of a record before anything looks at it. Raises Sorry at a line that holds no record.
    """
    answer = TASKS[task]
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        record = _record(number, line)
        before = perf_counter()
        pred = _answered(answer, number, record)
        spent = (perf_counter() - before) * 1000
        yield {"id": record["id"], "pred": pred, "ms": round(spent, 3)}


def _record(number: int, line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if not isinstance(record, dict) or "id" not in record:
        raise Sorry(f"Line {number} holds no record: it should be a JSON object with an id.")
    record.pop("truth", None)
    return record


def _answered(answer: Callable[[Record], Prediction], number: int, record: Record) -> Prediction:
    try:
        return answer(record)
    except (KeyError, TypeError, ValueError) as trouble:
        raise Sorry(f"Line {number} lacks something that the task needs: {trouble}.") from trouble
