"""The fact sheet as the checks read it: what each line is about, and the amounts it states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agentdesk.domain.business import Business
from agentdesk.language.amounts import Amount, Of, Vat, amounts
from agentdesk.language.tokens import bag, straightened

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_EMPTY = bag(
    "a an the and or of for to in on at by with without is are was it its it's this that these those we our you your "
    "i my me us they them what which who how when where why do does if any all some much many only about from up one "
    "price prices cost costs charge charges charged fee fees visit customer customers work make makes kind type per "
    "get got have has be been can will would not no our're we'll"
)
_HEAD_ENDS = re.compile(
    r"\s+(?:and|or|if|that|which|where)\s+(?:what|when|how|where|which|whether|who|those|the list)\b|[:;,(?]"
)
_ALTERNATIVES = re.compile(r"[\w-]+(?:,\s+[\w-]+)*,?\s+or\s+[\w-]+", re.IGNORECASE)
_COMPOUNDS = re.compile(r"\b(?:call[\s-]out|check[\s-]up|check[\s-]in|check[\s-]out|blow[\s-]dry|patch[\s-]test)s?\b")
_VAT_WITH = re.compile(r"\b(?:inc(?:lud\w*|l)?\.?|with|inclusive of)(?: of)? (?:the )?vat\b|\bno vat\b", re.IGNORECASE)
_VAT_WITHOUT = re.compile(r"\b(?:plus|exclud\w*|excl?\.?|without|before) (?:the )?vat\b|\+ ?vat\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet, as it is shown, and what it is about.

    `names`: each way to name it, as stems in order ("Tap or toilet repair" has two). `words`: all its stems.
    """

    shown: str
    names: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    says: str
    amounts: tuple[Amount, ...]
    is_service: bool

    def of(self, what: Of) -> tuple[Amount, ...]:
        return tuple(each for each in self.amounts if each.of is what and not each.denied)

    def named_by(self, said: Sequence[str]) -> int:
        """By how many words the stems of a sentence name this line; 0 where they don't.

        All words of a name, or of three and more all but the first: a "gas safety check" is the "landlord gas safety
        check", while "full head highlights" are not "half head highlights", for another word stands in its place.
        """
        there = frozenset(said)
        whole = [len(each) for each in self.names if there.issuperset(each)]
        return max([*whole, *(len(each) - 1 for each in self.names if _all_but_the_first(each, said))], default=0)


def _all_but_the_first(name: tuple[str, ...], said: Sequence[str]) -> bool:
    rest = name[1:]
    if len(rest) < 2:
        return False
    return any(
        tuple(said[at : at + len(rest)]) == rest and (at == 0 or not said[at - 1])
        for at in range(len(said) - len(rest) + 1)
    )


@dataclass(frozen=True, slots=True)
class FactSheet:
    lines: tuple[Line, ...]
    vat: Vat | None
    """What the sheet says of prices in general; None where it says nothing, or both."""

    def about(self, said: Sequence[str]) -> tuple[Line, ...]:
        """The lines that these stems name, those named most closely first."""
        named = [(each.named_by(said), each) for each in self.lines]
        return tuple(each for by, each in sorted(named, key=lambda one: -one[0]) if by)


@lru_cache(maxsize=8)
def fact_sheet(business: Business) -> FactSheet:
    """The sheet of a business: its facts, and the prices of its services."""
    lines = [_fact(each.topic, each.says) for each in business.facts if each.says.strip()]
    for service in business.services:
        if service.price is not None:
            price = service.price.in_words().removesuffix(".00")
            shown = f"{service.name}: {price}"
            lines.append(Line(shown, _names(service.name), frozenset(stems(service.name)), price, amounts(price), True))
    return FactSheet(tuple(lines), _vat(business))


def stems(text: str) -> tuple[str, ...]:
    """The words of a text in order, empty for those that say nothing.

    Cut so that "cancel" and "cancellation" are one.
    """
    plain = _COMPOUNDS.sub(lambda match: re.sub(r"[\s-]", "", match[0]), straightened(text).lower())
    plain = plain.replace("warranty", "guarantee")
    return tuple("" if each in _EMPTY else _stem(each) for each in _WORD.findall(plain))


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    return (word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word)[:6]


def _names(heading: str) -> tuple[tuple[str, ...], ...]:
    """Each way to name what a heading is about: "Tap, toilet or radiator repair" has three."""
    match = _ALTERNATIVES.search(heading)
    if match is None:
        head = _HEAD_ENDS.split(heading, maxsplit=1)[0]
        name = tuple(each for each in stems(head) if each)
        return (name,) if name else ()
    either = [each for each in re.split(r",\s*|\s+or\s+", match[0]) if each]
    return tuple(name for each in either for name in _names(heading[: match.start()] + each + heading[match.end() :]))


def _fact(topic: str, says: str) -> Line:
    return Line(f"{topic}: {says}", _names(topic), frozenset(stems(f"{topic} {says}")), says, amounts(says), False)


def _vat(business: Business) -> Vat | None:
    said = " ".join(f"{each.topic} {each.says}" for each in business.facts)
    with_, without = bool(_VAT_WITH.search(said)), bool(_VAT_WITHOUT.search(said))
    if with_ == without:
        return None
    return Vat.WITH if with_ else Vat.WITHOUT
