"""Spoken days: "tomorrow", "Thursday the 26th", "Tuesday week", "27/11", the British way round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from agentdesk.language.day_parts import (
    MONTHS,
    WEEKDAYS,
    Days,
    in_month,
    kind_at,
    months_on,
    on_day_of_month,
    text_at,
    year_at,
)
from agentdesk.language.feasts import FEAST_WORDS, feast_at
from agentdesk.language.month_parts import part_of_month_at
from agentdesk.language.tokens import Token, bag

_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tmr": 1,
         "tomoz": 1, "yesterday": -1}  # fmt: skip
_PARTS = ("morning", "afternoon", "evening", "lunchtime")
_NOT_A_DAY_AFTER_ORDINAL = bag(
    "floor avenue ave street st road rd drive lane time one option choice class birthday visit appointment "
    "available thing half step person party generation degree"
)
_FEW = 3
_AFTER_SPOKEN_ORDINAL = bag("at of in is please for or and if then would from around about this next")
_WEEKS = {"this": 0, "next": 1, "following": 1, "last": -1, "previous": -1}
_FROM_THAT_WEEK = {("after", "next"): 2, ("before", "last"): -2}
_COUNTS = {"a": 1, "an": 1, "couple": 2}
_LENGTHS = {
    "day": 1,
    "days": 1,
    "day's": 1,
    "week": 7,
    "weeks": 7,
    "week's": 7,
    "fortnight": 14,
    "fortnights": 14,
    "fortnight's": 14,
}
_MONTHS_LONG = {"month": 1, "months": 1, "month's": 1, "year": 12, "years": 12, "year's": 12}


def day_at(words: Sequence[Token], at: int, today: date) -> Days | None:
    """The longest day that begins at a token, seen from a day; None when none begins there."""
    if words[at].kind == "word" and words[at].text not in _FIRST_WORDS:
        return None
    readings = [found for reader in _READERS if (found := reader(words, at, today)) is not None]
    return max(readings, key=lambda each: each.stop, default=None)


def _near(words: Sequence[Token], at: int, today: date) -> Days | None:
    if [text_at(words, at + step) for step in range(3)] == ["day", "after", "tomorrow"]:
        return Days((today + timedelta(days=2),), at + 3)
    if (text_at(words, at), text_at(words, at + 1)) == ("last", "night"):
        return Days((today - timedelta(days=1),), at + 2)
    if text_at(words, at) in _NEAR:
        days, stop = _NEAR[text_at(words, at)], at + 1
        if text_at(words, stop) == "week":
            days, stop = days + 7, stop + 1
        return Days((today + timedelta(days=days),), stop)
    # The part of the day itself is left for the time that may follow it.
    if text_at(words, at) == "this" and text_at(words, at + 1) in _PARTS:
        return Days((today,), at + 1)
    return None


def _coming(weekday: int, today: date) -> date:
    """The next such weekday, never today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weekday(words: Sequence[Token], at: int, today: date) -> Days | None:
    """A weekday alone, with its date, or "week" / "next week" behind it."""
    weekday = WEEKDAYS.get(text_at(words, at))
    if weekday is None:
        return None
    dated = _date_after_weekday(words, at + 1, today)
    if dated is not None:
        return _agreeing(weekday, dated)
    return (
        _weekday_moved(words, at + 1, weekday, today)
        or _weekday_of_week(words, at + 1, weekday, today)
        or Days((_coming(weekday, today), *([today] if weekday == today.weekday() else [])), at + 1)
    )


def _weekday_moved(words: Sequence[Token], at: int, weekday: int, today: date) -> Days | None:
    """Reads "Tuesday week", "Friday just gone", "the Monday after Christmas", "the Friday after next"."""
    coming, behind = _coming(weekday, today), text_at(words, at)
    if (behind, text_at(words, at + 1)) == ("after", "next"):
        return Days((_of_week(weekday, 2, today),), at + 2)
    if (behind, text_at(words, at + 1)) == ("before", "last"):
        return Days((coming - timedelta(days=14),), at + 2)
    just = behind == "just"
    if text_at(words, at + just) in ("gone", "past"):
        return Days((coming - timedelta(days=7),), at + just + 1)
    if behind in ("week", "fortnight"):
        return Days((coming + timedelta(days=_LENGTHS[behind]),), at + 1)
    later = _weeks_behind(words, at)
    if later is not None:
        return Days((coming + timedelta(days=later[0]),), later[1])
    then = _day_behind(words, at + 1, today) if behind in ("after", "before") else None
    return _weekday_beside(weekday, behind, then) if then is not None else None


