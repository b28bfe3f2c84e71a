"""Calls from a table: one row each, what was said as lines "Caller: …" and "Agent: …" in one cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agentdesk.connectors.file import moments
from agentdesk.connectors.file.amounts import money, seconds_of, unit_of
from agentdesk.connectors.file.call_lines import number_or_none, spoken_lines
from agentdesk.connectors.file.results import Ready, Tally
from agentdesk.connectors.file.rows import Layout, cell, is_shortened, phone
from agentdesk.connectors.file.table import Row
from agentdesk.connectors.kit.calendar.notes import Unread
from agentdesk.connectors.kit.text import UnclearError, is_name, one_line
from agentdesk.domain.call import Call, call_id
from agentdesk.domain.money import Money

DATES = ("started_at",)


@dataclass(frozen=True, slots=True)
class CallTable:
    """The calls of a table."""

    layout: Layout
    connection: str
    zone: ZoneInfo
    currency: str
    day_first: bool | None

    def drafts(self, tally: Tally) -> Iterator[Ready[Call] | Unread]:
        """Every row as a call or as what is wrong with it."""
        places = self.layout.places()
        for row in self.layout.records(tally):
            try:
                yield Ready(self._call(row, places, tally))
            except UnclearError as trouble:
                yield Unread(f"row {row.number:,}", str(trouble))

    def _call(self, row: Row, places: dict[str, int], tally: Tally) -> Call:
        if row.why:
            raise UnclearError(row.why)
        external_id = name_of(cell(row, places, "external_id"))
        started_at = start_of(row, places, "started_at", self.zone, self.day_first)
        if not isinstance(started_at, datetime):
            raise UnclearError("It has a date but no time.")
        return Call(
            call_id(started_at, self.connection, external_id),
            self.connection,
            external_id,
            None,
            one_line(cell(row, places, "agent")) or None,
            started_at,
            number_or_none(cell(row, places, "seconds"), seconds_of, "seconds", tally),
            one_line(phone(cell(row, places, "from"), tally) or "", 64) or None,
            spoken_lines(cell(row, places, "turns"), tally),
            self._cost(cell(row, places, "cost"), cell(row, places, "currency"), tally),
            one_line(cell(row, places, "outcome")) or None,
        )

    def _cost(self, text: str, currency: str, tally: Tally) -> Money | None:
        if not text:
            return None
        try:
            return money(text, unit_of(currency) if currency else self.currency)
        except ValueError:
            tally.add("cost")
            return None


def name_of(text: str) -> str:
    """The number by which a row is known again. Raises UnclearError for none, or for what Excel left of one."""
    if not text:
        raise UnclearError("It has no number of its own.")
    if is_shortened(text):
        raise UnclearError("Excel has shortened its own number. Set that column to text and save the file again.")
    if not is_name(text):
        raise UnclearError("Its own number is not one that can be kept.")
    return text


def start_of(row: Row, places: dict[str, int], field: str, zone: ZoneInfo, day_first: bool | None) -> datetime | date:
    """When a row starts: one cell, or a day and a time. A day without a time stays a day. Raises UnclearError."""
    text = cell(row, places, field)
    if not text:
        raise UnclearError("It does not say when it starts.")
    start = moments.day_or_moment(text, zone, day_first)
    clock = cell(row, places, "time")
    if isinstance(start, datetime) or not clock:
        return start
    try:
        return moments.placed(datetime.combine(start, moments.clock_time(clock)), zone)
    except UnclearError:
        return moments.moment(clock, zone, day_first)
