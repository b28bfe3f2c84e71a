"""A record from outside, read field by field: what is there and makes sense is taken, the rest is None.

A path is a row of keys: `record.text("metadata", "phone_call", "direction")`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import parsedate_to_datetime

from agentdesk.connectors.kit.answers import Twice
from agentdesk.connectors.kit.troubles import Unreadable
from agentdesk.domain.money import Money

LONGEST_ID = 200
_LOST = "\ufffd"
_NO_PART = frozenset("/\\?#%")
_EARLIEST, _LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST = Decimal(10) ** 15


class Fields:
    """One record."""

    __slots__ = ("data",)

    def __init__(self, data: object) -> None:
        self.data = data

    def at(self, *path: str | int) -> Fields:
        """What stands there, to be read on; nothing where nothing stands."""
        return Fields(self._find(path))

    def has(self, *path: str | int) -> bool:
        return self._find(path) is not None

    def text(self, *path: str | int) -> str | None:
        """Text; None for anything else and for text of nothing but space."""
        found = self._find(path)
        return found if isinstance(found, str) and not found.isspace() and found else None

    def name(self, *path: str | int) -> str | None:
        """A name the service gave: text, or a whole number as text. None where it can't be one, or lost a letter."""
        found = self._find(path)
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
        if not isinstance(found, str) or len(found) > LONGEST_ID or _LOST in found:
            return None
        return found if found.strip() and found.isprintable() else None

    def part(self, *path: str | int) -> str | None:
        """As `name`, one that can stand in an address and leads nowhere else there."""
        found = self.name(*path)
        return None if found is None or found in {".", ".."} or _NO_PART.intersection(found) else found

    def needed_name(self, *path: str | int) -> str:
        """As `part`. Raises Unreadable without one, or where the record named a key twice."""
        if isinstance(self.data, Twice):
            raise Unreadable("it says two things in one place")
        found = self.part(*path)
        if found is None:
            raise Unreadable("it has no name that it could be known by")
        return found

    def flag(self, *path: str | int) -> bool | None:
        found = self._find(path)
        return found if isinstance(found, bool) else None

    def number(self, *path: str | int) -> Decimal | None:
        """A number, also where it came as text; None beyond any sensible size."""
        found = self._find(path)
        if isinstance(found, float):
            found = repr(found)
        if isinstance(found, bool) or not isinstance(found, int | Decimal | str):
            return None
        try:
            number = Decimal(found.strip() if isinstance(found, str) else found)
        except ArithmeticError:
            return None
        return number if number.is_finite() and abs(number) < _MOST else None

    def seconds(self, *path: str | int, per: int = 1) -> float | None:
        """A length of time, `per` units a second; None where it is less than nothing or longer than 24 hours."""
        found = self.number(*path)
        length = None if found is None else float(found / per)
        return length if length is not None and 0 <= length <= 86_400 else None

    def money(self, *path: str | int, currency: str = "USD", minor_digits: int = 0) -> Money | None:
        """An amount, exact. `minor_digits`: 2 where the service counts in hundredths."""
        found = self.number(*path)
        return None if found is None or found < 0 else exact(found.scaleb(-minor_digits), currency)

    def items(self, *path: str | int) -> tuple[Fields, ...]:
        """The records of a list; none where there is no list. What in it is no record is left out."""
        found = self._find(path)
        return tuple(Fields(each) for each in found if isinstance(each, dict)) if isinstance(found, list) else ()

    def entries(self, *path: str | int) -> tuple[Fields, ...]:
        """All that is in a list, records or not; none where there is no list. What is no record is to be set aside."""
        found = self._find(path)
        return tuple(map(Fields, found)) if isinstance(found, list) else ()

    def moment(self, *path: str | int) -> datetime | None:
        """An instant written out: ISO 8601 with its zone, or the mail form. Without a zone it is none."""
        return read_moment(self._find(path))

    def epoch(self, *path: str | int, per: int = 1) -> datetime | None:
        """An instant counted from 1970, `per` units a second."""
        found = self.number(*path)
        if found is None:
            return None
        try:
            moment = _EPOCH + timedelta(microseconds=int(found * 1_000_000 / per))
        except OverflowError:
            return None
        return moment if _EARLIEST <= moment < _LATEST else None

    def _find(self, path: tuple[str | int, ...]) -> object:
        found = self.data
        for each in path:
            if isinstance(each, int):
                found = found[each] if isinstance(found, list) and -len(found) <= each < len(found) else None
            else:
                found = found.get(each) if isinstance(found, dict) else None
            if found is None:
                return None
        return found

    def __iter__(self) -> Iterator[Fields]:
        return iter(self.items())


def exact(amount: Decimal, currency: str) -> Money:
    """The amount to its last digit, with two places at least."""
    _, digits, exponent = amount.normalize().as_tuple()
    scale = max(2, -exponent if isinstance(exponent, int) else 2)
    return Money(int(amount.scaleb(scale)), scale, currency) if len(digits) <= 15 else Money.of(amount, currency, 12)


def read_moment(text: object) -> datetime | None:
    """An instant in UTC from ISO 8601 with a zone, or from the form of mails; None for anything else."""
    if not isinstance(text, str) or len(text) > 64:
        return None
    plain = text.strip()
    try:
        written = datetime.fromisoformat(plain) if plain[:4].isdigit() else parsedate_to_datetime(plain)
        if written.tzinfo is None:
            return None
        moment = written.astimezone(UTC)
    except (ValueError, OverflowError, TypeError):
        return None
    return moment if _EARLIEST <= moment < _LATEST else None
