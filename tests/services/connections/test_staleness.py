"""Calls that a service deletes after a while are warned of while there is still time."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from agentdesk.domain.connection import Connection, PullState
from agentdesk.domain.finding import Kind
from agentdesk.services.connections.staleness import keep_matters
from tests.services.conftest import FRIDAY, Office

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("days", "says"),
    [(6, None), (8, "From Fri 4 Dec, 4:00 pm on its calls may be deleted"), (15, "Its calls may be deleted")],
)
def test_half_of_the_time_that_a_service_keeps_calls_is_when_it_is_said(
    office: Office, days: int, says: str | None
) -> None:
    now = FRIDAY + timedelta(days=days)
    state = PullState("Phone", "partial", "It was stopped.", FRIDAY, now, fresh_until=FRIDAY)
    with office.store.writing() as db:
        found = keep_matters(db, Connection("Phone", "vapi"), state, 14, now, LONDON).new
    assert [each.found.kind for each in found] == ([Kind.EVIDENCE_EXPIRING] if says else [])
    assert all(says in each.found.reason for each in found if says)


def test_a_service_that_keeps_everything_is_not_warned_of(office: Office) -> None:
    now = FRIDAY + timedelta(days=50)
    state = PullState("Phone", "partial", "It was stopped.", FRIDAY, now, fresh_until=FRIDAY)
    with office.store.writing() as db:
        assert keep_matters(db, Connection("Phone", "retell"), state, None, now, LONDON).new == ()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Vapi", "Vapi has signed us out. Sign in again? Nothing new since Fri 20 Nov, 4:00 pm."),
        ("Phone", "Phone: Vapi has signed us out. Sign in again? Nothing new since Fri 20 Nov, 4:00 pm."),
    ],
)
def test_a_connection_is_named_once(office: Office, name: str, says: str) -> None:
    state = PullState(name, "signed_out", "Vapi has signed us out. Sign in again?", FRIDAY, FRIDAY, fresh_until=FRIDAY)
    with office.store.writing() as db:
        (found,) = keep_matters(db, Connection(name, "vapi"), state, None, FRIDAY, LONDON).new
    assert found.found.reason == says
