"""For services that list calls in short and give the words of each only when asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from agentdesk.connectors.kit.contract import CallPage, CallRecord, KnownCalls, SetAside
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable

_ASKED_TOGETHER = 50
"""Calls whose marks are asked for at a time."""
MOST_WITHOUT_NEW = 500
"""Pages in a row that list nothing which wasn't listed before: such a list has no end."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the short list: external id and mark of each call, and the position that follows the page."""

    calls: tuple[tuple[str, str], ...]
    position: str
    set_aside: tuple[SetAside, ...] = ()


Read = Callable[[str, str], CallRecord | None]
"""One call by its id, under a mark; None where the service no longer has it. Raises Unreadable."""


def read_each(listings: Iterable[Listing], position: str, known: KnownCalls, read: Read) -> Iterator[CallPage]:
    """Reads the calls that are new, whose listing has changed, or that are due.

    `position` is the one to keep while the first page isn't through. A call listed twice is read once, unless its
    listing changed in between. Each call is handed over by itself, so that it can be worked at while the next one
    is waited for.
    """
    due = known.due().keys()
    seen: dict[str, str] = {}
    without_new = 0
    for listing in listings:
        without_new = 0 if any(external_id not in seen for external_id, _ in listing.calls) else without_new + 1
        if without_new > MOST_WITHOUT_NEW:
            raise NotUnderstood("The service lists the same calls over and over.")
        marks = known.marks([external_id for external_id, _ in listing.calls])
        for external_id, mark in listing.calls:
            if seen.get(external_id) == mark:
                continue
            again = external_id in due and external_id not in seen
            seen[external_id] = mark
            if not again and marks.get(external_id) == mark:
                continue
            record, aside = _one(read, external_id, mark)
            if record or aside:
                yield CallPage(record, position, aside)
        position = listing.position
        yield CallPage((), position, listing.set_aside)
    yield from _unlisted(sorted(due - seen.keys()), position, known, read)


def _unlisted(due: list[str], position: str, known: KnownCalls, read: Read) -> Iterator[CallPage]:
    for start in range(0, len(due), _ASKED_TOGETHER):
        part = due[start : start + _ASKED_TOGETHER]
        marks = known.marks(part)
        for external_id in part:
            record, aside = _one(read, external_id, marks.get(external_id, ""))
            gone = () if record or aside else (external_id,)
            yield CallPage(record, position, aside, gone)


def _one(read: Read, external_id: str, mark: str) -> tuple[tuple[CallRecord, ...], tuple[SetAside, ...]]:
    """The call, or that it can't be read; neither where it is gone."""
    try:
        record = read(external_id, mark)
    except Unreadable as wrong:
        return (), (SetAside(external_id, str(wrong), None),)
    return (() if record is None else (record,)), ()
