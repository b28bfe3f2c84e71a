"""A conversation as it is first shown: what is sensitive in it hidden, in the words that are quoted from it as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from agentdesk.domain.call import Turn
from agentdesk.domain.sensitive import Sensitive
from agentdesk.language.sensitive.finding import find
from agentdesk.language.sensitive.masking import mask_text, mask_turns
from agentdesk.language.sensitive.spot import Spot


@dataclass(frozen=True, slots=True)
class Covered:
    """`quotes` stand in `turns` letter for letter, as those they came from did. `details`: how many of each kind."""

    turns: tuple[Turn, ...]
    quotes: tuple[str, ...]
    details: tuple[tuple[Sensitive, int], ...]


def cover(turns: tuple[Turn, ...], quotes: Sequence[tuple[int, str]], kinds: Collection[Sensitive]) -> Covered:
    """Hides every detail of these kinds. `quotes`: words with the turn they were said in."""
    spots = [each for each in find(turns) if each.kind in kinds]
    counts = Counter(each.kind for each in spots)
    masked = mask_turns(turns, kinds) if spots else turns
    details = tuple((each, counts[each]) for each in Sensitive if counts[each])
    return Covered(masked, tuple(_quote(turns, spots, *each, kinds) for each in quotes), details)


def _quote(turns: Sequence[Turn], spots: Sequence[Spot], turn: int, words: str, kinds: Collection[Sensitive]) -> str:
    text = turns[turn].text if turn < len(turns) else ""
    start = text.find(words)
    if start < 0:
        return mask_text(words, kinds)
    end = start + len(words)
    inside = [each for each in spots if each.turn == turn and each.start < end and each.end > start]
    if not inside:
        return words
    # half of a detail may be quoted: the whole of it is hidden
    start, end = min(start, inside[0].start), max(end, inside[-1].end)
    pieces, last = [], start
    for each in inside:
        pieces += [text[last : each.start], each.kind.stand_in]
        last = each.end
    return "".join([*pieces, text[last:end]])
