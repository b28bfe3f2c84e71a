"""Diary entries: taken in, found by time, and the calls they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.call import call_id
from agentdesk.domain.clock import as_utc, day_of
from agentdesk.domain.lists import BookingFilter
from agentdesk.store.records import Put
from agentdesk.store.tables import bookings
from agentdesk.store.types import plain

_SLICE = 500
_FIELDS = tuple(each.name for each in fields(Booking) if each.name in bookings.c)
_ALL = sa.select(*(bookings.c[each] for each in _FIELDS))


def put(db: Connection, entries: Sequence[Booking], zone: ZoneInfo) -> Put:
    """Takes entries in by connection and external id; of two of one name the last counts.

    A known entry keeps its id, and its call where it was matched to one. Ids come from the first start time.
    """
    incoming = {(each.connection, each.external_id): each for each in map(_plain, entries)}
    known = {(each.connection, each.external_id): each for each in _known(db, tuple(incoming))}
    new, changed, left = [], [], set[date]()
    taken: set[int] = set()
    for key, entry in incoming.items():
        old = known.get(key)
        if old is None:
            number = _free_id(db, entry, taken)
            taken.add(number)
            new.append(replace(entry, id=number))
        elif (now := replace(entry, id=old.id, call=old.call, match=old.match)) != old:
            changed.append(now)
            left |= {day_of(old.starts_at, zone)} - {day_of(now.starts_at, zone)}
    if new:
        db.execute(sa.insert(bookings), [_row(each, zone) for each in new])
    for each in changed:
        db.execute(sa.update(bookings).where(bookings.c.id == each.id).values(_row(each, zone)))
    same = len(entries) - len(new) - len(changed)
    return Put(len(new), len(changed), same, tuple(each.id for each in (*new, *changed)), frozenset(left))


def between(db: Connection, start: datetime, end: datetime) -> tuple[Booking, ...]:
    """Entries that start from `start` up to before `end`, oldest first."""
    in_time = sa.and_(bookings.c.starts_at >= start, bookings.c.starts_at < end)
    return tuple(Booking(*each) for each in db.execute(_ALL.where(in_time).order_by(*_ORDER)))


def page(db: Connection, wanted: BookingFilter, before: int | None, limit: int) -> tuple[Booking, ...]:
    """Entries that fit, latest start first; those after the entry with the id `before` where it is given."""
    query = _ALL.where(*_conditions(wanted)).order_by(bookings.c.starts_at.desc(), bookings.c.id.desc())
    if before is not None:
        start = sa.select(bookings.c.starts_at).where(bookings.c.id == before).scalar_subquery()
        query = query.where(sa.tuple_(*_ORDER) < sa.tuple_(start, sa.literal(before)))
    if wanted.ids is None:
        return tuple(Booking(*each) for each in db.execute(query.limit(limit)))
    ids = sorted(wanted.ids)
    found: list[Booking] = []
    for first in range(0, len(ids), _SLICE):
        part = query.where(bookings.c.id.in_(ids[first : first + _SLICE])).limit(limit)
        found += [Booking(*each) for each in db.execute(part)]
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.id), reverse=True)[:limit])


def count(db: Connection, wanted: BookingFilter) -> int:
    """How many entries fit."""
    query = sa.select(sa.func.count()).select_from(bookings).where(*_conditions(wanted))
    if wanted.ids is None:
        return int(db.scalar(query) or 0)
    ids = sorted(wanted.ids)
    slices = (ids[first : first + _SLICE] for first in range(0, len(ids), _SLICE))
    return sum(int(db.scalar(query.where(bookings.c.id.in_(each))) or 0) for each in slices)


def get(db: Connection, number: int) -> Booking | None:
    found = db.execute(_ALL.where(bookings.c.id == number)).first()
    return None if found is None else Booking(*found)


def many(db: Connection, ids: Sequence[int]) -> tuple[Booking, ...]:
    """These entries in the order asked for; ids that are not known are left out."""
    found = {}
    for first in range(0, len(ids), _SLICE):
        for row in db.execute(_ALL.where(bookings.c.id.in_(ids[first : first + _SLICE]))):
            found[row[0]] = Booking(*row)
    return tuple(found[each] for each in ids if each in found)


def of_call(db: Connection, call: int) -> tuple[Booking, ...]:
    """The entries that a call made, oldest first."""
    return tuple(Booking(*each) for each in db.execute(_ALL.where(bookings.c.call == call).order_by(*_ORDER)))


def of_calls(db: Connection, ids: Sequence[int]) -> tuple[Booking, ...]:
    """The entries that these calls made, in the order of their start."""
    found: list[Booking] = []
    for first in range(0, len(ids), _SLICE):
        query = _ALL.where(bookings.c.call.in_(ids[first : first + _SLICE]))
        found += (Booking(*row) for row in db.execute(query))
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.id)))


def first_and_last(db: Connection) -> tuple[datetime, datetime] | None:
    """When the first and the last entry start; None without entries."""
    first, last = db.execute(sa.select(sa.func.min(bookings.c.starts_at), sa.func.max(bookings.c.starts_at))).one()
    return None if first is None else (first, last)


def set_matches(db: Connection, matches: Sequence[tuple[int, int | None, Match]]) -> None:
    """Says for each entry's id which call made it, and how sure that is."""
    for number, call, match in matches:
        db.execute(sa.update(bookings).where(bookings.c.id == number).values(call=call, match=match))


