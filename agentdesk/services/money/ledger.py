"""What each agent's days cost, in one money: added up exactly, turned into the business's once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter

from agentdesk.domain.business import Business
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.clock import Period
from agentdesk.domain.forecast import Forecast, month_after, month_end
from agentdesk.domain.money import Money, total
from agentdesk.domain.spike import WEEKS
from agentdesk.store.spending import DayRow

SETTLING = timedelta(days=7)
"""An agent that took a call in the first week that is read is taken to have worked before."""
LOOKED_AT = timedelta(days=30)
"""How far back days out of the ordinary are told: what a first reading brings is looked at too."""
_PENCE = 2


@dataclass(frozen=True, slots=True)
class Ledger:
    """An agent's days. `agent` is empty for calls that no agent of the list took.

    `costs` are in hundredths of `currency`, and None where part of what was charged has no exchange rate. Within a
    month the days add up to what the month's whole sum comes to.
    """

    agent: str
    rows: tuple[DayRow, ...]
    since: date
    """From when on its costs are known."""
    currency: str
    costs: Mapping[date, int] | None
    rates: Mapping[str, Decimal]

    def within(self, period: Period) -> tuple[DayRow, ...]:
        """The rows of a period's days."""
        first = bisect_left(self.rows, period.first, key=_day)
        return self.rows[first : bisect_right(self.rows, period.last, lo=first, key=_day)]

    def costs_within(self, period: Period) -> dict[date, int]:
        """What each day of a period came to; nothing where that can't be said."""
        costs = self.costs
        return {} if costs is None else {row.day: costs[row.day] for row in self.within(period)}

    def spent(self, period: Period) -> Money | None:
        """What the days of a period came to."""
        return None if self.costs is None else self.money(sum(self.costs_within(period).values()))

    def charged(self, period: Period) -> tuple[Money, ...]:
        """The same as the services charged it, exact, by currency."""
        sums: dict[tuple[int, str], int] = {}
        for row in self.within(period):
            if row.currency:
                kind = row.scale, row.currency
                sums[kind] = sums.get(kind, 0) + row.minor
        return total(Money(minor, *kind) for kind, minor in sums.items())

    def money(self, pence: int) -> Money:
        return Money(pence, _PENCE, self.currency)

    def pence(self, cost: Money | None) -> Decimal:
        """A call's cost in hundredths, exact; nothing where none was reported."""
        return Decimal(0) if cost is None else cost.amount * self.rates[cost.currency] * 100

    def in_pence(self, limit: Money | None) -> int | None:
        """A limit in hundredths; None without one, or without an exchange rate for it."""
        if limit is None or limit.currency not in self.rates:
            return None
        return int(limit.amount * self.rates[limit.currency] * 100)

    def forecast(self, today: date, limit: int | None, closed: frozenset[date]) -> Forecast | None:
        """Where the month of `today` ends."""
        if not self.costs:
            return None
        return month_end(tuple(self.costs.items()), self.since, today, limit, closed)


_day: Callable[[DayRow], date] = attrgetter("day")


def first_day_needed(today: date) -> date:
    """From when on days are read: the month and all days that are looked at, with what they are compared with."""
    return min(today.replace(day=1), today - LOOKED_AT) - timedelta(days=7 * WEEKS) - SETTLING


def ledgers(rows: Sequence[DayRow], business: Business | None, today: date) -> dict[str, Ledger]:
    """By agent, for days from `first_day_needed` on, oldest first."""
    by_agent: dict[str, list[DayRow]] = {}
    for row in rows:
        by_agent.setdefault(row.agent, []).append(row)
    first = first_day_needed(today)
    return {agent: _ledger(agent, found, business, first) for agent, found in by_agent.items()}


def closed_days(business: Business | None, today: date) -> frozenset[date]:
    """The days, among those that matter for a forecast, on which the business is closed out of the ordinary."""
    if business is None:
        return frozenset()
    calendar = OpeningCalendar(business)
    days = Period(first_day_needed(today), month_after(today))
    every = (days.first + timedelta(days=each) for each in range(days.days))
    return frozenset(each for each in every if business.hours[each.weekday()] and calendar.why_closed(each))


def _ledger(agent: str, rows: Sequence[DayRow], business: Business | None, first: date) -> Ledger:
    since = first if rows[0].day < first + SETTLING else rows[0].day
    charged_in = {row.currency for row in rows if row.currency}
    currency, rates = exchange(charged_in, business)
    costs = None if rates is None else _pence_by_day(rows, rates)
    return Ledger(agent, tuple(rows), since, currency, costs, rates or {})


def exchange(currencies: Iterable[str], business: Business | None) -> tuple[str, Mapping[str, Decimal] | None]:
    """The business's currency, and what one unit of each of these is worth in it; None where one has no rate."""
    if business is None:
        return "GBP", None
    rates = {business.currency: Decimal(1)}
    for each in currencies:
        rate = Decimal(1) if each == business.currency else business.exchange_rates.rate(each)
        if rate is None:
            return business.currency, None
        rates[each] = rate
    return business.currency, rates | {
        name: rate for name, rate in business.exchange_rates.rates if name != business.currency
    }


def _pence_by_day(rows: Sequence[DayRow], rates: Mapping[str, Decimal]) -> dict[date, int]:
    """Each day is what it brings its month's sum to: rounded by themselves, days would not add up to it."""
    units, in_a_penny = _in_units(rows, rates)
    costs: dict[date, int] = {}
    month, whole, told = (0, 0), 0, 0
    for row in rows:
        day = row.day
        if (day.year, day.month) != month:
            month, whole, told = (day.year, day.month), 0, 0
        if row.currency:
            whole += row.minor * units[row.currency, row.scale]
        now = _nearest(whole, in_a_penny)
        costs[day] = costs.get(day, 0) + now - told
        told = now
    return costs


def _in_units(rows: Sequence[DayRow], rates: Mapping[str, Decimal]) -> tuple[dict[tuple[str, int], int], int]:
    """What each smallest unit of money comes to in a unit so small that all are whole, and how many make a penny.

    Whole numbers are exact, and many times faster than decimals.
    """
    kinds = {(row.currency, row.scale) for row in rows if row.currency}
    worth = {(currency, scale): rates[currency].scaleb(_PENCE - scale) for currency, scale in kinds}
    finest = max((-_exponent(each) for each in worth.values()), default=0)
    places = max(finest, 0)
    return {kind: int(each.scaleb(places)) for kind, each in worth.items()}, 10**places


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _nearest(number: int, of: int) -> int:
    """A number divided, to the nearest whole one, halves to the even one."""
    whole, rest = divmod(number, of)
    return whole + (2 * rest > of or (2 * rest == of and whole % 2 == 1))
