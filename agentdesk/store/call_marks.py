"""Which calls somebody said were spam, a test or a wrong number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.call_mark import Mark, MarkedCall
from agentdesk.domain.money import Money
from agentdesk.store.outcome_tables import call_marks
from agentdesk.store.prepared import Prepared, among, listed
from agentdesk.store.spans import of_calls, span
from agentdesk.store.tables import calls

_OF = Prepared(sa.select(call_marks.c.call_id, call_marks.c.mark).where(among(call_marks.c.call_id, "ids")))
_BETWEEN = Prepared(sa.select(call_marks.c.call_id).where(of_calls(call_marks.c.call_id)))
_LISTED = (
    calls.c.id,
    calls.c.connection,
    calls.c.external_id,
    calls.c.agent,
    calls.c.started_at,
    calls.c.seconds,
    calls.c.caller,
    calls.c.cost_minor,
    calls.c.cost_scale,
    calls.c.cost_currency,
    call_marks.c.mark,
    call_marks.c.by,
)
_ROWS = Prepared(
    sa.select(*_LISTED)
    .join_from(call_marks, calls, calls.c.id == call_marks.c.call_id)
    .where(among(call_marks.c.call_id, "ids"))
    .order_by(calls.c.started_at, calls.c.id)
)


def put(db: Connection, ids: Collection[int], mark: Mark, at: datetime, by: str) -> None:
    """Marks calls; what they were marked as before is forgotten. Calls that aren't known are left out."""
    known = db.scalars(sa.select(calls.c.id).where(among(calls.c.id, "ids")), {"ids": listed(ids)})
    rows = [{"call_id": each, "mark": mark.value, "at": at, "by": by} for each in known]
    if rows:
        adding = sqlite.insert(call_marks)
        values = {each: adding.excluded[each] for each in ("mark", "at", "by")}
        db.execute(adding.on_conflict_do_update(index_elements=["call_id"], set_=values), rows)


def remove(db: Connection, ids: Collection[int]) -> None:
    """Takes the marks of calls away."""
    db.execute(sa.delete(call_marks).where(among(call_marks.c.call_id, "ids")), {"ids": listed(ids)})


def of(db: Connection, ids: Sequence[int]) -> dict[int, Mark]:
    """The marks of those of these calls that have one."""
    return {call: Mark(mark) for call, mark in _OF.rows(db, {"ids": listed(ids)})}


def between(db: Connection, start: datetime, end: datetime) -> frozenset[int]:
    """The marked calls that began in [start, end)."""
    return frozenset(call for (call,) in _BETWEEN.rows(db, span(start, end)))


def rows(db: Connection, start: datetime, end: datetime) -> tuple[MarkedCall, ...]:
    """The marked calls that began in [start, end), oldest first."""
    # not as one query: SQLite would walk every call of the stretch
    ids = between(db, start, end)
    return tuple(map(_marked, _ROWS.read(db, {"ids": listed(ids)}))) if ids else ()


def _marked(row: Sequence[Any]) -> MarkedCall:
    number, connection, external_id, agent, at, seconds, caller, minor, scale, currency, mark, by = row
    cost = None if minor is None else Money(minor, scale, currency)
    return MarkedCall(number, connection, external_id, agent, at, seconds, caller, cost, Mark(mark), by)
