"""Names in words without capitals, as speech recognisers write them: "with alice khan in leeds", "at the bird dog"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agentdesk.domain.call import Turn
from agentdesk.language.day_parts import MONTHS, WEEKDAYS
from agentdesk.language.numbers_said import numbers
from agentdesk.language.tokens import bag, straightened

STREET = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|lane|court|way|highway|suite|parkway|square|close|"
    r"crescent|terrace)\b\.?",
    re.IGNORECASE,
)
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
# and what else a booking is spoken of with, so that words said twice are more than that
_SPOKEN_OF = bag(
    f"{_BEGINS_NO_NAME} {_ENDS_A_NAME} i'm i've i'd i'll you're you'd you'll he she they we we'll they're it'll that's "
    "what's there's let's his our ours yours us would shall should may might must did done don't didn't doesn't be "
    "being am isn't having not no yes yeah yep ok okay alright sure fine good great nice lovely perfect excellent "
    "wonderful thanks thank sorry just also too very so well then than as like want wants wanted need needs needed "
    "look looking find think get got give go going come make making made take let know see tell say said help try ask "
    "wish prefer confirm confirming confirmed details following everything requested request book booked booking "
    "bookings reserve reserved reserving schedule scheduled visiting date days month week year name names phone number "
    "contact rating price per party check checking starting until city area town located location other different "
    "more who why here serves serve offer offers availability unable unfortunately change actually again off up down "
    "over because but into onto stay staying of"
)
_NOT_SAID_OF_IT = _NO_SPOKEN_NAME | _SPOKEN_OF
_WITHIN_A_NAME = bag("of and by at")
_PUTS_IT = re.compile(
    r"\b(?:confirm\w*|correct|right|shall i|should i|(?:you(?:'d| would) |would you )like|do you want|you want|"
    r"to be clear|make sure|clarify|verify|book|booking|reserve|reserving|reservation|appointment|table|details)\b"
)
_TOWN = re.compile(r"\bin (?!(?:the|a|an|my|your|our)\b)([a-z]+)(?: ([a-z]+))?")
_LEAST_WRITTEN_IN_DIGITS = 10
_STANDS_AT = re.compile(
    r"\b(?:located|situated|address|find (?:it|them|us)|you'll go|rating)\b[^.?!]{0,40}$", re.IGNORECASE
)
_STANDS_WITHIN = 60
"""Letters before a name that this can span at most; what lies further back is not looked at again for each name."""


def stands_at(plain: str, start: int) -> bool:
    """Whether what begins there is an address: "located at", "you'll find us at"."""
    return bool(_STANDS_AT.search(plain, max(0, start - _STANDS_WITHIN), start))


def name_led(text: str) -> str | None:
    """What "at" or "with" leads first in words without capitals."""
    return next((in_digits(each) for each in _led(straightened(text))), None)


def name_said_twice(turns: Sequence[Turn], at: int) -> str | None:
    """The most words on end that a turn shares with those before it, where the agent puts a booking to the caller.

    Two words at least, such as no other booking is spoken of with: "please confirm blue mermaid at five", after
    "there's blue mermaid in leeds". Towns and streets are none.
    """
    plain = straightened(turns[at].text)
    if not _PUTS_IT.search(plain):
        return None
    before = " | ".join(" ".join(straightened(each.text).lower().split()) for each in turns[:at])
    towns = {town for match in _TOWN.finditer(f"{before} | {plain}") for town in (match[1], f"{match[1]} {match[2]}")}
    best, most = None, 1
    for words in _runs(plain):
        name = " ".join(words)
        if name not in towns and not STREET.search(name) and (shared := _shared(words, before)) > most:
            best, most = name, shared
    return in_digits(best) if best else None


def in_digits(name: str) -> str:
    """A name with its numbers from ten on as they are written: "1512 barber shop", but "two brothers"."""
    parts, done = [], 0
    for number in numbers(name):
        if number.value >= _LEAST_WRITTEN_IN_DIGITS:
            parts += [name[done : number.start], f"{number.value:f}"]
            done = number.end
    return "".join((*parts, name[done:]))


def _runs(plain: str) -> Iterator[list[str]]:
    """Words on end that may be a name: "of" and the like only within it."""
    run: list[str] = []
    for word in (*plain.split(), "the"):
        if word not in _NOT_SAID_OF_IT or (run and word in _WITHIN_A_NAME):
            run.append(word)
            continue
        while run and run[-1] in _NOT_SAID_OF_IT:
            run.pop()
        if run:
            yield run
        run = []


def _shared(words: list[str], before: str) -> int:
    """How many words, from the first on, were said on end before."""
    return next((count for count in range(len(words), 0, -1) if f" {' '.join(words[:count])} " in f" {before} "), 0)


def _led(plain: str) -> Iterator[str]:
    """What "at" or "with" leads, up to what goes on about something else."""
    for match in _SPOKEN_NAME.finditer(plain):
        parts = match["name"].split()
        while parts and parts[-1] in _NO_SPOKEN_NAME:
            parts.pop()
        numbers = bool(parts) and parts[0] in _NO_SPOKEN_NAME
        if numbers and (STREET.search(match["name"]) or _SPELT_OUT.search(match["name"])):
            continue
        named = any(each not in _NOT_SAID_OF_IT and not each.isdigit() for each in parts)
        if named and not stands_at(plain, match.start("name")):
            yield " ".join(parts)
