"""Calls as lines of a file, for tests."""

from __future__ import annotations

import json
from typing import Any

import pytest

from agentdesk.services.connections import importing
from agentdesk.store import calls as stored_calls
from agentdesk.store.records import Put
from agentdesk.store.trouble import StoreFull


def line(name: str, at: str, *said: str, **what: object) -> str:
    """A call that Daisy took; `said` alternates between her and the caller, starting with her."""
    turns = [
        {"role": "caller" if place % 2 else "agent", "text": text, "at_seconds": 4 * place}
        for place, text in enumerate(said)
    ]
    call = {"external_id": name, "agent": "Daisy", "started_at": at, "seconds": 90, "from": "+447700900123"}
    return json.dumps({**call, "turns": turns, **what})


BOOKED = (
    "Hartley Plumbing, Daisy speaking. I'm an AI assistant.",
    "Hi, can I book a boiler service for Tuesday the 24th of November at 10 am?",
    "Of course. What name is it?",
    "Ana Marsh.",
    "Thank you, Ana. You're booked in for Tuesday the 24th of November at 10 am.",
    "Lovely, thanks.",
)
ANGRY = (
    "Hartley Plumbing, Daisy speaking.",
    "I've waited in two mornings and nobody came. I want to speak to the manager.",
    "I'm sorry to hear that. Is there anything else I can help with?",
    "No.",
)
QUESTION = (
    "Hartley Plumbing, Daisy speaking.",
    "What time do you open on Monday?",
    "We open at nine in the morning on Mondays.",
    "Thanks, bye.",
)


def without_room_after(slices: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slices of two calls, of which so many find room."""
    put = stored_calls.put
    monkeypatch.setattr(importing, "SLICE", 2)

    def until_full(*what: Any) -> Put:
        nonlocal slices
        slices -= 1
        if slices < 0:
            raise StoreFull
        return put(*what)

    monkeypatch.setattr(stored_calls, "put", until_full)
