"""ElevenLabs before its judges."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.connectors.elevenlabs.fake import FakeElevenLabs, metadata, said
from tests.judges.cases import NOW

DOCUMENT = "elevenlabs*"
KEY = f"sk_{'0123456789abcdef' * 3}"
ACCOUNT = ""
AGENT = "agent_ana"

_ASKED = {"request_id": "r1", "tool_name": "book", "params_as_json": '{"day": "Friday"}', "tool_has_been_called": True}
_ANSWERED = {
    "request_id": "r1",
    "tool_name": "book",
    "result_value": '{"success": false}',
    "is_error": False,
    "tool_has_been_called": True,
    "type": "webhook",
}
_PASSED_ON = {
    "request_id": "r2",
    "tool_name": "transfer_to_number",
    "result_value": "",
    "is_error": False,
    "tool_has_been_called": True,
    "type": "system",
    "result": {
        "result_type": "transfer_to_number_twilio_success",
        "transfer_number": "+441134960111",
        "agent_message": "",
        "conference_name": "c",
    },
}
_OF_EVERY_KIND: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({}, {}),
    (
        {
            "transcript": [
                said("agent", "One moment.", 4, tool_calls=[_ASKED]),
                said("agent", None, 5, tool_results=[_ANSWERED]),
                said("agent", "You're booked – “Friday”.", 9),
            ]
        },
        {},
    ),
    ({"transcript": [said("agent", "I'll put you through.", 3, tool_results=[_PASSED_ON])]}, {}),
    ({}, {"cost_fiat": None}),
    ({}, {"cost_fiat": None, "cost": None}),
    ({}, {"cost_fiat": 0.000123}),
    ({"status": "processing", "analysis": None}, {"cost_fiat": None, "cost": None}),
    ({"status": "failed", "transcript": []}, {"termination_reason": "", "error": {"code": 1008, "reason": "quota"}}),
    ({"analysis": {"call_successful": "unknown", "transcript_summary": ""}}, {"phone_call": None}),
)


def filled() -> FakeElevenLabs:
    service = FakeElevenLabs(KEY)
    service.add_agent(AGENT, "Ana", "Be kind.", "+441134960100")
    for number in range(60):
        what, about = _OF_EVERY_KIND[number % len(_OF_EVERY_KIND)]
        start = int((NOW - timedelta(hours=7 * number + 1)).timestamp())
        service.add_call(f"conv_{number:03}", start, metadata=metadata(start, **about), **what)
    return service
