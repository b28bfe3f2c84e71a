"""A clash or a difference is shown with both sides: which diary, whose call."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from agentdesk.domain.agent import Agent
from agentdesk.domain.connection import Connection
from agentdesk.domain.finding import Finding, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.findings.sides import Sides
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import connections as stored_connections
from tests.factories import a_booking
from tests.services.conftest import Office
from tests.services.lines import BOOKED, line

AT = datetime.fromisoformat("2026-11-24T10:00:00+00:00")
MADE = datetime.fromisoformat("2026-11-17T10:01:00+00:00")
LONG_NAME = "4f1c2a9be07d4e5f8a6b"


def two_diaries(office: Office, **theirs: Any) -> None:
    """Daisy's booking in the file, and another in a second diary."""
    office.take_diary(f"{LONG_NAME},2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,")
    with office.store.writing() as db:
        stored_connections.put(db, Connection("cal", "calcom", title="Sam's Cal.com"))
        values: dict[str, Any] = {
            "connection": "cal",
            "external_id": "other",
            "at": AT,
            "created_at": MADE,
            "phone": "+447700900777",
        }
        stored_bookings.put(db, [a_booking(**{**values, **theirs})], office.services.businesses.zone())
    office.services.checking.run()


def sides_of(office: Office, kind: Kind) -> tuple[Finding, Sides]:
    (found,) = office.services.findings.page(FindingFilter(kinds=(kind,)))
    return found, office.services.findings.sides(office.services.findings.open_(found.id))


def test_a_clash_says_which_diary_and_which_agent_made_each(hartley: Office) -> None:
    hartley.services.agents.add(Agent("Max", connection="Calls", external_id="Max", responsible="Sam"), "Sam")
    other = line("c2", "2026-11-17T09:58", *BOOKED, **{"from": "+447700900777", "agent": "Max"})
    hartley.take_calls(line("c1", "2026-11-17T10:30", *BOOKED, **{"from": "+447700900123"}), other)
    two_diaries(hartley, customer="Jo Marsh")
    found, both = sides_of(hartley, Kind.BOOKING_DOUBLE)
    assert found.found.reason == "2 bookings at one time on Tue 24 Nov, 10:00 am, in two diaries, and you can take 1."
    assert {(each.diary, each.agent) for each in both.every} == {("Diary", "Daisy"), ("Sam's Cal.com", "Max")}
    assert all(each.called_at is not None for each in both.every)
    ready = hartley.services.putting_right.prepare(found.id).diary
    assert ready == "Find another time for: Boiler service for Jo Marsh, Tue 24 Nov, 10:00 am to 11:00 am"


def test_a_copy_that_differs_says_in_what_and_what_to_do(hartley: Office) -> None:
    two_diaries(hartley, external_id=f"{LONG_NAME}@cal", at=AT.replace(hour=12), customer="Anna Marsh")
    found, both = sides_of(hartley, Kind.BOOKING_DIFFERS)
    assert both.differing == ("the time", "the name", "the phone number")
    assert [each.diary for each in both.every] == ["Diary", "Sam's Cal.com"]
    ready = hartley.services.putting_right.prepare(found.id)
    assert ready.diary.startswith("Make both say the same: Boiler service for Ana Marsh, Tue 24 Nov, 10:00 am")
    assert "diary counts" in ready.suggestion


def test_the_same_booking_in_both_is_neither(hartley: Office) -> None:
    two_diaries(hartley, customer="Ana Marsh", phone="07700 900123")
    kinds = {each.found.kind for each in hartley.services.findings.page(FindingFilter())}
    assert kinds.isdisjoint({Kind.BOOKING_DOUBLE, Kind.BOOKING_DIFFERS, Kind.BOOKING_CLASH})


def test_what_a_diary_lacks_is_a_side_without_an_entry(hartley: Office) -> None:
    two_diaries(hartley, external_id=f"{LONG_NAME}@cal", at=AT.replace(hour=12))
    found, _ = sides_of(hartley, Kind.BOOKING_DIFFERS)
    opened = hartley.services.findings.open_(found.id)
    alone = replace(found, found=replace(found.found, slot="not in cal"))
    both = hartley.services.findings.sides(replace(opened, finding=alone, bookings=opened.bookings[:1]))
    assert [(each.diary, each.booking is None) for each in both.every] == [("Diary", False), ("Sam's Cal.com", True)]


def test_other_matters_have_no_sides(hartley: Office) -> None:
    hartley.take_diary("e2,2026-11-29T10:00,2026-11-29T11:00,booked,Boiler service,Cy Dale,,,2026-11-10T10:00")
    hartley.services.checking.run()
    _, none = sides_of(hartley, Kind.BOOKING_CLOSED_DAY)
    assert none == Sides()
