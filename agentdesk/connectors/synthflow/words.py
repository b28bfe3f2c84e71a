"""The words of a Synthflow call: one text, a line for each turn that begins with who speaks."""

from __future__ import annotations

import re

from agentdesk.connectors.kit.troubles import Unreadable
from agentdesk.domain.call import Role, Turn

_SPEAKERS: dict[str, Role] = {
    **dict.fromkeys(("bot", "agent", "assistant", "ai"), "agent"),
    **dict.fromkeys(("human", "user", "caller", "customer"), "caller"),
}
_BEGINS = re.compile(rf"\s*({'|'.join(_SPEAKERS)})\s*:[^\S\n]*", re.IGNORECASE)


def read_words(text: str) -> tuple[Turn, ...]:
    """Who said what. Raises Unreadable where the text doesn't begin by saying who speaks: nothing is guessed."""
    turns: list[Turn] = []
    for line in text.splitlines():
        begins = _BEGINS.match(line)
        if begins:
            turns.append(Turn(_SPEAKERS[begins[1].lower()], line[begins.end() :].strip()))
        elif turns:
            turns[-1] = turns[-1]._replace(text=f"{turns[-1].text}\n{line.strip()}".strip())
        elif line.strip():
            raise Unreadable("it doesn't say who said what")
    return tuple(each for each in turns if each.text)
