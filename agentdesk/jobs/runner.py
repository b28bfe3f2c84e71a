"""Runs jobs in lanes and brings what they return back to the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeVar, cast
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, QThread, Signal
from shiboken6 import Shiboken

from agentdesk.domain.errors import Sorry
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Cancelled, JobProgress, Progress

T = TypeVar("T")
log = logging.getLogger(__name__)

THREADS = {Lane.WRITE: 1, Lane.READ: 2, Lane.NETWORK: 4, Lane.AT_ONCE: 2}


class Running:
    """A job that was handed in."""

    def __init__(self, runner: Runner, number: int, asked_to_stop: Event) -> None:
        self._runner = runner
        self._number = number
        self._asked_to_stop = asked_to_stop

    def cancel(self) -> None:
        """Ask the work to stop. If it returns all the same, its result still arrives."""
        self._asked_to_stop.set()

    def drop(self) -> None:
        """Ask the work to stop; nothing of it arrives any more."""
        self._asked_to_stop.set()
        self._runner.forget(self._number)


class Runner(QObject):
    """One writer, two readers and a few for the network, each started when first needed.

    Create it and hand in jobs on the window's thread. What a job returns or raises comes back on that
    thread, through the event loop, never from inside `submit`.
    """

    progressed = Signal(object)
    """A JobProgress."""
    finished = Signal(str)
    """The name of a job that is over, however it ended."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._waiting: dict[int, _Ticket] = {}
        self._queues: dict[Lane, SimpleQueue[_Ticket | None]] = {lane: SimpleQueue() for lane in Lane}
        self._threads: dict[Lane, list[_Worker]] = {lane: [] for lane in Lane}
        self._stopped = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        job: Job[T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None] | None = None,
        *,
        on_stopped: Callable[[], None] | None = None,
        within: QObject | None = None,
    ) -> Running:
        """Hand in a job.

        Exactly one of these is called on the window's thread: `on_done` with what the work returned,
        `on_failed` with what it raised (a Sorry's text is for the owner; anything else is logged with
        its traceback first), `on_stopped` if it ended with Cancelled. Bound methods are held weakly: a
        page that has gone is not called and not kept alive. `within` adds an object that must still
        live. After `stop` nothing runs any more.
        """
        ticket = _Ticket(next(self._numbers), cast("Job[Any]", job), self, _held(on_done), within)
        ticket.on_failed = _held(on_failed) if on_failed is not None else None
        ticket.on_stopped = _held(on_stopped) if on_stopped is not None else None
        running = Running(self, ticket.number, ticket.asked_to_stop)
        if self._stopped:
            log.info("job %s came after the end and was not run", job.name)
            return running
        self._waiting[ticket.number] = ticket
        self._start(ticket)
        return running

    def forget(self, number: int) -> None:
        """Deliver nothing of that job any more."""
        ticket = self._waiting.pop(number, None)
        if ticket is not None:
            ticket.let_go()

    def drop_all_of(self, owner: str) -> None:
        """Ask every job of that owner to stop; nothing of them arrives any more."""
        for number, ticket in list(self._waiting.items()):
            if ticket.job.owner == owner:
                ticket.asked_to_stop.set()
                self.forget(number)

    @property
    def busy(self) -> bool:
        """Whether any job is waiting, at work, or about to be delivered."""
        return bool(self._waiting)

    def stop(self) -> None:
        """The end: jobs not yet begun are dropped, running ones are asked to stop and waited for.

        Nothing is delivered afterwards. May be called twice.
        """
        self._stopped = True
        for ticket in self._waiting.values():
            ticket.asked_to_stop.set()
            ticket.let_go()
        self._waiting.clear()
        for lane, threads in self._threads.items():
            for _ in threads:
                self._queues[lane].put(None)
        for threads in self._threads.values():
            for thread in threads:
                thread.wait()
            threads.clear()

    def _start(self, ticket: _Ticket) -> None:
        lane = ticket.job.lane
        self._queues[lane].put(ticket)
        threads = self._threads[lane]
        under_way = sum(each.job.lane is lane for each in self._waiting.values())
        if len(threads) < min(THREADS[lane], under_way):
            worker = _Worker(f"{lane.value} {len(threads) + 1}", self._queues[lane])
            threads.append(worker)
            worker.start()

    def post(self, ticket: _Ticket) -> None:
        """Called by a worker when a job is over."""
        self._ended.emit(ticket)

    def _on_ended(self, ticket: _Ticket) -> None:
        wanted = self._waiting.pop(ticket.number, None) is not None
        if wanted:
            ticket.deliver()
            ticket.let_go()
        if not self._stopped:
            self.finished.emit(ticket.job.name)


