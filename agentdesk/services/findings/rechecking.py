"""After the rules of checking changed: what is kept is checked again, the newest days first, a little at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from agentdesk.domain.clock import Period, day_of
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.readings import Readings
from agentdesk.services.findings.checking import CheckService
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import call_readings as stored_readings
from agentdesk.store import calls as stored_calls
from agentdesk.store.store import Store


class Step(NamedTuple):
    """The days to check next, because of a call that was read with other rules."""

    call: int
    period: Period


class RecheckService:
    """Knows what has not been checked with the rules of now, and checks it day by day.

    What is done is seen from the calls' own marks, so that it goes on where it stopped, whatever stopped it.
    """

    def __init__(self, store: Store, businesses: BusinessService, readings: Readings, checking: CheckService) -> None:
        self._store = store
        self._businesses = businesses
        self._readings = readings
        self._checking = checking

    def next(self) -> Step | None:
        """The latest day of which a call was read with other rules, and the days after it on which nobody rang."""
        zone = self._businesses.zone()
        with self._store.reading() as db:
            number = stored_readings.newest_of_other_rules(db, self._readings.rules)
            call = stored_calls.get(db, number) if number is not None else None
            if number is None or call is None:
                return None
            day = day_of(call.started_at, zone)
            after = stored_calls.day_after(db, day)
            entries = stored_bookings.first_and_last(db)
        last = after - timedelta(days=1) if after else max(day, day_of(entries[1], zone) if entries else day)
        return Step(number, Period(day, last))

    def step(self, before: Step | None = None) -> Step | None:
        """Checks the next days and says which; None once all is done, or when the same call comes up again.

        A call that changes while it is read comes up again: the check that its change brings reads it.
        """
        step = self.next()
        if step is None or (before is not None and step.call == before.call):
            return None
        self._checking.again(step.period)
        return step
