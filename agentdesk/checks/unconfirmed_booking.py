"""Bookings that are in the diary while the confirmation that was tried never went out."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.checks.evidence import Evidence, agent_in_words, entry_in_words
from agentdesk.checks.matching import match_promises
from agentdesk.checks.tool_traffic import sendings
from agentdesk.domain.finding import Entry, Found, Kind, Severity


def find(evidence: Evidence) -> Iterator[Found]:
    """One finding for each call whose tools tried to send something, and none of them did, although it booked.

    Nothing is concluded from a call without such a tool: many services confirm by themselves, and tell nothing of it.
    """
    told: set[int] = set()
    for kept in match_promises(evidence):
        entry, sent = kept.booking, sendings(kept.call)
        if entry is None or not entry.live or not sent or any(each.done for each in sent) or kept.call.id in told:
            continue
        told.add(kept.call.id)
        yield Found(
            kind=Kind.BOOKING_UNCONFIRMED,
            severity=Severity.AMBER,
            reason=f"{agent_in_words(kept.call)} booked it, but the confirmation didn't go out.",
            evidence=(*kept.promise.said, Entry(entry.id, entry_in_words(entry, evidence.zone))),
            call=kept.call.id,
        )
