"""What may come in by typing, pasting or from outside: text, without what only machines mean."""

from __future__ import annotations

import re
import unicodedata

_KEPT = "\n\t"
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT} | {0x7F: "\u2421"}
_UNBROKEN = re.compile(r"\S{41,}")
_PARAGRAPHS = re.compile("\r\n?|[\u2028\u2029\x85]")


def typed(text: str, *, lines: bool, limit: int) -> str:
    """Text as a field keeps it: no control characters, one line unless `lines`, at most `limit` letters."""
    text = _PARAGRAPHS.sub("\n", text[: limit * 4])
    if not lines:
        text = re.sub(r"[\n\t]+", " ", text.strip("\n\t"))
    return "".join(each for each in text if each in _KEPT or unicodedata.category(each) not in {"Cc", "Cs"})[:limit]


def shown(text: str) -> str:
    """Text from outside as a screen shows it: control characters become their signs, "␛" for escape."""
    return _PARAGRAPHS.sub("\n", text).translate(_PICTURES)


def breakable(text: str) -> str:
    """The same to the eye, with places to break in what would else be wider than any window."""
    return _UNBROKEN.sub(_with_breaks, text)


def _with_breaks(found: re.Match[str]) -> str:
    word = found.group()
    return "\u200b".join(word[at : at + 4] for at in range(0, len(word), 4))
