"""Acuity as a third party's description of its API has it (August 2026), on the loopback."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.connectors.kit.fake_service import FakeService, Reply, Request

USER = "27238"
_ZONE = ZoneInfo("Europe/London")


class FakeAcuity(FakeService):
    """Appointments of one account, for a test to make and change."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.most = 1_000_000
        """A largest number of its own, whatever it is asked for."""
        self.appointments: dict[int, dict[str, Any]] = {}
        self.cancelled: set[int] = set()
        self.route("GET", "/appointments", self._list)

    def book(self, number: int, starts_at: datetime, **what: Any) -> None:
        local = starts_at.astimezone(_ZONE)
        self.appointments[number] = {
            "id": number,
            "firstName": "Jo",
            "lastName": "Marsh",
            "phone": "07700 900123",
            "email": "jo@example.com",
            "date": f"{local:%B} {local.day}, {local.year}",
            "time": "10:15am",
            "endTime": "11:15am",
            "dateCreated": "November 1, 2026",
            "datetime": f"{local:%Y-%m-%dT%H:%M:%S%z}",
            "price": "10.00",
            "paid": "no",
            "amountPaid": "0.00",
            "type": "Regular Visit",
            "appointmentTypeID": 1,
            "classID": None,
            "category": "",
            "duration": "60",
            "calendar": "Sam Hartley",
            "calendarID": 27238,
            "certificate": None,
            "confirmationPage": "https://acuityscheduling.com/schedule.php?owner=1&id[]=1220aa9f&action=appt",
            "location": "",
            "notes": "",
            "timezone": "Europe/London",
            "forms": [],
            "labels": [],
            **what,
        }

    def cancel(self, number: int, *, no_show: bool = False) -> None:
        self.cancelled.add(number)
        self.appointments[number]["noShow"] = no_show

    def _list(self, asked: Request) -> Reply:
        right = b64encode(f"{USER}:{self.key}".encode()).decode()
        if asked.headers.get("authorization") != f"Basic {right}":
            return Reply({"status_code": 401, "message": "Unauthorized", "error": "unauthorized"}, 401)
        first = date.fromisoformat(asked.query.get("minDate", "1990-01-01"))
        last = date.fromisoformat(asked.query.get("maxDate", "2190-01-01"))
        off = asked.query.get("canceled") == "true"
        found = [
            each
            for number, each in self.appointments.items()
            if (number in self.cancelled) == off and first <= _day(each) <= last
        ]
        found.sort(key=lambda each: str(each["datetime"]), reverse=asked.query.get("direction") != "ASC")
        return Reply(found[: min(int(asked.query.get("max", "100")), self.most)])


def _day(appointment: dict[str, Any]) -> date:
    return datetime.fromisoformat(appointment["datetime"]).astimezone(_ZONE).date()
