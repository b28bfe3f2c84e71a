"""The versions of each agent's brief. Approved ones never change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.brief import Brief, BriefVersion
from agentdesk.domain.errors import Sorry
from agentdesk.store.codec import same_from_text, to_text
from agentdesk.store.prepared import Prepared, at_most, filling, value
from agentdesk.store.tables import brief_versions as table
from agentdesk.store.types import to_microseconds

_BEFORE_BODY, _AFTER_BODY = ("agent", "number"), ("saved_at", "saved_by", "approved_at", "approved_by", "why")
_ALL = sa.select(*(table.c[each] for each in (*_BEFORE_BODY, "body", *_AFTER_BODY)))
_NEWEST_FIRST = table.c.number.desc()
_OF_AGENT = table.c.agent == value("agent", sa.Text())
_EVERY = Prepared(_ALL.order_by(table.c.agent, _NEWEST_FIRST))
_VERSIONS = Prepared(_ALL.where(_OF_AGENT).order_by(_NEWEST_FIRST))
_DRAFT = Prepared(at_most(_ALL.where(_OF_AGENT, table.c.approved_at.is_(None)).order_by(_NEWEST_FIRST), 1))
_APPROVED = Prepared(at_most(_ALL.where(_OF_AGENT, table.c.approved_at.is_not(None)).order_by(_NEWEST_FIRST), 1))
_APPROVED_BY = sa.select(table.c.number).where(_OF_AGENT, table.c.approved_at <= value("at", sa.BigInteger()))
_IN_FORCE = Prepared(at_most(_APPROVED_BY.order_by(_NEWEST_FIRST), 1))


def versions(db: Connection, agent: str) -> tuple[BriefVersion, ...]:
    """Every version of an agent's brief, the draft among them, newest first."""
    return _made(_VERSIONS.columns(db, {"agent": agent}))


def by_agent(db: Connection) -> dict[str, tuple[BriefVersion, ...]]:
    """Every version of every brief, newest first, by the agent."""
    whole = _made(_EVERY.columns(db, {}))
    return {agent: tuple(group) for agent, group in groupby(whole, key=lambda each: each.agent)}


def draft(db: Connection, agent: str) -> BriefVersion | None:
    """The newest version that nobody has approved yet, None where there is none."""
    return next(iter(_made(_DRAFT.columns(db, {"agent": agent}))), None)


def approved(db: Connection, agent: str) -> BriefVersion | None:
    """The newest approved version, the one that counts."""
    return next(iter(_made(_APPROVED.columns(db, {"agent": agent}))), None)


def in_force(db: Connection, agent: str, at: datetime) -> int | None:
    """The number of the newest version that was approved by then."""
    return next((number for (number,) in _IN_FORCE.rows(db, {"agent": agent, "at": to_microseconds(at)})), None)


def save_draft(db: Connection, version: BriefVersion) -> None:
    """Keeps a draft, in place of the one of that number. Raises Sorry when that one has been approved."""
    row = {
        "agent": version.agent,
        "number": version.number,
        "body": to_text(version.brief),
        "saved_at": version.saved_at,
        "saved_by": version.saved_by,
        "approved_at": None,
        "approved_by": None,
        "why": version.why,
    }
    adding = sqlite.insert(table).values(row)
    done = db.execute(
        adding.on_conflict_do_update(index_elements=["agent", "number"], set_=row, where=table.c.approved_at.is_(None))
    )
    if done.rowcount == 0:
        raise Sorry("This version of the brief is approved and stays as it is. Open the brief again to change it.")


def approve(db: Connection, agent: str, number: int, at: datetime, by: str, why: str) -> None:
    """Approves a draft, once. Raises Sorry when there is no draft of that number."""
    waiting = sa.and_(table.c.agent == agent, table.c.number == number, table.c.approved_at.is_(None))
    done = db.execute(sa.update(table).where(waiting).values(approved_at=at, approved_by=by, why=why))
    if done.rowcount == 0:
        raise Sorry("This version of the brief isn't waiting for approval any more. Open the brief again.")


_fill = filling(BriefVersion, (*_BEFORE_BODY, "brief", *_AFTER_BODY))


def _made(columns: Sequence[Sequence[Any]]) -> tuple[BriefVersion, ...]:
    """The versions of the columns of `_ALL`."""
    if not columns:
        return ()
    agent, number, body, *rest = columns
    return tuple(_fill([agent, number, [same_from_text(each, Brief) for each in body], *rest]))
