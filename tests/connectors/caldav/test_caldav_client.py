"""What we read from a real server is what the caldav client reads from it: every entry, time, title and state."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.clock import SetClock, day_of
from tests.connectors.caldav.server import PASSWORD, USER, Radicale
from tests.connectors.kit.known import Desk, signed_in
from tests.judges.client import NotThere, read_by_client

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ZONED = ";TZID=Europe/London"


def fill(server: Radicale) -> None:
    """Single entries, whole days and series of many kinds, over the end of summer time."""
    chance = random.Random(7)  # noqa: S311 - entries are drawn, not secrets
    diary, other = server.calendar("diary"), server.calendar("other")
    for number in range(80):
        start = datetime(2026, 9, 1, 8, tzinfo=LONDON) + timedelta(
            days=chance.randrange(200), minutes=15 * number % 600
        )
        end = start + timedelta(minutes=chance.choice([15, 45, 60, 600]))
        state = ("STATUS:CANCELLED",) if number % 9 == 0 else ()
        times = (f"DTSTART{ZONED}:{start:%Y%m%dT%H%M%S}", f"DTEND{ZONED}:{end:%Y%m%dT%H%M%S}")
        server.put(chance.choice([diary, other]), f"e{number}", *times, f"SUMMARY:Visit\\, no. {number} – é", *state)
    for number in range(10):
        day = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(days=9 * number)
        server.put(other, f"d{number}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}", "SUMMARY:Closed")
    rules = ("WEEKLY;BYDAY=MO,TH", "DAILY;INTERVAL=3;COUNT=20", "MONTHLY;BYDAY=-1FR", "WEEKLY;UNTIL=20261110T180000Z")
    for number, rule in enumerate(rules):
        first = datetime(2026, 9, 24, 18, tzinfo=LONDON) + timedelta(hours=number)
        lasting = (f"DTSTART{ZONED}:{first:%Y%m%dT%H%M%S}", "DURATION:PT50M", f"RRULE:FREQ={rule}")
        server.put(diary, f"s{number}", *lasting, f"SUMMARY:Class {number}")
    left_out = (f"DTSTART{ZONED}:20261001T070000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=12", "SUMMARY:Early")
    moved = (
        f"RECURRENCE-ID{ZONED}:20261022T070000",
        f"DTSTART{ZONED}:20261023T093000",
        "DURATION:PT2H",
        "SUMMARY:Late",
    )
    off = (f"RECURRENCE-ID{ZONED}:20261105T070000", f"DTSTART{ZONED}:20261105T070000", "DURATION:PT1H", "SUMMARY:Early")
    without = f"EXDATE{ZONED}:20261015T070000"
    server.put(diary, "s9", *left_out, without, also=(moved, (*off, "STATUS:CANCELLED")))


def figures(booking: Booking) -> dict[str, Any]:
    days = [day_of(each, LONDON).isoformat() for each in (booking.starts_at, booking.ends_at)]
    start, end = days if booking.all_day else (booking.starts_at.isoformat(), booking.ends_at.isoformat())
    cancelled = booking.status is BookingStatus.CANCELLED
    return {"start": start, "end": end, "title": booking.service, "cancelled": cancelled}


@pytest.mark.timeout(300)
@pytest.mark.skipif(shutil.which("uv") is None, reason="needs uv, which makes an environment for the client")
def test_we_read_what_the_caldav_client_reads(tmp_path: Path) -> None:
    desk = Desk(SetClock(NOW))
    with Radicale(tmp_path) as server:
        fill(server)
        with signed_in("caldav", server.url, desk.clock, key=PASSWORD, account=USER) as connector:
            assert connector.bookings is not None
            desk.take_bookings(connector.bookings.bookings(None, desk))
        first, last = (datetime.combine(day_of(each, LONDON), time(), LONDON) for each in desk.window())
        window = (first.isoformat(), (last + timedelta(days=1)).isoformat())
        script = Path(__file__).with_name("client_reads.py")
        try:
            read = read_by_client(script, server.url, USER, PASSWORD, *window)
        except NotThere as missing:
            pytest.skip(f"the caldav client can't be had: {missing}")
    theirs = {each.pop("id"): each for each in read}
    ours = {name: figures(each) for name, each in desk.bookings.items()}
    assert len(ours) >= 120
    assert ours == theirs
