"""How long to wait, and how often to try."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_WAIT = timedelta(hours=1)
"""However long a service asks for: after that it is asked once more."""
PATIENCE = timedelta(seconds=20)
"""Longer waits are not sat out; the pull ends and is taken up again when the time has come."""


def asked_wait(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long an answer asks us to wait, at most `LONGEST_WAIT`; None where it doesn't say or says nonsense."""
    for name, read in (
        ("retry-after-ms", _milliseconds),
        ("retry-after", _seconds_or_date),
        ("x-ratelimit-reset", _seconds_or_epoch),
    ):
        wait = read(headers.get(name, "").strip(), now)
        if wait is not None and wait > timedelta(0):
            return min(wait, LONGEST_WAIT)
    return None


def _milliseconds(text: str, _: datetime) -> timedelta | None:
    return timedelta(milliseconds=int(text)) if text.isascii() and text.isdigit() and len(text) < 12 else None


def _seconds_or_date(text: str, now: datetime) -> timedelta | None:
    if text.isascii() and text.isdigit():
        return timedelta(seconds=int(text[:9])) if len(text) < 10 else LONGEST_WAIT
    try:
        at = parsedate_to_datetime(text)
        return at - now if at.tzinfo else None
    except (ValueError, TypeError, OverflowError):
        return None


def _seconds_or_epoch(text: str, now: datetime) -> timedelta | None:
    """Some services count the seconds that are left, some name the second of the day of days."""
    if not (text.isascii() and text.isdigit()) or len(text) > 11:
        return None
    number = int(text)
    return timedelta(seconds=number) if number < 1_000_000_000 else timedelta(seconds=number - now.timestamp())


class Pace:
    """No more than `per_minute` requests in any minute; as many as one likes where it is None."""

    def __init__(self, per_minute: int | None, sleep: Callable[[float], None]) -> None:
        self._per_minute = per_minute
        self._sleep = sleep
        self._made: deque[float] = deque(maxlen=per_minute)

    def wait(self) -> None:
        """Returns when the next request may be made."""
        if self._per_minute is None:
            return
        now = time.monotonic()
        if len(self._made) == self._per_minute and (left := self._made[0] + 60 - now) > 0:
            self._sleep(left)
            now += left
        self._made.append(now)
