"""The steps from a caller's wish to an entry in the diary, and which of them broke."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agentdesk.domain.call import Call
from agentdesk.domain.finding import Finding, Kind


class Held(StrEnum):
    """Whether a step took place as it should. UNSEEN: nothing here can tell."""

    YES = "yes"
    NO = "no"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Step:
    """One step in a sentence, and whether it held."""

    words: str
    held: Held


_SAID = {
    Kind.BOOKING_MISSING: "told the caller that it is booked",
    Kind.BOOKING_WRONG_DATE: "told the caller the day",
    Kind.BOOKING_WRONG_TIME: "told the caller the time",
    Kind.BOOKING_WRONG_SERVICE: "told the caller what is booked",
    Kind.BOOKING_WRONG_PERSON: "told the caller whom it is with",
    Kind.BOOKING_NOT_CANCELLED: "told the caller that it is cancelled",
    Kind.BOOKING_NOT_MOVED: "told the caller that it is moved",
}
_THERE = {
    Kind.BOOKING_MISSING: "Nothing is in the diary.",
    Kind.BOOKING_WRONG_DATE: "The diary has another day.",
    Kind.BOOKING_WRONG_TIME: "The diary has another time.",
    Kind.BOOKING_WRONG_SERVICE: "The diary has something else.",
    Kind.BOOKING_WRONG_PERSON: "The diary has another person.",
    Kind.BOOKING_NOT_CANCELLED: "It is still in the diary.",
    Kind.BOOKING_NOT_MOVED: "It still stands where it was.",
}

_TRIED = {
    Kind.BOOKING_NOT_CANCELLED: "take it out of the diary",
    Kind.BOOKING_NOT_MOVED: "move it in the diary",
}


def chain(finding: Finding, call: Call | None) -> tuple[Step, ...]:
    """The steps in order: said, written by the agent's tools, there. Nothing for what is no broken promise.

    What the tools did is read from what they answered; where a service tells nothing of tools, it is unseen.
    """
    kind = finding.found.kind
    if call is None or kind not in _SAID:
        return ()
    agent = call.agent or "The agent"
    return (Step(f"{agent} {_SAID[kind]}.", Held.YES), _written(call, agent, kind), Step(_THERE[kind], Held.NO))


def _written(call: Call, agent: str, kind: Kind) -> Step:
    # the checks load the whole language room, which no start should wait for
    from agentdesk.checks.tool_traffic import tool_acts
    from agentdesk.language.claims import ClaimKind

    meant = {Kind.BOOKING_NOT_CANCELLED: ClaimKind.CANCELLED, Kind.BOOKING_NOT_MOVED: ClaimKind.MOVED}
    if not call.tools:
        return Step("What was done in the diary isn't told by the service.", Held.UNSEEN)
    tried = [each for each in tool_acts(call) if each.kind is meant.get(kind, ClaimKind.MADE)]
    if not tried:
        return Step(f"{agent} never tried to {_TRIED.get(kind, 'write it into the diary')}.", Held.NO)
    if any(each.done for each in tried):
        return Step("The diary answered that it was done.", Held.YES)
    return Step("The diary didn't take it: what came back was a failure.", Held.NO)
