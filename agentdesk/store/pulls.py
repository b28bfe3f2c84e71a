"""How far each connection was read, how the last reading went, and what must be read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.connection import Aside, PullState
from agentdesk.store.connected_tables import call_reads, pull_positions, pull_states, set_aside
from agentdesk.store.intake import replacing
from agentdesk.store.prepared import Prepared, Records, among, listed, value
from agentdesk.store.records import CallRead
from agentdesk.store.types import plain, to_microseconds

_NOTE_READ = replacing(call_reads)
_MARKS = Prepared(
    sa.select(call_reads.c.external_id, call_reads.c.mark).where(
        call_reads.c.connection == value("connection", sa.Text()), among(call_reads.c.external_id, "names")
    )
)
_STATES = Records(PullState, sa.select(pull_states).order_by(pull_states.c.connection))
_STATE = Records(PullState, sa.select(pull_states).where(pull_states.c.connection == value("connection", sa.Text())))


def position(db: Connection, connection: str, stream: str) -> str | None:
    """Where the reading of a stream ("calls", "bookings") stands; None where it was never read."""
    here = sa.and_(pull_positions.c.connection == connection, pull_positions.c.stream == stream)
    found: str | None = db.scalar(sa.select(pull_positions.c.position).where(here))
    return found


def move(db: Connection, connection: str, stream: str, to: str) -> None:
    """Moves the position, in the transaction that keeps the rows before it."""
    adding = sqlite.insert(pull_positions).values(connection=connection, stream=stream, position=to)
    db.execute(adding.on_conflict_do_update(index_elements=["connection", "stream"], set_={"position": to}))


def states(db: Connection) -> tuple[PullState, ...]:
    """How the last pull of each connection went, by name."""
    return _STATES.all_(db, {})


def state(db: Connection, connection: str) -> PullState | None:
    return next(iter(_STATE.all_(db, {"connection": plain(connection)})), None)


def put_state(db: Connection, now: PullState) -> None:
    row = asdict(now)
    adding = sqlite.insert(pull_states).values(row)
    db.execute(adding.on_conflict_do_update(index_elements=["connection"], set_=row))


def marks(db: Connection, connection: str, external_ids: Sequence[str]) -> dict[str, str]:
    """The mark under which each call was last read, of those that ever were."""
    values = {"connection": connection, "names": listed(external_ids)}
    return dict(_MARKS.rows(db, values))


def due(db: Connection, connection: str, now: datetime) -> dict[str, datetime | None]:
    """Calls that are to be read again by now, and when they began; and those set aside that have a name to ask by."""
    late = sa.select(call_reads.c.external_id, call_reads.c.started_at).where(
        call_reads.c.connection == connection, call_reads.c.due_at.is_not(None), call_reads.c.due_at <= now
    )
    retried: dict[str, datetime | None] = dict.fromkeys(_retried(db, connection, "calls"))
    return retried | dict(iter(db.execute(late)))


def set_aside_due(db: Connection, connection: str, kind: str) -> tuple[str, ...]:
    """What was set aside and can be asked for by name."""
    return tuple(_retried(db, connection, kind))


def _retried(db: Connection, connection: str, kind: str) -> Sequence[str]:
    here = sa.and_(set_aside.c.connection == connection, set_aside.c.kind == kind, set_aside.c.retry)
    return db.scalars(sa.select(set_aside.c.name).where(here).order_by(set_aside.c.name)).all()


def note_reads(db: Connection, connection: str, reads: Sequence[CallRead]) -> None:
    """Writes down that calls were read, under which mark, and when each is to be read again."""
    if reads:
        rows = [
            (
                plain(connection),
                plain(each.external_id),
                to_microseconds(each.started_at),
                each.mark,
                None if each.due_at is None else to_microseconds(each.due_at),
            )
            for each in reads
        ]
        db.exec_driver_sql(_NOTE_READ, rows)


def settle(db: Connection, connection: str, external_ids: Sequence[str]) -> None:
    """These are not asked for again: the service no longer has them."""
    here = sa.and_(call_reads.c.connection == connection, call_reads.c.external_id.in_(external_ids))
    db.execute(sa.update(call_reads).where(here).values(due_at=None))


def newest(db: Connection, connection: str, at_most: int) -> tuple[datetime, datetime] | None:
    """When the newest call started, and the one `at_most` places before it or the oldest; None without calls."""
    query = sa.select(call_reads.c.started_at).where(call_reads.c.connection == connection)
    query = query.order_by(call_reads.c.started_at.desc())
    last = db.scalar(query.limit(1))
    if last is None:
        return None
    first = db.scalar(query.offset(at_most - 1).limit(1))
    return last, first if first is not None else datetime.min.replace(tzinfo=last.tzinfo)


def put_aside(
    db: Connection, connection: str, kind: str, now: datetime, asides: Sequence[tuple[str, str, bool]]
) -> None:
    """Keeps the names of records that could not be understood: name, why, and whether it can be asked for again."""
    for name, why, retry in asides:
        row = {"connection": connection, "kind": kind, "name": name, "why": why, "retry": retry, "last_at": now}
        adding = sqlite.insert(set_aside).values(first_at=now, **row)
        db.execute(adding.on_conflict_do_update(index_elements=["connection", "kind", "name"], set_=row))


def has_nameless(db: Connection, connection: str, kind: str, since: datetime) -> bool:
    """Whether, since then, something was set aside that can't be asked for by name."""
    return db.scalar(sa.select(sa.exists().where(_nameless(connection, kind, since)))) or False