class ImmediateRunner(Runner):
    """Runs each job in place, so that a test or the command line needs no event loop."""

    def _start(self, ticket: _Ticket) -> None:
        ticket.work()
        self._on_ended(ticket)

    def post(self, ticket: _Ticket) -> None:
        """Nothing to bring across: `_start` delivers."""


class _Ticket:
    """A job with whom to tell, and afterwards what came of it."""

    def __init__(self, number: int, job: Job[Any], runner: Runner, on_done: _Held, within: QObject | None) -> None:
        self.number = number
        self.job = job
        self.runner = runner
        self.on_done: _Held | None = on_done
        self.on_failed: _Held | None = None
        self.on_stopped: _Held | None = None
        self.within = within
        self.asked_to_stop = Event()
        self.result: Any = None
        self.trouble: Exception | None = None

    def work(self) -> None:
        """Do it, in whatever thread this is. Raises nothing."""
        progress = Progress(self.job.name, self.job.owner, self._tell, self.asked_to_stop)
        try:
            progress.stop_here()
            self.result = self.job.work(progress)
        except Cancelled as asked:
            self.trouble = asked
        except Sorry as sorry:
            self.trouble = sorry
        except Exception as trouble:
            log.exception("job %s failed", self.job.name)
            self.trouble = trouble

    def deliver(self) -> None:
        """Tell who asked, on the window's thread, if they are still there."""
        if self.within is not None and not Shiboken.isValid(self.within):
            return
        if isinstance(self.trouble, Cancelled):
            _call(self.on_stopped)
        elif self.trouble is not None:
            _call(self.on_failed, self.trouble)
        else:
            _call(self.on_done, self.result)

    def let_go(self) -> None:
        """Forget whom to tell, on the window's thread: a worker must never be the last to hold a page."""
        self.on_done = self.on_failed = self.on_stopped = self.within = None

    def _tell(self, progress: JobProgress) -> None:
        with _window_may_be_gone():
            self.runner.progressed.emit(progress)


class _Worker(QThread):
    def __init__(self, name: str, queue: SimpleQueue[_Ticket | None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._queue = queue

    def run(self) -> None:
        while (ticket := self._queue.get()) is not None:
            ticket.work()
            with _window_may_be_gone():
                ticket.runner.post(ticket)
            del ticket  # while waiting, hold neither result nor page


_Held = Callable[[], Callable[..., None] | None]


def _held(callback: Callable[..., None]) -> _Held:
    if getattr(callback, "__self__", None) is not None and hasattr(callback, "__func__"):
        with suppress(TypeError):  # a record with slots cannot be held weakly
            return WeakMethod(cast("Any", callback))
    return lambda: callback


def _call(held: _Held | None, *what: object) -> None:
    callback = held() if held is not None else None
    if callback is None:
        return
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, QObject) and not Shiboken.isValid(owner):
        return
    callback(*what)


@contextmanager
def _window_may_be_gone() -> Iterator[None]:
    # At the very end Qt may have deleted the runner while a job still speaks: then nobody listens.
    try:
        yield
    except RuntimeError:
        log.debug("a job spoke after the end")
