"""A week of the diary as a picture: where each entry stands, what overlaps, what should be there and isn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.finding import CLASHES, Finding, FindingStatus, Severity
from agentdesk.domain.wording import day_in_words, time_in_words
from agentdesk.services.calls.diary import DiaryDay, DiaryWeek
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State, state_of_severity
from agentdesk.ui.widgets.telling import booking_told, joined, made_by_in_words, one_line

DAY_MINUTES = 24 * 60
SHORTEST = 30
"""Minutes that even the shortest entry is drawn for, so that its words can be read."""
PROMISED_MINUTES = 60
"""How long a promised booking is drawn: nobody said how long it takes."""
MOST_BLOCKS = 60
"""Drawn on one day; a day with more is for the list."""
_USUAL_HOURS = (8, 18)
_GRAVEST = (Severity.RED, Severity.AMBER, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Block:
    """One entry, or one that was promised. Times are minutes of the day; lanes stand side by side."""

    top: int
    bottom: int
    words: str
    quiet: str
    spoken: str
    booking: int | None = None
    missing: str | None = None
    """The id of the finding that says an entry should stand here."""
    by_agent: bool = False
    state: State | None = None
    clashes: bool = False
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class DayPicture:
    """A column. `open` are minutes of the day; `notes` are entries that take all day."""

    day: date
    open: tuple[tuple[int, int], ...]
    why_closed: str | None
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """Seven columns between two hours, and the promised bookings that have no place in them."""

    first: date
    last: date
    hours: tuple[int, int]
    days: tuple[DayPicture, ...]
    promised: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        return not any(each.blocks or each.notes for each in self.days) and not self.promised


def picture_of(week: DiaryWeek, missing: Sequence[Finding], zone: ZoneInfo) -> WeekPicture:
    """`missing`: open findings of bookings that were promised, of this week's calls or of earlier ones."""
    by_day: dict[date, list[Block]] = {}
    listed = []
    for finding in missing:
        day, at = finding.found.promised_for
        if (day or _day(finding.about_at, zone)) not in week.period:
            continue
        if day is not None and at is not None:
            by_day.setdefault(day, []).append(_promised(finding, at))
        else:
            listed.append(finding)
    days = tuple(_day_picture(each, by_day.get(each.day, []), week, zone) for each in week.days)
    return WeekPicture(week.period.first, week.period.last, _hours(days), days, tuple(listed))


def title_of(first: date, last: date) -> str:
    """Like "16 to 22 November 2026"."""
    start = f"{first.day} {first:%B}" if first.month != last.month else f"{first.day}"
    return _tr("{first} to {last}").format(first=start, last=f"{last.day} {last:%B} {last.year}")


def in_lanes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, those that overlap side by side, each in the first lane that is free."""
    done: list[Block] = []
    group: list[Block] = []
    ends: list[int] = []
    for block in sorted(blocks, key=lambda each: (each.top, each.bottom, each.booking or 0)):
        if group and block.top >= max(ends):
            done += [replace(each, lanes=len(ends)) for each in group]
            group, ends = [], []
        lane = next((at for at, end in enumerate(ends) if end <= block.top), len(ends))
        if lane == len(ends):
            ends.append(block.bottom)
        else:
            ends[lane] = block.bottom
        group.append(replace(block, lane=lane))
    return (*done, *(replace(each, lanes=len(ends)) for each in group))


def _day_picture(day: DiaryDay, promised: list[Block], week: DiaryWeek, zone: ZoneInfo) -> DayPicture:
    blocks, notes = list(promised), list[Block]()
    for booking in day.entries:
        block = _entry(booking, week.findings.get(booking.id, ()), day.day, zone)
        (notes if booking.all_day else blocks).append(block)
    opened = tuple((_minute(start, day.day, zone), _minute(end, day.day, zone)) for start, end in day.open)
    shown_blocks = in_lanes(sorted(blocks, key=lambda each: each.top)[:MOST_BLOCKS])
    return DayPicture(
        day.day,
        opened,
        day.why_closed,
        shown_blocks,
        tuple(notes[:3]),
        len(blocks) - len(shown_blocks) + max(0, len(notes) - 3),
    )


def _entry(booking: Booking, findings: Sequence[Finding], day: date, zone: ZoneInfo) -> Block:
    open_ = [each for each in findings if each.status is FindingStatus.OPEN]
    worst = min((each.found.severity for each in open_), key=_GRAVEST.index, default=None)
    top = 0 if booking.all_day else _minute(booking.starts_at, day, zone)
    bottom = max(top + SHORTEST, DAY_MINUTES if booking.all_day else _minute(booking.ends_at, day, zone))
    what = booking_told(booking)
    when = _tr("all day") if booking.all_day else time_in_words(booking.starts_at.astimezone(zone).time())
    reasons = " ".join(shown(each.found.reason) for each in open_)
    spoken = ". ".join(
        each for each in (f"{day_in_words(day)}, {when}: {what}", made_by_in_words(booking), reasons) if each
    )
    return Block(
        top,
        min(bottom, DAY_MINUTES),
        one_line(booking.service or "", 120) or _tr("Booking"),
        what if booking.all_day else joined((when, one_line(booking.customer or "", 120))),
        spoken,
        booking=booking.id,
        by_agent=booking.call is not None and booking.match is not Match.NONE,
        state=state_of_severity(worst) if worst is not None else None,
        clashes=any(each.found.kind in CLASHES for each in open_),
    )


def _promised(finding: Finding, at: time) -> Block:
    top = min(at.hour * 60 + at.minute, DAY_MINUTES - SHORTEST)
    reason = shown(finding.found.reason)
    return Block(
        top,
        min(top + PROMISED_MINUTES, DAY_MINUTES),
        _tr("Promised, not in the diary"),
        time_in_words(at),
        _tr("Promised, not in the diary: {reason}").format(reason=reason),
        missing=finding.id,
        state=state_of_severity(finding.found.severity),
    )


def _hours(days: Sequence[DayPicture]) -> tuple[int, int]:
    tops = [start for day in days for start, _ in day.open] + [each.top for day in days for each in day.blocks]
    ends = [end for day in days for _, end in day.open] + [each.bottom for day in days for each in day.blocks]
    if not tops:
        return _USUAL_HOURS
    return min(tops) // 60, min(24, -(-max(ends) // 60))


def _minute(instant: datetime, day: date, zone: ZoneInfo) -> int:
    local = instant.astimezone(zone)
    if local.date() != day:
        return 0 if local.date() < day else DAY_MINUTES
    return local.hour * 60 + local.minute


def _day(instant: datetime, zone: ZoneInfo) -> date:
    return instant.astimezone(zone).date()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Diary", words)
