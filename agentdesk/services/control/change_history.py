"""What happened to what an agent is told, in sentences: what was seen, who approved it, and what was done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from agentdesk.domain.act import ActKind, ActRecord, ActState
from agentdesk.domain.live_agent import Approval, SetupVersion
from agentdesk.domain.wording import counted, moment_in_words
from agentdesk.services.connections.live_agents import differences, same
from agentdesk.store import live


@dataclass(frozen=True, slots=True)
class Maker:
    """Whose change a version was, as somebody here says. `who` is empty where nobody knows."""

    who: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody here said of a version."""

    maker: Maker | None
    approval: Approval | None


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the history."""

    at: datetime
    words: str


def history(
    versions: Sequence[SetupVersion], acts: Sequence[ActRecord], known: Mapping[int, Known], zone: ZoneInfo
) -> tuple[Event, ...]:
    """What happened, the latest first. `versions` newest first; `known` by their number."""
    events = [Event(each.asked_at, act_in_words(each)) for each in acts if each.state is not ActState.DROPPED]
    for at, now in enumerate(versions):
        earlier = versions[at + 1 :]
        events.append(Event(now.seen_at, _version_in_words(now, earlier, known[now.number].maker)))
        if now.approved_at is not None and now.approved_by is not None:
            told, tried = moment_in_words(now.seen_at, zone), _tried(known[now.number])
            words = f"{now.approved_by} approved how it was told since {told}: {now.why}{tried}"
            events.append(Event(now.approved_at, words))
    return tuple(sorted(events, key=lambda each: each.at, reverse=True))


def _version_in_words(now: SetupVersion, earlier: Sequence[SetupVersion], maker: Maker | None) -> str:
    if not earlier:
        return "AgentDesk saw for the first time what it is told. That counts as approved."
    parts = ", ".join(each.part.lower() for each in differences(earlier[0].setup, now.setup))
    stood = live.approved([each for each in earlier if each.approved_at and each.approved_at < now.seen_at])
    if stood is not None and same(now.setup, stood.setup):
        return f"It was told again what was approved: {parts}."
    if maker is None:
        return f"It was told something else: {parts}."
    who = f"It was {maker.who}" if maker.who else "Nobody knows who it was"
    return f"It was told something else: {parts}. {who}, says {maker.by}."


def _tried(known: Known) -> str:
    """How it was tried before it was approved, and whether it was approved by whoever made it."""
    approval, maker = known.approval, known.maker
    if approval is None:
        return ""
    calls = counted(len(approval.heard), "call was", "calls were")
    tried = (
        f"{calls} listened to first" if approval.heard else f"not tried first: {approval.untried.strip().rstrip('.')}"
    )
    own = "; it was their own change" if maker is not None and maker.who == approval.by else ""
    return f" ({tried}{own})"


_DONE = {
    ActKind.STOP: ("stopped it", "The stop"),
    ActKind.START: ("let it answer again", "Letting it answer again"),
    ActKind.PUT_BACK: ("put back what was approved", "Putting back"),
    ActKind.TAKE_BACK: ("took back what had been put back", "Taking back"),
}


def act_in_words(act: ActRecord) -> str:
    """What was done and whether it is so, never more than was read back."""
    did, doing = _DONE[act.kind]
    why = f" ({act.why})" if act.why else ""
    if act.state is ActState.PROVEN:
        return f"{act.asked_by} {did}{why}. Checked with the service."
    if act.state is ActState.BY_HAND:
        return f"{doing} was asked for by {act.asked_by}{why} and had to be done by hand. {act.trouble}"
    if act.is_open:
        return f"{doing} was asked for by {act.asked_by}{why}. It isn't sure yet whether it is so. {act.trouble}"
    return f"{doing} was asked for by {act.asked_by}{why}. It was never proven. {act.trouble}"
