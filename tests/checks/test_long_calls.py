"""A call without end, with a promise in every breath, is read turn by turn, not anew for each promise and entry."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from agentdesk.checks.candidates import CallWords
from agentdesk.checks.every import run_all
from agentdesk.checks.evidence import Diary, Evidence
from agentdesk.checks.matching import match_promises
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call, Turn
from agentdesk.language import names

BEGAN = datetime(2026, 11, 16, 10, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
TURNS, ENTRIES = 10, 40


def test_each_turn_is_searched_for_names_once_however_much_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[str] = Counter()
    search = names.names_in

    def counted(text: str) -> object:
        read[text] += 1
        return search(text)

    monkeypatch.setattr(names, "names_in", counted)
    assert run_all(_evidence())
    assert read
    assert max(read.values()) == 1


def test_an_entry_s_time_is_put_on_the_wall_once_for_all_promises() -> None:
    asked: Counter[str] = Counter()

    class Counted(Booking):
        @property
        def as_first_made(self) -> Booking:
            asked[self.external_id] += 1
            return super().as_first_made

    evidence = _evidence()
    names_of = [each.name for each in fields(Booking)]
    counted = tuple(Counted(*(getattr(each, name) for name in names_of)) for each in evidence.bookings)
    assert match_promises(replace(evidence, bookings=counted))
    # for the diary's days, and for the promises all together
    assert set(asked.values()) == {2}


def test_a_million_letters_without_a_space_are_read_through_once() -> None:
    # read anew from every letter, this takes minutes
    turns = (Turn("caller", "x" * 1_000_000), Turn("caller", "It's jo.bloggs+vans@mail.example.co.uk."))
    call = Call(1, "Calls", "c1", "Daisy", None, BEGAN, 600, None, turns)
    assert CallWords(call).contacts() == {"jo.bloggs+vans@mail.example.co.uk"}


def _evidence() -> Evidence:
    turns = tuple(
        Turn(
            "agent",
            " ".join(
                f"You're booked in for Tuesday the {1 + (at + more) % 28}th of November at {9 + more % 8} o'clock, Ana."
                for more in range(20)
            ),
        )
        for at in range(TURNS)
    )
    call = Call(1, "Calls", "c1", "Daisy", None, BEGAN, 600, "+447700900123", turns)
    entries = tuple(_entry(at) for at in range(ENTRIES))
    return Evidence(NOW, None, (call,), entries, (Diary("Diary", NOW, date(2026, 1, 1), date(2027, 12, 31)),))


def _entry(at: int) -> Booking:
    starts = BEGAN + timedelta(minutes=30 * at)
    return Booking(
        at,
        "Diary",
        f"e{at}",
        starts,
        starts + timedelta(minutes=30),
        service="Boiler service",
        customer="Ana Marsh",
        phone="07700 900123",
        created_at=BEGAN,
    )
