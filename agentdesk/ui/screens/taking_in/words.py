"""How a file's records, columns and letters are said to the owner."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call, caller_in_words
from agentdesk.domain.clock import day_of
from agentdesk.domain.wording import day_in_words, moment_in_words, span_in_words
from agentdesk.services.connections.importing import Preview, What
from agentdesk.ui.widgets.telling import one_line

Row = tuple[str, str, str]


def _tr(words: str) -> str:
    return QCoreApplication.translate("TakingIn", words)


def fields_of(what: What) -> dict[str, str]:
    """Field to what it is, in the order in which an owner would ask."""
    if what == "calls":
        return {
            "started_at": _tr("When it started"),
            "time": _tr("Time of day, if apart"),
            "external_id": _tr("Its number"),
            "turns": _tr("What was said"),
            "from": _tr("The caller"),
            "agent": _tr("The agent"),
            "seconds": _tr("How long it took"),
            "cost": _tr("What it cost"),
            "currency": _tr("In which money"),
            "outcome": _tr("What came of it"),
        }
    return {
        "starts_at": _tr("When it starts"),
        "time": _tr("Time of day, if apart"),
        "ends_at": _tr("When it ends"),
        "minutes": _tr("How long it takes"),
        "external_id": _tr("Its number"),
        "service": _tr("What was booked"),
        "status": _tr("Cancelled or not"),
        "customer": _tr("Who it is for"),
        "last_name": _tr("Last name, if apart"),
        "phone": _tr("Their phone"),
        "email": _tr("Their e-mail"),
        "created_at": _tr("When it was made"),
    }


def headings(what: What) -> Row:
    """Over the first few rows."""
    if what == "calls":
        return _tr("When"), _tr("Caller"), _tr("First words")
    return _tr("When"), _tr("What"), _tr("Who")


def row_of(record: Call | Booking, zone: ZoneInfo, today: date) -> Row:
    """A record as the owner would read it. The year is said where it isn't this one."""
    starts_at = record.started_at if isinstance(record, Call) else record.starts_at
    year = day_of(starts_at, zone).year
    other = f" {year}" if year != today.year else ""
    if isinstance(record, Call):
        when = moment_in_words(record.started_at, zone).replace(",", f"{other},", 1)
        return when, caller_in_words(record.caller), first_words(record)
    if record.all_day:
        when = day_in_words(day_of(record.starts_at, zone)) + other
    else:
        when = span_in_words(record.starts_at, record.ends_at, zone).replace(",", f"{other},", 1)
    service = _cut(record.service) or _tr("Nothing said")
    return when, service if record.live else _tr("{service} (cancelled)").format(service=service), _cut(record.customer)


def first_words(call: Call) -> str:
    """What the caller said first, else what was said first."""
    said = next((each.text for each in call.turns if each.role == "caller" and each.text.strip()), "")
    said = said or next((each.text for each in call.turns if each.text.strip()), "")
    return f"“{_cut(said)}”" if said else _tr("Nothing was said.")


def how_it_was_read(preview: Preview) -> tuple[str, ...]:
    """Letters, separators and the order of dates, a sentence each."""
    reading = preview.reading
    said = [
        _tr("It holds {kind}.").format(kind=reading.kind.value),
        _tr("Its letters are {letters}.").format(letters=reading.encoding),
    ]
    if reading.separator:
        said.append(_tr("Its columns are kept apart by {signs}.").format(signs=reading.separator))
    if reading.day_first is not None:
        order = _tr("the day") if reading.day_first else _tr("the month")
        said.append(_tr("Dates like 03/04/26 have {order} first.").format(order=order))
    if reading.unused:
        names = ", ".join(f"“{_cut(each)}”" for each in reading.unused[:8])
        more = len(reading.unused) - 8
        said.append(
            _tr("Columns that are not used: {names} and {more} more.").format(names=names, more=more)
            if more > 0
            else _tr("Columns that are not used: {names}.").format(names=names)
        )
    return tuple(said)


def _cut(words: str | None) -> str:
    return one_line(words or "")
