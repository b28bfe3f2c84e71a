"""What only shows when diaries are laid beside each other: one person in two places, and copies that don't agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from agentdesk.checks.copies import Pair, are_copies, disagreements, marks_of, same_appointments
from agentdesk.checks.evidence import Diary, Evidence, entry_in_words
from agentdesk.domain.booking import Booking
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from agentdesk.domain.wording import listed, moment_in_words

FEWEST_COPIED = 8
ONE_MISSING_IN = 10
"""A diary is one that another is copied into from so many copies on, with no more than one missing in so many."""
_TAKES_TIME = timedelta(hours=1)
"""What was made so shortly before a diary was read may not have been copied into it yet."""
_BACK, _AHEAD = timedelta(days=30), timedelta(days=60)
"""Every diary that is read shows at least so much of what was, and of what is to come."""


def find(evidence: Evidence) -> Iterator[Found]:
    """Clashes and differences between diaries; nothing while there is only one."""
    if len({each.connection for each in evidence.bookings}) < 2:
        return
    yield from _clashes(evidence)
    pairs = same_appointments(evidence.bookings, evidence.zone)
    yield from _differing(evidence, pairs)
    yield from _not_copied(evidence, frozenset(each.id for pair in pairs for each in pair))


def _clashes(evidence: Evidence) -> Iterator[Found]:
    """Somebody who is to be at two things at once, in two diaries: neither of them can see the other.

    Within one diary it is left alone: that knows its own people, and some do two things at a time on purpose.
    Entries that already are too many for their service are told of as that.
    """
    by_person: defaultdict[str, list[Booking]] = defaultdict(list)
    for booking in evidence.bookings:
        person = " ".join((booking.person or "").split()).casefold()
        if person and booking.live and not booking.all_day:
            by_person[person].append(booking)
    for short in [each for each in by_person if " " not in each]:
        # one diary says "Sam", the other "Sam Hartley"; of two Sams nobody knows which
        whole = [each for each in by_person if each.startswith(f"{short} ")]
        if len(whole) == 1 and _diaries(by_person[short]).isdisjoint(_diaries(by_person[whole[0]])):
            by_person[whole[0]] += by_person.pop(short)
    for entries in by_person.values():
        for one, other in _meeting(entries):
            same = (one.service or "").strip().casefold() == (other.service or "").strip().casefold()
            if one.connection != other.connection and not same and not are_copies(one, other):
                yield _clash(one, other, evidence)


def _diaries(entries: Iterable[Booking]) -> set[str]:
    return {each.connection for each in entries}


def _meeting(entries: Sequence[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """Pairs that are there at the same time; times are half-open."""
    here: list[Booking] = []
    for booking in sorted(entries, key=lambda each: (each.starts_at, each.id)):
        here = [each for each in here if each.ends_at > booking.starts_at]
        if booking.ends_at > booking.starts_at:
            yield from ((each, booking) for each in here)
            here.append(booking)


def _clash(one: Booking, other: Booking, evidence: Evidence) -> Found:
    first, last = sorted((one, other), key=lambda each: (each.created_at or each.starts_at, each.id))
    when = moment_in_words(max(one.starts_at, other.starts_at), evidence.zone)
    return Found(
        kind=Kind.BOOKING_CLASH,
        severity=Severity.RED,
        reason=f"{(last.person or '').strip()} is booked twice on {when}, in two diaries.",
        evidence=tuple(Entry(each.id, entry_in_words(each, evidence.zone)) for each in (first, last)),
        booking=last.id,
        slot=str(first.id),
    )


def _differing(evidence: Evidence, pairs: Iterable[Pair]) -> Iterator[Found]:
    services = [each.name for each in evidence.business.services] if evidence.business is not None else []
    for one, other in pairs:
        parts = disagreements(one, other, services, evidence.zone)
        if parts:
            what = f"{_called(one)} is in two diaries, and they don't agree on {listed(parts)}."
            yield _differs((one, other), what, evidence, slot=str(other.id))


def _not_copied(evidence: Evidence, told: frozenset[int]) -> Iterator[Found]:
    """What stands in one diary and not in the other, into which all but a few are copied.

    `told`: entries that are in both. Where those differ, that is told.
    """
    by_diary: defaultdict[str, list[Booking]] = defaultdict(list)
    for booking in evidence.bookings:
        if booking.live and not booking.all_day:
            by_diary[booking.connection].append(booking)
    for diary in sorted(evidence.diaries, key=lambda each: each.connection):
        theirs = _by_start(by_diary.get(diary.connection, ()))
        for name, entries in sorted(by_diary.items()):
            if name == diary.connection or not theirs:
                continue
            due = [each for each in entries if _should_be_there(each, diary)]
            missing = [each for each in due if not any(are_copies(each, one) for one in theirs.get(each.starts_at, ()))]
            if len(due) - len(missing) < FEWEST_COPIED or len(missing) * ONE_MISSING_IN > len(due):
                continue
            for each in missing:
                if each.id not in told:
                    what = f"{_called(each)} is in one diary, and not in the other that the rest is copied into."
                    yield _differs((each,), what, evidence, slot=f"not in {diary.connection}")


def _should_be_there(booking: Booking, diary: Diary) -> bool:
    made = booking.created_at
    named = any(not each.startswith("id ") for each in marks_of(booking))
    in_sight = diary.read_at - _BACK <= booking.starts_at <= diary.read_at + _AHEAD
    return named and in_sight and made is not None and made + _TAKES_TIME <= diary.read_at


def _by_start(entries: Iterable[Booking]) -> Mapping[object, list[Booking]]:
    groups: defaultdict[object, list[Booking]] = defaultdict(list)
    for each in entries:
        groups[each.starts_at].append(each)
    return groups


def _called(booking: Booking) -> str:
    what = (booking.service or "").strip() or "A booking"
    return f"{what} for {booking.customer.strip()}" if booking.customer and booking.customer.strip() else what


def _differs(entries: tuple[Booking, ...], what: str, evidence: Evidence, slot: str) -> Found:
    return Found(
        kind=Kind.BOOKING_DIFFERS,
        severity=Severity.AMBER,
        reason=what,
        evidence=tuple(Entry(each.id, entry_in_words(each, evidence.zone)) for each in entries),
        booking=entries[0].id,
        slot=slot,
    )
