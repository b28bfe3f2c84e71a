"""Where a diary entry says something else than the call that made it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.business import Business
from agentdesk.domain.call import Call, digits_of
from agentdesk.domain.wording import day_in_words, moment_in_words, time_in_words


def differences(
    call: Call, bookings: Sequence[Booking], business: Business | None, now: datetime
) -> dict[int, tuple[str, ...]]:
    """Sentences for each entry's id, none where both agree: another day or time, another number, cancelled."""
    # The checks load the whole language room, which no start should wait for.
    from agentdesk.checks.evidence import Evidence
    from agentdesk.checks.matching import match_promises

    evidence = Evidence(now=now, business=business, calls=(call,), bookings=tuple(bookings))
    kept = {each.booking.id: each.promise for each in match_promises(evidence) if each.booking is not None}
    found: dict[int, tuple[str, ...]] = {}
    for booking in bookings:
        sentences = []
        promise = kept.get(booking.id)
        if promise is not None:
            local = booking.starts_at.astimezone(evidence.zone)
            other_day = promise.days and local.date() not in promise.days
            other_time = promise.times and local.time().replace(second=0, microsecond=0) not in promise.times
            if (other_day or other_time) and not booking.all_day:
                said = [day_in_words(promise.day)] if promise.day else []
                said += [time_in_words(promise.time)] if promise.time else []
                who = call.agent or "The agent"
                diary = moment_in_words(booking.starts_at, evidence.zone)
                sentences.append(f"{who} said {', '.join(said)}; the diary has {diary}.")
        if (here := digits_of(booking.phone)) and (there := digits_of(call.caller)) and here != there:
            sentences.append("The diary has another number than the one that rang.")
        if booking.status is BookingStatus.CANCELLED:
            sentences.append("The entry was cancelled.")
        if booking.status is BookingStatus.NO_SHOW:
            sentences.append("Nobody came.")
        found[booking.id] = tuple(sentences)
    return found
