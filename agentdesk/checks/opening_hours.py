"""Entries on closed days and outside opening hours, whoever made them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from agentdesk.checks.evidence import Evidence, entry_in_words
from agentdesk.domain.booking import Booking
from agentdesk.domain.business import Span
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.clock import day_of
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from agentdesk.domain.wording import day_in_words, listed, moment_in_words, span_in_words, time_in_words


def find(evidence: Evidence) -> Iterator[Found]:
    """One finding for each live entry that does not lie in open time as a whole.

    `closed_day` when it starts on a closed day, `outside_hours` otherwise; never both. A start inside a
    span that began the evening before belongs to that open day. All-day entries are left alone: they are
    notes ("Sam on leave", "Christmas"), most of all on closed days. Nothing while no hours are known.
    """
    for business, bookings in evidence.bookings_by_business():
        if not any(business.hours):
            continue
        calendar = OpeningCalendar(business)
        for booking in bookings:
            if booking.live and not booking.all_day and not _inside(calendar, booking):
                yield _found(calendar, booking, evidence.zone)


def _inside(calendar: OpeningCalendar, booking: Booking) -> bool:
    return calendar.is_inside(booking.starts_at, max(booking.starts_at, booking.ends_at))


def _found(calendar: OpeningCalendar, booking: Booking, zone: ZoneInfo) -> Found:
    day = day_of(booking.starts_at, zone)
    why = calendar.why_closed(day)
    closed = why is not None and not calendar.is_inside(booking.starts_at, booking.starts_at)
    if closed:
        kind = Kind.BOOKING_CLOSED_DAY
        reason = f"Booked for {moment_in_words(booking.starts_at, zone)}, but you are closed: {why}."
    else:
        kind = Kind.BOOKING_OUTSIDE_HOURS
        reason = f"Booked for {span_in_words(booking.starts_at, booking.ends_at, zone)}, but {_open(calendar, day)}."
    return Found(
        kind=kind,
        severity=Severity.RED,
        reason=reason,
        evidence=(Entry(booking.id, entry_in_words(booking, zone)),),
        booking=booking.id,
    )


def _open(calendar: OpeningCalendar, day: date) -> str:
    spans = sorted(calendar.spans(day))
    if not spans:
        return f"you don't open on {day_in_words(day)}"
    return f"you are open {listed([_span_in_words(each) for each in spans])} that day"


def _span_in_words(span: Span) -> str:
    return f"{time_in_words(span.start)} to {time_in_words(span.end)}"
