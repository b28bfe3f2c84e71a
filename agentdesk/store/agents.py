"""The list of agents and the steps of their lives."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.agent import Agent, StageChange
from agentdesk.store.codec import same_from_text, to_text
from agentdesk.store.outcome_tables import acts, approvals, escalations, known_facts, rehearsals, walks
from agentdesk.store.prepared import Prepared, Records, value
from agentdesk.store.tables import actions, agents, brief_versions, calls, day_totals, findings, stage_changes
from agentdesk.store.types import plain

_OF_AN_AGENT = (
    *(stage_changes, brief_versions, calls, findings, day_totals, actions),
    *(rehearsals, known_facts, escalations, approvals, acts, walks),
)
"""Tables whose rows name the agent they belong to."""
_BODIES = Prepared(sa.select(agents.c.body))
_STAGES = Records(
    StageChange,
    sa.select(*(stage_changes.c[each] for each in ("agent", "stage", "at", "by", "why")))
    .where(stage_changes.c.agent == value("agent", sa.Text()))
    .order_by(stage_changes.c.at, stage_changes.c.id),
)
_BODY = Prepared(sa.select(agents.c.body).where(agents.c.name == value("name", sa.Text())))


def all_(db: Connection) -> tuple[Agent, ...]:
    """Every agent, by name whatever its capitals."""
    found = [same_from_text(body, Agent) for (body,) in _BODIES.rows(db, {})]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.name)))


def get(db: Connection, name: str) -> Agent | None:
    return next((same_from_text(body, Agent) for (body,) in _BODY.rows(db, {"name": plain(name)})), None)


def put(db: Connection, agent: Agent, was: str | None = None) -> None:
    """Keeps an agent. `was` is its old name: everything that is kept of it goes on under the new one.

    Which calls are its own follows from the list with `calls.assign_agents`.
    """
    row = {
        "name": agent.name,
        "connection": agent.connection,
        "external_id": agent.external_id,
        "stage": agent.stage,
        "body": to_text(agent),
    }
    if was is not None and was != agent.name:
        db.execute(sa.update(agents).where(agents.c.name == was).values(row))
        for table in _OF_AN_AGENT:
            db.execute(sa.update(table).where(table.c.agent == was).values(agent=agent.name))
    adding = sqlite.insert(agents).values(row)
    db.execute(adding.on_conflict_do_update(index_elements=["name"], set_=row))


def add_stage(db: Connection, change: StageChange) -> None:
    """Writes down a step. The history only grows."""
    values: dict[str, Any] = {each: getattr(change, each) for each in ("agent", "stage", "at", "by", "why")}
    db.execute(sa.insert(stage_changes).values(values))


def stages(db: Connection, agent: str) -> tuple[StageChange, ...]:
    """The steps of an agent's life, oldest first."""
    return _STAGES.all_(db, {"agent": plain(agent)})
