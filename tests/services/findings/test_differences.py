"""Where a diary entry says something else than the call that made it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from agentdesk.domain.booking import BookingStatus
from agentdesk.services.findings.differences import differences
from tests.factories import a_booking, a_business, a_call

NOW = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
SAID = (
    "Good afternoon, Ana speaking.",
    "Can I book a boiler service for Wednesday the 18th of November at 2 pm?",
    "You're booked in for Wednesday the 18th of November at 2 pm.",
    "Thanks.",
)
AT_TWO = datetime(2026, 11, 18, 14, 0, tzinfo=UTC)


def found(**what: object) -> tuple[str, ...]:
    call = a_call(*SAID, agent="Ana")
    entry: dict[str, Any] = {"at": AT_TWO, "call": call.id, **what}
    booking = a_booking(**entry)
    return differences(call, [booking], a_business(), NOW)[booking.id]


def test_an_entry_as_it_was_said_differs_in_nothing() -> None:
    assert found() == ()


def test_another_time_is_told_with_both_sides() -> None:
    assert found(at=AT_TWO.replace(hour=15)) == ("Ana said Wed 18 Nov, 2:00 pm; the diary has Wed 18 Nov, 3:00 pm.",)


@pytest.mark.parametrize(("phone", "same"), [("07700 900123", True), ("07700 900999", False), (None, True)])
def test_another_number_is_told_however_it_is_written(phone: str | None, same: bool) -> None:
    assert found(phone=phone) == (() if same else ("The diary has another number than the one that rang.",))


def test_a_cancelled_entry_says_so() -> None:
    assert found(status=BookingStatus.CANCELLED) == ("The entry was cancelled.",)
