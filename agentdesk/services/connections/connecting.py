"""Connecting a service, as the owner does it: a key pasted, tried at once, and kept where keys belong."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.clock import Clock
from agentdesk.domain.connection import Aside, Connection, PullState, Visit
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Kind
from agentdesk.domain.live_agent import LiveAgent
from agentdesk.domain.wording import clock_in_words, counted, listed, number_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.connections.pulling import PullService, SignIn
from agentdesk.services.connections.service_keys import ServiceKeys
from agentdesk.services.connections.staleness import KINDS as STALENESS
from agentdesk.store import agents as stored_agents
from agentdesk.store import connections as stored
from agentdesk.store import findings, pulls, visits
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.connectors.kit.contract import Account, CallSource, Connector, Service

_QUOTES = "\"'`“”‘’«»"
_BEFORE_KEYS = re.compile(
    # a line of a header or of a settings file, in quotes or out of them: "Authorization: Bearer …", RETELL_API_KEY=…
    rf"^(?:[{_QUOTES}{{<(\s]"
    rf"|(?:[\w-]+\s)?[\w-]*(?:key|token|authorization)[\w-]*[{_QUOTES}]?\s*[:=](?=[^=]*\w)"
    r"|bearer\s)+",
    re.IGNORECASE,
)
_AFTER_KEYS = re.compile(rf"[{_QUOTES}}}>),.;\s]+$")


MOST_TOLD = 5
"""Of an account's agents: for each one more the owner would wait for a request or two."""
BEGINS = 120
"""Letters shown of what an agent has been told."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A service that can be connected, as the owner reads about it before signing in."""

    id: str
    name: str
    calls: bool
    bookings: bool
    key_called: str
    key_steps: tuple[str, ...]
    account_called: str
    own_address: bool
    """Whether the owner must say where it is."""
    other_addresses: tuple[tuple[str, str], ...]
    known_as: str
    """What its owners know it by; empty where that is its name."""
    preview: tuple[str, ...]
    asks_for: str = "key"
    """What the owner is asked for: a key by that name alone, whatever the service calls it."""
    usual_address: bool = True
    """Whether it has an address that most accounts share."""


@dataclass(frozen=True, slots=True)
class FoundAgent:
    """An agent that the key leads to."""

    agent: LiveAgent
    last_call_at: datetime | None
    begins: str = ""
    """The first words of what it has been told, by which its owner knows it from one with the same name."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a key opened. Nothing is kept yet."""

    account: str
    marks: tuple[str, ...]
    agents: tuple[FoundAgent, ...]
    other_account: bool
    """It belongs to another account than the one connected before under this name."""
    needs: tuple[str, ...]
    same_as: str | None = None
    """The name of another connection that leads to the same account already."""


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection as the owner's list shows it."""

    connection: Connection
    service: str
    state: PullState | None

    @property
    def title(self) -> str:
        return self.connection.title or self.connection.name


