"""The name a caller gave: "my name is Ana Marsh", or the answer to "what name is it?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agentdesk.domain.call import Turn
from agentdesk.language.tokens import straightened

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+"
_NAME = rf"(?:{_TITLE})?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,3}}"
_INTRODUCED = re.compile(rf"\b(?:[Mm]y name(?:'s| is)|[Nn]ame(?:'s| is)|[Uu]nder(?: the name)?)\s+(?P<name>{_NAME})")
_ASKED = re.compile(r"\bname\b[^?.!]*\?|\b(?:take|have|get) your (?:full )?name\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"^(?:(?:[Yy]es|[Ss]ure|[Ii]t's|[Ii]t is|[Tt]hat's|[Ii]'m|[Tt]his is|[Oo]f course),?\s+)*"
    rf"(?P<name>{_NAME})(?=[.,;!]|\s*$)"
)


def callers_name(turns: Sequence[Turn], before: int) -> str | None:
    """The last name that the caller gave up to a turn; None where none was given in so many words."""
    for at in range(min(before, len(turns) - 1), -1, -1):
        if turns[at].role != "caller":
            continue
        text = straightened(turns[at].text).strip()
        asked = at > 0 and turns[at - 1].role == "agent" and _ASKED.search(turns[at - 1].text)
        found = _INTRODUCED.search(text) or (_ANSWERED.search(text) if asked else None)
        if found:
            return found["name"]
    return None
