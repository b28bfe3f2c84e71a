"""Walking through a list that has no pages: by windows of time, each narrow enough to be answered whole.

A window is known to be whole when fewer came than were asked for. Nothing is made of the order in which they come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from agentdesk.connectors.kit.fields import Fields

PROBE, MOST, AIM = 200, 1000, 250
"""How many are asked for at first, when nobody knows how many there are; then at most; and meant to come at a time."""
NARROWEST = timedelta(milliseconds=1)
"""The service counts no finer."""

Ask = Callable[[datetime, datetime | None, int], tuple[Fields, ...]]
"""What was changed from one instant to another (None: until now), both included, and at most how many."""


@dataclass(frozen=True, slots=True)
class Window:
    """What was changed in a stretch of time."""

    start: datetime
    rows: tuple[Fields, ...]
    whole: bool
    """False where more was changed at one instant than the service lists at once."""


def walk(ask: Ask, start: datetime, now: datetime) -> Iterator[Window]:
    """Everything changed since `start`, oldest window first. Windows share their borders: what stands there may
    come twice.

    `now` only spares requests: the service's clock may be years ahead of ours. All is there once an open window,
    one without an end, has come whole.
    """
    rows = ask(start, None, PROBE)
    if len(rows) < PROBE:
        yield Window(start, rows, whole=True)
        return
    changed = _changes(rows)
    now = max([now, *changed])
    span = changed[-1] - changed[0] if changed else timedelta()
    width = _within(span * AIM / len(rows), NARROWEST, (now - start) / 2)
    while True:
        end = start + width if width <= NARROWEST or start + width < now else None
        # nothing is what a service that is unwell answers too: it is believed the second time
        rows = ask(start, end, MOST) or ask(start, end, MOST)
        whole = len(rows) < MOST
        if not whole and (end is None or width > NARROWEST):
            now = max([now, *_changes(rows)])
            width = max(min(width, now - start) / 2, NARROWEST)
            continue
        yield Window(start, rows, whole)
        if end is None:
            return
        start = end
        width = max(_within(width * AIM / max(len(rows), 1), width / 4, width * 4), NARROWEST)


def changed_at(call: Fields) -> datetime | None:
    return call.moment("updatedAt")


def _changes(rows: tuple[Fields, ...]) -> list[datetime]:
    return sorted(filter(None, map(changed_at, rows)))


def _within(value: timedelta, least: timedelta, most: timedelta) -> timedelta:
    return max(least, min(value, most))
