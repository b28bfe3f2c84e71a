"""Spoken days: "tomorrow", "Thursday the 26th", "Tuesday week", "27/11", the British way round."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from agentdesk.language.tokens import Token, bag

_WEEKDAY_NAMES = ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
                  "saturday", "sunday")  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
_MONTH_NAMES = ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
                "september sep sept", "october oct", "november nov", "december dec")  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "tommorow": 1, "yesterday": -1}
_PARTS = ("morning", "afternoon", "evening", "lunchtime")
_NAMED = {("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("boxing", "day"): (12, 26),
          ("new", "year's", "day"): (1, 1), ("new", "year's", "eve"): (12, 31),
          ("christmas",): (12, 25), ("new", "year"): (1, 1),
          ("new", "years", "day"): (1, 1), ("new", "years", "eve"): (12, 31)}  # fmt: skip
_NOT_A_DAY_AFTER_ORDINAL = bag(
    "floor avenue ave street st road rd drive lane time one option choice class birthday visit appointment "
    "available thing half step person party generation degree"
)
_AFTER_SPOKEN_ORDINAL = bag("at of in is please for or and if then would from around about this next")
_WEEKS = {"this": 0, "next": 1, "last": -1}
_COUNTS = {"a": 1, "an": 1, "couple": 2}
_LENGTHS = {"day": 1, "days": 1, "day's": 1, "week": 7, "weeks": 7, "week's": 7, "fortnight": 14, "fortnights": 14}
_MONTHS_LONG = {"month": 1, "months": 1, "month's": 1, "year": 12, "years": 12, "year's": 12}


class Days(NamedTuple):
    """The days that tokens up to `stop` may mean, the likeliest first."""

    days: tuple[date, ...]
    stop: int


def day_at(words: Sequence[Token], at: int, today: date) -> Days | None:
    """The longest day that begins at a token, seen from a day; None when none begins there."""
    if words[at].kind == "word" and words[at].text not in _FIRST_WORDS:
        return None
    readings = [found for reader in _READERS if (found := reader(words, at, today)) is not None]
    return max(readings, key=lambda each: each.stop, default=None)


def _text(words: Sequence[Token], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def _kind(words: Sequence[Token], at: int) -> str:
    return words[at].kind if 0 <= at < len(words) else "mark"


def _near(words: Sequence[Token], at: int, today: date) -> Days | None:
    if [_text(words, at + step) for step in range(3)] == ["day", "after", "tomorrow"]:
        return Days((today + timedelta(days=2),), at + 3)
    if (_text(words, at), _text(words, at + 1)) == ("last", "night"):
        return Days((today - timedelta(days=1),), at + 2)
    if _text(words, at) in _NEAR:
        days, stop = _NEAR[_text(words, at)], at + 1
        if _text(words, stop) == "week":
            days, stop = days + 7, stop + 1
        return Days((today + timedelta(days=days),), stop)
    # The part of the day itself is left for the time that may follow it.
    if _text(words, at) == "this" and _text(words, at + 1) in _PARTS:
        return Days((today,), at + 1)
    return None


def _coming(weekday: int, today: date) -> date:
    """The next such weekday, never today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weekday(words: Sequence[Token], at: int, today: date) -> Days | None:
    """A weekday alone, with its date, or "week" / "next week" behind it."""
    weekday = WEEKDAYS.get(_text(words, at))
    if weekday is None:
        return None
    dated = _date_after_weekday(words, at + 1, today)
    if dated is not None:
        return _agreeing(weekday, dated)
    coming, stop = _coming(weekday, today), at + 1
    monday = today - timedelta(days=today.weekday())
    behind = _text(words, stop)
    if behind == "week":
        return Days((coming + timedelta(days=7),), stop + 1)
    if behind == "of" and _text(words, stop + 1) in _WEEKS:
        stop, behind = stop + 1, _text(words, stop + 1)
    if behind in _WEEKS and _text(words, stop + 1) == "week":
        return Days((monday + timedelta(days=7 * _WEEKS[behind] + weekday),), stop + 2)
    if weekday == today.weekday():
        return Days((coming, today), stop)
    return Days((coming,), stop)


def _date_after_weekday(words: Sequence[Token], at: int, today: date) -> Days | None:
    if _text(words, at) == ",":
        at += 1
    with_month = _day_then_month(words, at, today) or _month_then_day(words, at, today) or _written(words, at, today)
    if with_month is not None:
        return with_month
    if _text(words, at) == "the":
        at += 1
    if _kind(words, at) == "ordinal" and 1 <= words[at].value <= 31:
        return _of_month(words, at, today) or Days(_on_day_of_month(words[at].value, today, months=12), at + 1)
    # "Friday 23": too late for an hour
    if _kind(words, at) == "number" and 13 <= words[at].value <= 31 and _ends_there(words, at + 1):
        return Days(_on_day_of_month(words[at].value, today, months=12), at + 1)
    return None


