"""Checks again what was checked with other rules, in the background of a running window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Runner, Running

if TYPE_CHECKING:
    from agentdesk.services.findings.rechecking import Step
    from agentdesk.services.services import Services

BEGIN_MS = 10_000
"""After a start: pages and services that are due come first."""
PAUSE_MS = 250
"""Between two days, so that whatever the owner does finds the writer's lane free."""


class Rechecking(QObject):
    """A day at a time in the writer's lane, without a word. What is left goes on at the next start."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._services: Services | None = None
        self._done: Step | None = None
        self._under_way: Running | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def attend(self, services: Services) -> None:
        """Begins with these records, a little later."""
        self._services, self._done = services, None
        self._timer.start(BEGIN_MS)

    def stop(self) -> None:
        """What has begun ends; nothing more begins."""
        self._timer.stop()
        self._services = None
        if self._under_way is not None:
            self._under_way.drop()
            self._under_way = None

    def _on_time(self) -> None:
        services, done = self._services, self._done
        if services is None:
            return
        self._under_way = self._runner.submit(
            Job("Checking older calls again", lambda _: services.rechecking.step(done), Lane.WRITE),
            self._on_checked,
            self._on_failed,
        )

    def _on_checked(self, step: Step | None) -> None:
        self._under_way, self._done = None, step
        if step is not None and self._services is not None:
            self._timer.start(PAUSE_MS)

    def _on_failed(self, _: Exception) -> None:
        """The runner has logged it; the next start tries again."""
        self._under_way = None
