"""With whom or where a booking is, as far as capital letters tell: "a table at the Bird Dog", "with Dr. Alice Khan"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agentdesk.domain.call import Turn
from agentdesk.language.day_parts import MONTHS, WEEKDAYS
from agentdesk.language.tokens import bag, straightened


class Named(NamedTuple):
    """A name as it was said, and the word before it in small letters. `in_a_town`: "in Leeds" follows."""

    words: str
    lead: str
    in_a_town: bool


_PART = r"(?:Dr\.|Mr\.|Mrs\.|Ms\.|St\.|[A-Z][\w'.&-]*[\w']|[A-Z]|\d+(?:/\d+)?(?=\s+[A-Z]))"
_NAME = re.compile(
    rf"(?P<lead>(?:[a-z][\w']*|At|With|To|Visit|Visiting)[:,]?\s+(?:(?:the|your|a|an|our)\s+)?)?(?<![\w'])"
    rf"(?P<name>{_PART}(?:(?:\s*[|&,/-]\s*|\s+(?:of|the|and|at|on|by|de|la|del|for|&)\s+|\s+){_PART})*)"
)
_WITH = bag("at with to visit see called named reserve book choose try about for is found like stay into of")
_SURE = bag("at with to visit see called named stay")
_NO_NAME = (
    frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | bag(
        "i i'm i'll i've i'd am pm ok okay yes no sure great please sorry the this that there their they your you it "
        "it's its what when where which who how do does did is are can could would shall should will may and but so "
        "also for from at in on to of thank thanks alright all right perfect good excellent lovely unfortunately "
        "confirm confirming confirmed booking let let's just hello hi here now one we we've we're my our any have has "
        "next today tomorrow dr mr mrs ms"
    )
)
_STREET = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|lane|court|way|highway|suite|parkway|square|close|"
    r"crescent|terrace)\b\.?",
    re.IGNORECASE,
)

_IN_A_TOWN = re.compile(r",?\s+in\s+[A-Z]")
# speech recognisers write no capitals: "with alice khan in leeds", "at bird dog on friday"
_BEGINS_NO_NAME = (
    "the an this that your you my least all no any what which them him her it us me these those around about is "
    "are was has have been to for in on by from and or anything something another make please time check some "
    "each both its if when where there i we now at can could table appointment appointments reservation "
    "reservations visit slot seat seats room rooms how"
)
_ENDS_A_NAME = (
    "in on for at is located to from this next today tomorrow if please would will can could do does which where "
    "there that so by with rated rating has have had was were it'll it's instead correct right okay available how "
    "because you your i we"
)
_GOES_ON = r"and (?:the|your|they|you|we|i|it|is|does|do|what|how|then)"
_SPOKEN_NAME = re.compile(
    r"\b(?:at|with|visit(?:ing)?(?: to)?|to see|named(?: as)?|called|(?:how|what) about|book|reserve|choose|found)\s+"
    rf"(?:the\s+)?(?P<name>(?!(?:\d|a(?! \w\b)|(?:three|four|five) point|{'|'.join(_BEGINS_NO_NAME.split())})\b)"
    rf"[\w'&.]+(?:\s+(?!(?:{'|'.join(_ENDS_A_NAME.split())}|{_GOES_ON})\b)[\w'&.]+){{0,9}})"
)
_SPELT_OUT = re.compile(r"\b(?:zero|oh|number|point|nice|good|[ap] ?m|o'?clock)\b")
# what is left of a time, and words for what a booking is at rather than where
_NO_SPOKEN_NAME = (
    frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | bag(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty first second third fourth fifth sixth seventh eighth ninth tenth "
        "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "thirtieth half quarter past evening morning afternoon night noon oh o'clock hundred next today tomorrow "
        "p m a day after another it here be table tables room rooms seat seats person people place places something "
        "somewhere someone else time that's them hotel hotels salon salons restaurant restaurants dentist doctor "
        "apartment property house stylist provider an any some same appointment appointments options results "
    )
)
_STANDS_AT = re.compile(
    r"\b(?:located|situated|address|find (?:it|them|us)|you'll go|rating)\b[^.?!]{0,40}$", re.IGNORECASE
)
_STANDS_WITHIN = 60
"""Letters before a name that this can span at most; what lies further back is not looked at again for each name."""


class NamesSaid:
    """The names of one conversation. Each turn is read at most once, however often it is asked about."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self._read: dict[int, str | None] = {}

    def before(self, turn: int) -> str | None:
        """The name nearest to a turn, backwards, that a booking may be with or at; None where nothing looks like one.

        The agent's words count before the caller's, who may spell or shorten it.
        """
        for role in ("agent", "caller"):
            for at in range(turn, -1, -1):
                name = self._of(at) if self._turns[at].role == role else None
                if name is not None:
                    return name
        return None

    def _of(self, at: int) -> str | None:
        if at not in self._read:
            self._read[at] = _best(self._turns[at].text)
        return self._read[at]


def name_before(turns: Sequence[Turn], turn: int) -> str | None:
    """As `NamesSaid.before`, for one question about a conversation."""
    return NamesSaid(turns).before(turn)


def _best(text: str) -> str | None:
    """The name that a text most likely gives a booking; what "at" or "with" leads comes first."""
    if text == text.lower():
        return next(_spoken(straightened(text)), None)
    found = list(names_in(text))
    sure = [each for each in found if each.lead in _SURE or each.in_a_town]
    likely = [each for each in found if each.lead in _WITH]
    opening = [each for each in found if not each.lead and " " in each.words]
    return next((each.words for each in (*sure, *likely, *opening)), None)


def _spoken(plain: str) -> Iterator[str]:
    """What "at" or "with" leads in words without capitals, up to what goes on about something else."""
    for match in _SPOKEN_NAME.finditer(plain):
        parts = match["name"].split()
        while parts and parts[-1] in _NO_SPOKEN_NAME:
            parts.pop()
        numbers = bool(parts) and parts[0] in _NO_SPOKEN_NAME
        if numbers and (_STREET.search(match["name"]) or _SPELT_OUT.search(match["name"])):
            continue
        if parts and not _STANDS_AT.search(plain, max(0, match.start() - _STANDS_WITHIN), match.start("name")):
            yield " ".join(parts)


def names_in(text: str) -> Iterator[Named]:
    """Everything in capitals that may name a person or a place; towns ("in Leeds") and streets are left out."""
    plain = straightened(text)
    for match in _NAME.finditer(plain):
        lead = re.sub(r"\b(?:the|your|a|an|our)\s+$", "", match["lead"] or "", flags=re.IGNORECASE)
        words = _trimmed(match["name"])
        if words and lead.strip(" :,").lower() != "in" and not _is_address(plain, match, words):
            yield Named(words, lead.strip(" :,").lower(), bool(_IN_A_TOWN.match(plain, match.end())))


def _trimmed(name: str) -> str:
    """Without the words in capitals that only begin or end a sentence, and without a town behind a comma."""
    parts = name.split()
    while parts and parts[0].strip(",.'").lower() in _NO_NAME and parts[0] not in ("Dr.", "Mr.", "Mrs.", "Ms.", "The"):
        parts.pop(0)
    while parts and parts[-1].strip(",.").lower() in _NO_NAME | bag("& | -"):
        parts.pop()
    return " ".join(parts).strip(" ,-|&")


def _is_address(plain: str, match: re.Match[str], words: str) -> bool:
    start = match.start("name")
    if _STANDS_AT.search(plain, max(0, start - _STANDS_WITHIN), start):
        return True
    return words[0].isdigit() and bool(_STREET.search(words) or _STREET.match(plain[match.end() :].lstrip()))
