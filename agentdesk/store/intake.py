"""Taking calls in: what is new, what has changed, what is known already.

The rate is bounded by the search index, so everything here is done once a slice, or as little as can be a call.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.call import Call, call_id
from agentdesk.store import call_readings, search, totals
from agentdesk.store.codec import to_text
from agentdesk.store.connected_tables import call_tools
from agentdesk.store.naming import AgentNames
from agentdesk.store.records import Put
from agentdesk.store.spoken import texts_of
from agentdesk.store.tables import call_words, calls
from agentdesk.store.types import plain, to_microseconds

_SLICE = 2000
_DIALECT = sqlite.dialect(paramstyle="qmark")


def _insert(table: sa.Table) -> str:
    return str(sa.insert(table).compile(dialect=_DIALECT))


def replacing(table: sa.Table) -> str:
    """The statement that keeps rows of a table, each in place of the one with its key; for `executemany`."""
    adding = sqlite.insert(table)
    keys = list(table.primary_key)
    values = {each.name: adding.excluded[each.name] for each in table.columns if not each.primary_key}
    return str(adding.on_conflict_do_update(index_elements=keys, set_=values).compile(dialect=_DIALECT))


# Made once; the driver takes tuples for them, which spares SQLAlchemy's work on every value.
_ADD_CALL, _ADD_WORDS, _ADD_TOOLS = _insert(calls), _insert(call_words), _insert(call_tools)
_CHANGE_CALL, _CHANGE_WORDS = replacing(calls), replacing(call_words)
_KNOWN = str(
    sa.select(
        calls.c.connection,
        calls.c.external_id,
        calls.c.id,
        calls.c.digest,
        calls.c.day,
        calls.c.agent,
        calls.c.agent_external_id,
        calls.c.turns,
        calls.c.seconds,
        calls.c.cost_minor,
        calls.c.cost_scale,
        calls.c.cost_currency,
    )
    .where(calls.c.connection == sa.bindparam("connection"), sa.literal_column("external_id"))
    .compile(dialect=_DIALECT)
)
_TAKEN = str(sa.select(calls.c.id).where(calls.c.id).compile(dialect=_DIALECT))


@dataclass(slots=True)
class _Incoming:
    """A call as its rows will be."""

    number: int
    key: tuple[str, str]
    digest: bytes
    words: str
    marks: str
    started: int
    before: tuple[Any, ...]
    """The columns up to the day, in the order of the table."""
    after: tuple[Any, ...]
    told: tuple[Any, ...]
    """The columns after the digest: what the service told besides."""
    tools: str
    group: totals.Group
    sums: totals.Sums


def put(db: Connection, calls_in: Sequence[Call], zone: ZoneInfo) -> Put:
    """Takes calls in by connection and external id; of two of one name the last counts.

    A call like the one that is kept is left alone; a changed one is replaced with everything it said and keeps
    its id. Ids come from `call_id`, whatever the calls brought. Index and days' totals follow in the same
    transaction. Works for any number; a few hundred at a time let others write in between.
    """
    put = Put()
    for start in range(0, len(calls_in), _SLICE):
        part = _put_slice(db, calls_in[start : start + _SLICE], zone)
        put = Put(
            put.new + part.new,
            put.changed + part.changed,
            put.same + part.same,
            put.ids + part.ids,
            put.left | part.left,
        )
    return put


def _put_slice(db: Connection, calls_in: Sequence[Call], zone: ZoneInfo) -> Put:
    names = AgentNames(db)
    incoming = {each.key: each for each in _prepare(calls_in, zone, names)}
    known = {(each.connection, each.external_id): each for each in _known(db, incoming)}
    new = [each for key, each in incoming.items() if key not in known]
    changed = [each for key, each in incoming.items() if key in known and known[key].digest != each.digest]
    by: dict[totals.Group, totals.Sums] = {}
    left = set[date]()
    for each in changed:
        old = known[each.key]
        each.number = old.id
        left |= {_group_of(old)[0]} - {each.group[0]}
        _add(by, _group_of(old), tuple(-one for one in _sums_of(old)))
    _resolve_clashes(db, new)
    # Ascending: the index flushes at every step back.
    new.sort(key=_number)
    changed.sort(key=_number)
    for each in (*new, *changed):
        _add(by, each.group, each.sums)
    _add_new(db, new)
    _replace_changed(db, changed)
    totals.change(db, by)
    same = len(calls_in) - len(new) - len(changed)
    return Put(len(new), len(changed), same, tuple(each.number for each in (*new, *changed)), frozenset(left))


def _number(each: _Incoming) -> int:
    return each.number


def _prepare(calls_in: Sequence[Call], zone: ZoneInfo, names: AgentNames) -> Iterator[_Incoming]:
    # What many calls share is worked out once.
    shared: dict[tuple[str, str | None, str | None, str | None], _Shared] = {}
    for call in calls_in:
        terms = (call.connection, call.agent_external_id, call.agent, call.outcome)
        if terms not in shared:
            shared[terms] = _shared(names, *(None if each is None else plain(each) for each in terms))
        connection, source, agent, outcome = shared[terms]
        external_id = plain(call.external_id)
        caller = None if call.caller is None else plain(call.caller)
        # No number, or less than nothing, is not known.
        seconds = float(call.seconds) if call.seconds is not None and 0 <= call.seconds < 1e9 else None
        minor, scale, currency = (call.cost.minor, call.cost.scale, plain(call.cost.currency)) if call.cost else _FREE
        started = to_microseconds(call.started_at)
        day = call.started_at.astimezone(zone).date()
        words, marks = texts_of(call.turns)
        turns = len(call.turns)
        facts = f"{started}\0{source}\0{seconds}\0{caller}\0{minor}\0{scale}\0{currency}\0{outcome}\0{call.final}"
        handover, resolved, version = call.handover, call.resolved, call.agent_version
        tools = to_text(call.tools) if call.tools else ""
        if tools or handover or version or resolved is not None:
            facts += f"\0{handover}\0{resolved}\0{version}\0{tools}"
        yield _Incoming(
            call_id(call.started_at, connection, external_id),
            (connection, external_id),
            hashlib.blake2b(f"{facts}\0{marks}\0{words}".encode(), digest_size=16).digest(),
            words,
            marks,
            started,
            (agent, source, started, day.isoformat()),
            (seconds, caller, minor, scale, currency, outcome, turns, call.final),
            (handover, resolved, None if version is None else plain(version)),
            tools,
            (day, agent or "", connection, source or "", currency or "", scale or 0),
            (1, 1 if turns else 0, totals.milliseconds(seconds), minor or 0),
        )


_FREE = (None, None, None)
_Shared = tuple[str, str | None, str | None, str | None]


def _shared(
    names: AgentNames, connection: str | None, source: str | None, said: str | None, outcome: str | None
) -> _Shared:
    where = connection or ""
    return where, source, names.name(where, source, said), outcome


def _row(each: _Incoming) -> tuple[Any, ...]:
    """In the order of the table's columns."""
    moved = each.started // 1000 != each.number >> 20
    return (each.number, *each.key, *each.before, moved, *each.after, each.digest, *each.told)


