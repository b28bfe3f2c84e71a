"""A connected line that stops ringing is told, once its service has answered that all is well."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from agentdesk.domain.connection import PullState
from agentdesk.domain.finding import FindingStatus, Kind, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.store import pulls
from tests.services.conftest import Office
from tests.services.lines import QUESTION, line

QUIET = FindingFilter(kinds=(Kind.LINE_QUIET,))
FIRST = datetime(2026, 9, 28, 9, 0, tzinfo=UTC)


def six_weeks() -> list[str]:
    """A call every half hour of the working day, up to Friday 6 November at four."""
    starts = (FIRST + timedelta(days=day, minutes=30 * step) for day in range(40) for step in range(15))
    return [line(f"q{at:%m%d%H%M}", at.isoformat(), *QUESTION) for at in starts if at.weekday() < 5]


def read(office: Office, at: datetime, state: str = "ok") -> None:
    office.clock.instant = at
    fresh = at if state == "ok" else at - timedelta(hours=3)
    with office.store.writing() as db:
        pulls.put_state(db, PullState("Calls", state, None, at, at, fresh))
    office.services.checking.run()


def test_a_dead_line_is_amber_and_taken_back_when_it_rings_again(hartley: Office) -> None:
    hartley.take_calls(*six_weeks())
    hartley.services.checking.run()
    assert hartley.services.findings.page(QUIET) == ()
    read(hartley, datetime(2026, 11, 9, 9, 30, tzinfo=UTC))
    assert hartley.services.findings.page(QUIET) == ()
    read(hartley, datetime(2026, 11, 9, 15, 0, tzinfo=UTC), "unreachable")
    assert hartley.services.findings.page(QUIET) == ()
    read(hartley, datetime(2026, 11, 9, 15, 0, tzinfo=UTC))
    (row,) = hartley.services.findings.page(QUIET)
    assert (row.found.severity, row.status, row.connection) == (Severity.AMBER, FindingStatus.OPEN, "Calls")
    assert row.found.reason.startswith("No call on Calls since Fri 6 Nov, 4:00 pm.")
    read(hartley, datetime(2026, 11, 9, 15, 10, tzinfo=UTC))
    assert [each.id for each in hartley.services.findings.page(QUIET)] == [row.id]
    hartley.take_calls(*six_weeks(), line("again", "2026-11-09T15:20:00+00:00", *QUESTION))
    read(hartley, datetime(2026, 11, 9, 15, 30, tzinfo=UTC))
    assert [each.status for each in hartley.services.findings.page(QUIET)] in ([], [FindingStatus.WITHDRAWN])


def test_each_line_says_how_soon_its_silence_would_be_noticed(hartley: Office) -> None:
    assert hartley.services.quiet_lines.patience() == ()
    hartley.take_calls(*six_weeks())
    read(hartley, datetime(2026, 11, 9, 9, 30, tzinfo=UTC))
    (said,) = hartley.services.quiet_lines.patience()
    assert said.startswith("Calls: With about ")
    assert said.endswith("The price: one false alarm in 60 days.")
