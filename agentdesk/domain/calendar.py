"""When the business is open: hours, lunch, closures, bank holidays and both clock changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

from agentdesk.domain.business import Business, Nation, Span

_SUBDIVISION = {
    Nation.ENGLAND_AND_WALES: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


LOOK_AHEAD = timedelta(days=40)
"""Longer than any holiday."""


@cache
def bank_holidays(nation: Nation, year: int) -> dict[date, str]:
    """The bank holidays of a nation in a year with their names, substitute days included.

    Source: the `holidays` library. Imported on first use, because the first window must not wait for it.
    """
    import holidays

    # The package of its countries loads two hundred and fifty of them, a tenth of all our memory. Where it stands
    # empty in their place, the one we ask for is loaded from the same folder alone.
    countries = ModuleType("holidays.countries")
    countries.__path__ = [str(Path(each, "countries")) for each in holidays.__path__]
    sys.modules.setdefault(countries.__name__, countries)
    country = import_module("holidays.countries.united_kingdom").UnitedKingdom
    return dict(country(subdiv=_SUBDIVISION[nation], years=year))


@dataclass(frozen=True, slots=True)
class OpeningCalendar:
    """Answers whether the business is open, from what the owner said."""

    business: Business

    @property
    def zone(self) -> ZoneInfo:
        return self.business.zone

    def why_closed(self, day: date) -> str | None:
        """Why nobody works on that day, in words that finish "You are closed: …"; None if open.

        A span that began the evening before does not open the day.
        """
        for closure in self.business.closures:
            if closure.first <= day <= closure.last:
                return closure.why or "a closed day"
        if self.business.closed_on_bank_holidays:
            holiday = bank_holidays(self.business.nation, day.year).get(day)
            if holiday:
                return f"bank holiday, {holiday}"
        if not self.business.hours[day.weekday()]:
            return f"not open on {day:%A}s"
        return None

    def spans(self, day: date) -> tuple[Span, ...]:
        """The open spans that begin on a day, none when closed."""
        return () if self.why_closed(day) else self.business.hours[day.weekday()]

    def open_intervals(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The spans that begin on a day as UTC instants, in order.

        A time that the spring clock change skips is the instant of the change; one that autumn repeats is
        the earlier for an opening and the later for a closing.
        """
        for span in sorted(self.spans(day)):
            last_day = day + timedelta(days=1) if span.over_midnight else day
            yield _instant(day, span.start, self.zone), _instant(last_day, span.end, self.zone, later=True)

    def is_inside(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether the whole of [starts_at, ends_at] lies in open time; spans that touch are one.

        A moment without length counts as inside up to, but not at, closing time.
        """
        first = starts_at.astimezone(self.zone).date() - timedelta(days=1)
        last = ends_at.astimezone(self.zone).date()
        reached = starts_at
        for offset in range((last - first).days + 1):
            for opens, closes in self.open_intervals(first + timedelta(days=offset)):
                if opens <= reached < closes:
                    reached = closes
                    if ends_at <= reached:
                        return True
        return False

    def after(self, start: datetime, open_time: timedelta) -> datetime:
        """When so much open time has passed since an instant, in UTC.

        A business that is not open within the next `LOOK_AHEAD` has no clock of its own: there the wall's counts.
        """
        left = open_time
        first = start.astimezone(self.zone).date() - timedelta(days=1)
        for offset in range(LOOK_AHEAD.days):
            for opens, closes in self.open_intervals(first + timedelta(days=offset)):
                begins = max(opens, start)
                if closes <= begins:
                    continue
                if begins + left <= closes:
                    return begins + left
                left -= closes - begins
        return start + open_time

    def open_hours(self, first: date, last: date) -> timedelta:
        """Open time between two days, both included."""
        total = timedelta()
        for offset in range((last - first).days + 1):
            for opens, closes in self.open_intervals(first + timedelta(days=offset)):
                total += closes - opens
        return total


def _instant(day: date, at: time, zone: ZoneInfo, *, later: bool = False) -> datetime:
    """When the wall shows a time, in UTC; see `OpeningCalendar.open_intervals` for the nights of a change."""
    wall = datetime.combine(day, at, zone)
    first, second = wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)
    if first <= second:
        return second if later else first
    # The wall skips it. zoneinfo counts on from before (first) or back from after (second) the change between them.
    while second.astimezone(zone).utcoffset() == wall.utcoffset():
        second += timedelta(minutes=1)
    return second
