"""What each call said and did about bookings, read once a run for all checks that ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agentdesk.checks.evidence import Evidence, read_once
from agentdesk.checks.tool_traffic import ToolAct, tool_acts
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Said
from agentdesk.language.claims import ClaimKind
from agentdesk.language.heard import Heard
from agentdesk.language.promises import Promise, promises
from agentdesk.language.sentences import around
from agentdesk.language.standing import standing


@dataclass(frozen=True, slots=True)
class CallRead:
    """A call with all it promised, in words or through a tool that worked; `standing` is what was left at its end.

    `ids`: what the tools called the entry that a promise is about.
    """

    call: Call
    said: tuple[Promise, ...]
    standing: tuple[Promise, ...]
    acts: tuple[ToolAct, ...]
    ids: Mapping[tuple[ClaimKind, int], frozenset[str]]

    def ids_of(self, promise: Promise) -> frozenset[str]:
        """The names that tools gave to the entry of a promise; what was moved in the call was made by it."""
        kinds = (promise.kind, ClaimKind.MOVED) if promise.kind is ClaimKind.MADE else (promise.kind,)
        return frozenset().union(*(self.ids.get((kind, promise.turn), frozenset()) for kind in kinds))


@read_once
def heard_calls(evidence: Evidence) -> Mapping[int, Heard]:
    """The words of every call by its id: whatever a check reads of them, the next has for nothing."""
    return {each.id: Heard(each.turns) for each in evidence.calls}


@read_once
def read_calls(evidence: Evidence) -> tuple[CallRead, ...]:
    """The calls that are over and in which something was said, in order of id."""
    calls = sorted(evidence.calls, key=lambda each: each.id)
    return tuple(read_call(evidence, each) for each in calls if each.final and each.turns)


def read_call(evidence: Evidence, call: Call) -> CallRead:
    """One call, read."""
    acts = tool_acts(call)
    acted = frozenset(each.after_turn for each in acts)
    now = call.started_at.astimezone(evidence.zone)
    said = list(promises(call.turns, now.date(), evidence.hours, acted, now, heard_calls(evidence)[call.id]))
    ids: dict[tuple[ClaimKind, int], frozenset[str]] = {}
    left = [each for each in said if each.kind is not ClaimKind.FAILED]
    for act in acts:
        if not act.done:
            continue
        alike = [each for each in left if each.kind is act.kind]
        # some agents say it first and do it then
        told = next((each for each in alike if each.turn >= act.after_turn - 1), alike[-1] if alike else None)
        if told is not None:
            left.remove(told)
        elif not any(each.kind is ClaimKind.FAILED for each in said):
            # an agent who only says that it failed promised nothing, whatever the tool did
            told = _told_by_tool(evidence, call, act)
            said += [told] if told is not None else []
        if told is not None:
            ids[told.kind, told.turn] = ids.get((told.kind, told.turn), frozenset()) | act.ids
    said.sort(key=lambda each: each.turn)
    return CallRead(call, tuple(said), standing(said, call.turns), acts, ids)


def _told_by_tool(evidence: Evidence, call: Call, act: ToolAct) -> Promise | None:
    """A promise that only the tool made, shown with what the agent said next."""
    turn = next(_agent_turns(call, act.after_turn), None)
    if turn is None:
        return None
    words = around(call.turns[turn].text, 0, 1)
    at = act.starts_at.astimezone(evidence.zone) if act.starts_at and act.starts_at.tzinfo else act.starts_at
    return Promise(
        kind=act.kind,
        turn=turn,
        words=words,
        days=(at.date(),) if at else (),
        times=(at.time().replace(second=0, microsecond=0),) if at else (),
        said=(Said(turn, words),),
    )


def _agent_turns(call: Call, first: int) -> Iterator[int]:
    """The turns of the agent from one on, else the last before it."""
    spoken = [at for at, each in enumerate(call.turns) if each.role == "agent" and each.text.strip()]
    yield from (at for at in spoken if at >= first)
    yield from reversed([at for at in spoken if at < first])
