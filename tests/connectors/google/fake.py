"""Google Calendar as the discovery document of its API describes it, on the loopback."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.connectors.kit.fake_service import FakeService, Handler, Reply, Request

_NOT_WITH_A_TOKEN = {"iCalUID", "orderBy", "q", "timeMin", "timeMax", "updatedMin"}


class FakeGoogle(FakeService):
    """One calendar. Every change gets a number, which is the token."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.events: dict[str, dict[str, Any]] = {}
        self.changed: dict[str, int] = {}
        self.oldest_token = 0
        self.page = 200
        self.route("GET", "/calendars/{}", self._signed(lambda _: Reply({"id": "jo@example.com", "summary": "Diary"})))
        self.route("GET", "/calendars/{}/events", self._signed(self._list))
        self.route("GET", "/calendars/{}/events/{}", self._signed(self._one))

    def put(self, name: str, starts_at: datetime, **what: Any) -> None:
        self.events[name] = {
            "kind": "calendar#event",
            "id": name,
            "iCalUID": f"{name}@google.com",
            "status": "confirmed",
            "summary": "Boiler service",
            "created": "2026-11-01T08:00:00.000Z",
            "updated": "2026-11-01T08:00:00.000Z",
            "start": {"dateTime": starts_at.isoformat(), "timeZone": "Europe/London"},
            "end": {"dateTime": (starts_at + timedelta(hours=1)).isoformat(), "timeZone": "Europe/London"},
            "eventType": "default",
            **what,
        }
        self._mark(name)

    def delete(self, name: str) -> None:
        """What is left of an event that was deleted: its name."""
        self.events[name] = {"kind": "calendar#event", "id": name, "status": "cancelled"}
        self._mark(name)

    def _mark(self, name: str) -> None:
        self.changed[name] = max(self.changed.values(), default=0) + 1

    def _signed(self, answer: Handler) -> Handler:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != f"Bearer {self.key}":
                return Reply({"error": {"code": 401, "message": "Invalid Credentials"}}, 401)
            return answer(asked)

        return checked

    def _one(self, asked: Request) -> Reply:
        found = self.events.get(asked.parts[1])
        return Reply(found) if found else Reply({"error": {"code": 404, "message": "Not Found"}}, 404)

    def _list(self, asked: Request) -> Reply:
        if "syncToken" in asked.query:
            since = int(asked.query["syncToken"])
            if _NOT_WITH_A_TOKEN.intersection(asked.query):
                return Reply({"error": {"code": 400, "message": "Cannot combine"}}, 400)
            if since < self.oldest_token:
                return Reply({"error": {"code": 410, "message": "Sync token is no longer valid"}}, 410)
            found = [each for name, each in self.events.items() if self.changed[name] > since]
        else:
            first, last = (datetime.fromisoformat(asked.query[each]) for each in ("timeMin", "timeMax"))
            found = [each for each in self.events.values() if _is_between(each, first, last)]
        start = int(asked.query.get("pageToken", "0"))
        size = min(self.page, int(asked.query["maxResults"]))
        more = start + size < len(found)
        token = str(max(self.changed.values(), default=0))
        led = {"nextPageToken": str(start + size)} if more else {"nextSyncToken": token}
        return Reply({"kind": "calendar#events", "items": found[start : start + size], **led})


def _is_between(event: dict[str, Any], first: datetime, last: datetime) -> bool:
    if "start" not in event:
        return False
    said = event["start"]
    starts_at = datetime.fromisoformat(said.get("dateTime") or f"{said['date']}T12:00:00+00:00")
    return first < starts_at + timedelta(hours=1) and starts_at < last
