"""The book of acts at a service: written before anything is sent, and never the reason why a stop doesn't go out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Event, Lock, Thread

from agentdesk.domain.act import ActKind, ActRecord, ActState
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import acts as stored
from agentdesk.store.store import Store

log = logging.getLogger(__name__)

PATIENCE_S = 1.0
"""How long the store may keep an act waiting: a pull may be writing."""


class ActBook:
    """Acts as they stand now, those that couldn't be written among them."""

    def __init__(self, store: Store, clock: Clock, changes: Changes, patience: float = PATIENCE_S) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes
        self._patience = patience
        self._lock = Lock()
        self._unwritten: dict[int, ActRecord] = {}
        self._last = 0

    def begin(
        self, connection: str, external_id: str, agent: str, kind: ActKind, plan: str, by: str, why: str
    ) -> tuple[ActRecord, str]:
        """A new act that is meant, written down; and why it couldn't be, empty where it could."""
        now = self._clock.now()
        before = self.of(connection, external_id)
        with self._lock:
            # a later act has a higher number, whatever became of the clock
            self._last = max(self._last + 1, int(now.timestamp() * 1000), before[0].id + 1 if before else 0)
            number = self._last
        act = ActRecord(number, connection, external_id, agent, kind, plan, ActState.INTENDED, now, by, why)
        return act, self.write(act)

    def write(self, act: ActRecord) -> str:
        """Keeps an act as it stands. Returns why it couldn't be written (yet), a sentence; empty where it is."""
        with self._lock:
            self._unwritten[act.id] = act
        trouble = ["It couldn't be written down yet: AgentDesk is busy writing something else."]
        written = Event()

        def write() -> None:
            trouble[0] = self._flushed()
            written.set()

        Thread(target=write, name="writing an act").start()
        written.wait(self._patience)
        self._changes.publish(Subject.ACTS)
        return trouble[0]

    def catch_up(self) -> None:
        """Writes down what couldn't be written before: a disk that was full has room again some time."""
        with self._lock:
            waiting = bool(self._unwritten)
        if waiting:
            self._flushed()

    def end(self, act: ActRecord, state: ActState, trouble: str = "") -> ActRecord:
        """The act is over: nothing more is sent or asked."""
        ended = replace(act, state=state, trouble=trouble, ended_at=self._clock.now())
        self.write(ended)
        return ended

    def of(self, connection: str, external_id: str) -> tuple[ActRecord, ...]:
        """Every act on an agent, newest first."""
        with self._store.reading() as db:
            written = stored.of(db, connection, external_id)
        return self._as_now(written, lambda each: (each.connection, each.external_id) == (connection, external_id))

    def open_(self) -> tuple[ActRecord, ...]:
        """Acts that are not over, newest first."""
        with self._store.reading() as db:
            written = stored.open_(db)
        return tuple(each for each in self._as_now(written, lambda _: True) if each.is_open)

    def _as_now(self, written: tuple[ActRecord, ...], wanted: Callable[[ActRecord], bool]) -> tuple[ActRecord, ...]:
        with self._lock:
            waiting = {each.id: each for each in self._unwritten.values() if wanted(each)}
        both = {each.id: each for each in written} | waiting
        return tuple(sorted(both.values(), key=lambda each: each.id, reverse=True))

    def _flushed(self) -> str:
        """Writes all that waits; why it couldn't, empty where it could. What can't be written stays for the next."""
        try:
            with self._store.writing() as db:
                with self._lock:
                    waiting = dict(self._unwritten)
                for each in waiting.values():
                    stored.put(db, each)
        except Sorry as sorry:
            return f"It couldn't be written down here. {sorry}"
        except Exception:
            log.exception("an act was not written")
            return "It couldn't be written down here."
        with self._lock:
            for number, act in waiting.items():
                if self._unwritten.get(number) == act:
                    del self._unwritten[number]
        return ""
