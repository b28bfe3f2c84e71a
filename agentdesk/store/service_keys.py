"""Keys of services, inside the encrypted store: only where the computer has no key store of its own."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.store.connected_tables import service_keys


def put(db: Connection, connection: str, key: str) -> None:
    adding = sqlite.insert(service_keys).values(connection=connection, key=key)
    db.execute(adding.on_conflict_do_update(index_elements=["connection"], set_={"key": key}))


def get(db: Connection, connection: str) -> str | None:
    found: str | None = db.scalar(sa.select(service_keys.c.key).where(service_keys.c.connection == connection))
    return found


def remove(db: Connection, connection: str) -> None:
    db.execute(sa.delete(service_keys).where(service_keys.c.connection == connection))
