"""Works out a diary's entries in a process of its own, which the app can end when a rule takes too long.

Runs in the child only. It is told nothing but screened text and answers with plain JSON.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from agentdesk.connectors.kit.calendar.screen import MAIL, PHONE
from agentdesk.connectors.kit.text import UnclearError

MOST_OF_ONE = 1_000
Component: TypeAlias = Any  # icalendar has no types of its own that could be loaded on the start path
_MEMORY = 512 * 1024 * 1024
_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//agentdesk//reader//EN\r\n"


def serve(pipe: Connection) -> None:
    """Says "ready", then answers one request: a JSON list of entries for each series, one message per series.

    A series that cannot be read is answered by a sentence.
    """
    _limit_memory()
    import icalendar  # noqa: F401 - loaded before "ready", so that a slow start does not count
    import recurring_ical_events  # noqa: F401

    pipe.send_bytes(b"ready")
    request = json.loads(pipe.recv_bytes())
    zone = ZoneInfo(request["zone"])
    first, last = date.fromisoformat(request["first"]), date.fromisoformat(request["last"])
    for series in request["series"]:
        answer: object
        try:
            answer = _entries(series, zone, first, last)
        except UnclearError as trouble:
            answer = str(trouble)
        except (Exception, RecursionError):  # noqa: BLE001 - a library's view of hostile text; one entry is set aside
            answer = "It is not written as a diary entry should be."
        pipe.send_bytes(json.dumps(answer).encode("ascii"))
    pipe.close()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; there the time limit alone holds
        return
    _, hardest = resource.getrlimit(resource.RLIMIT_DATA)
    if hardest == resource.RLIM_INFINITY or hardest > _MEMORY:
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, hardest))


def _entries(series: list[str], zone: ZoneInfo, first: date, last: date) -> list[dict[str, Any]]:
    """Single entries, wherever they are; of a series those of the days, and what was moved to other days."""
    import icalendar
    import recurring_ical_events

    text = _HEAD + "".join(f"BEGIN:VEVENT\r\n{each}\r\nEND:VEVENT\r\n" for each in series) + "END:VCALENDAR\r\n"
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    if any(event.errors for event in events):
        raise UnclearError("A date or a rule in it cannot be read.")
    repeating = any(name in event for event in events for name in ("RRULE", "RDATE"))
    if not repeating:
        return [_plain(event, zone) for event in events]
    query = recurring_ical_events.of(calendar, keep_recurrence_attributes=False)
    begin = datetime.combine(first, datetime.min.time(), zone)
    end = datetime.combine(last, datetime.max.time(), zone)
    occurrences = query.between(begin, end)
    if len(occurrences) > MOST_OF_ONE:
        raise UnclearError("It repeats too often.")
    found = [_plain(each, zone) for each in occurrences]
    # one that was moved out of these days is wanted too: whoever knows it must hear where it went
    moved = [_plain(each, zone) for each in events if "RECURRENCE-ID" in each]
    return [*found, *(each for each in moved if not first.isoformat() <= each["day"] <= last.isoformat())]


def _plain(event: Component, zone: ZoneInfo) -> dict[str, Any]:
    start = _value(event, "DTSTART")
    if start is None:
        raise UnclearError("It does not say when it starts.")
    end = _value(event, "DTEND")
    if end is None and "DURATION" in event:
        length = event["DURATION"].dt
        end = start + length
    all_day = not isinstance(start, datetime)
    recurrence = _value(event, "RECURRENCE-ID")
    people = event.get("ATTENDEE", [])
    people = people if isinstance(people, list) else [people]
    person = people[0] if len(people) == 1 else None
    made, changed = _value(event, "CREATED"), _value(event, "LAST-MODIFIED")
    return {
        "uid": str(event.get("UID", "")),
        "day": (_placed(start, zone).astimezone(zone).date() if isinstance(start, datetime) else start).isoformat(),
        "all_day": all_day,
        "start": (_placed(start, zone) if isinstance(start, datetime) else start).isoformat(),
        "end": None if end is None else _end(end, zone, all_day=all_day),
        "recurrence": None if recurrence is None else _moment_name(recurrence, zone),
        "title": str(event.get("SUMMARY", "")),
        "status": str(event.get("STATUS", "")),
        "person": "" if person is None else str(person.params.get("CN", "")),
        "address": "" if person is None else str(person),
        "phone": str(event.get(PHONE, "")),
        "mail": str(event.get(MAIL, "")),
        "made": _placed(made, zone).isoformat() if isinstance(made, datetime) else None,
        "changed": _placed(changed, zone).isoformat() if isinstance(changed, datetime) else None,
    }


def _end(end: date, zone: ZoneInfo, *, all_day: bool) -> str:
    if all_day != (not isinstance(end, datetime)):
        raise UnclearError("It starts with a day and ends with a time, or the other way round.")
    return _placed(end, zone).isoformat() if isinstance(end, datetime) else end.isoformat()


def _value(event: Component, name: str) -> date | None:
    value = event.get(name)
    if isinstance(value, list):
        raise UnclearError("It says in two ways when it takes place.")
    return None if value is None else value.dt


def _placed(moment: datetime, zone: ZoneInfo) -> datetime:
    """In UTC. A time without a zone is on the business's clock; skipped and repeated hours as RFC 5545 has them."""
    placed = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return placed.replace(fold=0).astimezone(UTC)


def _moment_name(moment: date, zone: ZoneInfo) -> str:
    """How one occurrence of a series is known again, whichever zone the file names it in."""
    if isinstance(moment, datetime):
        return f"{_placed(moment, zone):%Y%m%dT%H%M%SZ}"
    return f"{moment:%Y%m%d}"
