"""Cal.com as its API document describes version 2024-08-13 of its bookings, on the loopback."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.connectors.kit.fake_service import FakeService, Handler, Reply, Request


class FakeCalcom(FakeService):
    """Bookings that a test makes, moves and cancels."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.bookings: dict[str, dict[str, Any]] = {}
        me = {
            "id": 7,
            "username": "sam",
            "email": "sam@example.com",
            "name": "Sam Hartley",
            "timeZone": "Europe/London",
        }
        self.route("GET", "/v2/me", self.signed(lambda _: Reply({"status": "success", "data": me})))
        self.route("GET", "/v2/bookings", self.signed(self._list))
        self.route("GET", "/v2/bookings/{}", self.signed(self._one))

    def book(self, uid: str, starts_at: datetime, ends_at: datetime, updated: datetime, **what: Any) -> dict[str, Any]:
        self.bookings[uid] = {
            "id": len(self.bookings) + 1,
            "uid": uid,
            "title": "Boiler service between Sam Hartley and Jo Marsh",
            "description": "",
            "hosts": [{"id": 7, "name": "Sam Hartley", "email": "sam@example.com", "username": "sam"}],
            "status": "accepted",
            "start": _written(starts_at),
            "end": _written(ends_at),
            "duration": (ends_at - starts_at).seconds // 60,
            "eventTypeId": 50,
            "eventType": {"id": 50, "slug": "boiler-service"},
            "location": "",
            "absentHost": False,
            "createdAt": _written(updated),
            "updatedAt": _written(updated),
            "attendees": [
                {
                    "name": "Jo Marsh",
                    "email": "jo@example.com",
                    "timeZone": "Europe/London",
                    "absent": False,
                    "phoneNumber": "+447700900123",
                }
            ],
            "bookingFieldsResponses": {},
            **what,
        }
        return self.bookings[uid]

    def signed(self, answer: Handler) -> Handler:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != f"Bearer {self.key}":
                return Reply({"status": "error", "error": {"code": "UnauthorizedException"}}, 401)
            if asked.headers.get("cal-api-version") != "2024-08-13":
                return Reply({"status": "error", "error": {"code": "BadRequestException"}}, 422)
            return answer(asked)

        return checked

    def _one(self, asked: Request) -> Reply:
        found = self.bookings.get(asked.parts[0])
        return Reply({"status": "success", "data": found}) if found else Reply({"status": "error"}, 404)

    def first_page(self, asked: Request) -> Reply:
        """What a service answers that has forgotten how to turn pages."""
        return self._list(replace(asked, query={**asked.query, "skip": "0"}))

    def _list(self, asked: Request) -> Reply:
        found = [each for each in self.bookings.values() if _fits(each, asked)]
        found.sort(key=lambda each: str(each.get("updatedAt")), reverse=asked.query.get("sortUpdatedAt") == "desc")
        take, skip = min(int(asked.query.get("take", "100")), 250), int(asked.query.get("skip", "0"))
        page = found[skip : skip + take]
        left = len(found) - skip - len(page)
        pagination = {
            "totalItems": len(found),
            "remainingItems": left,
            "returnedItems": len(page),
            "itemsPerPage": take,
            "currentPage": skip // take + 1,
            "totalPages": -(-len(found) // take),
            "hasNextPage": left > 0,
            "hasPreviousPage": skip > 0,
        }
        return Reply({"status": "success", "data": page, "pagination": pagination})


def _fits(booking: dict[str, Any], asked: Request) -> bool:
    updated, after = booking.get("updatedAt"), asked.query.get("afterUpdatedAt")
    return after is None or updated is None or updated > after


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