def given_up(db: Connection, connection: str, kind: str, since: datetime) -> frozenset[str]:
    """The names of what was set aside before then and can't be asked for by them."""
    here = sa.and_(set_aside.c.connection == connection, set_aside.c.kind == kind)
    late = sa.and_(here, sa.not_(set_aside.c.retry), set_aside.c.first_at < since)
    return frozenset(db.scalars(sa.select(set_aside.c.name).where(late)))


def forget_nameless(db: Connection, connection: str, kind: str, since: datetime, before: datetime) -> None:
    """Those set aside since then and not met any more from `before` on: they were listed again, and made sense."""
    db.execute(sa.delete(set_aside).where(_nameless(connection, kind, since), set_aside.c.last_at < before))


def _nameless(connection: str, kind: str, since: datetime) -> sa.ColumnElement[bool]:
    here = sa.and_(set_aside.c.connection == connection, set_aside.c.kind == kind)
    return sa.and_(here, sa.not_(set_aside.c.retry), set_aside.c.first_at >= since)


def still_tried(db: Connection, connection: str, since: datetime) -> int:
    """How many records set aside are still tried again: those with a name, and those without since then."""
    tried = sa.or_(set_aside.c.retry, set_aside.c.first_at >= since)
    return db.scalar(sa.select(sa.func.count()).where(set_aside.c.connection == connection, tried)) or 0


def heal(db: Connection, connection: str, kind: str, names: Sequence[str]) -> None:
    """These have been understood, or are gone."""
    if names:
        here = sa.and_(set_aside.c.connection == connection, set_aside.c.kind == kind, set_aside.c.name.in_(names))
        db.execute(sa.delete(set_aside).where(here))


def asides(db: Connection) -> tuple[Aside, ...]:
    """What could not be read, of every connection, newest first."""
    columns = (set_aside.c.connection, set_aside.c.kind, set_aside.c.name, set_aside.c.why, set_aside.c.first_at)
    return tuple(Aside(*each) for each in db.execute(sa.select(*columns).order_by(set_aside.c.first_at.desc())))


def forget_state(db: Connection, connection: str) -> None:
    """As if it had never been tried: after the owner signed in anew."""
    db.execute(sa.delete(pull_states).where(pull_states.c.connection == connection))


def forget(db: Connection, connection: str) -> None:
    """Nothing is known any more of how far a connection was read."""
    for table in (pull_states, pull_positions, call_reads, set_aside):
        db.execute(sa.delete(table).where(table.c.connection == connection))
