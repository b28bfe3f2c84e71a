"""What every connector offers, and what it is given.

A service's folder holds `service.py` with one `SERVICE`, and `connector.py` with `connect(link, http) -> Connector`.
A connector asks, understands and hands over; it keeps nothing. What it needs to remember between pulls is the
position, text of its own making, which is kept together with the rows it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from agentdesk.connectors.kit.addresses import Address
from agentdesk.connectors.kit.http import Allowed, Conduct, Http
from agentdesk.connectors.kit.secret import Secret
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.live_agent import LiveAgent, LiveSetup


@dataclass(frozen=True, slots=True)
class Link:
    """One connection of the owner's: which account, with which key."""

    connection: str
    """Its name, which every call and entry carries."""
    address: Address
    account: str
    secret: Secret
    zone: ZoneInfo
    conduct: Conduct


class KeyKind(StrEnum):
    """What a service takes for a key."""

    TOKEN = "token"  # noqa: S105 - the name of a kind
    """Made by the service and copied: what copying puts around it is taken off."""
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    """Typed by somebody: kept as it is."""
    ADDRESS = "address"
    """The private address of what is read, which whoever knows it may read."""


@dataclass(frozen=True, slots=True)
class Service:
    """What is known of a service before anybody signs in. Texts are for the owner."""

    id: str
    name: str
    """As it stands on the bill."""
    address: str
    """Where it is asked unless the owner names another place; empty where there is only the owner's own."""
    allowed: tuple[Allowed, ...]
    """All that is ever sent."""
    sign_in: Callable[[Link], Mapping[str, str]]
    """The headers that carry the key."""
    calls: bool = False
    bookings: bool = False
    other_addresses: tuple[tuple[str, str], ...] = ()
    """Where else accounts may live: what the owner calls it, and the address."""
    key_kind: KeyKind = KeyKind.TOKEN
    key_called: str = "key"
    key_steps: tuple[str, ...] = ()
    """Where to find the key, a step each."""
    key_looks: str = ""
    """A pattern that only this service's keys match; empty where keys look like anything."""
    account_called: str = ""
    """What must be typed beside the key; empty where the key is enough."""
    keeps_days: int | None = None
    """After how many days the service may delete calls."""
    per_minute: int | None = None
    """Requests it documents as its limit."""
    known_as: str = ""
    """What its owners know it by, where its name means nothing to them."""
    preview: tuple[str, ...] = ()
    """What is missing or was never tried against the real thing, a sentence each; empty where all is there."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who answered. Two readings that share none of their `marks` are two accounts, whatever they are called."""

    name: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that could not be understood. `name` is its external id, or a fingerprint where it has none."""

    name: str
    why: str
    raw: object
    retry: bool = True
    """Whether it can be asked for again by its name."""
    minute: datetime | None = None
    """Where it isn't one record but all that the service can't list of a minute: which."""


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A call as understood, with the answer it came from."""

    call: Call
    mark: str
    """Differs when the service's listing of the call has changed."""
    raw: object
    """The answer without what was said in it: the turns hold that."""


@dataclass(frozen=True, slots=True)
class CallPage:
    """Some calls, and the position from which the rest would be asked for. Kept together or not at all."""

    records: tuple[CallRecord, ...]
    position: str
    set_aside: tuple[SetAside, ...] = ()
    gone: tuple[str, ...] = ()
    """External ids of calls that the service no longer has."""
    expected: int | None = None
    """How many there are in all, where the service says."""


class KnownCalls(Protocol):
    """What is already here."""

    def marks(self, external_ids: Sequence[str]) -> Mapping[str, str]:
        """The mark under which each of these calls was last read; those never seen are not among them."""

    def due(self) -> Mapping[str, datetime | None]:
        """Calls to read again now even if their listing hasn't changed: unfinished, young, or set aside. And when
        each began, where that is known.
        """

    def look_back(self, at_most: int) -> datetime:
        """From when on calls are to be listed again: three days before the newest, or nearer where more than
        `at_most` known ones would be listed; on the first pull sixty days before now.
        """


