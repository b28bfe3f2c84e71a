"""Acuity before its judge."""

from __future__ import annotations

from datetime import timedelta

from tests.connectors.acuity.fake import USER, FakeAcuity
from tests.judges.cases import NOW

DOCUMENT = "acuity*"
KEY = "0123456789abcdef"
ACCOUNT = USER
AGENT = ""


def filled() -> FakeAcuity:
    service = FakeAcuity(KEY)
    for number in range(60):
        service.book(number, NOW + timedelta(days=2 * number - 55))
        if number % 5 == 0:
            service.cancel(number, no_show=number % 10 == 0)
    return service
