"""Bland as a third party's description of June 2026 has it, with the bare key of its own pages, on the loopback."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.connectors.kit.fake_service import FakeService, Reply, Request

NUMBER = "+14155550100"
CALLER = "+14155550123"
_SHORT = (
    "call_id", "created_at", "call_length", "to", "from", "completed", "queue_status", "error_message", "answered_by",
    "batch_id",
)  # fmt: skip


class FakeBland(FakeService):
    """Calls and numbers that a test fills and changes, oldest call first where that is asked for."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.calls: dict[str, dict[str, Any]] = {}
        self.numbers: dict[str, dict[str, Any]] = {}
        self.most = 1000
        self.bare = False
        self.route("GET", "/v1/calls", self._signed(self._list_calls))
        self.route("GET", "/v1/calls/{}", self._signed(self._one_call))
        self.route(
            "GET", "/v1/inbound", self._signed(lambda _: Reply({"inbound_numbers": list(self.numbers.values())}))
        )

    def add_call(self, name: str, started: datetime, **what: Any) -> dict[str, Any]:
        """A call that came in and is over, unless told otherwise."""
        self.calls[name] = {
            "call_id": name,
            "call_length": 0.75,
            "batch_id": None,
            "to": NUMBER,
            "from": CALLER,
            "completed": True,
            "inbound": True,
            "created_at": written(started - timedelta(seconds=2)),
            "started_at": written(started),
            "end_at": written(started + timedelta(seconds=45)),
            "queue_status": "complete",
            "error_message": None,
            "answered_by": "human",
            "recording_url": "https://files.example.com/one",
            "summary": "They said hello.",
            "price": 0.0675,
            "call_ended_by": "USER",
            "pathway_id": None,
            "pathway_version": None,
            "concatenated_transcript": "user: Hi\nassistant: Hello",
            "transcripts": [said(1, started, 0.5, "assistant", "Hello"), said(2, started, 2.25, "user", "Hi")],
            "status": "completed",
            "corrected_duration": "44",
            "transferred_to": None,
            "transferred_at": None,
            **what,
        }
        return self.calls[name]

    def add_number(self) -> dict[str, Any]:
        """A number that answers, and asks another service for what it says."""
        self.numbers[NUMBER] = {
            "created_at": "2026-05-01T09:00:00.000Z",
            "phone_number": NUMBER,
            "prompt": "You are Ana. Be kind.",
            "first_sentence": "Good afternoon.",
            "voice_id": 3,
            "webhook": "https://desk:hunter2@example.com/hook",
            "dynamic_data": [{"url": "https://example.com", "headers": {"Authorization": "Bearer hunter2hunter2"}}],
            "max_duration": 30,
            "record": True,
        }
        return self.numbers[NUMBER]

    def _signed(self, answer: Any) -> Any:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != self.key:
                return Reply({"status": "error", "message": "Invalid API key"}, 401)
            return answer(asked)  # type: ignore[no-any-return]

        return checked

    def _list_calls(self, asked: Request) -> Reply:
        query = asked.query
        found = [
            each
            for each in self.calls.values()
            if each["created_at"] >= query.get("start_date", "") and query.get("to_number", each["to"]) == each["to"]
        ]
        found.sort(key=lambda each: each["created_at"], reverse=query.get("ascending") != "true")
        start = int(query.get("from", "0"))
        end = min(int(query.get("to", "1000")), start + min(int(query.get("limit", "1000")), self.most))
        rows = [{name: each[name] for name in _SHORT} for each in found[start:end]]
        return Reply(rows if self.bare else {"total_count": len(found), "count": len(rows), "calls": rows})

    def _one_call(self, asked: Request) -> Reply:
        found = self.calls.get(asked.parts[0])
        return Reply(found) if found else Reply({"status": "error", "message": "Call not found"}, 404)


def said(number: int, started: datetime, at: float, who: str, text: str) -> dict[str, Any]:
    """An entry as it stands in a transcript."""
    return {"id": number, "created_at": written(started + timedelta(seconds=at)), "text": text, "user": who}


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
