"""How the command line answers: JSON in the shapes of the contract, or lines to read."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agentdesk.domain.money import Money


_OBEYED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Beyond what JSON escapes anyway: later control characters, line ends, and what turns words round."""


def instant(at: datetime | None) -> str | None:
    """ISO 8601 in UTC, to the second or finer."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def money(amount: Money | None) -> dict[str, Any] | None:
    return {"minor": amount.minor, "scale": amount.scale, "currency": amount.currency} if amount else None


def write_json(document: object) -> None:
    """One document. What a terminal would obey, or could not write, stands in it as JSON's own escapes."""
    for part in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(document):
        sys.stdout.write(_OBEYED.sub(_escaped, part))
    sys.stdout.write("\n")


def write_lines(lines: Iterable[str]) -> None:
    """A line each, however it is made of what files and callers are called."""
    for line in lines:
        sys.stdout.write(f"{on_one_line(line)}\n")


def write_troubles(sentences: Iterable[str]) -> None:
    """What needs attention, where it does not get into what is read by machines."""
    for each in sentences:
        sys.stderr.write(f"agentdesk: {on_one_line(each)}\n")


def write_rows(rows: Sequence[Mapping[str, Any]], columns: tuple[str, ...], *, as_json: bool, nothing: str) -> None:
    """A list, as one JSON document or as one line a row."""
    if as_json:
        write_json(rows)
    elif not rows:
        write_lines([nothing])
    else:
        write_lines("  ".join(_cell(row[each]) for each in columns) for row in rows)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return on_one_line(str(value))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def on_one_line(text: str) -> str:
    """Printable characters only: what callers said and files are called may hold anything."""
    return "".join(each if each.isprintable() else " " for each in text)
