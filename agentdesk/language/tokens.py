"""Words, numbers and clock times of a text, each with its place in it.

Numbers may be digits or words ("twenty six", "twenty-sixth"); places always point into the original text,
so that whatever is read from tokens can be shown letter for letter.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

TokenKind = Literal["word", "number", "ordinal", "clock", "date", "half", "mark"]


class Token(NamedTuple):
    """`text` is lower case. `value`: the number, or the hour; for a date its parts are in `parts`."""

    kind: TokenKind
    text: str
    start: int
    end: int
    value: int = -1
    minute: int = 0
    parts: tuple[str, ...] = ()


_SAME_LENGTH = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2013": "-", "\u2014": "-", "\u00a0": " "})

_LEXER = re.compile(
    r"""(?P<date>\b\d{4}-\d{1,2}-\d{1,2}(?:\b|(?=T\d))
        | \b\d{4}/\d{1,2}/\d{1,2}\b | \b\d{1,2}([/.-])\d{1,2}\2\d{2,4}\b | \b\d{1,2}/\d{1,2}\b)
      | (?P<clock>(?:\b|(?<=\dT))\d{1,2}[:.][0-5]\d(?::[0-5]\d)?(?!\d|[.:]\d)
        | \b(?:0?[1-9]|1[0-2])[0-5]\d(?=\s?[ap]\.?\s?m\b))
      | (?P<ordinal>\b\d{1,2}(?:st|nd|rd|th)\b)
      | (?P<number>\d+)
      | (?P<oclock>\bo\s?["']?\s?clock\b)
      | (?P<half>(?<![a-z'])[ap](?:\s\.\s?m\b(?:\s?\.)?|\.\s?m\b\.?|\s?m\b) | (?<=\d)p\b)
      | (?P<word>(?<=\d)T(?=\d) | [a-z]+(?:'[a-z]+)*)
      | (?P<mark>[^\s\w])""",
    re.VERBOSE | re.IGNORECASE,
)


def words_in(text: str) -> tuple[str, ...]:
    """A word list written as one string, which reads better than forty quoted words."""
    return tuple(text.split())


def bag(text: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(text.split())


_UNITS = words_in("zero one two three four five six seven eight nine")
_TEENS = words_in("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = {
    name: 10 * number
    for number, name in enumerate(words_in("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
_CARDINALS = {word: value for value, word in enumerate(_UNITS + _TEENS)} | _TENS
_ORDINALS = {
    word: value
    for value, word in enumerate(
        words_in(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
} | {"thirtieth": 30}


def straightened(text: str) -> str:
    """The text with plain apostrophes, dashes and spaces; every character stays in its place."""
    return text if text.isascii() else text.translate(_SAME_LENGTH)


def lowered(text: str) -> str:
    """The same in small letters, for patterns that are written in them: that reads several times as fast."""
    plain = straightened(text)
    small = plain.lower()
    if len(small) == len(plain):
        return small
    # a few capitals become two letters when small: these stay as they are
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in plain)


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order. Never fails; what it doesn't know is a mark or a word."""
    found: list[Token] = []
    for match in _LEXER.finditer(straightened(text)):
        _add(found, match)
    return found


def _add(found: list[Token], match: re.Match[str]) -> None:
    kind, text, start, end = match.lastgroup, match[0].lower(), match.start(), match.end()
    if kind == "word":
        _add_word(found, text, start, end)
    elif kind == "number":
        found.append(Token("number", text, start, end, int(text) if len(text) < 10 else -1))
    elif kind == "ordinal":
        found.append(Token("ordinal", text, start, end, int(text[:-2])))
    elif kind == "clock":
        hour, minute = re.split(r"[:.]", text)[:2] if not text.isdigit() else (text[:-2], text[-2:])
        found.append(Token("clock", text, start, end, int(hour), int(minute)))
    elif kind == "half":
        found.append(Token("half", text[0] + "m", start, end))
    elif kind == "oclock":
        found.append(Token("word", "o'clock", start, end))
    elif kind == "date":
        found.append(Token("date", text, start, end, parts=tuple(re.split(r"[/.-]", text))))
    else:
        found.append(Token("mark", text, start, end))


def _add_word(found: list[Token], text: str, start: int, end: int) -> None:
    value, kind = _CARDINALS.get(text), "number"
    if value is None:
        value, kind = _ORDINALS.get(text), "ordinal"
    if value is None:
        found.append(Token("word", text, start, end))
        return
    tens = _tens_before(found) if 1 <= value <= 9 else None
    if tens is not None:
        value, start = tens.value + value, tens.start
    found.append(Token("ordinal" if kind == "ordinal" else "number", text, start, end, value))


def _tens_before(found: list[Token]) -> Token | None:
    """Takes "twenty" (or "twenty-") off the end, to be joined with the unit that follows."""
    if found and found[-1].text in _TENS:
        return found.pop()
    if len(found) > 1 and found[-1].text == "-" and found[-2].text in _TENS and found[-2].end == found[-1].start:
        found.pop()
        return found.pop()
    return None