def _weekday_of_week(words: Sequence[Token], at: int, weekday: int, today: date) -> Days | None:
    """Reads "Friday next week", "Monday of this week", from behind the weekday."""
    week = _week_at(words, at + 1 if text_at(words, at) == "of" else at)
    return Days((_of_week(weekday, week[0], today),), week[1]) if week is not None else None


def _week_at(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Which week "next week", "the following week" or "the week after next" is, and where the tokens go on."""
    step = at + 1 if text_at(words, at) == "the" else at
    which = text_at(words, step)
    if which in _WEEKS and text_at(words, step + 1) == "week":
        return _WEEKS[which], step + 2
    beside = _FROM_THAT_WEEK.get((text_at(words, step + 1), text_at(words, step + 2)))
    return (beside, step + 3) if which == "week" and beside is not None else None


def _of_week(weekday: int, weeks: int, today: date) -> date:
    return today + timedelta(days=7 * weeks + weekday - today.weekday())


def _weeks_behind(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The days in "Wednesday in two weeks", and where the tokens go on."""
    if text_at(words, at) != "in":
        return None
    number, unit = _count_at(words, at + 1), text_at(words, at + 2)
    if number < 1 or unit not in _LENGTHS or _LENGTHS[unit] < 7:
        return None
    return number * _LENGTHS[unit], at + 4 if text_at(words, at + 3) == "time" else at + 3


def _count_at(words: Sequence[Token], at: int) -> int:
    return words[at].value if kind_at(words, at) == "number" else _COUNTS.get(text_at(words, at), -1)


def _weekday_beside(weekday: int, which: str, then: Days) -> Days:
    """Reads "The Monday after Christmas", "the Friday before the 24th"."""
    day = then.days[0]
    if which == "after":
        return Days((_coming(weekday, day),), then.stop)
    return Days((day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1),), then.stop)


