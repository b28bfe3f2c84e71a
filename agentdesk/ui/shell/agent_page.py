"""What the pages about one agent have in common: the name they open with, and reading it anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from agentdesk.jobs.job import Job
from agentdesk.jobs.runner import Running
from agentdesk.ui.desk import Desk
from agentdesk.ui.shell.page import Page

T = TypeVar("T")


class AgentPage(Page):
    """Opens with `name`, the agent's. What is asked for and out of date by the time it is read never shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        self._under_way: Running | None = None

    def open(self, **what: object) -> None:
        name = str(what.pop("name", ""))
        if what or not name:
            raise TypeError("this page opens with an agent's name")
        if name != self._name:
            self._name = name
            self.forget()
        self.reload()

    def forget(self) -> None:
        """Called before another agent than the last one shows: what was read of that one goes."""

    def read_by(self, job: Job[T], on_read: Callable[[T], None], on_failed: Callable[[Exception], None]) -> None:
        """Reads in place of any reading that is still under way; nothing as long as no agent is to show."""
        if not self._name:
            return
        if self._under_way is not None:
            self._under_way.drop()
        self._under_way = self._desk.runner.submit(job, on_read, on_failed, within=self)
