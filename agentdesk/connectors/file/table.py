"""Rows of a separated file, however badly its quotation marks are placed."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agentdesk.connectors.file.columns import Fields, labels_of
from agentdesk.connectors.file.lines import lines
from agentdesk.connectors.file.results import Tally
from agentdesk.connectors.file.snapshot import Snapshot
from agentdesk.connectors.kit.text import in_letters
from agentdesk.domain.errors import Sorry

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}
MOST_COLUMNS = 500
_LONGEST_ROW = 1024 * 1024
_MOST_REREAD = 32 * 1024 * 1024
_SAMPLE_LINES = 40
_HEADING_ROWS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the headings. `why` says why it cannot be read; then it has no cells."""

    number: int
    """As a spreadsheet counts: the first row of the file is 1."""
    cells: Sequence[str]
    why: str = ""


class _LineTooLong(Exception):  # noqa: N818 - caught three lines on
    pass


class _Feed:
    """Hands lines to the csv reader and keeps those of the row it is in, so that they can be handed out again."""

    def __init__(self, source: Iterator[bytes | None], tally: Tally) -> None:
        self._source = source
        self._tally = tally
        self._again: deque[str] = deque()
        self._reread = 0
        self.row: list[str] = []
        self.length = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self._again:
            line = self._again.popleft()
        else:
            raw = next(self._source)
            if raw is None:
                raise _LineTooLong
            line = in_letters(raw)
            if not raw.isascii() or b"\0" in raw:
                self._remark(raw, line)
        self.row.append(line)
        self.length += len(line)
        if self.length > _LONGEST_ROW and len(self.row) > 1:
            raise csv.Error
        return line

    def _remark(self, raw: bytes, line: str) -> None:
        if b"\0" in raw:
            self._tally.add("nul")
        if not raw.isascii():
            self._tally.add("unicode_line" if line.encode("utf-8", "replace") == raw else "windows_line")

    def start(self) -> None:
        self.row, self.length = [], 0

    def hand_out_again(self) -> None:
        """All but the first line of the row that went wrong."""
        self._reread += self.length
        if self._reread > _MOST_REREAD:
            raise Sorry(
                "The quotation marks in this file are out of order throughout. Save it as CSV again and choose that."
            )
        self._again.extendleft(reversed(self.row[1:]))


def separator_of(snapshot: Snapshot, fields: Fields) -> str:
    """The sign between columns: the one under which most headings mean something, then most columns."""
    sample = []
    for raw in lines(snapshot):
        if raw is not None and raw.strip():
            sample.append(in_letters(raw[:65_536]))
        if len(sample) >= _SAMPLE_LINES:
            break
    if sample and sample[0].lower().startswith("sep=") and sample[0][4:5] in SEPARATORS:
        return sample[0][4]

    def worth(separator: str) -> tuple[int, int]:
        heads = [_cells(line, separator) for line in sample[:_HEADING_ROWS]]
        widths = [len(_cells(line, separator)) for line in sample]
        return max((len(fields.guess(labels_of(head))) for head in heads), default=0), min(widths, default=1)

    return max(SEPARATORS, key=worth)


def headings(snapshot: Snapshot, separator: str, fields: Fields) -> tuple[int, tuple[str, ...]]:
    """The row the headings are in, and what each column is called. Raises Sorry where there are far too many.

    Titles above the headings are passed over when one of the first rows means more than the first.
    """
    first: list[tuple[int, tuple[str, ...]]] = []
    for row in rows(snapshot, separator):
        if row.cells and not (not first and row.cells[0].lower().startswith("sep=")):
            if len(row.cells) > MOST_COLUMNS:
                raise Sorry(
                    f"This file has more than {MOST_COLUMNS} columns. Save the ones that matter and choose it again."
                )
            first.append((row.number, labels_of(row.cells)))
        if len(first) >= _HEADING_ROWS or row.number > 50:
            break
    if not first:
        raise Sorry("There are no columns in this file. Check that it is the file you meant.")
    return max(first, key=lambda each: (len(fields.guess(each[1])), -each[0]))


def rows(snapshot: Snapshot, separator: str, tally: Tally | None = None) -> Iterator[Row]:
    """Every row that is not blank, from the first. One that cannot be read spoils no other.

    Signs that are no letters stay, so that nobody takes two numbers for one; `tally` counts them.
    """
    feed = _Feed(lines(snapshot), tally or Tally())
    reader = csv.reader(feed, delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        feed.start()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _LineTooLong:
            yield Row(number, (), "It is longer than any row can be.")
            continue
        except csv.Error:
            longest = max(map(len, feed.row), default=0)
            feed.hand_out_again()
            if longest > csv.field_size_limit():
                yield Row(number, (), "One of its cells is longer than 128,000 letters.")
            else:
                yield Row(number, (), "A quotation mark in it is out of place, so its columns can't be told apart.")
            continue
        if any(cells):
            yield Row(number, cells)


def _cells(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
