"""What somebody wanted to be reminded of later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from agentdesk.domain.clock import Clock
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.store import documents
from agentdesk.store.store import Store

_KEPT = "reminders"
EVENING, MORNING = time(19), time(8)
_NEAR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Reminder:
    """Of which agent, when, and who wanted it."""

    agent: str
    at: datetime
    by: str


class ReminderService:
    """Keeps reminders until they are told."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, notices: NoticeService) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._notices = notices

    def tonight(self, agent: str, by: str) -> datetime:
        """Reminds of a changed agent this evening; in the evening itself, tomorrow morning. Returns when."""
        zone = self._businesses.zone()
        now = self._clock.now().astimezone(zone)
        at = datetime.combine(now.date(), EVENING, zone)
        if at - now < _NEAR:
            at = datetime.combine(now.date() + timedelta(days=1), MORNING, zone)
        with self._store.writing() as db:
            others = [each for each in documents.get(db, _KEPT, tuple[Reminder, ...]) or () if each.agent != agent]
            documents.put(db, _KEPT, (*others, Reminder(agent, at, by)))
        return at

    def waiting(self, agent: str) -> Reminder | None:
        """The reminder of an agent that is still to come."""
        with self._store.reading() as db:
            kept = documents.get(db, _KEPT, tuple[Reminder, ...]) or ()
        return next((each for each in kept if each.agent == agent), None)

    def forget(self, agent: str) -> None:
        """It was decided: nothing is left to remind of."""
        with self._store.writing() as db:
            kept = documents.get(db, _KEPT, tuple[Reminder, ...]) or ()
            if any(each.agent == agent for each in kept):
                documents.put(db, _KEPT, tuple(each for each in kept if each.agent != agent))

    def tell(self) -> int:
        """Tells what is due, once. Returns how many that were."""
        now = self._clock.now()
        with self._store.reading() as db:
            due = [each for each in documents.get(db, _KEPT, tuple[Reminder, ...]) or () if each.at <= now]
        for each in due:
            self._notices.tell(
                "Changed, and nobody has decided yet",
                f"You wanted to be reminded: {each.agent} was told something else. Keep it, or put it back?",
                "reminder",
                f"{each.at.timestamp():.0f} {each.agent}",
                f"{each.agent} was changed, and nobody has decided yet",
            )
            self.forget(each.agent)
        return len(due)
