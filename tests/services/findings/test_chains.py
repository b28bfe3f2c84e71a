"""Which step from a caller's wish to the diary broke: each taken away in turn."""

from __future__ import annotations

import pytest

from agentdesk.domain.call import ToolEntry
from agentdesk.domain.finding import Finding, FindingStatus, Kind, Severity
from agentdesk.services.findings.chains import Held, chain
from tests.factories import TUESDAY, a_call, a_found


def a_finding(kind: Kind) -> Finding:
    found = a_found(kind=kind, severity=Severity.RED, call=1)
    return Finding("f", found, FindingStatus.OPEN, TUESDAY, TUESDAY)


DONE = ToolEntry("book_appointment", "t1", 2, "{}", '{"status": "success"}')
FAILED = ToolEntry("book_appointment", "t1", 2, "{}", '{"status": "error", "message": "slot no longer available"}')
LOOKED = ToolEntry("check_availability", "t1", 2, "{}", '{"slots": []}')


@pytest.mark.parametrize(
    ("tools", "held", "words"),
    [
        ((), Held.UNSEEN, "What was done in the diary isn't told by the service."),
        ((LOOKED,), Held.NO, "Ana never tried to write it into the diary."),
        ((FAILED,), Held.NO, "The diary didn't take it: what came back was a failure."),
        ((DONE,), Held.YES, "The diary answered that it was done."),
    ],
)
def test_the_step_that_broke_is_named(tools: tuple[ToolEntry, ...], held: Held, words: str) -> None:
    steps = chain(a_finding(Kind.BOOKING_MISSING), a_call(agent="Ana", tools=tools))
    assert [each.held for each in steps] == [Held.YES, held, Held.NO]
    assert steps[1].words == words
    assert steps[0].words == "Ana told the caller that it is booked."
    assert steps[2].words == "Nothing is in the diary."


@pytest.mark.parametrize("kind", [Kind.BOOKING_DOUBLE, Kind.ESCALATION_MISSED, Kind.AGENT_CHANGED])
def test_what_is_no_broken_promise_has_no_chain(kind: Kind) -> None:
    assert chain(a_finding(kind), a_call()) == ()
    assert chain(a_finding(Kind.BOOKING_MISSING), None) == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.BOOKING_NOT_CANCELLED, "Ana never tried to take it out of the diary."),
        (Kind.BOOKING_NOT_MOVED, "Ana never tried to move it in the diary."),
    ],
)
def test_another_success_in_the_call_proves_nothing(kind: Kind, words: str) -> None:
    steps = chain(a_finding(kind), a_call(agent="Ana", tools=(DONE,)))
    assert (steps[1].held, steps[1].words) == (Held.NO, words)


def test_what_was_cancelled_by_a_tool_was_tried() -> None:
    cancelled = ToolEntry("cancel_booking", "t1", 2, "{}", '{"status": "success"}')
    steps = chain(a_finding(Kind.BOOKING_NOT_CANCELLED), a_call(agent="Ana", tools=(cancelled,)))
    assert steps[1].held is Held.YES
