from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from agentdesk.domain.booking import Booking

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
ENTRY = Booking(1, "Diary", "one", NINE, NINE + timedelta(hours=1), service="Boiler service", person="Ana")


def test_an_entry_nobody_changed_is_itself_as_it_was_first_made() -> None:
    assert ENTRY.as_first_made is ENTRY, "it is asked for thousands of times in one look at a diary"


def test_a_changed_entry_is_as_long_as_now_and_begins_when_it_first_did() -> None:
    moved = replace(ENTRY, first_starts_at=NINE - timedelta(days=1), first_service="Repair", first_person="Ben")
    made = moved.as_first_made
    assert (made.starts_at, made.ends_at) == (NINE - timedelta(days=1), NINE - timedelta(hours=23))
    assert (made.service, made.person) == ("Repair", "Ben")
