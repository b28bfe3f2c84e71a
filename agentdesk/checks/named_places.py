"""Places that the fact sheet names one by one, and what a sentence says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(
    r"\b[A-Z][a-z]+(?:[ -](?:on|upon|in|le|under|by|next|the|St\.?|[A-Z][a-z]+)(?=[ -])|[ -][A-Z][a-z]+)*\b"
)
_NO_NAME = re.compile(
    r"(?:We|The|Our|Within|All|Up|Anywhere|And|Also|Yes|No|Not|Only|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    r"Sunday|Please|Ask|Parts?|Most|Mostly|Just|But|Except|If|For|Emergency|Emergencies|Everywhere|Any|Some|Mile|Miles|"
    r"North|South|East|West|Central|Greater)\b"
)
# "ten miles of Leeds" and "round Otley" draw a ring, and "parts of York" is no whole place
_BESIDE = re.compile(r"\b(?:of|from|near|around|round|outside|between|to|via|or)\s*$", re.IGNORECASE)
_LEFT_OUT = re.compile(r"\b(?:not|n't|except|excluding|apart from|no longer|never)\b|n't\b", re.IGNORECASE)
_LEAVES_OPEN = re.compile(
    r"\b(?:ask|please|check|ring|based|office|if|when|only|for|extra|charge|fee|sometimes|parts?|some|most|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|mornings?|evenings?)\b",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"\b(?:but|except|only|apart|if|unless|when|until|till|before|after|during|today|tonight|tomorrow|week|weekends?|"
    r"evenings?|mornings?|afternoons?|nights?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|for|without|yet|sometimes|"
    r"usually|normally|charge|parts?|some|most)\b",
    re.IGNORECASE,
)


class NamedPlaces(NamedTuple):
    """The places of a fact sheet's line: those it says are covered, and those it leaves out by name."""

    covered: frozenset[str]
    left_out: frozenset[str]

    def contradicts(self, words: str, said_yes: bool) -> bool:
        """Whether words about what is covered go against a place named here. Silent where they depend on anything.

        `words` name the place as it is written, so that neither "Otley Road" nor "reading" is one.
        """
        against = self.left_out if said_yes else self.covered
        return not _DEPENDS.search(words) and any(_names(words, each) for each in against)


def named_places(says: str) -> NamedPlaces:
    """The places in a line of the fact sheet. One that it names both ways counts as neither."""
    covered: set[str] = set()
    left_out: set[str] = set()
    for clause in re.split(r"[.;\n]|\bbut\b", says):
        if _LEAVES_OPEN.search(clause):
            continue
        out = _LEFT_OUT.search(clause)
        for name, start in _read(clause):
            (left_out if out is not None and out.start() < start else covered).add(name)
    return NamedPlaces(frozenset(covered - left_out), frozenset(left_out - covered))


def _read(clause: str) -> Iterator[tuple[str, int]]:
    for match in _NAME.finditer(clause):
        if not _NO_NAME.match(match[0]) and not _BESIDE.search(clause, 0, match.start()):
            yield match[0], match.start()


def _names(words: str, place: str) -> bool:
    return bool(re.search(rf"(?<![\w-])(?<![A-Z][a-z] ){re.escape(place)}(?![\w-]|\s[A-Z])", words))
