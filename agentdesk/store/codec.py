"""Our own records as JSON text, for columns that are only kept and never asked about."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar, cast

import msgspec

T = TypeVar("T")


def to_text(value: object) -> str:
    """The record as JSON. Halves of surrogate pairs inside its text become U+FFFD."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_cleaned(msgspec.to_builtins(value))).decode()


def from_text(text: str, kind: type[T]) -> T:
    """The record again, equal to the one that was written."""
    return cast("T", _decoder(cast("Hashable", kind)).decode(text))


def same_from_text(text: str, kind: type[T]) -> T:
    """The record, made once for the same text. Only for records that nobody can change."""
    return cast("T", _same(text, cast("Hashable", kind)))


@lru_cache(maxsize=256)
def _same(text: str, kind: Hashable) -> object:
    return _decoder(kind).decode(text)


@lru_cache(maxsize=64)
def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast("type[object]", kind))


def _cleaned(value: object) -> object:
    # it stands beside the columns' types, and a document is read before SQLAlchemy is loaded
    from agentdesk.store.types import plain

    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(each) for key, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value
