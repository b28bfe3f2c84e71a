"""Lists whose pages are asked for by place: from which record on, and how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.troubles import NotUnderstood

_SHARED = 5
"""How many records a page shares with the one before, so that none is missed where the list grows shorter."""

Ask = Callable[[int], tuple[tuple[Fields, ...], int | None]]
"""The records from a place on, however many the service cares to give, and how many there are in all if it says so."""


def walk(service: str, key: str, ask: Ask) -> Iterator[tuple[tuple[Fields, ...], bool]]:
    """The pages of a list, and whether each is the last; a record may come twice.

    `key` names a record. Raises NotUnderstood where the list ends before it should, or goes on without anything new.
    """
    met: set[str | None] = set()
    place = 0
    in_all: int | None = None
    while True:
        # nothing is what a service that is unwell answers too: it is believed the second time
        rows, told = ask(place)
        if not rows:
            rows, told = ask(place)
        in_all = in_all if told is None else told
        new = {each.name(key) for each in rows} - met
        met |= new
        through = place + len(rows) >= in_all if in_all is not None else not new
        yield rows, through
        if through:
            return
        if not new:
            raise NotUnderstood(f"{service} says that there are more records, but doesn't list them.")
        # back by a few, but always on: a page may be as short as what it shares
        place += max(len(rows) - _SHARED, 1)
