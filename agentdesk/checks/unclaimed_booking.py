"""Entries that exist although the agent said that it failed, or that no call accounts for."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.checks.evidence import Evidence, agent_in_words, entry_in_words
from agentdesk.checks.matching import Leftover, leftovers, match_bookings
from agentdesk.domain.booking import Booking
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import Promise


def find(evidence: Evidence) -> Iterator[Found]:
    """One finding for each live entry that its caller does not know of, or that nobody rang for.

    The first: made in the call for its caller, while the agent said that it could not be booked and never that
    it was. The second: in a diary into which only agents book, made since all calls are known, by none of them.
    """
    for left in leftovers(evidence):
        failure = _last_word(left)
        if left.booking.live and failure is not None and _is_of(evidence, failure, left):
            yield _said_failed(evidence, left, failure)
    agents_only = {each.connection for each in evidence.diaries if not each.others_book}
    if not agents_only or evidence.calls_since is None:
        return
    linked = {booking for booking, call, _ in match_bookings(evidence) if call is not None}
    # what took the place of another entry goes back to whoever made that
    followers = {(each.connection, each.moved_to) for each in evidence.bookings if each.moved_to}
    for booking in evidence.bookings:
        if booking.connection in agents_only and booking.id not in linked and _nobody_rang(evidence, booking):
            if (booking.connection, booking.external_id) in followers:
                continue
            yield _unaccounted(evidence, booking)


def _last_word(left: Leftover) -> Promise | None:
    """The failure that a call ended with; None when it was booked after all."""
    last = left.read.said[-1] if left.read.said else None
    return last if last is not None and last.kind is ClaimKind.FAILED else None


def _is_of(evidence: Evidence, failure: Promise, left: Leftover) -> bool:
    """Whether the entry is what was said to have failed: the agent's tool made it, or it is for that time."""
    booking = left.booking
    if any(act.done and booking.external_id in act.ids for act in left.read.acts):
        return True
    at = booking.as_first_made.starts_at.astimezone(evidence.zone)
    day = not failure.days or at.date() in failure.days
    return day and (not failure.times or at.time().replace(second=0, microsecond=0) in failure.times)


def _nobody_rang(evidence: Evidence, booking: Booking) -> bool:
    since, made = evidence.calls_since, booking.created_at
    return booking.live and booking.call is None and made is not None and since is not None and made >= since


def _said_failed(evidence: Evidence, left: Leftover, failure: Promise) -> Found:
    return Found(
        kind=Kind.BOOKING_UNCLAIMED,
        severity=Severity.AMBER,
        reason=f"{agent_in_words(left.read.call)} said it couldn't be booked, but it is in the diary.",
        evidence=(*failure.said, Entry(left.booking.id, entry_in_words(left.booking, evidence.zone))),
        call=left.read.call.id,
        slot=f"{left.booking.id}",
    )


def _unaccounted(evidence: Evidence, booking: Booking) -> Found:
    return Found(
        kind=Kind.BOOKING_UNCLAIMED,
        severity=Severity.AMBER,
        reason="Only agents book into this diary, but no call accounts for this entry.",
        evidence=(Entry(booking.id, entry_in_words(booking, evidence.zone)),),
        booking=booking.id,
    )
