"""How long entries of a diary are, where they do not say or say too much."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from agentdesk.connectors.kit.calendar.notes import Notes
from agentdesk.domain.clock import start_of_day

USUAL_MINUTES = 60
LONGEST_ENTRY = timedelta(days=31)
MinutesFor = Callable[[str], int | None]


def usual_minutes(minutes_for: MinutesFor, service: str, notes: Notes) -> int:
    """How long an entry is taken to be that does not say."""
    known = minutes_for(service)
    notes.add("assumed_hour" if known is None else "assumed_end")
    return USUAL_MINUTES if known is None else known


def whole_days(first: date, after: date | None, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first moment of a day to the first one after the last day, by default one day."""
    return start_of_day(first, zone), start_of_day(after or first + timedelta(days=1), zone)
