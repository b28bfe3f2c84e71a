"""Looks every half minute whether somebody who waits for a person must be spoken of again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Runner

if TYPE_CHECKING:
    from agentdesk.services.services import Services

LOOK_MS = 30_000
"""A computer that wakes is noticed as soon as that."""


class Chasing(QObject):
    """The first look is at once: whatever fell due while the program was shut is said then, once."""

    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._services: Services | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_time)

    def attend(self, services: Services) -> None:
        """Looks after these records from now on."""
        self._services = services
        self._timer.start()
        self._on_time()

    def stop(self) -> None:
        self._timer.stop()
        self._services = None

    def take(self, notice: int, who: str) -> None:
        """Somebody said on a pop-up that a person is on it."""
        services = self._services
        if services is None:
            return

        def take(_: Progress) -> None:
            services.escalations.take_from_notice(notice, who, services.businesses.owner())

        self._runner.submit(Job("Noting who is on it", take, Lane.WRITE), self._on_taken, self.failed.emit)

    def _on_time(self) -> None:
        services = self._services
        if services is None or self._looking:
            return
        self._looking = True

        def look(_: Progress) -> int:
            services.chasing.follow()
            services.digests.tell()
            services.approvals.expire()
            return services.chasing.remind()

        self._runner.submit(Job("Seeing who still waits", look, Lane.WRITE), self._on_looked, self._on_failed)

    def _on_looked(self, _: int) -> None:
        self._looking = False

    def _on_taken(self, _: None) -> None:
        """The change record tells the pages."""

    def _on_failed(self, _: Exception) -> None:
        """The runner has logged it; the next look tries again."""
        self._looking = False
