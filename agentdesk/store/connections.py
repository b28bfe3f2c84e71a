"""Where calls and bookings come from."""

from __future__ import annotations

from dataclasses import asdict, fields

import sqlalchemy as sa
from sqlalchemy import Connection as Database
from sqlalchemy.dialects import sqlite

from agentdesk.domain.connection import Connection
from agentdesk.store.prepared import Records, value
from agentdesk.store.tables import bookings, connections, day_totals
from agentdesk.store.types import plain

_ALL = sa.select(*(connections.c[each.name] for each in fields(Connection)))
_BY_NAME = Records(Connection, _ALL.order_by(connections.c.name))
_ONE = Records(Connection, _ALL.where(connections.c.name == value("name", sa.Text())))


def all_(db: Database) -> tuple[Connection, ...]:
    """Every connection, by name."""
    return _BY_NAME.all_(db, {})


def get(db: Database, name: str) -> Connection | None:
    return next(iter(_ONE.all_(db, {"name": plain(name)})), None)


def put(db: Database, connection: Connection) -> None:
    """Keeps a connection, in place of the one of that name."""
    row = asdict(connection)
    adding = sqlite.insert(connections).values(row)
    db.execute(adding.on_conflict_do_update(index_elements=["name"], set_=row))


def remove(db: Database, name: str) -> None:
    """Forgets a connection; its calls and entries stay."""
    db.execute(sa.delete(connections).where(connections.c.name == name))


def counts(db: Database, name: str) -> tuple[int, int]:
    """How many calls and entries came from a connection."""
    of_calls = sa.select(sa.func.sum(day_totals.c.calls)).where(day_totals.c.connection == name)
    of_bookings = sa.select(sa.func.count()).select_from(bookings).where(bookings.c.connection == name)
    return int(db.scalar(of_calls) or 0), int(db.scalar(of_bookings) or 0)
