"""What reading a file gives: enough to show it to the owner before anything is taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Literal, Protocol, TypeVar

from agentdesk.connectors.kit.calendar.notes import Unread
from agentdesk.domain.errors import Sorry
from agentdesk.domain.wording import counted

Record = TypeVar("Record")


class Named(Protocol):
    @property
    def external_id(self) -> str: ...


NamedRecord = TypeVar("NamedRecord", bound=Named)


@dataclass(frozen=True, slots=True)
class Ready(Generic[NamedRecord]):
    """A draft with nothing left to do."""

    record: NamedRecord

    @property
    def external_id(self) -> str:
        return self.record.external_id

    def build(self) -> NamedRecord:
        return self.record


class Kind(StrEnum):
    """What a file holds, by its content. The value is what the owner reads."""

    CALL_LINES = "calls, one on each line"
    CALL_TABLE = "a table of calls"
    BOOKING_TABLE = "a table of diary entries"
    DIARY = "a diary"


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the owner knows. The answer goes into `mapping[field]`, or `day_first` for the order of dates."""

    about: Literal["column", "day_first"]
    field: str
    words: str
    choices: tuple[str, ...]
    """The columns to choose from, or the two readings, day first before month first."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[Record]):
    """A file looked at, nothing taken in. `records()` reads the very same bytes again and yields what was understood.

    Where questions are left, nothing is understood yet: read again with the answers.
    """

    kind: Kind
    understood: int
    """How many records `records()` yields."""
    examples: tuple[Record, ...]
    """The first few."""
    unread: tuple[Unread, ...]
    """The first 200 that were set aside."""
    unread_count: int
    repeated: int
    """How many stood in the file again under the same number; the last of each was kept."""
    mapping: Mapping[str, str]
    """Field to column, guessed or as it was passed in."""
    columns: tuple[str, ...]
    unused: tuple[str, ...]
    encoding: str
    separator: str
    """In words; empty where there are no columns."""
    day_first: bool | None
    """How dates like 03/04/26 are read, None where there are none."""
    notes: tuple[str, ...]
    """Whatever else the owner should know, a sentence each."""
    questions: tuple[Question, ...]
    _again: Callable[[], Iterator[Record]] = field(repr=False, compare=False)

    @property
    def ready(self) -> bool:
        return not self.questions

    def records(self) -> Iterator[Record]:
        """Every record once, in the order of the file. Raises Sorry while a question is open."""
        if self.questions:
            raise Sorry(self.questions[0].words)
        return self._again()


_NOTES = {
    "nul": ("Signs that no text has were taken out of {}.", "line", "lines"),
    "letters": ("Letters that could not be read, shown as \ufffd, in {}.", "line", "lines"),
    "cost": ("No cost that can be read in {}.", "call", "calls"),
    "seconds": ("No length that can be right in {}.", "call", "calls"),
    "other_voice": ("Left out, because neither caller nor agent said it: {}.", "line of talk", "lines of talk"),
    "no_words": ("Left out, because nothing was said: {}.", "line of talk", "lines of talk"),
    "shortened": ("Excel has damaged {} (like 4.47701E+11); left out.", "phone number", "phone numbers"),
    "no_zero": ("Excel has taken the first 0 from {}; kept as it stands.", "phone number", "phone numbers"),
    "assumed_end": ("No length given, so the usual one of the service was taken, for {}.", "entry", "entries"),
    "assumed_hour": ("No length given, so an hour was taken, for {}.", "entry", "entries"),
    "created": ("Not clear when it was made, for {}.", "entry", "entries"),
    "unknown_status": ("A state that is not known, so it was kept as booked, for {}.", "entry", "entries"),
    "outside": ("Left out, because more than 400 days away: {}.", "entry", "entries"),
    "cut": ("Only the 5,000 entries nearest to today are read. Left out: {}.", "entry", "entries"),
    "not_entries": ("Left out, because they are no entries: {}, such as tasks.", "thing", "things"),
    "older_version": ("Replaced by a later version in the same file: {}.", "entry", "entries"),
    "no_uid": ("Without a number of its own, so one was made from time and title: {}.", "entry", "entries"),
}


class Tally:
    """Counts what was unusual while reading, and says it."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._states: Counter[str] = Counter()

    def add(self, note: str, number: int = 1) -> None:
        self._counts[note] += number

    def unknown_state(self, words: str) -> None:
        self._counts["unknown_status"] += 1
        if len(self._states) < 20 or words in self._states:
            self._states[words] += 1

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each kind of unusual thing."""
        said = [
            words.format(counted(self._counts[note], one, many))
            for note, (words, one, many) in _NOTES.items()
            if self._counts[note]
        ]
        if self._counts["windows_line"] and self._counts["unicode_line"]:
            lines = counted(self._counts["windows_line"], "line is", "lines are")
            said.append(f"Two kinds of letters are mixed in this file: {lines} in older ones. Check names and prices.")
        if self._states:
            said.append(
                "States that are not known: " + ", ".join(words for words, _ in self._states.most_common(5)) + "."
            )
        return tuple(said)
