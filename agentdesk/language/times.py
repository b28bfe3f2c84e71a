"""Spoken times of day: "half three", "quarter past nine", "2.30pm", "fourteen thirty"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Literal, NamedTuple

from agentdesk.domain.business import Span, WeekHours
from agentdesk.language.tokens import Token, bag

Half = Literal["am", "pm", "night", "24h", ""]
PARTS: dict[str, Half] = {
    "morning": "am", "afternoon": "pm", "evening": "pm", "tonight": "pm", "lunchtime": "pm", "night": "night"
}  # fmt: skip
_LEADS = bag("at around about by before after till until from between for to @")
_WEAK_LEADS = bag("for to")
_FOLLOWS_A_BARE_HOUR = bag(
    "on in at and or is it please then today tomorrow tonight this next works work would will should if for with "
    "instead to until till but that so okay ok sharp ish we i you works morning afternoon evening"
)
_NOT_A_TIME_BEFORE = bag(
    "people persons guests adults minutes minute mins hours hour days weeks months years nights rooms pounds quid "
    "pence percent miles per % x"
)
_COUNTS_BEFORE = bag("for of to with")
_DAY_WORDS = bag("on today tomorrow monday tuesday wednesday thursday friday saturday sunday")
_WHOLE = {"noon": 12, "noonish": 12, "midday": 12, "midnight": 0}
_FIRST_WORDS = frozenset(PARTS) | frozenset(_WHOLE) | bag("half quarter early late oh o mid")
_CHANGES = bag(
    "changed change moved move switched switch shifted shift pushed push brought bring rescheduled reschedule"
)
_MINUTES_PAST = frozenset((5, 10, 15, 20, 25))


class Clock(NamedTuple):
    """A time as it was said, up to token `stop`. `half` is empty where nobody said which half of the day."""

    hour: int
    minute: int
    half: Half
    stop: int

    def times(self, open_spans: Sequence[Span] | None = None) -> tuple[time, ...]:
        """What it may mean, the likeliest first; two readings where the half of the day was not said.

        Of the two, the one inside the open spans is likelier; without spans, or with both or neither
        inside, seven to eleven is taken for the morning and the rest for noon and after.
        """
        if self.half == "24h" or self.hour > 12 or (self.hour == 0 and not self.half):
            return (time(self.hour % 24, self.minute),)
        morning, afternoon = time(self.hour % 12, self.minute), time(self.hour % 12 + 12, self.minute)
        if self.half == "night":
            return (morning,) if self.hour in (12, 1, 2, 3, 4) else (afternoon,)
        if self.half:
            return (morning,) if self.half == "am" else (afternoon,)
        inside = [each for each in (morning, afternoon) if open_spans and any(_within(each, one) for one in open_spans)]
        if len(inside) == 1:
            return (inside[0], afternoon if inside[0] is morning else morning)
        return (morning, afternoon) if 7 <= self.hour <= 11 else (afternoon, morning)

    def with_half(self, half: Half) -> Clock:
        """The same time with the half of the day it was said in, where it had none."""
        return self if self.half else self._replace(half=half)


def spans_of(hours: WeekHours | None, weekday: int | None) -> tuple[Span, ...]:
    """The open spans to judge a time by: that weekday's, or all of the week when no day was said."""
    if hours is None:
        return ()
    return hours[weekday] if weekday is not None else tuple(each for day in hours for each in day)


def clock_at(words: Sequence[Token], at: int, after_day: bool = False) -> Clock | None:
    """The time that begins at a token, or None. A bare "at 2" begins at the 2.

    `after_day`: a day was just said, so that a bare number is more likely to be a time ("Thursday 2").
    """
    if words[at].kind == "word" and words[at].text not in _FIRST_WORDS:
        return None
    half, step = _part_before(words, at)
    found = (
        _by_the_hundred(words, step, after_day)
        or _whole(words, step)
        or _half_or_quarter(words, step)
        or _digital(words, step, after_day)
        or _minutes_past(words, step)
        or _hour_and_minutes(words, step, after_day)
        or _bare_hour(words, step, after_day or step > at)
    )
    if found is None or found.hour > 24 or found.minute > 59:
        return None
    if found.hour == 24 and found.minute:
        return None
    return _with_half_behind(words, found).with_half(half)


def _within(at: time, span: Span) -> bool:
    if span.over_midnight:
        return at >= span.start or at < span.end
    return span.start <= at < span.end


