"""How a call, a diary entry and their parts are told in a sentence. Plain text in, one line of plain text out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.booking import Booking, BookingStatus, Match
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money
from agentdesk.domain.wording import moment_in_words, span_in_words
from agentdesk.ui.widgets.plain_text import shown

if TYPE_CHECKING:
    from agentdesk.domain.lists import CallRow

SEPARATOR = " · "
_LONGEST = 300
_TURNS_THE_LINE = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def one_line(text: str, longest: int = _LONGEST) -> str:
    """Text from outside within a line of ours: it can neither break the line nor turn the words around it."""
    line = shown(_TURNS_THE_LINE.sub("", " ".join(text[: longest * 4].split())))
    line = line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
    return f"\u2068{line}\u2069" if _RIGHT_TO_LEFT.search(line) else line


def joined(parts: Iterable[str]) -> str:
    """The parts of a sentence that there are, with points between."""
    return SEPARATOR.join(each for each in parts if each)


def length_in_words(seconds: float | None) -> str:
    """Like "45 sec", "3 min", "1 h 5 min"; "length not known" where it isn't."""
    if seconds is None:
        return _tr("length not known")
    whole = max(0, round(seconds))
    if whole < 60:
        return _tr("{seconds} sec").format(seconds=whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return _tr("{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    hours_words = _tr("{hours} h").format(hours=hours)
    return f"{hours_words} {_tr('{minutes} min').format(minutes=rest)}" if rest else hours_words


def place_in_call(seconds: float | None) -> str:
    """Where in a call something was said: "0:14", "1:02:05"; nothing where it isn't known."""
    if seconds is None:
        return ""
    minutes, second = divmod(max(0, int(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def outcome_in_words(outcome: str | None) -> str:
    """What came of a call, as its service put it."""
    words = one_line(outcome or "")
    return words[:1].upper() + words[1:] if words else _tr("Outcome not known")


def cost_in_words(cost: Money | None) -> str:
    return cost.in_words() if cost is not None else _tr("cost not known")


def call_in_words(row: CallRow, zone: ZoneInfo) -> str:
    """A call's whole sentence: "Tue 24 Nov, 2:10 pm · Caller ending 417 · 3 min · Booked · £0.42"."""
    return joined((moment_in_words(row.started_at, zone), call_told(row), cost_in_words(row.cost)))


def call_told(row: CallRow) -> str:
    """The same without when it was and what it cost."""
    # the first page tells of no call, and is not to wait for what a call is
    from agentdesk.domain.call import caller_in_words

    came_of_it = outcome_in_words(row.outcome) if row.answered or row.outcome else _tr("Not answered")
    return joined((caller_in_words(row.caller), length_in_words(row.seconds), came_of_it))


def booking_told(booking: Booking) -> str:
    """What an entry is for and for whom: "Boiler service · Ana Jones"."""
    return joined((one_line(booking.service or "", 120) or _tr("Booking"), one_line(booking.customer or "", 120)))


def booking_when(booking: Booking, zone: ZoneInfo) -> str:
    """When an entry is: "Tue 24 Nov, 2:10 pm to 3:00 pm", or the day for one that takes all of it."""
    span = span_in_words(booking.starts_at, booking.ends_at, zone)
    return _tr("{day}, all day").format(day=span.split(",")[0]) if booking.all_day else span


def status_in_words(status: BookingStatus) -> str:
    return {
        BookingStatus.BOOKED: _tr("Booked"),
        BookingStatus.CANCELLED: _tr("Cancelled"),
        BookingStatus.NO_SHOW: _tr("Did not come"),
    }[status]


def made_by_in_words(booking: Booking) -> str:
    """Who made an entry, as far as is known."""
    return {
        Match.CERTAIN: _tr("Made by a call"),
        Match.LIKELY: _tr("Probably made by a call"),
        Match.NONE: "",
    }[booking.match if booking.call is not None else Match.NONE]


def number_in_words(number: str | None) -> str:
    """A caller's whole number as people here write it: "07700 900417"."""
    digits = re.sub(r"[^\d+]", "", number or "")
    if re.fullmatch(r"\+44\d{9,10}", digits):
        digits = f"0{digits[3:]}"
        return f"{digits[:5]} {digits[5:]}"
    return one_line(number or "", 40) or _tr("Number withheld")


def trouble_in_words(trouble: Exception, otherwise: str) -> str:
    """What to tell the owner: a Sorry speaks for itself, anything else was logged and gets our sentence."""
    return str(trouble) if isinstance(trouble, Sorry) else otherwise


def _tr(words: str) -> str:
    return QCoreApplication.translate("Telling", words)
