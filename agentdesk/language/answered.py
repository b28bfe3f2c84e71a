"""Whether an agent told a caller what the fact sheet says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agentdesk.domain.call import Turn
from agentdesk.language.amounts import amounts
from agentdesk.language.sentences import sentences
from agentdesk.language.tokens import lowered
from agentdesk.language.unanswered import alike, gist, unanswered

_NOT = re.compile(r"\b(?:no|not|never|none|cannot|nobody|nowhere)\b|n't\b")
_REPLIES = 2
"""Turns of the agent after a question that may hold the answer."""


def answered(turns: Sequence[Turn], question: str, says: str) -> int | None:
    """The turn in which the agent gave this answer to this question, however both were worded; None where it didn't.

    An answer counts when it follows the question in one of the next turns, has the same amounts, says or denies
    as the sheet does, and shares half of its words.
    """
    wanted = gist(question)
    open_ = {each.asked for each in unanswered(turns)}
    for at, turn in enumerate(turns):
        if turn.role != "caller" or at in open_ or not _asks(turn.text, wanted):
            continue
        replies = [place for place in range(at + 1, len(turns)) if turns[place].role == "agent"][:_REPLIES]
        told = next((place for place in replies if tells(turns[place].text, says)), None)
        if told is not None:
            return told
    return None


def tells(reply: str, says: str) -> bool:
    """Whether a reply says what a line of the sheet says."""
    plain, sheet = lowered(reply), lowered(says)
    wanted = {(each.of, each.low, each.high) for each in amounts(says)}
    if not wanted <= {(each.of, each.low, each.high) for each in amounts(reply)}:
        return False
    line = gist(sheet)
    told = [plain[each.start : each.end] for each in sentences(plain) if not each.asks]
    about = [each for each in told if line & gist(each)] if line else told
    if not about:
        return False
    shared = line & frozenset[str]().union(*(gist(each) for each in about))
    denies = any(_NOT.search(each) for each in about)
    return len(shared) * 2 >= len(line) and denies is bool(_NOT.search(sheet))


def _asks(text: str, wanted: frozenset[str]) -> bool:
    plain = lowered(text)
    return any(alike(gist(plain[each.start : each.end]), wanted) for each in sentences(plain))
