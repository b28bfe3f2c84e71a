"""What calls were is kept until they change or the rules do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from agentdesk.domain.call import Call
from agentdesk.domain.call_reading import CallReading
from agentdesk.store import call_readings, calls, weeks
from tests.factories import TUESDAY, a_call, turns
from tests.store.conftest import LONDON

RULES, NEWER_RULES = 5, 6
WEEK = TUESDAY - timedelta(days=1), TUESDAY + timedelta(days=6)
BOOKED = CallReading(real=True, gave_up=False, about_booking=True, needed_person=False, passed=False, gave_details=True)
CALL = a_call()


@pytest.fixture
def kept(db: Connection) -> Call:
    """A call that was read."""
    calls.put(db, [CALL], LONDON)
    keep(db, CALL, BOOKED)
    return CALL


def keep(db: Connection, call: Call, reading: CallReading, rules: int = RULES) -> None:
    call_readings.put(db, rules, [(call.id, call_readings.unread(db, rules, *WEEK)[call.id], reading)])


def test_a_reading_comes_back_as_it_was(db: Connection, kept: Call) -> None:
    assert weeks.readings(db, *WEEK, RULES) == ({kept.id: BOOKED}, [])
    assert [each.reading for each in weeks.calls_in_brief(db, *WEEK, RULES)] == [BOOKED]
    assert call_readings.unread(db, RULES, *WEEK) == {}


def test_other_rules_make_it_unread(db: Connection, kept: Call) -> None:
    assert weeks.readings(db, *WEEK, NEWER_RULES) == ({}, [kept.id])
    assert [each.reading for each in weeks.calls_in_brief(db, *WEEK, NEWER_RULES)] == [None]
    keep(db, kept, replace(BOOKED, passed=True), NEWER_RULES)
    assert weeks.readings(db, *WEEK, NEWER_RULES) == ({kept.id: replace(BOOKED, passed=True)}, [])
    assert weeks.readings(db, *WEEK, RULES) == ({}, [kept.id])


def test_only_what_was_read_with_other_rules_is_of_other_rules(db: Connection, kept: Call) -> None:
    calls.put(db, [a_call(at=TUESDAY + timedelta(hours=1))], LONDON)
    assert call_readings.of_other_rules(db, RULES, *WEEK) == set()
    assert call_readings.of_other_rules(db, NEWER_RULES, *WEEK) == {kept.id}, "the other was never read"


@pytest.mark.parametrize(
    "changed",
    [
        replace(CALL, turns=turns("Good afternoon.", "I want to speak to a person.")),
        replace(CALL, outcome="spam"),
        replace(CALL, seconds=3.0),
    ],
    ids=["words", "outcome", "seconds"],
)
def test_a_corrected_call_is_unread(db: Connection, kept: Call, changed: Call) -> None:
    calls.put(db, [changed], LONDON)
    assert weeks.readings(db, *WEEK, RULES) == ({}, [kept.id])


def test_the_same_call_again_stays_read(db: Connection, kept: Call) -> None:
    calls.put(db, [kept], LONDON)
    assert call_readings.unread(db, RULES, *WEEK) == {}


def test_a_reading_of_words_that_were_corrected_meanwhile_is_not_kept(db: Connection) -> None:
    calls.put(db, [CALL], LONDON)
    before = call_readings.unread(db, RULES, *WEEK)
    calls.put(db, [replace(CALL, turns=turns("Good afternoon.", "Wrong number, sorry."))], LONDON)
    call_readings.put(db, RULES, [(CALL.id, before[CALL.id], BOOKED)])
    assert weeks.readings(db, *WEEK, RULES) == ({}, [CALL.id])


def test_a_call_whose_start_was_corrected_belongs_to_its_new_week(db: Connection, kept: Call) -> None:
    later = replace(kept, started_at=kept.started_at + timedelta(days=30))
    calls.put(db, [later], LONDON)
    assert call_readings.unread(db, RULES, *WEEK) == {}
    then = WEEK[0] + timedelta(days=30), WEEK[1] + timedelta(days=30)
    assert list(call_readings.unread(db, RULES, *then)) == [kept.id]
    assert weeks.readings(db, *then, RULES) == ({}, [kept.id])
    assert [each.id for each in weeks.calls_in_brief(db, *then, RULES)] == [kept.id]
    assert weeks.calls_in_brief(db, *WEEK, RULES) == ()


def test_the_next_calls_with_other_rules_are_found_by_an_index(db: Connection) -> None:
    plan = "EXPLAIN QUERY PLAN SELECT call_id FROM call_readings WHERE rules > ? OR rules < ? LIMIT 50"
    steps = " ".join(each.detail for each in db.exec_driver_sql(plan, (RULES, RULES)))
    assert "ix_call_readings_rules" in steps


def test_a_deleted_call_takes_its_reading_along(db: Connection, kept: Call) -> None:
    db.exec_driver_sql("DELETE FROM call_index WHERE rowid = ?", (kept.id,))
    db.exec_driver_sql("DELETE FROM calls WHERE id = ?", (kept.id,))
    assert db.exec_driver_sql("SELECT count(*) FROM call_readings").scalar() == 0
