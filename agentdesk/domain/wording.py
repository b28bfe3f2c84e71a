"""How days, times, spans and counts are written for the owner: "Tue 24 Nov, 2:10 pm"."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_in_words(day: date, *, with_year: bool = False) -> str:
    """Like "Tue 24 Nov", or "Tue 24 Nov 2026". The computer's language plays no part."""
    plain = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return f"{plain} {day.year}" if with_year else plain


def time_in_words(at: time) -> str:
    """Like "2:10 pm"; midnight is "12:00 am", noon "12:00 pm"."""
    return f"{at.hour % 12 or 12}:{at.minute:02d} {'am' if at.hour < 12 else 'pm'}"


def moment_in_words(instant: datetime, zone: ZoneInfo) -> str:
    """An instant on the business's wall: "Tue 24 Nov, 2:10 pm". Raises ValueError without a zone of its own."""
    if instant.tzinfo is None:
        raise ValueError("a time without a zone cannot be placed")
    local = instant.astimezone(zone)
    return f"{day_in_words(local)}, {time_in_words(local.time())}"


def clock_in_words(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """The time alone where it is today, "2:10 pm"; the day with it on any other: "Tue 24 Nov, 2:10 pm"."""
    local = instant.astimezone(zone)
    same_day = local.date() == now.astimezone(zone).date()
    return time_in_words(local.time()) if same_day else moment_in_words(instant, zone)


def span_in_words(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """Two instants: "Tue 24 Nov, 2:10 pm to 3:00 pm"; the second day is named when it is another."""
    start, end = moment_in_words(starts_at, zone), moment_in_words(ends_at, zone)
    same_day = starts_at.astimezone(zone).date() == ends_at.astimezone(zone).date()
    return f"{start} to {time_in_words(ends_at.astimezone(zone).time()) if same_day else end}"


def counted(number: int, one: str, many: str) -> str:
    """Like "1 call", "0 calls", "1,234 calls"."""
    return f"{number:,} {one if number == 1 else many}"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Like "Jo", "Jo and Sam", "Jo, Sam and Ana"; nothing for nothing."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def number_in_words(number: str) -> str:
    """A phone number as people here write it: +441134960100 becomes 0113 496 0100. Others stay as they are."""
    digits = number.removeprefix("+44")
    if digits == number or not digits.isdigit() or len(digits) != 10:
        return number
    if digits[0] == "2":
        return f"0{digits[:2]} {digits[2:6]} {digits[6:]}"
    if digits[0] == "7" or (digits[1] != "1" and digits[2] != "1"):
        return f"0{digits[:4]} {digits[4:]}"
    return f"0{digits[:3]} {digits[3:6]} {digits[6:]}"
