"""Entries that differ from what the agent said: another day, time, service or person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, time

from agentdesk.checks.evidence import Evidence, agent_in_words, entry_in_words
from agentdesk.checks.matching import Kept, match_promises
from agentdesk.checks.naming import last_naming, names_of, same_person, same_service
from agentdesk.checks.reading import read_calls
from agentdesk.domain.booking import Booking
from agentdesk.domain.finding import Entry, Found, Kind, Said, Severity
from agentdesk.domain.wording import day_in_words, time_in_words
from agentdesk.language.callers_name import callers_name
from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import Promise


def find(evidence: Evidence) -> Iterator[Found]:
    """Findings for each entry that keeps a promise, but not as it was put.

    The entry counts as it was first made, and as it stands now: a change by the customer, or one that put it
    right, is none. Silent where entry and promise are only joined by a guess, and of what was undone at once.
    """
    moved = _moves(evidence)
    people = names_of(each.as_first_made.person for each in evidence.bookings)
    services = _services(evidence)
    for kept in match_promises(evidence):
        if (
            kept.booking is None
            or kept.undone
            or not _surely_joined(evidence, kept)
            or _moved_later(kept, moved, evidence)
        ):
            continue
        yield from _when(evidence, kept, kept.booking)
        yield from _service(evidence, kept, kept.booking, services)
        yield from _person(evidence, kept, kept.booking, people)


def _surely_joined(evidence: Evidence, kept: Kept) -> bool:
    """Whether it is the call's own entry, and not another of the same customer."""
    if kept.booking is None or kept.tie is None:
        return False
    if kept.tie.in_call or kept.booking.external_id in kept.read.ids_of(kept.promise):
        return True
    day, clock = _agrees(evidence, kept.promise, kept.booking)
    return bool(kept.tie.contact) and kept.tie.may_be and (day or clock)


def _agrees(evidence: Evidence, promise: Promise, booking: Booking) -> tuple[bool, bool]:
    """Whether day and time of an entry, first or now, are among those that were said."""
    walls = [_wall(evidence, each) for each in (booking.as_first_made.starts_at, booking.starts_at)]
    return any(each.date() in promise.days for each in walls), any(_clock(each) in promise.times for each in walls)


def _wall(evidence: Evidence, at: datetime) -> datetime:
    return at.astimezone(evidence.zone)


def _clock(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)


def _when(evidence: Evidence, kept: Kept, booking: Booking) -> Iterator[Found]:
    promise = kept.promise
    day_right, clock_right = _agrees(evidence, promise, booking)
    first = _wall(evidence, booking.as_first_made.starts_at)
    said_day = promise.day is not None and promise.day >= evidence.day_of_call(kept.call)
    if promise.day is not None and said_day and not day_right:
        said, now = day_in_words(promise.day), day_in_words(first.date())
        yield _found(evidence, kept, booking, Kind.BOOKING_WRONG_DATE, f"said {said}, but the entry is for {now}")
    if promise.time is not None and not clock_right and not booking.all_day:
        said, now = time_in_words(promise.time), time_in_words(_clock(first))
        yield _found(evidence, kept, booking, Kind.BOOKING_WRONG_TIME, f"said {said}, but the entry is for {now}")


def _found(evidence: Evidence, kept: Kept, booking: Booking, kind: Kind, what: str, *more: Said) -> Found:
    return Found(
        kind=kind,
        severity=Severity.RED,
        reason=f"{agent_in_words(kept.call)} {what}.",
        evidence=(*kept.promise.said, *more, Entry(booking.id, entry_in_words(booking, evidence.zone))),
        call=kept.call.id,
        slot=f"{booking.id}",
    )


def _moves(evidence: Evidence) -> dict[tuple[str, datetime], int]:
    """Who had an entry moved to when: by caller's number and each moment that was said, the call that said it."""
    found: dict[tuple[str, datetime], int] = {}
    for read in read_calls(evidence):
        for promise in read.said:
            if promise.kind is ClaimKind.MOVED and read.call.caller:
                for at in _moments(evidence, promise):
                    found[read.call.caller, at] = read.call.id
    return found


def _moments(evidence: Evidence, promise: Promise) -> Iterable[datetime]:
    return (datetime.combine(day, at, evidence.zone) for day in promise.days for at in promise.times)


def _moved_later(kept: Kept, moved: dict[tuple[str, datetime], int], evidence: Evidence) -> bool:
    """Whether the customer had the entry moved to where it now is in a later call."""
    if kept.booking is None or not kept.call.caller:
        return False
    at = _wall(evidence, kept.booking.starts_at).replace(second=0, microsecond=0)
    return moved.get((kept.call.caller, at), kept.call.id) > kept.call.id


def _services(evidence: Evidence) -> tuple[str, ...]:
    offered = evidence.business.services if evidence.business is not None else ()
    return names_of(each.name for each in offered)


def _service(evidence: Evidence, kept: Kept, booking: Booking, known: tuple[str, ...]) -> Iterator[Found]:
    entered = _entered(booking.as_first_made.service, booking.service)
    if _is_known(entered, known, same_service):
        yield from _named(evidence, kept, booking, Kind.BOOKING_WRONG_SERVICE, entered, known, same_service)


def _person(evidence: Evidence, kept: Kept, booking: Booking, known: tuple[str, ...]) -> Iterator[Found]:
    entered = _entered(booking.as_first_made.person, booking.person)
    # "Thanks, Tom" to a customer of that name says nothing of the Tom who does the work
    customer = (booking.customer, callers_name(kept.call.turns, kept.promise.turn))
    others = tuple(each for each in known if not any(same_person(each, name) for name in customer if name))
    yield from _named(evidence, kept, booking, Kind.BOOKING_WRONG_PERSON, entered, others, same_person)


def _entered(*names: str | None) -> tuple[str, ...]:
    """What the entry says, first and now."""
    return tuple(each for each in names if each)


def _is_known(names: Sequence[str], known: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    return any(same(name, each) for name in names for each in known)


def _named(
    evidence: Evidence,
    kept: Kept,
    booking: Booking,
    kind: Kind,
    entered: tuple[str, ...],
    known: tuple[str, ...],
    same: Callable[[str, str], bool],
) -> Iterator[Found]:
    """The nearest words that name any of the known name another than the entry, first or now."""
    naming = last_naming(kept.call.turns, kept.promise.turn, known)
    if naming is None or not entered or _is_known(entered, tuple(naming.names), same):
        return
    what = f"said {min(naming.names)}, but the entry is for {entered[0]}"
    yield _found(evidence, kept, booking, kind, what, Said(naming.turn, naming.words))
