"""Retell with many calls, as the benchmark of pulling takes it."""

from __future__ import annotations

from collections.abc import Iterable

import httpx

from agentdesk.domain.call import Turn
from tests.connectors.kit.of_services import KEY, Many, Said
from tests.connectors.retell.fake import FakeRetell

_PAGE = 1000


def _made(calls: Iterable[Said]) -> FakeRetell:
    fake = FakeRetell(KEY)
    fake.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for name, started, turns in calls:
        said = [_spoken(each) for each in turns]
        fake.add_call(
            name,
            int(started.timestamp() * 1000),
            transcript_with_tool_calls=said,
            transcript_object=said,
            transcript="\n".join(each.text for each in turns),
        )
    return fake


def _spoken(turn: Turn) -> dict[str, object]:
    start = turn.at_seconds or 0.0
    timed = [
        {"word": each, "start": start + at * 0.3, "end": start + at * 0.3 + 0.2}
        for at, each in enumerate(turn.text.split())
    ]
    return {"role": "user" if turn.role == "caller" else "agent", "content": turn.text, "words": timed}


def _plainly(client: httpx.Client, _: int) -> None:
    client.headers["authorization"] = f"Bearer {KEY}"
    key, more = None, True
    while more:
        body = {"sort_order": "ascending", "limit": _PAGE, **({"pagination_key": key} if key else {})}
        page = client.post("/v3/list-calls", json=body).json()
        for each in page["items"]:
            client.get(f"/v2/get-call/{each['call_id']}").json()
        key, more = page.get("pagination_key"), page["has_more"]


MANY = Many("retell", _made, _plainly, lambda number: number + number // _PAGE, most=1.3)
