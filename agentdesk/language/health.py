"""Whether a caller tells something about somebody's health, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from agentdesk.domain.call import Turn
from agentdesk.language.tokens import bag
from agentdesk.language.weights import FOLDER, weights

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_APOSTROPHES = str.maketrans("\u2019\u2018", "''")
_MARKS = ("#", "?#")
"""Before the class of a health word: said by the caller, in the question."""
_CONDITION = re.compile(r"\bif\b[^.?!]*", re.IGNORECASE)
"""What an agent says of what might be: "if anybody feels sick, ring 999"."""
_PLAINLY, _PLAIN = "#plainly", 8
"""The mark of a plain statement, and its weight, which needs no learning."""
_WHO = bag("i he she they mum mom dad son daughter wife husband partner mother father baby nan gran brother sister who")
_HAVE = bag("have has had take takes am is are get gets suffer suffers")
_WHO_HAVE = bag(
    "i'm i've he's she's they've they're mum's dad's son's daughter's wife's husband's mother's father's i'd"
)
_OUTRIGHT = ("condition", "treatment")
_NEAR = 5
_LONG = 6
_MEDICAL = re.compile(
    r"(?:itis|ectomy|oscopy|ostomy|oplasty|aemia|emia|osis|algia|opathy|cillin|statin|mycin|azole|olol|pril|sartan|"
    r"zepam|oxetine|prazole|cycline|profen|sclerosis|plegia|phobia|uria|rrhea|rrhoea)s?$"
)
"""How words of medicine end."""
_LEARNT = "health"


class Exchange(NamedTuple):
    """What a caller said, `turn`, and the question before it; the unit that is judged."""

    turn: int
    asked: str
    said: str


class Told(NamedTuple):
    """A turn in which health is spoken of; `sum` tells how plainly."""

    turn: int
    sum: float


def told(turns: Sequence[Turn]) -> tuple[Told, ...]:
    """The turns of the caller that reveal something about health, in order."""
    learnt = weights(_LEARNT)
    sums = [(turn, learnt.sum(found) + (_PLAIN if _PLAINLY in found else 0)) for turn, found in weighed(turns)]
    return tuple(Told(turn, round(total, 2)) for turn, total in sums if total >= learnt.at_least)


def weighed(turns: Sequence[Turn]) -> list[tuple[int, frozenset[str]]]:
    """The features of every exchange with its turn; none of a call in which no word of health falls."""
    spoken = [(each.turn, _words(each.said), _words(_CONDITION.sub("", each.asked))) for each in exchanges(turns)]
    if not any(map(_kind, (word for _, said, asked in spoken for word in (*said, *asked)))):
        return []
    return [(turn, _features(said, asked)) for turn, said, asked in spoken]


def exchanges(turns: Sequence[Turn]) -> Iterator[Exchange]:
    """What the caller said turn by turn, each with what the agent said just before.

    Words of the agent that nobody answered stand alone, at their own turn.
    """
    asked: tuple[int, str] | None = None
    for number, turn in enumerate(turns):
        if turn.role == "agent":
            if asked is not None:
                yield Exchange(*asked, "")
            asked = (number, turn.text)
        elif turn.text.strip():
            yield Exchange(number, asked[1] if asked else "", turn.text)
            asked = None
    if asked is not None:
        yield Exchange(*asked, "")


def _features(said: Sequence[str], asked: Sequence[str]) -> frozenset[str]:
    """What is weighed: the caller's words and pairs of words, those of the question behind a "?", what they name."""
    named = [*_named(said, _MARKS[0]), *_named(asked, _MARKS[1])]
    if _tells_plainly(said):
        named.append(_PLAINLY)
    pairs = (f"{first} {second}" for first, second in pairwise(said))
    return frozenset((*said, *pairs, *(f"? {each}" for each in asked), *named))


def _tells_plainly(words: Sequence[str]) -> bool:
    """Whether somebody says to have, be or take what is a condition or a treatment: "my mum has got dementia"."""
    owned = [place for place, word in enumerate(words[1:], start=1) if word in _HAVE and words[place - 1] in _WHO]
    owned += [place for place, word in enumerate(words) if word in _WHO_HAVE]
    return any(_kind(word) in _OUTRIGHT for place in owned for word in words[place + 1 : place + _NEAR])


def _named(words: Sequence[str], mark: str) -> Iterator[str]:
    """The classes of health words among these; twice as much when there are several."""
    seen: set[str] = set()
    for word in words:
        kind = _kind(word)
        if kind is None:
            continue
        yield mark + kind
        if word not in seen and seen:
            yield mark + "more"
        seen.add(word)


@lru_cache(maxsize=20_000)
def _kind(word: str) -> str | None:
    """What a word of health names, None of any other."""
    kinds = _kinds()
    kind = kinds.get(word) or kinds.get(word.removesuffix("s")) or kinds.get(re.sub("ies$", "y", word))
    return "medical" if kind is None and len(word) > _LONG and _MEDICAL.search(word) else kind


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for line in (FOLDER / "health_words.txt").read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(": ") if not line.startswith("#") else ("", "", "")
        kinds |= dict.fromkeys(words.split(), kind)
    return kinds


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().translate(_APOSTROPHES))
