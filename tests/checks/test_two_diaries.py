from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.checks.two_diaries import FEWEST_COPIED, find
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from tests.conversations import CALLED_AT, a_business, a_diary, an_entry, assert_verbatim, the_evidence

AT_TWO = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
MADE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LONG_NAME = "4f1c2a9be07d4e5f8a6b"


def found(*bookings: Booking, diaries: tuple[str, ...] = ("Cal.com", "Google")) -> list[Found]:
    known = tuple(a_diary(connection=each) for each in diaries)
    evidence = the_evidence(business=a_business(), bookings=bookings, diaries=known)
    all_found = list(find(evidence))
    assert_verbatim(all_found, evidence)
    return all_found


def entries(of: Found) -> list[int]:
    return [each.booking for each in of.evidence if isinstance(each, Entry)]


def in_calcom(number: int, at: datetime = AT_TWO, **what: Any) -> Booking:
    values: dict[str, Any] = {
        "connection": "Cal.com",
        "service": "Check-up",
        "customer": "Jo Marsh",
        "created_at": MADE,
    }
    return an_entry(number, at, **(values | what))


def in_google(number: int, at: datetime = AT_TWO, **what: Any) -> Booking:
    return in_calcom(number, at, **({"connection": "Google"} | what))


def test_a_person_booked_in_two_diaries_at_once_is_shown_with_both_entries() -> None:
    mine = in_calcom(1, person="Sam", service="Check-up", customer="Jo Marsh")
    yours = in_google(2, AT_TWO + timedelta(minutes=15), person="sam ", service="Class", customer="Ana Jones")
    (one,) = found(mine, replace(yours, created_at=MADE + timedelta(hours=1)))
    assert (one.kind, one.severity, one.booking) == (Kind.BOOKING_CLASH, Severity.RED, 2)
    assert one.reason == "sam is booked twice on Tue 24 Nov, 2:15 pm, in two diaries."
    assert entries(one) == [1, 2]


def test_back_to_back_somebody_else_or_the_same_diary_is_no_clash() -> None:
    mine = in_calcom(1, person="Sam")
    assert (
        found(mine, in_google(2, AT_TWO + timedelta(minutes=30), person="Sam", customer="Ana", service="Class")) == []
    )
    assert found(mine, in_google(2, person="Jo", customer="Ana Jones", service="Class")) == []
    assert found(mine, in_calcom(2, person="Sam", customer="Ana Jones", service="Class"), in_google(3, MADE)) == []


def test_an_appointment_that_one_diary_copies_from_the_other_is_neither_clash_nor_difference() -> None:
    mine = in_calcom(1, person="Sam", email="jo@example.org")
    copy = in_google(
        2, person="Sam", service="Check-up between Sam and Jo Marsh", customer=None, email="Jo@example.org"
    )
    assert found(mine, copy) == []


def test_a_calendar_read_in_two_ways_never_disagrees_with_itself() -> None:
    caldav = in_calcom(1, external_id=f"{LONG_NAME}@host", connection="CalDAV")
    feed = in_google(2, AT_TWO + timedelta(hours=1), external_id=f"{LONG_NAME}@host", connection="Feed")
    assert found(caldav, feed) == []


def test_a_copy_that_stayed_where_it_was_is_told_with_both_sides() -> None:
    mine = in_calcom(1, external_id=LONG_NAME)
    copy = in_google(2, AT_TWO + timedelta(hours=1), external_id=f"{LONG_NAME}@Cal.com", customer=None, service="Busy")
    (one,) = found(mine, copy)
    assert (one.kind, one.severity, entries(one)) == (Kind.BOOKING_DIFFERS, Severity.AMBER, [1, 2])
    assert one.reason == "Check-up for Jo Marsh is in two diaries, and they don't agree on the time."


def test_a_copy_of_what_was_cancelled_is_told() -> None:
    mine = in_calcom(1, external_id=LONG_NAME, status=BookingStatus.CANCELLED)
    (one,) = found(mine, in_google(2, external_id=f"{LONG_NAME}@Cal.com"))
    assert "whether it was cancelled" in one.reason


def test_details_of_one_customer_that_differ_are_each_named() -> None:
    mine = in_calcom(1, phone="0113 496 0102", email="jo@example.org")
    copy = in_google(2, phone="+44 113 496 0199", email="jo@example.org", customer="Joe Marsh", service="Class")
    (one,) = found(mine, copy)
    assert one.reason.endswith("they don't agree on the name, the phone number and the service.")


def test_what_only_one_diary_says_and_a_name_of_its_own_for_the_service_are_no_difference() -> None:
    mine = in_calcom(1, phone="0113 496 0102")
    assert found(mine, in_google(2, customer=None, phone="01134960102", service="Check-up with us")) == []


