"""What calls were is read when they are checked; a week is planned and measured without opening them again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.call import Call
from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.facts import Facts
from agentdesk.language.heard import Heard
from agentdesk.services.calls.readings import Readings
from agentdesk.services.reviews.review_planning import Plan
from agentdesk.store import calls as stored_calls
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line


@pytest.fixture
def week(hartley: Office) -> Office:
    """Calls of every kind."""
    hartley.take_calls(
        *(line(f"q{each}", f"2026-11-17T10:{each:02d}", *QUESTION, seconds=60 + each) for each in range(3)),
        line("angry", "2026-11-17T14:06", *ANGRY, seconds=58),
        line("booked", "2026-11-17T15:00", *BOOKED, seconds=59),
        line("short", "2026-11-18T09:00", "Hartley Plumbing.", "Oh, sorry.", seconds=6),
        line("nobody", "2026-11-18T09:30", seconds=900),
    )
    return hartley


@pytest.fixture
def closed(week: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """No words of calls can be opened any more."""
    assert week

    def refuse(*_: object) -> None:
        pytest.fail("words were opened")

    monkeypatch.setattr(stored_calls, "many", refuse)
    monkeypatch.setattr(stored_calls, "between", refuse)


@pytest.fixture
def updated(week: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The same store, opened by an app with other rules."""
    monkeypatch.setattr("agentdesk.services.calls.rules.mark_of_rules", lambda _: 7)
    services = build_services(week.store, resources_folder(), week.clock, week.printer, week.printer, seed=lambda: 7)
    return replace(week, services=services)


def planned(office: Office) -> Plan:
    return office.services.reviews.plan()


def measured(office: Office) -> Facts:
    return office.services.scorecards._figures.facts(planned(office).period, "Daisy")


@pytest.mark.usefixtures("closed")
def test_a_week_that_was_checked_is_planned_and_measured_without_its_words(week: Office) -> None:
    plan = planned(week)
    assert (plan.calls, len(plan.looks)) == (7, 6)
    assert len(measured(week).calls) == 7


def test_after_the_rules_changed_calls_are_read_on_the_spot_with_the_same_result(week: Office, updated: Office) -> None:
    assert (planned(updated), measured(updated)) == (planned(week), measured(week))


def test_the_longest_call_is_a_real_one_whether_read_now_or_before(week: Office, updated: Office) -> None:
    for office in (week, updated):
        (longest,) = [each.call for each in planned(office).looks if "It was the longest call." in each.why]
        with office.store.reading() as db:
            call = stored_calls.get(db, longest)
        assert call is not None
        assert call.external_id == "q2"


def test_the_next_check_reads_with_the_new_rules(updated: Office, request: pytest.FixtureRequest) -> None:
    plan = planned(updated)
    updated.services.checking.run()
    request.getfixturevalue("closed")
    assert planned(updated) == plan


def test_a_corrected_transcript_changes_why_a_call_is_looked_at(week: Office) -> None:
    week.take_calls(line("q0", "2026-11-17T10:00", *ANGRY, seconds=60))
    bounds = planned(week).period.bounds(week.services.businesses.zone())
    with week.store.reading() as db:
        (call,) = [each for each in stored_calls.between(db, *bounds) if each.external_id == "q0"]
    (look,) = [each for each in planned(week).looks if each.call == call.id]
    assert "neither put them through" in look.why[0]


def test_calls_are_read_once_however_often_they_are_checked(week: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    before = Readings.read

    def reads(
        self: Readings, calls: Collection[Call], heard: Mapping[int, Heard] | None = None
    ) -> dict[int, CallReading]:
        read.extend(each.id for each in calls)
        return before(self, calls, heard)

    monkeypatch.setattr(Readings, "read", reads)
    week.services.checking.run()
    assert read == []
