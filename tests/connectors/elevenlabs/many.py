"""ElevenLabs with many calls, as the benchmark of pulling takes it."""

from __future__ import annotations

from collections.abc import Iterable

import httpx

from tests.connectors.elevenlabs.fake import FakeElevenLabs, said
from tests.connectors.kit.of_services import KEY, Many, Said

_PAGE = 100
_CONVERSATIONS = "/v1/convai/conversations"


def _made(calls: Iterable[Said]) -> FakeElevenLabs:
    fake = FakeElevenLabs(KEY)
    fake.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for name, started, turns in calls:
        spoken = [
            said("user" if each.role == "caller" else "agent", each.text, int(each.at_seconds or 0)) for each in turns
        ]
        fake.add_call(name, int(started.timestamp()), transcript=spoken)
    return fake


def _plainly(client: httpx.Client, _: int) -> None:
    client.headers["xi-api-key"] = KEY
    cursor, more = None, True
    while more:
        asked = {"page_size": str(_PAGE), "sort_direction": "asc", **({"cursor": cursor} if cursor else {})}
        page = client.get(_CONVERSATIONS, params=asked).json()
        for each in page["conversations"]:
            client.get(f"{_CONVERSATIONS}/{each['conversation_id']}").json()
        cursor, more = page["next_cursor"], page["has_more"]


MANY = Many("elevenlabs", _made, _plainly, lambda number: number + number // _PAGE)
