"""ElevenLabs with nothing new, as the test of idle pulls takes it."""

from __future__ import annotations

from datetime import datetime

from tests.connectors.elevenlabs.fake import FakeElevenLabs
from tests.connectors.kit.of_services import AGES, KEY, Idle, unfinished


def _made(now: datetime) -> FakeElevenLabs:
    fake = FakeElevenLabs(KEY)
    fake.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for number, age in enumerate(AGES):
        fake.add_call(f"c{number}", int((now - age).timestamp()), **unfinished(number, status="processing"))
    return fake


IDLE = Idle("elevenlabs", _made, "/v1/convai/conversations/")
