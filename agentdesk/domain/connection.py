"""Where calls and bookings come from, and how the reading of it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

READ_EVERY = timedelta(minutes=5)
"""How often connections are read while all is well."""


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

    def must_wait(self, now: datetime) -> bool:
        """Whether the service wants to be left alone still. What a clock wrote that was put back since holds nobody."""
        return self.wait_until is not None and self.tried_at <= now < self.wait_until


@dataclass(frozen=True, slots=True)
class Aside:
    """A record that could not be understood."""

    connection: str
    kind: str
    name: str
    why: str
    first_at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """A place that was talked to."""

    host: str
    first_at: datetime
    last_at: datetime
    requests: int
