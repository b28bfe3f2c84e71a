"""The example week: a made-up business in a store of its own, so that it never mixes with anything real."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from agentdesk.domain.clock import Clock, day_of
from agentdesk.services.example_week import load
from agentdesk.services.services import Services
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store

OLD = timedelta(days=10)
"""An example whose last call is older than this is made anew: "today" should look alive."""


class Example:
    """Makes and opens the example. Its key lies beside it: nothing in it belongs to anybody."""

    def __init__(self, folder: Path, content: Path, clock: Clock) -> None:
        self._folder = folder
        self._content = content
        self._clock = clock

    def open_(self) -> Store:
        """The example's store; empty when it was not there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        key_file, path = self._folder / "key", self._folder / "store.db"
        if not key_file.exists() or not path.exists():
            path.unlink(missing_ok=True)
            key_file.write_bytes(new_store_key())
        return open_store(path, key_file.read_bytes())

    def fill(self, services: Services) -> None:
        """Sets the made-up business up and takes its calls and diary in, unless that was done."""
        if services.businesses.current() is not None:
            return
        week = load(self._content, day_of(self._clock.now(), services.businesses.zone()))
        services.setup.apply(week.setup)
        with tempfile.TemporaryDirectory(dir=self._folder) as scratch:
            diary, calls = Path(scratch) / "bookings.csv", Path(scratch) / "calls.jsonl"
            diary.write_text(week.bookings, encoding="utf-8")
            calls.write_text(week.calls, encoding="utf-8")
            services.importing.take_in(services.importing.look(diary, "bookings"))
            services.importing.take_in(services.importing.look(calls, "calls"))
