from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from agentdesk.checks.opening_hours import find
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.business import Closure, Nation, Span, WeekHours
from agentdesk.domain.calendar import bank_holidays
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from tests.conversations import LONDON, a_business, an_entry, assert_verbatim, on_wall, the_evidence

TUESDAY = date(2026, 11, 24)
SUNDAY = date(2026, 11, 29)


def found(*bookings: Booking, **business: object) -> list[Found]:
    evidence = the_evidence(business=a_business(**business), bookings=bookings)
    all_found = list(find(evidence))
    assert_verbatim(all_found, evidence)
    return all_found


def test_an_entry_in_open_time_is_fine() -> None:
    assert found(an_entry(1, on_wall(TUESDAY, time(9)), 30), an_entry(2, on_wall(TUESDAY, time(17)), 30)) == []


def test_a_booking_over_lunch_is_outside_hours_and_the_hours_are_named() -> None:
    (one,) = found(an_entry(1, on_wall(TUESDAY, time(12, 15)), 30, service="Check-up", customer="Ana Jones"))
    assert (one.kind, one.severity, one.booking, one.call) == (Kind.BOOKING_OUTSIDE_HOURS, Severity.RED, 1, None)
    assert one.reason == (
        "Booked for Tue 24 Nov, 12:15 pm to 12:45 pm, but you are open 9:00 am to 12:30 pm and 1:00 pm to 5:30 pm"
        " that day."
    )
    (entry,) = one.evidence
    assert isinstance(entry, Entry)
    assert entry.words == "Check-up for Ana Jones, Tue 24 Nov, 12:15 pm to 12:45 pm"


def test_a_sunday_is_a_closed_day_and_only_that() -> None:
    (one,) = found(an_entry(1, on_wall(SUNDAY, time(22)), 30))
    assert one.kind is Kind.BOOKING_CLOSED_DAY
    assert one.reason == "Booked for Sun 29 Nov, 10:00 pm, but you are closed: not open on Sundays."


def test_a_closure_is_named_in_the_owners_words() -> None:
    (one,) = found(an_entry(1, on_wall(TUESDAY, time(10))), closures=(Closure(TUESDAY, TUESDAY, "Staff training"),))
    assert one.reason == "Booked for Tue 24 Nov, 10:00 am, but you are closed: Staff training."


def test_bank_holidays_are_those_of_the_nation() -> None:
    st_andrews = an_entry(1, on_wall(date(2026, 11, 30), time(10)))
    assert found(st_andrews, nation=Nation.ENGLAND_AND_WALES) == []
    (one,) = found(st_andrews, nation=Nation.SCOTLAND)
    assert one.kind is Kind.BOOKING_CLOSED_DAY
    assert found(st_andrews, nation=Nation.SCOTLAND, closed_on_bank_holidays=False) == []


def test_cancelled_and_all_day_entries_are_left_alone() -> None:
    at = on_wall(SUNDAY, time(10))
    assert found(an_entry(1, at, status=BookingStatus.CANCELLED), an_entry(2, at, all_day=True)) == []


def test_nothing_is_said_while_no_hours_are_known() -> None:
    at = on_wall(SUNDAY, time(10))
    assert list(find(the_evidence(business=None, bookings=(an_entry(1, at),)))) == []
    assert found(an_entry(1, at), hours=((),) * 7) == []


def test_a_span_over_midnight_belongs_to_the_evening_it_began() -> None:
    late: WeekHours = ((), (), (), (), (), (Span(time(18), time(2)),), ())
    saturday = date(2026, 11, 28)
    assert found(an_entry(1, on_wall(saturday, time(23, 30)), 120), hours=late) == []
    (one,) = found(an_entry(1, on_wall(SUNDAY, time(1, 30)), 60), hours=late)
    assert one.kind is Kind.BOOKING_OUTSIDE_HOURS
    (other,) = found(an_entry(1, on_wall(SUNDAY, time(2, 0)), 60), hours=late)
    assert other.kind is Kind.BOOKING_CLOSED_DAY


SPRING = date(2027, 3, 28)
AUTUMN = date(2026, 10, 25)


@cache
def wall(first: date, days: int) -> tuple[tuple[datetime, datetime], ...]:
    """Every minute of some days with what the wall clock says at it."""
    start = datetime.combine(first, time(0), UTC) - timedelta(hours=2)
    instants = (start + timedelta(minutes=each) for each in range((days * 24 + 4) * 60))
    return tuple((each, each.astimezone(LONDON).replace(tzinfo=None)) for each in instants)


def closed_by_hand(business: object, day: date) -> bool:
    closures = any(each.first <= day <= each.last for each in business.closures)  # type: ignore[attr-defined]
    holiday = business.closed_on_bank_holidays and day in bank_holidays(business.nation, day.year)  # type: ignore[attr-defined]
    return closures or holiday or not business.hours[day.weekday()]  # type: ignore[attr-defined]


