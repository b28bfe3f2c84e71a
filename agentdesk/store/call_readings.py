"""What each call was by its own words, read once and kept. A call without a row has not been read since it changed.

Every row carries the mark of the rules that it was read with. The index over the marks also gives the next calls
that were read with other rules, by id, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.call_reading import CallReading
from agentdesk.store.prepared import DIALECT, Prepared, value
from agentdesk.store.spans import calls_in_place, calls_moved, span
from agentdesk.store.tables import call_readings, calls

FLAGS = ("real", "gave_up", "about_booking", "needed_person", "passed", "gave_details")
"""The columns of a reading, in the order in which the record has them."""

_RULES = value("rules", sa.BigInteger())
_READ = sa.exists().where(call_readings.c.call_id == calls.c.id, call_readings.c.rules == _RULES)
_EVER_READ = sa.exists().where(call_readings.c.call_id == calls.c.id)
_UNREAD = sa.select(calls.c.id, calls.c.digest).where(~_READ)
# one look at each side of the mark in its index, however many calls there are
_NEWEST_OTHER = tuple(
    Prepared(sa.select(sa.func.max(call_readings.c.call_id)).where(each))
    for each in (call_readings.c.rules < _RULES, call_readings.c.rules > _RULES)
)
_OF_OTHER_RULES_IN_TIME = tuple(
    Prepared(sa.select(calls.c.id).where(each, _EVER_READ, ~_READ)) for each in (calls_in_place(), calls_moved())
)
_UNREAD_IN_TIME = tuple(Prepared(_UNREAD.where(each)) for each in (calls_in_place(), calls_moved()))
# a call that has changed since it was read is left unread
_PUT = str(
    sa.insert(call_readings)
    .prefix_with("OR REPLACE")
    .from_select(
        ["call_id", "rules", *FLAGS],
        sa.select(
            calls.c.id,
            *(sa.bindparam(each, type_=sa.BigInteger()) for each in ("rules", *FLAGS)),
        ).where(calls.c.id == sa.bindparam("call"), calls.c.digest == sa.bindparam("digest")),
    )
    .compile(dialect=DIALECT)
)


def unread(db: Connection, rules: int, start: datetime, end: datetime) -> dict[int, bytes]:
    """Calls that began in [start, end) and have not been read with these rules, each with the digest of what it is."""
    values = {**span(start, end), "rules": rules}
    return {number: digest for each in _UNREAD_IN_TIME for number, digest in each.read(db, values)}


def of_other_rules(db: Connection, rules: int, start: datetime, end: datetime) -> set[int]:
    """Calls that began in [start, end) and were last read with other rules than these."""
    values = {**span(start, end), "rules": rules}
    return {number for each in _OF_OTHER_RULES_IN_TIME for (number,) in each.read(db, values)}


def newest_of_other_rules(db: Connection, rules: int) -> int | None:
    """The latest call that was read with other rules than these; None when there is none."""
    found = [each.rows(db, {"rules": rules})[0][0] for each in _NEWEST_OTHER]
    return max((each for each in found if each is not None), default=None)


def put(db: Connection, rules: int, readings: Iterable[tuple[int, bytes, CallReading]]) -> None:
    """Keeps readings by call and digest. Those of calls that are something else by now, or gone, are left out."""
    rows = [(rules, *(getattr(each, flag) for flag in FLAGS), call, digest) for call, digest, each in readings]
    if rows:
        db.exec_driver_sql(_PUT, rows)


def forget(db: Connection, ids: Sequence[int]) -> None:
    """Lets go of what these calls were: they have changed."""
    db.execute(sa.delete(call_readings).where(call_readings.c.call_id.in_(ids)))