class ConnectService:
    """Tries keys, keeps them, and takes connections out again."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        keys: ServiceKeys,
        pulls: PullService,
        sign_in: SignIn,
        changes: Changes,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._keys = keys
        self._pulls = pulls
        self._sign_in = sign_in
        self._changes = changes

    def tiles(self) -> tuple[Tile, ...]:
        """Every service there is, those that are whole first."""
        from agentdesk.connectors.catalogue import services
        from agentdesk.connectors.kit.contract import KeyKind

        return tuple(
            Tile(
                each.id,
                each.name,
                each.calls,
                each.bookings,
                each.key_called,
                each.key_steps,
                each.account_called,
                not each.address and each.key_kind is not KeyKind.ADDRESS,
                each.other_addresses,
                each.known_as,
                each.preview,
                "key" if each.key_kind is KeyKind.TOKEN else each.key_called,
                bool(each.address),
            )
            for each in services()
        )

    def all_(self) -> tuple[Connected, ...]:
        """The connections there are, files among them."""
        from agentdesk.connectors.catalogue import services

        names = {each.id: each.name for each in services()}
        with self._store.reading() as db:
            states = {each.connection: each for each in pulls.states(db)}
            found = stored.all_(db)
        return tuple(Connected(each, names.get(each.service, "Files"), states.get(each.name)) for each in found)

    def belongs_to(self, key: str) -> str | None:
        """The id of the one service whose keys look like this; None where several may or none does."""
        from agentdesk.connectors.catalogue import services

        fitting = [each.id for each in services() if each.key_looks and re.fullmatch(each.key_looks, clean(key))]
        return fitting[0] if len(fitting) == 1 else None

    def try_(self, connection: Connection, key: str, stopped: Callable[[], bool] = lambda: False) -> Tried:
        """Signs in and looks who is there; keeps nothing. Raises Sorry, or the service's Trouble, in one sentence."""
        from agentdesk.connectors.catalogue import service
        from agentdesk.connectors.kit.troubles import CannotReach

        wanted = service(connection.service)
        cleaned = self._checked(wanted, connection, key)
        hosts: Counter[str] = Counter()
        link = self._pulls.link(wanted, connection, stopped, hosts.update, cleaned)
        try:
            with self._sign_in(wanted, link) as connector:
                account = _check(wanted, connector)
                agents = self._agents(connector)
                needs = connector.needs
        except CannotReach as trouble:
            # said beside the key, which is not the one at fault
            raise CannotReach(f"{trouble} The key may well be right: try again in a few minutes.") from None
        finally:
            with self._store.writing() as db:
                visits.note(db, hosts, self._clock.now())
        before = set(connection.account_marks.splitlines())
        other = bool(before and account.marks and before.isdisjoint(account.marks))
        return Tried(account.name, account.marks, agents, other, needs, self._same_as(connection, account.marks))

    def keep(self, connection: Connection, key: str, tried: Tried, *, although_other: bool = False) -> None:
        """Keeps the key and the connection that was tried.

        Raises Sorry, and changes nothing, where no key can be kept, and for another account than before unless the
        owner wants it `although_other`: calls of two businesses are not to be mixed by accident.
        """
        if tried.other_account and not although_other:
            raise Sorry(f"{connection.name} was another account before. Give this one a connection of its own.")
        from agentdesk.connectors.catalogue import service
        from agentdesk.connectors.kit.contract import KeyKind
        from agentdesk.connectors.kit.secret import Secret

        of = service(connection.service)
        cleaned = _meant(of, key)
        if cleaned:
            self._keys.keep(connection.name, cleaned)
        # nothing of what somebody made up and may use elsewhere stands on a screen
        ending = "" if of.key_kind is KeyKind.PASSWORD else Secret(cleaned).ending
        now = replace(connection, key_ending=ending, account_name=tried.account, account_marks="\n".join(tried.marks))
        with self._store.writing() as db:
            stored.put(db, now)
            pulls.forget_state(db, connection.name)
        self._changes.publish(Subject.CONNECTIONS)

    def named(self, name: str) -> Connection:
        """A connection by its name. Raises Sorry for one that isn't there."""
        with self._store.reading() as db:
            found = stored.get(db, name)
        if found is None:
            raise Sorry(f"There is no connection called {name}.")
        return found

    def new(self, service: str, title: str, account: str = "", address: str = "") -> Connection:
        """A connection to be tried; its name is one that no other has."""
        with self._store.reading() as db:
            taken = {each.name.casefold() for each in stored.all_(db)}
        wanted = title.strip() or service
        name = next(
            each
            for each in (wanted, *(f"{wanted} {number}" for number in range(2, 1000)))
            if each.casefold() not in taken
        )
        return Connection(name, service, address.strip(), account.strip())

    def rename(self, name: str, title: str) -> None:
        """What the owner calls it from now on."""
        if not title.strip():
            raise Sorry("A connection needs a name that you will know it by.")
        with self._store.writing() as db:
            stored.put(db, replace(self.named(name), title=title.strip()))
        self._changes.publish(Subject.CONNECTIONS)

    def what_goes(self, name: str) -> tuple[str, ...]:
        """What taking a connection out takes with it, a sentence each."""
        with self._store.reading() as db:
            calls, bookings = stored.counts(db, name)
            agents = [each.name for each in stored_agents.all_(db) if each.connection == name and each.external_id]
        on_list = f"{listed(agents)} {'stays' if len(agents) == 1 else 'stay'} on your list"
        stays = [counted(calls, "call", "calls")] if calls else []
        stays += [counted(bookings, "diary entry", "diary entries")] if bookings else []
        return (
            "Its key is forgotten on this computer. It still works at the service until you delete it there.",
            "Nothing new is read from it.",
            *([f"{on_list}, but can't be stopped or put back from here any more."] if agents else []),
            f"What came from it stays on this computer{f': {listed(stays)}' if stays else ''}.",
        )

    def remove(self, name: str) -> None:
        """Forgets the key and the connection; what came from it stays. How it stood needs nobody any more."""
        self._keys.forget(name)
        with self._store.writing() as db:
            stored.remove(db, name)
            pulls.forget(db, name)
            findings.reconcile_others(db, self._clock.now(), (*STALENESS, Kind.LINE_QUIET), name, ())
        self._changes.publish(Subject.CONNECTIONS, Subject.FINDINGS)

    def left_aside(self, name: str) -> tuple[Aside, ...]:
        """What came from a connection and could not be understood; it is asked for again with each pull."""
        with self._store.reading() as db:
            return tuple(each for each in pulls.asides(db) if each.connection == name)

    def places(self) -> tuple[Visit, ...]:
        """Every place that AgentDesk has talked to, and when."""
        with self._store.reading() as db:
            return visits.all_(db)

    def _checked(self, wanted: Service, connection: Connection, key: str) -> str:
        from agentdesk.connectors.kit.contract import KeyKind

        cleaned = _meant(wanted, key)
        is_address = wanted.key_kind is KeyKind.ADDRESS
        if not (connection.address or wanted.address or is_address):
            raise Sorry(f"Say where your {wanted.name} is: its address is missing.")
        if not cleaned and (not wanted.key_called or (is_address and connection.address)):
            return ""
        if not cleaned:
            raise Sorry(f"Paste the {wanted.key_called} of {wanted.name}.")
        owner = self.belongs_to(cleaned)
        if owner is not None and owner != wanted.id:
            from agentdesk.connectors.catalogue import service

            raise Sorry(f"This looks like a key of {service(owner).name}, not of {wanted.name}.")
        if wanted.key_kind is KeyKind.PASSWORD:
            return cleaned
        if not cleaned.isascii() or any(each.isspace() for each in cleaned):
            raise Sorry("That isn't a whole key: copy it again, without the words around it.")
        return cleaned

    def _agents(self, connector: Connector) -> tuple[FoundAgent, ...]:
        if connector.calls is None:
            return ()
        source = connector.calls
        return tuple(
            FoundAgent(each, source.last_call_at(each), _begins(source, each) if at < MOST_TOLD else "")
            for at, each in enumerate(source.agents())
        )

    def _same_as(self, connection: Connection, marks: tuple[str, ...]) -> str | None:
        with self._store.reading() as db:
            others = [each for each in stored.all_(db) if each.service == connection.service]
        return next(
            (
                each.name
                for each in others
                if each.name != connection.name and not set(each.account_marks.splitlines()).isdisjoint(marks)
            ),
            None,
        )

    def in_words(self, found: FoundAgent) -> str:
        """What an owner would know an agent by: when it last took a call, and the number it answers."""
        zone = self._businesses.zone()
        last = f"It last took a call {self._when(found.last_call_at, zone)}" if found.last_call_at else ""
        numbers = f"answers {number_in_words(found.agent.numbers[0])}" if found.agent.numbers else ""
        said = " and ".join(filter(None, (last, numbers if last else f"It {numbers}" if numbers else "")))
        return f"{said}." if said else "It hasn't taken a call yet."

    def _when(self, at: datetime, zone: ZoneInfo) -> str:
        said = clock_in_words(at, self._clock.now(), zone)
        return f"on {said}" if "," in said else f"today at {said}"