@pytest.mark.parametrize(
    ("here", "there", "differs"),
    [
        ("Sam Hartley", "Sam", False),
        ("Sam Hartley", "S. Hartley", False),
        ("Sam Hartley", "HARTLEY, Sam", False),
        ("Mr Hartley", "Sam Hartley", False),
        ("Mary-Ann O'Neil", "Mary-Ann O'Neil-Jones", True),
        ("Sam Hartley", "Jo Hartley", True),
        ("Sam", "Jo", True),
        ("Sam Hartley", "Sam Marsh", True),
        ("S. Hartley", "J. Hartley", True),
        ("Sam Hartley", None, False),
    ],
)
def test_a_name_that_is_only_written_shorter_is_no_difference(here: str, there: str | None, differs: bool) -> None:
    mine = in_calcom(1, customer=here, phone="+44 113 496 0100")
    assert bool(found(mine, in_google(2, customer=there, phone="0113 496 0100"))) is differs


def test_somebody_known_by_one_name_here_and_by_two_there_is_one_person() -> None:
    mine = in_calcom(1, person="Sam", customer="Jo Marsh")
    yours = in_google(2, person="Sam Hartley", service="Class", customer="Ana Jones")
    (one,) = found(mine, yours)
    assert one.kind is Kind.BOOKING_CLASH
    # of two Sams nobody knows which is meant
    other = in_google(3, AT_TWO + timedelta(days=1), person="Sam Marsh", service="Class", customer="Bo Lee")
    assert found(mine, yours, other) == []


def test_the_only_visit_of_a_customer_that_day_stands_at_another_time() -> None:
    mine, yours = in_calcom(1, phone="0113 496 0102"), in_google(2, AT_TWO + timedelta(hours=2), phone="01134960102")
    (one,) = found(mine, yours)
    assert one.reason.endswith("they don't agree on the time.")
    child = replace(yours, customer="Kit Marsh")
    assert found(mine, child) == []
    assert found(mine, yours, in_google(3, AT_TWO + timedelta(hours=4), phone="01134960102")) == []


def test_short_names_that_diaries_count_with_join_nothing() -> None:
    mine = in_calcom(1, external_id="12", customer="Jo")
    assert found(mine, in_google(2, AT_TWO + timedelta(days=3), external_id="12", customer="Ana")) == []


def copied(number: int) -> list[Booking]:
    """So many appointments in both diaries, each on a day of its own."""
    both = []
    for each in range(number):
        at, who = AT_TWO + timedelta(days=each), f"Customer No{each}"
        both += [in_calcom(10 + each, at, customer=who), in_google(50 + each, at, customer=who)]
    return both


def test_what_was_not_copied_where_all_else_is_shows() -> None:
    lonely = in_calcom(1, AT_TWO + timedelta(days=1, hours=1), customer="Kit Marsh")
    (one,) = found(*copied(FEWEST_COPIED + 1), lonely)
    assert (one.kind, one.booking) == (Kind.BOOKING_DIFFERS, 1)
    assert one.reason == "Check-up for Kit Marsh is in one diary, and not in the other that the rest is copied into."


def test_diaries_that_have_little_in_common_are_not_held_against_each_other() -> None:
    lonely = in_calcom(1, AT_TWO + timedelta(days=1, hours=1), customer="Kit Marsh")
    assert found(*copied(FEWEST_COPIED - 1), lonely) == []
    others = [
        in_calcom(100 + each, AT_TWO + timedelta(days=each, hours=3), customer=f"Other No{each}") for each in range(4)
    ]
    assert found(*copied(FEWEST_COPIED + 1), *others) == []


def test_what_was_made_just_before_the_other_diary_was_read_may_still_be_copied() -> None:
    fresh = in_calcom(1, AT_TWO + timedelta(days=1, hours=1), customer="Kit Marsh", created_at=CALLED_AT)
    assert found(*copied(FEWEST_COPIED + 1), replace(fresh, created_at=CALLED_AT + timedelta(minutes=30))) == []
    assert len(found(*copied(FEWEST_COPIED + 1), fresh)) == 1


@st.composite
def diaries(draw: st.DrawFn) -> list[Booking]:
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["Cal.com", "Google", "Square"]),
                st.sampled_from(["Sam", "Jo", None]),
                st.integers(0, 60),
                st.integers(0, 40),
                st.sampled_from(["Check-up", "Class"]),
                st.booleans(),
            ),
            max_size=8,
        )
    )
    return [
        an_entry(
            number,
            AT_TWO + timedelta(minutes=start),
            minutes,
            connection=diary,
            person=person,
            service=service,
            status=BookingStatus.BOOKED if live else BookingStatus.CANCELLED,
            created_at=MADE + timedelta(hours=number),
        )
        for number, (diary, person, start, minutes, service, live) in enumerate(rows, start=1)
    ]


@settings(max_examples=300, deadline=None)
@given(diaries())
def test_clashes_agree_with_comparing_every_pair_minute_by_minute(bookings: list[Booking]) -> None:
    def meets(one: Booking, other: Booking) -> bool:
        minutes = (AT_TWO + timedelta(minutes=each) for each in range(120))
        return any(one.starts_at <= at < one.ends_at and other.starts_at <= at < other.ends_at for at in minutes)

    expected = {
        frozenset((one.id, other.id))
        for one, other in combinations(bookings, 2)
        if one.live and other.live and one.person and one.person == other.person
        if one.connection != other.connection and one.service != other.service and meets(one, other)
    }
    clashes = [each for each in found(*bookings) if each.kind is Kind.BOOKING_CLASH]
    assert sorted(map(sorted, (entries(each) for each in clashes))) == sorted(map(sorted, expected))
