"""What people do with a matter: take it, hand it on, try again later, and say what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from agentdesk.domain import chasing
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.call import Call, caller_in_words
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.escalation import CHOICES, Away, Escalation, EscalationState, EscalationStep, Outcome
from agentdesk.domain.finding import Finding, FindingStatus
from agentdesk.domain.wording import clock_in_words, day_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.waiting.chasing import ROTA
from agentdesk.store import calls as stored_calls
from agentdesk.store import documents
from agentdesk.store import escalations as stored
from agentdesk.store import findings as stored_findings
from agentdesk.store import notices as stored_notices
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

LATEST = timedelta(days=14)
"""Nobody is asked to wait longer than that for a call."""
TRY_AGAIN = 45
"""Open minutes, after nobody answered."""


@dataclass(frozen=True, slots=True)
class Matters:
    """What is chased, the earliest due first, and the last that were done. `old` came in too late to be chased."""

    now: datetime
    open: tuple[Escalation, ...]
    old: tuple[Escalation, ...]
    done: tuple[Escalation, ...]
    callers: Mapping[int, str]
    """Who rang, without their number, by the call's id."""


@dataclass(frozen=True, slots=True)
class OpenEscalation:
    """A matter with the call it is about and everything that happened to it."""

    escalation: Escalation
    finding: Finding | None
    call: Call | None
    steps: tuple[EscalationStep, ...]
    people: tuple[str, ...]
    next_try: datetime
    """When to ring again if nobody answers now: at a full or half hour, in open hours."""


