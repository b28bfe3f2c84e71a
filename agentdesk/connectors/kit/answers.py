"""JSON from outside, read in a bounded way, exact to the last digit."""

from __future__ import annotations

import json
import math
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

LONGEST_NUMBER = 40
"""Digits. A longer number is kept as text, which no field takes for a number."""


class Twice(dict[str, Any]):
    """An object that named a key twice: which of the two is meant cannot be known."""


def read_json(body: bytes, *, torn: bool = True) -> object:
    """The document. NaN and infinities are None; bytes that are no UTF-8 become U+FFFD where it may be `torn`.

    Fractions are `float`, whose `repr` is what services write; a `Decimal` where a number has more digits than that.
    Raises ValueError for anything that is not one whole document, or is nested deeper than any record is.
    """
    try:
        quick = (_EXACT if _needs_decimals(body) else _QUICK).decode(body)
        # a colon after a quotation mark for each key, and not one more: no key stands twice in an object
        if body.count(b'":') == _keys(quick):
            return quick
    except (msgspec.DecodeError, ValueError, TypeError, RecursionError):
        pass
    try:
        document: object = _DECODER.decode(body.decode("utf-8-sig", "replace" if torn else "strict"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return document


def _needs_decimals(body: bytes) -> bool:
    """Whether some number may have more digits, or be nearer to nothing, than a float tells."""
    shape = body.translate(_SHAPE)
    return _MANY_DIGITS in shape or _NEXT_TO_NOTHING in shape


def _keys(document: object) -> int:
    """How many keys all objects of a document have together; too few where objects of one list differ in shape."""
    if isinstance(document, dict):
        return len(document) + sum([_keys(each) for each in document.values() if isinstance(each, _HOLDERS)])
    if not isinstance(document, list) or not document:
        return 0
    first = document[0]
    if isinstance(first, dict) and not any(isinstance(each, _HOLDERS) for each in first.values()):
        # words with their times are most of what a service sends
        return sum(map(len, document))
    return sum([_keys(each) for each in document if isinstance(each, _HOLDERS)])


def write_json(document: object) -> bytes:
    """The document again, numbers digit for digit as they were read; one that is whole is written without a point."""
    whole = _whole_as_such(document)
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), default=_number).encode("utf-8", "replace")


def _whole_as_such(value: object) -> object:
    if isinstance(value, dict):
        return {name: _whole_as_such(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_whole_as_such(each) for each in value]
    return int(Decimal(repr(value))) if isinstance(value, float) and value.is_integer() else value


def _number(value: object) -> float | int:
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is no JSON")
    number = float(value)
    return int(value) if value == value.to_integral_value() and math.isfinite(number) else number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Twice(found)


def _fraction(text: str) -> Decimal | str:
    try:
        return Decimal(text) if len(text) <= LONGEST_NUMBER else text
    except InvalidOperation:
        return text


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= LONGEST_NUMBER else text


_QUICK = msgspec.json.Decoder()
_EXACT = msgspec.json.Decoder(float_hook=Decimal)
"""Twice the work, nearly all of it for the times of words; and still quicker by far than the patient one below."""
_SHAPE = bytes.maketrans(b"0123456789.E", b"0" * 11 + b"e")
_MANY_DIGITS = b"0" * 20
"""With the point: one more than the longest fraction that is written for a float of a tenth and more."""
_NEXT_TO_NOTHING = b"0e-000"
_HOLDERS = (dict, list)
_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_fraction, parse_int=_whole, parse_constant=lambda _: None, strict=False
)
