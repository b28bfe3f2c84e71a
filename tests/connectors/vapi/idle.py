"""Vapi with nothing new, as the test of idle pulls takes it."""

from __future__ import annotations

from datetime import datetime

from tests.connectors.kit.of_services import AGES, KEY, Idle, unfinished
from tests.connectors.vapi.fake import FakeVapi


def _made(now: datetime) -> FakeVapi:
    fake = FakeVapi(KEY)
    fake.add_agent("Ana", "Be kind.", "+441134960100")
    for number, age in enumerate(AGES):
        fake.add_call(f"c{number}", now - age, **unfinished(number, status="in-progress"))
    return fake


IDLE = Idle("vapi", _made)
