"""A checklist walked through item by item: going live, a change, an incident, retiring, and the regular reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from agentdesk.domain.review import Reply

GO_LIVE, CHANGE, INCIDENT, RETIREMENT = "go_live", "change", "incident", "retirement"
FIRST_TWO_WEEKS, FORTNIGHTLY, MONTHLY = "first_two_weeks", "fortnightly", "monthly"
FIRST_FORTNIGHT = timedelta(days=14)
QUIET_DAYS = timedelta(days=14)
"""Without any call, before an agent counts as retired."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a checklist, in plain words."""

    id: str
    text: str
    after: str = ""
    """The line that must be done before this one can be: trying before switching."""
    place: str = ""
    """The page on which this is done or can be looked up."""
    again_in_days: int = 0
    """Done is only half of it: so many days after the end somebody looks again. 0: nobody has to."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Data of `resources/checklists`."""

    id: str
    title: str
    why: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """What somebody answered to an item."""

    item: str
    reply: Reply
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """A checklist of an agent, begun by somebody. It can be left and resumed; ended, it stays as it was."""

    id: int
    checklist: str
    agent: str
    started_at: datetime
    started_by: str
    ticks: tuple[Tick, ...] = ()
    ended_at: datetime | None = None

    def reply(self, item: str) -> Tick | None:
        return next((each for each in self.ticks if each.item == item), None)

    def too_early(self, item: Item, checklist: Checklist) -> str:
        """What has to be done before a line can be said to be, a sentence; empty where nothing has."""
        first = next((each for each in checklist.items if each.id == item.after), None)
        if first is None:
            return ""
        tick = self.reply(first.id)
        if tick is None or tick.reply not in (Reply.YES, Reply.DOES_NOT_APPLY):
            return f"Before that comes: {first.text}"
        if tick.reply is Reply.DOES_NOT_APPLY and not tick.note:
            return f"Say in a word why this doesn't apply: {first.text}"
        return ""

    def left(self, checklist: Checklist) -> tuple[Item, ...]:
        """Items that nobody answered yet."""
        return tuple(each for each in checklist.items if self.reply(each.id) is None)

    def refused(self, checklist: Checklist) -> tuple[Item, ...]:
        """Items that somebody said No to, or couldn't tell."""
        answers = {each.item: each.reply for each in self.ticks}
        return tuple(each for each in checklist.items if answers.get(each.id) in (Reply.NO, Reply.CANNOT_TELL))


@dataclass(frozen=True, slots=True)
class Due:
    """A regular look at an agent, and the days within which it counts as held: from its day to the next one's."""

    checklist: str
    on: date
    until: date
    """The last day on which it still counts."""


def calendar(live_since: date, last: date, closed: Sequence[date] = ()) -> tuple[Due, ...]:
    """Every regular look from the day of going live up to a day, in order (R45).

    On each working day of the first fortnight; from then on every second week; and in the first days of each
    month. `closed` are days on which nobody works. The weekly review has its own day.
    """
    found: list[Due] = []
    day = live_since
    fortnight_ends = live_since + FIRST_FORTNIGHT
    while day < fortnight_ends and day <= last:
        if day.weekday() < 5 and day not in closed:
            found.append(Due(FIRST_TWO_WEEKS, day, day))
        day += timedelta(days=1)
    day = fortnight_ends
    while day <= last:
        found.append(Due(FORTNIGHTLY, day, day + FIRST_FORTNIGHT - timedelta(days=1)))
        day += FIRST_FORTNIGHT
    month = _next_month(live_since)
    while month <= last:
        found.append(Due(MONTHLY, month, _next_month(month) - timedelta(days=1)))
        month = _next_month(month)
    return tuple(sorted(found, key=lambda each: (each.on, each.checklist)))


def held(due: Due, walks: Sequence[tuple[str, date]]) -> bool:
    """Whether a look took place: a walk of its kind that ended within its days."""
    return any(name == due.checklist and due.on <= ended <= due.until for name, ended in walks)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