def _check(wanted: Service, connector: Connector) -> Account:
    from agentdesk.connectors.kit.contract import KeyKind
    from agentdesk.connectors.kit.troubles import SignInRefused

    try:
        return connector.check()
    except SignInRefused:
        # nobody was signed in before, so nobody has been signed out
        if wanted.key_kind is KeyKind.PASSWORD:
            both = f"this {wanted.account_called} with this {wanted.key_called}"
            raise SignInRefused(f"{wanted.name} doesn't take {both}. Check both.") from None
        raise SignInRefused(f"{wanted.name} doesn't take this key. Copy it again, the whole of it.") from None


def _begins(source: CallSource, agent: LiveAgent) -> str:
    from agentdesk.connectors.kit.configuration import told_without_secrets
    from agentdesk.connectors.kit.troubles import Trouble

    try:
        told = told_without_secrets(source.setup(agent)[0]).instructions
    except Trouble:
        # the agent is known by its name, number and calls as well
        return ""
    line = " ".join(told[: BEGINS * 4].split())
    return line if len(line) <= BEGINS else f"{line[:BEGINS].rsplit(' ', 1)[0].rstrip('.,;:')}…"


def clean(key: str) -> str:
    """A key as it was meant: without what copying puts around it, seen or unseen."""
    visible = "".join(each for each in key if unicodedata.category(each) not in {"Cf", "Cc"} or each in "\n\t")
    return _AFTER_KEYS.sub("", _BEFORE_KEYS.sub("", unicodedata.normalize("NFKC", visible)))


def _meant(wanted: Service, key: str) -> str:
    """The key in the form in which this service takes it."""
    from agentdesk.connectors.kit.contract import KeyKind

    return key.strip() if wanted.key_kind is KeyKind.PASSWORD else clean(key)


def note_to_send(service: str, key_called: str, key_steps: tuple[str, ...], owner: str) -> str:
    """A message to whoever set the service up, for an owner who doesn't have the key."""
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(key_steps, 1))
    who = owner or "me"
    return (
        f"Hello,\n\nplease send {who} the {key_called} of our {service} account, so that we can see what our agent"
        f" does. Where you can choose, one that may only read is enough.\n\nThis is where it is:\n{steps}\n\n"
        "Please don't put it in an e-mail that stays lying about: ring, or use a message that deletes itself.\n\n"
        "Thank you."
    )
