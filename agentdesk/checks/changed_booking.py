"""Entries that the agent said were cancelled or moved, and that are still there as before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from agentdesk.checks.candidates import CallWords, DiaryIndex, made_in
from agentdesk.checks.evidence import Evidence, agent_in_words, entry_in_words
from agentdesk.checks.matching import match_promises
from agentdesk.checks.reading import CallRead, read_calls
from agentdesk.domain.booking import Booking
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from agentdesk.domain.wording import moment_in_words
from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import Promise

_LATELY = timedelta(days=1)
"""What has been is not changed any more, but people ring late."""


def find(evidence: Evidence) -> Iterator[Found]:
    """One finding for each entry that a call said it changed and that nothing changed.

    The entry is found by its name in the tool's traffic, else by number or e-mail, else by name and time.
    Silent where several entries could be meant, and where the diary was last read before the call ended.
    """
    index = DiaryIndex(evidence)
    kept = {each.booking.id for each in match_promises(evidence) if each.booking is not None}
    for read in read_calls(evidence):
        changes = [each for each in read.said if each.kind in (ClaimKind.CANCELLED, ClaimKind.MOVED)]
        mine = tuple(_mine(read, index)) if changes else ()
        for promise in changes:
            if promise.kind is ClaimKind.CANCELLED:
                others = [each for each in mine if each.id not in kept]
                entry = _not_cancelled(evidence, read, promise, index, others)
                if entry is not None:
                    yield _found(evidence, read, promise, entry, Kind.BOOKING_NOT_CANCELLED, "cancelled")
            else:
                entry = _not_moved(evidence, read, promise, index, mine)
                if entry is not None:
                    yield _found(evidence, read, promise, entry, Kind.BOOKING_NOT_MOVED, "moved")


def _not_cancelled(
    evidence: Evidence, read: CallRead, promise: Promise, index: DiaryIndex, mine: Sequence[Booking]
) -> Booking | None:
    named = [each for each in index.named(read.ids_of(promise)) if each.connection]
    if named:
        return next((each for each in named if each.live and _as_before(each)), None)
    return _the_one(evidence, promise, [each for each in mine if _as_before(each)])


def _not_moved(
    evidence: Evidence, read: CallRead, promise: Promise, index: DiaryIndex, mine: Sequence[Booking]
) -> Booking | None:
    if not promise.days and not promise.times:
        return None
    named = [each for each in index.named(read.ids_of(promise)) if each.live and not _is_at(evidence, promise, each)]
    if named:
        return next((each for each in named if _as_before(each) and not made_in(read.call, each)), None)
    if any(_is_at(evidence, promise, each) or not _as_before(each) for each in mine):
        return None
    return mine[0] if len(mine) == 1 else None


def _mine(read: CallRead, index: DiaryIndex) -> Iterator[Booking]:
    """Live entries of the caller that were there when they rang, or made in the very call, and are still to come."""
    call, words = read.call, CallWords(read.call)
    seen: set[int] = set()
    days = {day for promise in read.said for day in promise.days}
    for booking in (*index.of_contact(words), *index.on(days)):
        if booking.id in seen or not booking.live or booking.starts_at < call.started_at - _LATELY:
            continue
        seen.add(booking.id)
        tie = words.tie(booking)
        there = booking.created_at is None or booking.created_at <= call.started_at or tie.in_call
        if there and (tie.contact or (tie.contact is None and tie.name)):
            yield booking


def _as_before(booking: Booking) -> bool:
    return booking.first_starts_at in (None, booking.starts_at) and booking.moved_to is None


def _is_at(evidence: Evidence, promise: Promise, booking: Booking) -> bool:
    """Whether an entry is where a promise put it, as far as that was said."""
    at = booking.starts_at.astimezone(evidence.zone)
    day = not promise.days or at.date() in promise.days
    return day and (not promise.times or at.time().replace(second=0, microsecond=0) in promise.times)


def _the_one(evidence: Evidence, promise: Promise, entries: list[Booking]) -> Booking | None:
    """The entry that is meant; None where that is anybody's guess."""
    at_that_time = [each for each in entries if (promise.days or promise.times) and _is_at(evidence, promise, each)]
    meant = at_that_time or entries
    return meant[0] if len(meant) == 1 else None


def _found(evidence: Evidence, read: CallRead, promise: Promise, entry: Booking, kind: Kind, what: str) -> Found:
    when = moment_in_words(entry.starts_at, evidence.zone)
    return Found(
        kind=kind,
        severity=Severity.RED,
        reason=f"{agent_in_words(read.call)} said it was {what}, but the booking for {when} is still in the diary.",
        evidence=(*promise.said, Entry(entry.id, entry_in_words(entry, evidence.zone))),
        call=read.call.id,
        slot=f"{entry.id}",
    )
