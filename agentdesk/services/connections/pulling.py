"""Pulling one connection: everything new, once, with the newest words; what can't be had is said."""

from __future__ import annotations

import logging
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.connection import Connection, PullState
from agentdesk.domain.errors import Sorry
from agentdesk.domain.wording import counted, moment_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.freshness import FreshnessService
from agentdesk.services.calls.masking import Masking
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.connections.live_agents import LiveAgentService
from agentdesk.services.connections.pull_known import NAMELESS_HELD, Bookings, Calls, Hold, in_rows, missing_in_words
from agentdesk.services.connections.pull_pages import Gathering, Meanwhile, Ready, as_kept, made_ready
from agentdesk.services.connections.service_keys import ServiceKeys
from agentdesk.services.connections.staleness import keep_matters
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.store import answers, pulls, visits
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import calls as stored_calls
from agentdesk.store import connections as stored_connections
from agentdesk.store.records import Put
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.connectors.kit.contract import (
        BookingPage,
        BookingSource,
        CallPage,
        CallSource,
        Connector,
        Link,
        Service,
    )

log = logging.getLogger(__name__)
STOPPED = "It was stopped half-way. The rest comes next time."

Say = Callable[[str, int, int | None], None]
Sleep = Callable[[float, Callable[[], bool]], None]
SignIn = Callable[["Service", "Link"], AbstractContextManager["Connector"]]


class State(StrEnum):
    """How a connection stands."""

    OK = "ok"
    SIGNED_OUT = "signed_out"
    UNREACHABLE = "unreachable"
    WAITING = "waiting"
    PARTIAL = "partial"


@dataclass(slots=True)
class Pulled:
    """What a pull brought. `touched` are the days whose calls or entries are new or different."""

    name: str
    service: str
    state: State = State.OK
    trouble: str | None = None
    fresh_until: datetime | None = None
    calls: Counter[str] = field(default_factory=Counter)
    bookings: Counter[str] = field(default_factory=Counter)
    touched: set[date] = field(default_factory=set)
    missing: dict[str, datetime] = field(default_factory=dict)
    """Minutes of which the service can't list all calls, by the name under which they are set aside."""

    @property
    def brought(self) -> int:
        return sum(each[what] for each in (self.calls, self.bookings) for what in ("new", "changed"))


