from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection

from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import URGENCY, Entry, Finding, FindingStatus, Found, Kind, Said, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.store import calls, findings
from agentdesk.store.findings import Reconciled
from tests.factories import TUESDAY, a_call, a_found
from tests.store.conftest import LONDON, there

WEEK = TUESDAY - timedelta(days=1), TUESDAY + timedelta(days=6)
LATER = TUESDAY + timedelta(days=2)


def run(db: Connection, found: Sequence[Found], now: datetime = TUESDAY, at: datetime = TUESDAY) -> Reconciled:
    context = [(each, at, "Ana", "asst_1", "Phone line") for each in found]
    return findings.reconcile(db, now, *WEEK, context)


def test_a_finding_comes_back_with_everything_it_rests_on(db: Connection) -> None:
    found = a_found(evidence=(Said(3, "booked “Tuesday”"), Entry(9, "Wed 10:00, Jo")), slot="2")
    (new,) = run(db, [found]).new
    assert new == Finding(found.key, found, FindingStatus.OPEN, TUESDAY, TUESDAY, "Ana", "asst_1", "Phone line")
    assert findings.get(db, found.key) == new
    assert findings.page(db, FindingFilter()) == (new,)


def test_finding_the_same_again_changes_nothing(db: Connection) -> None:
    run(db, [a_found()])
    assert run(db, [a_found()], LATER) == Reconciled()
    assert there(findings.get(db, a_found().key)).first_seen_at == TUESDAY


def test_what_is_not_found_again_is_withdrawn_and_opens_again_when_it_is(db: Connection) -> None:
    run(db, [a_found()])
    (gone,) = run(db, []).withdrawn
    assert gone.status is FindingStatus.WITHDRAWN
    assert run(db, []) == Reconciled()
    (back,) = run(db, [a_found()], LATER).changed
    assert (back.status, back.first_seen_at) == (FindingStatus.OPEN, TUESDAY)


def test_what_was_decided_stays_decided(db: Connection) -> None:
    run(db, [a_found(), a_found(call=2)])
    findings.decide(db, a_found().key, FindingStatus.ACCEPTED, "Jo", LATER, "Rang back.")
    findings.decide(db, a_found(call=2).key, FindingStatus.DONE, "Jo", LATER, "Put in.")
    assert run(db, [a_found()], LATER) == Reconciled()
    accepted = there(findings.get(db, a_found().key))
    assert (accepted.status, accepted.decided_by, accepted.decided_at, accepted.decision) == (
        FindingStatus.ACCEPTED,
        "Jo",
        LATER,
        "Rang back.",
    )
    reopened = findings.decide(db, a_found().key, FindingStatus.OPEN, "Jo", LATER, "")
    assert (reopened.decided_by, reopened.decided_at, reopened.decision) == (None, None, "")
    with pytest.raises(Sorry, match="no longer kept"):
        findings.decide(db, "nothing", FindingStatus.DONE, "Jo", LATER, "")


def test_findings_outside_the_period_are_left_alone(db: Connection) -> None:
    run(db, [a_found()], at=WEEK[1])
    run(db, [a_found(call=2)], at=WEEK[0])
    assert [each.found.call for each in run(db, []).withdrawn] == [2]


def test_other_words_for_the_same_trouble_change_the_finding(db: Connection) -> None:
    run(db, [a_found()])
    (changed,) = run(db, [a_found(reason="It was said twice.", severity=Severity.AMBER)]).changed
    assert there(findings.get(db, changed.id)).found.reason == "It was said twice."


def test_findings_are_filtered_by_the_day_of_their_call(db: Connection) -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    call = a_call(at=late)
    calls.put(db, [call], LONDON)
    findings.reconcile(db, late, late, late, [(a_found(call=call.id), late, "Ana", None, None)])
    run(db, [a_found(call=None, booking=4, kind=Kind.BOOKING_DOUBLE)])
    second = date(2026, 7, 2)
    assert [each.found.call for each in findings.page(db, FindingFilter(second, second))] == [call.id]
    assert [each.found.call for each in findings.page(db, FindingFilter(call=call.id))] == [call.id]
    assert [each.found.booking for each in findings.page(db, FindingFilter(kinds=[Kind.BOOKING_DOUBLE]))] == [4]
    assert [each.found.booking for each in findings.of_bookings(db, [3, 4])] == [4]
    assert findings.count(db, FindingFilter(agent="Ana", status=FindingStatus.OPEN)) == 2
    latest = findings.page(db, FindingFilter(), limit=1)
    assert findings.page(db, FindingFilter(), before=latest[0].id) == findings.page(db, FindingFilter())[1:]


def test_decided_findings_and_those_of_a_list_are_asked_for_by_themselves(db: Connection) -> None:
    new = run(db, [a_found(call=number) for number in range(4)]).new
    for each, status in zip(new, (FindingStatus.ACCEPTED, FindingStatus.DONE), strict=False):
        findings.decide(db, each.id, status, "Jo", LATER, "Because")
    run(db, [a_found(call=number) for number in range(3)])
    decided = FindingFilter(decided=True)
    assert {each.id for each in findings.page(db, decided)} == {each.id for each in new[:2]}
    assert findings.count(db, decided) == 2
    some = FindingFilter(ids=frozenset({new[0].id, new[3].id, "unknown"}))
    assert {each.id for each in findings.page(db, some)} == {new[0].id, new[3].id}
    assert findings.page(db, FindingFilter(ids=frozenset())) == ()
    assert findings.open_per_agent(db) == {"Ana": (1, 0)}


def test_what_is_only_worth_knowing_does_not_count_as_needing_somebody(db: Connection) -> None:
    run(db, [a_found(call=1), a_found(call=2, severity=Severity.NOTE)])
    assert findings.open_per_agent(db) == {"Ana": (1, 0)}


def test_what_has_waited_for_long_is_counted_by_the_day_it_is_about(db: Connection) -> None:
    found = run(db, [a_found(call=1), a_found(call=2)]).new
    days = {each.about_at.date() for each in found}
    assert findings.open_per_agent(db, max(days)) == {"Ana": (2, 0)}
    assert findings.open_per_agent(db, max(days) + timedelta(days=1)) == {"Ana": (2, 2)}


def test_the_most_urgent_come_first(db: Connection) -> None:
    run(db, [a_found(call=number, kind=each) for number, each in enumerate((*reversed(URGENCY), *URGENCY))])
    first = findings.gravest(db, FindingFilter(), 5)
    assert [each.found.kind for each in first] == [*[URGENCY[0]] * 2, *[URGENCY[1]] * 2, URGENCY[2]]
