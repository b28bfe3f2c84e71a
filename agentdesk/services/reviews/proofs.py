"""Reads off later calls whether what was promised has worked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from agentdesk.domain.action import Action
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.escalation import CHOICES, Escalation
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.proof import LaterCall, Proof, can_be_shown, proof
from agentdesk.domain.review import Reply
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.readings import Readings
from agentdesk.store import escalations as stored_escalations
from agentdesk.store import reviews as stored_reviews
from agentdesk.store import weeks
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

    from agentdesk.store.weeks import CallInBrief

LONGEST = timedelta(days=92)
"""Before now: what no call has shown in a quarter is looked for no further back."""
_A_FAULT = frozenset({FindingStatus.OPEN, FindingStatus.DONE})
"""What is fine for a reason was none."""


class ProofService:
    """Looks at the calls that began after a promise."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, readings: Readings) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._readings = readings

    def of(self, actions: Iterable[Action]) -> dict[int, Proof]:
        """What later calls say, by the action's id; nothing of actions that no call can show to have worked.

        The work grows with the calls since the oldest of them. Runs in a job.
        """
        linked = [(each, each.kind) for each in actions if each.kind is not None and can_be_shown(each.kind)]
        if not linked:
            return {}
        now = self._clock.now()
        start = max(now - LONGEST, min(each.made_at for each, _ in linked))
        with self._store.reading() as db:
            later = self._later(db, start, now)
        return {
            each.id: proof(
                kind,
                (call for agent, call in later if call.at >= each.made_at and each.agent in (None, agent)),
            )
            for each, kind in linked
        }

    def _later(self, db: Database, start: datetime, now: datetime) -> list[tuple[str | None, LaterCall]]:
        """Every call since then with its agent's name."""
        calls = weeks.calls_in_brief(db, start, now, self._readings.rules)
        readings = {each.id: each.reading for each in calls if each.reading is not None}
        readings |= self._readings.of(db, [each.id for each in calls if each.reading is None])
        found: dict[int, set[Kind]] = {}
        for each in weeks.found(db, start, now):
            about = each.call if each.call is not None else each.made_by
            if each.status in _A_FAULT and about is not None:
                found.setdefault(about, set()).add(each.kind)
        booked = {call for _, call in weeks.entries(db, start, now)}
        rung = {each.call: _in_time(each, now) for each in stored_escalations.between(db, start, now)}
        good = self._judged_good(db, start, now)

        def later(call: CallInBrief) -> LaterCall:
            kinds = frozenset(found.get(call.id, ()))
            return LaterCall(
                call.id,
                call.started_at,
                readings[call.id].in_light_of(kinds),
                kinds,
                call.id in booked,
                rung.get(call.id),
                frozenset(good.get(call.id, ())),
            )

        return [(each.agent, later(each)) for each in calls if each.id in readings]

    def _judged_good(self, db: Database, start: datetime, now: datetime) -> dict[int, Sequence[str]]:
        zone = self._businesses.zone()
        good: dict[int, list[str]] = {}
        for review in stored_reviews.touching(db, Period(day_of(start, zone), day_of(now, zone))):
            for answer in review.answers:
                if answer.reply is Reply.YES:
                    good.setdefault(answer.call, []).append(answer.question)
        return dict(good)


def _in_time(matter: Escalation, now: datetime) -> bool | None:
    """Whether whoever had to be rung back was, by when it was due; None while that can still be done, or was not."""
    if matter.closed_at is not None:
        return matter.closed_at <= matter.due_at if matter.outcome in CHOICES else None
    return False if matter.overdue(now) else None
