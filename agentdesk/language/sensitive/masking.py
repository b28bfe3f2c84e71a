"""The same words with what is sensitive hidden behind stand-ins, once and for all.

Masking what is masked already changes nothing, and no stand-in is ever taken for something to hide.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from agentdesk.domain.call import Call, Role, ToolEntry, Turn
from agentdesk.domain.sensitive import NEVER_KEPT, Sensitive
from agentdesk.language.sensitive.cues import names_anything
from agentdesk.language.sensitive.finding import find, says_nothing
from agentdesk.language.sensitive.numbers import is_card
from agentdesk.language.tokens import lowered

_SPEAKER = re.compile(
    r"^[ \t]*(?P<who>agent|assistant|ai|bot|user|caller|customer|human|client)[ \t]*:[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_AGENTS = ("agent", "assistant", "ai", "bot")
_ROLE_KEYS = ("role", "speaker", "user", "type")
_TEXT_KEYS = ("content", "message", "text", "transcript", "words")
_WORD_KEYS = ("word", "text")
_WHOLE_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
"""A telephone number as services write it, country and all: it is nothing else, whatever it is called."""
_MAY_HOLD = re.compile(r"\d|@|[a-z]{2}", re.IGNORECASE)
_IDENTIFIERS = frozenset({"id", "ids", "sid", "uuid", "guid", "url", "uri"})
_NAMES = 512
"""Names of fields that are remembered: a service's records have the same ones again and again."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-]+")


def mask(call: Call, kinds: Collection[Sensitive] = NEVER_KEPT) -> Call:
    """The call with every detail of these kinds hidden: in what was said, what came of it, what tools sent and got."""
    turns = mask_turns(call.turns, kinds)
    tools = tuple(_mask_tool(each, kinds) for each in call.tools)
    outcome = mask_text(call.outcome, kinds) if call.outcome else call.outcome
    if turns is call.turns and tools == call.tools and outcome == call.outcome:
        return call
    return replace(call, turns=turns, tools=tools, outcome=outcome)


def mask_turns(turns: tuple[Turn, ...], kinds: Collection[Sensitive] = NEVER_KEPT) -> tuple[Turn, ...]:
    """The conversation with every detail of these kinds hidden; the very same turns when it holds none."""
    while True:
        hidden: dict[int, list[tuple[int, int, Sensitive]]] = {}
        for spot in find(turns):
            if spot.kind in kinds:
                hidden.setdefault(spot.turn, []).append(spot[1:])
        if not hidden:
            return turns
        # what stood beside something hidden may only now stand out
        turns = tuple(
            each._replace(text=_hide(each.text, hidden[number])) if number in hidden else each
            for number, each in enumerate(turns)
        )


def mask_text(text: str, kinds: Collection[Sensitive] = NEVER_KEPT, about: str = "") -> str:
    """A text with every detail of these kinds hidden. `about`: what it is called where it stands, say "card_number".

    A transcript in one string, with "Agent:" and "User:" before the lines, is read as the conversation it is.
    """
    if not _MAY_HOLD.search(text) or (Sensitive.PHONE not in kinds and _WHOLE_NUMBER.fullmatch(text)):
        return text
    if text.count(":") > 1 and len(speakers := list(_SPEAKER.finditer(text))) > 1:
        return _mask_lines(text, speakers, kinds)
    lead = f"{name}: " if about and (name := _apart(about).strip()) else ""
    if says_nothing(lowered(lead + text)):
        return text
    (turn,) = mask_turns((Turn("caller", lead + text),), kinds)
    return turn.text.removeprefix(lead)


def mask_json(text: str, kinds: Collection[Sensitive] = NEVER_KEPT) -> str:
    """JSON with every detail of these kinds hidden in its values, as compact JSON; other text as `mask_text` hides it.

    JSON that holds none is returned as it came, letter for letter.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return mask_text(text, kinds)
    masked = mask_value(value, kinds)
    return text if masked == value else json.dumps(masked, ensure_ascii=False, separators=(",", ":"))


def mask_value(value: object, kinds: Collection[Sensitive] = NEVER_KEPT, about: str = "") -> object:
    """A value as JSON gives it, with every detail of these kinds hidden in its texts and numbers."""
    if _is_identifier(about) and not isinstance(value, list | dict):
        return value
    if isinstance(value, str):
        looks_like_json = value[:1] in ("{", "[") and value[-1:] in ("}", "]")
        return mask_json(value, kinds) if looks_like_json else mask_text(value, kinds, about)
    if isinstance(value, int) and not isinstance(value, bool):
        return _mask_number(value, kinds, about)
    if isinstance(value, dict):
        return {key: mask_value(each, kinds, str(key)) for key, each in value.items()}
    if isinstance(value, list):
        return _mask_list(value, kinds, about)
    return value


def _mask_number(value: int, kinds: Collection[Sensitive], about: str) -> int | str:
    """A bare number says nothing by its shape: it may be an instant. Its name tells, or the check digit of a card."""
    digits = str(value)
    if not (_tells(about) or is_card(digits)):
        return value
    masked = mask_text(digits, kinds, about)
    return value if masked == digits else masked


@lru_cache(maxsize=_NAMES)
def _is_identifier(name: str) -> bool:
    """Whether a value is the name that a service gave something of its own."""
    return _apart(name).lower().rpartition(" ")[2] in _IDENTIFIERS


@lru_cache(maxsize=_NAMES)
def _tells(name: str) -> bool:
    """Whether a field's name says what stands in it."""
    return names_anything(_apart(name).lower())


