"""reconcile, reconcile_spoken: where what was said and what is in the diary part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from agentdesk.checks.every import run_all
from agentdesk.checks.evidence import Diary, Evidence
from agentdesk.domain.booking import Booking
from agentdesk.domain.business import Business, Span
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Entry, Found, Kind
from agentdesk.services.predictions.record import CALLER, ZONE, Prediction, Record, call_of

_ISSUES = {
    Kind.BOOKING_MISSING: "missing",
    Kind.BOOKING_WRONG_DATE: "wrong_date",
    Kind.BOOKING_WRONG_TIME: "wrong_time",
    Kind.BOOKING_UNCLAIMED: "unclaimed",
    Kind.BOOKING_DOUBLE: "double_booked",
    Kind.BOOKING_OUTSIDE_HOURS: "outside_hours",
}
_AS_LONG = timedelta(minutes=1)
"""The logs say when an entry begins only."""


def predict(record: Record) -> Prediction:
    """`{"issues": [...]}`, from every check over the call and its log."""
    call = call_of(record)
    entries = tuple(_entries(record, call))
    of_others = {each.id for each in entries if each.phone != CALLER}
    evidence = Evidence(
        now=call.started_at + timedelta(days=1),
        business=_business(record),
        calls=(call,),
        bookings=entries,
        diaries=(Diary("diary", call.started_at + timedelta(hours=1), date.min, date.max),),
    )
    found = (each for each in run_all(evidence) if each.kind in _ISSUES and not _concerns_only(each, of_others))
    return {"issues": sorted({_ISSUES[each.kind] for each in found})}


def _concerns_only(found: Found, bookings: set[int]) -> bool:
    """Whether a finding is about entries alone, and about these only."""
    about = {each.booking for each in found.evidence if isinstance(each, Entry)}
    return bool(about) and about <= bookings


def _business(record: Record) -> Business:
    hours = record["opening_hours"]
    span = Span(time.fromisoformat(hours["open"]), time.fromisoformat(hours["close"]))
    return Business("Business", hours=((span,),) * 7, closed_on_bank_holidays=False)


def _entries(record: Record, call: Call) -> Iterator[Booking]:
    """The live entries of the log: the caller's own were made during the call, other customers' days before.

    A log says nothing of a customer who cancelled later, so that what is cancelled in it counts as never made.
    """
    live = (each for each in record.get("booking_log") or () if each["status"] == "booked")
    for number, each in enumerate(live, start=1):
        others = bool(each.get("other_customer"))
        starts_at = _start(each)
        yield Booking(
            id=number,
            connection="diary",
            external_id=str(number),
            starts_at=starts_at,
            ends_at=starts_at + _AS_LONG,
            service=each.get("name"),
            phone=f"+44113496{number:04}" if others else CALLER,
            created_at=call.started_at + (timedelta(days=-3) if others else timedelta(minutes=3)),
            all_day=not each.get("time"),
        )


def _start(entry: Mapping[str, Any]) -> datetime:
    at = time.fromisoformat(entry["time"]) if entry.get("time") else time(12)
    return datetime.combine(date.fromisoformat(entry["date"]), at, ZONE).astimezone(UTC)
