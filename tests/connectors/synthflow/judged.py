"""Synthflow before its judge: a document written down by hand, which proves nothing of the service itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.connectors.synthflow.fake import FakeSynthflow
from tests.judges.cases import NOW

DOCUMENT = "synthflow-v2*"
KEY = "0123456789abcdef0123456789abcdef"
ACCOUNT = ""
AGENT = ""

_OF_EVERY_KIND: tuple[dict[str, Any], ...] = (
    {},
    {"transcript": None},
    {"type_of_call": "outbound"},
    {"call_status": "no-answer", "transcript": None, "duration": 0},
    {"end_call_reason": "custom_end_call", "custom_end_call_reason": "wrong number"},
)


def filled() -> FakeSynthflow:
    service = FakeSynthflow(KEY)
    service.add_agent()
    for number in range(60):
        what = _OF_EVERY_KIND[number % len(_OF_EVERY_KIND)]
        service.add_call(f"call-{number}", NOW - timedelta(hours=7 * number + 1), **what)
    service.most = 25
    return service
