"""Dates and times as files write them. What can be read in two ways is never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from agentdesk.connectors.kit.text import UnclearError, quoted

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>z|utc|gmt|bst|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?!\d)")
_NAMED = (
    re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \-]+(?P<month>{_MONTH})[a-z]*[ ,.\-]*(?P<year>\d{{4}}|\d\d)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<month>{_MONTH})[a-z]*\.?[ \-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ,\-]+(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[., ]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\sT,]*(?:at\b|[–-]\s)?\s*", re.IGNORECASE)
_AS_COMPUTERS = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")
_LONGEST = 64
ANY_ZONE = ZoneInfo("UTC")
FIRST_YEAR, LAST_YEAR = 2000, 2100


def day_and_month(text: str) -> tuple[int, int] | None:
    """The two numbers of a date like 03/04/26 whose order only its writer knows; None for other dates."""
    found = _NUMERIC.match(_WEEKDAY.sub("", text.strip()[:_LONGEST], count=1))
    return (int(found[1]), int(found[2])) if found else None


def moment(text: str, zone: ZoneInfo, day_first: bool | None = None) -> datetime:
    """The instant a text names, in UTC. Raises UnclearError.

    Without a zone of its own it is on the business's clock, where a time that the spring change skips
    counts on from before the change (01:30 is 02:30 BST) and one that autumn repeats is the first.
    `day_first` says how 03/04/26 is meant; None refuses such a date unless both readings agree.
    """
    if _AS_COMPUTERS.fullmatch(plain := text.strip()):
        try:
            return iso(plain, zone)
        except UnclearError:
            raise
        except (ValueError, OverflowError) as trouble:
            raise UnclearError(f"{quoted(text)} is not a date and time.") from trouble
    day, clock, offset = _parts(text, day_first, zone)
    if clock is None:
        raise UnclearError(f"{quoted(text)} has a date but no time.")
    return placed(datetime.combine(day, clock), offset or zone)


def day_or_moment(text: str, zone: ZoneInfo, day_first: bool | None = None) -> date | datetime:
    """As `moment`, but a date alone is a whole day and stays one."""
    if _AS_COMPUTERS.fullmatch(text.strip()):
        return moment(text, zone)
    day, clock, offset = _parts(text, day_first, zone)
    return day if clock is None else placed(datetime.combine(day, clock), offset or zone)


def clock_time(text: str) -> time:
    """A time of day such as 9:30, 09.30, 2pm or 14:00:00. Raises UnclearError."""
    found = _CLOCK.fullmatch(text.strip()[:_LONGEST])
    if not found or found["zone"] or not (found["minute"] or found["half"]):
        raise UnclearError(f"{quoted(text)} is not a time of day.")
    return _clock(found, text)


def placed(local: datetime, zone: ZoneInfo | timezone) -> datetime:
    """A time on a clock as an instant in UTC. Raises UnclearError outside the years the app keeps."""
    if not FIRST_YEAR <= local.year < LAST_YEAR:
        raise UnclearError(f"It is dated in the year {local.year}.")
    return local.replace(tzinfo=zone).astimezone(UTC)


def from_epoch(seconds: float) -> datetime:
    """Seconds or milliseconds since 1970 as an instant. Raises UnclearError."""
    if seconds > 1e11:
        seconds /= 1000
    if not 946_684_800 <= seconds < 4_102_444_800:
        raise UnclearError("Its time is a number that stands for no day of this century.")
    return datetime.fromtimestamp(seconds, UTC)


def iso(text: str, zone: ZoneInfo) -> datetime:
    """The instant of a time as computers write it, in UTC. Raises ValueError (also UnclearError)."""
    found = datetime.fromisoformat(text)
    if not FIRST_YEAR <= found.year < LAST_YEAR:
        raise UnclearError(f"It is dated in the year {found.year}.")
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)


def _parts(text: str, day_first: bool | None, zone: ZoneInfo) -> tuple[date, time | None, timezone | None]:
    plain = text.strip()
    if len(plain) > _LONGEST:
        raise UnclearError(f"{quoted(text)} is not a date and time.")
    if _EPOCH.fullmatch(plain):
        local = from_epoch(float(plain)).astimezone(zone)
        return local.date(), local.time(), timezone(local.utcoffset() or timedelta())
    plain = _WEEKDAY.sub("", plain, count=1) if _WEEKDAY.match(plain) else plain
    day, rest = _day(plain, text, day_first)
    rest = rest[_matched(_BETWEEN, rest) :].strip()
    if not rest:
        return day, None, None
    found = _CLOCK.fullmatch(rest)
    if not found or not (found["minute"] or found["half"]):
        raise UnclearError(f"{quoted(text)} is not a date and time.")
    return day, _clock(found, text), _offset(found["zone"], text)


def _day(plain: str, text: str, day_first: bool | None) -> tuple[date, str]:
    try:
        if found := _YEAR_FIRST.match(plain):
            return date(int(found[1]), int(found[2]), int(found[3])), plain[found.end() :]
        if found := _NUMERIC.match(plain):
            one, two, year = int(found[1]), int(found[2]), _year(found[3])
            if day_first is None and one != two:
                day_first = _only_reading(one, two, text)
            day, month = (one, two) if day_first else (two, one)
            return date(year, month, day), plain[found.end() :]
        for pattern in _NAMED:
            if found := pattern.match(plain):
                month = _MONTHS.index(found["month"].casefold()) + 1
                return date(_year(found["year"]), month, int(found["day"])), plain[found.end() :]
    except UnclearError:
        raise
    except ValueError as trouble:
        raise UnclearError(f"{quoted(text)} is not a day of the calendar.") from trouble
    raise UnclearError(f"{quoted(text)} is not a date and time.")


def _only_reading(one: int, two: int, text: str) -> bool:
    if one <= 12 and two <= 12:
        raise UnclearError(f"{quoted(text)} can be read in two ways: day first or month first.")
    return one > 12


def _matched(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _clock(found: re.Match[str], text: str) -> time:
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise UnclearError(f"{quoted(text)} is not a time of day.")
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError as trouble:
        raise UnclearError(f"{quoted(text)} is not a time of day.") from trouble


def _offset(zone: str | None, text: str) -> timezone | None:
    if zone is None:
        return None
    name = zone.casefold()
    if name in {"z", "utc", "gmt"}:
        return UTC
    if name == "bst":
        return timezone(timedelta(hours=1))
    hours, minutes = int(name[1:3]), int(name[-2:])
    if hours > 14 or minutes > 59:
        raise UnclearError(f"{quoted(text)} is in a time zone that does not exist.")
    return timezone((1 if name[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
