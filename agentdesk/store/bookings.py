"""Diary entries: taken in, found by time, and the calls they came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.call import call_id
from agentdesk.domain.clock import as_utc, day_of
from agentdesk.domain.lists import BookingFilter
from agentdesk.store.prepared import Prepared, Records, among, at_most, listed, value
from agentdesk.store.records import Put
from agentdesk.store.spans import of_calls as of_calls_in
from agentdesk.store.spans import span
from agentdesk.store.tables import bookings
from agentdesk.store.types import plain, to_microseconds

_SLICE = 500
_ESCAPE = "/"
_DAY = 86_400_000_000
_FIELDS = tuple(each.name for each in fields(Booking))
_ALL = sa.select(*(bookings.c[each] for each in _FIELDS))
_ORDER = (bookings.c.starts_at, bookings.c.id)
_NEWEST_FIRST = tuple(each.desc() for each in _ORDER)
_BETWEEN = Records(
    Booking,
    _ALL.where(
        bookings.c.starts_at >= value("start", sa.BigInteger()), bookings.c.starts_at < value("end", sa.BigInteger())
    ).order_by(*_ORDER),
)
_BY_IDS = Records(Booking, _ALL.where(among(bookings.c.id, "ids")))
_OF_CALL = Records(Booking, _ALL.where(bookings.c.call == value("call", sa.BigInteger())).order_by(*_ORDER))
_OF_CALLS = Records(Booking, _ALL.where(among(bookings.c.call, "calls")))
_OF_CALLS_BETWEEN = Records(Booking, _ALL.where(of_calls_in(bookings.c.call)))
_mark = bookings.alias("mark")


class _Shape(NamedTuple):
    """What a statement's wording depends on; everything else goes in as values."""

    before: bool = False
    first: bool = False
    last: bool = False
    status: bool = False
    words: int = 0
    """How many."""
    ids: bool = False
    connection: bool = False


def put(db: Connection, entries: Sequence[Booking], zone: ZoneInfo) -> Put:
    """Takes entries in by connection and external id; of two of one name the last counts.

    A known entry keeps its id, its call where it was matched to one, and what it was when it was first made. Ids
    come from the first start time.
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
        elif (now := _since(old, entry)) != old:
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
    return _BETWEEN.all_(db, {"start": to_microseconds(start), "end": to_microseconds(end)})


def page(db: Connection, wanted: BookingFilter, before: int | None, limit: int) -> tuple[Booking, ...]:
    """Entries that fit, latest start first; those after the entry with the id `before` where it is given."""
    return _listing(_shape(wanted, before), limit).all_(db, {**_values(wanted), "before": before})


def count(db: Connection, wanted: BookingFilter) -> int:
    """How many entries fit."""
    return int(_counting(_shape(wanted, None)).rows(db, _values(wanted))[0][0])


def get(db: Connection, number: int) -> Booking | None:
    return next(iter(many(db, [number])), None)


def many(db: Connection, ids: Sequence[int]) -> tuple[Booking, ...]:
    """These entries in the order asked for; ids that are not known are left out."""
    found = {each.id: each for each in _BY_IDS.all_(db, {"ids": listed(ids)})} if ids else {}
    return tuple(found[each] for each in ids if each in found)


def by_name(db: Connection, connection: str, external_ids: Sequence[str]) -> tuple[Booking, ...]:
    """Entries of a connection by the names that its service gave them; those that aren't kept are left out."""
    return tuple(_known(db, [(connection, each) for each in external_ids]))


def of_call(db: Connection, call: int) -> tuple[Booking, ...]:
    """The entries that a call made, oldest first."""
    return _OF_CALL.all_(db, {"call": call})


def of_calls(db: Connection, ids: Sequence[int]) -> tuple[Booking, ...]:
    """The entries that these calls made, in the order of their start."""
    found = _OF_CALLS.all_(db, {"calls": listed(ids)})
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.id)))


def of_calls_between(db: Connection, start: datetime, end: datetime) -> tuple[Booking, ...]:
    """The entries made by calls that began from `start` up to before `end`, in the order of their own start."""
    found = _OF_CALLS_BETWEEN.all_(db, span(start, end))
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


