"""Retell as its API document of August 2026 describes it, on the loopback."""

from __future__ import annotations

import copy
from typing import Any

from tests.connectors.kit.fake_service import FakeService, Reply, Request

_WORDS = ("transcript", "transcript_object", "transcript_with_tool_calls", "scrubbed_transcript_with_tool_calls")


class FakeRetell(FakeService):
    """Calls, agents, language models and numbers that a test fills and changes."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.calls: dict[str, dict[str, Any]] = {}
        self.agents: dict[str, dict[str, Any]] = {}
        self.models: dict[str, dict[str, Any]] = {}
        self.numbers: dict[str, dict[str, Any]] = {}
        self.older: dict[tuple[str, str], dict[str, Any]] = {}
        """Published versions, by the name of the agent or model and the version."""
        self.route("POST", "/v3/list-calls", self._signed(self._list_calls))
        self.route("GET", "/v2/get-call/{}", self._signed(lambda asked: _one(self.calls, asked)))
        self.route("GET", "/list-agents", self._signed(lambda _: Reply(list(self.agents.values()))))
        self.route("GET", "/get-agent/{}", self._signed(lambda asked: self._versioned(self.agents, asked)))
        self.route("GET", "/get-agent-versions/{}", self._signed(self._versions))
        self.route("GET", "/get-retell-llm/{}", self._signed(lambda asked: self._versioned(self.models, asked)))
        self.route("GET", "/v2/list-phone-numbers", self._signed(self._list_numbers))
        self.route("GET", "/get-phone-number/{}", self._signed(lambda asked: _one(self.numbers, asked)))
        self.route("PATCH", "/update-phone-number/{}", self._signed(self._update_number))

    def add_call(self, call_id: str, start_ms: int, **what: Any) -> dict[str, Any]:
        """An ended and analysed phone call, unless told otherwise."""
        call = {
            "call_type": "phone_call",
            "from_number": "+447700900123",
            "to_number": "+441134960100",
            "direction": "inbound",
            "call_id": call_id,
            "agent_id": "agent_ana",
            "agent_name": "Ana",
            "agent_version": 3,
            "call_status": "ended",
            "start_timestamp": start_ms,
            "end_timestamp": start_ms + 61_500,
            "duration_ms": 61_500,
            "disconnection_reason": "user_hangup",
            "transcript": "Agent: Hello\nUser: Hi\n",
            "transcript_object": [_said("agent", "Hello", 0.4), _said("user", "Hi", 2.1)],
            "transcript_with_tool_calls": [_said("agent", "Hello", 0.4), _said("user", "Hi", 2.1)],
            "call_cost": cost(12.5),
            "call_analysis": {"call_successful": True, "user_sentiment": "Neutral", "in_voicemail": False},
            **what,
        }
        self.calls[call_id] = {name: value for name, value in call.items() if value is not None}
        return self.calls[call_id]

    def add_agent(self, agent_id: str, name: str, prompt: str, number: str, version: int = 3) -> None:
        self.models[f"llm_{agent_id}"] = {
            "llm_id": f"llm_{agent_id}",
            "version": version,
            "model": "gpt-4.1",
            "general_prompt": prompt,
            "begin_message": "Good afternoon.",
            "general_tools": [{"type": "end_call", "name": "end_call", "description": "Ends the call"}],
            "last_modification_timestamp": 1_703_413_636_133,
        }
        self.agents[agent_id] = {
            "agent_id": agent_id,
            "version": version,
            "is_published": True,
            "agent_name": name,
            "voice_id": "retell-Cimo",
            "response_engine": {"type": "retell-llm", "llm_id": f"llm_{agent_id}", "version": version},
            "last_modification_timestamp": 1_703_413_636_133,
        }
        self.numbers[number] = {
            "phone_number": number,
            "phone_number_type": "retell-twilio",
            "inbound_agents": [{"agent_id": agent_id, "agent_version": version, "weight": 1}],
            "last_modification_timestamp": 1_703_413_636_133,
        }

    def publish(self, agent_id: str, **told: Any) -> None:
        """Keeps what an agent is told as it is, as a version, and makes the next one. Numbers stay where they are."""
        for kept, name in ((self.agents, agent_id), (self.models, f"llm_{agent_id}")):
            self.older[name, str(kept[name]["version"])] = copy.deepcopy(kept[name])
            kept[name]["version"] += 1
        self.agents[agent_id]["response_engine"]["version"] += 1
        self.models[f"llm_{agent_id}"].update(told)

    def _versioned(self, kept: dict[str, dict[str, Any]], asked: Request) -> Reply:
        older = self.older.get((asked.parts[0], asked.query.get("version", "")))
        return Reply(older) if older else _one(kept, asked)

    def _versions(self, asked: Request) -> Reply:
        older = [each for (name, _), each in self.older.items() if name == asked.parts[0]]
        return Reply([*older, self.agents[asked.parts[0]]])

    def _signed(self, answer: Any) -> Any:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != f"Bearer {self.key}":
                return Reply({"status": "error", "message": "Invalid API Key"}, 401)
            return answer(asked)  # type: ignore[no-any-return]

        return checked

    def _list_calls(self, asked: Request) -> Reply:
        body = asked.json or {}
        wanted = body.get("filter_criteria", {})
        fitting = [each for each in self.calls.values() if _fits(each, wanted)]
        fitting.sort(key=lambda each: each.get("start_timestamp", 0), reverse=body.get("sort_order") != "ascending")
        limit = min(body.get("limit", 50), 1000)
        first = int(body.get("pagination_key", "0"))
        page = [{name: each for name, each in call.items() if name not in _WORDS} for call in fitting]
        more = first + limit < len(page)
        answer: dict[str, Any] = {"items": page[first : first + limit], "has_more": more}
        return Reply({**answer, **({"pagination_key": str(first + limit)} if more else {})})

    def _list_numbers(self, _: Request) -> Reply:
        return Reply({"items": list(self.numbers.values()), "has_more": False})

    def _update_number(self, asked: Request) -> Reply:
        if asked.parts[0] not in self.numbers:
            return Reply({"status": "error", "message": "Not found"}, 404)
        self.numbers[asked.parts[0]].update(asked.json)
        return Reply(self.numbers[asked.parts[0]])


def cost(cents: float) -> dict[str, Any]:
    return {"combined_cost": cents, "product_costs": [], "total_duration_seconds": 62, "total_duration_unit_price": 0.2}


def _said(role: str, content: str, start: float) -> dict[str, Any]:
    return {"role": role, "content": content, "words": [{"word": content, "start": start, "end": start + 0.5}]}


def _one(kept: dict[str, dict[str, Any]], asked: Request) -> Reply:
    found = kept.get(asked.parts[0])
    return Reply(found) if found is not None else Reply({"status": "error", "message": "Not found"}, 422)


def _fits(call: dict[str, Any], wanted: dict[str, Any]) -> bool:
    start = wanted.get("start_timestamp")
    status = wanted.get("call_status")
    if start is not None and not (start["op"] == "ge" and call.get("start_timestamp", -1) >= start["value"]):
        return False
    return status is None or call["call_status"] in status["value"]
