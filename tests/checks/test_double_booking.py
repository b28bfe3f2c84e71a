from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.checks.double_booking import find
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.business import Service
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from tests.conversations import a_business, an_entry, assert_verbatim, the_evidence

AT_TWO = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
MADE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def found(*bookings: Booking, **business: object) -> list[Found]:
    evidence = the_evidence(business=a_business(**business), bookings=bookings)
    all_found = list(find(evidence))
    assert_verbatim(all_found, evidence)
    return all_found


def entries(of: Found) -> list[int]:
    return [each.booking for each in of.evidence if isinstance(each, Entry)]


def check_up(booking_id: int, at: datetime = AT_TWO, minutes: int = 30, made_after: int = 0, **what: object) -> Booking:
    made = MADE + timedelta(hours=made_after)
    return an_entry(booking_id, at, minutes, service="Check-up", created_at=made, **what)


def test_two_in_one_chair_are_one_finding_on_the_entry_made_last() -> None:
    (one,) = found(check_up(1, made_after=5), check_up(2, made_after=1))
    assert (one.kind, one.severity, one.booking) == (Kind.BOOKING_DOUBLE, Severity.RED, 1)
    assert one.reason == "2 bookings at one time on Tue 24 Nov, 2:00 pm, and you can take 1."
    assert entries(one) == [1, 2]


def test_back_to_back_is_fine_and_a_minute_over_is_not() -> None:
    assert found(check_up(1), check_up(2, AT_TWO + timedelta(minutes=30))) == []
    assert len(found(check_up(1, minutes=31), check_up(2, AT_TWO + timedelta(minutes=30)))) == 1


def test_three_at_one_time_are_one_clash() -> None:
    (one,) = found(check_up(1), check_up(2, made_after=1), check_up(3, made_after=2))
    assert (one.booking, entries(one)) == (3, [1, 2, 3])


def test_a_chain_has_a_clash_for_each_pair_that_meets() -> None:
    half_past = AT_TWO + timedelta(minutes=30)
    chain = (
        check_up(1, minutes=45),
        check_up(2, half_past, 45, 1),
        check_up(3, half_past + timedelta(minutes=30), 45, 2),
    )
    assert [(each.booking, entries(each)) for each in found(*chain)] == [(2, [1, 2]), (3, [2, 3])]


def test_a_class_takes_as_many_as_it_has_places() -> None:
    three = [an_entry(each, AT_TWO, service="class") for each in (1, 2, 3)]
    assert found(*three) == []
    (one,) = found(*three, an_entry(4, AT_TWO, service="Class "))
    assert one.booking == 4
    assert "and you can take 3" in one.reason


def test_different_services_do_not_compete() -> None:
    assert found(check_up(1), an_entry(2, AT_TWO, service="Class")) == []


def test_entries_without_a_service_compete_with_everything_for_the_largest_capacity() -> None:
    services = (Service("Check-up", 30), Service("Hygienist", 30, capacity=2))
    both = (check_up(1), an_entry(2, AT_TWO, service="Hygienist"))
    assert found(*both, services=services) == []
    (one,) = found(*both, an_entry(3, AT_TWO), services=services)
    assert entries(one) == [1, 2, 3]


def test_without_services_entries_of_one_name_compete() -> None:
    two = (an_entry(1, AT_TWO, service="Cut"), an_entry(2, AT_TWO, service="cut"))
    assert len(found(*two, services=())) == 1
    assert found(two[0], an_entry(2, AT_TWO, service="Colour"), services=()) == []


def test_cancelled_all_day_and_empty_entries_take_no_room() -> None:
    assert (
        found(
            check_up(1),
            check_up(2, status=BookingStatus.CANCELLED),
            check_up(3, all_day=True),
            check_up(4, minutes=0),
        )
        == []
    )


def test_a_copy_in_a_second_diary_is_the_same_booking() -> None:
    mine = check_up(1, phone="+44 113 496 0102", connection="Cal.com")
    copy = check_up(2, phone="0113 496 0102", connection="Google")
    assert found(mine, copy) == []
    assert len(found(mine, check_up(2, phone="0113 496 0199", connection="Google"))) == 1
    assert len(found(mine, check_up(2, phone="0113 496 0102", connection="Cal.com"))) == 1


SERVICES = (Service("One", 30), Service("Two", 30, capacity=2))


@st.composite
def diaries(draw: st.DrawFn) -> list[Booking]:
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, 60),
                st.integers(0, 40),
                st.sampled_from(["One", "two", "Other", None]),
                st.sampled_from(list(BookingStatus)),
                st.none() | st.integers(0, 3),
            ),
            max_size=9,
        )
    )
    return [
        an_entry(
            number,
            AT_TWO + timedelta(minutes=start),
            minutes,
            service=service,
            status=status,
            created_at=None if made is None else MADE + timedelta(hours=made),
        )
        for number, (start, minutes, service, status, made) in enumerate(rows, start=1)
    ]


def by_the_minute(bookings: list[Booking]) -> dict[int, set[int]]:
    """Slow and plain: who is there at each minute, and which sets of them are too many."""
    too_many: set[tuple[str, frozenset[int]]] = set()
    for minute in range(120):
        now = AT_TWO + timedelta(minutes=minute)
        here = [each for each in bookings if each.live and each.starts_at <= now < each.ends_at]
        for name, capacity in (("one", 1), ("two", 2), ("other", 2)):
            same = frozenset(each.id for each in here if (each.service or "").casefold() == name)
            if len(same) > capacity:
                too_many.add((name, same))
        if any(each.service is None for each in here) and len(here) > 2:
            too_many.add(("", frozenset(each.id for each in here)))
    clashes = [one for pool, one in too_many if not any(pool == other and one < more for other, more in too_many)]
    by_id = {each.id: each for each in bookings}
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    findings: dict[int, set[int]] = {}
    for clash in clashes:
        last = max(clash, key=lambda each: (by_id[each].created_at or long_ago, each))
        findings.setdefault(last, set()).update(clash)
    return findings


@settings(max_examples=300, deadline=None)
@given(diaries())
def test_the_check_agrees_with_counting_every_minute(bookings: list[Booking]) -> None:
    evidence = the_evidence(business=a_business(services=SERVICES), bookings=tuple(bookings))
    assert {each.booking: set(entries(each)) for each in find(evidence)} == by_the_minute(bookings)
