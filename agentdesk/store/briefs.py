"""The versions of each agent's brief. Approved ones never change."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.brief import Brief, BriefVersion
from agentdesk.domain.errors import Sorry
from agentdesk.store.codec import from_text, to_text
from agentdesk.store.tables import brief_versions as table


def versions(db: Connection, agent: str) -> tuple[BriefVersion, ...]:
    """Every version of an agent's brief, the draft among them, newest first."""
    found = db.execute(sa.select(table).where(table.c.agent == agent).order_by(table.c.number.desc()))
    return tuple(map(_version, found))


def draft(db: Connection, agent: str) -> BriefVersion | None:
    """The newest version that nobody has approved yet, None where there is none."""
    waiting = sa.select(table).where(table.c.agent == agent, table.c.approved_at.is_(None))
    found = db.execute(waiting.order_by(table.c.number.desc()).limit(1)).first()
    return None if found is None else _version(found)


def approved(db: Connection, agent: str) -> BriefVersion | None:
    """The newest approved version, the one that counts."""
    return next((each for each in versions(db, agent) if each.approved_at is not None), None)


def save_draft(db: Connection, version: BriefVersion) -> None:
    """Keeps a draft, in place of the one of that number. Raises Sorry when that one has been approved."""
    row = {
        "agent": version.agent,
        "number": version.number,
        "body": to_text(version.brief),
        "saved_at": version.saved_at,
        "saved_by": version.saved_by,
        "approved_at": None,
        "approved_by": None,
        "why": version.why,
    }
    adding = sqlite.insert(table).values(row)
    done = db.execute(
        adding.on_conflict_do_update(index_elements=["agent", "number"], set_=row, where=table.c.approved_at.is_(None))
    )
    if done.rowcount == 0:
        raise Sorry("This version of the brief is approved and stays as it is. Open the brief again to change it.")


def approve(db: Connection, agent: str, number: int, at: datetime, by: str, why: str) -> None:
    """Approves a draft, once. Raises Sorry when there is no draft of that number."""
    waiting = sa.and_(table.c.agent == agent, table.c.number == number, table.c.approved_at.is_(None))
    done = db.execute(sa.update(table).where(waiting).values(approved_at=at, approved_by=by, why=why))
    if done.rowcount == 0:
        raise Sorry("This version of the brief isn't waiting for approval any more. Open the brief again.")


def _version(row: sa.Row[Any]) -> BriefVersion:
    return BriefVersion(
        row.agent,
        row.number,
        from_text(row.body, Brief),
        row.saved_at,
        row.saved_by,
        row.approved_at,
        row.approved_by,
        row.why,
    )
