"""Calls in which the agent did not understand: it said so twice, or the caller had to say it twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agentdesk.domain.call import Turn
from agentdesk.language.requests import Request, Wanted
from agentdesk.language.tokens import lowered

TRIES = 2
_LOST = re.compile(
    r"\b(?:(?:didn't|did not|don't|do not|couldn't|could not|can't) (?:quite |really |fully )?(?:catch|understand|"
    r"get (?:that|what)|follow|hear|make (?:that|you) out)\b|(?:not sure|unsure) (?:i|what you) (?:\w+ "
    r")?(?:understand|mean|follow)|"
    r"(?:could|can|would) you (?:please )?(?:repeat|rephrase|say) (?:that|it)(?: again)?\b|say that again|"
    r"(?:having|had) trouble (?:understanding|hearing))",
)
_CORRECTS = re.compile(
    r"\bthat(?:'s| is) not what i (?:asked|said|meant|wanted)\b|\b(?:no,? )?i (?:asked|said|"
    r"meant)\b[^.?!]{0,40}\bnot\b|"
    r"\b(?:as i said|like i said|i(?:'ve| have)? (?:just )?(?:said|told you))\b",
)


def loses_the_thread(text: str) -> re.Match[str] | None:
    """Where an agent says that it did not understand."""
    return _LOST.search(lowered(text))


def not_understood_twice(turns: Sequence[Turn]) -> list[tuple[int, Request]]:
    """The caller's words after which understanding failed for the second time, with their turn; none if it did not.

    The agent's "I didn't catch that" and the caller's "that's not what I asked" both count; what was said in
    between does not reset the count, for a caller who is misunderstood twice has had enough.
    """
    tries, caller_at = 0, None
    for at, turn in enumerate(turns):
        if turn.role == "caller":
            caller_at = at
            tries += bool(_CORRECTS.search(lowered(turn.text)))
        elif loses_the_thread(turn.text) is not None:
            tries += 1
        else:
            continue
        if tries >= TRIES and caller_at is not None and turns[caller_at].text.strip():
            return [(caller_at, Request(Wanted.UNCLEAR, 0, len(turns[caller_at].text)))]
    return []
