"""What tables of calls and of diary entries have in common: cells by field, and the order of their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agentdesk.connectors.file import moments, table
from agentdesk.connectors.file.results import Question, Tally
from agentdesk.connectors.file.snapshot import Snapshot

_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+\d{1,3}", re.IGNORECASE)
_WITHOUT_ZERO = re.compile(r"[123578]\d{9}|7\d{3} \d{6}")
_MOST_WITHOUT_DATE = 2_000


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a table."""

    snapshot: Snapshot
    separator: str
    heading_row: int
    labels: tuple[str, ...]
    mapping: Mapping[str, str]

    def places(self) -> dict[str, int]:
        """Field to column number."""
        return {field: self.labels.index(label) for field, label in self.mapping.items()}

    def records(self, tally: Tally | None = None) -> Iterator[table.Row]:
        """The rows under the headings; one with more cells than headings has its `why`."""
        for row in table.rows(self.snapshot, self.separator, tally):
            if row.number <= self.heading_row:
                continue
            if any(cell.strip() for cell in row.cells[len(self.labels) :]):
                yield table.Row(row.number, (), "It has more columns than there are headings.")
            else:
                yield row


def cell(row: table.Row, places: Mapping[str, int], field: str) -> str:
    """The words of a field, empty where the row or the file has none."""
    place = places.get(field, -1)
    return row.cells[place].strip() if 0 <= place < len(row.cells) else ""


def is_shortened(text: str) -> bool:
    """Whether Excel has cut a long number down to 4.47701E+11."""
    return _SHORTENED.fullmatch(text) is not None


def phone(text: str, tally: Tally) -> str | None:
    """A phone number as it stands, None where Excel has left nothing of it to use."""
    plain = text.removeprefix("'")
    if is_shortened(plain):
        tally.add("shortened")
        return None
    if _WITHOUT_ZERO.fullmatch(plain):
        tally.add("no_zero")
    return plain or None


def order_of_dates(layout: Layout, fields: tuple[str, ...]) -> tuple[bool | None, Question | None]:
    """Whether dates like 03/04/26 have the day first, by the first date that can only be read one way.

    A question where there are such dates and none of them says.
    """
    places = layout.places()
    example = ""
    for without, row in enumerate(layout.records()):
        for field in fields:
            text = cell(row, places, field)
            if (numbers := moments.day_and_month(text)) is None:
                continue
            one, two = numbers
            if (one > 12) != (two > 12):
                return one > 12, None
            if one != two and max(one, two) <= 12:
                example = example or text
        if not example and without > _MOST_WITHOUT_DATE:
            break
    if not example:
        return None, None
    readings = []
    for day_first in (True, False):
        when = moments.day_or_moment(example, moments.ANY_ZONE, day_first)
        readings.append(f"{when.day} {when:%B}")
    words = f"Is “{example}” the {readings[0]} or the {readings[1]}? Every date in this file can be read both ways."
    return None, Question("day_first", "day_first", words, tuple(readings))
