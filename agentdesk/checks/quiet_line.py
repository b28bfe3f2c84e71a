"""A line that has gone quiet: no calls for longer than this hour and weekday explain."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from agentdesk.domain.business import Span, WeekHours
from agentdesk.domain.clock import day_of
from agentdesk.domain.wording import counted, moment_in_words

FALSE_ALARM_DAYS = 60
"""A line that works sounds quiet by chance once in this many days; see `hours_until_told` for the price of it."""
HISTORY = timedelta(weeks=8)
FEWEST_CALLS = 20
FEWEST_DAYS = 14
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Silence:
    """No call since `since`, where `expected` would have come."""

    since: datetime
    expected: float

    def in_words(self, connection: str, zone: ZoneInfo) -> str:
        calls = counted(max(1, round(self.expected)), "call", "calls")
        return (
            f"No call on {connection} since {moment_in_words(self.since, zone)}. By now about {calls} would have come. "
            "Ring your number to see whether it is answered."
        )


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a dead line stays unnoticed at the pace of a line: calls and open hours of an ordinary week."""

    calls_a_week: float
    open_hours_a_week: float

    def in_words(self) -> str:
        hours = max(1, round(hours_until_told(self.calls_a_week, self.open_hours_a_week)))
        calls = counted(max(1, round(self.calls_a_week)), "call", "calls")
        return (
            f"With about {calls} a week in {self.open_hours_a_week:g} open hours, a dead line is noticed after about "
            f"{counted(hours, 'open hour', 'open hours')}. The price: one false alarm in {FALSE_ALARM_DAYS} days."
        )


def patience(calls: Sequence[datetime], now: datetime, zone: ZoneInfo, hours: WeekHours) -> Patience | None:
    """The trade-off of a line with these calls; None while too few came to say, or without opening hours.

    Calls at closed times are left out: they would promise an alarm sooner than it can come.
    """
    known = sorted(each for each in calls if now - HISTORY <= each <= now)
    if len(known) < FEWEST_CALLS or now - known[0] < timedelta(days=FEWEST_DAYS):
        return None
    within = sum(_is_open(each.astimezone(zone), hours) for each in known)
    open_hours = sum(_length(span) / _HOUR for spans in hours for span in spans)
    return Patience(within * timedelta(weeks=1) / (now - known[0]), open_hours) if within and open_hours else None


def _length(span: Span) -> timedelta:
    start, end = (timedelta(hours=each.hour, minutes=each.minute) for each in (span.start, span.end))
    return end - start + timedelta(days=span.over_midnight)


def _is_open(local: datetime, hours: WeekHours) -> bool:
    at, today, before = local.time(), hours[local.weekday()], hours[local.weekday() - 1]
    return any(each.start <= at and (each.over_midnight or at < each.end) for each in today) or any(
        each.over_midnight and at < each.end for each in before
    )


def silence(calls: Sequence[datetime], now: datetime, zone: ZoneInfo, closed: Collection[date] = ()) -> Silence | None:
    """Whether a line is unusually quiet at `now`; None where it isn't, or too little is known to say.

    `calls`: when each call of the last weeks began, whatever the order; `closed`: days on which nobody is expected to
    ring. What comes in an hour of a weekday is taken from the weeks before; calls are taken to come at random, so
    that a silence in which N were expected has the chance e^-N after each call. The alarm waits until that would
    happen by chance once in FALSE_ALARM_DAYS.
    """
    known = sorted(each for each in calls if now - HISTORY <= each <= now)
    if len(known) < FEWEST_CALLS or known[-1] - known[0] < timedelta(days=FEWEST_DAYS):
        return None
    since = known[-1]
    rates = _rates(known, zone, closed)
    expected = _expected(rates, since, now, zone, closed)
    days = max(1.0, (since - known[0]) / timedelta(days=1))
    return Silence(since, expected) if expected >= needed(len(known) / days) else None


def needed(calls_a_day: float) -> float:
    """How many calls must have been expected in a silence before it counts."""
    return math.log(max(math.e, calls_a_day * FALSE_ALARM_DAYS))


def hours_until_told(calls_a_week: float, open_hours_a_week: float) -> float:
    """How many open hours pass before a dead line is told, at a steady pace: what the settings page states."""
    return needed(calls_a_week / 7) * open_hours_a_week / calls_a_week


def _rates(calls: Sequence[datetime], zone: ZoneInfo, closed: Collection[date]) -> dict[tuple[int, int], float]:
    """Calls in an hour, by weekday and hour: half from that weekday, half from that hour of the days like it."""
    first, last = day_of(calls[0], zone), day_of(calls[-1], zone)
    days = Counter(
        day.weekday()
        for day in (first + timedelta(days=step) for step in range((last - first).days + 1))
        if day not in closed
    )
    local = [each.astimezone(zone) for each in calls]
    counts = Counter((each.weekday(), each.hour) for each in local if each.date() not in closed)
    rates = {}
    for weekday in range(7):
        like_it = range(5) if weekday < 5 else (weekday,)
        among = sum(days[each] for each in like_it)
        for hour in range(24):
            own = counts[weekday, hour] / days[weekday] if days[weekday] else 0.0
            shared = sum(counts[each, hour] for each in like_it) / among if among else 0.0
            rates[weekday, hour] = (own + shared) / 2
    return rates


def _expected(
    rates: dict[tuple[int, int], float], since: datetime, now: datetime, zone: ZoneInfo, closed: Collection[date]
) -> float:
    """The calls that would have come between two instants; hours are walked in UTC, so both clock changes fit."""
    total, at = 0.0, since.astimezone(UTC)
    now = now.astimezone(UTC)
    while at < now:
        step = min(now, at.replace(minute=0, second=0, microsecond=0) + _HOUR)
        local = at.astimezone(zone)
        if local.date() not in closed:
            total += rates[local.weekday(), local.hour] * ((step - at) / _HOUR)
        at = step
    return total
