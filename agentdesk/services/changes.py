"""What changed, said after each write, so that an open screen can decide whether to look again."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Subject(StrEnum):
    BUSINESS = "business"
    AGENTS = "agents"
    CALLS = "calls"
    BOOKINGS = "bookings"
    FINDINGS = "findings"
    ARCHIVE = "archive"
    """What was found comes from older calls that were checked again: nobody is told of it."""
    REVIEW = "review"
    NOTICES = "notices"
    CONNECTIONS = "connections"
    ESCALATIONS = "escalations"
    APPROVALS = "approvals"
    ACTS = "acts"


Listener = Callable[[frozenset[Subject]], None]


class Changes:
    """Tells listeners what was written. They are called on the writing thread, after the commit."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def publish(self, *subjects: Subject) -> None:
        for listener in tuple(self._listeners):
            listener(frozenset(subjects))

    def publish_all(self) -> None:
        """Anything may have been written, and not by us; nothing of it is to be kept quiet."""
        self.publish(*(each for each in Subject if each is not Subject.ARCHIVE))
