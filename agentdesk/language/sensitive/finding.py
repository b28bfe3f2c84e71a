"""Finds what is sensitive in a conversation, with what was asked and told before in mind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from agentdesk.domain.call import Turn
from agentdesk.domain.sensitive import BY_STAND_IN, Sensitive
from agentdesk.language.sensitive.codes import codes
from agentdesk.language.sensitive.cues import cues
from agentdesk.language.sensitive.numbers import Asked, is_card, numbers
from agentdesk.language.sensitive.runs import Run, digits_only, holds_digits, runs
from agentdesk.language.sensitive.spot import Spot
from agentdesk.language.sensitive.words import answer, answers, birth_dates, emails, passwords, pet_names, refuses
from agentdesk.language.tokens import lowered

_STAND_IN = re.compile("|".join(re.escape(each.lower()) for each in BY_STAND_IN))
_TELLING_WORDS = ("@", "pass", "pw", "maiden", "memorable", "secret", "pet", "born", "birth", "dob", "d.o.b")
_AT_A_PLACE = re.compile(r"\sat\s+[\w-]+\s?(?:\.|\s?dot\b|com?\b)")
_NOTHING = frozenset[Sensitive]()
_OPAQUE = "\x1f"
"""What stands for every character of a stand-in while the rest is read."""
_WHOLE_ANSWER = 14
"""Words: an answer no longer than this to "your postcode?" is the postcode, however it was heard."""
_FEW_WORDS = 4
_GIVES = re.compile(r"[^\W_]")
_TELLING = {Sensitive.BIRTH_DATE: 1, Sensitive.POSTCODE: 4}
"""Letters and digits from which on an answer gives something away."""
_SECRETIVE = frozenset({Sensitive.PIN, Sensitive.PASSWORD, Sensitive.SECURITY_ANSWER, Sensitive.ACCOUNT})
_MURMUR = 8
"""Words: an agent who says no more does not change the subject."""
_PARTS_OF_A_CARD = 2
"""Turns: a card number told in fewer is seen in that turn."""
_ASIDE = re.compile(
    r"\b(?:um+|uh+|er+m?|ah|yes|yeah|yep|ok(?:ay)?|and|then|so|it's|that's|sorry|no|wait|next|the rest(?: is)?|is|"
    r"start again|let me start again|i mean|the last (?:four|one)|last|first)\b"
)


class _Seen(NamedTuple):
    """A turn in lower case, with its runs and what it names."""

    lower: str
    runs: list[Run]
    names: frozenset[Sensitive]


@dataclass(slots=True)
class _Heard:
    """What the conversation said so far."""

    asked: frozenset[Sensitive] = frozenset()
    """By the agent, last."""
    ever: set[Sensitive] = field(default_factory=set)
    card_told: bool = False
    topic: Sensitive | str | None = None
    """What was named last."""
    words: set[str] = field(default_factory=set)
    """Answers told, in lower case, to be hidden wherever they are said again."""


def find(turns: Sequence[Turn]) -> tuple[Spot, ...]:
    """Every sensitive detail of a conversation, in order; no two overlap. Stand-ins are passed over."""
    return _found(tuple(Turn(each.role, each.text) for each in turns))


@lru_cache(maxsize=4)
def _found(turns: tuple[Turn, ...]) -> tuple[Spot, ...]:
    """The same, remembered for the next few: what a call says, its service's answer says again right after."""
    heard = _Heard()
    found: list[Spot] = []
    seen: list[_Seen] = []
    for number, turn in enumerate(turns):
        lower = _opaque(lowered(turn.text))
        named = [each.what for each in cues(lower)]
        asks = frozenset(each for each in named if isinstance(each, Sensitive)) if named else _NOTHING
        if turn.role == "agent" and (named or "?" in lower or len(lower.split()) > _FEW_WORDS):
            heard.asked = asks
        if named:
            heard.topic = named[-1]
            heard.ever |= asks
        asked = heard.asked if turn.role == "caller" else _NOTHING
        digits = holds_digits(lower, 1 if asked else 2)
        its_runs = runs(lower) if digits else []
        seen.append(_Seen(lower, its_runs, asks))
        if not (digits or asked or _worth_reading(lower)):
            continue
        spots = _in_turn(number, turn.text, lower, its_runs, asked, named, heard)
        found += spots
        heard.card_told |= any(each.kind is Sensitive.CARD for each in spots)
        heard.words |= {lower[each.start : each.end] for each in spots if each.kind is Sensitive.SECURITY_ANSWER}
    found += _split_cards(turns, seen, found)
    if heard.words:
        found += _said_again(turns, heard.words)
    return _apart(each for each in found if _OPAQUE not in seen[each.turn].lower[each.start : each.end])


def says_nothing(lower: str) -> bool:
    """Whether a lower-case text that answers no question has nothing to hide, which is cheaper to ask than what."""
    return not (_worth_reading(lower) or holds_digits(lower, 2))


def _worth_reading(lower: str) -> bool:
    """Whether words tell of something to hide, or of where e-mail goes."""
    return any(map(lower.__contains__, _TELLING_WORDS)) or (" at" in lower and bool(_AT_A_PLACE.search(lower)))


def _opaque(lower: str) -> str:
    """The text with what is hidden already blotted out, every other character in its place."""
    if "[hidden " not in lower:
        return lower
    return _STAND_IN.sub(lambda match: _OPAQUE * len(match[0]), lower)


