"""The business, how it stood before, and the people in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.business import Business, Person, Role
from agentdesk.domain.history import BusinessVersion, changed_since, corrected
from agentdesk.store import documents
from agentdesk.store.codec import same_from_text, to_text
from agentdesk.store.desk_tables import business_versions as versions
from agentdesk.store.prepared import Prepared
from agentdesk.store.tables import people as table

_NAME = "business"
_SINCE_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_HISTORY = Prepared(sa.select(versions.c.from_at, versions.c.by, versions.c.body).order_by(versions.c.id))


def load(db: Connection) -> Business | None:
    """The business; None before it was first saved."""
    return documents.get_same(db, _NAME, Business)


def save(
    db: Connection,
    business: Business,
    at: datetime,
    by: str = "",
    *,
    as_it_always_was: bool = False,
    since: datetime | None = None,
) -> None:
    """Keeps the business as it stands from now on; how it stood until now stays in its history.

    `as_it_always_was`: what was written down last was a slip, and counts as if it had never been.
    `since`: it has been so from an earlier instant on.
    """
    before, stood = load(db), history(db)
    documents.put(db, _NAME, business)
    if before == business:
        return
    if as_it_always_was and stood:
        stood = corrected(stood, business)
    elif since is not None and stood:
        stood = changed_since(stood, business, since, by)
    else:
        # a clock that was set back must not put the business of now before the one it follows
        stood = (*stood, BusinessVersion(business, max(at, stood[-1].from_at) if stood else at, by))
    _write(db, stood)


def restore(db: Connection, stood: Sequence[BusinessVersion]) -> None:
    """Keeps this history, at least one version, in place of the one that is there."""
    documents.put(db, _NAME, stood[-1].business)
    _write(db, stood)


def _write(db: Connection, stood: Sequence[BusinessVersion]) -> None:
    db.execute(sa.delete(versions))
    rows = [{"from_at": each.from_at, "by": each.by, "body": to_text(each.business)} for each in stood]
    db.execute(sa.insert(versions), rows)


def history(db: Connection) -> tuple[BusinessVersion, ...]:
    """Every version, oldest first; empty before the business was first saved."""
    kept = _HISTORY.columns(db, {})
    if kept:
        return tuple(
            BusinessVersion(same_from_text(body, Business), from_at, by)
            for from_at, by, body in zip(*kept, strict=True)
        )
    business = load(db)
    return () if business is None else (BusinessVersion(business, _SINCE_EVER),)


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
