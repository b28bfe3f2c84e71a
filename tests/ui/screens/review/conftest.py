"""A week to review."""

from __future__ import annotations

import pytest

from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.ui.conftest import Room


@pytest.fixture
def week(hartley_room: Room) -> Room:
    """Six ordinary calls, an angry one and a booking with nothing in the diary."""
    office = hartley_room.office
    office.take_diary(
        "e0,2026-11-27T10:00,2026-11-27T11:00,booked,Boiler service,Li Wei,+447700900999,,2026-11-16T09:00"
    )
    calls = [line(f"q{each}", f"2026-11-17T10:{each:02d}", *QUESTION, seconds=60 + each) for each in range(6)]
    office.take_calls(
        *calls, line("angry", "2026-11-17T14:06", *ANGRY), line("booked", "2026-11-17T15:00", *BOOKED, cost="0.50")
    )
    return hartley_room
