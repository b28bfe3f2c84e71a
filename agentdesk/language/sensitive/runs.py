"""Digits and spelt letters of a text, typed or spoken, joined into runs that keep their places.

"four five double three", "4533" and "4-5-3-3" are the same run of digits; "a b twelve" spells AB12.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from agentdesk.language.sensitive.cues import names_anything

_DIGITS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "naught": "0", "nil": "0",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
}  # fmt: skip
_TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fourty": "4", "fifty": "5", "sixty": "6", "seventy": "7",
    "eighty": "8", "ninety": "9",
}  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_SPELT = {
    "alpha": "a", "alfa": "a", "bravo": "b", "charlie": "c", "delta": "d", "echo": "e", "foxtrot": "f", "golf": "g",
    "hotel": "h", "india": "i", "juliet": "j", "juliett": "j", "kilo": "k", "lima": "l", "mike": "m", "november": "n",
    "oscar": "o", "papa": "p", "quebec": "q", "romeo": "r", "sierra": "s", "tango": "t", "uniform": "u", "victor": "v",
    "whiskey": "w", "whisky": "w", "xray": "x", "yankee": "y", "zulu": "z", "zed": "z", "zee": "z",
}  # fmt: skip

_UNIT = r"(?:zero|oh?|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine)"
_TEEN = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TEN = r"(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)"
_BELOW_100 = rf"(?:{_TEN}(?:[\s-]+(?!oh?\b|zero)(?:{_UNIT}))?|{_TEEN}|{_UNIT})\b"
_BIG = r"(?:hundred|thousand|million)"
_ITEM = re.compile(
    # inside a word nothing begins but digits, which is seen at once at most places
    rf"""(?:(?=[£$€\d])|(?<!\w)(?=[a-z]))
      (?:(?P<amount>
            [£$€]\s?\d[\d,]*(?:\.\d+)?
          | \b\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?\b
          | (?<![\d.])\d+\.\d{{1,2}}(?![\d.-]*\d)
          | \b\d{{1,4}}(?:\.\d+)?\s?(?:%|percent|per\ cent|pounds?|quid|pence|dollars?|bucks?|euros?|p\b|am\b|pm\b|
              minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|miles?|o['’]?clock)
          | \b\d{{1,2}}:\d\d\b
          | \b\d{{1,3}}(?:st|nd|rd|th)\b
          | \b(?:0?[1-9]|[12]\d|3[01])(?P<slash>[/.-])(?:0?[1-9]|1[0-2])(?P=slash)(?:19|20)?\d\d\b(?![-./]\d)
          | \b(?:19|20)\d\d-[01]\d-[0-3]\d\b
          | \b(?:0?[1-9]|1[0-2])\s?/\s?(?:20)?\d\d\b
          | (?<![\w-])(?:an?|{_BELOW_100})[\s-]+{_BIG}\b(?:[\s-]+(?:and[\s-]+)?{_BELOW_100}[\s-]+{_BIG}\b)*
              (?:[\s-]+(?:and[\s-]+)?{_BELOW_100})?)
      | (?P<freephone>\b(?:zero|oh?)\s+(?:eight|three)\s+hundred\b)
      | (?P<times>\b(?:double|triple|treble|quadruple)[\s-]+(?:{_UNIT}\b|\d\b|[a-z]\b))
      | (?P<ten>\b{_TEN}(?:[\s-]+(?!oh?\b|zero|nought)(?:{_UNIT})\b)?)(?!th)
      | (?P<digit>\b(?:{_UNIT}|{_TEEN})\b)
      | (?P<typed>\d+)
      | (?P<letter>(?<![\w'’.])[a-z](?![\w'’]))
      | (?P<mixed>(?<![\w'’])(?=[a-z]*\d)[a-z\d]{{2,34}}(?![\w'’]))
      | (?P<spelt>\b(?:{"|".join(_SPELT)}|x-ray)\b))""",
    re.VERBOSE,
)
_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset({*_DIGITS, *_TENS})
_TIGHT = re.compile(r"[ \t\xa0\-–.()_*+·\u200b-\u200f\u2060\ufeff\xad]{0,3}")
_LOOSE = re.compile(
    r"(?:[ \t\xa0\u200b-\u200f\u2060\ufeff\xad\-–.,()_*+·…;:]|\b(?:um+|uh+|er+m?|ah|then|and|"
    r"dash|hyphen|space|dot|yeah|yes|ok(?:ay)?|so|it's|next|to|too|for|ate|won|like|right)\b){0,12}"
)
_CORRECTED = re.compile(
    r"\b(?:sorry|no|wait|i mean|rather|scratch that|start(?:ing)? (?:again|over)|correction|my mistake|"
    r"let me|say that again|hang on|actually)\b"
)
_CORRECTION_LENGTH = 60


class Item(NamedTuple):
    """Some characters and where they stand; `gap`: how loosely it hangs on the one before (0 tight, 1 loose,
    2 corrected).
    """

    start: int
    end: int
    spells: str
    gap: int


class Run(NamedTuple):
    """Items that belong together."""

    items: tuple[Item, ...]

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end

    @property
    def spells(self) -> str:
        return "".join(each.spells for each in self.items)

    @property
    def loosest(self) -> int:
        return max((each.gap for each in self.items[1:]), default=0)

    def apart(self) -> Iterator[Run]:
        """The parts between the loosest gaps."""
        loosest = self.loosest
        part: list[Item] = []
        for item in self.items:
            if part and item.gap == loosest:
                yield Run(tuple(part))
                part = []
            part.append(item)
        yield Run(tuple(part))


def holds_digits(text: str, at_least: int) -> bool:
    """Whether a lower-case text names so many digits, which is cheaper to ask than where they are."""
    typed = len(_DIGIT.findall(text))
    if typed >= at_least:
        return True
    words = _WORD.findall(text)
    # most texts name none, which is seen without counting
    return not _NUMBER_WORDS.isdisjoint(words) and typed + sum(map(_NUMBER_WORDS.__contains__, words)) >= at_least


def runs(text: str) -> list[Run]:
    """Every run of digits and spelt letters of a lower-case text, in order.

    Amounts, times, dates and ordinals end a run and are in none.
    """
    found: list[Run] = []
    items: list[Item] = []
    last, exclaimed = 0, False
    for match in _ITEM.finditer(text):
        spells = _spelling(match)
        gap = _gap(text[last : match.start()]) if items and spells else None
        if items and gap is None:
            found.append(Run(tuple(items)))
            items = []
        elif gap and exclaimed:
            items = []
        exclaimed = not items and match[0] in ("oh", "o")
        if spells:
            items.append(Item(match.start(), match.end(), spells, gap or 0))
        last = match.end()
    if items:
        found.append(Run(tuple(items)))
    return found


def digits_only(run: Run) -> Iterator[Run]:
    """The stretches of a run that spell digits alone."""
    part: list[Item] = []
    for item in run.items:
        if item.spells.isdigit():
            part.append(item)
        elif part:
            yield Run(tuple(part))
            part = []
    if part:
        yield Run(tuple(part))


def _spelling(match: re.Match[str]) -> str:
    """The characters that a match stands for; none for what ends a run."""
    return _SPELLINGS.get(match.lastgroup or "", _nothing)(match[0])


def _nothing(_words: str) -> str:
    return ""


def _typed(words: str) -> str:
    return words if words.isascii() else "".join(str(unicodedata.digit(each)) for each in words)


def _repeated(words: str) -> str:
    times, what = _PARTS.split(words)
    return _TIMES[times] * _DIGITS.get(what, what)


def _tens(words: str) -> str:
    ten, *unit = _PARTS.split(words)
    return _TENS[ten] + (_DIGITS[unit[0]] if unit else "0")


_SPELLINGS: dict[str, Callable[[str], str]] = {
    "typed": _typed,
    "digit": _DIGITS.__getitem__,
    "times": _repeated,
    "ten": _tens,
    "freephone": lambda words: "0800" if "eight" in words else "0300",
    "spelt": lambda words: _SPELT[words.replace("-", "")],
    "letter": str,
    "mixed": str,
}
_PARTS = re.compile(r"[\s-]+")


def _gap(between: str) -> int | None:
    """How loosely two items hang together, None when they don't."""
    if _TIGHT.fullmatch(between):
        return 0
    if _LOOSE.fullmatch(between):
        return 1
    if len(between) <= _CORRECTION_LENGTH and _CORRECTED.search(between) and not names_anything(between):
        return 2
    return None
