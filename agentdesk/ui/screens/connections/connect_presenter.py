"""Connecting a service, step by step: which one, the key, who is there, and the first reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from agentdesk.domain.agent import Agent
from agentdesk.domain.connection import Connection
from agentdesk.domain.errors import Sorry
from agentdesk.domain.wording import counted, listed
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import JobProgress, Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.connections.connecting import Tile, Tried
from agentdesk.services.connections.pulling import Pulled
from agentdesk.services.findings.checking import Checked
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.connections.meeting import LEAVE, Choice, Met, keep_choices, meet, refuse_choices
from agentdesk.ui.widgets.telling import trouble_in_words

T = TypeVar("T")
OWNER = "connect"


@dataclass(frozen=True, slots=True)
class Given:
    """What the owner typed or pasted."""

    key: str
    address: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a key opened, and what is to be said about it. Nothing is kept yet."""

    tile: Tile
    connection: Connection
    key: str
    tried: Tried
    met: tuple[Met, ...]
    bookers: tuple[Agent, ...] = ()
    """Agents that book into diaries the owner named, among which this one is not."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the first reading went."""

    tile: Tile
    connection: Connection
    pulled: Pulled
    checked: Checked | None


class ConnectView(Protocol):
    """What shows the steps."""

    def show_choosing(self, tiles: Sequence[Tile]) -> None: ...

    def show_key(self, tile: Tile, again: Connection | None) -> None:
        """`again`: signing in anew at a connection that is there."""
        ...

    def show_refused(self, sentence: str) -> None:
        """The step before shows again, with what was typed, and this sentence."""
        ...

    def show_working(self, sentence: str, *, can_stop: bool = True) -> None: ...

    def show_found(self, found: Found) -> None: ...

    def show_other_account(self, found: Found) -> None:
        """Another account than before: nothing goes on until the owner has chosen."""
        ...

    def show_done(self, outcome: Outcome) -> None: ...


