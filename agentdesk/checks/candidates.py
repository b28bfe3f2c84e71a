"""Finds, for a call, the diary entries that may be its own without looking at all of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from agentdesk.checks.evidence import Evidence
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import SUBSCRIBER_DIGITS, Call, digits_of

_BEFORE = timedelta(minutes=2)
_AFTER = timedelta(minutes=15)
"""How far outside a call an entry's own time stamp may lie and still be the call's: clocks differ, queues wait."""
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
"""Begun only where a word begins: a line of a million letters without a space is read once, not a million times."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties an entry to a call, besides the time it is for.

    `contact`: number or e-mail agree; False where the numbers differ, None where one is not known.
    `in_call`: made during the call. `may_be`: that, or nobody knows when it was made.
    """

    contact: bool | None
    name: bool
    in_call: bool
    may_be: bool


class DiaryIndex:
    """The entries of the evidence by number, e-mail, name of the service, making and day."""

    def __init__(self, evidence: Evidence) -> None:
        self._by_contact: dict[str, list[Booking]] = defaultdict(list)
        self._by_call: dict[int, list[Booking]] = defaultdict(list)
        self._by_id: dict[str, list[Booking]] = defaultdict(list)
        self._by_day: dict[date, list[Booking]] = defaultdict(list)
        for each in evidence.bookings:
            for contact in (digits_of(each.phone), (each.email or "").strip().casefold()):
                if contact:
                    self._by_contact[contact].append(each)
            if each.call is not None:
                self._by_call[each.call].append(each)
            self._by_id[each.external_id].append(each)
            for at in {each.starts_at, each.as_first_made.starts_at}:
                self._by_day[at.astimezone(evidence.zone).date()].append(each)
        self._made = sorted(
            ((each.created_at, each.id, each) for each in evidence.bookings if each.created_at), key=lambda row: row[:2]
        )
        self._made_at = [row[0] for row in self._made]

    def of_contact(self, words: CallWords) -> Iterator[Booking]:
        """Entries with the caller's number, or a number or e-mail that was said."""
        for contact in sorted(words.contacts()):
            yield from self._by_contact.get(contact, ())

    def named(self, ids: Iterable[str]) -> Iterator[Booking]:
        """Entries that the diary calls by one of these names."""
        for each in ids:
            yield from self._by_id.get(each, ())

    def on(self, days: Iterable[date]) -> Iterator[Booking]:
        """Entries for one of these days."""
        for each in days:
            yield from self._by_day.get(each, ())

    def of_call(self, call: Call, words: CallWords, days: Iterable[date], ids: Iterable[str]) -> tuple[Booking, ...]:
        """Every entry that may be a call's, in order of id."""
        first, last = _window(call)
        made = self._made[bisect_left(self._made_at, first) : bisect_right(self._made_at, last)]
        found = {row[2].id: row[2] for row in made}
        for each in (*self._by_call.get(call.id, ()), *self.of_contact(words), *self.on(days), *self.named(ids)):
            found[each.id] = each
        return tuple(found[key] for key in sorted(found))


def _window(call: Call) -> tuple[datetime, datetime]:
    return call.started_at - _BEFORE, call.started_at + timedelta(seconds=call.seconds or 0) + _AFTER


def made_in(call: Call, booking: Booking) -> bool:
    """Whether an entry was made during a call, as far as its own time stamp or its link tells."""
    if booking.call == call.id:
        return True
    first, last = _window(call)
    return booking.created_at is not None and first <= booking.created_at <= last


class CallWords:
    """Who a call was with, as far as number and words tell."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._phone = digits_of(call.caller)
        self._text = " ".join(turn.text for turn in call.turns).casefold()
        self._spoken = re.sub(r"\D", "", self._text)
        self._words = frozenset(re.findall(r"[^\W\d_]+", self._text))

    def contacts(self) -> set[str]:
        """The caller's number and everything said that could be a number or an e-mail."""
        spoken = {self._spoken[at : at + SUBSCRIBER_DIGITS] for at in range(len(self._spoken) - SUBSCRIBER_DIGITS + 1)}
        return {each for each in (self._phone, *spoken, *_EMAIL.findall(self._text)) if each}

    def tie(self, booking: Booking) -> Tie:
        """What ties an entry to the call."""
        in_call = made_in(self._call, booking)
        return Tie(self._contact(booking), self._name(booking), in_call, in_call or booking.created_at is None)

    def _contact(self, booking: Booking) -> bool | None:
        phone, email = digits_of(booking.phone), (booking.email or "").strip().casefold()
        if phone and (phone == self._phone or phone in self._spoken):
            return True
        if email and email in self._text:
            return True
        return False if phone and self._phone else None

    def _name(self, booking: Booking) -> bool:
        """Whether every part of the customer's name was said."""
        parts = re.findall(r"[^\W\d_]{2,}", (booking.customer or "").casefold())
        return bool(parts) and self._words.issuperset(parts)
