"""Cal.com with nothing new, as the test of idle pulls takes it."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.connectors.calcom.fake import FakeCalcom
from tests.connectors.kit.of_services import AGES, KEY, Idle, unfinished


def _made(now: datetime) -> FakeCalcom:
    fake = FakeCalcom(KEY)
    for number, age in enumerate(AGES):
        start, end = now + age, now + age + timedelta(hours=1)
        fake.book(f"b{number}", start, end, now - age, **unfinished(number, status="pending"))
    return fake


IDLE = Idle("calcom", _made)
