"""Who asked to see what is hidden in a call. The list only grows."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.store.desk_tables import times_shown as table


def add(db: Connection, call: int, at: datetime, by: str, what: str) -> None:
    """Writes down that somebody was shown something of a call."""
    db.execute(sa.insert(table).values(call=call, at=at, by=by, what=what))


def of_call(db: Connection, call: int) -> tuple[tuple[datetime, str, str], ...]:
    """When, who and what, the latest first."""
    asked = sa.select(table.c.at, table.c.by, table.c.what).where(table.c.call == call).order_by(table.c.id.desc())
    return tuple((at, by, what) for at, by, what in db.execute(asked))
