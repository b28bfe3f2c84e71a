"""What is said of the reading of a diary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Protocol


class Notes(Protocol):
    """Counts what was unusual. The notes a diary gives: outside, cut, not_entries, older_version, no_uid,
    assumed_hour, assumed_end.
    """

    def add(self, note: str, number: int = 1) -> None: ...


class Counts(Counter[str]):
    """The simplest notes."""

    def add(self, note: str, number: int = 1) -> None:
        self[note] += number


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was set aside. `where` and `why` are words for the owner: "row 12", and one sentence."""

    where: str
    why: str
    uid: str = ""
    """The number that an entry of a diary gives itself, where it has one."""
    place: int = 0
    """Which of several texts it stands in."""