@lru_cache(maxsize=_NAMES)
def _apart(name: str) -> str:
    """A field's name in the words it is made of."""
    return _CAMEL.sub(" ", name)


def _mask_tool(entry: ToolEntry, kinds: Collection[Sensitive]) -> ToolEntry:
    return entry._replace(
        arguments=mask_json(entry.arguments, kinds) if entry.arguments else entry.arguments,
        result=mask_json(entry.result, kinds) if entry.result else entry.result,
    )


def _mask_list(values: list[object], kinds: Collection[Sensitive], about: str) -> list[object]:
    """A list of messages is a conversation, a list of words a sentence; in any other each value stands alone."""
    objects = [each for each in values if isinstance(each, dict)]
    if objects and len(objects) == len(values):
        text, role = _shared_key(objects, _TEXT_KEYS), _shared_key(objects, _ROLE_KEYS)
        if text and role:
            return list(_mask_messages(objects, role, text, kinds))
        if word := _shared_key(objects, _WORD_KEYS):
            objects = _mask_words(objects, word, kinds)
        return [mask_value(each, kinds, about) for each in objects]
    return [mask_value(each, kinds, about) for each in values]


def _shared_key(values: Sequence[dict[str, object]], keys: Sequence[str]) -> str | None:
    return next((key for key in keys if all(isinstance(each.get(key), str) for each in values)), None)


def _mask_messages(
    values: list[dict[str, object]], role: str, text: str, kinds: Collection[Sensitive]
) -> Iterator[dict[str, object]]:
    turns = tuple(Turn(_role(str(each[role])), str(each[text])) for each in values)
    for each, before, after in zip(values, turns, mask_turns(turns, kinds), strict=True):
        masked: dict[str, object] = {}
        for key, part in each.items():
            if key == text and ":" not in after.text:
                # read in the conversation; only what may have lines or fields of its own is read by itself as well
                masked[key] = after.text
            elif isinstance(part, list) and before != after:
                # the same words once more, one by one with their times, would give away what was hidden
                masked[key] = []
            else:
                masked[key] = mask_value(after.text if key == text else part, kinds, str(key))
        yield masked


def _mask_words(values: list[dict[str, object]], word: str, kinds: Collection[Sensitive]) -> list[dict[str, object]]:
    """Words with their times, one by one: the stand-in takes the place of the first, the others are emptied."""
    words = [str(each[word]) for each in values]
    starts = [0]
    for one in words:
        starts.append(starts[-1] + len(one) + 1)
    for spot in find((Turn("caller", " ".join(words)),)):
        if spot.kind in kinds:
            told = [
                place for place in range(len(words)) if starts[place] < spot.end and spot.start < starts[place + 1] - 1
            ]
            for place in told:
                words[place] = spot.kind.stand_in if place == told[0] else ""
    return [{**each, word: now} for each, now in zip(values, words, strict=True)]


def _mask_lines(text: str, speakers: Sequence[re.Match[str]], kinds: Collection[Sensitive]) -> str:
    ends = [each.start() for each in speakers[1:]] + [len(text)]
    turns = tuple(Turn(_role(each["who"]), text[each.end() : end]) for each, end in zip(speakers, ends, strict=True))
    masked = mask_turns(turns, kinds)
    lines = (each[0] + turn.text for each, turn in zip(speakers, masked, strict=True))
    return text[: speakers[0].start()] + "".join(lines)


def _role(name: str) -> Role:
    return "agent" if name.strip().lower() in _AGENTS else "caller"


def _hide(text: str, spots: Sequence[tuple[int, int, Sensitive]]) -> str:
    def pieces() -> Iterator[str]:
        last = 0
        for start, end, kind in spots:
            yield text[last:start]
            yield kind.stand_in
            last = end
        yield text[last:]

    return "".join(pieces())
