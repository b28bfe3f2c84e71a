# /// script
# requires-python = ">=3.11"
# dependencies = ["elevenlabs==2.78.0"]
# ///
"""Reads every call of an ElevenLabs account with ElevenLabs' own client: client_reads.py ADDRESS KEY."""

from __future__ import annotations

import json
import sys
from decimal import Decimal

from elevenlabs import ElevenLabs  # type: ignore[import-not-found]

client = ElevenLabs(base_url=sys.argv[1], api_key=sys.argv[2]).conversational_ai.conversations
roles = {"agent": "agent", "user": "caller"}
names: list[str] = []
cursor = None
while True:
    page = client.list(page_size=25, cursor=cursor)
    names += [each.conversation_id for each in page.conversations]
    if not page.has_more:
        break
    cursor = page.next_cursor
found = []
for name in names:
    call = client.get(name)
    dollars, credit = call.metadata.cost_fiat, call.metadata.cost
    cost = None if credit is None else [str(credit), "credits"]
    found.append(
        {
            "id": call.conversation_id,
            "started_ms": call.metadata.start_time_unix_secs * 1000,
            "agent": call.agent_id,
            "turns": [
                [roles[each.role], each.message, float(each.time_in_call_secs)]
                for each in call.transcript
                if each.message
            ],
            "cost": cost if dollars is None else [f"{Decimal(str(dollars)).normalize():f}", "USD"],
        }
    )
json.dump(found, sys.stdout)
