"""Everything brought up to date: each connection pulled, then every check run over what that touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.connection import READ_EVERY, Connection, PullState
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.connections.pulling import Pulled, PullService, Say, State
from agentdesk.services.findings.checking import Checked, CheckService
from agentdesk.services.waiting.chasing import ChaseService

AT_LEAST = timedelta(days=7)
"""Checked each time, even where nothing new came: what was said yesterday may have been due in the diary today."""


LONGEST_PAUSE = timedelta(hours=1)


class SyncService:
    """Pulls and checks."""

    def __init__(
        self,
        clock: Clock,
        businesses: BusinessService,
        pulls: PullService,
        checks: CheckService,
        chasing: ChaseService,
    ) -> None:
        self._clock = clock
        self._businesses = businesses
        self._pulls = pulls
        self._checks = checks
        self._chasing = chasing

    def run(self, say: Say | None = None, stopped: Callable[[], bool] | None = None) -> tuple[Pulled, ...]:
        """Every connection, one after the other, then the checks. One that fails does not stop the others."""
        pulled = tuple(self._pulls.pull(each, say, stopped) for each in self._pulls.connections())
        self.check(pulled, say)
        return pulled

    def due(self) -> tuple[Connection, ...]:
        """What to pull by itself now: what was not read for some minutes; longer after trouble, so as to be polite."""
        now = self._clock.now()
        last = self._pulls.states()
        return tuple(each for each in self._pulls.connections() if _is_due(last.get(each.name), now))

    def check(self, pulled: Iterable[Pulled], say: Say | None = None) -> Checked:
        """The checks over the days that were touched, and the last week's; then whoever still waits is said again."""
        today = day_of(self._clock.now(), self._businesses.zone())
        touched = {day for each in pulled for day in each.touched}
        first = min([*touched, today - AT_LEAST])
        # entries far ahead are looked at day by day, so that one of next year doesn't make it a year's work
        ahead = sorted(day for day in touched if day > today)
        checked = self._checks.run(Period(first, today), say, ahead)
        self._chasing.remind()
        return checked


def _is_due(state: PullState | None, now: datetime) -> bool:
    if state is None:
        return True
    # doubled with every pull in a row that brought trouble: a day's outage costs some thirty pulls
    pause = min(READ_EVERY * (1 << min(state.failures, 6)), LONGEST_PAUSE)
    signed_out = state.state == State.SIGNED_OUT
    return not signed_out and now - state.tried_at >= pause and (state.wait_until is None or now >= state.wait_until)
