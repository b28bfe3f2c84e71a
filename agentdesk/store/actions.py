"""What somebody will do by when."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.finding import Kind
from agentdesk.store.prepared import Records
from agentdesk.store.tables import actions

_FIELDS = tuple(each.name for each in fields(Action))
_KIND = sa.type_coerce(actions.c.kind, sa.Enum(Kind, native_enum=False)).label("kind")
_ALL = sa.select(*(_KIND if each == "kind" else actions.c[each] for each in _FIELDS)).order_by(
    actions.c.due, actions.c.id
)

_EVERY = Records(Action, _ALL)
_OPEN = Records(Action, _ALL.where(actions.c.state == ActionState.OPEN.value))


def add(db: Connection, action: Action) -> Action:
    """Writes an action down and returns it with its id."""
    row = {each: getattr(action, each) for each in _FIELDS if each != "id"}
    return replace(action, id=db.execute(sa.insert(actions).values(row).returning(actions.c.id)).scalar_one())


def open_(db: Connection) -> tuple[Action, ...]:
    """What is still to be done, the earliest due first."""
    return _OPEN.all_(db, {})


def all_(db: Connection) -> tuple[Action, ...]:
    """Everything that was ever to be done, the earliest due first."""
    return _EVERY.all_(db, {})


def get(db: Connection, number: int) -> Action | None:
    return next((each for each in all_(db) if each.id == number), None)


def close(
    db: Connection, number: int, state: ActionState, at: datetime, note: str, shown_by: int | None = None
) -> None:
    """Says what became of an action, and which call showed it. OPEN opens it again."""
    closed_at = None if state is ActionState.OPEN else at
    values = {"state": state, "closed_at": closed_at, "note": note, "shown_by": shown_by}
    db.execute(sa.update(actions).where(actions.c.id == number).values(values))
