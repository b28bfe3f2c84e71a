"""Spoken stretches of hours and minutes from now: "in two hours", "half an hour ago", "in 20 minutes' time"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from agentdesk.language.tokens import Token

_UNITS = {"hour": 60, "hours": 60, "hour's": 60, "hrs": 60, "minute": 1, "minutes": 1, "min": 1, "mins": 1}


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
    """How long "two hours", "half an hour" or "an hour" is, and where the tokens go on."""
    first, second = _text(words, at), _text(words, at + 1)
    if first == "half" and second in ("an", "a") and _text(words, at + 2) in _UNITS:
        return _UNITS[_text(words, at + 2)] // 2, at + 3
    number = 1 if first in ("a", "an") else words[at].value if at < len(words) and words[at].kind == "number" else 0
    if not 0 < number < 1000 or second not in _UNITS:
        return None, at
    return number * _UNITS[second], at + 2


def _text(words: Sequence[Token], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""
