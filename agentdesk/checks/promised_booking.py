"""Bookings that the agent said were made and that are in no diary."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.checks.evidence import Evidence, agent_in_words, entry_in_words
from agentdesk.checks.matching import Kept, match_promises
from agentdesk.domain.finding import Entry, Found, Kind, Severity
from agentdesk.domain.wording import day_in_words, time_in_words
from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import Promise


def find(evidence: Evidence) -> Iterator[Found]:
    """One finding for each promise that a booking was made which no entry keeps, or kept for more than minutes.

    Silent where the diary could not show it: none is known, it was last read before the call ended, or it
    does not reach the day. Silent too where the words leave nothing to look for: no day was said, no tool
    named the entry and the caller's number is withheld, or the day that was read has passed.
    """
    seen: set[tuple[int, str]] = set()
    for kept in match_promises(evidence):
        if (
            (kept.booking is None or kept.undone)
            and kept.promise.kind is ClaimKind.MADE
            and _can_be_judged(evidence, kept)
        ):
            slot = _slot(kept.promise)
            if (kept.call.id, slot) not in seen:
                seen.add((kept.call.id, slot))
                yield _found(evidence, kept, slot)


def _can_be_judged(evidence: Evidence, kept: Kept) -> bool:
    today = evidence.day_of_call(kept.call)
    if kept.promise.day is None:
        by_number = kept.call.caller is not None and any(each.phone for each in evidence.bookings)
        by_id = bool(kept.read.ids_of(kept.promise))
        return (by_number or by_id) and evidence.knows_diary(kept.call, today)
    return kept.promise.day >= today and all(evidence.knows_diary(kept.call, day) for day in kept.promise.days)


def _slot(promise: Promise) -> str:
    """Tells several promises of a call apart by when they are for, which survives a corrected transcript."""
    if promise.day is None and promise.time is None:
        return ""
    return f"{promise.day or ''} {f'{promise.time:%H:%M}' if promise.time else ''}".strip()


def _found(evidence: Evidence, kept: Kept, slot: str) -> Found:
    when, entry = _when(kept.promise), kept.booking
    gone = "the entry was cancelled again within minutes" if entry is not None else "nothing is in the diary"
    there = (Entry(entry.id, entry_in_words(entry, evidence.zone)),) if entry is not None else ()
    return Found(
        kind=Kind.BOOKING_MISSING,
        severity=Severity.RED,
        reason=f"{agent_in_words(kept.call)} said it was booked{when}, but {gone}.",
        evidence=(*kept.promise.said, *there),
        call=kept.call.id,
        slot=slot,
    )


def _when(promise: Promise) -> str:
    parts = [day_in_words(promise.day)] if promise.day else []
    parts += [time_in_words(promise.time)] if promise.time else []
    return f" for {', '.join(parts)}" if parts else ""
