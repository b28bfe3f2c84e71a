"""Looks that a running window takes every so often: who still waits, what was done, what others wrote, the backup."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Runner

if TYPE_CHECKING:
    from agentdesk.bootstrap.opened import Opened
    from agentdesk.services.services import Services
    from agentdesk.store.store import Store

EVERY_MS = 30_000
"""A computer that wakes is noticed as soon as that."""
SELDOM_MS = 3_600_000
"""What is looked at once a week; a computer that is on all the time shouldn't miss the week's end."""
BACKUP_MS = 60_000
"""The first look is so long after a start: pages, services that are due and older calls come first."""
OFTEN_MS = 4_000
"""Where a look takes a few millionths of a second: it compares one number."""


class Looking(QObject):
    """Takes one kind of look, and never two at a time. One that fails is taken again."""

    def __init__(self, runner: Runner, name: str, lane: Lane, every_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._name = name
        self._lane = lane
        self._look: Callable[[], None] | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._on_time)

    def attend(self, look: Callable[[], None], *, at_once: bool = True) -> None:
        """Looks like that from now on; `look` runs in the lane."""
        self._look = look
        self._timer.start()
        if at_once:
            self._on_time()

    def stop(self) -> None:
        """What has begun ends; nothing more begins."""
        self._timer.stop()
        self._look = None

    def _on_time(self) -> None:
        look = self._look
        if look is None or self._looking:
            return
        self._looking = True
        job = Job(self._name, lambda _: look(), self._lane)
        self._runner.submit(job, self._on_looked, self._on_failed, on_stopped=self._on_stopped)

    def _on_looked(self, _: None) -> None:
        self._looking = False

    def _on_stopped(self) -> None:
        self._looking = False

    def _on_failed(self, _: Exception) -> None:
        """The runner has logged it; the next look may do better."""
        self._looking = False


class Looks:
    """Every look that a window takes at its records."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        self._waiting = Looking(runner, "Seeing who still waits", Lane.WRITE, EVERY_MS, parent)
        # not where pulls are: a stop that isn't proven can't wait for them
        self._acts = Looking(runner, "Seeing what was done", Lane.AT_ONCE, EVERY_MS, parent)
        self._weeks = Looking(runner, "Seeing how the weeks compare", Lane.READ, SELDOM_MS, parent)
        self._others = Looking(runner, "What others wrote", Lane.WRITE, OFTEN_MS, parent)
        # not in the writer's lane: a copy of years of calls takes a while, and whoever writes need not wait for it
        self._backups = Looking(runner, "Making the day's backup", Lane.READ, BACKUP_MS, parent)

    def attend(self, opened: Opened) -> None:
        """Looks after these records from now on. The example is thrown away, and needs no backup."""
        services = opened.services
        self._waiting.attend(partial(see_who_waits, services))
        self._acts.attend(partial(see_what_was_done, services))
        self._weeks.attend(services.trends.watch)
        self._others.attend(partial(hear_of_others, opened.store, services))
        if not opened.example:
            self._backups.attend(services.backups.look, at_once=False)

    def stop(self) -> None:
        for each in (self._waiting, self._acts, self._weeks, self._others, self._backups):
            each.stop()


def see_who_waits(services: Services) -> None:
    """Whatever fell due, also while the program was shut, is said once; what ran out is ended."""
    services.chasing.follow()
    services.digests.tell()
    services.approvals.expire()
    services.watching.come_back()
    services.chasing.remind()


def see_what_was_done(services: Services) -> None:
    """An act that isn't proven yet, also one that the last end of the program cut short, is asked about.

    What is proven by then is a step of the agent's life.
    """
    # first of all: it needs no room on the disk
    services.steering.settle()
    services.stopping.follow()
    services.reminders.tell()


def hear_of_others(store: Store, services: Services) -> None:
    """What other programs wrote into these records (`agentdesk import` in a terminal, say) is told like our own."""
    if store.written_elsewhere():
        services.changes.publish_all()
