"""Our own records as JSON text, for columns that are only kept and never asked about."""

from __future__ import annotations

from typing import TypeVar

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
    return msgspec.json.decode(text, type=kind)


def _cleaned(value: object) -> object:
    # it stands beside the columns' types, and a document is read before SQLAlchemy is loaded
    from agentdesk.store.types import plain

    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(each) for key, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value
