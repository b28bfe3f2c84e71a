# /// script
# requires-python = ">=3.11"
# dependencies = ["vapi-server-sdk==3.0.0"]
# ///
"""Reads every call of a Vapi account with Vapi's own client: client_reads.py ADDRESS KEY."""

from __future__ import annotations

import json
import sys
from decimal import Decimal

from vapi import Vapi  # type: ignore[import-not-found]

client = Vapi(base_url=sys.argv[1], token=sys.argv[2])
roles = {"bot": "agent", "assistant": "agent", "user": "caller"}
found = []
for call in client.calls.list(limit=1000):
    messages = call.artifact.messages if call.artifact and call.artifact.messages else []
    said = [each for each in messages if each.role in roles]
    found.append(
        {
            "id": call.id,
            "started_ms": round(call.started_at.timestamp() * 1000),
            "agent": call.assistant_id,
            "turns": [[roles[each.role], each.message, each.seconds_from_start] for each in said],
            "cost": None if call.cost is None else [f"{Decimal(str(call.cost)).normalize():f}", "USD"],
        }
    )
json.dump(found, sys.stdout)
