"""Diary entries from a table, one row each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from agentdesk.connectors.file import moments
from agentdesk.connectors.file.amounts import minutes_of
from agentdesk.connectors.file.call_table import name_of, start_of
from agentdesk.connectors.file.results import Ready, Tally
from agentdesk.connectors.file.rows import Layout, cell, phone
from agentdesk.connectors.file.table import Row
from agentdesk.connectors.kit.calendar.lengths import LONGEST_ENTRY, MinutesFor, usual_minutes, whole_days
from agentdesk.connectors.kit.calendar.notes import Unread
from agentdesk.connectors.kit.text import UnclearError, one_line
from agentdesk.domain.booking import Booking, BookingStatus

DATES = ("starts_at", "ends_at", "created_at")

_BOOKED = """booked confirmed accepted active scheduled approved upcoming new ok complete completed arrived attended
seen paid done checkedin inprogress started pending tentative unconfirmed requested"""
_CANCELLED = """cancelled canceled deleted declined rejected expired removed void cancelledbycustomer cancelledbyclient
canceledbycustomer canceledbyclient cancelledbybusiness cancelledbyseller canceledbyseller customercancelled
latecancelled latecancel"""
_NO_SHOW = "noshow noshowed didnotattend dna didnotshow missed didntshow"
_STATES = {
    **dict.fromkeys(_BOOKED.split(), BookingStatus.BOOKED),
    **dict.fromkeys(_CANCELLED.split(), BookingStatus.CANCELLED),
    **dict.fromkeys(_NO_SHOW.split(), BookingStatus.NO_SHOW),
}


def made_name(starts_at: datetime, whom: str, what: str) -> str:
    """A number for an entry without one: the same for the same time, person and service."""
    digest = hashlib.blake2b(f"{whom.casefold()}|{what.casefold()}".encode(), digest_size=6).hexdigest()
    return f"made-{starts_at.astimezone(UTC):%Y%m%dT%H%M}-{digest}"


@dataclass(frozen=True, slots=True)
class BookingTable:
    """The diary entries of a table."""

    layout: Layout
    connection: str
    zone: ZoneInfo
    day_first: bool | None
    minutes_for: MinutesFor

    def drafts(self, tally: Tally) -> Iterator[Ready[Booking] | Unread]:
        """Every row as an entry or as what is wrong with it."""
        places = self.layout.places()
        for row in self.layout.records(tally):
            try:
                yield Ready(self._booking(row, places, tally))
            except UnclearError as trouble:
                yield Unread(f"row {row.number:,}", str(trouble))

    def _booking(self, row: Row, places: dict[str, int], tally: Tally) -> Booking:
        if row.why:
            raise UnclearError(row.why)

        def words(field: str) -> str | None:
            return one_line(cell(row, places, field), 200) or None

        start = start_of(row, places, "starts_at", self.zone, self.day_first)
        service = words("service")
        customer = " ".join(filter(None, (words("customer"), words("last_name")))) or None
        number = one_line(phone(cell(row, places, "phone"), tally) or "", 64) or None
        if isinstance(start, datetime):
            starts_at, ends_at = start, self._end(row, places, start, service or "", tally)
        else:
            moments.placed(datetime.combine(start, datetime.min.time()), self.zone)
            starts_at, ends_at = whole_days(start, None, self.zone)
        if "external_id" in places:
            external_id = name_of(cell(row, places, "external_id"))
        else:
            tally.add("no_uid")
            external_id = made_name(starts_at, customer or number or words("email") or "", service or "")
        return Booking(
            0,
            self.connection,
            external_id,
            starts_at,
            ends_at,
            status_of(cell(row, places, "status"), tally),
            service,
            customer,
            number,
            words("email"),
            self._created(cell(row, places, "created_at"), tally),
            all_day=not isinstance(start, datetime),
        )

    def _end(self, row: Row, places: dict[str, int], start: datetime, service: str, tally: Tally) -> datetime:
        text = cell(row, places, "ends_at")
        if text:
            end = self._end_said(text, start)
            if end < start:
                raise UnclearError("It ends before it starts.")
            if end - start > LONGEST_ENTRY:
                raise UnclearError("It lasts longer than a month.")
            if end > start:
                return end
        if (minutes := minutes_of(cell(row, places, "minutes"))) is None:
            minutes = usual_minutes(self.minutes_for, service, tally)
        return start + timedelta(minutes=minutes)

    def _end_said(self, text: str, start: datetime) -> datetime:
        try:
            clock = moments.clock_time(text)
        except UnclearError:
            return moments.moment(text, self.zone, self.day_first)
        local = start.astimezone(self.zone)
        end = moments.placed(datetime.combine(local.date(), clock), self.zone)
        # A time alone that lies before the start is past midnight.
        return (
            end
            if end >= start
            else moments.placed(datetime.combine(local.date() + timedelta(days=1), clock), self.zone)
        )

    def _created(self, text: str, tally: Tally) -> datetime | None:
        if not text:
            return None
        try:
            return moments.moment(text, self.zone, self.day_first)
        except UnclearError:
            tally.add("created")
            return None


def status_of(text: str, tally: Tally) -> BookingStatus:
    """How an entry stands.

    A state that is not known is kept as booked and said: taken as cancelled it would make an honest
    agent look like a liar, and left out it would hide a slot that is taken.
    """
    plain = "".join(each for each in text.casefold() if each.isalnum())
    if not plain:
        return BookingStatus.BOOKED
    if (known := _STATES.get(plain)) is not None:
        return known
    tally.unknown_state(one_line(text, 30))
    return BookingStatus.BOOKED
