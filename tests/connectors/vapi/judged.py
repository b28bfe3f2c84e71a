"""Vapi before its judges."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.connectors.vapi.fake import ANA, FakeVapi, said
from tests.judges.cases import NOW

DOCUMENT = "vapi*"
KEY = "0b4b6bd5-aaaa-4000-8000-000000000001"
ACCOUNT = ""
AGENT = ANA

_ASKED = {"id": "t1", "type": "function", "function": {"name": "book", "arguments": '{"day": "Friday"}'}}
_WOVEN = [
    said("bot", "One moment.", 1.25, source=""),
    {**said("tool_calls", "", 2.0), "toolCalls": [_ASKED]},
    {**said("tool_call_result", "", 3.0), "toolCallId": "t1", "name": "book", "result": '{"success": false}'},
    said("bot", "You're booked – “Friday”.", 4.5, source=""),
]
_DESTINATION = {"type": "number", "number": "+441134960111"}
_OF_EVERY_KIND: tuple[dict[str, Any], ...] = (
    {},
    {"artifact": {"messages": _WOVEN, "transcript": ""}},
    {"endedReason": "assistant-forwarded-call", "destination": _DESTINATION},
    {"artifact": {"messages": [], "transfers": [{"destination": _DESTINATION, "status": "no-answer"}]}},
    {"cost": 0.000123},
    {"cost": None, "costBreakdown": None},
    {"status": "in-progress", "endedAt": None, "endedReason": None, "cost": 0, "analysis": None},
    {"type": "webCall", "customer": None},
    {"analysis": {"successEvaluation": "8"}},
)


def filled() -> FakeVapi:
    service = FakeVapi(KEY)
    service.add_agent("Ana", "Be kind.", "+441134960100")
    for number in range(60):
        what = _OF_EVERY_KIND[number % len(_OF_EVERY_KIND)]
        service.add_call(f"call {number}", NOW - timedelta(hours=7 * number + 1, milliseconds=number), **what)
    return service
