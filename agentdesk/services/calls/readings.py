"""What calls were, from what is kept; only calls that were never read with the rules of now are opened."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection as Database

from agentdesk.domain.call import Call
from agentdesk.domain.call_reading import CallReading
from agentdesk.store import call_marks
from agentdesk.store import call_readings as stored
from agentdesk.store import calls as stored_calls

if TYPE_CHECKING:
    from agentdesk.language.heard import Heard

_AT_ONCE = 200
"""Calls. The words of a week at once would be so many objects that Python's search for rubbish stops the window."""


class Readings:
    """Knows the rules of now and the readings made with them. `data`: the folder that the rules read words from."""

    def __init__(self, data: Path) -> None:
        self._data = data

    @cached_property
    def rules(self) -> int:
        """The mark of the rules of now. Made when first asked for: a start does without."""
        from agentdesk.services.calls.rules import mark_of_rules

        return mark_of_rules(self._data)

    def of(self, db: Database, unread: Sequence[int]) -> dict[int, CallReading]:
        """What the words of these calls say now; those marked as none are not real whatever they say.

        Nothing is kept: the next check does that.
        """
        made: dict[int, CallReading] = {}
        for start in range(0, len(unread), _AT_ONCE):
            made |= self.read(stored_calls.many(db, unread[start : start + _AT_ONCE]))
        for call in call_marks.of(db, unread):
            made[call] = replace(made[call], real=False)
        return made

    def read(self, calls: Collection[Call], heard: Mapping[int, Heard] | None = None) -> dict[int, CallReading]:
        """Reads the words of calls, about half a millisecond each; of those `heard` already, a tenth of it."""
        # hundreds of patterns are made ready with it, and nothing else here needs them
        from agentdesk.language.heard import Heard
        from agentdesk.services.calls.call_reading import read_call

        return {each.id: read_call(each, (heard or {}).get(each.id) or Heard(each.turns)) for each in calls}

    def keep(self, db: Database, unread: Mapping[int, bytes], readings: Mapping[int, CallReading]) -> None:
        """Keeps readings of calls that `store.call_readings.unread` named, with the digest that they had then."""
        stored.put(db, self.rules, [(call, unread[call], reading) for call, reading in readings.items()])
