"""Days with a name of their own: "Boxing Day", "Easter Monday", "last Christmas", "Halloween"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from agentdesk.language.day_parts import Days, text_at, year_at
from agentdesk.language.month_parts import weekday_of_month
from agentdesk.language.tokens import Token, bag

_FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new years eve": (12, 31), "new year's day": (1, 1), "new years day": (1, 1),
    "new year": (1, 1), "burns night": (1, 25), "valentine's day": (2, 14), "valentines day": (2, 14),
    "st david's day": (3, 1), "st patrick's day": (3, 17), "st george's day": (4, 23), "st andrew's day": (11, 30),
    "april fool's day": (4, 1), "may day": (5, 1), "independence day": (7, 4), "halloween": (10, 31),
    "bonfire night": (11, 5), "guy fawkes night": (11, 5), "xmas eve": (12, 24), "xmas day": (12, 25), "xmas": (12, 25),
    "hogmanay": (12, 31), "twelfth night": (1, 5), "armistice day": (11, 11), "remembrance day": (11, 11),
    "st stephen's day": (12, 26), "midsummer's day": (6, 24), "midsummer day": (6, 24),
}  # fmt: skip
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "ash wednesday": -46,
                "shrove tuesday": -47, "pancake day": -47, "palm sunday": -7, "maundy thursday": -3,
                "mothering sunday": -21, "mother's day": -21, "mothers day": -21, "easter saturday": -1,
                "ascension day": 39, "whit sunday": 49, "whit monday": 50}  # fmt: skip
_BY_WEEKDAY = {"father's day": (6, 6, 3, 0), "fathers day": (6, 6, 3, 0), "remembrance sunday": (11, 6, 2, 0),
               "may day bank holiday": (5, 0, 1, 0), "early may bank holiday": (5, 0, 1, 0),
               "spring bank holiday": (5, 0, -1, 0), "august bank holiday": (8, 0, -1, 0),
               "summer bank holiday": (8, 0, -1, 0), "thanksgiving": (11, 3, 4, 0),
               "black friday": (11, 3, 4, 1), "cyber monday": (11, 3, 4, 4)}  # fmt: skip
"""Month, weekday, which one of the month (-1 the last), and days on from it."""
_NAMES = sorted((tuple(each.split()) for each in (*_FIXED, *_FROM_EASTER, *_BY_WEEKDAY)), key=lambda each: -len(each))
_BY_FIRST_WORD = {first: [each for each in _NAMES if each[0] == first] for first in {each[0] for each in _NAMES}}
_LEADS = {"next": 1, "this": 0, "last": -1, "previous": -1}
_PLACES = bag("road rd street st avenue lane close drive")
FEAST_WORDS = frozenset(_BY_FIRST_WORD) | frozenset(_LEADS)


def feast_at(words: Sequence[Token], at: int, today: date) -> Days | None:
    """The named day that begins at a token, in the year said or else the coming one."""
    lead = _LEADS.get(text_at(words, at))
    step = at + (lead is not None)
    may_be = _BY_FIRST_WORD.get(text_at(words, step), ())
    name = next((each for each in may_be if tuple(text_at(words, step + i) for i in range(len(each))) == each), None)
    if name is None or text_at(words, step + len(name)) in _PLACES:
        return None
    year, stop = year_at(words, step + len(name), today)
    if year is None:
        coming = _in_year(name, today.year) >= today
        year = today.year - coming if lead == -1 else today.year + (not coming)
    return Days((_in_year(name, year),), stop)


def _in_year(name: tuple[str, ...], year: int) -> date:
    words = " ".join(name)
    if words in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[words])
    if words in _BY_WEEKDAY:
        month, weekday, place, on = _BY_WEEKDAY[words]
        there = weekday_of_month(year, month, weekday, place)
        if there is not None:
            return there + timedelta(days=on)
    return date(year, *_FIXED[words])


def _easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the rule of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
