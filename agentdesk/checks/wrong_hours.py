"""Opening hours that the agent said, held against the owner's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from types import MappingProxyType

from agentdesk.checks.evidence import Evidence, agent_in_words
from agentdesk.domain.business import WeekHours
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.domain.wording import listed, time_in_words
from agentdesk.language.moments import moments
from agentdesk.language.sentences import Sentence, begins_as_question, sentences
from agentdesk.language.times import Clock, clock_at
from agentdesk.language.tokens import Token, bag, lowered, tokens

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = "(" + "|".join(each.lower() for each in _NAMES) + ")s?"
_RANGE = re.compile(rf"\b{_DAY}\s*(?:to|-|through(?: to)?|until|till)\s*{_DAY}\b")
_ONE_DAY = re.compile(rf"\b{_DAY}\b")
_ALL = re.compile(r"\b(?:every ?day|all week|seven days a week|7 days a week|any day)\b")
_WEEKDAYS = re.compile(r"\bweek ?days\b|\bduring the week\b")
_WEEKENDS = re.compile(r"\bweek ?ends?\b")
_OPEN = re.compile(
    r"\b(?:we|the (?:shop|salon|practice|office|surgery|business|branch))(?:'re| are| is|'s)?(?: (?:also|"
    r"usually|normally|only))? "
    r"(?:open|opens|close|closes|shut|shuts)\b|\b(?:our |the )?(?:opening )?hours are\b|"
    r"\bopen(?:ing)? (?:from|on|until|till|every)\b|"
    r"\b(?:we're|we are|there's (?:somebody|someone|always someone)) (?:always )?(?:here|in|there|about) "
    r"(?:from|until|till|til|round|all|every|seven|day and)\b",
)
# An answer to "what are your hours?" that gives times and no more: "nine to five, seven days a week".
_ASKS_HOURS = re.compile(
    r"\b(?:your (?:opening |business |office )?(?:hours|times)|"
    r"(?:when|what time)(?:'s| is| are| do| does)? "
    r"(?:you|the (?:shop|salon|practice|office|surgery|branch)) (?:open|close|shut)|what hours|"
    r"(?:when|what time) are you (?:open|there|in)|how late (?:are|do) you)\b"
)
_BARE_HOURS = re.compile(
    rf"^\W*(?:(?:yes|sure|it's|that's|we're|we do|usually|normally|so|right)\W+)*"
    rf"(?:(?:{_DAY}|weekdays)\W*(?:(?:to|till|until|through)\W+{_DAY}\W+)?)?(?:from )?"
    r"(?:half |quarter (?:past|to) )?(?:[a-z]+|\d{1,2}(?:[.:]\d\d)?)(?: ?[ap]\.?m\.?)?(?: o'clock)? (?:to|till|til|"
    r"until|-) "
)
_CLOSED = re.compile(
    r"\b(?:we|the (?:shop|salon|practice|office|surgery|business|branch))(?:'re| are| is|'s)?(?: (?:also|"
    r"usually|normally|always))? "
    r"(?:closed|shut(?! at\b)|not open)\b|\bwe (?:aren't|don't) open\b|\bisn't open\b",
)
_CLOSES_AT = re.compile(r"\b(?:until|till|til|close(?:s)? at|shut(?:s)? at|to|-)\s*$")
_OPENS_AT = re.compile(r"\b(?:from|opens? at|open at|open)\s*$")
# What differs from the week: single days, and what the owner keeps apart from the hours.
_APART = re.compile(
    r"\b(?:holiday|bank|christmas|easter|new year|boxing|good friday|lunch|closure|today|tomorrow|tonight|"
    r"this|next|half.term|emergenc\w*|phone|line|i'm(?! afraid)|i am(?! afraid)|if|unless|except|apart from|"
    r"by appointment|ring|call|parking|car park|first|last|every other|alternate|\d{1,2}(?:st|nd|rd|th))\b",
)
_TOMORROW = "tomorrow"
_NEAR = re.compile(rf"\b(?:today|tonight|this (?:morning|afternoon|evening)|{_TOMORROW})\b")
# A day unlike others, which the owner may only have told the agent.
_ONCE = re.compile(r"\b(?:early|earlier|late|later|just for|due to|because|staff|training|special)\b")
_NOT = re.compile(r"\bnot?\b|n't\b|\bclosed\b|\bshut\b|\bbut\b")
_ROUND_THE_CLOCK = re.compile(r"\b(?:24 hours|twenty.four hours|24/7|round the clock|day and night)\b")
_COUNTED = bag("day days hour hours minute minutes week weeks month months of people")
_ANY_DAY = date(2026, 1, 5)


def find(evidence: Evidence) -> Iterator[Found]:
    """`fact.wrong` where the agent told the opening hours of a week otherwise than they are.

    Only what is said of ordinary weeks: bank holidays, closures and conditions are left alone, and a time that the
    fact sheet itself gives is never wrong. Of "today" and "tomorrow" only what sends callers to a closed door: the
    owner may have told the agent to shut early.
    """
    for business, calls in evidence.calls_by_business():
        hours = business.hours
        if not any(hours):
            continue
        on_the_sheet = {
            at
            for fact in business.facts
            for each in moments(f"{fact.topic} {fact.says}", _ANY_DAY, hours)
            for at in each.times
        }
        calendar = OpeningCalendar(business)
        for call in calls:
            if call.final:
                near = _ordinary(calendar, hours, evidence.day_of_call(call))
                yield from _of_call(call, hours, on_the_sheet, near)


def _ordinary(calendar: OpeningCalendar, hours: WeekHours, today: date) -> dict[str, str]:
    """The weekdays that "today" and "tomorrow" are, where they are open as in any week."""
    days = {"today": today, "tomorrow": today + timedelta(days=1)}
    return {
        name: _NAMES[day.weekday()].lower()
        for name, day in days.items()
        if sorted(calendar.spans(day)) == sorted(hours[day.weekday()])
    }


def _of_call(call: Call, hours: WeekHours, on_the_sheet: set[time], near: Mapping[str, str]) -> Iterator[Found]:
    asked = False
    for at, turn in enumerate(call.turns):
        if turn.role != "agent":
            asked = bool(_ASKS_HOURS.search(lowered(turn.text)))
            continue
        plain = lowered(turn.text)
        for sentence in sentences(plain):
            wrong = _wrong(plain, sentence, hours, on_the_sheet, near, asked=asked)
            if wrong is not None:
                yield Found(
                    kind=Kind.FACT_WRONG,
                    severity=Severity.RED,
                    reason=f"{agent_in_words(call)} told the opening hours otherwise than they are: {wrong}.",
                    evidence=(Said(at, turn.text[sentence.start : sentence.end].strip()),),
                    call=call.id,
                    slot="hours",
                )
                return


def _wrong(
    plain: str,
    sentence: Sentence,
    hours: WeekHours,
    on_the_sheet: set[time],
    near: Mapping[str, str] = MappingProxyType({}),
    *,
    asked: bool = False,
) -> str | None:
    """What is really so, in words; None where nothing wrong was said. `asked`: the caller just asked for the hours.

    `near`: the weekdays that "today" and "tomorrow" are.
    """
    words = plain[sentence.start : sentence.end]
    closed = _CLOSED.search(words)
    single = False
    if not closed and not _ONCE.search(words):
        single = _NEAR.search(words) is not None
        words = _NEAR.sub(lambda said: near.get(_TOMORROW if said[0] == _TOMORROW else "today", said[0]), words)
    opens = _OPEN.search(words) or (_BARE_HOURS.search(words) if asked else None)
    if not (closed or opens) or sentence.asks or begins_as_question(words) or _APART.search(words):
        return None
    days = _days(words)
    return (
        _wrongly_closed(words, days, hours)
        if closed
        else _wrongly_open(words, days, hours, on_the_sheet, single=single)
    )


def agreement(text: str, weekday: int, was: str, hours: WeekHours) -> Sentence | None:
    """The sentence of an agent's words that tells this weekday's hours as they are, and not as they `was`."""
    plain = lowered(text)
    old = {at for each in moments(was, _ANY_DAY, hours) for at in each.times}
    for sentence in sentences(plain):
        words = plain[sentence.start : sentence.end]
        if sentence.asks or begins_as_question(words) or _APART.search(words) or weekday not in _days(words):
            continue
        if not hours[weekday]:
            if _CLOSED.search(words) and not _OPEN.search(words.replace("not open", "")):
                return sentence
            continue
        right = {at for span in hours[weekday] for at in (span.start, span.end)}
        said = {at for _, times in _times(words) for at in times}
        if _OPEN.search(words) and said & (right - old) and _wrong(plain, sentence, hours, set()) is None:
            return sentence
    return None


def _wrongly_closed(words: str, days: list[int], hours: WeekHours) -> str | None:
    open_after_all = [each for each in days if hours[each]]
    of_the_day = any(each.times for each in moments(words, _ANY_DAY, hours))
    if not open_after_all or of_the_day or _OPEN.search(words.replace("not open", "")):
        return None
    return f"you are open on {_days_in_words(open_after_all)}"


def _wrongly_open(
    words: str, days: list[int], hours: WeekHours, on_the_sheet: set[time], *, single: bool
) -> str | None:
    shut = [each for each in days if not hours[each]]
    if shut:
        return None if _NOT.search(words) else f"you are closed on {_days_in_words(shut)}"
    if _ROUND_THE_CLOCK.search(words) and not any(each.start == each.end for day in hours for each in day):
        return "you are not open round the clock"
    return _wrong_time(words, days, hours, on_the_sheet, single=single)


def _wrong_time(words: str, days: list[int], hours: WeekHours, on_the_sheet: set[time], *, single: bool) -> str | None:
    spans = [hours[each] for each in (days or range(7)) if hours[each]]
    if not spans:
        return None
    for at, times in _times(words):
        if times & on_the_sheet:
            continue
        before = words[:at]
        # of several days, and around lunch, any opening or closing time will do
        if _CLOSES_AT.search(before):
            right = {span.end for day in spans for span in day}
            if not times & right and not (single and max(times) < max(right)):
                return f"you close at {listed([time_in_words(one) for one in sorted({day[-1].end for day in spans})])}"
        elif _OPENS_AT.search(before):
            right = {span.start for day in spans for span in day}
            if not times & right and not (single and min(times) > min(right)):
                return f"you open at {listed([time_in_words(one) for one in sorted({day[0].start for day in spans})])}"
    return None


def _times(words: str) -> Iterator[tuple[int, set[time]]]:
    """The times of a sentence about opening hours, where they begin; there a bare number is a time too."""
    said = tokens(words)
    at = 0
    while at < len(said):
        found = clock_at(said, at, after_day=True) or _bare(said, at)
        if found is None:
            at += 1
            continue
        yield said[at].start, set(found.times())
        at = max(found.stop, at + 1)


def _bare(said: Sequence[Token], at: int) -> Clock | None:
    counts = said[at + 1].text if at + 1 < len(said) else ""
    if said[at].kind == "number" and 1 <= said[at].value <= 12 and counts not in _COUNTED:
        return Clock(said[at].value, 0, "", at + 1)
    return None


def _days(words: str) -> list[int]:
    """The weekdays a sentence speaks of, Monday 0; empty where it names none."""
    if _ALL.search(words):
        return list(range(7))
    found: set[int] = set()
    if _WEEKDAYS.search(words):
        found |= set(range(5))
    if _WEEKENDS.search(words):
        found |= {5, 6}
    lower = [each.lower() for each in _NAMES]
    for match in _RANGE.finditer(words):
        first, last = lower.index(match[1]), lower.index(match[2])
        found |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    found |= {lower.index(match[1]) for match in _ONE_DAY.finditer(words)}
    return sorted(found)


def _days_in_words(days: list[int]) -> str:
    return listed([f"{_NAMES[each]}s" for each in days])
