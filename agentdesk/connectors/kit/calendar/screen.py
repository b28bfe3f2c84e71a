"""Looks through the text of a diary before any library does: keeps what matters, sets aside what would hang.

Everything here is one pass over the lines. What comes out is small: the few properties that an entry is
made of, with time zones replaced by their well-known names, so that no definition inside the file counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from agentdesk.connectors.kit.calendar.contact import contact_in
from agentdesk.connectors.kit.calendar.notes import Notes, Unread
from agentdesk.connectors.kit.text import UnclearError, clean, in_letters, one_line, quoted
from agentdesk.domain.errors import Sorry

PHONE, MAIL = "X-AGENTDESK-PHONE", "X-AGENTDESK-MAIL"
_DEEPEST = 20
_LONGEST_LINE = 16_384
_MOST_LINES_OF_ENTRY = 400
_KEPT = {
    "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID",
    "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP", "CREATED", "ATTENDEE", "DESCRIPTION",
}  # fmt: skip
_ONLY_FOR_ORDER = {"SEQUENCE", "LAST-MODIFIED", "DTSTAMP"}
_MOMENTS = {"DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"}
_NAME = re.compile(r"[A-Za-z-]{1,32}(?=[:;])")
_TZID = re.compile(r';TZID=(?:"([^"]*)"|([^;:]*))', re.IGNORECASE)
_ZONE_NAME = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,2}")
_TOO_OFTEN = re.compile(r"FREQ\s*=\s*(?:SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
_NO_STEP = re.compile(r"INTERVAL\s*=\s*[+-]?0+\s*(?:;|$)", re.IGNORECASE)
_INTERVAL = re.compile(r"INTERVAL\s*=\s*(\d+)\s*(?:;|$)", re.IGNORECASE)
_BY_CLOCK = re.compile(r"BY(?:HOUR|MINUTE|SECOND)\s*=\s*([^;]*)", re.IGNORECASE)
_MOST_TIMES_A_DAY = 4


@dataclass(slots=True)
class Entry:
    """One entry as lines of text, safe to hand to the library."""

    title: str
    uid: str = ""
    recurrence: str = ""
    order: tuple[int, str] = (0, "")
    """Which of two versions is the later: the sequence, then the time of change."""
    repeats: bool = False
    starts: date | None = None
    lines: list[str] = field(default_factory=list)
    place: int = 0
    """Which of several texts it stands in."""


@dataclass(slots=True)
class _Open:
    """An entry while its lines are read."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    described: str = ""
    too_long: bool = False


def screened(
    text: Iterable[bytes | None],
    first: date,
    last: date,
    notes: Notes,
    unread: list[Unread],
    *,
    known: Collection[str] = (),
    place: int = 0,
) -> list[Entry]:
    """The entries worth handing on, in the order of the text; the rest goes to `unread` by name.

    Single entries outside the days are counted and left out here already, unless their UID is `known`. Raises
    Sorry where the text as a whole is no diary that can be read.
    """
    found: list[Entry] = []
    for number, raw in enumerate(_entries(text, notes), 1):
        title = one_line(next((value for name, value in raw.lines if name == "SUMMARY"), "").partition(":")[2], 60)
        where = f"entry {quoted(_unescaped(title))}" if title else f"entry {number:,}"
        try:
            entry = _entry(raw, where, place)
        except UnclearError as trouble:
            unread.append(Unread(where, str(trouble), _uid(raw), place))
            continue
        alone = not entry.repeats and not entry.recurrence and entry.uid not in known
        if alone and entry.starts is not None and not first - timedelta(2) <= entry.starts <= last + timedelta(2):
            notes.add("outside")
        else:
            found.append(entry)
    return found


def _entries(text: Iterable[bytes | None], notes: Notes) -> Iterator[_Open]:
    inside: list[str] = []
    entry: _Open | None = None
    for line in _unfolded(text):
        head, _, rest = line.partition(":")
        name = head.strip().upper()
        if name == "BEGIN":
            inside.append(rest.strip().upper()[:32])
            if len(inside) > _DEEPEST:
                raise Sorry("This diary is folded into itself too deeply to be read.")
            if inside[-1] == "VEVENT" and entry is None:
                entry = _Open()
            elif inside[-1] in {"VTODO", "VJOURNAL", "VFREEBUSY"}:
                notes.add("not_entries")
        elif name == "END":
            if not inside:
                continue
            ended = inside.pop()
            if ended == "VEVENT" and "VEVENT" not in inside and entry is not None:
                yield entry
                entry = None
        elif entry is not None and inside[-1] == "VEVENT":
            _keep(entry, line)
    if entry is not None:
        entry.too_long = True
        yield entry


def _keep(entry: _Open, line: str) -> None:
    found = _NAME.match(line)
    if found is None or (name := found[0].upper()) not in _KEPT:
        return
    if name == "DESCRIPTION":
        # only searched for how to reach somebody; long ones are no reason to doubt the entry
        entry.described = clean(line[:_LONGEST_LINE]).partition(":")[2]
        return
    if len(line) > _LONGEST_LINE or len(entry.lines) >= _MOST_LINES_OF_ENTRY:
        entry.too_long = True
    else:
        entry.lines.append((name, clean(line).replace("\n", " ")))


