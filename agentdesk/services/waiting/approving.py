"""Needs your OK: what the brief says must be agreed to first waits here until somebody answers.

An answer holds for exactly what was shown. What changes meanwhile is asked anew, and silence is no yes. An answer
is no end: whoever asked must be told, and that stays to be done until somebody writes what came of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from agentdesk.domain.approval import Approval, ApprovalState, Asked
from agentdesk.domain.business import Role
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.notice import Notice
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import approvals as stored
from agentdesk.store import business as stored_business
from agentdesk.store import notices as stored_notices
from agentdesk.store.codec import to_text
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

    from agentdesk.checks.asked_first import Question

LASTS = timedelta(days=7)
TOO_OLD = timedelta(days=14)
"""Calls from before that are not asked about: whatever was wanted then has been settled somehow."""
MAY_ANSWER = (Role.OWNER, Role.MANAGER)
QUICK_SECONDS = 5.0
MANY_A_WEEK = 10
"""Fewer can be read with care."""
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Approvals:
    """What waits, which answers are still to be told, what was done with in the last month, and a kind word where
    too much is waved through.
    """

    now: datetime
    waiting: tuple[Approval, ...]
    to_tell: tuple[Approval, ...]
    answered: tuple[Approval, ...]
    waved_through: str


class ApprovalService:
    """Asks, and keeps the answers."""

    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def ask(self, db: Database, questions: Iterable[Question], rang_at: dict[int, datetime]) -> bool:
        """Writes down what must be asked, once for each subject, within the writing of the checks that found it.

        `rang_at`: when each call began. One that still waits and now reads differently is shown anew: an answer
        to what it said before is refused. Returns whether anything is new.
        """
        now = self._clock.now()
        fresh = [
            each for each in questions if each.asked.call is None or now - rang_at.get(each.asked.call, now) <= TOO_OLD
        ]
        known = stored.of_subjects(db, [each.subject for each in fresh]) if fresh else {}
        new = False
        for each in fresh:
            digest = digest_of(each.agent, each.asked)
            there = known.get(each.subject)
            if there is None:
                new = True
                asked = stored.add(
                    db,
                    Approval(0, each.subject, each.agent, each.asked, digest, now, now + LASTS, ApprovalState.WAITING),
                )
                _tell(db, asked, now)
            elif there.state is ApprovalState.WAITING and there.digest != digest:
                new = True
                stored.change(db, replace(there, asked=each.asked, digest=digest))
        return new

    def asked(self) -> None:
        """Says that something waits, after the checks' writing is done."""
        self._changes.publish(Subject.APPROVALS, Subject.NOTICES)

    def page(self) -> Approvals:
        """What waits, what is to be told and what was done with."""
        now = self._clock.now()
        with self._store.reading() as db:
            waiting, to_tell = stored.waiting(db), stored.to_tell(db)
            answered = stored.decided(db, now - timedelta(days=31))
        still = tuple(each for each in waiting if each.expires_at > now)
        done = tuple(each for each in answered if not each.to_tell)
        return Approvals(now, still, to_tell, done, waved_through(answered, now))

    def waiting(self) -> int:
        """How many wait."""
        with self._store.reading() as db:
            return stored.waiting_count(db)

    def to_tell(self) -> int:
        """How many answers nobody has been told yet."""
        with self._store.reading() as db:
            return stored.to_tell_count(db)

    def open_(self, number: int) -> Approval:
        """Raises Sorry when there is no such question."""
        with self._store.reading() as db:
            approval = stored.get(db, number)
        if approval is None:
            raise Sorry("This question is no longer on the list.")
        return approval

    def answer(self, number: int, shown: str, *, yes: bool, by: str, seconds: float, note: str = "") -> Approval:
        """Keeps the answer to exactly what was `shown` (its digest). Raises Sorry where it can't hold.

        Refused: somebody who may not agree to it, a question that ran out or was answered already, and one that
        says something else by now. `seconds`: how long it was on the screen.
        """
        now = self._clock.now()
        with self._store.writing() as db:
            approval = stored.get(db, number)
            if approval is None:
                raise Sorry("This question is no longer on the list.")
            self._refuse(db, approval, shown, by, now)
            state = ApprovalState.YES if yes else ApprovalState.NO
            answered = replace(
                approval, state=state, decided_at=now, decided_by=by, seconds_shown=seconds, note=note.strip()
            )
            stored.change(db, answered)
        self._changes.publish(Subject.APPROVALS)
        return answered

    def told(self, number: int, words: str, by: str) -> Approval:
        """Whoever asked knows the answer, and `words` say what came of it. Refused without them."""
        if not words.strip():
            raise Sorry("Write in one line what they said.")
        return self._tell_them(number, lambda each, now: replace(each, told_at=now, told_by=by, told=words.strip()))

    def not_reached(self, number: int, words: str) -> Approval:
        """Whoever asked was rung and did not answer, as `words` say. It stays to be done."""
        return self._tell_them(number, lambda each, _: replace(each, note=words.strip()))

    def _tell_them(self, number: int, change: Callable[[Approval, datetime], Approval]) -> Approval:
        with self._store.writing() as db:
            approval = stored.get(db, number)
            if approval is None or not approval.to_tell:
                raise Sorry("There is nothing to tell any more. Look at the list again.")
            changed = change(approval, self._clock.now())
            stored.change(db, changed)
        self._changes.publish(Subject.APPROVALS)
        return changed

    def expire(self) -> int:
        """Ends what nobody answered in time. Nothing was agreed to. Returns how many."""
        now = self._clock.now()
        with self._store.reading() as db:
            due = [each for each in stored.waiting(db) if each.expires_at <= now]
        if not due:
            return 0
        with self._store.writing() as db:
            for each in due:
                stored.change(db, replace(each, state=ApprovalState.EXPIRED, decided_at=now))
        self._changes.publish(Subject.APPROVALS)
        return len(due)

    @staticmethod
    def _refuse(db: Database, approval: Approval, shown: str, by: str, now: datetime) -> None:
        if approval.state is not ApprovalState.WAITING:
            raise Sorry("This has been answered already. Look at the list again.")
        if approval.expires_at <= now:
            raise Sorry("This question has run out. Nothing was agreed to.")
        if approval.digest != shown:
            raise Sorry("This changed while you looked at it. Read it again.")
        if not any(each.name == by and each.role in MAY_ANSWER for each in stored_business.people(db)):
            raise Sorry("Only the owner or a manager can agree to this.")


