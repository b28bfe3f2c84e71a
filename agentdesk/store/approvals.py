"""Questions that wait for somebody's OK, and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.approval import Approval, ApprovalState, Asked
from agentdesk.store.codec import from_text, to_text
from agentdesk.store.outcome_tables import approvals

_ALL = sa.select(approvals)
_TO_TELL = sa.text("state IN ('yes', 'no') AND told_at IS NULL")


def waiting(db: Connection) -> tuple[Approval, ...]:
    """Every question without an answer, the one that expires first first."""
    query = _ALL.where(sa.text("state = 'waiting'")).order_by(approvals.c.expires_at, approvals.c.id)
    return _read(db, query)


def waiting_count(db: Connection) -> int:
    query = sa.select(sa.func.count()).select_from(approvals).where(sa.text("state = 'waiting'"))
    return int(db.scalar(query) or 0)


def decided(db: Connection, since: datetime) -> tuple[Approval, ...]:
    """Those that were answered, or ran out, since an instant, the latest first."""
    return _read(db, _ALL.where(approvals.c.decided_at >= since).order_by(approvals.c.decided_at.desc()))


def to_tell(db: Connection) -> tuple[Approval, ...]:
    """Those that got an answer of which nobody has been told yet, the first answered first."""
    query = _ALL.where(_TO_TELL).order_by(approvals.c.decided_at, approvals.c.id)
    return _read(db, query)


def to_tell_count(db: Connection) -> int:
    return int(db.scalar(sa.select(sa.func.count()).select_from(approvals).where(_TO_TELL)) or 0)


def get(db: Connection, number: int) -> Approval | None:
    return next(iter(_read(db, _ALL.where(approvals.c.id == number))), None)


def of_subjects(db: Connection, subjects: Sequence[str]) -> dict[str, Approval]:
    """The questions about these, by what they are about."""
    return {each.subject: each for each in _read(db, _ALL.where(approvals.c.subject.in_(subjects)))}


def add(db: Connection, approval: Approval) -> Approval:
    """Writes a question down and returns it with its number."""
    number = db.execute(sa.insert(approvals).values(_row(approval)).returning(approvals.c.id)).scalar_one()
    return replace(approval, id=number)


def change(db: Connection, approval: Approval) -> None:
    db.execute(sa.update(approvals).where(approvals.c.id == approval.id).values(_row(approval)))


def _row(approval: Approval) -> dict[str, Any]:
    return {
        "subject": approval.subject,
        "agent": approval.agent,
        "body": to_text(approval.asked),
        "digest": approval.digest,
        "asked_at": approval.asked_at,
        "expires_at": approval.expires_at,
        "state": approval.state,
        "decided_at": approval.decided_at,
        "decided_by": approval.decided_by,
        "seconds_shown": approval.seconds_shown,
        "note": approval.note,
        "told_at": approval.told_at,
        "told_by": approval.told_by,
        "told": approval.told,
    }


def _read(db: Connection, query: sa.Select[Any]) -> tuple[Approval, ...]:
    return tuple(
        Approval(
            id=each.id,
            subject=each.subject,
            agent=each.agent,
            asked=from_text(each.body, Asked),
            digest=each.digest,
            asked_at=each.asked_at,
            expires_at=each.expires_at,
            state=ApprovalState(each.state),
            decided_at=each.decided_at,
            decided_by=each.decided_by,
            seconds_shown=each.seconds_shown,
            note=each.note,
            told_at=each.told_at,
            told_by=each.told_by,
            told=each.told,
        )
        for each in db.execute(query)
    )
