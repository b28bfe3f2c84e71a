"""What may come in by typing, pasting or from outside: text, without what only machines mean."""

from __future__ import annotations

import re
import unicodedata

_KEPT = "\n\t"
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT} | {0x7F: "\u2421"}
# What turns the words around it becomes a mark. Our own lines hold names apart by isolates, which stay; those that
# force a direction become the kind that goes by the letters inside.
_TURNING = dict.fromkeys(range(0x202A, 0x202F), "\ufffd") | {0x2066: "\u2068", 0x2067: "\u2068"}
_UNBROKEN = re.compile(r"\S{41,}")
_SIGNS = _PICTURES | _TURNING
_PARAGRAPHS = re.compile("\r\n?|[\u2028\u2029\x85]")


def typed(text: str, *, lines: bool, limit: int) -> str:
    """Text as a field keeps it: no control characters, one line unless `lines`, at most `limit` letters."""
    text = _PARAGRAPHS.sub("\n", text[: limit * 4])
    if not lines:
        text = re.sub(r"[\n\t]+", " ", text.strip("\n\t"))
    return "".join(each for each in text if each in _KEPT or unicodedata.category(each) not in {"Cc", "Cs"})[:limit]


def shown(text: str) -> str:
    """Text from outside as a screen shows it: control characters become their signs, "␛" for escape.

    Nothing in it shows in another order than its letters have. Apart from line ends every letter keeps its place.
    """
    return _PARAGRAPHS.sub("\n", text).translate(_SIGNS)


def breakable(text: str) -> str:
    """The same to the eye, with places to break in what would else be wider than any window."""
    return _UNBROKEN.sub(_with_breaks, text)


def _with_breaks(found: re.Match[str]) -> str:
    word = found.group()
    return "\u200b".join(word[at : at + 4] for at in range(0, len(word), 4))
