"""The diary: a week of entries in opening hours, and lists of them, each with the call that made it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from agentdesk.domain.booking import Booking
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Period, start_of_day, week_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Entry, Finding, FindingStatus, Kind
from agentdesk.domain.lists import BookingFilter, FindingFilter
from agentdesk.services.business.businesses import BusinessService
from agentdesk.store import bookings as stored
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day: its open time as UTC instants, why it is closed if it is, and its live entries in order."""

    day: date
    open: tuple[tuple[datetime, datetime], ...]
    why_closed: str | None
    entries: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class DiaryWeek:
    """Monday to Sunday. `findings` maps an entry to what was found about it."""

    period: Period
    days: tuple[DiaryDay, ...]
    findings: dict[int, tuple[Finding, ...]]
    missing: tuple[Finding, ...]
    """Bookings that a call of this week said were made and that aren't in the diary."""


@dataclass(frozen=True, slots=True)
class BookingPage:
    rows: tuple[Booking, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class OpenBooking:
    """One entry with the call that made it and what was found about it."""

    booking: Booking
    call: Call | None
    findings: tuple[Finding, ...]


class DiaryService:
    """Reads the diary."""

    def __init__(self, store: Store, businesses: BusinessService) -> None:
        self._store = store
        self._businesses = businesses

    def week(self, day: date, connection: str | None = None) -> DiaryWeek:
        """The week around a day, in the business's zone; of one diary alone if asked for."""
        period = week_of(day)
        with self._store.reading() as db:
            business = self._businesses.current()
            zone = self._businesses.zone()
            entries = [each for each in stored.between(db, *period.bounds(zone)) if each.live]
            entries = [each for each in entries if connection in (None, each.connection)]
            found = stored_findings.page(db, FindingFilter(first=period.first, last=period.last))
        open_ = [each for each in found if each.status is not FindingStatus.WITHDRAWN]
        by_entry: dict[int, tuple[Finding, ...]] = {}
        for finding in open_:
            for entry in _entries_of(finding):
                by_entry[entry] = (*by_entry.get(entry, ()), finding)
        by_day = _parted(entries, period, zone)
        calendar = OpeningCalendar(business) if business and any(business.hours) else None
        days = []
        for offset in range(7):
            each = date.fromordinal(period.first.toordinal() + offset)
            days.append(
                DiaryDay(
                    each,
                    tuple(calendar.open_intervals(each)) if calendar else (),
                    calendar.why_closed(each) if calendar else None,
                    by_day[offset],
                )
            )
        missing = tuple(each for each in open_ if each.found.kind is Kind.BOOKING_MISSING)
        return DiaryWeek(period, tuple(days), by_entry, missing)

    def page(self, wanted: BookingFilter, before: int | None = None, limit: int = 50) -> BookingPage:
        """At most `limit` entries, latest start first; `before` is the `next_before` of the page above."""
        with self._store.reading() as db:
            rows = stored.page(db, wanted, before, limit + 1)
        return BookingPage(rows[:limit], rows[limit - 1].id if len(rows) > limit else None)

    def open_(self, booking: int) -> OpenBooking:
        """Raises Sorry when the entry is no longer kept."""
        with self._store.reading() as db:
            found = stored.get(db, booking)
            if found is None:
                raise Sorry("This diary entry is no longer kept here.")
            call = stored_calls.get(db, found.call) if found.call is not None else None
            findings = stored_findings.page(db, FindingFilter(booking=booking))
        return OpenBooking(found, call, tuple(each for each in findings if each.status is not FindingStatus.WITHDRAWN))

    def newest_day(self) -> date | None:
        """The day of the latest entry, so that a view can open where something is."""
        with self._store.reading() as db:
            rows = stored.page(db, BookingFilter(), None, 1)
        return rows[0].starts_at.astimezone(self._businesses.zone()).date() if rows else None


def _parted(entries: Sequence[Booking], period: Period, zone: ZoneInfo) -> list[tuple[Booking, ...]]:
    """The entries of each day; they come in the order of their start."""
    starts = [each.starts_at for each in entries]
    days = [period.first + timedelta(days=number) for number in range(period.days + 1)]
    places = [bisect_left(starts, start_of_day(each, zone)) for each in days]
    return [tuple(entries[low:high]) for low, high in pairwise(places)]


def _entries_of(finding: Finding) -> set[int]:
    entries = {each.booking for each in finding.found.evidence if isinstance(each, Entry)}
    return entries | ({finding.found.booking} if finding.found.booking is not None else set())
