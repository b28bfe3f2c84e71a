"""Square before its judge."""

from __future__ import annotations

from datetime import timedelta

from tests.connectors.square.fake import FakeSquare
from tests.judges.cases import NOW

DOCUMENT = "square*"
KEY = "EAAA0123456789"
ACCOUNT = ""
AGENT = ""


def filled() -> FakeSquare:
    service = FakeSquare(KEY)
    states = ("ACCEPTED", "PENDING", "CANCELLED_BY_CUSTOMER", "CANCELLED_BY_SELLER", "DECLINED", "NO_SHOW")
    for number in range(60):
        start = NOW + timedelta(days=2 * number - 55)
        service.book(f"booking{number:02}", start, status=states[number % len(states)])
    return service
