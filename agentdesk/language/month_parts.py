"""Days told by their place in a month: "the first Monday in December", "the last day of the month"."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from agentdesk.language.day_parts import MONTHS, WEEKDAYS, Days, kind_at, next_month, text_at, year_at
from agentdesk.language.tokens import Token


def part_of_month_at(words: Sequence[Token], at: int, today: date) -> Days | None:
    """The day that begins at a token and is told by its place in a month; without a year the coming one."""
    step = at + 1 if text_at(words, at) == "the" else at
    which, what = text_at(words, step), text_at(words, step + 1)
    if which == "end":
        place, step = -1, step + 1
    elif which == "last" and (what == "day" or what in WEEKDAYS):
        place, step = -1, step + 2
    elif kind_at(words, step) == "ordinal" and 1 <= words[step].value <= 5 and what in WEEKDAYS:
        place, step = words[step].value, step + 2
    else:
        return None
    if text_at(words, step) not in ("of", "in"):
        return None
    weekday = WEEKDAYS.get(what)
    for year, month, stop in _months(words, step + 1, today):
        day = weekday_of_month(year, month, weekday, place)
        named = text_at(words, stop - 1) == "year" or text_at(words, step + 1) == "this"
        if day is not None and (day >= today or named):
            return Days((day,), stop)
    return None


def _months(words: Sequence[Token], at: int, today: date) -> list[tuple[int, int, int]]:
    """The months that may be meant, in order, each with where the tokens go on."""
    which = text_at(words, at)
    if text_at(words, at + 1) == "month" and which in ("the", "this", "next"):
        here = (today.year, today.month)
        coming = next_month(*here)
        return [(*each, at + 2) for each in ({"next": (coming,), "this": (here,)}.get(which, (here, coming)))]
    month = MONTHS.get(which)
    if month is None:
        return []
    year, stop = year_at(words, at + 1, today)
    return [(each, month, stop) for each in ([year] if year else [today.year, today.year + 1])]


def weekday_of_month(year: int, month: int, weekday: int | None, place: int) -> date | None:
    """The first, second … (or last, -1) such weekday of a month, or its last day; None when it has none."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    if weekday is None:
        return last
    if place < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
    return day if day <= last else None
