"""Records that only the store knows; everything else it keeps is the domain's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from agentdesk.domain.live_agent import LiveAgent, LiveSetup


@dataclass(frozen=True, slots=True)
class Connection:
    """Where calls or bookings come from. `name` is unique and the owner's; `service` is ours ("file")."""

    name: str
    service: str
    address: str = ""
    account: str = ""
    others_book: bool = True
    """Whether people or programs besides the agents write into this diary."""
    title: str = ""
    """What the owner calls it now; empty while that is `name`."""
    key_ending: str = ""
    """The last characters of its key, by which the owner knows it again; empty where it has none."""
    account_name: str = ""
    """Who the service says it belongs to."""
    account_marks: str = ""
    """What the service said of the account, a line each: another account of the same service shares none of them."""


@dataclass(frozen=True, slots=True)
class Put:
    """What taking records in did. `ids` are those of the new and the changed ones.

    `left` are the days that changed ones were on before and no longer are.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    ids: tuple[int, ...] = ()
    left: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class PullState:
    """How the last pull of a connection went. `since`: when it came into this state."""

    connection: str
    state: str
    trouble: str | None
    since: datetime
    tried_at: datetime
    fresh_until: datetime | None = None
    """Up to when everything that the service had is here."""
    wait_until: datetime | None = None
    failures: int = 0
    """Pulls in a row that brought trouble."""


@dataclass(frozen=True, slots=True)
class CallRead:
    """A service's call as it was last read. `due_at` None: never to be read again."""

    external_id: str
    started_at: datetime
    mark: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Aside:
    """A record that could not be understood."""

    connection: str
    kind: str
    name: str
    why: str
    first_at: datetime


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
class Visit:
    """A place that was talked to."""

    host: str
    first_at: datetime
    last_at: datetime
    requests: int
