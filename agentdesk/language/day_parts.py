"""What the readers of spoken days share: names of weekdays and months, years, and the dates of months."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from agentdesk.language.tokens import Token

_WEEKDAY_NAMES = ("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
                  "saturday", "sunday")  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
_MONTH_NAMES = ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
                "september sep sept", "october oct", "november nov", "december dec")  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}


_CENTURIES = {(2, "thousand"): 2000, (19, "hundred"): 1900}
_YEARS = {"this": 0, "next": 1, "last": -1}


class Days(NamedTuple):
    """The days that tokens up to `stop` may mean, the likeliest first."""

    days: tuple[date, ...]
    stop: int


def text_at(words: Sequence[Token], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def kind_at(words: Sequence[Token], at: int) -> str:
    return words[at].kind if 0 <= at < len(words) else "mark"


def year_at(words: Sequence[Token], at: int, today: date) -> tuple[int | None, int]:
    """A year behind a date ("2026", "'27", "twenty twenty six", "next year"), and where the tokens go on."""
    step = at + 1 if text_at(words, at) in (",", "of", "in", "-") else at
    if text_at(words, step) in _YEARS and text_at(words, step + 1) == "year":
        return today.year + _YEARS[text_at(words, step)], step + 2
    if text_at(words, step) == "'" and kind_at(words, step + 1) == "number" and len(text_at(words, step + 1)) == 2:
        return 2000 + words[step + 1].value, step + 2
    year, stop = _spoken_year(words, step)
    return (year, stop) if year is not None else (None, at)


def _spoken_year(words: Sequence[Token], step: int) -> tuple[int | None, int]:
    """A year in figures or words that begins at a token."""
    if kind_at(words, step) != "number":
        return None, step
    first, second = words[step], words[step + 1] if step + 1 < len(words) else None
    if 1900 <= first.value <= 2100 and len(first.text) == 4:
        return first.value, step + 1
    if first.value in (19, 20) and second and second.kind == "number" and not first.text.isdigit() and second.value > 9:
        return first.value * 100 + second.value, step + 2
    century = _CENTURIES.get((first.value, second.text if second else ""))
    if century is not None:
        rest = step + 3 if text_at(words, step + 2) == "and" else step + 2
        if kind_at(words, rest) == "number" and words[rest].value < 100:
            return century + words[rest].value, rest + 1
        return century, step + 2
    return None, step


def in_month(day: int, month: int, year: int | None, today: date) -> tuple[date, ...]:
    """That date; without a year the next one that has not passed. Empty when there is none."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return ()
    for candidate in (year,) if year else range(today.year, today.year + 5):
        if day > calendar.monthrange(candidate, month)[1] or day < 1:
            continue
        if year or date(candidate, month, day) >= today:
            return (date(candidate, month, day),)
    return ()


def on_day_of_month(day: int, today: date, months: int = 1) -> tuple[date, ...]:
    """The next dates with that day of the month, today included. `day` is 1 to 31."""
    found: list[date] = []
    year, month = today.year, today.month
    while len(found) < months:
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) >= today:
            found.append(date(year, month, day))
        year, month = next_month(year, month)
    return tuple(found)


def next_month(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def months_on(day: date, months: int) -> date:
    """The same day that many months on or back, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
