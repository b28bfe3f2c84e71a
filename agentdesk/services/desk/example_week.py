"""The made-up week of `resources/example`, moved to the present. What its files may hold: their README."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from agentdesk.domain.business import WEEKDAYS

REFERENCE_MONDAY = date(2026, 11, 16)
"""The Monday of the week as the files have it. Three lighter weeks stand before it."""
LAST_DAY = WEEKDAYS.index("fri")
"""Nobody rings after it, and nothing may have happened that is still to come."""

_TOKEN = re.compile(r"\[\[(?P<day>\d{4}-\d\d-\d\d) (?P<form>spoken|long)\]\]")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MOMENTS = ("starts_at", "ends_at", "created_at")


@dataclass(frozen=True, slots=True)
class ExampleWeek:
    """Texts as `setup` and `import` take them; every moment carries its offset from UTC."""

    setup: str
    calls: str
    """JSON lines."""
    bookings: str
    """CSV."""


def load(folder: Path, today: date) -> ExampleWeek:
    """The example as if its busy week had just ended: all its calls lie before `today`.

    From Saturday on that is the current week, before that the last one. Dates move by whole weeks, so
    weekdays stay, and clock times stay on the business's wall. The same day gives the same texts.
    """
    moved = newest_monday(today) - REFERENCE_MONDAY
    setup = json.loads((folder / "setup.json").read_text(encoding="utf-8"))
    zone = ZoneInfo(setup["business"]["timezone"])
    return ExampleWeek(
        _setup(setup, moved),
        _calls((folder / "calls.jsonl").read_text(encoding="utf-8"), moved, zone),
        _bookings((folder / "bookings.csv").read_text(encoding="utf-8"), moved, zone),
    )


def newest_monday(today: date) -> date:
    """The Monday of the newest week whose calls have all been made before a day begins."""
    return today - timedelta(days=(today.weekday() - LAST_DAY - 1) % 7 + LAST_DAY + 1)


def _setup(setup: dict[str, Any], moved: timedelta) -> str:
    for closure in setup["business"].get("closures", ()):
        for end in ("from", "to"):
            closure[end] = (date.fromisoformat(closure[end]) + moved).isoformat()
    return json.dumps(setup, ensure_ascii=False, indent=2)


def _calls(lines: str, moved: timedelta, zone: ZoneInfo) -> str:
    calls = [json.loads(line) for line in lines.splitlines()]
    for call in calls:
        call["started_at"] = _moment(call["started_at"], moved, zone)
        for turn in call["turns"]:
            turn["text"] = _TOKEN.sub(lambda found: _in_words(found, moved), turn["text"])
    return "".join(json.dumps(call, ensure_ascii=False) + "\n" for call in calls)


def _bookings(table: str, moved: timedelta, zone: ZoneInfo) -> str:
    rows = csv.DictReader(io.StringIO(table))
    written = io.StringIO()
    writer = csv.DictWriter(written, rows.fieldnames or (), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row | {field: _moment(row[field], moved, zone) for field in _MOMENTS})
    return written.getvalue()


def _moment(text: str, moved: timedelta, zone: ZoneInfo) -> str:
    """The same clock time, whole weeks away. Adding before the zone is known keeps it across a clock change."""
    return (datetime.fromisoformat(text) + moved).replace(tzinfo=zone).isoformat()


def _in_words(found: re.Match[str], moved: timedelta) -> str:
    day = date.fromisoformat(found["day"]) + moved
    weekday, month = _DAYS[day.weekday()], _MONTHS[day.month - 1]
    if found["form"] == "spoken":
        return f"{weekday} {day.day} {month}"
    return f"{weekday} the {day.day}{_ending(day.day)} of {month}"


def _ending(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
