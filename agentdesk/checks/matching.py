"""Which call made which entry, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agentdesk.checks.candidates import CallWords, DiaryIndex, Tie, made_in
from agentdesk.checks.evidence import Evidence, read_once
from agentdesk.checks.reading import CallRead, read_calls
from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.call import Call
from agentdesk.language.claims import ClaimKind
from agentdesk.language.names import NamesSaid
from agentdesk.language.promises import Promise

LONGEST_BACK = timedelta(days=21)
"""An entry made in a call may have been over for so long when it was made: an agent got the day wrong.

Well within what the checks of a week look back: whether an entry is a call's must not hang on where a week begins.
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise of a call, and the entry that keeps it; None where there is none. `tie`: what joins the two."""

    read: CallRead
    promise: Promise
    booking: Booking | None
    match: Match
    tie: Tie | None = None
    undone: bool = False
    """The entry was made, and cancelled again within minutes although nobody asked for that."""

    @property
    def call(self) -> Call:
        return self.read.call


@dataclass(frozen=True, slots=True)
class Leftover:
    """An entry that is a call's by number and time stamp although no standing promise of it asks for one."""

    read: CallRead
    booking: Booking


@dataclass(frozen=True, slots=True)
class _Pair:
    """A possible match of a promise (None: of the call as such) with an entry.

    Higher scores win; of equal ones that with `alike`: the entry has the name that the promise was made with.
    """

    score: int
    match: Match
    read: CallRead
    promise: Promise | None
    booking: Booking
    tie: Tie
    alike: bool = False


@read_once
def match_promises(evidence: Evidence) -> tuple[Kept, ...]:
    """Each standing promise that a booking was made, with the entry that keeps it, in order of call and turn.

    An entry keeps one promise at most. Cancelled entries count: they were made, and cancelled later.
    """
    taken = {(pair.read.call.id, pair.promise): pair for pair in _assigned(evidence)}
    kept = []
    reads = read_calls(evidence)
    for read in reads:
        for promise in read.standing:
            pair = taken.get((read.call.id, promise))
            if pair is None:
                kept.append(Kept(read, promise, None, Match.NONE))
            else:
                undone = _was_undone(read, pair.booking, reads)
                kept.append(Kept(read, promise, pair.booking, pair.match, pair.tie, undone))
    return tuple(kept)


def match_bookings(evidence: Evidence) -> tuple[tuple[int, int | None, Match], ...]:
    """For each entry: its id, the id of the call that made it or None, and how sure that is; in order of id.

    Entries that are linked to a call outside the evidence are left out: nothing new is known of them.
    """
    found = {pair.booking.id: pair for pair in _assigned(evidence)}
    here = {call.id for call in evidence.calls}
    rows: list[tuple[int, int | None, Match]] = []
    for booking in sorted(evidence.bookings, key=lambda each: each.id):
        pair = found.get(booking.id)
        if pair is not None:
            rows.append((booking.id, pair.read.call.id, pair.match))
        elif booking.call is None or booking.call in here:
            rows.append((booking.id, None, Match.NONE))
    return tuple(rows)


def leftovers(evidence: Evidence) -> tuple[Leftover, ...]:
    """Entries made in a call by its caller that keep none of its promises."""
    return tuple(
        Leftover(pair.read, pair.booking)
        for pair in _assigned(evidence)
        if pair.promise is None and pair.match is Match.CERTAIN
    )


def _was_undone(read: CallRead, booking: Booking, reads: Sequence[CallRead]) -> bool:
    """Whether what the call booked was gone again before the caller could have thought better of it.

    A call in between in which the same caller had it cancelled or moved is a reason.
    """
    call, gone_at = read.call, booking.cancelled_at
    if booking.live or gone_at is None or booking.moved_to is not None or not made_in(call, booking):
        return False
    ended = call.started_at + timedelta(seconds=call.seconds or 0)
    if gone_at > max(ended, booking.created_at or ended) + _AT_ONCE:
        return False
    later = (each for each in reads if each.call.caller == call.caller and call.started_at < each.call.started_at)
    return not any(
        each.call.started_at <= gone_at and any(said.kind in _LET_GO for said in each.said) for each in later
    )


