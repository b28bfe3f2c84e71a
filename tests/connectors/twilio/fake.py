"""Twilio as its API document of April 2026 describes it, on the loopback."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import md5
from typing import Any
from urllib.parse import urlencode

from tests.connectors.kit.fake_service import FakeService, Reply, Request

ACCOUNT = "AC" + "a" * 32
NUMBER_SID = "PN" + "b" * 32
NUMBER = "+441134960100"


def sid(name: str) -> str:
    """A name of the form that the service gives its calls."""
    return "CA" + md5(name.encode(), usedforsecurity=False).hexdigest()


class FakeTwilio(FakeService):
    """Calls and numbers that a test fills and changes, newest first, in pages that name the next one."""

    def __init__(self, key: str = "a key") -> None:
        super().__init__()
        self.key = key
        self.calls: dict[str, dict[str, Any]] = {}
        self.numbers: dict[str, dict[str, Any]] = {}
        self.most = 1000
        self.host = ""
        """Stands before the addresses of pages. The document wants one there; its own examples have none."""
        home = "/2010-04-01/Accounts/{}"
        self.route("GET", f"{home}.json", self._signed(lambda _: Reply(self._account())))
        self.route("GET", f"{home}/Calls.json", self._signed(self._list_calls))
        self.route("GET", f"{home}/Calls/{{}}.json", self._signed(self._one_call))
        self.route("GET", f"{home}/IncomingPhoneNumbers.json", self._signed(self._list_numbers))

    def add_call(self, name: str, started: datetime, **what: Any) -> dict[str, Any]:
        """A call that came in, is over and is charged, unless told otherwise."""
        ended = started + timedelta(seconds=61)
        call = {
            "sid": sid(name),
            "account_sid": ACCOUNT,
            "api_version": "2010-04-01",
            "parent_call_sid": None,
            "phone_number_sid": NUMBER_SID,
            "direction": "inbound",
            "status": "completed",
            "from": "+447700900123",
            "to": NUMBER,
            "date_created": written(started - timedelta(seconds=1)),
            "date_updated": written(ended),
            "start_time": written(started),
            "end_time": written(ended),
            "duration": "61",
            "price": "-0.00750",
            "price_unit": "USD",
            "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Calls/{sid(name)}.json",
            "subresource_uris": {"recordings": f"/2010-04-01/Accounts/{ACCOUNT}/Calls/{sid(name)}/Recordings.json"},
            **what,
        }
        self.calls[sid(name)] = call
        return call

    def add_number(self, name: str = "Front desk line") -> dict[str, Any]:
        """A number that leads to an address with a password in it."""
        self.numbers[NUMBER_SID] = {
            "sid": NUMBER_SID,
            "account_sid": ACCOUNT,
            "friendly_name": name,
            "phone_number": NUMBER,
            "date_created": "Thu, 30 Jul 2015 23:19:04 +0000",
            "date_updated": "Thu, 30 Jul 2015 23:19:04 +0000",
            "voice_url": "https://desk:hunter2@example.com/voice",
            "voice_method": "POST",
            "voice_application_sid": None,
            "trunk_sid": None,
            "status": "in-use",
            "uri": f"/2010-04-01/Accounts/{ACCOUNT}/IncomingPhoneNumbers/{NUMBER_SID}.json",
        }
        return self.numbers[NUMBER_SID]

    def _account(self) -> dict[str, Any]:
        return {"sid": ACCOUNT, "friendly_name": "Green Lane Dental", "auth_token": self.key, "status": "active"}

    def _signed(self, answer: Any) -> Any:
        def checked(asked: Request) -> Reply:
            both = b64encode(f"{ACCOUNT}:{self.key}".encode()).decode()
            if asked.headers.get("authorization") != f"Basic {both}":
                return Reply({"code": 20003, "message": "Authenticate", "status": 401}, 401)
            if asked.parts[0] != ACCOUNT:
                return Reply({"code": 20404, "message": "Not found", "status": 404}, 404)
            return answer(asked)  # type: ignore[no-any-return]

        return checked

    def _list_calls(self, asked: Request) -> Reply:
        first = asked.query.get("StartTime>", "")
        found = [
            each
            for each in self.calls.values()
            if _day(each) >= first and asked.query.get("To", each["to"]) == each["to"]
        ]
        return self._page(asked, "calls", sorted(found, key=_began, reverse=True))

    def _one_call(self, asked: Request) -> Reply:
        found = self.calls.get(asked.parts[1])
        return Reply(found) if found else Reply({"code": 20404, "message": "Not found", "status": 404}, 404)

    def _list_numbers(self, asked: Request) -> Reply:
        return self._page(asked, "incoming_phone_numbers", list(self.numbers.values()))

    def _page(self, asked: Request, key: str, rows: list[dict[str, Any]]) -> Reply:
        size, page = min(int(asked.query.get("PageSize", "50")), self.most), int(asked.query.get("Page", "0"))
        start, end = page * size, (page + 1) * size
        place = f"{self.host}{asked.path}"
        further = {**asked.query, "PageSize": size, "Page": page + 1, "PageToken": f"PA{page + 1}"}
        return Reply(
            {
                key: rows[start:end],
                "start": start,
                "end": min(end, len(rows)) - 1,
                "page": page,
                "page_size": size,
                "first_page_uri": f"{place}?PageSize={size}&Page=0",
                "previous_page_uri": None,
                "next_page_uri": f"{place}?{urlencode(further)}" if len(rows) > end else None,
                "uri": place,
            }
        )


def written(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC))


def _began(call: dict[str, Any]) -> datetime:
    return parsedate_to_datetime(call["start_time"] or call["date_created"])


def _day(call: dict[str, Any]) -> str:
    return _began(call).date().isoformat()
