"""After the rules changed, what is kept is checked again: newest first, day by day, on from where it stopped."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from agentdesk.bootstrap.services import build_services
from agentdesk.checks import every
from agentdesk.checks.evidence import Evidence
from agentdesk.checks.wanted_person import find as find_wanted_person
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import Period
from agentdesk.domain.finding import Found, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.findings.rechecking import Step
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line

SUNDAY = "e1,2026-11-29T10:00,2026-11-29T11:00,booked,Boiler service,Cy Dale,,,2026-11-09T10:00"
DAYS = (date(2026, 11, 2), date(2026, 11, 10), date(2026, 11, 17))


@pytest.fixture
def kept(hartley: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Calls of three days, checked by an app that did not hear who asked for a person."""
    with monkeypatch.context() as older:
        older.setattr(every, "CHECKS", tuple(each for each in every.CHECKS if each is not find_wanted_person))
        hartley.take_diary(SUNDAY)
        hartley.take_calls(
            *(line(f"a{day}", f"{day}T10:00", *ANGRY) for day in DAYS), line("q", f"{DAYS[0]}T11:00", *QUESTION)
        )
        hartley.services.checking.run()
    return hartley


@pytest.fixture
def updated(kept: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The same store, opened by an app with other rules."""
    monkeypatch.setattr("agentdesk.services.calls.rules.mark_of_rules", lambda _: 7)
    services = build_services(kept.store, resources_folder(), kept.clock, kept.printer, kept.printer, seed=lambda: 7)
    return replace(kept, services=services)


def steps(office: Office) -> list[Period]:
    done: list[Period] = []
    step: Step | None = None
    while (step := office.services.rechecking.step(step)) is not None:
        done.append(step.period)
    return done


def unheard(office: Office) -> list[date]:
    found = office.services.findings.page(FindingFilter(kinds=(Kind.ESCALATION_MISSED,)))
    return [each.about_at.date() for each in found]


def test_nothing_is_checked_again_under_the_same_rules(kept: Office) -> None:
    assert steps(kept) == []


def test_the_newest_days_come_first_and_no_day_is_left_out(updated: Office) -> None:
    assert steps(updated) == [
        Period(DAYS[2], date(2026, 11, 29)),
        Period(DAYS[1], date(2026, 11, 16)),
        Period(DAYS[0], date(2026, 11, 9)),
    ]
    assert unheard(updated) == [*reversed(DAYS)]
    assert steps(updated) == []


def test_it_goes_on_where_it_stopped(kept: Office, updated: Office) -> None:
    updated.services.rechecking.step()
    assert unheard(updated) == [DAYS[2]]
    services = build_services(kept.store, resources_folder(), kept.clock, kept.printer, kept.printer, seed=lambda: 7)
    later = replace(kept, services=services)
    assert [each.first for each in steps(later)] == [DAYS[1], DAYS[0]]
    assert unheard(later) == [*reversed(DAYS)]


def test_what_is_found_in_old_calls_pops_nothing_up(updated: Office) -> None:
    before = updated.services.notices.unread()
    steps(updated)
    assert len(unheard(updated)) == 3
    assert updated.services.notices.unread() == before
    assert not [each for each in updated.services.notices.to_pop() if each.subject_id in unheard_ids(updated)]


def unheard_ids(office: Office) -> set[str]:
    return {each.id for each in office.services.findings.page(FindingFilter(kinds=(Kind.ESCALATION_MISSED,)))}


def test_what_was_found_before_stays_as_it_was(updated: Office) -> None:
    (closed,) = updated.services.findings.page(FindingFilter(kinds=(Kind.BOOKING_CLOSED_DAY,)))
    updated.services.findings.accept(closed.id, "They asked for it", "Sam")
    accepted = updated.services.findings.open_(closed.id).finding
    steps(updated)
    assert updated.services.findings.open_(closed.id).finding == accepted


def test_a_call_that_comes_up_again_ends_it(updated: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(updated.services.checking), "again", lambda *_: None)
    assert len(steps(updated)) == 1


def test_a_call_taken_in_meanwhile_is_read_with_the_new_rules(updated: Office) -> None:
    updated.take_calls(line("new", "2026-11-18T10:00", *BOOKED))
    assert all(each.first in DAYS for each in steps(updated))


def test_the_search_for_rubbish_which_stops_the_window_waits_until_a_day_is_checked(
    updated: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[bool] = []

    def look(_: Evidence) -> Iterator[Found]:
        searched.append(gc.isenabled())
        yield from ()

    monkeypatch.setattr(every, "CHECKS", (look,))
    assert updated.services.rechecking.step() is not None
    assert (searched, gc.isenabled()) == ([False], True)


def test_a_check_that_fails_leaves_the_search_for_rubbish_on(updated: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Evidence) -> Iterator[Found]:
        raise ZeroDivisionError

    monkeypatch.setattr(every, "CHECKS", (fail,))
    with pytest.raises(ZeroDivisionError):
        updated.services.rechecking.step()
    assert gc.isenabled()
