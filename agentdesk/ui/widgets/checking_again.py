"""After the owner changed what things are held against: the weeks that it counts for are checked again."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from agentdesk.domain.clock import Period, day_of
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.widgets.telling import trouble_in_words

WEEKS_BACK = 4
"""So many are checked again when it never was otherwise."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_FARTHEST = timedelta(days=180)
"""Ahead: as far as a call may book."""


class CheckingAgain:
    """A week at a time, so that others find the writer's lane free in between."""

    def __init__(self, desk: Desk, within: QWidget, on_failed: str) -> None:
        """`on_failed`: what to say when it couldn't be done."""
        self._desk = desk
        self._within = within
        self._on_failed_words = on_failed
        self._weeks: list[Period] = []
        self._busy = False

    def back(self, first: date | None = None) -> None:
        """Checks what has been, back to the day `first`; four weeks without one."""
        self._begin(_back(first or self._today() - _WEEK * WEEKS_BACK + _DAY, self._today()))

    def ahead(self) -> None:
        """Checks what the diary holds from today on."""
        self._begin(_ahead(self._today(), self._today() + _FARTHEST))

    def _begin(self, weeks: list[Period]) -> None:
        self._weeks = weeks + [each for each in self._weeks if each not in weeks]
        if not self._busy:
            self._next()

    def _today(self) -> date:
        return day_of(self._desk.clock.now(), self._desk.zone())

    def _next(self) -> None:
        if not self._weeks:
            return
        week, checking, diary = self._weeks.pop(0), self._desk.services.checking, self._desk.services.diary
        self._busy = True

        def work() -> None:
            newest = diary.newest_day()
            if week.first <= self._today() or (newest and week.first <= newest):
                checking.again(week)

        self._desk.runner.submit(
            Job("Checking calls again", lambda _: work(), Lane.WRITE),
            self._on_checked,
            self._on_failed,
            within=self._within,
        )

    def _on_checked(self, _: None) -> None:
        self._busy = False
        self._next()

    def _on_failed(self, trouble: Exception) -> None:
        self._busy, self._weeks = False, []
        self._desk.tell.trouble(trouble_in_words(trouble, self._on_failed_words))


def _ahead(today: date, last: date) -> list[Period]:
    """The weeks from today on, the next one first."""
    weeks = range((last - today).days // 7 + 1)
    return [Period(today + _WEEK * each, today + _WEEK * (each + 1) - _DAY) for each in weeks]


def _back(first: date, today: date) -> list[Period]:
    """The weeks up to today, the latest first."""
    weeks = range((today - first).days // 7 + 1)
    return [Period(today - _WEEK * (each + 1) + _DAY, today - _WEEK * each) for each in weeks]
