# /// script
# requires-python = ">=3.11"
# dependencies = ["retell-sdk==6.2.13"]
# ///
"""Reads every call of a Retell account with Retell's own client: client_reads.py ADDRESS KEY."""

from __future__ import annotations

import json
import sys
from decimal import Decimal

from retell import Retell  # type: ignore[import-not-found]

client = Retell(base_url=sys.argv[1], api_key=sys.argv[2])
roles = {"agent": "agent", "user": "caller"}
names: list[str] = []
key = None
while True:
    page = client.call.list(limit=50, sort_order="ascending", **({"pagination_key": key} if key else {}))
    names += [each.call_id for each in page.items]
    if not page.has_more:
        break
    key = page.pagination_key
found = []
for name in names:
    call = client.call.retrieve(name)
    said = [each for each in call.transcript_with_tool_calls or call.transcript_object or [] if each.role in roles]
    cents = call.call_cost and Decimal(str(call.call_cost.combined_cost))
    found.append(
        {
            "id": call.call_id,
            "started_ms": call.start_timestamp,
            "agent": call.agent_id,
            "turns": [[roles[each.role], each.content, each.words[0].start if each.words else None] for each in said],
            "cost": None if cents is None else [f"{(cents / 100).normalize():f}", "USD"],
        }
    )
json.dump(found, sys.stdout)
