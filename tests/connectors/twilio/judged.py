"""Twilio before its judges."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.connectors.twilio import fake
from tests.connectors.twilio.fake import FakeTwilio
from tests.judges.cases import NOW

DOCUMENT = "twilio-api*"
KEY = "0123456789abcdef0123456789abcdef"
ACCOUNT = fake.ACCOUNT
AGENT = ""

_OF_EVERY_KIND: tuple[dict[str, Any], ...] = (
    {},
    {"price": None},
    {"price": "-0.1234567", "price_unit": "GBP"},
    {"status": "no-answer", "duration": "0", "price": None},
    {"status": "in-progress", "end_time": None, "duration": None, "price": None},
    {"direction": "outbound-dial", "parent_call_sid": fake.sid("call 0")},
)


def filled() -> FakeTwilio:
    service = FakeTwilio(KEY)
    service.add_number()
    for number in range(60):
        what = _OF_EVERY_KIND[number % len(_OF_EVERY_KIND)]
        service.add_call(f"call {number}", NOW - timedelta(hours=7 * number + 1), **what)
    service.most = 25
    service.host = "https://api.twilio.com"
    return service
