"""More live entries than capacity at one time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from agentdesk.checks.copies import marks_of
from agentdesk.checks.evidence import Evidence, entry_in_words
from agentdesk.domain.booking import Booking
from agentdesk.domain.business import Business
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from agentdesk.domain.wording import moment_in_words

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Entries that share something of which there is only so much.

    `only_with`: when given, they compete only while one of these is among them.
    """

    entries: tuple[Booking, ...]
    capacity: int
    only_with: frozenset[int] | None = None


def find(evidence: Evidence) -> Iterator[Found]:
    """One finding for each entry that was made last in a clash, with every entry of it in the evidence.

    Entries of a service compete for its capacity; a name that is no listed service competes under that
    name, for the largest capacity there is (1 without services). An entry without a service competes with
    everything for that largest capacity. Times are half-open: back to back is fine. Cancelled and all-day
    entries and those without length take no room, and a copy of an entry in a second diary counts once.
    """
    clashes: dict[Booking, list[tuple[frozenset[Booking], int]]] = {}
    for pool in _pools(_taking_room(evidence.bookings), evidence.business):
        for together in _crowds(pool):
            clashes.setdefault(max(together, key=_made), []).append((together, pool.capacity))
    # an entry may stand in many clashes: it is put into words once
    crowded = {each.id: each for those in clashes.values() for together, _ in those for each in together}
    entries = {number: Entry(number, entry_in_words(each, evidence.zone)) for number, each in crowded.items()}
    for last in sorted(clashes, key=lambda each: each.id):
        yield _found(last, clashes[last], entries, evidence.zone)


def _made(booking: Booking) -> tuple[datetime, int]:
    return booking.created_at or _LONG_AGO, booking.id


def _taking_room(bookings: Iterable[Booking]) -> list[Booking]:
    """Live entries with a length, in order, without the copies that a second diary holds."""
    kept: list[Booking] = []
    seen: dict[tuple[object, ...], str] = {}
    for booking in sorted(bookings, key=lambda each: (each.starts_at, _made(each))):
        if not booking.live or booking.all_day or booking.ends_at <= booking.starts_at:
            continue
        names = [(booking.starts_at, booking.ends_at, who) for who in marks_of(booking)]
        if any(seen.get(each, booking.connection) != booking.connection for each in names):
            continue
        for each in names:
            seen.setdefault(each, booking.connection)
        kept.append(booking)
    return kept


def _pools(bookings: Sequence[Booking], business: Business | None) -> Iterator[_Pool]:
    services = business.services if business is not None else ()
    most = max((each.capacity for each in services), default=1)
    by_name: dict[str, list[Booking]] = {}
    for booking in bookings:
        by_name.setdefault((booking.service or "").strip().casefold(), []).append(booking)
    for name, entries in by_name.items():
        if name:
            listed = next((each for each in services if each.name.strip().casefold() == name), None)
            yield _Pool(tuple(entries), listed.capacity if listed is not None else most)
    nameless = frozenset(each.id for each in by_name.get("", ()))
    if nameless:
        yield _Pool(tuple(bookings), most, only_with=nameless)


def _crowds(pool: _Pool) -> Iterator[frozenset[Booking]]:
    """The largest sets of entries that are there at one instant and are more than the capacity."""
    here: list[Booking] = []
    for booking in pool.entries:
        staying = [each for each in here if each.ends_at > booking.starts_at]
        if len(staying) < len(here):
            yield from _crowd(here, pool)
        here = [*staying, booking]
    yield from _crowd(here, pool)


def _crowd(here: Sequence[Booking], pool: _Pool) -> Iterator[frozenset[Booking]]:
    if len(here) > pool.capacity and (pool.only_with is None or any(each.id in pool.only_with for each in here)):
        yield frozenset(here)


def _found(
    last: Booking, clashes: Sequence[tuple[frozenset[Booking], int]], entries: Mapping[int, Entry], zone: ZoneInfo
) -> Found:
    together, capacity = max(clashes, key=lambda each: (len(each[0]) - each[1], sorted(one.id for one in each[0])))
    everyone = sorted({each for crowd, _ in clashes for each in crowd}, key=lambda each: (each.starts_at, each.id))
    when = moment_in_words(max(each.starts_at for each in together), zone)
    across = ", in two diaries" if len({each.connection for each in together}) > 1 else ""
    return Found(
        kind=Kind.BOOKING_DOUBLE,
        severity=Severity.RED,
        reason=f"{len(together)} bookings at one time on {when}{across}, and you can take {capacity}.",
        evidence=tuple(entries[each.id] for each in everyone),
        booking=last.id,
    )