class EscalationService:
    """Reads matters and keeps what people say about them. Nothing is done without an outcome and a name."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes

    def page(self) -> Matters:
        """Everything that waits, and the last hundred that don't: those before stand on the pages of their calls."""
        with self._store.reading() as db:
            waiting, done = stored.open_(db), stored.done(db)
            rang = stored_calls.callers(db, {each.call for each in (*waiting, *done)})
        callers = {call: caller_in_words(number) for call, number in rang.items()}
        chased = tuple(each for each in waiting if each.remind_at is not None)
        old = tuple(each for each in waiting if each.remind_at is None)
        return Matters(self._clock.now(), chased, old, done, callers)

    def all_(self, since: datetime | None = None, until: datetime | None = None) -> tuple[Escalation, ...]:
        """Every matter there ever was, newest call first; of calls that ended in [since, until) where given."""
        with self._store.reading() as db:
            found = stored.all_(db)
        return tuple(
            each
            for each in found
            if (since is None or each.happened_at >= since) and (until is None or each.happened_at < until)
        )

    def overdue(self, matter: Escalation) -> bool:
        """Whether it should have been dealt with by now."""
        return matter.overdue(self._clock.now())

    def waiting(self) -> int:
        """How many have no outcome yet."""
        with self._store.reading() as db:
            return stored.open_count(db)

    def open_(self, number: int) -> OpenEscalation:
        """Raises Sorry when there is no such matter."""
        with self._store.reading() as db:
            matter = stored.get(db, number)
            if matter is None:
                raise Sorry("This matter is no longer on the list.")
            return OpenEscalation(
                matter,
                stored_findings.get(db, matter.finding),
                stored_calls.get(db, matter.call),
                stored.steps(db, number),
                tuple(each.name for each in self._businesses.people()),
                self._next_try(),
            )

    def of_call(self, call: int) -> Escalation | None:
        """The matter of a call that needed a person."""
        with self._store.reading() as db:
            return stored.of_calls(db, (call,)).get(call)

    def take(self, number: int, who: str, by: str) -> None:
        """Somebody has it from now on. The clock goes on: having it is not having rung."""
        if not who.strip():
            raise Sorry("Say who rings.")
        now = self._clock.now()

        def taken(matter: Escalation) -> Escalation:
            remind_at = matter.due_at if matter.due_at > now else self._after(now, matter.within_minutes)
            return replace(matter, who=who.strip(), state=EscalationState.TAKEN, remind_at=remind_at)

        self._change(number, taken, f"{who.strip()} has it.", by)

    def take_from_notice(self, notice: int, who: str, by: str) -> None:
        """The same, said on a pop-up. Where it was dealt with meanwhile, that stays."""
        with self._store.reading() as db:
            found = stored_notices.get(db, notice)
            matter = stored.get(db, found.matter) if found is not None and found.matter is not None else None
        if matter is not None and matter.state is not EscalationState.DONE:
            self.take(matter.id, who, by)

    def later(self, number: int, at: datetime, by: str) -> None:
        """Nobody answered: it is tried again at a time, which is when it is due from now on."""
        now = self._clock.now()
        if not now < at <= now + LATEST:
            raise Sorry("Choose a time from now on, within the next two weeks.")

        def tried(matter: Escalation) -> Escalation:
            return replace(matter, who=matter.who or by, state=EscalationState.TAKEN, due_at=at, remind_at=at)

        words = f"No answer. The next try is at {clock_in_words(at, now, self._businesses.zone())}."
        self._change(number, tried, words, by)

    def still_open(self, number: int, words: str, by: str) -> None:
        """What happened so far. It stays on the list."""
        if not words.strip():
            raise Sorry("Write in a few words what happened so far.")
        self._change(number, lambda matter: matter, f"Still open: {words.strip()}", by)

    def could_close(self, number: int, outcome: Outcome, words: str) -> None:
        """Raises what `close` would raise, and changes nothing."""
        _refuse_without_words(outcome, words)
        with self._store.reading() as db:
            _still_waiting(db, number)

    def close(self, number: int, outcome: Outcome, words: str, by: str) -> None:
        """What became of it. The finding is closed with it, in the same moment. Refused without words."""
        self._close((number,), outcome, words, by)

    def close_all(self, numbers: Sequence[int], outcome: Outcome, words: str, by: str) -> None:
        """The same words for many, such as for those that came in long after they happened."""
        self._close(numbers, outcome, words, by)

    def save_rota(self, rota: Sequence[Away]) -> None:
        """Who is away, when, and who has their calls. Refused where somebody stands in for themselves."""
        names = {each.name for each in self._businesses.people()}
        for each in rota:
            _refuse_wrong(each, names)
        with self._store.writing() as db:
            documents.put(db, ROTA, tuple(rota))
        self._changes.publish(Subject.ESCALATIONS)

    def rota(self) -> tuple[Away, ...]:
        with self._store.reading() as db:
            return documents.get(db, ROTA, tuple[Away, ...]) or ()

    def _close(self, numbers: Iterable[int], outcome: Outcome, words: str, by: str) -> None:
        _refuse_without_words(outcome, words)
        now = self._clock.now()
        said = f"{outcome.in_words}: {words.strip()}"
        with self._store.writing() as db:
            for number in numbers:
                matter = _still_waiting(db, number)
                done = replace(
                    matter,
                    state=EscalationState.DONE,
                    outcome=outcome,
                    note=words.strip(),
                    closed_at=now,
                    closed_by=by,
                    remind_at=None,
                    moved_at=now,
                )
                stored.change(db, done, EscalationStep(now, by, said))
                if stored_findings.get(db, matter.finding) is not None:
                    stored_findings.decide(db, matter.finding, FindingStatus.DONE, by, now, said)
        self._changes.publish(Subject.ESCALATIONS, Subject.FINDINGS)

    def _next_try(self) -> datetime:
        later = self._after(self._clock.now(), TRY_AGAIN)
        return later + (-(later - later.replace(minute=0, second=0, microsecond=0))) % timedelta(minutes=30)

    def _after(self, now: datetime, minutes: int) -> datetime:
        business = self._businesses.current()
        calendar = OpeningCalendar(business) if business is not None and any(business.hours) else None
        return chasing.due(calendar, now, minutes)

    def _change(self, number: int, change: Callable[[Escalation], Escalation], words: str, by: str) -> None:
        now = self._clock.now()
        with self._store.writing() as db:
            matter = _still_waiting(db, number)
            stored.change(db, replace(change(matter), moved_at=now), EscalationStep(now, by, words))
        self._changes.publish(Subject.ESCALATIONS)


def _refuse_without_words(outcome: Outcome, words: str) -> None:
    if outcome not in CHOICES:
        raise Sorry("Say what happened: choose one of the answers.")
    if not words.strip():
        raise Sorry("Write in one line what happened.")


def _still_waiting(db: Database, number: int) -> Escalation:
    matter = stored.get(db, number)
    if matter is None or matter.state is EscalationState.DONE:
        raise Sorry("This has been dealt with already. Look at the list again.")
    return matter


def _refuse_wrong(away: Away, names: set[str]) -> None:
    if away.who not in names or away.instead not in names:
        raise Sorry("Choose both people from your list.")
    if away.who == away.instead:
        raise Sorry(f"{away.who} can't stand in for themselves. Choose somebody else.")
    if away.last < away.first:
        raise Sorry(f"The last day away can't be before {day_in_words(away.first)}.")
