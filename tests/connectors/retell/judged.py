"""Retell before its judges."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.connectors.retell.fake import FakeRetell, cost
from tests.judges.cases import NOW

DOCUMENT = "retell*"
KEY = "key_0123456789abcdef0123"
ACCOUNT = ""
AGENT = "agent_ana"

_WOVEN: list[dict[str, Any]] = [
    {"role": "agent", "content": "One moment.", "words": [{"word": "One", "start": 1.25, "end": 1.5}]},
    {"role": "tool_call_invocation", "tool_call_id": "t1", "name": "book", "arguments": '{"day": "Friday"}'},
    {"role": "tool_call_result", "tool_call_id": "t1", "content": '{"success": false}', "successful": True},
    {"role": "agent", "content": "You're booked – “Friday”, 5 €.", "words": []},
]
_OF_EVERY_KIND: tuple[dict[str, Any], ...] = (
    {},
    {"transcript_with_tool_calls": _WOVEN},
    {"disconnection_reason": "call_transfer", "transfer_destination": "+441134960111"},
    {"call_cost": cost(0.1)},
    {"call_cost": cost(1234.567)},
    {"call_cost": None},
    {"call_status": "ongoing", "call_analysis": None, "call_cost": None, "end_timestamp": None, "duration_ms": None},
    {"direction": "outbound"},
    {"call_status": "error", "disconnection_reason": "error_llm_websocket_open", "transcript_with_tool_calls": None},
)


def filled() -> FakeRetell:
    service = FakeRetell(KEY)
    service.add_agent(AGENT, "Ana", "Be kind.", "+441134960100")
    for number in range(60):
        what = _OF_EVERY_KIND[number % len(_OF_EVERY_KIND)]
        start = NOW - timedelta(hours=7 * number + 1, milliseconds=number)
        service.add_call(f"call_{number:03}", int(start.timestamp() * 1000), **what)
    return service
