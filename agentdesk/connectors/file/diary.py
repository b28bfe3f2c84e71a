"""Diary entries from an ICS file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from agentdesk.connectors.file.lines import lines
from agentdesk.connectors.file.results import Tally
from agentdesk.connectors.file.snapshot import Snapshot
from agentdesk.connectors.kit.calendar.lengths import MinutesFor
from agentdesk.connectors.kit.calendar.notes import Unread
from agentdesk.connectors.kit.calendar.reading import DiaryReader
from agentdesk.domain.booking import Booking
from agentdesk.domain.clock import day_of
from agentdesk.domain.errors import Sorry

WINDOW = timedelta(days=400)
MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Diary:
    """The entries of a diary from 400 days before to 400 days after `now`."""

    snapshot: Snapshot
    connection: str
    zone: ZoneInfo
    now: datetime
    minutes_for: MinutesFor

    def read(self, tally: Tally) -> tuple[tuple[Booking, ...], tuple[Unread, ...]]:
        """Everything at once: a diary is small. Raises Sorry where it cannot be worked out in the time given."""
        if self.snapshot.size > MOST_BYTES:
            raise Sorry("This diary file is larger than 20 MB. Save a shorter period from your diary.")
        today = day_of(self.now, self.zone)
        reader = DiaryReader(self.connection, self.zone, self.now, today - WINDOW, today + WINDOW, self.minutes_for)
        found, unread = reader.read([lines(self.snapshot)], tally)
        return tuple(each.booking for each in found), unread
