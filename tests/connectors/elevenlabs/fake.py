"""ElevenLabs as its API document of August 2026 describes it, on the loopback."""

from __future__ import annotations

from typing import Any

from tests.connectors.kit.fake_service import FakeService, Reply, Request

_LISTED = ("agent_id", "agent_name", "branch_id", "version_id", "conversation_id", "status")


class FakeElevenLabs(FakeService):
    """Conversations, agents, tools and numbers that a test fills and changes."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.calls: dict[str, dict[str, Any]] = {}
        self.agents: dict[str, dict[str, Any]] = {}
        self.tools: dict[str, dict[str, Any]] = {}
        self.numbers: dict[str, dict[str, Any]] = {}
        self.route("GET", "/v1/convai/conversations", self._signed(self._list_calls))
        self.route("GET", "/v1/convai/conversations/{}", self._signed(lambda asked: _one(self.calls, asked)))
        self.route("GET", "/v1/convai/agents", self._signed(self._list_agents))
        self.route("GET", "/v1/convai/agents/{}", self._signed(self._agent))
        self.route("PATCH", "/v1/convai/agents/{}", self._signed(self._patch_agent))
        self.route("GET", "/v1/convai/tools", self._signed(self._list_tools))
        self.route("GET", "/v1/convai/phone-numbers", self._signed(lambda _: Reply(list(self.numbers.values()))))
        self.route("GET", "/v1/convai/phone-numbers/{}", self._signed(lambda asked: _one(self.numbers, asked)))
        self.route("PATCH", "/v1/convai/phone-numbers/{}", self._signed(self._patch_number))

    def add_call(self, conversation_id: str, start: int, **what: Any) -> dict[str, Any]:
        """A phone call that is over and looked into, unless told otherwise; what is None is left out."""
        call = {
            "conversation_id": conversation_id,
            "agent_id": "agent_ana",
            "agent_name": "Ana",
            "status": "done",
            "version_id": "agtvrsn_3",
            "branch_id": "agtbrch_main",
            "has_audio": True,
            "has_user_audio": True,
            "has_response_audio": True,
            "has_auxiliary_audio": False,
            "metadata": metadata(start),
            "transcript": [said("agent", "Hello", 0), said("user", "Hi", 2)],
            "analysis": {"call_successful": "success", "transcript_summary": "They said hello."},
            **what,
        }
        self.calls[conversation_id] = {name: value for name, value in call.items() if value is not None}
        return self.calls[conversation_id]

    def add_agent(self, agent_id: str, name: str, prompt: str, number: str, **told: Any) -> dict[str, Any]:
        """An agent that a number leads to, with a tool of its own and one that is built in."""
        end_call = {
            "type": "system",
            "name": "end_call",
            "description": "Ends the call",
            "params": {"system_tool_type": "end_call"},
        }
        self.tools["tool_book"] = {
            "id": "tool_book",
            "tool_config": {
                "type": "webhook",
                "name": "book",
                "description": "Books a visit",
                "response_timeout_secs": 20,
                "api_schema": {"url": "https://example.com/book", "method": "POST"},
            },
            "access_info": _access(),
            "usage_stats": {"total_calls": 4, "avg_latency_secs": 0.4},
        }
        self.agents[agent_id] = {
            "agent_id": agent_id,
            "name": name,
            "conversation_config": {
                "agent": {
                    "first_message": "Good afternoon.",
                    "language": "en",
                    "prompt": {
                        "prompt": prompt,
                        "llm": "gemini-2.5-flash",
                        "temperature": 0.2,
                        "tool_ids": ["tool_book"],
                        "built_in_tools": {"end_call": end_call, "skip_turn": None},
                    },
                    **told,
                },
                "tts": {"voice_id": "cjVigY5qzO86Huf0OWal"},
            },
            "platform_settings": {"archived": False, "safety": {"is_blocked_ivc": False}},
            "workflow": {"nodes": {"start_node": {"type": "start", "position": {"x": 0, "y": 0}}}, "edges": {}},
            "metadata": {"created_at_unix_secs": 1_716_153_600, "updated_at_unix_secs": 1_716_240_000},
            "access_info": _access(),
            "tags": [],
            "version_id": "agtvrsn_3",
            "branch_id": "agtbrch_main",
        }
        self.numbers[f"phnum_{agent_id}"] = {
            "phone_number": number,
            "label": "Front desk",
            "phone_number_id": f"phnum_{agent_id}",
            "provider": "twilio",
            "assigned_agent": {"agent_id": agent_id, "agent_name": name, "branch_id": "agtbrch_main"},
        }
        return self.agents[agent_id]

    def _signed(self, answer: Any) -> Any:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("xi-api-key") != self.key:
                return Reply({"detail": {"status": "invalid_api_key", "message": "Invalid API key"}}, 401)
            return answer(asked)  # type: ignore[no-any-return]

        return checked

    def _list_calls(self, asked: Request) -> Reply:
        after = int(asked.query.get("call_start_after_unix", "-1"))
        agent = asked.query.get("agent_id")
        found = [
            each
            for each in self.calls.values()
            if _start(each) > after and (agent is None or each["agent_id"] == agent)
        ]
        found.sort(key=_start, reverse=asked.query.get("sort_direction", "desc") == "desc")
        return _page("conversations", [_summary(each) for each in found], asked)

    def _list_agents(self, asked: Request) -> Reply:
        found = [
            {
                "agent_id": each["agent_id"],
                "name": each["name"],
                "tags": each["tags"],
                "created_at_unix_secs": each["metadata"]["created_at_unix_secs"],
                "access_info": each["access_info"],
                "archived": False,
            }
            for each in self.agents.values()
        ]
        return _page("agents", found, asked)

    def _list_tools(self, asked: Request) -> Reply:
        return _page("tools", list(self.tools.values()), asked)

    def _agent(self, asked: Request) -> Reply:
        agent = self.agents.get(asked.parts[0])
        if agent is None:
            return _missing()
        leading = [each for each in self.numbers.values() if _leads_to(each) == agent["agent_id"]]
        return Reply({**agent, "phone_numbers": leading})

    def _patch_agent(self, asked: Request) -> Reply:
        agent = self.agents[asked.parts[0]]
        sent = asked.json
        prompt = sent.get("conversation_config", {}).get("agent", {}).get("prompt", {})
        if "tools" in prompt:
            return Reply({"detail": [{"loc": ["body"], "msg": "use tool_ids", "type": "value_error"}]}, 422)
        description = sent.pop("version_description", None)
        _merge(agent, sent)
        agent["version_id"] = f"{agent['version_id']}+{description}"
        agent["metadata"]["updated_at_unix_secs"] += 60
        return self._agent(asked)

    def _patch_number(self, asked: Request) -> Reply:
        number = self.numbers.get(asked.parts[0])
        if number is None:
            return _missing()
        sent = asked.json
        if sent["agent_id"] is None:
            number["assigned_agent"] = None
        else:
            name = self.agents[sent["agent_id"]]["name"]
            number["assigned_agent"] = {"agent_name": name, **sent}
        return Reply(number)


def metadata(start: int, **more: Any) -> dict[str, Any]:
    """Of a phone call of a minute, charged in dollars."""
    return {
        "start_time_unix_secs": start,
        "call_duration_secs": 61,
        "cost": 296,
        "cost_fiat": 0.1234,
        "termination_reason": "end_call tool was called.",
        "phone_call": {
            "direction": "inbound",
            "phone_number_id": "phnum_agent_ana",
            "agent_number": "+441134960100",
            "external_number": "+447700900123",
            "type": "twilio",
            "stream_sid": "MZ1",
            "call_sid": "CA1",
        },
        **more,
    }


def said(role: str, message: str | None, at: int, **more: Any) -> dict[str, Any]:
    return {"role": role, "message": message, "time_in_call_secs": at, **more}


def _start(call: dict[str, Any]) -> int:
    found: int = call["metadata"]["start_time_unix_secs"]
    return found


def _summary(call: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: call[name] for name in _LISTED if name in call},
        "start_time_unix_secs": _start(call),
        "call_duration_secs": call["metadata"].get("call_duration_secs", 0),
        "message_count": len(call.get("transcript", ())),
        "call_successful": (call.get("analysis") or {}).get("call_successful", "unknown"),
    }


def _page(called: str, found: list[dict[str, Any]], asked: Request) -> Reply:
    size = min(int(asked.query.get("page_size", "30")), 100)
    first = int(asked.query.get("cursor", "0"))
    more = first + size < len(found)
    cursor = str(first + size) if more else None
    return Reply({called: found[first : first + size], "has_more": more, "next_cursor": cursor})


def _one(kept: dict[str, dict[str, Any]], asked: Request) -> Reply:
    found = kept.get(asked.parts[0])
    return Reply(found) if found is not None else _missing()


def _missing() -> Reply:
    return Reply({"detail": [{"loc": ["path"], "msg": "not found", "type": "value_error"}]}, 422)


def _leads_to(number: dict[str, Any]) -> str | None:
    found: str | None = (number["assigned_agent"] or {}).get("agent_id")
    return found


def _merge(kept: dict[str, Any], sent: dict[str, Any]) -> None:
    for name, value in sent.items():
        if isinstance(value, dict) and isinstance(kept.get(name), dict):
            _merge(kept[name], value)
        else:
            kept[name] = value


def _access() -> dict[str, Any]:
    return {"is_creator": True, "creator_name": "Sam", "creator_email": "sam@example.com", "role": "admin"}
