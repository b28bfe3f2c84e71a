"""Spoken stretches of hours and minutes from now: "in two hours", "half an hour ago", "in 20 minutes' time"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from agentdesk.language.tokens import Token

_UNITS = {"hour": 60, "hours": 60, "hour's": 60, "hrs": 60, "hr": 60, "minute": 1, "minutes": 1, "min": 1, "mins": 1}

_PARTS_OF_AN_HOUR = (
    (("half", "an", "hour"), 2),
    (("half", "hour"), 2),
    (("a", "half", "hour"), 2),
    (("a", "quarter", "of", "an", "hour"), 1),
    (("quarter", "of", "an", "hour"), 1),
    (("three", "quarters", "of", "an", "hour"), 3),
)


class Soon(NamedTuple):
    """The instant that tokens up to `stop` mean."""

    at: datetime
    stop: int


def soon_at(words: Sequence[Token], at: int, now: datetime) -> Soon | None:
    """The stretch that begins at a token, counted from an instant; None when none begins there.

    It needs a word that says from where: "in" before, or "ago", "from now", "later" or "time" behind.
    """
    led = words[at].text == "in"
    step = at + led
    minutes, stop = _minutes(words, step)
    if minutes is None:
        return None
    if _text(words, stop) == "'":
        stop += 1
    if _text(words, stop) == "ago":
        return Soon(now - timedelta(minutes=minutes), stop + 1)
    if (_text(words, stop), _text(words, stop + 1)) == ("from", "now"):
        return Soon(now + timedelta(minutes=minutes), stop + 2)
    if _text(words, stop) in ("later", "time"):
        return Soon(now + timedelta(minutes=minutes), stop + 1)
    return Soon(now + timedelta(minutes=minutes), stop) if led else None


def _minutes(words: Sequence[Token], at: int) -> tuple[int | None, int]:
    """How long "two hours", "half an hour" or "an hour and a half" is, and where the tokens go on."""
    for spoken, quarters in _PARTS_OF_AN_HOUR:
        if tuple(_text(words, at + step) for step in range(len(spoken))) == spoken:
            return 15 * quarters, at + len(spoken)
    number, step = _count(words, at)
    halves = ("and", "a", "half")
    half = tuple(_text(words, step + each) for each in range(3)) == halves
    step += 3 * half
    unit = _UNITS.get(_text(words, step))
    if not 0 < number < 1000 or unit is None:
        return None, at
    minutes, step = number * unit + half * unit // 2, step + 1
    if tuple(_text(words, step + each) for each in range(3)) == halves:
        return minutes + unit // 2, step + 3
    more = step + (_text(words, step) == "and")
    if unit == 60 and _number(words, more) > 0 and _UNITS.get(_text(words, more + 1)) == 1:
        return minutes + _number(words, more), more + 2
    return minutes, step


def _count(words: Sequence[Token], at: int) -> tuple[int, int]:
    """How many of a unit are said, 0 for none, and where the unit stands."""
    if _text(words, at) in ("a", "an"):
        if _text(words, at + 1) == "couple":
            return 2, at + 2 + (_text(words, at + 2) == "of")
        return 1, at + 1
    return max(_number(words, at), 0), at + 1


def _number(words: Sequence[Token], at: int) -> int:
    return words[at].value if 0 <= at < len(words) and words[at].kind == "number" else -1


def _text(words: Sequence[Token], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""
