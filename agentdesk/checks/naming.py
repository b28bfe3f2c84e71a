"""Which of the names that a business knows were said: services, people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agentdesk.domain.call import Turn

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A turn that names something known: the first words that do, and all it names."""

    turn: int
    words: str
    names: frozenset[str]


def names_of(names: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, in order; those that are empty left out."""
    return tuple(sorted({each.strip() for each in names if each and each.strip()}))


def spelt_alike(name: str) -> str:
    """A name without what diaries change in it: "Blow-dry" is "blow dry" in some."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def same_service(one: str, other: str) -> bool:
    """Whether two names are of one service, however they are written."""
    return spelt_alike(one) == spelt_alike(other)


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: "Dr Shah", "Shah, Amit" and "Amit S." are."""
    fewer, more = sorted((_without_title(each) for each in (one, other)), key=len)
    return bool(fewer) and all(any(_same_or_initial(part, each) for each in more) for part in fewer)


def _without_title(name: str) -> list[str]:
    return [each for each in spelt_alike(name).split() if each not in _TITLES]


def _same_or_initial(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def named_in(text: str, known: Sequence[str]) -> frozenset[str]:
    """Which of the known a text names; "Gas boiler service" also holds "Boiler service": only the longest counts."""
    return _longest([each for each in known if _spoken(each, text)])


def last_naming(turns: Sequence[Turn], turn: int, known: Sequence[str]) -> Naming | None:
    """The nearest turn from `turn` backwards that names any of the known."""
    for at in range(turn, -1, -1):
        spans = {each: found for each in known if (found := _spoken(each, turns[at].text))}
        if spans:
            first = min(spans.values(), key=lambda each: each.start())
            return Naming(at, first[0], _longest(spans))
    return None


def _longest(names: Iterable[str]) -> frozenset[str]:
    among = tuple(names)
    return frozenset(
        each for each in among if not any(each != one and each.casefold() in one.casefold() for one in among)
    )


def _spoken(name: str, text: str) -> re.Match[str] | None:
    pattern = r"[\W_]+".join(re.escape(each) for each in re.findall(r"\w+", name))
    return re.search(rf"\b{pattern}\b", text, re.IGNORECASE) if pattern else None