def _in_turn(
    number: int,
    text: str,
    lower: str,
    its_runs: list[Run],
    asked: frozenset[Sensitive],
    named: Collection[Sensitive | str],
    heard: _Heard,
) -> list[Spot]:
    if (whole := _whole_answer(lower, its_runs, asked, named, heard)) is not None:
        kind, start, end = whole
        return [Spot(number, start, end, kind)]
    spots = [Spot(number, start, end, Sensitive.EMAIL) for start, end in emails(lower)]
    spots += [Spot(number, start, end, kind) for start, end, kind in codes(text, lower, its_runs)]
    spots += [Spot(number, start, end, Sensitive.PASSWORD) for start, end in passwords(lower)]
    wanted = Sensitive.BIRTH_DATE in asked
    spots += [Spot(number, start, end, Sensitive.BIRTH_DATE) for start, end in birth_dates(lower, wanted)]
    context = Asked(asked, heard.ever, heard.card_told, heard.topic)
    spots += [Spot(number, each.start, each.end, each.kind) for each in numbers(lower, its_runs, context)]
    spots += [Spot(number, start, end, Sensitive.SECURITY_ANSWER) for start, end in _answers(lower, asked, heard)]
    return spots


def _whole_answer(
    lower: str,
    its_runs: Sequence[Run],
    asked: frozenset[Sensitive],
    named: Collection[Sensitive | str],
    heard: _Heard,
) -> tuple[Sensitive, int, int] | None:
    """A short answer to a question for one thing that recognisers garble: all of it."""
    kind = next(iter(asked)) if len(asked) == 1 else None
    if kind not in _TELLING or _OPAQUE in lower:
        return None
    if len(lower.split()) > _WHOLE_ANSWER or set(named) - {kind}:
        return None
    if len(_GIVES.findall(lower)) < _TELLING[kind] or (refuses(lower) and not any(each.isdigit() for each in lower)):
        return None
    if Sensitive.PIN in heard.ever and any(_may_be_pin(each.spells) for each in its_runs):
        return None
    return kind, 0, len(lower)


def _may_be_pin(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] not in ("19", "20")


def _answers(lower: str, asked: frozenset[Sensitive], heard: _Heard) -> Iterator[tuple[int, int]]:
    told = list(answers(lower))
    if not told and heard.ever & _SECRETIVE:
        told = list(pet_names(lower))
    if not told and Sensitive.SECURITY_ANSWER in asked and (one := answer(lower)) is not None:
        told = [one]
    yield from told


def _split_cards(turns: Sequence[Turn], seen: Sequence[_Seen], found: Iterable[Spot]) -> Iterator[Spot]:
    """Card numbers told over several turns: the caller says digits, the agent murmurs or reads them back."""
    if sum(bool(each.runs) for each in seen) < _PARTS_OF_A_CARD:
        return
    taken = {(each.turn, each.start) for each in found}
    parts: list[tuple[int, Run]] = []
    wanted = False
    for number, (lower, its_runs, asks) in enumerate(seen):
        digits = [part for run in its_runs for part in digits_only(run)]
        if turns[number].role == "agent":
            if asks - {Sensitive.CARD} or (len(lower.split()) > _MURMUR and not digits):
                yield from _as_card(parts, wanted)
                parts, wanted = [], Sensitive.CARD in asks
            wanted = wanted or Sensitive.CARD in asks
        elif digits and _only_digits(lower, digits):
            parts += [(number, part) for part in digits if (number, part.start) not in taken]
        else:
            yield from _as_card(parts, wanted)
            parts = []
    yield from _as_card(parts, wanted)


def _only_digits(lower: str, digits: list[Run]) -> bool:
    """Whether a turn says digits and next to nothing else."""
    rest = list(lower)
    for each in digits:
        rest[each.start : each.end] = " " * (each.end - each.start)
    return len(_ASIDE.sub(" ", "".join(rest)).strip(" .,;:!?-…'")) == 0


def _as_card(parts: list[tuple[int, Run]], wanted: bool) -> Iterator[Spot]:
    """The parts, when together they are a card number; one that was asked for may have been begun anew."""
    if len({turn for turn, _ in parts}) < _PARTS_OF_A_CARD:
        return
    digits = "".join(each.spells for _, each in parts)
    if (wanted and 13 <= len(digits) <= 45) or (len(digits) in (15, 16) and is_card(digits)):
        for turn, each in parts:
            yield Spot(turn, each.start, each.end, Sensitive.CARD)


def _said_again(turns: Sequence[Turn], words: set[str]) -> Iterator[Spot]:
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True)) + r")\b")
    for number, turn in enumerate(turns):
        for match in pattern.finditer(_opaque(lowered(turn.text))):
            yield Spot(number, match.start(), match.end(), Sensitive.SECURITY_ANSWER)


def _apart(found: Iterable[Spot]) -> tuple[Spot, ...]:
    """The spots in order, the longer of two that overlap, and of equal ones the first found."""
    kept: list[Spot] = []
    for spot in sorted(found, key=lambda each: (each.turn, each.start, -each.end)):
        if kept and kept[-1].turn == spot.turn and spot.start < kept[-1].end:
            continue
        kept.append(spot)
    return tuple(kept)
