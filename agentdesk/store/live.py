"""The agents that services have, and what each was told, version by version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.live_agent import KnownAgent, LiveAgent, LiveSetup, SetupVersion
from agentdesk.store.answers import pack, unpack
from agentdesk.store.codec import from_text, to_text
from agentdesk.store.connected_tables import live_agents, live_setups
from agentdesk.store.prepared import Prepared, value
from agentdesk.store.types import plain

_KEY = ["connection", "external_id"]
_AS_SEEN = sa.select(live_agents).order_by(live_agents.c.first_seen_at, *(live_agents.c[each] for each in _KEY))
_ALL = Prepared(_AS_SEEN)
_OF_CONNECTION = Prepared(_AS_SEEN.where(live_agents.c.connection == value("connection", sa.Text())))


def all_(db: Connection, connection: str | None = None) -> tuple[KnownAgent, ...]:
    """The agents of one connection, or of all, in the order in which they were first seen."""
    found = _ALL.read(db, {}) if connection is None else _OF_CONNECTION.read(db, {"connection": plain(connection)})
    return tuple(map(_known, found))


def list_(db: Connection, connection: str, agents: Sequence[LiveAgent], now: datetime) -> None:
    """Brings the list in step with what the service listed: who isn't on it any more is gone since now."""
    for each in agents:
        row = {
            "connection": connection,
            "external_id": each.external_id,
            "name": each.name,
            "numbers": to_text(each.numbers),
            "version": each.version,
            "changed_at": each.changed_at,
            "changed_by": each.changed_by,
            "gone_at": None,
        }
        adding = sqlite.insert(live_agents).values(first_seen_at=now, **row)
        db.execute(adding.on_conflict_do_update(index_elements=_KEY, set_=row))
    here = {each.external_id for each in agents}
    for known in all_(db, connection):
        if known.gone_at is None and known.agent.external_id not in here:
            db.execute(
                sa.update(live_agents).where(*_is(live_agents, connection, known.agent.external_id)).values(gone_at=now)
            )


def setups(db: Connection, connection: str, external_id: str) -> tuple[SetupVersion, ...]:
    """Every version of an agent's set-up, newest first."""
    query = sa.select(live_setups).where(*_is(live_setups, connection, external_id))
    return tuple(map(_version, db.execute(query.order_by(live_setups.c.number.desc()))))


def approved(versions: Sequence[SetupVersion]) -> SetupVersion | None:
    """Of versions newest first, the one that was approved last."""
    given = [each for each in versions if each.approved_at is not None]
    return max(given, key=lambda each: (each.approved_at, each.number), default=None)


def add_setup(db: Connection, version: SetupVersion, raw: bytes) -> None:
    """Keeps a version with the whole configuration it came from, for putting back."""
    db.execute(
        sa.insert(live_setups).values(
            connection=version.connection,
            external_id=version.external_id,
            number=version.number,
            seen_at=version.seen_at,
            version=version.version,
            body=to_text(version.setup),
            raw=pack(raw),
            approved_at=version.approved_at,
            approved_by=version.approved_by,
            why=version.why,
        )
    )


def raw_setup(db: Connection, connection: str, external_id: str, number: int) -> bytes | None:
    """The whole configuration of a version as the service gave it, without its secrets."""
    here = sa.and_(*_is(live_setups, connection, external_id), live_setups.c.number == number)
    found = db.scalar(sa.select(live_setups.c.raw).where(here))
    return None if found is None else unpack(found)


def approve(db: Connection, version: SetupVersion, at: datetime, by: str, why: str) -> SetupVersion:
    """Writes down who approved a version, when and why."""
    here = sa.and_(*_is(live_setups, version.connection, version.external_id), live_setups.c.number == version.number)
    db.execute(sa.update(live_setups).where(here).values(approved_at=at, approved_by=by, why=why))
    return replace(version, approved_at=at, approved_by=by, why=why)


def _is(table: sa.Table, connection: str, external_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.connection == connection, table.c.external_id == external_id


def _known(row: sa.Row[Any]) -> KnownAgent:
    numbers = from_text(row.numbers, tuple[str, ...])
    agent = LiveAgent(row.external_id, row.name, numbers, row.version, row.changed_at, row.changed_by)
    return KnownAgent(row.connection, agent, row.first_seen_at, row.gone_at)


def _version(row: sa.Row[Any]) -> SetupVersion:
    return SetupVersion(
        row.connection,
        row.external_id,
        row.number,
        row.seen_at,
        row.version,
        from_text(row.body, LiveSetup),
        row.approved_at,
        row.approved_by,
        row.why,
    )
