"""Square as its API document of 20 August 2025 describes it, on the loopback."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.connectors.kit.fake_service import FakeService, Handler, Reply, Request

MONTH = timedelta(days=31)


class FakeSquare(FakeService):
    """Bookings of one business, with their customers, for a test to make and change."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.page = 100
        self.bookings: dict[str, dict[str, Any]] = {}
        self.customers: dict[str, dict[str, Any]] = {
            "JO": {
                "id": "JO",
                "given_name": "Jo",
                "family_name": "Marsh",
                "email_address": "jo@example.com",
                "phone_number": "+447700900123",
                "created_at": "2026-01-05T09:00:00Z",
                "updated_at": "2026-01-05T09:00:00Z",
                "version": 1,
            }
        }
        self.route("GET", "/v2/locations", self._signed(lambda _: Reply({"locations": [_PLACE]})))
        self.route("GET", "/v2/bookings", self._signed(self._list))
        self.route("GET", "/v2/bookings/{}", self._signed(self._one))
        self.route("POST", "/v2/customers/bulk-retrieve", self._signed(self._customers))
        self.route("GET", "/v2/catalog/object/{}", self._signed(self._service))
        self.route("GET", "/v2/team-members/{}", self._signed(self._member))

    def book(self, name: str, starts_at: datetime, **what: Any) -> None:
        """Makes a booking or changes one: its version and the moment of its last change go up."""
        version = self.bookings.get(name, {}).get("version", -1) + 1
        self.bookings[name] = {
            "id": name,
            "version": version,
            "status": "ACCEPTED",
            "created_at": "2026-11-01T08:00:00Z",
            "updated_at": f"2026-11-01T08:{version:02}:00Z",
            "start_at": _written(starts_at),
            "location_id": "PLACE",
            "customer_id": "JO",
            "all_day": False,
            "appointment_segments": [
                {
                    "duration_minutes": 60,
                    "service_variation_id": "CUT",
                    "team_member_id": "SAM",
                    "any_team_member": False,
                }
            ],
            **what,
        }

    def _signed(self, answer: Handler) -> Handler:
        def checked(asked: Request) -> Reply:
            if asked.headers.get("authorization") != f"Bearer {self.key}":
                return _wrong("AUTHENTICATION_ERROR", "UNAUTHORIZED", 401)
            if not asked.headers.get("square-version"):
                return _wrong("INVALID_REQUEST_ERROR", "INVALID_SQUARE_VERSION_FORMAT", 400)
            return answer(asked)

        return checked

    def _list(self, asked: Request) -> Reply:
        first = datetime.fromisoformat(asked.query["start_at_min"])
        last = datetime.fromisoformat(asked.query["start_at_max"])
        if last - first > MONTH:
            return _wrong("INVALID_REQUEST_ERROR", "INVALID_TIME_RANGE", 400)
        within = [each for each in self.bookings.values() if first <= datetime.fromisoformat(each["start_at"]) <= last]
        within.sort(key=lambda each: str(each["start_at"]))
        start = int(asked.query.get("cursor", "0"))
        size = min(self.page, int(asked.query["limit"]))
        led = {"cursor": str(start + size)} if start + size < len(within) else {}
        return Reply({"bookings": within[start : start + size], "errors": [], **led})

    def _one(self, asked: Request) -> Reply:
        found = self.bookings.get(asked.parts[0])
        return Reply({"booking": found, "errors": []}) if found else _wrong("INVALID_REQUEST_ERROR", "NOT_FOUND", 404)

    def _customers(self, asked: Request) -> Reply:
        wanted = asked.json["customer_ids"]
        missing = {
            "errors": [{"category": "INVALID_REQUEST_ERROR", "code": "NOT_FOUND", "detail": "No such customer."}]
        }
        found = {each: {"customer": self.customers[each]} if each in self.customers else missing for each in wanted}
        return Reply({"responses": found})

    def _service(self, asked: Request) -> Reply:
        if asked.parts[0] != "CUT":
            return _wrong("INVALID_REQUEST_ERROR", "NOT_FOUND", 404)
        variation = {"item_id": "HAIR", "name": "Regular"}
        item = {"type": "ITEM", "id": "HAIR", "item_data": {"name": "Haircut"}}
        related = [item] if asked.query.get("include_related_objects") == "true" else []
        return Reply(
            {
                "object": {"type": "ITEM_VARIATION", "id": "CUT", "item_variation_data": variation},
                "related_objects": related,
            }
        )

    def _member(self, asked: Request) -> Reply:
        if asked.parts[0] != "SAM":
            return _wrong("INVALID_REQUEST_ERROR", "NOT_FOUND", 404)
        return Reply({"team_member": {"id": "SAM", "given_name": "Sam", "family_name": "Hartley", "status": "ACTIVE"}})


_HAIRCUT = {"duration_minutes": 60, "service_variation_id": "CUT", "team_member_id": "SAM", "any_team_member": False}
_PLACE = {"id": "PLACE", "name": "High Street", "business_name": "Hartley Hair", "merchant_id": "SELLER"}


def _wrong(category: str, code: str, status: int) -> Reply:
    return Reply({"errors": [{"category": category, "code": code, "detail": "It can't be done."}]}, status)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
