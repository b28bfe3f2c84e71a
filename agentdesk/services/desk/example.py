"""The example week: a made-up business in a store of its own, so that it never mixes with anything real."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from agentdesk.domain.clock import Clock, ShiftedClock, day_of
from agentdesk.services.business.businesses import BEFORE_SETUP
from agentdesk.services.connections.importing import ImportService
from agentdesk.services.desk.example_week import load, newest_monday
from agentdesk.services.setup.setup import SetupService
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store

FRIDAY = timedelta(days=4)
FOUR_O_CLOCK = time(16, 2)
"""The example begins on the Friday of its week, when the review is due: "today" looks alive on any day."""
KEPT = timedelta(days=6)
"""An example begun longer ago is made anew."""

RUNS_FOR = timedelta(weeks=9)
"""The made-up agent was put to work so long ago: before the first of its calls."""


class Example:
    """Makes and opens the example. Its key lies beside it: nothing in it belongs to anybody.

    Its clock starts at four on the Friday of its week and goes on from there.
    """

    def __init__(self, folder: Path, content: Path, clock: Clock) -> None:
        self._folder = folder
        self._content = content
        self._begun = folder / "begun"
        """Holds the instant at which the example was made; written last, so that half an example is none."""
        self._real = clock
        begun = self._when_begun()
        if begun is None or not timedelta() <= clock.now() - begun <= KEPT:
            shutil.rmtree(folder, ignore_errors=True)
            begun = clock.now()
        self._begun_at = begun
        self._monday = newest_monday(day_of(begun, BEFORE_SETUP))
        friday = datetime.combine(self._monday + FRIDAY, FOUR_O_CLOCK, BEFORE_SETUP)
        self.clock: Clock = ShiftedClock(clock, friday.astimezone(UTC) - begun)

    def open_(self) -> Store:
        """The example's store; empty when it was not there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        key_file = self._folder / "key"
        if not key_file.exists():
            key_file.write_bytes(new_store_key())
        return open_store(self._folder / "store.db", key_file.read_bytes())

    def fill(self, setup: SetupService, importing: ImportService) -> None:
        """Sets the made-up business up and takes its calls and diary in, unless that was done."""
        if self._begun.exists():
            return
        week = load(self._content, day_of(self._begun_at, BEFORE_SETUP))
        setup.apply(week.setup, self.clock.now() - RUNS_FOR)
        with tempfile.TemporaryDirectory(dir=self._folder) as scratch:
            diary, calls = Path(scratch) / "bookings.csv", Path(scratch) / "calls.jsonl"
            diary.write_text(week.bookings, encoding="utf-8")
            calls.write_text(week.calls, encoding="utf-8")
            importing.take_in(importing.look(diary, "bookings"))
            importing.take_in(importing.look(calls, "calls"))
        self._begun.write_text(self._begun_at.isoformat(), encoding="utf-8")

    def _when_begun(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self._begun.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
