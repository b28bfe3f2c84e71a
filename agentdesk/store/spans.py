"""Calls of a stretch of time, found by id: ids follow the start, except for the few whose start was corrected."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from agentdesk.store.prepared import value
from agentdesk.store.tables import calls
from agentdesk.store.types import to_microseconds

LOW, HIGH = value("low", sa.BigInteger()), value("high", sa.BigInteger())
_IN_TIME = sa.and_(
    calls.c.started_at >= value("start", sa.BigInteger()), calls.c.started_at < value("end", sa.BigInteger())
)


def id_range(start: datetime, end: datetime) -> tuple[int, int]:
    """Below and above every id of a call that began in [start, end) and was not moved since."""
    return (to_microseconds(start) // 1000 << 20) - 1, (to_microseconds(end) // 1000 + 1) << 20


def span(start: datetime, end: datetime) -> dict[str, object]:
    """The values that the conditions here want, for calls that began in [start, end)."""
    low, high = id_range(start, end)
    return {"start": to_microseconds(start), "end": to_microseconds(end), "low": low, "high": high}


def calls_in_place() -> sa.ColumnElement[bool]:
    """Calls of the stretch whose ids say when they began."""
    return sa.and_(_IN_TIME, ~calls.c.moved, calls.c.id > LOW, calls.c.id < HIGH)


def calls_moved() -> sa.ColumnElement[bool]:
    """Calls of the stretch whose start was corrected; they have an index of their own."""
    return sa.and_(_IN_TIME, sa.text("calls.moved"))


def of_calls(column: sa.ColumnElement[int | None]) -> sa.ColumnElement[bool]:
    """That a column names a call of the stretch. Led by the column's own index, which must be there."""
    its_start = sa.exists().where(calls.c.id == column, _IN_TIME, ~calls.c.moved)
    in_place = sa.and_(column > LOW, column < HIGH, its_start)
    return sa.or_(in_place, column.in_(sa.select(calls.c.id).where(calls_moved())))
