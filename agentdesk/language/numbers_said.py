"""Numbers in digits or words, up to millions: "1,250", "a hundred and twenty-five", "fifteen hundred", "two grand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from agentdesk.language.patterns import gate
from agentdesk.language.tokens import words_in

_UNITS = {
    word: at
    for at, word in enumerate(
        words_in(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: at * 10 for at, word in enumerate(words_in("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
} | {"fourty": 40}
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000, "million": 1_000_000}
_PARTS = re.compile(r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)|(?P<word>[a-z]+)")
_HOLDS_ONE = gate(r"\d|hundred|thousand|grand|million|" + "|".join((*_UNITS, *_TENS)))
_JOINS = re.compile(r"\s*-?\s*")


class Number(NamedTuple):
    """A number at [start, end) of the text."""

    value: Decimal
    start: int
    end: int


class _Part(NamedTuple):
    text: str
    digits: bool
    start: int
    end: int


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text in small letters, in order; "a" counts as one before a hundred or a thousand only.

    "Ninety five" is one number and "nine five" two; what is said digit by digit stays apart.
    """
    if not _HOLDS_ONE.search(text):
        return
    parts = [_Part(each[0], each["digits"] is not None, each.start(), each.end()) for each in _PARTS.finditer(text)]
    at = 0
    while at < len(parts):
        number, after = _number(text, parts, at)
        if number is not None:
            yield number
        at = max(after, at + 1)


def _number(text: str, parts: list[_Part], at: int) -> tuple[Number | None, int]:
    first = parts[at]
    if first.digits:
        return _scaled(text, parts, at, Decimal(first.text.replace(",", "")))
    if first.text == "a" and at + 1 < len(parts) and parts[at + 1].text in _SCALES and parts[at + 1].text != "k":
        return _in_words(text, parts, at + 1, Decimal(1), first.start)
    if first.text in _UNITS or first.text in _TENS:
        return _in_words(text, parts, at, Decimal(0), first.start)
    return None, at


def _scaled(text: str, parts: list[_Part], at: int, value: Decimal) -> tuple[Number, int]:
    """Digits and the scale after them: "1.5k", "2 thousand"."""
    here = parts[at]
    following = parts[at + 1] if at + 1 < len(parts) else None
    if following is not None and following.text in _SCALES and not text[here.end : following.start].strip():
        return Number(value * _SCALES[following.text], here.start, following.end), at + 2
    return Number(value, here.start, here.end), at + 1


def _in_words(text: str, parts: list[_Part], at: int, below: Decimal, start: int) -> tuple[Number, int]:
    """`below` is what was said since the last thousand."""
    total, last, end = Decimal(0), 1000, start
    while at < len(parts):
        part = parts[at]
        word, gap = part.text, text[end : part.start] if end > start else ""
        if word == "and" and end > start and _goes_on(parts, at, below + total):
            at += 1
            end = part.end
            continue
        if gap and not _JOINS.fullmatch(gap):
            break
        if word in _TENS and last > 99:
            below, last = below + _TENS[word], 10
        elif (
            word in _UNITS
            and last > (9 if _UNITS[word] > 9 else 1)
            and not (last == 10 and _UNITS[word] in (0, *range(10, 20)))
        ):
            below, last = below + _UNITS[word], 1
        elif word == "hundred" and 0 < below < 100:
            below, last = below * 100, 100
        elif word in ("thousand", "grand", "million") and below:
            total, below, last = (total + below) * _SCALES[word], Decimal(0), 1000
        else:
            break
        end = part.end
        at += 1
    return Number(total + below, start, end), at


def _goes_on(parts: list[_Part], at: int, so_far: Decimal) -> bool:
    """Whether "and" belongs to the number: "a hundred and five", not "five and six"."""
    following = parts[at + 1].text if at + 1 < len(parts) else ""
    return so_far >= 100 and so_far % 100 == 0 and (following in _UNITS or following in _TENS)
