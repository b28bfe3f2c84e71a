"""Small things kept whole: one JSON text for each name."""

from __future__ import annotations

from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.store.codec import from_text, same_from_text, to_text
from agentdesk.store.prepared import Prepared, value
from agentdesk.store.tables import documents

T = TypeVar("T")

_BODY = Prepared(sa.select(documents.c.body).where(documents.c.name == value("name", sa.Text())))


def put(db: Connection, name: str, record: object) -> None:
    """Keeps a record under a name, in place of the one before. Records are dataclasses, or plain JSON values."""
    adding = sqlite.insert(documents).values(name=name, body=to_text(record))
    db.execute(adding.on_conflict_do_update(index_elements=["name"], set_={"body": adding.excluded.body}))


def get(db: Connection, name: str, kind: type[T]) -> T | None:
    """The record under a name, None where there is none."""
    body = _body(db, name)
    return None if body is None else from_text(body, kind)


def get_same(db: Connection, name: str, kind: type[T]) -> T | None:
    """Like `get`; as long as the text is the same, the same record. Only for records that nobody can change."""
    body = _body(db, name)
    return None if body is None else same_from_text(body, kind)


def remove(db: Connection, name: str) -> None:
    """Forgets the record; nothing happens where there is none."""
    db.execute(sa.delete(documents).where(documents.c.name == name))


def _body(db: Connection, name: str) -> str | None:
    found = _BODY.rows(db, {"name": name})
    return found[0][0] if found else None