def rezone(db: Connection, zone: ZoneInfo) -> None:
    """Places every entry on its day in another zone."""
    for number, starts_at, day in db.execute(sa.select(bookings.c.id, bookings.c.starts_at, bookings.c.day)).all():
        if (new := day_of(starts_at, zone)) != day:
            db.execute(sa.update(bookings).where(bookings.c.id == number).values(day=new))


_ORDER = (bookings.c.starts_at, bookings.c.id)


def _conditions(wanted: BookingFilter) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.first is not None:
        conditions.append(bookings.c.day >= wanted.first)
    if wanted.last is not None:
        conditions.append(bookings.c.day <= wanted.last)
    if wanted.status is not None:
        conditions.append(bookings.c.status == wanted.status)
    conditions += [bookings.c.sought.contains(each, autoescape=True) for each in wanted.words.casefold().split()]
    return conditions


def _plain(entry: Booking) -> Booking:
    def kept(text: str | None) -> str | None:
        return None if text is None else plain(text)

    return replace(
        entry,
        connection=plain(entry.connection),
        external_id=plain(entry.external_id),
        starts_at=as_utc(entry.starts_at),
        ends_at=as_utc(entry.ends_at),
        service=kept(entry.service),
        customer=kept(entry.customer),
        phone=kept(entry.phone),
        email=kept(entry.email),
        created_at=None if entry.created_at is None else as_utc(entry.created_at),
    )


def _known(db: Connection, keys: Sequence[tuple[str, str]]) -> list[Booking]:
    by_connection: dict[str, list[str]] = {}
    for connection, external_id in keys:
        by_connection.setdefault(connection, []).append(external_id)
    return [
        Booking(*row)
        for connection, names in by_connection.items()
        for first in range(0, len(names), _SLICE)
        for row in db.execute(
            _ALL.where(bookings.c.connection == connection, bookings.c.external_id.in_(names[first : first + _SLICE]))
        )
    ]


def _free_id(db: Connection, entry: Booking, taken: set[int]) -> int:
    number = call_id(entry.starts_at, entry.connection, entry.external_id)
    while number in taken or db.scalar(sa.select(bookings.c.id).where(bookings.c.id == number)) is not None:
        number += 1
    return number


def _row(entry: Booking, zone: ZoneInfo) -> dict[str, Any]:
    row = {each: getattr(entry, each) for each in _FIELDS}
    sought = "\n".join(each for each in (entry.service, entry.customer, entry.phone, entry.email) if each)
    return {**row, "day": day_of(entry.starts_at, zone), "sought": sought.casefold()}