class CallSource(Protocol):
    """A service that answers calls."""

    def agents(self) -> Iterable[LiveAgent]:
        """Every agent of the account."""

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """What it has been told, and the whole configuration as the service gave it, secrets taken out."""

    def last_call_at(self, agent: LiveAgent) -> datetime | None:
        """When it last took a call, by one request; None where it never did or the service can't say so quickly."""

    def calls(self, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
        """Pages of what is new or may have changed since the position (None: nothing was ever read)."""


@dataclass(frozen=True, slots=True)
class BookingRecord:
    """A diary entry as understood, with the answer it came from."""

    booking: Booking
    raw: object


@dataclass(frozen=True, slots=True)
class BookingPage:
    """Some entries, and the position that follows them. Kept together or not at all."""

    records: tuple[BookingRecord, ...]
    position: str
    set_aside: tuple[SetAside, ...] = ()
    gone: tuple[str, ...] = ()
    """External ids of entries that are no longer in the diary."""


class KnownBookings(Protocol):
    """What is already here."""

    def between(self, first: datetime, last: datetime) -> frozenset[str]:
        """External ids of the live entries that start in [first, last)."""

    def due(self) -> Collection[str]:
        """External ids of entries that were set aside and are to be tried again."""

    def window(self) -> tuple[datetime, datetime]:
        """From when to when the diary is watched: sixty days back to ninety ahead."""


class BookingSource(Protocol):
    """A service that keeps a diary."""

    def bookings(self, position: str | None, known: KnownBookings) -> Iterator[BookingPage]:
        """Pages of what is new or may have changed since the position (None: nothing was ever read)."""


class Act(StrEnum):
    """What can be done to an agent from here."""

    PAUSE = "pause"
    RESUME = "resume"
    PUT_BACK = "put back"


@dataclass(frozen=True, slots=True)
class Step:
    """One request that changes something."""

    method: str
    path: str
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Plan:
    """An act written down before it is done: what will be sent, what will be true after, how to undo it.

    Plain data, so that it survives a crash. Secrets are not in it; they are put back in at the moment of sending.
    """

    act: Act
    agent: str
    steps: tuple[Step, ...]
    undo: tuple[Step, ...]
    by_hand: tuple[str, ...]
    """The same by the owner's own hand, a numbered step each, in the service's words."""
    drift: tuple[str, ...] = ()
    """What has changed at the service since it was last read here; shown before anything is overwritten."""
    note: str = ""
    """What the owner should know of this service's way of doing it."""


class Steering(Protocol):
    """A service whose agents can be stopped and put back from here."""

    def plan(self, act: Act, agent: str, *, send_calls_to: str = "", put_back: object = None) -> Plan:
        """What would be sent. Reads, changes nothing. Raises Trouble, or Sorry where the service can't do it."""

    def apply(self, plan: Plan) -> None:
        """Sends it, once. A lost answer raises Trouble and says nothing about what happened: confirm."""

    def confirm(self, plan: Plan) -> bool:
        """Whether the service, asked afresh, is as the plan intends."""


@dataclass(frozen=True, slots=True)
class Connector:
    """A signed-in service: what it can do, each part None where it cannot."""

    check: Callable[[], Account]
    """One cheap request. Raises SignInRefused for a key that isn't taken."""
    calls: CallSource | None = None
    bookings: BookingSource | None = None
    steering: Steering | None = None
    needs: tuple[str, ...] = field(default=())
    """What the owner must still allow at the service, a sentence each."""


class Connect(Protocol):
    """`connect` of a service's `connector.py`."""

    def __call__(self, link: Link, http: Http) -> Connector: ...


def bearer(link: Link) -> Mapping[str, str]:
    return {"authorization": f"Bearer {link.secret.reveal()}"}
