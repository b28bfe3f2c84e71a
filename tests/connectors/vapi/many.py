"""Vapi with many calls, as the benchmark of pulling takes it.

The list has no pages, and its calls come with all their words: the plain client, who knows when the calls were, asks
for two hundred at a time, which is what there is room for in an answer whatever was said.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import httpx

from agentdesk.connectors.vapi.windows import PROBE
from tests.connectors.kit.of_services import KEY, Many, Said
from tests.connectors.vapi.fake import FakeVapi, said, written
from tests.services.conftest import FRIDAY


def _made(calls: Iterable[Said]) -> FakeVapi:
    fake = FakeVapi(KEY)
    fake.add_agent("Ana", "Be kind.", "+441134960100")
    for name, started, turns in calls:
        spoken = [said("user" if each.role == "caller" else "bot", each.text, each.at_seconds or 0.0) for each in turns]
        text = "\n".join(each.text for each in turns)
        fake.add_call(name, started, artifact={"messages": spoken, "transcript": text})
    return fake


def _plainly(client: httpx.Client, number: int) -> None:
    client.headers["authorization"] = f"Bearer {KEY}"
    pages = number // PROBE
    width = timedelta(days=60) / pages
    for place in range(pages):
        start = FRIDAY - timedelta(days=60) + place * width
        end = start + width
        asked = {"updatedAtGe": written(start), "updatedAtLe": written(end), "limit": "1000"}
        client.get("/call", params=asked).json()


MANY = Many("vapi", _made, _plainly, lambda number: number // PROBE)