class ConnectPresenter:
    """One step at a time. A key is held in memory until it is kept or the owner goes elsewhere."""

    def __init__(self, desk: Desk, view: ConnectView, within: QObject) -> None:
        self._desk = desk
        self._view = view
        self._within = within
        self._tiles: tuple[Tile, ...] = ()
        self._tile: Tile | None = None
        self._again: Connection | None = None
        self._found: Found | None = None
        self._kept: Found | None = None
        """What is being read for the first time."""
        self._running: Running | None = None
        self._reading = False
        self._asked, self._is_over = 0, True

    @property
    def is_reading(self) -> bool:
        """Whether the connection is kept, and its first reading under way."""
        return self._reading

    def start(self, service: str = "", name: str = "") -> None:
        """Which services there are; straight to the key of a `service`, or of the connection of that `name`."""
        services = self._desk.services
        self.forget()

        def look(_: Progress) -> tuple[tuple[Tile, ...], Connection | None]:
            return services.connecting.tiles(), services.connecting.named(name) if name else None

        def seen(looked: tuple[tuple[Tile, ...], Connection | None]) -> None:
            self._tiles, again = looked
            wanted = again.service if again is not None else service
            tile = next((each for each in self._tiles if each.id == wanted), None)
            if tile is None:
                self._view.show_choosing(self._tiles)
            else:
                self._ask(tile, again)

        self._do("Reading which services there are", look, seen, Lane.READ)

    def choose(self, tile: Tile) -> None:
        self._ask(tile, None)

    def start_over(self) -> None:
        """Back to the services."""
        self.forget()
        self._view.show_choosing(self._tiles)

    def belongs_elsewhere(self, key: str) -> Tile | None:
        """The other service whose key this looks like; None where nothing speaks against it."""
        owner = self._desk.services.connecting.belongs_to(key)
        if owner is None or self._tile is None or owner == self._tile.id:
            return None
        return next((each for each in self._tiles if each.id == owner), None)

    def try_(self, given: Given) -> None:
        """Signs in and looks who is there."""
        tile, again = self._tile, self._again
        if tile is None or self._running is not None:
            return
        self._view.show_working(_tr("Asking {service}").format(service=tile.name))
        self._do("Trying a key", lambda progress: self._try(tile, again, given, progress), self._on_tried)

    def cancel(self) -> None:
        """Stops what is under way; during the reading, what came stays and the rest comes by itself."""
        if self._running is None:
            return
        if self._reading:
            self._running.cancel()
            self._view.show_working(_tr("Stopping"), can_stop=False)
            return
        self._running.drop()
        self._running = None
        self._view.show_refused("")

    def keep(self, choices: Sequence[Choice], books: Sequence[str] = (), *, others_book: bool = True) -> None:
        """The owner said who is who: keeps the key, then reads."""
        found = self._found
        if found is None or self._running is not None:
            return
        connection = replace(found.connection, others_book=others_book)
        self._view.show_working(_tr("Keeping the key"), can_stop=False)
        # the computer's key store may ask its own question first, however long that takes
        self._do(
            "Keeping a key",
            lambda _: self._keep(replace(found, connection=connection), choices, books),
            self._on_kept,
        )

    def keep_apart(self) -> None:
        """Another account: it gets a connection of its own."""
        found = self._found
        if found is not None:
            connecting = self._desk.services.connecting
            self._do(
                "Naming a connection",
                lambda _: connecting.new(
                    found.tile.id, found.tile.name, found.connection.account, found.connection.address
                ),
                self._on_named,
            )

    def put_together(self) -> None:
        """Another account, and the owner wants it in place of the one before."""
        if self._found is not None:
            self._view.show_found(self._found)

    def other_key(self) -> None:
        """The key was the wrong one."""
        if self._tile is not None:
            self._ask(self._tile, self._again)

    def heard(self, progress: JobProgress) -> None:
        """How far a job is; only ours is shown."""
        if progress.owner == OWNER and self._running is not None:
            counts = f": {progress.done:,}" if progress.done else ""
            of = _tr(" of {count}").format(count=f"{progress.of:,}") if progress.done and progress.of else ""
            self._view.show_working(f"{progress.sentence}{counts}{of}")

    def forget(self) -> None:
        """What is being tried is not wanted any more, and no key is held."""
        if self._running is not None and not self._reading:
            self._running.drop()
        self._running = None
        self._reading = False
        self._found = None

    def _ask(self, tile: Tile, again: Connection | None) -> None:
        self._tile, self._again, self._found = tile, again, None
        self._view.show_key(tile, again)

    def _try(self, tile: Tile, again: Connection | None, given: Given, progress: Progress) -> Found:
        services = self._desk.services
        connecting = services.connecting
        if again is not None:
            connection = replace(again, address=given.address or again.address, account=given.account or again.account)
        else:
            connection = connecting.new(tile.id, tile.name, given.account, given.address)
        tried = connecting.try_(connection, given.key, lambda: progress.cancelled)
        note = ""
        if tried.same_as is not None:
            same = connecting.named(tried.same_as)
            called = same.title or same.name
            if again is not None:
                raise Sorry(_tr("That is the key of {name}, which is connected already.").format(name=called))
            # a second connection to one account would count every call twice
            connection = replace(same, address=connection.address or same.address, account=connection.account)
            note = _tr("This account is connected already, as {name}. It gets this key.").format(name=called)
        draft = services.first_run.draft()
        wanted = "" if draft.done else draft.agent.strip()
        met = meet(services, connection, tried.agents, wanted)
        bookers = tuple(
            each.agent
            for each in services.agents.all_()
            if tile.bookings and each.listed and each.agent.books_into and connection.name not in each.agent.books_into
        )
        return Found(tile, connection, given.key, tried, met, bookers, note)

    def _keep(self, found: Found, choices: Sequence[Choice], books: Sequence[str]) -> Found:
        services, connection = self._desk.services, found.connection
        refuse_choices(services, choices)
        services.connecting.keep(connection, found.key, found.tried, although_other=found.tried.other_account)
        keep_choices(services, connection, found.met, choices)
        for name in books:
            agent = services.agents.get(name)
            services.agents.change(name, replace(agent, books_into=(*agent.books_into, connection.name)))
        draft = services.first_run.draft()
        chosen = next((each for each in choices if each.what != LEAVE), None)
        if not draft.done and chosen is not None and draft.agent.strip() in ("", chosen.name):
            agent = services.agents.get(chosen.name)
            services.first_run.save(
                replace(draft, agent=agent.name, answers_number=agent.answers, supplier=found.tile.name)
            )
        return replace(found, key="", connection=services.connecting.named(connection.name))

    def _pull(self, found: Found, progress: Progress) -> Outcome:
        pulled = self._desk.services.pulling.pull(found.connection, progress.say, lambda: progress.cancelled)
        return Outcome(found.tile, found.connection, pulled, None)

    def _on_tried(self, found: Found) -> None:
        self._found = found
        if found.tried.other_account:
            self._view.show_other_account(found)
        else:
            self._view.show_found(found)

    def _on_named(self, connection: Connection) -> None:
        found = self._found
        if found is not None:
            self._again = None
            self._found = replace(found, connection=connection, tried=replace(found.tried, other_account=False))
            self._view.show_found(self._found)

    def _on_kept(self, found: Found) -> None:
        self._found, self._kept = None, found
        self._reading = True
        self._view.show_working(_tr("Reading {service}").format(service=found.tile.name))
        self._do("Reading a new connection", lambda progress: self._pull(found, progress), self._on_pulled)

    def _on_pulled(self, outcome: Outcome) -> None:
        services = self._desk.services

        def check(progress: Progress) -> Outcome:
            return replace(outcome, checked=services.syncing.check((outcome.pulled,), progress.say))

        self._view.show_working(_tr("Checking what came"), can_stop=False)
        self._do("Checking what came", check, self._on_checked, Lane.WRITE)

    def _on_checked(self, outcome: Outcome) -> None:
        self._reading = False
        self._view.show_done(outcome)

    def _do(
        self, name: str, work: Callable[[Progress], T], on_done: Callable[[T], None], lane: Lane = Lane.NETWORK
    ) -> None:
        def done(result: T) -> None:
            self._running, self._is_over = None, True
            on_done(result)

        self._asked += 1
        mine, self._is_over = self._asked, False
        running = self._desk.runner.submit(Job(name, work, lane, OWNER), done, self._on_failed, within=self._within)
        # a runner that works in place has told already, and may be further on
        if mine == self._asked and not self._is_over:
            self._running = running

    def _on_failed(self, trouble: Exception) -> None:
        self._running, self._is_over = None, True
        was_reading, self._reading = self._reading, False
        said = trouble_in_words(trouble, _tr("That didn't work. What you typed is still here."))
        if was_reading and self._kept is not None:
            tile, connection = self._kept.tile, self._kept.connection
            self._view.show_done(Outcome(tile, connection, Pulled(connection.name, tile.id, trouble=said), None))
            return
        self._view.show_refused(said)


def result_in_words(outcome: Outcome) -> tuple[str, str]:
    """What the first reading brought, and what is still to be said."""
    pulled = outcome.pulled
    parts = []
    if outcome.tile.calls:
        parts.append(counted(pulled.calls["seen"], "call", "calls"))
    if outcome.tile.bookings:
        parts.append(counted(pulled.bookings["seen"], "diary entry", "diary entries"))
    said = _tr("{what} read from {service}.").format(what=listed(parts), service=outcome.tile.name)
    if not pulled.calls["seen"] and not pulled.bookings["seen"]:
        said = _tr("Nothing new at {service}.").format(service=outcome.tile.name)
    if pulled.trouble:
        return said, pulled.trouble
    new = len(outcome.checked.new) if outcome.checked else 0
    found = counted(new, "thing needs a look", "things need a look")
    return said, f"{found}." if new else _tr("Nothing was found that needs you.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Connections", words)
