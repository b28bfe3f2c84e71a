"""What belongs to the calls of a week, asked for without their words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection

from agentdesk.domain.booking import Match
from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.money import Money
from agentdesk.store import bookings, call_readings, calls, findings, weeks
from tests.factories import TUESDAY, a_booking, a_call, a_found
from tests.store.conftest import LONDON

RULES = 5
WEEK = TUESDAY - timedelta(days=1), TUESDAY + timedelta(days=6)
REAL = CallReading(real=True, gave_up=False, about_booking=False, needed_person=False, passed=False, gave_details=False)
UNREAL = CallReading(
    real=False, gave_up=False, about_booking=False, needed_person=False, passed=False, gave_details=False
)
FIRST, SECOND, THIRD = (
    a_call(at=TUESDAY + timedelta(hours=each), seconds=100.0 + each, agent="Ben" if each else "Ana", cost=cost)
    for each, cost in enumerate((Money(90, 2, "GBP"), Money(90, 2, "GBP"), Money(15, 2, "GBP")))
)
NEXT_WEEK = a_call(at=TUESDAY + timedelta(days=8), seconds=999.0, agent="Ben")


@pytest.fixture(autouse=True)
def _taken_in(db: Connection) -> None:
    calls.put(db, [FIRST, SECOND, THIRD, NEXT_WEEK], LONDON)


def test_calls_come_oldest_first_with_what_they_cost(db: Connection) -> None:
    found = weeks.calls_in_brief(db, *WEEK, RULES)
    assert [(each.id, each.seconds, each.caller, each.started_at, each.cost) for each in found] == [
        (each.id, each.seconds, each.caller, each.started_at, each.cost) for each in (FIRST, SECOND, THIRD)
    ]


def test_the_longest_calls_leave_out_those_that_were_not_real(db: Connection) -> None:
    unread = call_readings.unread(db, RULES, *WEEK)
    readings = [(THIRD.id, UNREAL), (FIRST.id, REAL)]
    call_readings.put(db, RULES, [(call, unread[call], each) for call, each in readings])
    assert weeks.longest(db, *WEEK, RULES, 2) == [SECOND.id, FIRST.id]
    assert weeks.longest(db, *WEEK, RULES, 1) == [SECOND.id]


def test_every_price_is_told_with_the_last_call_that_had_it(db: Connection) -> None:
    assert sorted(weeks.prices(db, *WEEK), key=lambda each: each[0].amount) == [
        (Money(15, 2, "GBP"), 1, THIRD.id),
        (Money(90, 2, "GBP"), 2, SECOND.id),
    ]


def test_an_agents_calls_come_by_id(db: Connection) -> None:
    assert weeks.ids_of_agent(db, *WEEK, "Ben") == [SECOND.id, THIRD.id]


def test_findings_about_calls_and_about_the_entries_they_made(db: Connection) -> None:
    made = a_booking(external_id="made", at=TUESDAY + timedelta(days=20))
    others = a_booking(external_id="others", at=TUESDAY + timedelta(days=20))
    ids = bookings.put(db, [made, others], LONDON).ids
    bookings.set_matches(db, [(ids[0], FIRST.id, Match.CERTAIN)])
    far = TUESDAY + timedelta(days=20)
    found = [
        (a_found(call=SECOND.id), TUESDAY, None, None, None),
        (a_found(call=THIRD.id), TUESDAY, None, None, None),
        (a_found(call=NEXT_WEEK.id), TUESDAY + timedelta(days=8), None, None, None),
        *((a_found(call=None, booking=each, kind=Kind.BOOKING_DOUBLE), far, None, None, None) for each in ids),
    ]
    findings.reconcile(db, TUESDAY, TUESDAY, far + timedelta(days=1), found)
    findings.reconcile(db, TUESDAY, TUESDAY, TUESDAY + timedelta(hours=1), [found[0]])
    assert {(each.call, each.booking, each.made_by, each.kind, each.status) for each in weeks.found(db, *WEEK)} == {
        (SECOND.id, None, None, Kind.BOOKING_MISSING, FindingStatus.OPEN),
        (None, ids[0], FIRST.id, Kind.BOOKING_DOUBLE, FindingStatus.OPEN),
    }
    assert weeks.entries(db, *WEEK) == [(ids[0], FIRST.id)]


def test_a_week_without_calls_has_nothing(db: Connection) -> None:
    empty = TUESDAY - timedelta(days=90), TUESDAY - timedelta(days=80)
    assert weeks.calls_in_brief(db, *empty, RULES) == ()
    assert weeks.readings(db, *empty, RULES) == ({}, [])
    assert (weeks.prices(db, *empty), weeks.found(db, *empty), weeks.entries(db, *empty)) == ([], (), [])
