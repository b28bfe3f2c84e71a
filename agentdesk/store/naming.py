"""Which agent of the list took a call: by the service's own id, else by name."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.store.prepared import Prepared, at_most, value
from agentdesk.store.tables import agents, calls, day_totals, findings
from agentdesk.store.totals import rebuild


class AgentNames:
    """The list of agents, made ready to look names up in."""

    def __init__(self, db: Connection) -> None:
        self._by_id: dict[tuple[str, str], str] = {}
        self._by_name: dict[str, str] = {}
        for name, connection, external_id in db.execute(
            sa.select(agents.c.name, agents.c.connection, agents.c.external_id)
        ):
            self._by_name[name.casefold()] = name
            if connection is not None and external_id is not None:
                self._by_id[connection, external_id] = name

    def name(self, connection: str, external_id: str | None, said: str | None) -> str | None:
        """Our name for the agent. `said` is what the call itself brought, kept where the list knows no better."""
        if external_id is not None:
            known = self._by_id.get((connection, external_id)) or self._by_name.get(external_id.strip().casefold())
            if known is not None:
                return known
        return said if said is None else self._by_name.get(said.strip().casefold(), said)


def assign_agents(db: Connection) -> int:
    """Gives calls and findings the agent that the list now says they belong to. Returns how many calls changed."""
    names = AgentNames(db)
    kinds = db.execute(
        sa.select(day_totals.c.connection, day_totals.c.agent_external_id, day_totals.c.agent).distinct()
    ).all()
    changed = 0
    for connection, source, agent in kinds:
        name = names.name(connection, source or None, agent or None)
        if name == (agent or None):
            continue
        for table in (calls, findings):
            done = db.execute(
                sa.update(table)
                .where(
                    table.c.connection == connection,
                    table.c.agent_external_id.is_not_distinct_from(source or None),
                    table.c.agent.is_not_distinct_from(agent or None),
                )
                .values(agent=name)
            )
            changed += done.rowcount if table is calls else 0
    if changed:
        rebuild(db)
    return changed


_CONNECTION, _SOURCE = value("connection", sa.Text()), value("source", sa.Text())
_HERE = (sa.text("agent = ''"), day_totals.c.agent_external_id != "")
_WHO = (day_totals.c.connection, day_totals.c.agent_external_id)
# From each to the next, so that the many days of one are not looked at.
_NEXT_UNLISTED = tuple(
    Prepared(at_most(sa.select(*_WHO).where(*_HERE, *after).order_by(*_WHO), 1))
    for after in (
        (day_totals.c.connection == _CONNECTION, day_totals.c.agent_external_id > _SOURCE),
        (day_totals.c.connection > _CONNECTION,),
    )
)
_CALLS_OF_UNLISTED = Prepared(
    sa.select(sa.func.coalesce(sa.func.sum(day_totals.c.calls), 0)).where(
        *_HERE,
        day_totals.c.connection == _CONNECTION,
        day_totals.c.agent_external_id == _SOURCE,
        day_totals.c.day.between(value("first", sa.Text()), value("last", sa.Text())),
    )
)
_OF_SOURCE = sa.select(calls.c.started_at).where(
    calls.c.agent.is_(None),
    calls.c.connection == _CONNECTION,
    calls.c.agent_external_id == _SOURCE,
)
_LATEST = Prepared(at_most(_OF_SOURCE.order_by(calls.c.id.desc()), 1))


def unlisted_agents(db: Connection, first: date, last: date) -> tuple[tuple[str, str, int, datetime], ...]:
    """Agents that took calls without being on the list: connection, the service's id, calls of these days, when the
    last of all began.
    """
    found = []
    names = {"connection": "", "source": ""}
    days = {"first": first.isoformat(), "last": last.isoformat()}
    while who := next((row for each in _NEXT_UNLISTED for row in each.rows(db, names)), None):
        names = dict(zip(names, who, strict=True))
        [(number,)] = _CALLS_OF_UNLISTED.rows(db, names | days)
        found.append((*who, number, _LATEST.read(db, names)[0][0]))
    return tuple(found)
