"""Why a call must be looked at in a review, and which of two such calls is graver."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from agentdesk.domain.call_reading import HUNG_UP_SECONDS, CallReading
from agentdesk.domain.finding import URGENCY, FindingStatus, Severity
from agentdesk.domain.money import Money
from agentdesk.store.weeks import FoundInBrief

AFTER_A_CHANGE = 5
_SEVERITIES = tuple(Severity)


def by_call(found: Iterable[FoundInBrief], calls: Collection[int]) -> dict[int, list[FoundInBrief]]:
    """What was found about each of the calls, or else about the entry that it made."""
    grouped: dict[int, list[FoundInBrief]] = {}
    for each in found:
        call = each.call if each.call is not None else each.made_by
        if call is not None and call in calls:
            grouped.setdefault(call, []).append(each)
    return grouped


def reasons(readings: Mapping[int, CallReading], found: Mapping[int, Sequence[FoundInBrief]]) -> dict[int, list[str]]:
    """Why calls must be looked at for what they were, one sentence each; calls without a reason are left out."""
    why = {
        call: said
        for call, about in found.items()
        if (said := [each.reason for each in about if each.severity is not Severity.NOTE])
    }
    for call, reading in readings.items():
        if reading.needed_person and call not in why:
            why[call] = ["The caller asked for a person or complained."]
        if reading.gave_up:
            why.setdefault(call, []).append(f"The caller rang off within {HUNG_UP_SECONDS} seconds.")
    return why


def notable(
    longest: Sequence[int],
    prices: Sequence[tuple[Money, int, int]],
    changed: Iterable[tuple[str, list[int]]],
    readings: Mapping[int, CallReading],
) -> Iterator[tuple[int, str]]:
    """Calls that stand out beside the others of the period: the longest, the dearest, the first after a change."""
    if len(longest) >= 2:
        yield longest[0], "It was the longest call."
    if len({cost.currency for cost, _, _ in prices}) == 1 and sum(number for _, number, _ in prices) >= 2:
        yield max((cost.amount, call) for cost, _, call in prices)[1], "It was the dearest call."
    for agent, ids in changed:
        real = (each for each in ids if readings[each].real)
        for call in islice(real, AFTER_A_CHANGE):
            yield call, f"It was one of the first {AFTER_A_CHANGE} after {agent}'s brief changed."


def is_settled(found: Sequence[FoundInBrief]) -> bool:
    """Whether something was found, and somebody has decided about all of it."""
    return bool(found) and all(each.status is not FindingStatus.OPEN for each in found)


def gravity(reading: CallReading, found: Sequence[FoundInBrief]) -> tuple[int, int]:
    """The lower, the graver: by the gravest open finding, red first and of those the most urgent kind.

    After all of those comes a caller who wanted a person, then what is only worth a look.
    """
    open_ = [
        (_SEVERITIES.index(each.severity), URGENCY.index(each.kind))
        for each in found
        if each.status is FindingStatus.OPEN and each.severity is not Severity.NOTE
    ]
    return min(open_, default=(len(_SEVERITIES), 0 if reading.needed_person else 1))