def _known(db: Connection, keys: Iterable[tuple[str, str]]) -> list[sa.Row[Any]]:
    by_connection: dict[str, list[str]] = {}
    for connection, external_id in keys:
        by_connection.setdefault(connection, []).append(external_id)
    return [
        row
        for connection, external_ids in by_connection.items()
        for row in db.exec_driver_sql(_KNOWN + _among(external_ids), (connection, *external_ids))
    ]


def _among(values: Collection[object]) -> str:
    return f" IN ({','.join('?' * len(values))})"


def _resolve_clashes(db: Connection, new: Sequence[_Incoming]) -> None:
    """Counts an id on while it is taken, here or in the store."""
    if not new:
        return
    numbers = {each.number for each in new}
    taken = {each[0] for each in db.exec_driver_sql(_TAKEN + _among(numbers), tuple(numbers))}
    for each in new:
        while each.number in taken or (each.number not in numbers and _is_taken(db, each.number)):
            each.number += 1
        taken.add(each.number)


def _is_taken(db: Connection, number: int) -> bool:
    return db.scalar(sa.select(calls.c.id).where(calls.c.id == number)) is not None


def _add_new(db: Connection, new: Sequence[_Incoming]) -> None:
    if new:
        db.exec_driver_sql(_ADD_CALL, [_row(each) for each in new])
        db.exec_driver_sql(_ADD_WORDS, [(each.number, each.words, each.marks) for each in new])
        _replace_tools(db, new)
        search.add(db, [(each.number, each.words) for each in new])


def _replace_changed(db: Connection, changed: Sequence[_Incoming]) -> None:
    if not changed:
        return
    db.exec_driver_sql(_CHANGE_CALL, [_row(each) for each in changed])
    _replace_tools(db, changed)
    numbers = [each.number for each in changed]
    call_readings.forget(db, numbers)
    kept = sa.select(call_words.c.call_id, call_words.c.words).where(call_words.c.call_id.in_(numbers))
    old: dict[int, str] = {each.call_id: each.words for each in db.execute(kept)}
    spoken = [each for each in changed if old[each.number] != each.words]
    # The old words leave the index while they can still be named.
    search.remove(db, [(each.number, old[each.number]) for each in spoken])
    db.exec_driver_sql(_CHANGE_WORDS, [(each.number, each.words, each.marks) for each in changed])
    search.add(db, [(each.number, each.words) for each in spoken])


def _replace_tools(db: Connection, incoming: Sequence[_Incoming]) -> None:
    """Most calls use no tool, and a call that was replaced may use none any more."""
    numbers = [each.number for each in incoming]
    db.execute(sa.delete(call_tools).where(call_tools.c.call_id.in_(numbers)))
    rows = [(each.number, each.tools) for each in incoming if each.tools]
    if rows:
        db.exec_driver_sql(_ADD_TOOLS, rows)


def _add(by: dict[totals.Group, totals.Sums], group: totals.Group, sums: Sequence[int]) -> None:
    a, b, c, d = by.get(group, (0, 0, 0, 0))
    by[group] = (a + sums[0], b + sums[1], c + sums[2], d + sums[3])


def _group_of(old: sa.Row[Any]) -> totals.Group:
    return (
        date.fromisoformat(old.day),
        old.agent or "",
        old.connection,
        old.agent_external_id or "",
        old.cost_currency or "",
        old.cost_scale or 0,
    )


def _sums_of(old: sa.Row[Any]) -> totals.Sums:
    return 1, 1 if old.turns else 0, totals.milliseconds(old.seconds), old.cost_minor or 0
