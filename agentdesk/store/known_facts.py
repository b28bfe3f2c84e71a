"""Facts that changed, until a later call shows that an agent knows them."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.known_fact import KnownFact
from agentdesk.store.outcome_tables import known_facts as table
from agentdesk.store.prepared import Records

_FIELDS = [each.name for each in dataclasses.fields(KnownFact)]
_ALL = sa.select(*(table.c[each] for each in _FIELDS)).order_by(table.c.changed_at.desc(), table.c.id)
_EVERY = Records(KnownFact, _ALL)
# the words of the index, so that it is found
_OPEN = Records(KnownFact, _ALL.where(sa.text("known_at IS NULL")))


def add(db: Connection, fact: KnownFact) -> bool:
    """Opens a line, under a number of its own; False where the same change has one already."""
    row = {each: getattr(fact, each) for each in _FIELDS if each != "id"}
    return db.execute(sqlite.insert(table).values(**row).on_conflict_do_nothing()).rowcount > 0


def all_(db: Connection) -> tuple[KnownFact, ...]:
    """Every line, the latest change first."""
    return _EVERY.all_(db, {})


def open_(db: Connection) -> tuple[KnownFact, ...]:
    """Those that nothing has shown yet, the latest change first."""
    return _OPEN.all_(db, {})


def show(db: Connection, number: int, call: int | None, at: datetime, note: str) -> None:
    """Says what showed that the agent knows, and when."""
    db.execute(sa.update(table).where(table.c.id == number).values(call=call, known_at=at, note=note))


def drop(db: Connection, number: int) -> None:
    """Forgets a line: it was changed again, or back, before anything showed it."""
    db.execute(sa.delete(table).where(table.c.id == number))
