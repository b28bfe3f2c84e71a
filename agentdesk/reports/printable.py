"""Words from outside, made fit for a page: every sign stays or is shown as a box, none is dropped."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cached_property
from pathlib import Path

from agentdesk.reports.borrowed import BorrowedFonts

BOX = "□"
"""Stands for a sign that no font has or that would act on the page instead of being read."""
LONGEST_WORD = 18
"""Longer words get places at which a line may break."""
MOST_JOINED = 12
"""Signs on one letter; a family of faces has 11. Towers of accents cover other lines and upset PDF readers."""

_BREAK = "\u200b"
_SURE = re.compile(r"[ -~\u00a0-\u017f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2212]*")
_SPACES = re.compile(r"[\s\u200b\u2028\u2029\ufeff]+")
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_JOINERS = "\u200c\u200d"
_HIDDEN = f"{_JOINERS}{_BREAK}\u00ad"
_UNSEEN = re.compile("[\u061c\u200e\u200f\ufe00-\ufe0f]")
_BELONGS = re.compile(r"(?<=\d) (?=%|(?:am|pm|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)")
"""A space at which a line must not break: in "94 %", "4 Dec", "2:10 pm"."""


class Printable:
    """Makes text printable with the fonts of one folder, and those of this computer for what they lack.

    Safe to use from several threads.
    """

    def __init__(self, fonts: Path, borrowed: BorrowedFonts) -> None:
        self._fonts = fonts
        self._borrowed = borrowed
        self._lock = threading.Lock()

    def line(self, text: str, limit: int = 600) -> str:
        """The text as one line: spaces run together, unknown and acting signs boxed, cut at a word's end."""
        plain = _SPACES.sub(" ", text[: 20 * limit]).strip()
        plain = _with_breaks(self._boxed(shortened(plain, limit)))
        return _BELONGS.sub("\u00a0", plain)

    def name(self, text: str, limit: int, otherwise: str) -> str:
        """The text as one line, or `otherwise` where there is nothing to see: a heading is never empty."""
        line = self.line(text, limit)
        return (
            line if any(not each.isspace() and not _UNSEEN.match(each) for each in line.strip(_HIDDEN)) else otherwise
        )

    def strict(self, text: str) -> str:
        """Only signs of the main font; the rest as boxes. For text that the engine refuses for its shapes."""
        main = self._coverage[0]
        kept = (each if ord(each) in main or each == _BREAK else BOX for each in text)
        return "".join(BOX if unicodedata.category(each)[0] == "M" else each for each in kept)

    def borrows(self, text: str) -> bool:
        """Whether some letter of a printable text is in none of our fonts."""
        rare = {each for each in text if not _SURE.fullmatch(each) and unicodedata.category(each)[0] in "LMNPS"}
        return not all(any(ord(each) in ours for ours in self._coverage) for each in rare)

    def _boxed(self, text: str) -> str:
        if _SURE.fullmatch(text):
            return text
        return "".join(self._shown(each) for each in clusters(text))

    def _shown(self, cluster: str) -> str:
        """The cluster itself if one font has all of it, ours first; else sign by sign, what none has as a box."""
        if len(cluster) > MOST_JOINED:
            return self._shown(cluster[:MOST_JOINED]) + BOX
        if self._some_font_has(cluster):
            return cluster
        return "".join(
            each if each in _JOINERS or (unicodedata.category(each)[0] != "M" and self._some_font_has(each)) else BOX
            for each in cluster
        )

    def _some_font_has(self, cluster: str) -> bool:
        needed = {ord(each) for each in cluster if each not in _JOINERS and not _UNSEEN.match(each)}
        if any(_acts(each) for each in cluster):
            return False
        if any(needed <= each for each in self._coverage):
            return True
        with self._lock:
            return self._borrowed.have(needed)

    @cached_property
    def _coverage(self) -> tuple[frozenset[int], ...]:
        # imported here because only names in rarer alphabets need it
        from fontTools.ttLib import TTFont

        main = self._fonts / "SourceSans3-Regular.ttf"
        files = [main, *sorted(each for each in self._fonts.glob("Noto*.ttf"))]
        found = []
        for each in files:
            with TTFont(each, lazy=True) as font:
                found.append(frozenset(font.getBestCmap()))
        return tuple(found)


def clusters(text: str) -> list[str]:
    """The text in parts that belong together: a letter with its accents, an emoji family."""
    found: list[str] = []
    for each in text:
        if found and (_joins(each) or found[-1][-1] == "\u200d"):
            found[-1] += each
        else:
            found.append(each)
    return found


def shortened(text: str, limit: int) -> str:
    """The text if it is at most `limit` signs long; else its beginning to the end of a word, with "…"."""
    if len(text) <= limit:
        return text
    head = text[: limit + 1]
    at = head.rfind(" ")
    if at < limit // 3:
        # one endless word: it may be parted, but not between a letter and its accents
        at = max(1, limit - 1)
        while at > 1 and at > limit - 40 and _joins(text[at]):
            at -= 1
    return head[:at].rstrip(" ,;:.…") + "…"


def _with_breaks(text: str) -> str:
    return _LONG.sub(_breakable, text)


def _breakable(word: re.Match[str]) -> str:
    parts = clusters(word.group())
    step = LONGEST_WORD // 2
    return _BREAK.join("".join(parts[at : at + step]) for at in range(0, len(parts), step))


def _joins(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" or sign in _JOINERS or "\U0001f3fb" <= sign <= "\U0001f3ff"


def _acts(sign: str) -> bool:
    """Whether a sign does something on a page rather than being seen: controls, overrides, halves, unassigned."""
    if sign in _JOINERS or _UNSEEN.match(sign):
        return False
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} and sign != "\u00ad"
