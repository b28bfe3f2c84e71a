"""Work that is done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from agentdesk.jobs.progress import Progress

T = TypeVar("T")


class Lane(Enum):
    """READ: two at a time. WRITE: one after the other, in order. NETWORK: several at a time.

    AT_ONCE: what can't wait behind any of them, such as stopping an agent.
    """

    READ = "read"
    WRITE = "write"
    NETWORK = "network"
    AT_ONCE = "at once"


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """One piece of work with a name for the log.

    `work` runs in a thread of its lane, touches no widget, opens its own connection to the store and
    returns one frozen record. `owner` names who asked for it ("calls"); `Runner.drop_all_of` uses it.
    """

    name: str
    work: Callable[[Progress], T]
    lane: Lane = Lane.READ
    owner: str = ""
