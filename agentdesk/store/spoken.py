"""What was said in a call, as two texts: the words, which are searched, and the marks of who and when."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from agentdesk.domain.call import Role, Turn
from agentdesk.store.search import GAP
from agentdesk.store.types import plain

_ROLES: dict[str, Role] = {"c": "caller", "a": "agent"}
_TIMES = msgspec.json.Decoder(list[float | None])
_encode = msgspec.json.encode


def texts_of(turns: Sequence[Turn]) -> tuple[str, str]:
    """Words and marks. A time that is no number becomes unknown, a text that cannot be kept is made `plain`."""
    words = GAP.join([each[1] for each in turns])
    if words.count(GAP) != max(len(turns) - 1, 0):
        words = GAP.join([each[1].replace(GAP, " ") for each in turns])
    roles = "".join([each[0][0] for each in turns])
    return plain(words), roles + _encode([each[2] for each in turns]).decode()


def turns_of(words: str, marks: str) -> tuple[Turn, ...]:
    """The turns again."""
    roles, bracket, times = marks.partition("[")
    return tuple(
        Turn(_ROLES[role], text, at)
        for role, text, at in zip(roles, words.split(GAP), _TIMES.decode(bracket + times), strict=True)
    )
