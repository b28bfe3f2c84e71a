"""Keeps what is typed, a moment after it was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.domain.brief import Brief, BriefVersion
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.ui.desk import Desk

PAUSE_MS = 500
"""Longest time that something typed stays only on the screen. It runs from the first letter, not the last."""


class DraftKeeper(QObject):
    """Saves drafts one after the other. What failed to be kept counts as not kept, and is tried again."""

    kept = Signal(object)
    """The BriefVersion as it is kept now."""
    failed = Signal(object)

    def __init__(self, desk: Desk, written: Callable[[], tuple[str, Brief]], parent: QObject) -> None:
        """`written` tells the agent and the brief as it stands on the page."""
        super().__init__(parent)
        self._desk = desk
        self._written = written
        self._dirty = False
        self._under_way = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def busy(self) -> bool:
        """Whether the page holds something that isn't kept yet."""
        return self._dirty or self._under_way > 0

    def touched(self) -> None:
        """Something was typed."""
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep it now, if there is anything to keep."""
        self._timer.stop()
        if not self._dirty:
            return
        self._dirty = False
        self._under_way += 1
        agent, brief = self._written()
        services, who = self._desk.services, self._desk.who

        def keep(_: Progress) -> BriefVersion:
            return services.briefs.save_draft(agent, brief, who())

        self._desk.runner.submit(
            Job("Keeping the draft", keep, Lane.WRITE, "brief"), self._on_kept, self._on_failed, within=self
        )

    def _on_kept(self, version: BriefVersion) -> None:
        self._under_way -= 1
        self.kept.emit(version)

    def _on_failed(self, trouble: Exception) -> None:
        self._under_way -= 1
        self._dirty = True
        self.failed.emit(trouble)