def _day_beside(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "The day after Boxing Day", "the day before yesterday"."""
    step = at + 1 if text_at(words, at) == "the" else at
    which = text_at(words, step + 1)
    if text_at(words, step) != "day" or which not in ("after", "before"):
        return None
    then = _day_behind(words, step + 2, today)
    if then is None:
        return None
    return Days((then.days[0] + timedelta(days=1 if which == "after" else -1),), then.stop)


def _same_day(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "The same day next month", "this time last week"."""
    if text_at(words, at) not in ("same", "this") or text_at(words, at + 1) not in ("day", "time"):
        return None
    number, unit = _WEEKS.get(text_at(words, at + 2), 0), text_at(words, at + 3)
    if not number or unit not in ("week", "month", "year"):
        return None
    return Days((_moved(today, unit, number),), at + 4)


def _date_after_weekday(words: Sequence[Token], at: int, today: date) -> Days | None:
    if text_at(words, at) == ",":
        at += 1
    with_month = _day_then_month(words, at, today) or _month_then_day(words, at, today) or _written(words, at, today)
    if with_month is not None:
        return with_month
    if text_at(words, at) == "the":
        at += 1
    if kind_at(words, at) == "ordinal" and 1 <= words[at].value <= 31:
        return _of_month(words, at, today) or Days(on_day_of_month(words[at].value, today, months=12), at + 1)
    # "Friday 23": too late for an hour
    if kind_at(words, at) == "number" and 13 <= words[at].value <= 31 and _ends_there(words, at + 1):
        return Days(on_day_of_month(words[at].value, today, months=12), at + 1)
    return None


def _ends_there(words: Sequence[Token], at: int) -> bool:
    """Whether what a number may count does not follow: the text ends, or goes on with a time."""
    return text_at(words, at) in ("", ".", ",", "?", "!", "at", "please", "if", "in", "and", "or")


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
    lead, weekday = text_at(words, at), WEEKDAYS.get(text_at(words, at + 1))
    if weekday is None or lead not in ("this", "next", "coming", "following", "last", "previous"):
        return None
    coming = _coming(weekday, today)
    next_week = today - timedelta(days=today.weekday()) + timedelta(days=7 + weekday)
    if lead in ("last", "previous"):
        return Days((coming - timedelta(days=7),) if coming - timedelta(days=7) < today else (today,), at + 2)
    if lead != "next":
        return Days((today, coming) if weekday == today.weekday() else (coming,), at + 2)
    return Days((next_week,) if coming == next_week else (next_week, coming), at + 2)


def _week_on(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "A week on Tuesday", "two weeks today", "a week last Friday", "a month tomorrow"."""
    counted = text_at(words, at) not in _LENGTHS
    number, step = (_count_at(words, at), at + 1) if counted else (1, at)
    unit, step = text_at(words, step), step + 1
    if not 0 < number < 100 or unit not in _LENGTHS | _MONTHS_LONG or unit in ("day", "days"):
        return None
    if text_at(words, step) == "last" and text_at(words, step + 1) in WEEKDAYS and unit in _LENGTHS:
        last = _coming(WEEKDAYS[text_at(words, step + 1)], today) - timedelta(days=7)
        return Days((_moved(last, unit, -number),), step + 2)
    led = text_at(words, step) in ("on", "from")
    step += led
    if text_at(words, step) in _NEAR and text_at(words, step) not in ("tonight", "yesterday"):
        near = today + timedelta(days=_NEAR[text_at(words, step)])
        return Days((_moved(near, unit, number),), step + 1)
    weekday = WEEKDAYS.get(text_at(words, step))
    if weekday is None or not led or unit not in _LENGTHS:
        return None
    return Days((_moved(_coming(weekday, today), unit, number),), step + 1)


def _counted(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "In three days", "two weeks' time", "6 days ago", "three weeks from tomorrow"."""
    step = at + 1 if text_at(words, at) == "in" else at
    number = _count_at(words, step)
    if text_at(words, step + 1) == "couple":
        number, step = 2, step + 1
    if text_at(words, step + 1) == "of":
        step += 1
    unit, stop = text_at(words, step + 1), step + 2
    if not 0 < number < 400 or unit not in _LENGTHS | _MONTHS_LONG:
        return None
    if text_at(words, stop) == "'":
        stop += 1
    behind = text_at(words, stop)
    then = _day_behind(words, stop + 1, today) if behind in ("before", "after", "from") else None
    if then is not None:
        return Days((_moved(then.days[0], unit, -number if behind == "before" else number),), then.stop)
    if behind == "ago":
        return Days((_moved(today, unit, -number),), stop + 1)
    if (behind, text_at(words, stop + 1)) == ("from", "now"):
        return Days((_moved(today, unit, number),), stop + 2)
    if behind == "time":
        return Days((_moved(today, unit, number),), stop + 1)
    return Days((_moved(today, unit, number),), stop) if text_at(words, at) == "in" else None


def _day_behind(words: Sequence[Token], at: int, today: date) -> Days | None:
    return day_at(words, at, today) if at < len(words) else None


def _moved(day: date, unit: str, number: int) -> date:
    if unit in _MONTHS_LONG:
        return months_on(day, number * _MONTHS_LONG[unit])
    return day + timedelta(days=number * _LENGTHS[unit])


def _day_then_month(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "27th of November 2026", "the 27th November", "27 Nov"."""
    step = at + 1 if text_at(words, at) == "the" else at
    if kind_at(words, step) not in ("ordinal", "number") or not 1 <= words[step].value <= 31:
        return None
    month_at = step + 2 if text_at(words, step + 1) == "of" or _tight(words, step + 1) else step + 1
    month = MONTHS.get(text_at(words, month_at)) or _month_by_number(words, month_at)
    if month is None:
        return _of_month(words, step, today)
    month_at += text_at(words, month_at) == "the"
    year, stop = year_at(words, month_at + 1, today)
    days = in_month(words[step].value, month, year, today)
    return Days(days, stop) if days else None


def _month_by_number(words: Sequence[Token], at: int) -> int | None:
    """Reads the month in "the third of the twelfth"."""
    named = text_at(words, at - 1) == "of" and text_at(words, at) == "the" and kind_at(words, at + 1) == "ordinal"
    return words[at + 1].value if named and 1 <= words[at + 1].value <= 12 else None


def _tight(words: Sequence[Token], at: int) -> bool:
    """Whether a dash stands without spaces, as in "24-Nov"."""
    if text_at(words, at) not in ("-", "/") or at + 1 >= len(words):
        return False
    return words[at - 1].end == words[at].start and words[at].end == words[at + 1].start


def _month_then_day(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "November 27th", "November the 27th, 2026"."""
    month = MONTHS.get(text_at(words, at))
    if month is None:
        return None
    step = at + 1
    while text_at(words, step) in ("the", ".", ",", "-", "/"):
        step += 1
    if kind_at(words, step) not in ("ordinal", "number") or not 1 <= words[step].value <= 31:
        return None
    year, stop = year_at(words, step + 1, today)
    days = in_month(words[step].value, month, year, today)
    return Days(days, stop) if days else None


def _of_month(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "26th of this month", "the 3rd day of next month", "the 5th next month", from the number on."""
    step = at + 2 if text_at(words, at + 1) == "day" else at + 1
    step += text_at(words, step) == "of"
    which = text_at(words, step)
    if text_at(words, step + 1) != "month" or which not in ("this", "the", "next", "last"):
        return None
    there = months_on(today.replace(day=1), {"next": 1, "last": -1}.get(which, 0))
    days = in_month(words[at].value, there.month, there.year, today)
    return Days(days, step + 2) if days else None


def _the_day(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "The 26th", "26th". Spoken ordinals need "the" or "on" and must not count a thing ("the first one")."""
    step = at + 1 if text_at(words, at) == "the" else at
    if kind_at(words, step) != "ordinal" or not 1 <= words[step].value <= 31:
        return None
    behind = text_at(words, step + 1)
    if not words[step].text[0].isdigit():
        led = step > at or text_at(words, at - 1) in ("on", "the")
        if not led or not (kind_at(words, step + 1) == "mark" or behind in _AFTER_SPOKEN_ORDINAL or behind in _PARTS):
            return None
        if behind in ("is", "was") and words[step].value <= _FEW:
            # "the first is Monday at eleven" counts what is on offer
            return None
    month = text_at(words, step + 2) if behind == "of" else behind
    if behind in _NOT_A_DAY_AFTER_ORDINAL or month in MONTHS:
        return None
    days = on_day_of_month(words[step].value, today)
    return Days(days, step + 1) if days else None


def _written(words: Sequence[Token], at: int, today: date) -> Days | None:
    """27/11, 27.11.2026, 2026-11-27: day first unless the year is."""
    if kind_at(words, at) != "date" or (len(words[at].parts) < 3 and kind_at(words, at - 1) == "number"):
        # "1502 1/2 High Street" is no day
        return None
    numbers = [int(each) for each in words[at].parts]
    if len(words[at].parts[0]) == 4:
        days = in_month(numbers[2], numbers[1], numbers[0], today)
    else:
        year = numbers[2] if len(numbers) > 2 else None
        if year is not None and year < 100:
            year += 2000
        # day first; the other way round only where that is no date
        days = in_month(numbers[0], numbers[1], year, today) or in_month(numbers[1], numbers[0], year, today)
    return Days(days, at + 1) if days else None


def _week_then_day(words: Sequence[Token], at: int, today: date) -> Days | None:
    """Reads "next week Thursday", "last week on Monday"."""
    week = _week_at(words, at)
    if week is None:
        return None
    step = week[1] + (text_at(words, week[1]) == "on")
    weekday = WEEKDAYS.get(text_at(words, step))
    return Days((_of_week(weekday, week[0], today),), step + 1) if weekday is not None else None


_READERS = (_near, _weekday, _this_or_next, _week_on, _counted, _day_then_month, _month_then_day, _the_day, _written,
            _week_then_day, part_of_month_at, feast_at, _day_beside, _same_day)  # fmt: skip
_FIRST_WORDS = frozenset(WEEKDAYS) | frozenset(MONTHS) | frozenset(_NEAR) | frozenset(_COUNTS) | FEAST_WORDS | bag(
    "day this next coming following last previous week fortnight in the same end"
)  # fmt: skip
