"""Which backups are kept: many of late, few of long ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 4, 6


def worth_keeping(made: Iterable[datetime]) -> frozenset[datetime]:
    """Of backups, by when they were made: the last of each of the 7 newest days, then of 4 weeks before, then of
    6 months before. A day, a week (from Monday) and a month count only when something was made in them, so that
    a computer that was off for long loses nothing.
    """
    left = sorted(made, reverse=True)
    kept: set[datetime] = set()
    for many, span in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        newest: dict[tuple[int, ...], datetime] = {}
        for each in left:
            newest.setdefault(span(each), each)
        chosen = list(newest)[:many]
        kept.update(newest[each] for each in chosen)
        left = [each for each in left if span(each) < chosen[-1]]
    return frozenset(kept)


def _day(at: datetime) -> tuple[int, ...]:
    return at.year, at.month, at.day


def _week(at: datetime) -> tuple[int, ...]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, ...]:
    return at.year, at.month
