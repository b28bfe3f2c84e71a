"""What the owner is told, once for each matter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.escalation import EscalationState
from agentdesk.domain.finding import FindingStatus
from agentdesk.domain.notice import Notice, Subject
from agentdesk.store.outcome_tables import escalations
from agentdesk.store.tables import findings, notices

_FIELDS = tuple(each.name for each in fields(Notice))
_ALL = sa.select(*(notices.c[each] for each in _FIELDS)).order_by(notices.c.at.desc(), notices.c.id.desc())

# a reminder's subject begins with the number of its matter, which is what SQLite makes of it
_MATTER = sa.cast(notices.c.subject_id, sa.BigInteger())
_STANDS = sa.not_(
    sa.or_(
        sa.exists().where(
            notices.c.subject == "finding",
            findings.c.id == notices.c.subject_id,
            findings.c.status != FindingStatus.OPEN,
        ),
        sa.exists().where(
            notices.c.subject == "escalation",
            escalations.c.id == _MATTER,
            escalations.c.state == EscalationState.DONE,
        ),
    )
)
"""Whether what a notice tells of has not ended since: dealt with, or no longer so."""


def add(db: Connection, notice: Notice) -> Notice:
    """Keeps a notice and returns it with its id. Where its matter has one already, that one is returned."""
    row = {each: getattr(notice, each) for each in _FIELDS if each != "id"}
    db.execute(sqlite.insert(notices).values(row).on_conflict_do_nothing(index_elements=["subject", "subject_id"]))
    mine = sa.and_(notices.c.subject == notice.subject, notices.c.subject_id == notice.subject_id)
    return _read(db, _ALL.where(mine))[0]


def page(db: Connection, limit: int) -> tuple[Notice, ...]:
    """The newest notices, newest first."""
    return _read(db, _ALL.limit(limit))


def get(db: Connection, number: int) -> Notice | None:
    return next(iter(_read(db, _ALL.where(notices.c.id == number))), None)


def told(db: Connection, subject: Subject, subject_id: str) -> bool:
    """Whether the matter has its notice."""
    mine = sa.and_(notices.c.subject == subject, notices.c.subject_id == subject_id)
    return db.scalar(sa.select(sa.exists().where(mine))) is True


def unread_count(db: Connection) -> int:
    """Those that nobody has read, without what has ended meanwhile."""
    return int(db.scalar(sa.select(sa.func.count()).where(notices.c.read_at.is_(None), _STANDS)) or 0)


def mark_read(db: Connection, ids: Collection[int], at: datetime) -> None:
    """Those already read keep the time at which they were."""
    _mark(db, notices.c.read_at, ids, at)


def not_popped(db: Connection) -> tuple[Notice, ...]:
    """Notices that no pop-up has shown yet, newest first, without what has ended meanwhile."""
    return _read(db, _ALL.where(notices.c.popped_at.is_(None), _STANDS))


def mark_popped(db: Connection, ids: Collection[int], at: datetime) -> None:
    _mark(db, notices.c.popped_at, ids, at)


def _mark(db: Connection, column: sa.Column[Any], ids: Collection[int], at: datetime) -> None:
    for each in ids:
        db.execute(sa.update(notices).where(notices.c.id == each, column.is_(None)).values({column: at}))


def _read(db: Connection, query: sa.Select[Any]) -> tuple[Notice, ...]:
    return tuple(Notice(*each) for each in db.execute(query))