def _text(words: Sequence[Token], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def _number(words: Sequence[Token], at: int) -> int:
    return words[at].value if 0 <= at < len(words) and words[at].kind == "number" else -1


def half_of(part: str) -> Half:
    """The half of the day that a part of it ("morning") lies in; empty for any other word."""
    return PARTS.get(part, "")


def _part_before(words: Sequence[Token], at: int) -> tuple[Half, int]:
    """Reads "Afternoon 1:15", "evening at 6": the half it gives, and where the time itself begins."""
    early = _text(words, at) in ("early", "late")
    half = half_of(_text(words, at + early))
    if not half:
        return "", at
    step = at + 1 + early
    while _text(words, step) in ("at", "around", "about", ",", "of"):
        step += 1
    return half, step


def _with_half_behind(words: Sequence[Token], found: Clock) -> Clock:
    """Reads "pm", "o'clock", "in the afternoon", "at night" behind a time."""
    stop, half = found.stop, found.half
    ish = stop + (_text(words, stop) == "-")
    stop = ish + 1 if _text(words, ish) == "ish" else stop
    if _text(words, stop) == "o'clock":
        stop += 1
    if 0 <= stop < len(words) and words[stop].kind == "half":
        said: Half = "pm" if words[stop].text == "pm" else "am"
        return found._replace(stop=stop + 1, half=half or said if found.hour <= 12 else "24h")
    for lead in (("in", "the"), ("at",), ("this",), ("of", "the"), (",",), ()):
        if tuple(_text(words, stop + step) for step in range(len(lead))) == lead:
            part = half_of(_text(words, stop + len(lead)))
            if part and (lead == ("this",) or _text(words, stop) == "tonight"):
                # "This evening" also says the day, and is left for it.
                return found._replace(stop=stop, half=half or part)
            if part:
                return found._replace(stop=stop + len(lead) + 1, half=half or part)
    return found._replace(stop=stop)


def _whole(words: Sequence[Token], at: int) -> Clock | None:
    """Reads "Noon", "12 noon", "midnight", "mid day"."""
    step = at + 1 if _number(words, at) == 12 else at
    if _text(words, step) in _WHOLE:
        return Clock(_WHOLE[_text(words, step)], 0, "24h", step + 1)
    behind = step + 2 if _text(words, step + 1) == "-" else step + 1
    if _text(words, step) == "mid" and _text(words, behind) in ("day", "night"):
        return Clock(_WHOLE[f"mid{_text(words, behind)}"], 0, "24h", behind + 1)
    return None


def _by_the_hundred(words: Sequence[Token], at: int, after_day: bool) -> Clock | None:
    """Reads "Fourteen hundred hours", "oh eight thirty", "0900", "1430 hrs": the 24-hour clock without a colon."""
    oh = _text(words, at) in ("oh", "o", "zero")
    step = at + oh
    hour, written = _number(words, step), _text(words, step)
    if len(written) == 4 and written.isdigit():
        hour, minute, stop = hour // 100, hour % 100, step + 1
    elif _text(words, step + 1) == "hundred" and (oh or hour >= 13):
        minute, stop = 0, step + 2
    elif oh and 1 <= hour <= 9 and 10 <= _number(words, step + 1) <= 59:
        minute, stop = _number(words, step + 1), step + 2
    else:
        return None
    hours = _text(words, stop) in ("hours", "hrs", "h")
    led = after_day or (_text(words, at - 1) in _LEADS and len(written) != 4) or _text(words, at - 1) in ("at", "@")
    ends = stop >= len(words) or words[stop].kind == "mark" or _text(words, stop) in _FOLLOWS_A_BARE_HOUR
    # digits before or behind make it part of a telephone number
    if _number(words, at - 1) >= 0 or not (hours or (led and ends)) or not 0 <= hour <= 24 or minute > 59:
        return None
    return Clock(hour, minute, "24h", stop + hours)


def _half_or_quarter(words: Sequence[Token], at: int) -> Clock | None:
    """Reads "Half three" and "half past three" are 3:30; "quarter to nine" is 8:45."""
    word, step = _text(words, at), at + 1
    if word == "half":
        step += _text(words, step) == "past"
        if _text(words, step) in _WHOLE and step > at + 1:
            return _past_or_to(30, "past", words, step)
        hour = _number(words, step)
        if 0 <= hour <= 23 and _text(words, step + 1) not in _NOT_A_TIME_BEFORE:
            return Clock(hour, 30, "", step + 1)
    if word == "quarter" and _text(words, step) in ("past", "after", "to", "of", "till"):
        return _past_or_to(15, _text(words, step), words, step + 1)
    return None


def _past_or_to(minutes: int, which: str, words: Sequence[Token], at: int) -> Clock | None:
    """That many minutes past or to the hour that stands at a token; "noon" and "midnight" are hours, too."""
    if _text(words, at) in _WHOLE:
        hour = _WHOLE[_text(words, at)]
        past = which in ("past", "after")
        return Clock(hour if past else (hour - 1) % 24, minutes if past else 60 - minutes, "24h", at + 1)
    hour, stop = _number(words, at), at + 1
    if not 0 <= hour <= 24:
        return None
    if which in ("past", "after"):
        return Clock(hour, minutes, "", stop)
    return Clock((hour - 1) % 24 if hour > 12 or hour == 0 else (hour - 2) % 12 + 1, 60 - minutes, "", stop)


def _digital(words: Sequence[Token], at: int, after_day: bool) -> Clock | None:
    """Reads "14:30", "2.30 pm"; "2.30" alone needs a half or a lead, since it may be money."""
    if at >= len(words) or words[at].kind != "clock" or _text(words, at - 1) in ("£", "$", "€"):
        return None
    token = words[at]
    if "." in token.text:
        told = _text(words, at + 1) in ("am", "pm", "o'clock") or _text(words, at - 1) in _LEADS
        told = told or after_day or _half_behind(words, at + 1) or _day_and_part_behind(words, at + 1)
        if not told or _text(words, at + 1) in _NOT_A_TIME_BEFORE:
            return None
    # "09:30" and "14:30" are on the 24-hour clock; "9:30" may be either half.
    twenty_four = token.value > 12 or token.text.startswith("0")
    half: Half = "24h" if twenty_four and _text(words, at + 1) not in ("am", "pm") else ""
    return Clock(token.value, token.minute, half, at + 1)


def _minutes_past(words: Sequence[Token], at: int) -> Clock | None:
    """Reads "Ten past two", "20 to 3", "7 minutes past 4", "five and twenty past six"."""
    minutes, step = _number(words, at), at + 1
    quarters = minutes == 3 and _text(words, step) == "quarters"
    if minutes == 5 and _text(words, step) == "and" and _number(words, step + 1) == 20:
        minutes, step = 25, step + 2
    elif quarters:
        minutes, step = 45, step + 1
    named = _text(words, step) in ("minutes", "minute", "mins", "min")
    step += named
    which = _text(words, step)
    if which not in ("past", "to") or not (0 < minutes < 60) or not (named or quarters or minutes in _MINUTES_PAST):
        return None
    # "From 5 to 7" and "10 to 4" open hours are spans, not minutes to an hour.
    if which == "to" and _text(words, at - 1) in ("from", "between", "open", "-"):
        return None
    return _past_or_to(minutes, which, words, step + 1)


def _hour_and_minutes(words: Sequence[Token], at: int, after_day: bool) -> Clock | None:
    """Reads "Two thirty", "nine oh five", "fourteen thirty", "9 05 in the morning"."""
    hour = _number(words, at)
    if not 0 <= hour <= 24:
        return None
    stop = at + 2
    minute = _number(words, at + 1)
    if _text(words, at + 1) in ("oh", "o", "zero") and 0 < _number(words, at + 2) < 10:
        minute, stop = _number(words, at + 2), at + 3
    elif not 10 <= minute <= 59 and not (_text(words, at + 1).startswith("0") and len(_text(words, at + 1)) == 2):
        return None
    if _number(words, stop) >= 0 or _text(words, stop) in _NOT_A_TIME_BEFORE or _number(words, at - 1) >= 0:
        return None
    told = stop < len(words) and (words[stop].kind == "half" or _half_behind(words, stop))
    told = told or _text(words, stop) in _DAY_WORDS
    if not (told or after_day or _text(words, at - 1) in _LEADS):
        return None
    return Clock(hour, minute, "24h" if hour > 12 else "", stop)


def _changed_before(words: Sequence[Token], at: int) -> bool:
    """Whether something was just changed "to" what begins here: "I've moved you to ten"."""
    return any(each.text in _CHANGES for each in words[max(0, at - 6) : at])


def _half_behind(words: Sequence[Token], at: int) -> bool:
    return _with_half_behind(words, Clock(1, 0, "", at)).half != ""


def _day_and_part_behind(words: Sequence[Token], at: int) -> bool:
    """Whether "tomorrow morning" or "Friday evening" stands there."""
    return _text(words, at) in _DAY_WORDS and half_of(_text(words, at + 1)) != ""


def _bare_hour(words: Sequence[Token], at: int, after_day: bool) -> Clock | None:
    """Reads "2 pm", "nine o'clock", "at 2"; a bare number only where nothing it could count follows."""
    hour = _number(words, at)
    if not 0 <= hour <= 24 or _number(words, at - 1) >= 0 or _text(words, at - 1) in ("£", "$", "€", "-", "/"):
        return None
    behind = _text(words, at + 1)
    if behind == "o'clock" or (at + 1 < len(words) and words[at + 1].kind == "half"):
        return Clock(hour, 0, "", at + 1)
    if behind in _NOT_A_TIME_BEFORE:
        return None
    counts = _text(words, at - 1) in _COUNTS_BEFORE
    if hour >= 1 and (_half_behind(words, at + 1) or (not counts and _day_and_part_behind(words, at + 1))):
        return Clock(hour, 0, "", at + 1)
    lead = _text(words, at - 1)
    led = (lead in _LEADS and lead not in _WEAK_LEADS) or (lead == "to" and _changed_before(words, at))
    if not 1 <= hour <= 12 or not (after_day or led):
        return None
    ends = at + 1 >= len(words) or words[at + 1].kind == "mark" or behind in _FOLLOWS_A_BARE_HOUR
    # "at 2.5", "at 12-14 High Street"
    joined = at + 2 < len(words) and words[at + 1].text in ".-" and words[at + 1].end == words[at + 2].start
    joined = joined and words[at + 2].text != "ish"
    return Clock(hour, 0, "", at + 1) if ends and not joined else None
