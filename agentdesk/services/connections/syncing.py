"""Everything brought up to date: each connection pulled, then every check run over what that touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from agentdesk.domain.clock import Clock, day_of, unbroken
from agentdesk.domain.connection import READ_EVERY, Connection, PullState
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.connections.pulling import Pulled, PullService, Say, State
from agentdesk.services.findings.checking import Checked, CheckService
from agentdesk.services.waiting.chasing import ChaseService

AT_LEAST = timedelta(days=7)
"""Checked each time, even where nothing new came: what was said yesterday may have been due in the diary today."""
ONE_STRETCH = timedelta(days=31)
"""Days no further apart are checked with all that lies between. A call put right after a year makes no year's work."""
LATE_BY = timedelta(days=90)
"""How late the entry that a call spoke of may come into the diary and still be put to it."""
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

    def check(self, pulled: Sequence[Pulled], say: Say | None = None) -> Checked:
        """The checks over the days that were touched, and the last week's; then whoever still waits is said again.

        Where entries came in, calls whose entry was missing are checked as well, up to three months back.
        """
        today = day_of(self._clock.now(), self._businesses.zone())
        touched = {day for each in pulled for day in each.touched}
        past = {day for day in touched if day <= today}
        recent = unbroken({*past, today - AT_LEAST, today}, ONE_STRETCH)[-1]
        if any(each.bookings["new"] + each.bookings["changed"] for each in pulled):
            touched |= self._checks.still_missing(today - LATE_BY)
        checked = self._checks.run(recent, say, {day for day in touched if day not in recent})
        self._chasing.remind()
        return checked


def _is_due(state: PullState | None, now: datetime) -> bool:
    if state is None:
        return True
    # doubled with every pull in a row that brought trouble: a day's outage costs some thirty pulls
    pause = min(READ_EVERY * (1 << min(state.failures, 6)), LONGEST_PAUSE)
    signed_out = state.state == State.SIGNED_OUT
    # a clock that was put back is behind the last try: that is no reason to wait until it has caught up
    pausing = timedelta(0) <= now - state.tried_at < pause
    return not signed_out and not pausing and not state.must_wait(now)
