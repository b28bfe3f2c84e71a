# /// script
# requires-python = ">=3.11"
# dependencies = ["caldav==3.6.0"]
# ///
"""Reads a window of every calendar with the caldav client: client_reads.py ADDRESS USER PASSWORD FIRST LAST."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, time
from typing import Any

from caldav import DAVClient  # type: ignore[import-not-found]

address, user, password, *window = sys.argv[1:]
first, last = map(datetime.fromisoformat, window)


def told(moment: Any) -> str:
    """An instant, or a day as a day."""
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def name(entry: Any) -> str:
    """The number of an entry, with the moment it was first meant for where it is one of a series."""
    if "RECURRENCE-ID" not in entry:
        return str(entry["UID"])
    meant = entry["RECURRENCE-ID"].dt
    meant = meant if isinstance(meant, datetime) else datetime.combine(meant, time(), UTC)
    return f"{entry['UID']}/{meant.astimezone(UTC):%Y%m%dT%H%M%SZ}"


found = []
with DAVClient(url=address, username=user, password=password) as client:
    for calendar in client.principal().calendars():
        for each in calendar.search(start=first, end=last, event=True, expand=True):
            for entry in each.icalendar_instance.walk("VEVENT"):
                start: date = entry.start
                end: date = entry.end
                said = {"start": told(start), "end": told(end), "title": str(entry.get("SUMMARY", ""))}
                found.append({"id": name(entry), **said, "cancelled": str(entry.get("STATUS")) == "CANCELLED"})
json.dump(found, sys.stdout)
