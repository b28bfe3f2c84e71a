"""Where calls and bookings come from."""

from __future__ import annotations

from dataclasses import asdict, fields

import sqlalchemy as sa
from sqlalchemy import Connection as Database
from sqlalchemy.dialects import sqlite

from agentdesk.domain.connection import Connection
from agentdesk.store.tables import bookings, connections, day_totals

_ALL = sa.select(*(connections.c[each.name] for each in fields(Connection)))


def all_(db: Database) -> tuple[Connection, ...]:
    """Every connection, by name."""
    return tuple(Connection(*each) for each in db.execute(_ALL.order_by(connections.c.name)))


def get(db: Database, name: str) -> Connection | None:
    found = db.execute(_ALL.where(connections.c.name == name)).first()
    return None if found is None else Connection(*found)


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
