"""Keeps connected services read: every few minutes, after the computer slept, and when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Runner

if TYPE_CHECKING:
    from agentdesk.domain.connection import Connection
    from agentdesk.services.connections.pulling import Pulled
    from agentdesk.services.services import Services

LOOK_MS = 30_000
"""How often it is asked which connections are due: a computer that wakes is noticed as soon as that."""


class Syncing(QObject):
    """Pulls connections side by side, then checks what they touched. One round at a time."""

    done = Signal(object)
    """After a round that was asked for: what each connection brought."""
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._services: Services | None = None
        self._waiting: set[str] = set()
        self._brought: list[Pulled] = []
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_time)

    def attend(self, services: Services, *, by_itself: bool) -> None:
        """Looks after these records from now on; the first round `by_itself` is at once."""
        self._services = services
        if by_itself:
            self._timer.start()
            self._on_time()

    def stop(self) -> None:
        self._timer.stop()
        self._services = None

    def now(self) -> None:
        """A round of every connection, asked for by the owner."""
        self._asked = True
        if self._services is not None and not self._waiting:
            services = self._services
            self._runner.submit(
                Job("What can be read", lambda _: services.pulling.connections(), Lane.READ),
                self._begin,
                self.failed.emit,
            )

    def _on_time(self) -> None:
        if self._services is not None and not self._waiting:
            services = self._services
            self._runner.submit(
                Job("What is due", lambda _: services.syncing.due(), Lane.READ), self._begin, self.failed.emit
            )

    def _begin(self, connections: tuple[Connection, ...]) -> None:
        if self._services is None or self._waiting:
            return
        if not connections and not self._asked:
            return
        self._brought = []
        self._waiting = {each.name for each in connections}
        for each in connections:
            self._runner.submit(_pull(self._services, each), self._on_pulled, self._on_failed)
        if not connections:
            self._check()

    def _on_pulled(self, pulled: Pulled) -> None:
        self._brought.append(pulled)
        self._waiting.discard(pulled.name)
        if not self._waiting:
            self._check()

    def _on_failed(self, trouble: Exception) -> None:
        """A fault of ours: the round ends here, and the next one tries again."""
        self._waiting.clear()
        self.failed.emit(trouble)

    def _check(self) -> None:
        services, brought = self._services, tuple(self._brought)
        if services is None:
            return

        def check(progress: Progress) -> tuple[Pulled, ...]:
            services.syncing.check(brought, progress.say)
            return brought

        self._runner.submit(Job("Checking what came", check, Lane.WRITE), self._on_checked, self.failed.emit)

    def _on_checked(self, brought: tuple[Pulled, ...]) -> None:
        asked, self._asked = self._asked, False
        if asked:
            self.done.emit(brought)


def _pull(services: Services, connection: Connection) -> Job[Pulled]:
    def pull(progress: Progress) -> Pulled:
        return services.pulling.pull(connection, progress.say, lambda: progress.cancelled)

    return Job(f"Reading {connection.name}", pull, Lane.NETWORK)
