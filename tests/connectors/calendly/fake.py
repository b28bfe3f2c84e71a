"""Calendly as its API export of April 2024 describes it, on the loopback."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.connectors.kit.fake_service import FakeService, Handler, Reply, Request

ROOT = "https://api.calendly.com"
USER = f"{ROOT}/users/AAAAAAAAAAAAAAAA"


class FakeCalendly(FakeService):
    """Meetings and who comes to them, for a test to make and change."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.events: dict[str, dict[str, Any]] = {}
        self.invitees: dict[str, list[dict[str, Any]]] = {}
        self.route(
            "GET", "/users/me", self._signed(lambda _: Reply({"resource": {"uri": USER, "name": "Sam Hartley"}}))
        )
        self.route("GET", "/scheduled_events", self._signed(self._list))
        self.route("GET", "/scheduled_events/{}", self._signed(self._one))
        self.route("GET", "/scheduled_events/{}/invitees", self._signed(self._who_comes))

    def meet(self, uuid: str, starts_at: datetime, ends_at: datetime, changed: datetime, **what: Any) -> None:
        """`invitee`: what is different of the one who comes."""
        invitee = {
            "uri": f"{ROOT}/scheduled_events/{uuid}/invitees/I{uuid}",
            "event": f"{ROOT}/scheduled_events/{uuid}",
            "name": "Jo Marsh",
            "email": "jo@example.com",
            "status": "active",
            "text_reminder_number": None,
            "questions_and_answers": [{"question": "Your phone number", "answer": "07700 900123", "position": 0}],
            "rescheduled": False,
            "new_invitee": None,
            "old_invitee": None,
            "no_show": None,
            **what.pop("invitee", {}),
        }
        self.invitees[uuid] = [invitee]
        self.events[uuid] = {
            "uri": f"{ROOT}/scheduled_events/{uuid}",
            "name": "Boiler service",
            "status": "active",
            "start_time": _written(starts_at),
            "end_time": _written(ends_at),
            "event_type": f"{ROOT}/event_types/BBBBBBBBBBBBBBBB",
            "location": {"type": "physical", "location": "Hartley Plumbing"},
            "invitees_counter": {"total": 1, "active": 1, "limit": 1},
            "created_at": _written(changed),
            "updated_at": _written(changed),
            "event_memberships": [{"user": USER}],
            "event_guests": [],
            **what,
        }

    def _signed(self, answer: Handler) -> Handler:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != f"Bearer {self.key}":
                return Reply({"title": "Unauthenticated", "message": "The access token is invalid"}, 401)
            return answer(asked)

        return checked

    def _one(self, asked: Request) -> Reply:
        found = self.events.get(asked.parts[0])
        return Reply({"resource": found}) if found else Reply({"title": "Resource Not Found"}, 404)

    def _who_comes(self, asked: Request) -> Reply:
        return _page(self.invitees.get(asked.parts[0], []), asked)

    def _list(self, asked: Request) -> Reply:
        if asked.query.get("user") != USER:
            return Reply({"title": "Permission Denied"}, 403)
        first, last = asked.query["min_start_time"], asked.query["max_start_time"]
        found = [each for each in self.events.values() if first <= str(each["start_time"]) < last]
        return _page(sorted(found, key=lambda each: str(each["start_time"])), asked)


def _page(found: list[dict[str, Any]], asked: Request) -> Reply:
    count, start = int(asked.query.get("count", "20")), int(asked.query.get("page_token", "t0")[1:])
    page = found[start : start + count]
    following = f"t{start + count}" if start + count < len(found) else None
    pagination = {"count": len(page), "next_page": None, "next_page_token": following, "previous_page_token": None}
    return Reply({"collection": page, "pagination": pagination})


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
