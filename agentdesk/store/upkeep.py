"""Looking after the store: is all well, and what follows from the calls made anew."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from agentdesk.store import search, totals
from agentdesk.store.engine import check_engine
from agentdesk.store.tables import day_totals
from agentdesk.store.version import VERSION


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What "About" says of the database below."""

    engine: str
    encryption: str
    tables: int


def engine_facts(db: Connection) -> EngineFacts:
    """Raises OldEngine for one with a known fault."""
    check_engine()
    encryption = db.exec_driver_sql("PRAGMA cipher_version").scalar_one()
    return EngineFacts(sqlcipher.sqlite_version, str(encryption), VERSION)


def check(db: Connection) -> tuple[str, ...]:
    """What isn't well, one sentence each; empty when all is. Reads everything, on a writing connection."""
    if db.exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None:
        return ("Part of what AgentDesk keeps can't be read. Put the newest backup back.",)
    if db.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
        return ("What AgentDesk keeps is out of order. Put the newest backup back.",)
    wrong = []
    if db.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        wrong.append("Something is kept that belongs to a call or a review that is gone.")
    if not search.agrees(db):
        wrong.append("Searching may miss calls.")
    if not _totals_agree(db):
        wrong.append("The days' totals don't agree with the calls.")
    return tuple(wrong)


def mend(db: Connection) -> None:
    """Makes everything anew that follows from the calls: the search index and the days' totals."""
    search.rebuild(db)
    totals.rebuild(db)


def _totals_agree(db: Connection) -> bool:
    kept = sa.select(day_totals)
    asked = totals.from_calls()
    return db.execute(kept.except_(asked)).first() is None and db.execute(asked.except_(kept)).first() is None
