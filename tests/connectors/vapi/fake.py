"""Vapi as its API document of August 2026 describes it, on the loopback."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tests.connectors.kit.fake_service import FakeService, Reply, Request

ORG = "0b4b6bd5-0001-4000-8000-000000000001"
ANA = "a0000000-0000-4000-8000-00000000000a"
BOOK = "b0000000-0000-4000-8000-00000000000b"
NUMBER = "c0000000-0000-4000-8000-00000000000c"


def call_id(name: str) -> str:
    """A name of the form that the service gives."""
    return str(uuid5(NAMESPACE_URL, name))


class FakeVapi(FakeService):
    """Calls, assistants, tools and numbers that a test fills and changes.

    Lists come in no order, whole or not; without `shuffle` the oldest change comes first.
    """

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.calls: dict[str, dict[str, Any]] = {}
        self.agents: dict[str, dict[str, Any]] = {}
        self.tools: dict[str, dict[str, Any]] = {}
        self.numbers: dict[str, dict[str, Any]] = {}
        self.shuffle: random.Random | None = random.Random(7)  # noqa: S311 - an order, no secret
        self.route("GET", "/call", self._signed(self._list_calls))
        self.route("GET", "/call/{}", self._signed(lambda asked: _one(self.calls, asked)))
        self.route("GET", "/assistant", self._signed(lambda asked: _some(self.agents, asked)))
        self.route("GET", "/assistant/{}", self._signed(lambda asked: _one(self.agents, asked)))
        self.route("PATCH", "/assistant/{}", self._signed(lambda asked: _patch(self.agents, asked, version=True)))
        self.route("GET", "/tool", self._signed(lambda asked: _some(self.tools, asked)))
        self.route("GET", "/phone-number", self._signed(lambda asked: _some(self.numbers, asked)))
        self.route("GET", "/phone-number/{}", self._signed(lambda asked: _one(self.numbers, asked)))
        self.route("PATCH", "/phone-number/{}", self._signed(lambda asked: _patch(self.numbers, asked)))

    def add_call(self, name: str, started: datetime, **what: Any) -> dict[str, Any]:
        """A phone call that is over and looked into, unless told otherwise; what is None is left out."""
        ended = started + timedelta(seconds=61.5)
        messages = [said("system", "You are kind.", 0.0), said("bot", "Hello", 0.4), said("user", "Hi", 2.1)]
        call = {
            "id": call_id(name),
            "orgId": ORG,
            "type": "inboundPhoneCall",
            "status": "ended",
            "endedReason": "customer-ended-call",
            "assistantId": ANA,
            "assistantVersion": "v3",
            "phoneNumberId": NUMBER,
            "customer": {"number": "+447700900123"},
            "createdAt": written(started - timedelta(seconds=1)),
            "startedAt": written(started),
            "endedAt": written(ended),
            "updatedAt": written(ended + timedelta(seconds=5)),
            "cost": 0.1234,
            "costBreakdown": {"total": 0.1234},
            "analysis": {"summary": "They said hello.", "successEvaluation": "true"},
            "artifact": {"messages": messages, "transcript": "AI: Hello\nUser: Hi\n"},
            **what,
        }
        self.calls[call["id"]] = {name: value for name, value in call.items() if value is not None}
        return self.calls[call["id"]]

    def add_agent(self, name: str, prompt: str, number: str) -> dict[str, Any]:
        """An assistant that a number leads to, with a tool of its own and one that it shares."""
        stamps = {"orgId": ORG, "createdAt": "2026-05-01T09:00:00.000Z", "updatedAt": "2026-05-20T09:00:00.000Z"}
        self.tools[BOOK] = {
            "id": BOOK,
            **stamps,
            "type": "function",
            "function": {"name": "book", "description": "Books a visit"},
            "server": {"url": "https://example.com/book"},
        }
        self.agents[ANA] = {
            "id": ANA,
            **stamps,
            "name": name,
            "latestVersion": "v3",
            "firstMessage": "Good afternoon.",
            "model": {
                "provider": "openai",
                "model": "gpt-5.1",
                "temperature": 0.2,
                "messages": [{"role": "system", "content": prompt}],
                "tools": [{"type": "endCall"}],
                "toolIds": [BOOK],
            },
            "voice": {"provider": "11labs", "voiceId": "sarah"},
        }
        self.numbers[NUMBER] = {
            "id": NUMBER,
            **stamps,
            "provider": "vapi",
            "number": number,
            "assistantId": ANA,
            "hooks": [{"on": "call.ending", "do": {"type": "say", "exact": "Goodbye."}}],
        }
        return self.agents[ANA]

    def _signed(self, answer: Any) -> Any:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != f"Bearer {self.key}":
                return Reply({"message": "Invalid Key", "error": "Unauthorized", "statusCode": 401}, 401)
            return answer(asked)  # type: ignore[no-any-return]

        return checked

    def _list_calls(self, asked: Request) -> Reply:
        found = [each for each in self.calls.values() if _fits(each, asked.query)]
        found.sort(key=lambda each: each["updatedAt"])
        if self.shuffle:
            self.shuffle.shuffle(found)
        return Reply(found[: min(int(asked.query.get("limit", "100")), 1000)])


def said(role: str, message: str, at: float, **more: Any) -> dict[str, Any]:
    """A message as it stands in an artifact."""
    began = 1_764_000_000_000 + at * 1000
    return {"role": role, "message": message, "time": began, "endTime": began + 900, "secondsFromStart": at, **more}


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _fits(call: dict[str, Any], query: Any) -> bool:
    changed: str = call["updatedAt"]
    created: str = call["createdAt"]
    return bool(
        changed >= query.get("updatedAtGe", "")
        and changed <= query.get("updatedAtLe", "9")
        and created >= query.get("createdAtGe", "")
        and query.get("assistantId", call.get("assistantId")) == call.get("assistantId")
    )


def _some(kept: dict[str, dict[str, Any]], asked: Request) -> Reply:
    return Reply(list(kept.values())[: int(asked.query.get("limit", "100"))])


def _one(kept: dict[str, dict[str, Any]], asked: Request) -> Reply:
    found = kept.get(asked.parts[0])
    return Reply(found) if found is not None else Reply({"message": "Not Found", "statusCode": 404}, 404)


def _patch(kept: dict[str, dict[str, Any]], asked: Request, *, version: bool = False) -> Reply:
    sent = asked.json
    if None in sent.values():
        return Reply({"message": ["null is not allowed"], "error": "Bad Request", "statusCode": 400}, 400)
    kept[asked.parts[0]].update(sent)
    kept[asked.parts[0]]["updatedAt"] = "2026-11-27T16:00:00.000Z"
    if version:
        number = int(kept[asked.parts[0]]["latestVersion"].removeprefix("v"))
        kept[asked.parts[0]]["latestVersion"] = f"v{number + 1}"
    return _one(kept, asked)
