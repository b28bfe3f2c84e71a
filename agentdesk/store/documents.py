"""Small things kept whole: one JSON text for each name."""

from __future__ import annotations

from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.store.codec import from_text, to_text
from agentdesk.store.tables import documents

T = TypeVar("T")


def put(db: Connection, name: str, value: object) -> None:
    """Keeps a record under a name, in place of the one before. Records are dataclasses, or plain JSON values."""
    adding = sqlite.insert(documents).values(name=name, body=to_text(value))
    db.execute(adding.on_conflict_do_update(index_elements=["name"], set_={"body": adding.excluded.body}))


def get(db: Connection, name: str, kind: type[T]) -> T | None:
    """The record under a name, None where there is none."""
    body = db.scalar(sa.select(documents.c.body).where(documents.c.name == name))
    return None if body is None else from_text(body, kind)


def remove(db: Connection, name: str) -> None:
    """Forgets the record; nothing happens where there is none."""
    db.execute(sa.delete(documents).where(documents.c.name == name))
