"""An agent as a service has it: where it answers, and what it has been told to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LiveSetup:
    """What makes an agent behave as it does, in the parts that an owner can read."""

    instructions: str = ""
    first_words: str = ""
    model: str = ""
    voice: str = ""
    tools: tuple[str, ...] = ()
    """Name and purpose of each, in the service's words."""
    numbers: tuple[str, ...] = ()
    rest: str = ""
    """A fingerprint of everything else that bears on behaviour; equal as long as none of it changes."""


@dataclass(frozen=True, slots=True)
class LiveAgent:
    """An agent that a service listed. `external_id` is the service's own and never shown."""

    external_id: str
    name: str
    numbers: tuple[str, ...] = ()
    version: str | None = None
    """The service's name for what is live."""
    changed_at: datetime | None = None
    changed_by: str | None = None
    """Where the service says whose change it was."""


@dataclass(frozen=True, slots=True)
class KnownAgent:
    """An agent that a service has, or had until `gone_at`."""

    connection: str
    agent: LiveAgent
    first_seen_at: datetime
    gone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetupVersion:
    """What an agent was told from `seen_at` on. Numbers count from 1 for each agent."""

    connection: str
    external_id: str
    number: int
    seen_at: datetime
    version: str | None
    setup: LiveSetup
    approved_at: datetime | None = None
    approved_by: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """That what an agent is told is meant: somebody answers for it, with a reason, and says how it was tried (R54)."""

    by: str
    why: str
    heard: tuple[int, ...] = ()
    """The ids of the calls that were listened to first, test calls among them."""
    untried: str = ""
    """Why it is approved without having listened to one."""

    @property
    def missing(self) -> str:
        """What has to be said before it counts, a sentence; empty where nothing is missing."""
        if not self.by.strip():
            return "Say who approves it."
        if not self.why.strip():
            return "Write in a few words why it's fine."
        if not self.heard and not self.untried.strip():
            return "Tick the calls that you listened to, or say why you approve it untried."
        return ""
