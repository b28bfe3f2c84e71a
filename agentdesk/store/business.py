"""The business and the people in it."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.business import Business, Person, Role
from agentdesk.store import documents
from agentdesk.store.tables import people as table

_NAME = "business"


def load(db: Connection) -> Business | None:
    """The business; None before it was first saved."""
    return documents.get_same(db, _NAME, Business)


def save(db: Connection, business: Business) -> None:
    documents.put(db, _NAME, business)


def people(db: Connection) -> tuple[Person, ...]:
    """Everybody, in the order in which they were saved."""
    found = db.execute(sa.select(table.c.name, table.c.role).order_by(table.c.place))
    return tuple(Person(name, Role(role)) for name, role in found)


def save_people(db: Connection, people: Sequence[Person]) -> None:
    """Keeps this list in place of the one before. Names must differ."""
    db.execute(sa.delete(table))
    if people:
        rows = [{"name": each.name, "role": each.role, "place": place} for place, each in enumerate(people)]
        db.execute(sa.insert(table), rows)
