"""What was to be done at a service, written down before it was sent; and when the emergency stop was tried."""

from __future__ import annotations

import dataclasses
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.act import ActKind, ActRecord, ActState, Rehearsal
from agentdesk.store.outcome_tables import acts, rehearsals
from agentdesk.store.prepared import Records

_FIELDS = [each.name for each in dataclasses.fields(ActRecord)]
_REHEARSED = Records(
    Rehearsal,
    sa.select(*(rehearsals.c[each.name] for each in dataclasses.fields(Rehearsal))).order_by(
        rehearsals.c.at.desc(), rehearsals.c.id.desc()
    ),
)


def put(db: Connection, act: ActRecord) -> None:
    """Keeps an act as it stands now, under its id."""
    row = {each: getattr(act, each) for each in _FIELDS}
    adding = sqlite.insert(acts).values(**row)
    db.execute(adding.on_conflict_do_update(index_elements=["id"], set_=row))


def of(db: Connection, connection: str, external_id: str) -> tuple[ActRecord, ...]:
    """Every act on an agent, newest first."""
    query = sa.select(acts).where(acts.c.connection == connection, acts.c.external_id == external_id)
    return tuple(map(_act, db.execute(query.order_by(acts.c.id.desc()))))


def open_(db: Connection) -> tuple[ActRecord, ...]:
    """Acts that are not over, oldest first."""
    return tuple(map(_act, db.execute(sa.select(acts).where(acts.c.ended_at.is_(None)).order_by(acts.c.id))))


def stopped(db: Connection, connection: str) -> frozenset[str]:
    """The external ids of a connection's agents of which the last thing done was to stop them."""
    query = sa.select(acts.c.external_id, acts.c.kind).where(
        acts.c.connection == connection,
        acts.c.kind.in_([ActKind.STOP, ActKind.START]),
        acts.c.state != ActState.DROPPED,
    )
    last = {row.external_id: row.kind for row in db.execute(query.order_by(acts.c.id))}
    return frozenset(name for name, kind in last.items() if kind == ActKind.STOP)


def rehearse(db: Connection, rehearsal: Rehearsal) -> None:
    """Writes down that the emergency stop was tried, under a number of its own."""
    row = {each: getattr(rehearsal, each) for each in ("agent", "at", "by", "worked", "note")}
    db.execute(sa.insert(rehearsals).values(**row))


def rehearsed(db: Connection) -> tuple[Rehearsal, ...]:
    """Every rehearsal of every agent, the latest first."""
    return _REHEARSED.all_(db, {})


def _act(row: sa.Row[Any]) -> ActRecord:
    return ActRecord(
        row.id,
        row.connection,
        row.external_id,
        row.agent,
        ActKind(row.kind),
        row.plan,
        row.state,
        row.asked_at,
        row.asked_by,
        row.why,
        row.ended_at,
        row.trouble,
    )
