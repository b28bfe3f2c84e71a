"""Retell with nothing new, as the test of idle pulls takes it."""

from __future__ import annotations

from datetime import datetime

from tests.connectors.kit.of_services import AGES, KEY, Idle, unfinished
from tests.connectors.retell.fake import FakeRetell


def _made(now: datetime) -> FakeRetell:
    fake = FakeRetell(KEY)
    fake.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for number, age in enumerate(AGES):
        fake.add_call(f"c{number}", int((now - age).timestamp() * 1000), **unfinished(number, call_analysis=None))
    return fake


IDLE = Idle("retell", _made, "/v2/get-call/")