def open_minutes(business: object, first: date, days: int) -> set[datetime]:
    """Minute by minute: open from the first whose wall reaches the opening to the last before the closing."""
    minutes = wall(first, days)
    is_open: set[datetime] = set()
    for offset in range(days):
        day = first + timedelta(days=offset)
        if closed_by_hand(business, day):
            continue
        for span in business.hours[day.weekday()]:  # type: ignore[attr-defined]
            opens = datetime.combine(day, span.start)
            last_day = day + timedelta(days=1) if span.end <= span.start else day
            closes = datetime.combine(last_day, span.end)
            begin = next((place for place, (_, shown) in enumerate(minutes) if shown >= opens), len(minutes))
            until = max((place for place, (_, shown) in enumerate(minutes) if shown < closes), default=-1)
            is_open.update(instant for instant, _ in minutes[begin : until + 1])
    return is_open


def expected_kind(business: object, booking: Booking, is_open: set[datetime]) -> Kind | None:
    minutes = int((booking.ends_at - booking.starts_at).total_seconds()) // 60
    if all(booking.starts_at + timedelta(minutes=each) in is_open for each in range(minutes)):
        return None
    day = booking.starts_at.astimezone(LONDON).date()
    if closed_by_hand(business, day) and booking.starts_at not in is_open:
        return Kind.BOOKING_CLOSED_DAY
    return Kind.BOOKING_OUTSIDE_HOURS


QUARTERS = st.integers(0, 95).map(lambda each: time(each // 4, each % 4 * 15))


@st.composite
def days_spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans of one day that don't overlap; the last may run over midnight."""
    ends = sorted(draw(st.lists(QUARTERS, max_size=4, unique=True)))
    spans = [Span(start, end) for start, end in list(pairwise(ends))[::2]]
    over_midnight = draw(st.booleans())
    if ends and over_midnight:
        spans.append(Span(ends[-1], draw(st.sampled_from([time(0), time(1, 30), time(2)]))))
    return tuple(each for each in spans if each.end > each.start or each is spans[-1])


@st.composite
def diaries(draw: st.DrawFn) -> tuple[object, date, list[Booking]]:
    first = draw(
        st.sampled_from([SPRING, AUTUMN, date(2026, 3, 29), date(2026, 12, 26)]).map(
            lambda day: day - timedelta(days=1)
        )
        | st.dates(date(2026, 1, 1), date(2027, 12, 20))
    )
    closures = tuple(
        Closure(first + timedelta(days=start), first + timedelta(days=start + length), "Holiday")
        for start, length in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1)), max_size=1))
    )
    business = a_business(
        hours=tuple(draw(days_spans()) for _ in range(7)),
        closures=closures,
        nation=draw(st.sampled_from(Nation)),
        closed_on_bank_holidays=draw(st.booleans()),
    )
    starts = datetime.combine(first, time(0), UTC)
    bookings = [
        an_entry(number, starts + timedelta(minutes=start), length)
        for number, (start, length) in enumerate(
            draw(st.lists(st.tuples(st.integers(0, 3 * 1440), st.integers(1, 300)), max_size=6)), start=1
        )
    ]
    return business, first, bookings


def spring_night(saturday: tuple[Span, ...], sunday: tuple[Span, ...]) -> tuple[object, date, list[Booking]]:
    """Entries just before and just after 1 am of 28 March 2027, when the wall jumps to 2 am."""
    before, after = datetime(2027, 3, 28, 0, 31, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    business = a_business(hours=((), (), (), (), (), saturday, sunday))
    return business, date(2027, 3, 27), [an_entry(1, before, 29), an_entry(2, after, 29), an_entry(3, before, 60)]


CLOSES_IN_THE_GAP = spring_night((Span(time(18), time(1, 30)),), ())
OPENS_IN_THE_GAP = spring_night((), (Span(time(1, 30), time(4)),))
AUTUMN_NIGHT: tuple[object, date, list[Booking]] = (
    replace(a_business(), hours=((),) * 5 + ((Span(time(18), time(1, 30)),), (Span(time(1, 30), time(4)),))),
    date(2026, 10, 24),
    [
        an_entry(1, datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 60),
        an_entry(2, datetime(2026, 10, 25, 3, 30, tzinfo=UTC), 60),
    ],
)


@settings(max_examples=300, deadline=None)
@given(diaries())
@example(CLOSES_IN_THE_GAP)
@example(OPENS_IN_THE_GAP)
@example(AUTUMN_NIGHT)
def test_the_check_agrees_with_counting_every_minute(diary: tuple[object, date, list[Booking]]) -> None:
    business, first, bookings = diary
    evidence = the_evidence(business=business, bookings=tuple(bookings))
    is_open = open_minutes(business, first - timedelta(days=2), 8)
    expected = {
        each.id: kind
        for each in bookings
        if (kind := expected_kind(business, each, is_open)) and any(business.hours)  # type: ignore[attr-defined]
    }
    assert {each.booking: each.kind for each in find(evidence)} == expected
