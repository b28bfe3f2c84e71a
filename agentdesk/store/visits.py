"""Every place that AgentDesk has talked to, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.connection import Visit
from agentdesk.store.connected_tables import visits


def note(db: Connection, requests: Mapping[str, int], now: datetime) -> None:
    """Adds requests by host."""
    for host, count in requests.items():
        adding = sqlite.insert(visits).values(host=host, first_at=now, last_at=now, requests=count)
        more = {"last_at": now, "requests": visits.c.requests + count}
        db.execute(adding.on_conflict_do_update(index_elements=["host"], set_=more))


def all_(db: Connection) -> tuple[Visit, ...]:
    """The places, the one talked to last first."""
    return tuple(
        Visit(*each) for each in db.execute(sa.select(visits).order_by(visits.c.last_at.desc(), visits.c.host))
    )