@read_once
def _assigned(evidence: Evidence) -> tuple[_Pair, ...]:
    """The best pairs first; each promise and each entry is used once."""
    index = DiaryIndex(evidence)
    here = frozenset(call.id for call in evidence.calls)
    pairs = [pair for read in read_calls(evidence) for pair in _pairs(evidence, read, index, here)]
    pairs.sort(key=lambda pair: (-pair.score, not pair.alike, pair.read.call.id, _turn(pair), pair.booking.id))
    done: set[tuple[int, Promise]] = set()
    bookings: set[int] = set()
    best = []
    for pair in pairs:
        key = (pair.read.call.id, pair.promise) if pair.promise else None
        if pair.booking.id in bookings or (key is not None and key in done):
            continue
        bookings.add(pair.booking.id)
        if key is not None:
            done.add(key)
        best.append(pair)
    return tuple(best)


def _turn(pair: _Pair) -> int:
    return pair.promise.turn if pair.promise else -1


def _pairs(evidence: Evidence, read: CallRead, index: DiaryIndex, here: frozenset[int]) -> Iterator[_Pair]:
    """`here`: the calls in the evidence. An entry that is certainly another call's is no candidate."""
    call, words = read.call, CallWords(read.call)
    days = {day for promise in read.standing for day in promise.days}
    ids = {promise: read.ids_of(promise) for promise in read.standing}
    # with one promise there is nothing to tell apart
    said = NamesSaid(call.turns)
    names = {each: _words(said.before(each.turn)) for each in read.standing} if len(read.standing) > 1 else {}
    for booking in index.of_call(call, words, days, frozenset().union(*ids.values())):
        if booking.match is Match.CERTAIN and booking.call is not None and booking.call not in here:
            continue
        tie = words.tie(booking)
        if booking.ends_at < call.started_at - (LONGEST_BACK if tie.in_call else timedelta()):
            continue
        made_for = booking.as_first_made.starts_at.astimezone(evidence.zone)
        bears = _words(f"{booking.service or ''} {booking.person or ''}") if names else _NO_WORDS
        for promise in read.standing:
            score = _BY_ID if booking.external_id in ids[promise] else _score(promise, made_for, tie)
            if score:
                match = Match.CERTAIN if score >= _CERTAIN else Match.LIKELY
                alike = not bears.isdisjoint(names.get(promise, _NO_WORDS))
                yield _Pair(score, match, read, promise, booking, tie, alike)
        if tie.in_call and tie.contact:
            yield _Pair(_CERTAIN, Match.CERTAIN, read, None, booking, tie)
        elif tie.in_call and tie.name:
            yield _Pair(35, Match.LIKELY, read, None, booking, tie)


_NO_WORDS: frozenset[str] = frozenset()


def _words(name: str | None) -> frozenset[str]:
    """What a name that was said, and the service or person of an entry, have in common when they are the same."""
    return frozenset(re.findall(r"\w{3,}", name.casefold())) if name else _NO_WORDS


_AT_ONCE = timedelta(minutes=5)
"""After the call, or after the entry was made, whichever is later."""
_LET_GO = frozenset({ClaimKind.CANCELLED, ClaimKind.MOVED})
_BY_ID = 120
_CERTAIN = 80


def _score(promise: Promise, made_for: datetime, tie: Tie) -> int:
    """How well an entry keeps a promise, 0 for not at all; from 80 on it is certain.

    `made_for`: when the entry as it was first made begins, on the business's wall; that is what counts. An entry
    of the same customer for another time still counts when it was, or may have been, made in the call: then the
    booking exists, and what is wrong with it is another matter.
    """
    day = made_for.date() in promise.days
    clock = made_for.time().replace(second=0, microsecond=0) in promise.times
    unsaid = not promise.days and not promise.times
    fits = not unsaid and (day or not promise.days) and (clock or not promise.times)
    exact = day and clock
    rules = (
        (tie.contact and fits and promise.days and tie.may_be, 100),
        (tie.contact and tie.in_call, 90),
        (tie.contact and exact, 80),
        (exact and tie.in_call and (tie.contact is None or tie.name), 75),
        (exact and tie.name, 65),
        (tie.contact and tie.may_be and (day or unsaid), 60),
        (tie.name and tie.may_be and (day or tie.in_call), 55),
        (tie.contact and tie.may_be, 50),
        (exact and tie.in_call, 45),
        (exact and tie.contact is None, 40),
        (tie.in_call and tie.contact is None and (day or unsaid), 30),
    )
    return next((score for holds, score in rules if holds), 0)
