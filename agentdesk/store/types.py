"""Column types: what every table writes the same way, whatever the database below."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import Dialect

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_EXACT = 1 << 53
_from_timestamp = datetime.fromtimestamp
_HALVES = re.compile("[\ud800-\udfff]")

LongId = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""A key of 63 bits. SQLite makes only an INTEGER key its row number."""


def to_microseconds(instant: datetime) -> int:
    """Microseconds since 1970. Raises ValueError for a time without a zone: it would be a guess."""
    if instant.tzinfo is None:
        raise ValueError("a time without a zone cannot be placed")
    return (instant - _EPOCH) // _MICROSECOND


@lru_cache(maxsize=8192)
def from_microseconds(number: int) -> datetime:
    """The instant in UTC; made once for the same number, of which lists that are shown again are full."""
    # The short way rounds rightly up to the year 2255; Windows refuses it before 1970.
    return _from_timestamp(number / 1e6, UTC) if 0 <= number < _EXACT else _EPOCH + timedelta(0, 0, number)


def instants(numbers: Iterable[int | None]) -> list[datetime | None]:
    """A column of instants, like `from_microseconds` for each that is known."""
    return [None if number is None else from_microseconds(number) for number in numbers]


def plain(text: str) -> str:
    """The text without what no database takes: NUL and halves of surrogate pairs become U+FFFD."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            text = _HALVES.sub("\ufffd", text)
    return text.replace("\0", "\ufffd") if "\0" in text else text


class UtcTime(sa.types.TypeDecorator[datetime]):
    """An instant: aware datetimes in, UTC datetimes out, kept as microseconds since 1970."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else from_microseconds(value)


class PlainText(sa.types.TypeDecorator[str]):
    """Text of any length from anywhere, made storable by `plain`."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else plain(value)


def one_of(words: type[StrEnum], name: str) -> sa.Enum:
    """A column that holds one of the words of an enumeration; the database refuses any other."""
    return sa.Enum(
        words,
        name=name,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        values_callable=lambda kind: [each.value for each in kind],
        length=20,
    )
