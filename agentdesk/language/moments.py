"""Days and times as people say them, seen from the day of the call: "tomorrow at half three"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from agentdesk.domain.business import WeekHours
from agentdesk.language.day_parts import MONTHS, WEEKDAYS, Days
from agentdesk.language.days import day_at
from agentdesk.language.soon import soon_at
from agentdesk.language.times import PARTS, Clock, Half, clock_at, half_of, spans_of
from agentdesk.language.tokens import Token, bag, tokens


class Granularity(StrEnum):
    DAY = "day"
    TIME = "time"
    DAY_AND_TIME = "day and time"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a time, or both, read from `words`, which stand at [start, end) of the text.

    `days` and `times` hold every reading that the words allow, the likeliest first; empty means that
    nothing was said of it. `ends`: the later end of a span ("to 6 pm"), not where something begins.
    """

    days: tuple[date, ...]
    times: tuple[time, ...]
    start: int
    end: int
    words: str
    ends: bool = False

    @property
    def day(self) -> date | None:
        return self.days[0] if self.days else None

    @property
    def time(self) -> time | None:
        return self.times[0] if self.times else None

    @property
    def granularity(self) -> Granularity:
        if self.days and self.times:
            return Granularity.DAY_AND_TIME
        return Granularity.DAY if self.days else Granularity.TIME

    @property
    def certain(self) -> bool:
        """Whether the words allow one reading only."""
        return len(self.days) <= 1 and len(self.times) <= 1


_JOINS = bag("t at a on the , for around about from in of it's say and @ - by between is") | {""}
_CHANGES = ("chang", "mov", "switch", "shift", "push", "bring")
_ENDS = bag("until till til through")
_MAY_HOLD_ONE = re.compile(
    r"\d|\b(?:"
    + "|".join([*WEEKDAYS, *MONTHS, *PARTS])
    + r"|today|tomm?orr?ow|tmrw?|tomoz|yesterday|noon|easter|christmas|xmas|halloween|hogmanay|"
    r"thanksgiving|holiday|mid|"
    r"midday|midnight|half|quarter|weeks?|fortnight|days?|months?|years?|noonish|o\W?clock|"
    r"one|two|three|four|five|hours?|minutes?|mins?|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|\w+th|first|second|third)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Piece:
    """A day, a time or both, from token `first` up to token `stop`."""

    first: int
    stop: int
    days: tuple[date, ...] = ()
    clock: Clock | None = None


def moments(text: str, today: date, hours: WeekHours | None = None, now: datetime | None = None) -> tuple[Moment, ...]:
    """Every day and time said in a text, in order.

    `today` is the day of the call on the business's wall. `hours` help to tell 3 in the morning from 3
    in the afternoon. `now`, on the wall, is what "in two hours" counts from; without it that says nothing.
    Words that merely count something are left alone.
    """
    if not _MAY_HOLD_ONE.search(text):
        return ()
    words = tokens(text)
    joined = _joined(words, _pieces(words, today, now))
    return tuple(
        _moment(text, words, piece, before, hours) for before, piece in zip([None, *joined], joined, strict=False)
    )


def _pieces(words: list[Token], today: date, now: datetime | None) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(words):
        soon = soon_at(words, at, now) if now is not None else None
        if soon is not None:
            pieces.append(
                _Piece(at, soon.stop, (soon.at.date(),), Clock(soon.at.hour, soon.at.minute, "24h", soon.stop))
            )
            at = soon.stop
            continue
        day: Days | None = day_at(words, at, today)
        if day is not None:
            pieces.append(_Piece(at, day.stop, days=day.days))
            at = day.stop
            continue
        after_day = bool(pieces) and pieces[-1].stop == at and bool(pieces[-1].days)
        clock = clock_at(words, at, after_day)
        if clock is not None:
            pieces.append(_Piece(at, clock.stop, clock=clock))
            at = clock.stop
            continue
        at += 1
    return pieces


def _joined(words: list[Token], pieces: list[_Piece]) -> list[_Piece]:
    """Puts a day and the time beside it together, and a part of the day to the time it belongs to."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before is None or not _beside(words, before, piece):
            joined.append(piece)
        elif piece.clock is None and before.clock is not None and not before.days:
            half, stop = _half_at(words, piece)
            joined[-1] = _Piece(before.first, stop, piece.days, before.clock.with_half(half))
        elif before.clock is None and piece.clock is not None and not piece.days:
            if _ends(words, before, joined[-2] if len(joined) > 1 else None):
                # "from the 11th to the 14th at 11": the time is when it begins
                joined.append(piece)
                continue
            joined[-1] = _Piece(before.first, piece.stop, before.days, piece.clock)
        else:
            joined.append(piece)
    return joined


def _half_at(words: list[Token], day: _Piece) -> tuple[Half, int]:
    """The part of the day that a day brings: "9 tomorrow morning", "7 tonight"."""
    if day.stop < len(words) and words[day.stop].text in PARTS:
        return half_of(words[day.stop].text), day.stop + 1
    return half_of(words[day.first].text), day.stop


def _beside(words: list[Token], before: _Piece, after: _Piece) -> bool:
    between = words[before.stop : after.first]
    return len(between) <= 3 and all(each.text in _JOINS or each.text in PARTS for each in between)


def _moment(text: str, words: list[Token], piece: _Piece, before: _Piece | None, hours: WeekHours | None) -> Moment:
    weekday = piece.days[0].weekday() if piece.days else None
    clock = piece.clock
    if clock is not None and piece.days and words[piece.first].text == "tonight":
        clock = clock.with_half("pm")
    elif clock is not None and [each.text for each in words[piece.first : piece.first + 2]] == ["last", "night"]:
        clock = clock.with_half("night")
    start, end = words[piece.first].start, words[piece.stop - 1].end
    return Moment(
        days=piece.days,
        times=clock.times(spans_of(hours, weekday)) if clock is not None else (),
        start=start,
        end=end,
        words=text[start:end],
        ends=_ends(words, piece, before),
    )


def _ends(words: list[Token], piece: _Piece, before: _Piece | None) -> bool:
    """Whether a piece is the later end of a span: "until 6", "from 2 to 6", but not "moved to 6"."""
    lead = words[piece.first - 1].text if piece.first else ""
    if lead in _ENDS:
        return True
    follows = before is not None and before.stop == piece.first - 1 and bool(before.clock) == bool(piece.clock)
    if before is not None and any(
        each.text.startswith(_CHANGES) for each in words[max(0, before.first - 6) : before.first]
    ):
        # "change it from two to ten": ten is where it begins
        return False
    from_or_between = before is not None and before.first > 0 and words[before.first - 1].text in ("from", "between")
    return follows and (lead in ("to", "-") or (lead == "and" and from_or_between))
