"""How fresh each thing is, in one sentence for the foot of the window."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from agentdesk.domain.connection import Connection, PullState
from agentdesk.services.connections.pulling import State
from agentdesk.store import connections, pulls
from tests.services.conftest import FRIDAY, Office

EARLIER = FRIDAY - timedelta(hours=6, minutes=20)


def read(
    office: Office, name: str, until: datetime, state: State = State.OK, *, calls: bool = False, bookings: bool = False
) -> None:
    """A connection that was read until then, and is in this state since."""
    tried = until if state is State.OK else FRIDAY
    with office.store.writing() as db:
        connections.put(db, Connection(name, "service"))
        pulls.put_state(db, PullState(name, state, None, tried, tried, until))
    office.services.freshness.has_read(name, calls=calls, bookings=bookings)


def test_what_is_connected_and_was_never_read_says_so(office: Office) -> None:
    with office.store.writing() as db:
        connections.put(db, Connection("Retell AI", "retell"))
    assert office.services.freshness.sentence() == "Nothing has been read yet."


def test_with_nothing_connected_it_does_not_say_that_nothing_was_ever_read(office: Office) -> None:
    assert office.services.freshness.sentence() == "Nothing is connected."


def test_calls_and_diary_say_up_to_when(office: Office) -> None:
    read(office, "Retell AI", FRIDAY, calls=True)
    read(office, "Cal.com", FRIDAY - timedelta(minutes=5), bookings=True)
    assert office.services.freshness.sentence() == "Calls up to 4:00 pm; diary up to 3:55 pm."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.UNREACHABLE, "the diary hasn't answered since 9:40 am"),
        (State.WAITING, "the diary hasn't answered since 9:40 am"),
        (State.SIGNED_OUT, "Cal.com has signed us out, diary up to 9:40 am"),
        (State.PARTIAL, "the diary was last read to the end 9:40 am"),
    ],
)
def test_a_diary_that_stopped_is_named_with_since_when(office: Office, state: State, said: str) -> None:
    read(office, "Retell AI", FRIDAY, calls=True)
    read(office, "Cal.com", EARLIER, state, bookings=True)
    assert office.services.freshness.sentence() == f"Calls up to 4:00 pm; {said}."


def test_of_two_diaries_the_one_that_stopped_is_named(office: Office) -> None:
    read(office, "Cal.com", FRIDAY, bookings=True)
    read(office, "Jo's calendar", EARLIER, State.UNREACHABLE, bookings=True)
    assert office.services.freshness.sentence() == (
        "No calls yet; diary up to 4:00 pm; Jo's calendar hasn't answered since 9:40 am."
    )


def test_all_that_stopped_at_one_time_are_named_together(office: Office) -> None:
    for name in ("ElevenLabs", "Retell AI", "Vapi"):
        read(office, name, EARLIER, State.UNREACHABLE, calls=True)
    read(office, "Bland", EARLIER - timedelta(hours=1), State.UNREACHABLE, calls=True)
    assert office.services.freshness.sentence() == (
        "ElevenLabs, Retell AI and Vapi haven't answered since 9:40 am; "
        "Bland hasn't answered since 8:40 am; no diary yet."
    )


def test_another_day_is_named(office: Office) -> None:
    read(office, "Retell AI", FRIDAY - timedelta(days=2), State.UNREACHABLE, calls=True)
    assert office.services.freshness.sentence() == (
        "The phone service hasn't answered since Wed 18 Nov, 4:00 pm; no diary yet."
    )


def test_one_that_never_answered_is_named(office: Office) -> None:
    with office.store.writing() as db:
        connections.put(db, Connection("Vapi", "vapi"))
        pulls.put_state(db, PullState("Vapi", State.UNREACHABLE, None, FRIDAY, FRIDAY))
    assert office.services.freshness.sentence() == "Vapi has not answered yet."


def test_a_long_name_does_not_hide_what_is_said_of_the_others(office: Office) -> None:
    read(office, "Cal.com", FRIDAY, bookings=True)
    read(office, "The diary of Featherstonehaugh-Cholmondeley Plumbing", EARLIER, State.UNREACHABLE, bookings=True)
    assert office.services.freshness.sentence() == (
        "No calls yet; diary up to 4:00 pm; The diary of Featherstonehaug… hasn't answered since 9:40 am."
    )
