"""What later calls show of a promise: nobody's word makes it kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from agentdesk.desktop.folders import resources_folder
from agentdesk.domain import proof as proofs
from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.finding import Kind
from agentdesk.domain.proof import LaterCall, Proof, Worked, can_be_shown, proof

TUESDAY = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)
PLAIN = CallReading(
    real=True, gave_up=False, about_booking=False, needed_person=False, passed=False, gave_details=False
)
NEEDED = CallReading(
    real=True, gave_up=False, about_booking=False, needed_person=True, passed=False, gave_details=False
)
PASSED = CallReading(real=True, gave_up=False, about_booking=False, needed_person=True, passed=True, gave_details=False)


def a_call(number: int = 1, reading: CallReading = PLAIN, **what: object) -> LaterCall:
    return LaterCall(number, TUESDAY + timedelta(hours=number), reading, **what)  # type: ignore[arg-type]


def test_without_a_call_of_the_kind_nothing_is_shown() -> None:
    assert proof(Kind.ESCALATION_MISSED, []) == Proof(Worked.NO_SUCH_CALL)
    assert proof(Kind.ESCALATION_MISSED, [a_call(), a_call(2, booked=True)]) == Proof(Worked.NO_SUCH_CALL)
    assert proof(Kind.ESCALATION_MISSED, [a_call(3, NEEDED)]).worked is Worked.NO_SUCH_CALL


def test_the_last_call_that_went_well_shows_it() -> None:
    later = [a_call(2, PASSED), a_call(1, PASSED), a_call(3)]
    assert proof(Kind.ESCALATION_MISSED, later) == Proof(Worked.SHOWN, 2, later[0].at, 2)


def test_one_that_went_wrong_outweighs_those_that_went_well() -> None:
    wrong = a_call(1, NEEDED, found=frozenset({Kind.ESCALATION_MISSED}))
    assert proof(Kind.ESCALATION_MISSED, [wrong, a_call(2, PASSED)]) == Proof(Worked.AGAIN, 1, wrong.at, 1)


@pytest.mark.parametrize(
    ("kind", "call"),
    [
        (Kind.ESCALATION_FAILED, a_call(reading=PASSED)),
        (Kind.ESCALATION_PROMISED, a_call(rung_in_time=True)),
        (Kind.BOOKING_CLOSED_DAY, a_call(booked=True)),
        (Kind.BOOKING_MISSING, a_call(judged_good=frozenset({"Q3"}))),
        (Kind.BOOKING_NOT_CANCELLED, a_call(judged_good=frozenset({"Q3"}))),
        (Kind.FACT_WRONG, a_call(judged_good=frozenset({"Q2"}))),
        (Kind.SCOPE_OUTSIDE, a_call(judged_good=frozenset({"Q4"}))),
        (Kind.ESCALATION_MISSED, a_call(judged_good=frozenset({"Q5"}))),
    ],
)
def test_each_kind_has_a_call_that_shows_it(kind: Kind, call: LaterCall) -> None:
    assert proof(kind, [call]).worked is Worked.SHOWN
    assert proof(kind, [a_call()]).worked is Worked.NO_SUCH_CALL


def test_a_promise_to_ring_back_is_no_fault_and_one_kept_late_is() -> None:
    promised = frozenset({Kind.ESCALATION_PROMISED})
    assert proof(Kind.ESCALATION_PROMISED, [a_call(found=promised)]).worked is Worked.NO_SUCH_CALL
    assert proof(Kind.ESCALATION_PROMISED, [a_call(found=promised, rung_in_time=False)]).worked is Worked.AGAIN


def test_putting_through_is_not_shown_by_a_promise_to_ring_back() -> None:
    promised = a_call(reading=PASSED, found=frozenset({Kind.ESCALATION_PROMISED}))
    assert proof(Kind.ESCALATION_FAILED, [promised]).worked is Worked.NO_SUCH_CALL


def test_what_happens_outside_calls_no_call_can_show() -> None:
    for kind in (Kind.LINE_QUIET, Kind.AGENT_CHANGED, Kind.CONNECTION_STALE, Kind.COST_PACE, None):
        assert not can_be_shown(kind)


def test_the_questions_that_count_are_on_the_call_checklist() -> None:
    checklist = json.loads((resources_folder() / "checklists" / "call.json").read_text(encoding="utf-8"))
    asked = {each["id"] for each in checklist["questions"]}
    assert {
        proofs.TRUE,
        proofs.BOOKED_RIGHT,
        proofs.IN_ITS_JOB,
        proofs.GOT_A_PERSON,
        proofs.CHECKED_WHO,
    } <= asked