def _unfolded(text: Iterable[bytes | None]) -> Iterator[str]:
    """Whole lines. They are joined as bytes, because files are folded inside letters."""
    held, length = [b""], 0
    for raw in text:
        if raw is None:
            continue
        line = raw.rstrip(b"\r\n")
        if line[:1] in {b" ", b"\t"}:
            # A line that goes on for ever is cut: what is kept of an entry is never that long.
            if length <= 4 * _LONGEST_LINE:
                held.append(line[1:])
                length += len(line)
        else:
            if whole := b"".join(held):
                yield in_letters(whole)
            held, length = [line], len(line)
    if whole := b"".join(held):
        yield in_letters(whole)


def _entry(raw: _Open, where: str, place: int) -> Entry:
    names = [name for name, _ in raw.lines]
    if raw.too_long:
        raise UnclearError("It is cut off or far longer than an entry can be.")
    if "DTSTART" not in names:
        raise UnclearError("It does not say when it starts.")
    if "EXRULE" in names:
        raise UnclearError("It leaves days out by a rule, which no diary has written for years.")
    if max(names.count("DTSTART"), names.count("DTEND"), names.count("RRULE")) > 1:
        raise UnclearError("It says in two ways when it takes place.")
    values = {name: line.rpartition(":")[2].strip() for name, line in raw.lines}
    _check_rule(values.get("RRULE", ""))
    sequence = values.get("SEQUENCE", "")
    return Entry(
        where,
        uid=_uid(raw),
        recurrence=values.get("RECURRENCE-ID", ""),
        order=(
            int(sequence) if re.fullmatch(r"[0-9]{1,9}", sequence) else 0,
            max(values.get("LAST-MODIFIED", ""), values.get("DTSTAMP", "")),
        ),
        repeats="RRULE" in names or "RDATE" in names,
        starts=_day(values["DTSTART"]),
        lines=[
            *(
                _with_known_zone(line) if name in _MOMENTS else line
                for name, line in raw.lines
                if name not in _ONLY_FOR_ORDER
            ),
            *_contact(raw),
        ],
        place=place,
    )


def _contact(raw: _Open) -> list[str]:
    """How to reach whom the entry is for, by its own words, as lines of our own."""
    summary = next((line for name, line in raw.lines if name == "SUMMARY"), "").partition(":")[2]
    phone, mail = contact_in(f"{summary}\n{raw.described}")
    return [*([f"{PHONE}:{phone}"] if phone else []), *([f"{MAIL}:{mail}"] if mail else [])]


def _uid(raw: _Open) -> str:
    return one_line(next((line for name, line in raw.lines if name == "UID"), "").partition(":")[2], 400)


def _check_rule(rule: str) -> None:
    if _TOO_OFTEN.search(rule):
        raise UnclearError("It repeats too often: every hour, minute or second.")
    step = _INTERVAL.search(rule)
    if _NO_STEP.search(rule) or ("INTERVAL" in rule.upper() and (step is None or not 0 < int(step[1][:9]) < 10_000)):
        raise UnclearError("It repeats with a step that cannot be counted.")
    times = 1
    for found in _BY_CLOCK.finditer(rule):
        times *= max(1, found[1].count(",") + 1)
    if times > _MOST_TIMES_A_DAY:
        raise UnclearError("It repeats too often: many times a day.")


def _with_known_zone(line: str) -> str:
    found = _TZID.search(line)
    if not found:
        return line
    name = known_zone((found[1] if found[1] is not None else found[2]).strip())
    if name is None:
        raise UnclearError("Its time zone is unknown.")
    value = line[found.end() :].partition(":")[2]
    others = line[: found.start()] + line[found.end() :].partition(":")[0]
    # Universal time needs no zone beside it, and a whole day has none.
    plain = value.strip().upper().endswith("Z") or "VALUE=DATE" in others.upper().split(";")
    return f"{others}:{value}" if plain else f"{others};TZID={name}:{value}"


@lru_cache(maxsize=256)
def known_zone(name: str) -> str | None:
    """The well-known name of a time zone: as it is, at the end of a longer one, or from Windows' own. None: unknown."""
    # Loading the table means loading icalendar, which the first window must not wait for.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    parts = name.strip("/").split("/")
    for candidate in (WINDOWS_TO_OLSON.get(name, name), "/".join(parts[-2:]), "/".join(parts[-3:])):
        if not _ZONE_NAME.fullmatch(candidate):
            continue
        try:
            ZoneInfo(candidate)
        except (ValueError, OSError, KeyError):
            continue
        return str(candidate)
    return None


def _day(value: str) -> date | None:
    digits = value[:8]
    if not (digits.isascii() and digits.isdigit() and len(digits) == 8):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as trouble:
        raise UnclearError(f"{quoted(value)} is not a day of the calendar.") from trouble


def _unescaped(text: str) -> str:
    return text.replace("\\,", ",").replace("\\;", ";").replace("\\n", " ").replace("\\N", " ").replace("\\\\", "\\")
