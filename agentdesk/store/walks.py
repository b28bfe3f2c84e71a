"""Checklists being walked through, and those that were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.walk import Tick, Walk
from agentdesk.store.codec import same_from_text, to_text
from agentdesk.store.outcome_tables import walks
from agentdesk.store.prepared import Prepared, value
from agentdesk.store.types import plain

_ALL = sa.select(walks)
_OF_AGENT = Prepared(_ALL.where(walks.c.agent == value("agent", sa.Text())).order_by(walks.c.id.desc()))


def begin(db: Connection, walk: Walk) -> Walk:
    """Writes a walk down and returns it with its number."""
    row = {
        "checklist": walk.checklist,
        "agent": walk.agent,
        "started_at": walk.started_at,
        "started_by": walk.started_by,
        "body": to_text(walk.ticks),
        "ended_at": walk.ended_at,
    }
    return replace(walk, id=db.execute(sa.insert(walks).values(row).returning(walks.c.id)).scalar_one())


def change(db: Connection, walk: Walk) -> None:
    """Keeps what was ticked, and when it ended."""
    kept = {"body": to_text(walk.ticks), "ended_at": walk.ended_at}
    db.execute(sa.update(walks).where(walks.c.id == walk.id).values(kept))


def get(db: Connection, number: int) -> Walk | None:
    return next(iter(_made(db.execute(_ALL.where(walks.c.id == number)))), None)


def of_agent(db: Connection, agent: str) -> tuple[Walk, ...]:
    """Every walk of an agent, the latest first."""
    return _made(_OF_AGENT.read(db, {"agent": plain(agent)}))


def _made(rows: Iterable[Any]) -> tuple[Walk, ...]:
    return tuple(
        Walk(
            each.id,
            each.checklist,
            each.agent,
            each.started_at,
            each.started_by,
            same_from_text(each.body, tuple[Tick, ...]),
            each.ended_at,
        )
        for each in rows
    )