def digest_of(agent: str | None, asked: Asked) -> str:
    """The same for exactly the same question."""
    return hashlib.blake2b(f"{agent}|{to_text(asked)}".encode(), digest_size=16).hexdigest()


def waved_through(answered: Iterable[Approval], now: datetime) -> str:
    """What to say when more was answered in a week than can be read with care; nothing otherwise."""
    week = [
        each
        for each in answered
        if each.seconds_shown is not None and each.decided_at and now - each.decided_at <= A_WEEK
    ]
    quick = [each for each in week if (each.seconds_shown or 0) < QUICK_SECONDS and each.state is ApprovalState.YES]
    if len(week) < MANY_A_WEEK or 2 * len(quick) <= len(week):
        return ""
    return (
        f"{len(week)} this week, {len(quick)} of them agreed to in under five seconds. "
        "Which kinds may it do alone? Take them off the brief's list, and read the others with care."
    )


def _tell(db: Database, approval: Approval, now: datetime) -> None:
    amount = f", {approval.asked.amount.in_words()}" if approval.asked.amount else ""
    title = "Something needs your OK"
    body = f"{approval.asked.what}{amount}: {approval.asked.whom}. It counts as agreed only when you say yes."
    agent = approval.agent or "Your agent"
    pop_up = f"{agent}: something needs your OK."
    stored_notices.add(db, Notice(0, now, None, title, body, pop_up, "approval", str(approval.id)))