def _ends_there(words: Sequence[Token], at: int) -> bool:
    """Whether what a number may count does not follow: the text ends, or goes on with a time."""
    return _text(words, at) in ("", ".", ",", "?", "!", "at", "please", "if", "in", "and", "or")


def _agreeing(weekday: int, dated: Days) -> Days:
    """Where weekday and date disagree, somebody misspoke: both are kept, the date first."""
    right = tuple(each for each in dated.days if each.weekday() == weekday)
    if right:
        return Days(right[:1], dated.stop)
    meant = dated.days[0]
    offset = (weekday - meant.weekday() + 3) % 7 - 3
    return Days((meant, meant + timedelta(days=offset)), dated.stop)


def _this_or_next(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "Next Tuesday" is that of the next calendar week, but some mean the coming one."""
    lead, weekday = _text(words, at), WEEKDAYS.get(_text(words, at + 1))
    if weekday is None or lead not in ("this", "next", "coming", "last", "previous"):
        return None
    coming = _coming(weekday, today)
    next_week = today - timedelta(days=today.weekday()) + timedelta(days=7 + weekday)
    if lead in ("last", "previous"):
        return Days((coming - timedelta(days=7),) if coming - timedelta(days=7) < today else (today,), at + 2)
    if lead != "next":
        return Days((today, coming) if weekday == today.weekday() else (coming,), at + 2)
    return Days((next_week,) if coming == next_week else (next_week, coming), at + 2)


def _week_on(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "A week on Tuesday", "a week tomorrow", "a fortnight on Friday"."""
    length = {"week": 7, "fortnight": 14}.get(_text(words, at))
    if length is None:
        return None
    step = at + 1
    if _text(words, step) in ("on", "from"):
        step += 1
    if _text(words, step) in _NEAR:
        return Days((today + timedelta(days=length + _NEAR[_text(words, step)]),), step + 1)
    weekday = WEEKDAYS.get(_text(words, step))
    if weekday is None or step == at + 1:
        return None
    return Days((_coming(weekday, today) + timedelta(days=length),), step + 1)


def _counted(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "In three days", "two weeks' time", "6 days ago", "three weeks from tomorrow"."""
    step = at + 1 if _text(words, at) == "in" else at
    number = words[step].value if _kind(words, step) == "number" else _COUNTS.get(_text(words, step), -1)
    if _text(words, step + 1) == "couple":
        number, step = 2, step + 1
    if _text(words, step + 1) == "of":
        step += 1
    unit, stop = _text(words, step + 1), step + 2
    if not 0 < number < 400 or unit not in _LENGTHS | _MONTHS_LONG:
        return None
    if _text(words, stop) == "'":
        stop += 1
    behind = _text(words, stop)
    then = _day_behind(words, stop + 1, today) if behind in ("before", "after", "from") else None
    if then is not None:
        return Days((_moved(then.days[0], unit, -number if behind == "before" else number),), then.stop)
    if behind == "ago":
        return Days((_moved(today, unit, -number),), stop + 1)
    if (behind, _text(words, stop + 1)) == ("from", "now"):
        return Days((_moved(today, unit, number),), stop + 2)
    if behind == "time":
        return Days((_moved(today, unit, number),), stop + 1)
    return Days((_moved(today, unit, number),), stop) if _text(words, at) == "in" else None


def _day_behind(words: Sequence[Token], at: int, today: date) -> Days | None:
    return day_at(words, at, today) if at < len(words) else None


def _moved(day: date, unit: str, number: int) -> date:
    if unit in _MONTHS_LONG:
        return _months_on(day, number * _MONTHS_LONG[unit])
    return day + timedelta(days=number * _LENGTHS[unit])


def _day_then_month(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "27th of November 2026", "the 27th November", "27 Nov"."""
    step = at + 1 if _text(words, at) == "the" else at
    if _kind(words, step) not in ("ordinal", "number") or not 1 <= words[step].value <= 31:
        return None
    month_at = step + 2 if _text(words, step + 1) == "of" else step + 1
    month = MONTHS.get(_text(words, month_at))
    if month is None:
        return _of_month(words, step, today)
    year, stop = _year_at(words, month_at + 1)
    days = _in_month(words[step].value, month, year, today)
    return Days(days, stop) if days else None


def _month_then_day(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "November 27th", "November the 27th, 2026"."""
    month = MONTHS.get(_text(words, at))
    if month is None:
        return None
    step = at + 1
    while _text(words, step) in ("the", ".", ",", "-", "/"):
        step += 1
    if _kind(words, step) not in ("ordinal", "number") or not 1 <= words[step].value <= 31:
        return None
    year, stop = _year_at(words, step + 1)
    days = _in_month(words[step].value, month, year, today)
    return Days(days, stop) if days else None


def _of_month(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "26th of this month", "the 3rd of next month", from the number on."""
    behind = [_text(words, at + step) for step in range(1, 4)]
    if behind[0] != "of" or behind[2] != "month" or behind[1] not in ("this", "the", "next"):
        return None
    year, month = today.year, today.month
    if behind[1] == "next":
        year, month = _next_month(year, month)
    days = _in_month(words[at].value, month, year, today)
    return Days(days, at + 4) if days else None


def _the_day(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "The 26th", "26th". Spoken ordinals need "the" or "on" and must not count a thing ("the first one")."""
    step = at + 1 if _text(words, at) == "the" else at
    if _kind(words, step) != "ordinal" or not 1 <= words[step].value <= 31:
        return None
    behind = _text(words, step + 1)
    if not words[step].text[0].isdigit():
        led = step > at or _text(words, at - 1) in ("on", "the")
        if not led or not (_kind(words, step + 1) == "mark" or behind in _AFTER_SPOKEN_ORDINAL or behind in _PARTS):
            return None
    month = _text(words, step + 2) if behind == "of" else behind
    if behind in _NOT_A_DAY_AFTER_ORDINAL or month in MONTHS:
        return None
    days = _on_day_of_month(words[step].value, today)
    return Days(days, step + 1) if days else None


def _written(words: Sequence[Token], at: int, today: date) -> Days | None:
    """27/11, 27.11.2026, 2026-11-27: day first unless the year is."""
    if _kind(words, at) != "date" or (len(words[at].parts) < 3 and _kind(words, at - 1) == "number"):
        # "1502 1/2 High Street" is no day
        return None
    numbers = [int(each) for each in words[at].parts]
    if len(words[at].parts[0]) == 4:
        days = _in_month(numbers[2], numbers[1], numbers[0], today)
    else:
        year = numbers[2] if len(numbers) > 2 else None
        if year is not None and year < 100:
            year += 2000
        # day first; the other way round only where that is no date
        days = _in_month(numbers[0], numbers[1], year, today) or _in_month(numbers[1], numbers[0], year, today)
    return Days(days, at + 1) if days else None


def _week_then_day(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "next week Thursday", "last week on Monday"."""
    if _text(words, at) not in _WEEKS or _text(words, at + 1) != "week":
        return None
    step = at + 3 if _text(words, at + 2) == "on" else at + 2
    weekday = WEEKDAYS.get(_text(words, step))
    if weekday is None:
        return None
    monday = today - timedelta(days=today.weekday())
    return Days((monday + timedelta(days=7 * _WEEKS[_text(words, at)] + weekday),), step + 1)


def _named(words: Sequence[Token], at: int, today: date) -> Days | None:
    for names, (month, day) in sorted(_NAMED.items(), key=lambda each: -len(each[0])):
        if tuple(_text(words, at + step) for step in range(len(names))) == names:
            year, stop = _year_at(words, at + len(names))
            return Days(_in_month(day, month, year, today), stop)
    return None


def _year_at(words: Sequence[Token], at: int) -> tuple[int | None, int]:
    """A year behind a date ("2026", "twenty twenty six", "two thousand and eight"), and where the tokens go on."""
    step = at + 1 if _text(words, at) in (",", "of", "in", "-") else at
    if _kind(words, step) != "number":
        return None, at
    first, second = words[step], words[step + 1] if step + 1 < len(words) else None
    if 1900 <= first.value <= 2100 and len(first.text) == 4:
        return first.value, step + 1
    if first.value in (19, 20) and second and second.kind == "number" and not first.text.isdigit() and second.value > 9:
        return first.value * 100 + second.value, step + 2
    if first.value == 2 and second and second.text == "thousand":
        rest = step + 3 if _text(words, step + 2) == "and" else step + 2
        if _kind(words, rest) == "number" and words[rest].value < 100:
            return 2000 + words[rest].value, rest + 1
        return 2000, step + 2
    return None, at


def _in_month(day: int, month: int, year: int | None, today: date) -> tuple[date, ...]:
    """That date; without a year the next one that has not passed. Empty when there is none."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return ()
    for candidate in (year,) if year else range(today.year, today.year + 5):
        if day > calendar.monthrange(candidate, month)[1] or day < 1:
            continue
        if year or date(candidate, month, day) >= today:
            return (date(candidate, month, day),)
    return ()


def _on_day_of_month(day: int, today: date, months: int = 1) -> tuple[date, ...]:
    """The next dates with that day of the month, today included. `day` is 1 to 31."""
    found: list[date] = []
    year, month = today.year, today.month
    while len(found) < months:
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) >= today:
            found.append(date(year, month, day))
        year, month = _next_month(year, month)
    return tuple(found)


def _next_month(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _months_on(day: date, months: int) -> date:
    """The same day that many months on or back, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_READERS = (_near, _weekday, _this_or_next, _week_on, _counted, _day_then_month, _month_then_day, _the_day, _written,
            _week_then_day, _named)  # fmt: skip
_FIRST_WORDS = frozenset(WEEKDAYS) | frozenset(MONTHS) | frozenset(_NEAR) | frozenset(_COUNTS) | bag(
    "day this next coming last previous week fortnight in the christmas boxing new"
)  # fmt: skip
