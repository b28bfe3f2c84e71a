"""Which of the bookings that were promised in a call still stand when it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agentdesk.domain.call import Turn
from agentdesk.language.asked_to_change import changes_mind
from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import Promise, another_thing
from agentdesk.language.tokens import lowered

_IS_SET = re.compile(
    r"\byour (?:appointment|booking|reservation|visit|slot) (?:is|has been|was) (?:now )?"
    r"(?:set|booked|made|confirmed|scheduled|reserved)\b",
)
_BESIDES = re.compile(r"\b(?:also|as well|another|too|besides|second one|one more)\b")


def standing(said: Sequence[Promise], turns: Sequence[Turn]) -> tuple[Promise, ...]:
    """Of the promises of a call those of a booking made that nothing later in it took back; as it was last moved.

    A booking is taken back by a cancellation, a failure for the same moment, or another promise after
    somebody changed their mind.
    """
    left: list[Promise] = []
    for promise in said:
        if promise.kind is ClaimKind.MADE:
            if left and _replaced(turns, left[-1], promise):
                left.pop()
            left.append(promise)
        elif promise.kind is ClaimKind.CANCELLED and left:
            left.pop()
        elif promise.kind is ClaimKind.MOVED and left:
            left[-1] = replace(promise, kind=ClaimKind.MADE)
        elif promise.kind is ClaimKind.FAILED and left and _same_moment(left[-1], promise):
            left.pop()
    return tuple(left)


def _replaced(turns: Sequence[Turn], before: Promise, after: Promise) -> bool:
    """Whether the second promise corrects the first rather than adding a booking."""
    if another_thing(before, after):
        return False
    if (
        before.day is not None
        and before.day == after.day
        and _IS_SET.search(lowered(before.words))
        and _IS_SET.search(lowered(after.words))
    ):
        # "Your appointment is set for 2:15" and then "Your appointment is set for 2:30" speak of the same one
        between = turns[before.turn + 1 : after.turn + 1]
        if not any(_BESIDES.search(lowered(each.text)) for each in between):
            return True
    soon = [lowered(each.text) for each in turns[before.turn + 1 : min(after.turn, before.turn + 4) + 1]]
    return any(changes_mind(each) and not _BESIDES.search(each) for each in soon)


def _same_moment(one: Promise, other: Promise) -> bool:
    return bool(one.times) and (one.days, one.times) == (other.days, other.times)
