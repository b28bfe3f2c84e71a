"""What the owner is told: a list that is the truth, and pop-ups that are a courtesy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agentdesk.domain.clock import Clock
from agentdesk.domain.escalation import Escalation, EscalationState
from agentdesk.domain.finding import CHASED, Finding, FindingStatus, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.notice import Notice, Subject
from agentdesk.services.changes import Changes
from agentdesk.services.changes import Subject as Changed
from agentdesk.store import escalations as stored_escalations
from agentdesk.store import findings as stored_findings
from agentdesk.store import notices as stored
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

AT_ONCE = 3
"""More new matters than this at one time become one pop-up."""


@dataclass(frozen=True, slots=True)
class PopUp:
    """A pop-up for one notice or, grouped, for many. It holds no caller's name, number or words."""

    notices: tuple[int, ...]
    title: str
    body: str
    subject: Subject | None
    subject_id: str
    who: str = ""
    """Who could take it at once; empty where it is nothing to take."""
    loud: bool = False
    """It is said again: nobody did anything."""


@dataclass(frozen=True, slots=True)
class Told:
    """A notice with what became of its matter: a sentence once it has ended. Not open either where nothing can end."""

    notice: Notice
    severity: Severity
    became: str
    is_open: bool


class NoticeService:
    """Keeps the notices: one for each matter, however often it is found."""

    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def page(self, limit: int = 100) -> tuple[Notice, ...]:
        """The newest notices."""
        with self._store.reading() as db:
            return stored.page(db, limit)

    def told(self, limit: int = 100) -> tuple[Told, ...]:
        """The newest notices, each with how grave its matter is now, and what was done about it in the end.

        A caller who waits for a person is red; the rest is only worth knowing, unless something has stopped.
        """
        with self._store.reading() as db:
            notices = stored.page(db, limit)
            about = frozenset(each.subject_id for each in notices if each.subject == "finding")
            found = {each.id: each for each in stored_findings.page(db, FindingFilter(ids=about))} if about else {}
            matters = {each.id: stored_escalations.get(db, each.matter) for each in notices if each.matter is not None}
        told = []
        for each in notices:
            finding, matter = found.get(each.subject_id), matters.get(each.id)
            severity = _SEVERITIES.get(each.subject, Severity.NOTE)
            if each.subject == "finding":
                severity = finding.found.severity if finding is not None else Severity.NOTE
            became = _end_of(finding) if finding is not None else _outcome_of(matter) if matter is not None else ""
            told.append(Told(each, severity, became, is_open=(finding or matter) is not None and not became))
        return tuple(told)

    def unread(self) -> int:
        with self._store.reading() as db:
            return stored.unread_count(db)

    def about_findings(self, findings: Iterable[Finding]) -> None:
        """One notice for each finding that needs somebody; what is only worth knowing makes none.

        Callers who need a person have a matter of their own, which the chaser tells of.
        """
        now = self._clock.now()
        made = False
        with self._store.writing() as db:
            for each in findings:
                if each.found.severity is Severity.NOTE or each.found.kind in CHASED:
                    continue
                kind = each.found.kind.in_words
                who = each.agent or ("" if each.found.call is None and each.found.booking is None else "Your agent")
                made = True
                stored.add(
                    db,
                    Notice(
                        0,
                        now,
                        each.about_at if each.about_at <= now else None,
                        each.found.kind.in_words,
                        each.found.reason,
                        f"{who}: {kind[0].lower()}{kind[1:]}." if who else f"{kind}.",
                        "finding",
                        each.id,
                    ),
                )
        if made:
            self._changes.publish(Changed.NOTICES)

    def tell(self, title: str, body: str, subject: Subject, subject_id: str, pop_up: str = "") -> None:
        """A notice in words of its own; the same subject is told once. The pop-up says `title` unless told otherwise.

        The list shows `body` below `title`, which has one line: what one says the other needn't.
        """
        with self._store.writing() as db:
            stored.add(db, Notice(0, self._clock.now(), None, title, body, pop_up or title, subject, subject_id))
        self._changes.publish(Changed.NOTICES)

    def mark_read(self, notices: Sequence[int]) -> None:
        with self._store.writing() as db:
            stored.mark_read(db, notices, self._clock.now())
        self._changes.publish(Changed.NOTICES)

    def to_pop(self) -> tuple[PopUp, ...]:
        """Pop-ups for what was never popped up: one for each matter, or one for all when they are many.

        Callers who wait come first: some desktops show one bubble at a time.
        """
        with self._store.reading() as db:
            waiting = sorted(stored.not_popped(db), key=lambda each: (each.subject != "escalation", each.id))
            holders = _holders(db, waiting) if len(waiting) <= AT_ONCE else {}
        if len(waiting) > AT_ONCE:
            ids = tuple(each.id for each in waiting)
            return (PopUp(ids, f"{len(waiting)} things need you", "Open AgentDesk to see them.", None, ""),)
        return tuple(
            PopUp(
                (each.id,),
                "Something needs you",
                each.pop_up,
                each.subject,
                each.subject_id,
                holders.get(each.id, ""),
                _is_said_again(each),
            )
            for each in waiting
        )

    def popped(self, notices: Sequence[int]) -> None:
        """Marks notices as shown, so that a restart doesn't show them again."""
        with self._store.writing() as db:
            stored.mark_popped(db, notices, self._clock.now())


_SEVERITIES: dict[Subject, Severity] = {
    "escalation": Severity.RED,
    "reminder": Severity.RED,
    "connection": Severity.AMBER,
    "money": Severity.AMBER,
    "slide": Severity.AMBER,
    "backup": Severity.AMBER,
}


def _end_of(finding: Finding) -> str:
    ended = {
        FindingStatus.OPEN: "",
        FindingStatus.DONE: "Put right",
        FindingStatus.ACCEPTED: "It's fine",
        FindingStatus.WITHDRAWN: "No longer so",
    }[finding.status]
    return _ended(ended, finding.decision, finding.decided_by)


def _outcome_of(matter: Escalation) -> str:
    return _ended(matter.outcome.in_words, matter.note, matter.closed_by) if matter.outcome is not None else ""


def _ended(how: str, note: str, by: str | None) -> str:
    """How something ended, in a line: "Put right: rang back (Sam)"; nothing while it has not."""
    if not how:
        return ""
    return f"{how}{f': {note.rstrip(chr(46))}' if note else ''}{f' ({by})' if by else ''}"


def _holders(db: Database, notices: Iterable[Notice]) -> dict[int, str]:
    """Who has the matters that nobody took yet, by the notice's id."""
    numbers = {each.id: each.matter for each in notices}
    matters = {notice: stored_escalations.get(db, number) for notice, number in numbers.items() if number is not None}
    return {
        notice: matter.who
        for notice, matter in matters.items()
        if matter is not None and matter.state is EscalationState.WAITING
    }


def _is_said_again(notice: Notice) -> bool:
    return notice.matter is not None and " " in notice.subject_id
