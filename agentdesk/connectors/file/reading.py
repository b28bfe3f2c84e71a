"""Reads calls and diary entries from files: first a look for the owner, then the records themselves.

Safe in any thread. Every file is read as it was when it was first looked at.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice, pairwise
from pathlib import Path
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from agentdesk.connectors.file import booking_table, call_table, snapshot, table
from agentdesk.connectors.file.booking_table import BookingTable
from agentdesk.connectors.file.call_lines import CallLines, chosen_keys, keys_of
from agentdesk.connectors.file.call_table import CallTable
from agentdesk.connectors.file.columns import BOOKINGS, CALLS, Fields
from agentdesk.connectors.file.diary import Diary
from agentdesk.connectors.file.kinds import kind_of, refuse_what_is_no_text
from agentdesk.connectors.file.lines import Encoding, encoding_of
from agentdesk.connectors.file.results import Kind, Question, Reading, Ready, Tally
from agentdesk.connectors.file.rows import Layout, order_of_dates
from agentdesk.connectors.kit.calendar.lengths import MinutesFor
from agentdesk.connectors.kit.calendar.notes import Unread
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.errors import Sorry

__all__ = ["Kind", "Question", "Reading", "Unread", "read_bookings", "read_calls", "recognise"]

MOST_RECORDS = 1_000_000
MOST_UNREAD = 200
EXAMPLES = 5
_HEED_EVERY = 1_000


_Record = TypeVar("_Record")
_Record_co = TypeVar("_Record_co", covariant=True)
Heed = Callable[[int], None]


class _Draft(Protocol[_Record_co]):
    """A record known to be good; the work that only the taking in needs is left for `build`."""

    @property
    def external_id(self) -> str: ...

    def build(self) -> _Record_co: ...


class _Source(Protocol[_Record_co]):
    """Something that yields the same drafts in the same order each time."""

    def drafts(self, tally: Tally) -> Iterator[_Draft[_Record_co] | Unread]: ...


def recognise(path: Path) -> Kind:
    """What a file holds, by its content. Raises Sorry for what cannot be read at all."""
    return kind_of(snapshot.take(path))


def read_calls(
    path: Path,
    connection: str,
    zone: ZoneInfo,
    mapping: Mapping[str, str] | None = None,
    *,
    currency: str = "GBP",
    separator: str | None = None,
    day_first: bool | None = None,
    heed: Heed | None = None,
) -> Reading[Call]:
    """A look at a file of calls: one on each line, or a table.

    `mapping` is field to column for what is already known; columns the file lacks are passed over and the
    rest is guessed. An empty column name says there is none. `heed` hears how many records were looked at
    and may raise to stop. Raises Sorry for files that hold no calls. `Call.agent` is left None and what the
    file says of the agent is in `agent_external_id`.
    """
    taken = snapshot.take(path)
    kind = kind_of(taken)
    if kind is Kind.DIARY:
        raise Sorry("This file is a diary. Choose it as diary entries, not as calls.")
    if kind is Kind.CALL_LINES:
        keys = keys_of(taken)
        chosen = chosen_keys(keys, mapping)
        questions = _missing(CALLS, chosen, keys) if keys else ()
        lines = CallLines(taken, connection, zone, currency, chosen)
        return _looked(lines, _About(kind, keys, chosen, encoding_of(taken), "", None, questions), heed)
    about, layout = _laid_out(
        taken, Kind.CALL_TABLE, CALLS, call_table.DATES, mapping=mapping, separator=separator, day_first=day_first
    )
    return _looked(CallTable(layout, connection, zone, currency, about.day_first), about, heed)


def read_bookings(
    path: Path,
    connection: str,
    zone: ZoneInfo,
    mapping: Mapping[str, str] | None = None,
    *,
    minutes_for: MinutesFor = lambda _: None,
    now: datetime | None = None,
    separator: str | None = None,
    day_first: bool | None = None,
    heed: Heed | None = None,
) -> Reading[Booking]:
    """A look at a file of diary entries: a table, or a diary file (from 400 days before `now` to 400 after).

    As `read_calls`. `minutes_for` gives the usual length of a service where an entry does not say its own; where
    it knows none an hour is taken, and both are said. Every entry has the id 0.
    """
    taken = snapshot.take(path)
    kind = kind_of(taken)
    if kind is Kind.CALL_LINES:
        raise Sorry("This file holds calls. Choose it as calls, not as diary entries.")
    if kind is Kind.DIARY:
        tally = Tally()
        entries, unread = Diary(taken, connection, zone, now or datetime.now(UTC), minutes_for).read(tally)
        about = _About(kind, (), {}, encoding_of(taken), "", None, ())
        return _looked(_Held(entries, unread), about, heed, tally)
    about, layout = _laid_out(
        taken,
        Kind.BOOKING_TABLE,
        BOOKINGS,
        booking_table.DATES,
        mapping=mapping,
        separator=separator,
        day_first=day_first,
    )
    return _looked(BookingTable(layout, connection, zone, about.day_first, minutes_for), about, heed)


@dataclass(frozen=True, slots=True)
class _About:
    kind: Kind
    columns: tuple[str, ...]
    mapping: Mapping[str, str]
    encoding: Encoding
    separator: str
    day_first: bool | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """Entries that are already worked out."""

    entries: tuple[Booking, ...]
    unread: tuple[Unread, ...]

    def drafts(self, tally: Tally) -> Iterator[Ready[Booking] | Unread]:  # noqa: ARG002 - all was counted before
        yield from map(Ready, self.entries)
        yield from self.unread


def _laid_out(
    taken: snapshot.Snapshot,
    kind: Kind,
    fields: Fields,
    dates: tuple[str, ...],
    *,
    mapping: Mapping[str, str] | None,
    separator: str | None,
    day_first: bool | None,
) -> tuple[_About, Layout]:
    refuse_what_is_no_text(taken)
    separator = separator if separator in table.SEPARATORS else table.separator_of(taken, fields)
    heading_row, labels = table.headings(taken, separator, fields)
    chosen = fields.choose(labels, mapping)
    layout = Layout(taken, separator, heading_row, labels, chosen)
    questions = _missing(fields, chosen, labels)
    if not questions and day_first is None:
        day_first, question = order_of_dates(layout, dates)
        questions = (question,) if question else ()
    about = _About(kind, labels, chosen, encoding_of(taken), table.SEPARATORS[separator], day_first, questions)
    return about, layout


def _missing(fields: Fields, chosen: Mapping[str, str], labels: tuple[str, ...]) -> tuple[Question, ...]:
    """A question for each needed field without a column, and for each whose column has a namesake."""
    asked = []
    for field in fields.needed:
        label = chosen.get(field)
        if label is None:
            asked.append(Question("column", field, f"Which column holds {fields.words[field]}?", labels))
        elif f"{label} (2)" in labels:
            alike = tuple(each for each in labels if each == label or each.startswith(f"{label} ("))
            asked.append(Question("column", field, f"Which of these columns holds {fields.words[field]}?", alike))
    return tuple(asked)


class _Repeats:
    """Finds numbers that stand in a file more than once, in eight bytes a record."""

    def __init__(self) -> None:
        self._seen = array("q")

    def add(self, external_id: str) -> None:
        self._seen.append(hash(external_id))

    def last_places(self) -> tuple[dict[int, int], int]:
        """For each repeated number the place of its last record; and how many records that leaves out."""
        repeated = {one for one, two in pairwise(sorted(self._seen)) if one == two}
        if not repeated:
            return {}, 0
        places = [(number, place) for place, number in enumerate(self._seen) if number in repeated]
        return dict(places), len(places) - len(repeated)


def _looked(source: _Source[_Record], about: _About, heed: Heed | None, tally: Tally | None = None) -> Reading[_Record]:
    tally = tally or Tally()
    repeats = _Repeats()
    examples: list[_Record] = []
    unread: list[Unread] = []
    understood = unread_count = 0
    for number, draft in enumerate(source.drafts(tally) if not about.questions else ()):
        if number >= MOST_RECORDS:
            raise Sorry("This file has more than 1,000,000 records. Ask for it in parts, a year at a time for example.")
        if heed is not None and number % _HEED_EVERY == 0:
            heed(number)
        if isinstance(draft, Unread):
            unread_count += 1
            if unread_count <= MOST_UNREAD:
                unread.append(draft)
            continue
        understood += 1
        repeats.add(draft.external_id)
        if len(examples) < EXAMPLES:
            examples.append(draft.build())
    last_places, repeated = repeats.last_places()
    notes = tally.sentences()
    if not about.questions and not understood and not unread_count:
        notes = (*notes, "There is nothing in this file yet.")

    def records() -> Iterator[_Record]:
        place = -1
        for draft in source.drafts(Tally()):
            if isinstance(draft, Unread):
                continue
            place += 1
            if not last_places or last_places.get(hash(draft.external_id), place) == place:
                yield draft.build()

    used = set(about.mapping.values())
    return Reading(
        about.kind,
        understood - repeated,
        # what is shown is what would be kept: of repeated records the last
        tuple(islice(records(), EXAMPLES)) if repeated else tuple(examples),
        tuple(unread),
        unread_count,
        repeated,
        about.mapping,
        about.columns,
        tuple(each for each in about.columns if each not in used),
        about.encoding.value,
        about.separator,
        about.day_first,
        notes,
        about.questions,
        records,
    )