@lru_cache(maxsize=256)
def _listing(shape: _Shape, limit: int) -> Records[Booking]:
    query = _ALL.where(*_conditions(shape)).order_by(*_NEWEST_FIRST)
    return Records(Booking, at_most(query, limit))


@lru_cache(maxsize=256)
def _counting(shape: _Shape) -> Prepared:
    return Prepared(sa.select(sa.func.count()).select_from(bookings).where(*_conditions(shape)))


def _shape(wanted: BookingFilter, before: int | None) -> _Shape:
    return _Shape(
        before is not None,
        wanted.first is not None,
        wanted.last is not None,
        wanted.status is not None,
        len(_words(wanted)),
        wanted.ids is not None,
        wanted.connection is not None,
    )


def _values(wanted: BookingFilter) -> dict[str, object]:
    values: dict[str, object] = {f"word_{at}": each for at, each in enumerate(_words(wanted))}
    if wanted.first is not None:
        values |= {"first": wanted.first.isoformat(), "not_before": _midnight(wanted.first) - _DAY}
    if wanted.last is not None:
        values |= {"last": wanted.last.isoformat(), "not_after": _midnight(wanted.last) + 2 * _DAY}
    if wanted.status is not None:
        values["status"] = wanted.status.value
    if wanted.ids is not None:
        values["ids"] = listed(wanted.ids)
    if wanted.connection is not None:
        values["connection"] = plain(wanted.connection)
    return values


def _midnight(day: date) -> int:
    return to_microseconds(datetime.combine(day, time.min, UTC))


def _words(wanted: BookingFilter) -> list[str]:
    """What is looked up, with signs that would stand for any letters taken as they are."""
    return re.sub(r"[/%_]", rf"{_ESCAPE}\g<0>", wanted.words.casefold()).split()


def _conditions(shape: _Shape) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if shape.before:
        number = value("before", sa.BigInteger())
        start = sa.select(_mark.c.starts_at).where(_mark.c.id == number).scalar_subquery()
        conditions.append(sa.tuple_(*_ORDER) < sa.tuple_(start, number))
    # Entries are walked by their start, and no zone is a whole day from UTC.
    if shape.first:
        conditions.append(bookings.c.starts_at >= value("not_before", sa.BigInteger()))
        conditions.append(bookings.c.day >= value("first", sa.Text()))
    if shape.last:
        conditions.append(bookings.c.starts_at <= value("not_after", sa.BigInteger()))
        conditions.append(bookings.c.day <= value("last", sa.Text()))
    if shape.status:
        conditions.append(bookings.c.status == value("status", sa.Text()))
    words = [value(f"word_{at}", sa.Text()) for at in range(shape.words)]
    conditions += [bookings.c.sought.contains(each, escape=_ESCAPE) for each in words]
    if shape.ids:
        conditions.append(among(bookings.c.id, "ids"))
    if shape.connection:
        conditions.append(bookings.c.connection == value("connection", sa.Text()))
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
        person=kept(entry.person),
        moved_to=kept(entry.moved_to),
        first_starts_at=None if entry.first_starts_at is None else as_utc(entry.first_starts_at),
        first_service=kept(entry.first_service),
        first_person=kept(entry.first_person),
        cancelled_at=None if entry.cancelled_at is None else as_utc(entry.cancelled_at),
    )


def _since(old: Booking, entry: Booking) -> Booking:
    """The entry as it is now, with what is known of how it was made."""
    moved = entry.starts_at != old.starts_at
    return replace(
        entry,
        id=old.id,
        call=old.call,
        match=old.match,
        first_starts_at=entry.first_starts_at or old.first_starts_at or (old.starts_at if moved else None),
        first_service=entry.first_service or old.first_service or _before(old.service, entry.service),
        first_person=entry.first_person or old.first_person or _before(old.person, entry.person),
        # what is changed about a cancelled entry later does not cancel it later
        cancelled_at=entry.cancelled_at and min(entry.cancelled_at, old.cancelled_at or entry.cancelled_at),
    )


def _before(was: str | None, now: str | None) -> str | None:
    return was if was != now else None


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
