"""What the diary asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.clock import Clock, week_of
from agentdesk.domain.finding import CLASHES, Entry, Finding, FindingStatus, Kind
from agentdesk.domain.lists import BookingFilter, FindingFilter
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.calls.diary import OpenBooking
from agentdesk.services.calls.masking import for_lists
from agentdesk.services.calls.showing import Shown, hidden_elsewhere, hidden_entry
from agentdesk.services.findings.differences import differences
from agentdesk.services.services import Services
from agentdesk.ui.screens.diary.week import WeekPicture, picture_of
from agentdesk.ui.widgets.line_list import Line
from agentdesk.ui.widgets.telling import booking_told, joined, made_by_in_words, status_in_words

AT_A_TIME = 50
AHEAD = timedelta(days=180)
"""How long before a day it may have been promised."""


@dataclass(frozen=True, slots=True)
class WeekRead:
    """A week, and the day of the latest entry there is at all."""

    picture: WeekPicture
    newest: date | None


@dataclass(frozen=True, slots=True)
class ListRead:
    rows: tuple[Booking, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class BookingPicture:
    """One entry with every matter that names it, and where it and its call disagree.

    `hidden_entry`, `hidden`, `hidden_differences`: the same as they show until somebody asks for more; `asked`: who
    did, the latest first.
    """

    open: OpenBooking
    findings: tuple[Finding, ...]
    differences: tuple[str, ...]
    hidden_entry: Booking
    hidden: tuple[Finding, ...]
    hidden_differences: tuple[str, ...]
    asked: tuple[Shown, ...]

    @property
    def hides(self) -> bool:
        """Whether anything but the number is hidden."""
        kept = (self.open.booking, self.findings, self.differences)
        return (self.hidden_entry, self.hidden, self.hidden_differences) != kept


class DiaryPresenter:
    """Reads weeks, lists and entries. Runs in a job's thread."""

    def __init__(self, services: Services, clock: Clock) -> None:
        self._services = services
        self._clock = clock

    def week(self, day: date, zone: ZoneInfo, connection: str | None = None) -> WeekRead:
        """The week around a day, with what was promised for it by this week's calls and earlier ones.

        Of one diary alone if asked for: what is in none is left out then.
        """
        period = week_of(day)
        week = self._services.diary.week(day, connection)
        missing = self._services.findings.page(
            FindingFilter(
                first=period.first - AHEAD,
                last=period.last,
                status=FindingStatus.OPEN,
                kinds=(Kind.BOOKING_MISSING,),
            )
        )
        picture = picture_of(week, missing if connection is None else (), zone)
        return WeekRead(picture, self._services.diary.newest_day())

    def listed(self, wanted: BookingFilter, before: int | None = None) -> ListRead:
        page = self._services.diary.page(wanted, before, AT_A_TIME)
        return ListRead(page.rows, page.next_before)

    def booking(self, booking: int, zone: ZoneInfo) -> BookingPicture:
        """Raises Sorry when the entry is no longer kept."""
        opened = self._services.diary.open_(booking)
        day = opened.booking.starts_at.astimezone(zone).date()
        around = self._services.findings.page(FindingFilter(first=day, last=day, kinds=CLASHES))
        also = (each for each in around if each.status is not FindingStatus.WITHDRAWN and _names(each, booking))
        found = {each.id: each for each in (*opened.findings, *also)}
        unlike: tuple[str, ...] = ()
        if opened.call is not None:
            business = self._services.businesses.current()
            unlike = differences(opened.call, (opened.booking,), business, self._clock.now())[booking]
        findings = tuple(found.values())
        showing = self._services.showing
        of_call = [each for each in findings if opened.call is not None and each.found.call == opened.call.id]
        covered = showing.hidden(opened.call, of_call).findings if opened.call is not None else ()
        by_id = {each.id: each for each in covered}
        return BookingPicture(
            opened,
            findings,
            unlike,
            hidden_entry(opened.booking),
            tuple(hidden_elsewhere(by_id.get(each.id, each)) for each in findings),
            tuple(for_lists(each) for each in unlike),
            showing.asked_of_entry(booking),
        )


def line_of(booking: Booking, zone: ZoneInfo) -> Line:
    """An entry as a row of the list."""
    status = status_in_words(booking.status) if booking.status is not BookingStatus.BOOKED else ""
    return Line(
        key=booking.id,
        sentence=joined((booking_told(booking), made_by_in_words(booking))),
        lead=moment_in_words(booking.starts_at, zone),
        right=status,
    )


def _names(finding: Finding, booking: int) -> bool:
    return any(isinstance(each, Entry) and each.booking == booking for each in finding.found.evidence)
