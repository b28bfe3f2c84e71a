"""What services answered, kept packed beside what was understood of it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.store.connected_tables import raw_answers
from agentdesk.store.intake import replacing
from agentdesk.store.types import plain

_KEEP = replacing(raw_answers)


def pack(body: bytes) -> bytes:
    return zlib.compress(body, 6)


def unpack(body: bytes) -> bytes:
    return zlib.decompress(body)


def put(db: Connection, connection: str, kind: str, answers: Sequence[tuple[str, bytes]]) -> None:
    """Keeps answers by external id, each in place of the one before."""
    if answers:
        where = plain(connection)
        rows = [(where, kind, plain(external_id), pack(body)) for external_id, body in answers]
        db.exec_driver_sql(_KEEP, rows)


def get(db: Connection, connection: str, kind: str, external_id: str) -> bytes | None:
    """The answer as it was kept; None where none is."""
    here = sa.and_(
        raw_answers.c.connection == connection,
        raw_answers.c.kind == kind,
        raw_answers.c.external_id == external_id,
    )
    body = db.scalar(sa.select(raw_answers.c.body).where(here))
    return None if body is None else unpack(body)
