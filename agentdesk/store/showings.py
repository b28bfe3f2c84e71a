"""Who asked to see what is hidden in a call or a diary entry. The lists only grow."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.store import documents
from agentdesk.store.desk_tables import times_shown as table

Asked = tuple[datetime, str, str]
"""When, who and what."""


def add(db: Connection, call: int, at: datetime, by: str, what: str) -> None:
    """Writes down that somebody was shown something of a call."""
    db.execute(sa.insert(table).values(call=call, at=at, by=by, what=what))


def of_call(db: Connection, call: int) -> tuple[Asked, ...]:
    """When, who and what, the latest first."""
    asked = sa.select(table.c.at, table.c.by, table.c.what).where(table.c.call == call).order_by(table.c.id.desc())
    return tuple((at, by, what) for at, by, what in db.execute(asked))


def add_of_entry(db: Connection, booking: int, at: datetime, by: str, what: str) -> None:
    """Writes down that somebody was shown something of a diary entry."""
    documents.put(db, _of_entry(booking), ((at, by, what), *of_entry(db, booking)))


def of_entry(db: Connection, booking: int) -> tuple[Asked, ...]:
    """When, who and what, the latest first."""
    return documents.get(db, _of_entry(booking), tuple[Asked, ...]) or ()


def _of_entry(booking: int) -> str:
    return f"shown-of-entry-{booking}"
