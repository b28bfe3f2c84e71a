"""Asks every half minute after acts at a service that aren't proven yet, and tells what somebody wanted to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Runner

if TYPE_CHECKING:
    from agentdesk.services.services import Services

LOOK_MS = 30_000


class Acting(QObject):
    """The first look is at once: an act that the last end of the program cut short is asked about then."""

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

    def _on_time(self) -> None:
        services = self._services
        if services is None or self._looking:
            return
        self._looking = True

        def look(_: Progress) -> int:
            services.reminders.tell()
            return services.steering.settle()

        # not where pulls are: a stop that isn't proven can't wait for them
        self._runner.submit(Job("Seeing what was done", look, Lane.AT_ONCE), self._on_looked, self._on_failed)

    def _on_looked(self, _: int) -> None:
        self._looking = False

    def _on_failed(self, _: Exception) -> None:
        """The runner has logged it; the next look tries again."""
        self._looking = False
