"""The same appointment in two diaries: which entries are copies of each other, and where copies differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from agentdesk.domain.booking import Booking
from agentdesk.domain.call import SUBSCRIBER_DIGITS

Pair = tuple[Booking, Booking]

_NO_DIGITS = re.compile(r"\D+")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})
_SHORTEST_NAME = 16
"""Letters from which on a diary's own name of an entry is nobody else's: shorter ones may be counted 1, 2, 3."""


def marks_of(booking: Booking) -> Iterator[str]:
    """What names the customer of an entry, so that the same one is known again in another diary."""
    yield f"id {booking.external_id}"
    if booking.phone:
        yield f"phone {_digits(booking.phone)}"
    if booking.email:
        yield f"email {_plain(booking.email)}"
    if booking.customer and booking.customer.strip():
        yield f"name {_plain(booking.customer)}"


def are_copies(one: Booking, other: Booking) -> bool:
    """Whether two entries of different diaries are one appointment: same time, and something names the same person."""
    same_time = (one.starts_at, one.ends_at) == (other.starts_at, other.ends_at)
    return one.connection != other.connection and same_time and not set(marks_of(one)).isdisjoint(marks_of(other))


def same_appointments(bookings: Iterable[Booking], zone: ZoneInfo) -> tuple[Pair, ...]:
    """Entries of two diaries that are one appointment although they may differ; the one with the smaller id first.

    One was copied from the other under the same name; or they begin together for the same customer; or, alone in
    their diaries that day, they are the same thing for the same customer. A diary that is read in two ways has the
    very same names in both: what differs there is only read later, and is no difference.
    """
    entries = [each for each in bookings if not each.all_day]
    found: dict[tuple[int, int], Pair] = {}
    for alike in (_by_name(entries), _by_customer(entries), _by_day(entries, zone)):
        for one, other in alike:
            pair = (one, other) if one.id < other.id else (other, one)
            if not _read_twice(*pair):
                found.setdefault((pair[0].id, pair[1].id), pair)
    return tuple(found[each] for each in sorted(found))


def disagreements(one: Booking, other: Booking, services: Collection[str], zone: ZoneInfo) -> tuple[str, ...]:
    """In what two entries of one appointment differ: "the time", "the name". What only one of them says is no
    difference, nor is a service that is called by no name of the list, nor a name that is only written shorter.
    """
    if one.live is not other.live:
        return ("whether it was cancelled",)
    if not one.live:
        return ()
    here, there = one.starts_at.astimezone(zone), other.starts_at.astimezone(zone)
    listed = {_plain(each) for each in services}
    sold = [_plain(each.service) for each in (one, other) if _plain(each.service) in listed]
    told = (
        ("the day", here.date(), there.date()),
        ("the time", here.time(), there.time()),
        ("the name", *(("", "") if same_name(one.customer, other.customer) else (one.customer, other.customer))),
        ("the phone number", _digits(one.phone), _digits(other.phone)),
        ("the e-mail address", _plain(one.email), _plain(other.email)),
        ("the service", *(sold if len(sold) == 2 else ("", ""))),
    )
    return tuple(what for what, mine, theirs in told if mine and theirs and mine != theirs)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names may be one person's: every part of the shorter is in the longer, at least as an initial.

    "Sam", "Sam Hartley", "S. Hartley", "Hartley, Sam" and "Mr Hartley" may be the same; "Sam" and "Jo" are not.
    """
    short, long = sorted((_parts(one), _parts(other)), key=len)
    for part in sorted(short, key=len, reverse=True):
        held = next((each for each in long if _may_be(part, each)), None)
        if held is None:
            return False
        long.remove(held)
    return bool(short)


def _parts(name: str | None) -> list[str]:
    return [each for each in re.findall(r"[^\W\d_][\w'’-]*", _plain(name)) if each not in _TITLES]


def _may_be(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _read_twice(one: Booking, other: Booking) -> bool:
    return one.external_id == other.external_id and len(one.external_id) >= _SHORTEST_NAME


def _by_name(entries: Iterable[Booking]) -> Iterator[Pair]:
    """Some services write their own name of an entry, and where it is from, into the copy: "4f…@Cal.com"."""
    groups: defaultdict[str, list[Booking]] = defaultdict(list)
    for each in entries:
        root = each.external_id.partition("@")[0]
        if len(root) >= _SHORTEST_NAME and re.search(r"\d", root):
            groups[root.casefold()].append(each)
    for group in groups.values():
        # a moved series or a name that comes up more often tells nobody which belongs to which
        if len(group) == 2 and group[0].connection != group[1].connection:
            yield group[0], group[1]


def _by_customer(entries: Iterable[Booking]) -> Iterator[Pair]:
    """Live entries that begin together and name the same customer."""
    groups: defaultdict[tuple[object, str], list[Booking]] = defaultdict(list)
    for each in entries:
        if each.live:
            for mark in _customer(each):
                groups[each.starts_at, mark].append(each)
    for group in groups.values():
        yield from _across(group)


def _by_day(entries: Iterable[Booking], zone: ZoneInfo) -> Iterator[Pair]:
    """The only entry of a customer for one thing on one day in each of two diaries, at different times."""
    groups: defaultdict[tuple[date, str, str], list[Booking]] = defaultdict(list)
    for each in entries:
        if each.live and each.service:
            day, service = each.starts_at.astimezone(zone).date(), _plain(each.service)
            for mark in _customer(each):
                groups[day, service, mark].append(each)
    for group in groups.values():
        names = {_plain(each.customer) for each in group} - {""}
        alone = len({each.connection for each in group}) == len(group) == 2
        # a parent books for two children with one number
        if alone and len(names) < 2:
            yield from _across(group)


def _across(group: list[Booking]) -> Iterator[Pair]:
    for at, one in enumerate(group):
        for other in group[at + 1 :]:
            if one.connection != other.connection:
                yield one, other


def _customer(booking: Booking) -> Iterator[str]:
    """Marks of the customer alone; a single word is no name that only one person has."""
    for mark in marks_of(booking):
        if not mark.startswith("id ") and (not mark.startswith("name ") or len(mark.split()) > 2):
            yield mark


def _digits(phone: str | None) -> str:
    return _NO_DIGITS.sub("", phone or "")[-SUBSCRIBER_DIGITS:]


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
