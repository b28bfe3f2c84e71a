"""Notices what other programs write into the records that this window shows: `agentdesk import` in a terminal, say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Runner

if TYPE_CHECKING:
    from agentdesk.services.services import Services
    from agentdesk.store.store import Store

LOOK_MS = 4_000
"""A look takes the engine a few millionths of a second: it compares one number."""


class Watching(QObject):
    """What was written elsewhere is told like what was written here: whoever shows it reads it again."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._records: tuple[Store, Services] | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_time)

    def attend(self, store: Store, services: Services) -> None:
        """Looks after these records from now on."""
        self._records = (store, services)
        self._timer.start()
        self._on_time()

    def stop(self) -> None:
        self._timer.stop()
        self._records = None

    def _on_time(self) -> None:
        if self._records is None or self._looking:
            return
        store, services = self._records
        self._looking = True

        def look() -> None:
            if store.written_elsewhere():
                services.changes.publish_all()

        job = Job("What others wrote", lambda _: look(), Lane.WRITE)
        self._runner.submit(job, self._on_looked, self._on_failed, on_stopped=self._on_stopped)

    def _on_looked(self, _: None) -> None:
        self._looking = False

    def _on_stopped(self) -> None:
        self._looking = False

    def _on_failed(self, _: Exception) -> None:
        """The runner has logged it; the next look may do better."""
        self._looking = False
