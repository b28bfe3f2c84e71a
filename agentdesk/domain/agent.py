"""An agent the business runs: who it is, who answers for it, and where it is in its life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from agentdesk.domain.money import Money


class Stage(StrEnum):
    """Where an agent is in its life."""

    PLANNED = "planned"
    TRIAL = "trial"
    LIVE = "live"
    PAUSED = "paused"
    RETIRED = "retired"

    @property
    def in_words(self) -> str:
        return {"planned": "Being set up", "trial": "On trial"}.get(self, self.value.capitalize())


class Nature(StrEnum):
    """What it is: an agent decides itself what it says; an automation does the same every time."""

    AGENT = "agent"
    FIXED_RULES = "fixed_rules"

    @property
    def in_words(self) -> str:
        return {"agent": "An agent", "fixed_rules": "Follows fixed rules"}[self.value]


@dataclass(frozen=True, slots=True)
class Agent:
    """One agent on the owner's list. `name` is unique among the business's agents."""

    name: str
    connection: str | None = None
    """The name of the connection that its calls come from."""
    external_id: str | None = None
    """The service's own id. Never shown to the owner."""
    job: str = ""
    """What it does, in a few words: "Answers the phone"."""
    answers: str = ""
    """The number or channel it answers, as the owner writes it."""
    responsible: str | None = None
    """The person who looks after it."""
    monthly_limit: Money | None = None
    stage: Stage = Stage.PLANNED
    books_into: tuple[str, ...] = ()
    """Names of the connections whose diaries it writes to."""
    supplier: str = ""
    """Who to ask when it must be changed."""
    monthly_calls: int | None = None
    """How many calls it may take in a month."""
    monthly_minutes: int | None = None
    longest_call: int | None = None
    """How many minutes one call may last."""
    nature: Nature = Nature.AGENT

    @property
    def decides(self) -> bool:
        """Whether it can say something wrong: what follows fixed rules needs somebody, but no brief and no review."""
        return self.nature is Nature.AGENT

    def takes_calls(self, last_call_at: datetime | None) -> bool:
        """Whether callers reach it: it is in service, or took calls without having been put there."""
        return self.stage in (Stage.LIVE, Stage.TRIAL) or (self.stage is Stage.PLANNED and last_call_at is not None)


@dataclass(frozen=True, slots=True)
class StageChange:
    """One dated step of an agent's life. The history only grows."""

    agent: str
    stage: Stage
    at: datetime
    by: str
    why: str


def missing_for_live(agent: Agent, brief_complete: bool, brief_approved: bool) -> tuple[str, ...]:
    """What still stands between an agent and going live, one sentence each."""
    missing = []
    if not agent.responsible:
        missing.append(f"Nobody is looking after {agent.name} yet.")
    if not agent.decides:
        return tuple(missing)
    if not brief_complete:
        missing.append(f"{agent.name}'s brief has gaps.")
    if not brief_approved:
        missing.append(f"Nobody has approved {agent.name}'s brief.")
    return tuple(missing)
