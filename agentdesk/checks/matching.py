"""Which call made which entry, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from agentdesk.checks.evidence import Evidence
from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.call import Call
from agentdesk.language.promises import Promise, promises
from agentdesk.language.standing import standing

_BEFORE = timedelta(minutes=2)
_AFTER = timedelta(minutes=15)
"""How far outside a call an entry's own time stamp may lie and still be the call's: clocks differ, queues wait."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise of a call, and the entry that keeps it; None where there is none."""

    call: Call
    promise: Promise
    booking: Booking | None
    match: Match


@dataclass(frozen=True, slots=True)
class _Pair:
    """A possible match of a promise (None: of the call as such) with an entry. Higher scores win."""

    score: int
    match: Match
    call: Call
    promise: Promise | None
    booking: Booking


@dataclass(frozen=True, slots=True)
class _Matched:
    """What each call promised, and which entry keeps what."""

    made: dict[Call, tuple[Promise, ...]]
    assigned: tuple[_Pair, ...]


class _Same:
    """Evidence, told apart by being the very same."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.evidence is self.evidence

    def __hash__(self) -> int:
        return id(self.evidence)


@lru_cache(maxsize=1)
def _pairs_of(same: _Same) -> _Matched:
    # Two things need this of the same evidence in one run, and reading the promises is most of the work.
    evidence = same.evidence
    made = {call: standing(promises_of(evidence, call), call.turns) for call in _ready(evidence)}
    return _Matched(made, tuple(_assigned(evidence, made)))


def match_promises(evidence: Evidence) -> tuple[Kept, ...]:
    """Each standing promise that a booking was made, with the entry that keeps it, in order of call and turn.

    An entry keeps one promise at most. Cancelled entries count: they were made, and cancelled later.
    """
    pairs = _pairs_of(_Same(evidence))
    taken = {(pair.call.id, pair.promise): pair for pair in pairs.assigned}
    kept = []
    for call, said in pairs.made.items():
        for promise in said:
            pair = taken.get((call.id, promise))
            kept.append(Kept(call, promise, pair.booking if pair else None, pair.match if pair else Match.NONE))
    return tuple(kept)


def match_bookings(evidence: Evidence) -> tuple[tuple[int, int | None, Match], ...]:
    """For each entry: its id, the id of the call that made it or None, and how sure that is; in order of id.

    Entries that are linked to a call outside the evidence are left out: nothing new is known of them.
    """
    found = {pair.booking.id: pair for pair in _pairs_of(_Same(evidence)).assigned}
    here = {call.id for call in evidence.calls}
    rows: list[tuple[int, int | None, Match]] = []
    for booking in sorted(evidence.bookings, key=lambda each: each.id):
        pair = found.get(booking.id)
        if pair is not None:
            rows.append((booking.id, pair.call.id, pair.match))
        elif booking.call is None or booking.call in here:
            rows.append((booking.id, None, Match.NONE))
    return tuple(rows)


def promises_of(evidence: Evidence, call: Call) -> tuple[Promise, ...]:
    """Everything a call's agent said of bookings."""
    return promises(call.turns, evidence.day_of_call(call), evidence.hours)


def _ready(evidence: Evidence) -> Iterator[Call]:
    return (call for call in sorted(evidence.calls, key=lambda each: each.id) if call.final and call.turns)


def _assigned(evidence: Evidence, made: dict[Call, tuple[Promise, ...]]) -> Iterator[_Pair]:
    """The best pairs first; each promise and each entry is used once."""
    here = frozenset(call.id for call in evidence.calls)
    pairs = [pair for call, said in made.items() for pair in _pairs(evidence, call, said, here)]
    pairs.sort(key=lambda each: (-each.score, each.call.id, each.promise.turn if each.promise else -1, each.booking.id))
    bookings: set[int] = set()
    done: set[tuple[int, Promise]] = set()
    for pair in pairs:
        key = (pair.call.id, pair.promise) if pair.promise else None
        if pair.booking.id in bookings or (key is not None and key in done):
            continue
        bookings.add(pair.booking.id)
        if key is not None:
            done.add(key)
        yield pair


def _pairs(evidence: Evidence, call: Call, said: Iterable[Promise], here: frozenset[int]) -> Iterator[_Pair]:
    """`here`: the calls in the evidence. An entry that is certainly another call's is no candidate."""
    words = _Words(call)
    for booking in evidence.bookings:
        if booking.match is Match.CERTAIN and booking.call is not None and booking.call not in here:
            continue
        in_call = _made_in(call, booking)
        if booking.ends_at < call.started_at and not in_call:
            continue
        tie = _Tie(words.contact(booking), words.name(booking), in_call, in_call or booking.created_at is None)
        for promise in said:
            score = _score(evidence, promise, booking, tie)
            if score:
                yield _Pair(score, Match.CERTAIN if score >= _CERTAIN else Match.LIKELY, call, promise, booking)
        if in_call and tie.contact:
            yield _Pair(_CERTAIN, Match.CERTAIN, call, None, booking)
        elif in_call and tie.name:
            yield _Pair(35, Match.LIKELY, call, None, booking)


@dataclass(frozen=True, slots=True)
class _Tie:
    """What ties an entry to a call, besides the time it is for.

    `contact`: number or e-mail agree; False where the numbers differ, None where one is not known.
    `in_call`: made during the call. `may_be`: that, or nobody knows when it was made.
    """

    contact: bool | None
    name: bool
    in_call: bool
    may_be: bool


_CERTAIN = 80


def _score(evidence: Evidence, promise: Promise, booking: Booking, tie: _Tie) -> int:
    """How well an entry keeps a promise, 0 for not at all; from 80 on it is certain.

    An entry of the same customer for another time still counts when it was, or may have been, made in the
    call: then the booking exists, and what is wrong with it is another matter.
    """
    local = booking.starts_at.astimezone(evidence.zone)
    day = local.date() in promise.days
    clock = local.time().replace(second=0, microsecond=0) in promise.times
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


def _made_in(call: Call, booking: Booking) -> bool:
    if booking.call == call.id:
        return True
    if booking.created_at is None:
        return False
    ended: datetime = call.started_at + timedelta(seconds=call.seconds or 0)
    return call.started_at - _BEFORE <= booking.created_at <= ended + _AFTER


class _Words:
    """Who a call was with, as far as number and words tell."""

    def __init__(self, call: Call) -> None:
        self._phone = _digits(call.caller)
        self._text = " ".join(turn.text for turn in call.turns).casefold()
        self._spoken = re.sub(r"\D", "", self._text)
        self._words = frozenset(re.findall(r"[^\W\d_]+", self._text))

    def contact(self, booking: Booking) -> bool | None:
        phone, email = _digits(booking.phone), (booking.email or "").strip().casefold()
        if phone and (phone == self._phone or phone in self._spoken):
            return True
        if email and email in self._text:
            return True
        return False if phone and self._phone else None

    def name(self, booking: Booking) -> bool:
        """Whether every part of the customer's name was said."""
        parts = re.findall(r"[^\W\d_]{2,}", (booking.customer or "").casefold())
        return bool(parts) and self._words.issuperset(parts)


def _digits(number: str | None) -> str:
    """The digits that tell one subscriber from another: "+44 113 496 0102" and "0113 4960102" agree."""
    digits = "".join(each for each in number or "" if each.isdigit())
    return digits[-9:] if len(digits) >= 9 else ""
