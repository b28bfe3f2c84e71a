"""Synthflow as its transcribed API document of August 2026 describes it, on the loopback."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.connectors.kit.fake_service import FakeService, Reply, Request

ANA = "1748000000000x111111111111111111"
NUMBER = "+441134960100"
CALLER = "+447700900123"


class FakeSynthflow(FakeService):
    """Calls and assistants that a test fills and changes, newest call first."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.calls: dict[str, dict[str, Any]] = {}
        self.agents: dict[str, dict[str, Any]] = {}
        self.most = 1000
        self.tells_total = True
        self.route("GET", "/calls", self._signed(self._list_calls))
        self.route("GET", "/calls/{}", self._signed(self._one_call))
        self.route("GET", "/assistants/", self._signed(self._list_agents))
        self.route("GET", "/assistants/{}", self._signed(self._one_agent))

    def add_call(self, name: str, started: datetime, **what: Any) -> dict[str, Any]:
        """A call that came in and is over, unless told otherwise."""
        self.calls[name] = {
            "call_id": name,
            "model_id": ANA,
            "type_of_call": "inbound",
            "call_status": "completed",
            "end_call_reason": "human_ended_call",
            "start_time": str(int(started.timestamp() * 1000)),
            "telephony_start": started.astimezone(UTC).isoformat(),
            "duration": 61,
            "telephony_duration": 61_500,
            "phone_number_from": CALLER,
            "phone_number_to": NUMBER,
            "lead_phone_number": CALLER,
            "agent_phone_number": NUMBER,
            "transcript": "bot: Good afternoon.\nhuman: Hello\n",
            "recording_url": "https://files.example.com/one",
            "executed_actions": {},
            "judge_results": None,
            "error_message": "",
            **what,
        }
        return self.calls[name]

    def add_agent(self, name: str = "Ana", external_id: str = ANA) -> dict[str, Any]:
        """An assistant that takes calls."""
        self.agents[external_id] = {
            "model_id": external_id,
            "type": "inbound",
            "name": name,
            "description": "",
            "phone_number": NUMBER,
            "external_webhook_url": "https://desk:hunter2@example.com/hook",
            "is_recording": True,
            "agent": {
                "prompt": "You are Ana. Be kind.",
                "greeting_message": "Good afternoon.",
                "llm": "gpt-5.1",
                "language": "en-GB",
                "voice_id": "sarah",
            },
        }
        return self.agents[external_id]

    def _signed(self, answer: Any) -> Any:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != f"Bearer {self.key}":
                return Reply({"detail": _detail("Invalid API key")}, 401)
            return answer(asked)  # type: ignore[no-any-return]

        return checked

    def _list_calls(self, asked: Request) -> Reply:
        if "model_id" not in asked.query:
            return Reply({"detail": _detail("model_id is required")}, 400)
        first = int(asked.query.get("from_date", "0"))
        found = [
            each
            for each in self.calls.values()
            if each["model_id"] == asked.query["model_id"] and _began(each) >= timedelta(milliseconds=first)
        ]
        # the list has only the day where a single call has the moment
        short = [{**each, "telephony_start": each["telephony_start"][:10]} for each in found]
        return self._page(asked, "calls", sorted(short, key=_began, reverse=True))

    def _one_call(self, asked: Request) -> Reply:
        found = self.calls.get(asked.parts[0])
        if found is None:
            return Reply({"detail": _detail("Not found")}, 404)
        whole = {**found, "status": found["call_status"]}
        del whole["call_status"]
        return Reply({"status": "ok", "response": {"calls": [whole]}})

    def _list_agents(self, asked: Request) -> Reply:
        return self._page(asked, "assistants", list(self.agents.values()))

    def _one_agent(self, asked: Request) -> Reply:
        found = self.agents.get(asked.parts[0])
        if found is None:
            return Reply({"detail": _detail("Not found")}, 404)
        return Reply({"status": "ok", "response": {"assistants": [found]}})

    def _page(self, asked: Request, key: str, rows: list[dict[str, Any]]) -> Reply:
        start, limit = int(asked.query.get("offset", "0")), min(int(asked.query.get("limit", "20")), self.most)
        pagination = {"total_records": len(rows), "limit": limit, "offset": start}
        response = {key: rows[start : start + limit], **({"pagination": pagination} if self.tells_total else {})}
        return Reply({"status": "ok", "response": response})


def _detail(what: str) -> dict[str, str]:
    return {"status": "error", "description": what, "request_id": "r1", "category": "client"}


def _began(call: dict[str, Any]) -> timedelta:
    # one without a time is listed whatever is asked for
    return timedelta(milliseconds=int(call["start_time"] or 9e12))
