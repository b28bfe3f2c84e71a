"""What a call cost and how long it took, as files write it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from agentdesk.domain.money import SYMBOLS, Money

_AMOUNT = re.compile(
    r"(?P<before>[£€$]|[A-Za-z]{3})?\s*(?P<sum>(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{0,12})?)\s*(?P<after>[£€$]|[A-Za-z]{3}|credits?)?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_LENGTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,4}):(\d\d)(?:\.\d+)?")
_SECONDS = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)\s*(?:s|secs?|seconds?)?", re.IGNORECASE)
_HOURS_MINUTES = re.compile(
    r"(?:(\d{1,3}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?))?\s*(?:(\d{1,5})\s*(?:m|mins?|minutes?)?)?", re.IGNORECASE
)
_FINEST = 9
_LARGEST = Decimal(10) ** 9
LONGEST_CALL = 86_400.0


def money(value: object, currency: str) -> Money:
    """A cost: a number, a text such as "£1.20" or "3 credits", or minor units with their scale.

    Raises ValueError for what is none, is negative, or could be anything.
    """
    if isinstance(value, dict):
        minor, scale, unit = value.get("minor"), value.get("scale"), value.get("currency", currency)
        if type(minor) is not int or type(scale) is not int or not 0 <= scale <= _FINEST or not 0 <= minor < 10**15:
            raise ValueError
        return Money(minor, scale, unit_of(unit))
    if isinstance(value, str):
        found = _AMOUNT.fullmatch(value.strip()[:40])
        if not found or (found["before"] and found["after"]):
            raise ValueError
        return _exact(Decimal(found["sum"].replace(",", "")), unit_of(found["before"] or found["after"] or currency))
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError  # noqa: TRY004 - one error for all that is no amount
    try:
        return _exact(Decimal(str(value)), unit_of(currency))
    except InvalidOperation as trouble:
        raise ValueError from trouble


def unit_of(text: object) -> str:
    """The currency's letters, or credits. Raises ValueError."""
    plain = str(text).strip()
    if plain in SYMBOLS:
        return SYMBOLS[plain]
    if plain.casefold() in {"credit", "credits"}:
        return "credits"
    if _CURRENCY.fullmatch(plain):
        return plain.upper()
    raise ValueError


def seconds_of(value: object) -> float:
    """The length of a call: 93, "93.5", "1:33" or "1:01:33". Raises ValueError for the impossible."""
    if isinstance(value, str):
        plain = value.strip()
        if found := _LENGTH.fullmatch(plain):
            length = 3600.0 * int(found[1] or 0) + 60 * int(found[2]) + int(found[3])
        elif found := _SECONDS.fullmatch(plain):
            length = float(found[1])
        elif (minutes := minutes_of(plain)) is not None:
            length = 60 * minutes
        else:
            raise ValueError
    elif isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError  # noqa: TRY004 - one error for all that is no length
    else:
        length = float(value)
    if not 0 <= length <= LONGEST_CALL:
        raise ValueError
    return length


def minutes_of(text: str) -> int | None:
    """The length of an entry: "60", "45 min", "1h 30m", "1:30". None for what is none."""
    plain = text.strip()
    if found := re.fullmatch(r"(\d{1,2}):(\d\d)(?::00)?", plain):
        length = 60 * int(found[1]) + int(found[2])
    elif (found := _HOURS_MINUTES.fullmatch(plain)) and plain:
        length = round(60 * float(found[1] or 0)) + int(found[2] or 0)
    else:
        return None
    return length if 0 < length <= 31 * 1440 else None


def _exact(amount: Decimal, currency: str) -> Money:
    if not amount.is_finite() or amount < 0 or amount >= _LARGEST:
        raise ValueError
    exponent = amount.normalize().as_tuple().exponent
    scale = max(2, -exponent if isinstance(exponent, int) else 0)
    return Money.of(amount, currency, min(scale, _FINEST))
