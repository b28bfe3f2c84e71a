"""What was said in a call, as two texts: the words, which are searched, and the marks of who and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec

from agentdesk.domain.call import Role, Turn
from agentdesk.store.search import GAP
from agentdesk.store.types import plain

_ROLES: dict[str, Role] = {"c": "caller", "a": "agent"}
_TIMES = msgspec.json.Decoder(list[float | None])
_encode = msgspec.json.encode
# Half the time of naming the fields.
_new_turn: Callable[[tuple[Any, ...]], Turn] = partial(tuple.__new__, Turn)


def texts_of(turns: Sequence[Turn]) -> tuple[str, str]:
    """Words and marks. A time that is no number becomes unknown, a text that cannot be kept is made `plain`."""
    if not turns:
        return "", "[]"
    roles, texts, times = zip(*turns, strict=True)
    words = GAP.join(texts)
    if words.count(GAP) != len(turns) - 1:
        words = GAP.join([each.replace(GAP, " ") for each in texts])
    return plain(words), "".join([each[0] for each in roles]) + _encode(times).decode()


def turns_of(words: str, marks: str) -> tuple[Turn, ...]:
    """The turns again."""
    roles, bracket, times = marks.partition("[")
    spoken = zip(map(_ROLES.__getitem__, roles), words.split(GAP), _TIMES.decode(bracket + times), strict=True)
    return tuple(map(_new_turn, spoken))
