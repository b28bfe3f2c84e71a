"""How far a job is, and whether it should stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

QUIET_SECONDS = 0.05
"""Sentences that follow each other faster than this are not passed on, so that a fast job cannot flood the window."""


class Cancelled(Exception):  # noqa: N818 - not an error: what was asked for
    """Raised inside the work by `Progress.stop_here` once somebody asked the job to stop."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    """What the window is told. `of` is None while nobody knows how much there is."""

    name: str
    owner: str
    sentence: str
    done: int
    of: int | None


class Progress:
    """Handed to the work. Its methods may be called from the job's thread as often as one likes."""

    def __init__(self, name: str, owner: str, tell: Callable[[JobProgress], None], asked_to_stop: Event) -> None:
        self._name = name
        self._owner = owner
        self._tell = tell
        self._asked_to_stop = asked_to_stop
        self._told_at = float("-inf")

    def say(self, sentence: str, done: int = 0, of: int | None = None) -> None:
        """Tell how far the work is. The last step (`done == of`) is always passed on."""
        now = time.monotonic()
        if now - self._told_at < QUIET_SECONDS and done != of:
            return
        self._told_at = now
        self._tell(JobProgress(self._name, self._owner, sentence, done, of))

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._asked_to_stop.is_set()

    def stop_here(self) -> None:
        """A good place to stop: raises Cancelled if somebody asked for it."""
        if self.cancelled:
            raise Cancelled