class PullService:
    """Pulls connections."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        freshness: FreshnessService,
        keys: ServiceKeys,
        agents: LiveAgentService,
        notices: NoticeService,
        masking: Masking,
        sign_in: SignIn,
        changes: Changes,
        sleep: Sleep | None = None,
    ) -> None:
        """`sleep` waits some seconds, but no longer than until it is asked to stop."""
        self._sleep = sleep or _sleep
        self._at_work: defaultdict[str, Lock] = defaultdict(Lock)
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._freshness = freshness
        self._keys = keys
        self._agents = agents
        self._notices = notices
        self._masking = masking
        self._sign_in = sign_in
        self._changes = changes

    def connections(self) -> tuple[Connection, ...]:
        """What can be pulled: every connection but files."""
        with self._store.reading() as db:
            return tuple(each for each in stored_connections.all_(db) if each.service != "file")

    def states(self) -> dict[str, PullState]:
        """How the last pull of each connection went, by its name."""
        with self._store.reading() as db:
            return {each.connection: each for each in pulls.states(db)}

    def pull(self, connection: Connection, say: Say | None = None, stopped: Callable[[], bool] | None = None) -> Pulled:
        """Takes in what is new. Never raises for a service's trouble: the state tells it, and what came stays.

        A connection is pulled by one at a time: the second waits for the first, then reads what is new since.
        """
        stopped = stopped or (lambda: False)
        at_work = self._at_work[connection.name]
        while not at_work.acquire(timeout=0.1):
            if stopped():
                return Pulled(connection.name, connection.service, State.PARTIAL, STOPPED)
        try:
            return self._pull(connection, say, stopped)
        finally:
            at_work.release()

    def _pull(self, connection: Connection, say: Say | None, stopped: Callable[[], bool]) -> Pulled:
        from agentdesk.connectors.catalogue import service
        from agentdesk.connectors.kit.http import Stopped
        from agentdesk.connectors.kit.troubles import AskedToWait, SignInRefused, Trouble

        pulled = Pulled(connection.name, connection.service)
        now = self._clock.now()
        with self._store.reading() as db:
            before = pulls.state(db, connection.name)
        pulled.fresh_until = before.fresh_until if before else None
        if before and before.must_wait(now):
            # asked to wait: another start of the program is no reason to ask sooner
            pulled.state, pulled.trouble = State.WAITING, before.trouble
            return pulled
        wait_until = None
        try:
            self._read(service(connection.service), connection, pulled, say, stopped)
            pulled.fresh_until = now
        except Stopped:
            pulled.state, pulled.trouble = State.PARTIAL, STOPPED
        except SignInRefused as trouble:
            pulled.state, pulled.trouble = State.SIGNED_OUT, str(trouble)
        except AskedToWait as trouble:
            wait_until = trouble.until
            again = moment_in_words(trouble.until, self._businesses.zone())
            pulled.state, pulled.trouble = State.WAITING, f"{trouble} Trying again {again}."
        except Trouble as trouble:
            pulled.state = State.PARTIAL if pulled.brought else State.UNREACHABLE
            pulled.trouble = str(trouble)
        except Sorry as sorry:
            # a service that this AgentDesk doesn't know, or an address that is none: the others go on
            pulled.state, pulled.trouble = State.UNREACHABLE, str(sorry)
        self._remember(connection, pulled, before, now, wait_until)
        return pulled

    def _read(
        self,
        service: Service,
        connection: Connection,
        pulled: Pulled,
        say: Say | None,
        stopped: Callable[[], bool],
    ) -> None:
        hosts: Counter[str] = Counter()
        meanwhile = Meanwhile()
        link = self.link(service, connection, stopped, hosts.update, meanwhile=meanwhile.now)
        say = say or (lambda *_: None)
        try:
            with self._sign_in(service, link) as connector:
                if connector.calls is not None:
                    self._read_calls(service, connection, connector.calls, pulled, say, meanwhile)
                    say(f"Looking at the agents of {service.name}", 0, None)
                    self._agents.look(connection.name, connector.calls)
                if connector.bookings is not None:
                    self._read_bookings(service, connection, connector.bookings, pulled, say)
        finally:
            with self._store.writing() as db:
                visits.note(db, hosts, self._clock.now())
        self._freshness.has_read(connection.name, calls=service.calls, bookings=service.bookings)
        if left_out := self._left_out(service, connection, pulled):
            pulled.state, pulled.trouble = State.PARTIAL, left_out

    def link(
        self,
        service: Service,
        connection: Connection,
        stopped: Callable[[], bool] = lambda: False,
        visited: Callable[[Iterable[str]], None] = lambda _: None,
        key: str | None = None,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> Link:
        """The way to a connection's account. Raises SignInRefused where no key is kept, and none is given.

        `meanwhile` is called whenever an answer is waited for.
        """
        from agentdesk.connectors.kit.addresses import Address, read_address
        from agentdesk.connectors.kit.contract import KeyKind, Link
        from agentdesk.connectors.kit.http import Conduct
        from agentdesk.connectors.kit.secret import Secret
        from agentdesk.connectors.kit.troubles import SignInRefused

        secret = key if key is not None else self._keys.read(connection.name)
        leads_there = secret if service.key_kind is KeyKind.ADDRESS else None
        where = connection.address or leads_there or service.address
        needs_key = service.key_called and not (service.key_kind is KeyKind.ADDRESS and where)
        if secret is None and needs_key:
            raise SignInRefused(f"{service.name} isn't connected yet. Sign in?")
        address = read_address(where) if where else Address("", "", "")
        conduct = Conduct(
            self._clock,
            sleep=lambda seconds: self._sleep(seconds, stopped),
            stopped=stopped,
            visited=lambda host: visited([host]),
            meanwhile=meanwhile,
        )
        return Link(
            connection.name, address, connection.account, Secret(secret or ""), self._businesses.zone(), conduct
        )

    def _read_calls(
        self,
        service: Service,
        connection: Connection,
        source: CallSource,
        pulled: Pulled,
        say: Say,
        meanwhile: Meanwhile,
    ) -> None:
        now = self._clock.now()
        position, hold = self._where(connection, "calls", now)

        def keep(page: Ready) -> None:
            self._keep_calls(connection, page, now, pulled, hold)
            say(f"Calls from {service.name}", pulled.calls["seen"], page.expected)

        def take_in(page: CallPage) -> None:
            gathering.add(made_ready(page, self._masking, now))

        gathering = Gathering(keep)
        try:
            for page in source.calls(position, Calls(self._store, connection.name, now)):
                meanwhile.later(partial(take_in, page))
        finally:
            # what came stays, whatever went wrong with the rest
            meanwhile.now()
            gathering.finish()
        self._came_through(connection, "calls", now)

    def _where(self, connection: Connection, kind: str, now: datetime) -> tuple[str | None, Hold]:
        """Where the last pull ended, and what holds this one there."""
        with self._store.reading() as db:
            since = now - NAMELESS_HELD
            hold = Hold(
                pulls.has_nameless(db, connection.name, kind, since), pulls.given_up(db, connection.name, kind, since)
            )
            return pulls.position(db, connection.name, kind), hold

    def _came_through(self, connection: Connection, kind: str, now: datetime) -> None:
        with self._store.writing() as db:
            pulls.forget_nameless(db, connection.name, kind, now - NAMELESS_HELD, now)

    def _keep_calls(self, connection: Connection, page: Ready, now: datetime, pulled: Pulled, hold: Hold) -> None:
        zone = self._businesses.zone()
        with self._store.writing() as db:
            put = stored_calls.put(db, page.calls, zone)
            pulls.note_reads(db, connection.name, page.reads)
            answers.put(db, connection.name, "call", page.answers)
            pulls.settle(db, connection.name, page.gone)
            pulls.heal(db, connection.name, "calls", [*(each.external_id for each in page.calls), *page.gone])
            pulls.put_aside(db, connection.name, "calls", now, in_rows(page.set_aside, zone))
            if hold.lets_on(page.set_aside):
                pulls.move(db, connection.name, "calls", page.position)
        pulled.missing |= {each.name: each.minute for each in page.set_aside if each.minute}
        _count(pulled.calls, put, len(page.calls))
        # the ids of new and changed calls hold their start
        pulled.touched |= {day_of(_start(each), zone) for each in put.ids} | put.left
        if put.new or put.changed:
            self._changes.publish(Subject.CALLS)

    def _read_bookings(
        self, service: Service, connection: Connection, source: BookingSource, pulled: Pulled, say: Say
    ) -> None:
        now = self._clock.now()
        position, hold = self._where(connection, "bookings", now)
        for page in source.bookings(position, Bookings(self._store, connection.name, now)):
            self._keep_bookings(connection, page, now, pulled, hold)
            say(f"Diary of {service.name}", pulled.bookings["seen"], None)
        self._came_through(connection, "bookings", now)

    def _keep_bookings(
        self, connection: Connection, page: BookingPage, now: datetime, pulled: Pulled, hold: Hold
    ) -> None:
        zone = self._businesses.zone()
        entries = [each.booking for each in page.records]
        with self._store.writing() as db:
            put = stored_bookings.put(db, entries, zone)
            vanished = stored_bookings.by_name(db, connection.name, page.gone)
            ended = stored_bookings.put(db, [replace(each, status=BookingStatus.CANCELLED) for each in vanished], zone)
            names = [each.external_id for each in entries]
            answers.put(
                db,
                connection.name,
                "booking",
                [(each.booking.external_id, as_kept(each.raw, self._masking)) for each in page.records],
            )
            pulls.heal(db, connection.name, "bookings", [*names, *page.gone])
            pulls.put_aside(db, connection.name, "bookings", now, in_rows(page.set_aside, zone))
            if hold.lets_on(page.set_aside):
                pulls.move(db, connection.name, "bookings", page.position)
            changed = stored_bookings.many(db, (*put.ids, *ended.ids))
        _count(pulled.bookings, put, len(entries))
        pulled.bookings["changed"] += ended.changed
        pulled.touched |= {day_of(each.starts_at, zone) for each in changed} | put.left
        if changed:
            self._changes.publish(Subject.BOOKINGS)

    def _left_out(self, service: Service, connection: Connection, pulled: Pulled) -> str | None:
        """What of the service isn't here; None where everything is, or is given up."""
        now, zone = self._clock.now(), self._businesses.zone()
        with self._store.reading() as db:
            unread = pulls.still_tried(db, connection.name, now - NAMELESS_HELD)
        said = [missing_in_words(pulled.missing.values(), service.name, zone)] if pulled.missing else []
        if (records := unread - len(pulled.missing)) > 0:
            said.append(f"{counted(records, 'record', 'records')} couldn't be read and will be tried again.")
        return " ".join(said) or None

    def _remember(
        self,
        connection: Connection,
        pulled: Pulled,
        before: PullState | None,
        now: datetime,
        wait_until: datetime | None,
    ) -> None:
        healthy = pulled.state is State.OK
        same = before is not None and before.state == pulled.state
        if not same:
            # said once when it starts and once when it ends
            log.info("%s is now %s", connection.service, pulled.state)
        failures = 0 if healthy else (before.failures if before else 0) + 1
        since = before.since if before is not None and same else now
        state = PullState(
            connection.name, pulled.state, pulled.trouble, since, now, pulled.fresh_until, wait_until, failures
        )
        with self._store.writing() as db:
            pulls.put_state(db, state)
            zone = self._businesses.zone()
            matters = keep_matters(db, connection, state, _keeps_days(connection.service), now, zone)
        self._notices.about_findings((*matters.new, *matters.changed))
        self._changes.publish(Subject.CONNECTIONS, Subject.FINDINGS)


def _keeps_days(service_id: str) -> int | None:
    from agentdesk.connectors.catalogue import services

    return next((each.keeps_days for each in services() if each.id == service_id), None)


def _start(call: int) -> datetime:
    return datetime.fromtimestamp((call >> 20) / 1000, tz=UTC)


def _count(counts: Counter[str], put: Put, seen: int) -> None:
    counts.update(seen=seen, new=put.new, changed=put.changed)


def _sleep(seconds: float, stopped: Callable[[], bool]) -> None:
    """Sleeps, but no longer than until it is asked to stop."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not stopped():
        time.sleep(min(left, 0.1))
