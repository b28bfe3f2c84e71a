"""A call as AgentDesk keeps it: when, who, what was said, what came of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal, NamedTuple

from agentdesk.domain.money import Money

Role = Literal["caller", "agent"]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Turn(NamedTuple):
    """One thing said. A tuple, because a call has many and a store has many calls."""

    role: Role
    text: str
    at_seconds: float | None = None


class ToolEntry(NamedTuple):
    """One use of a tool by the agent: what it asked for, and what came back."""

    name: str
    call_id: str | None
    """The service's name for this one use."""
    after_turn: int
    """How many turns had been spoken before it."""
    arguments: str = ""
    """As the service gave them, usually JSON."""
    result: str | None = None
    """The words of the answer; None where none came."""
    failed: bool | None = None
    """What the service says of the tool. A tool that answered may still wrap a failure: read the result."""


class HandOver(StrEnum):
    """What the service says became of passing the caller to a person."""

    REACHED = "reached"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `(connection, external_id)` names it; `id` is ours and sorts by start time."""

    id: int
    connection: str
    external_id: str
    agent: str | None
    """Our name for the agent, None where it is not on the list."""
    agent_external_id: str | None
    started_at: datetime
    seconds: float | None
    caller: str | None
    """The caller's number as the service gave it. Never shown whole in lists or pop-ups."""
    turns: tuple[Turn, ...] = ()
    cost: Money | None = None
    outcome: str | None = None
    """What the service says came of it, in its words made plain."""
    final: bool = True
    tools: tuple[ToolEntry, ...] = ()
    """What the agent did besides talking, oldest first; empty where the service tells nothing of it."""
    handover: HandOver | None = None
    """None where the service saw no attempt, or cannot say."""
    resolved: bool | None = None
    """The service's own opinion whether the call did what it was for."""
    agent_version: str | None = None
    """The service's name for the version of the instructions that the call heard."""

    @property
    def answered(self) -> bool:
        return bool(self.turns)

    def with_id(self) -> Call:
        """The same call under the id its start time gives it."""
        return replace(self, id=call_id(self.started_at, self.connection, self.external_id))


def call_id(started_at: datetime, connection: str, external_id: str) -> int:
    """A number that sorts by start time, so that newest first needs no sorting.

    Milliseconds since 1970 in the upper 43 bits, 20 bits of a digest of the name below. A clash is
    possible and the store resolves it by counting on; the same call always starts from the same number.
    """
    elapsed = started_at - _EPOCH
    milliseconds = elapsed.days * 86_400_000 + elapsed.seconds * 1000 + elapsed.microseconds // 1000
    name = hashlib.blake2b(f"{connection}\0{external_id}".encode("utf-8", "surrogatepass"), digest_size=4)
    return (milliseconds << 20) | (int.from_bytes(name.digest()) & 0xFFFFF)


SUBSCRIBER_DIGITS = 9
"""At the end of a number, which tell one subscriber from another."""
_NO_DIGIT = re.compile(r"\D+")


def digits_of(number: str | None) -> str:
    """The digits that tell one subscriber from another: "+44 113 496 0102" and "0113 4960102" agree."""
    digits = _NO_DIGIT.sub("", number or "")
    return digits[-SUBSCRIBER_DIGITS:] if len(digits) >= SUBSCRIBER_DIGITS else ""


def caller_in_words(number: str | None) -> str:
    """How a list names a caller: by the last three digits only."""
    digits = _NO_DIGIT.sub("", number or "")
    return f"Caller ending {digits[-3:]}" if len(digits) >= 6 else "Number withheld"
