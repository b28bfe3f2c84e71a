"""The page Money: this month so far, where it ends, what it bought, and what was unusual about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.agent import Agent
from agentdesk.domain.business import Business, ExchangeRates
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.money import total
from agentdesk.domain.spending import AgentMoney, Day, MoneyPage, Rate, Spike
from agentdesk.services.agent_limits import LimitService
from agentdesk.services.businesses import BusinessService
from agentdesk.services.cost_watch import CostWatch
from agentdesk.services.ledger import Ledger, closed_days, first_day_needed, ledgers
from agentdesk.services.spikes import explain
from agentdesk.store import agents as stored_agents
from agentdesk.store import call_marks
from agentdesk.store import findings as stored_findings
from agentdesk.store import spending as stored
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

_SPIKES = (Kind.COST_SPIKE,)


@dataclass(frozen=True, slots=True)
class _Month:
    """What the cards of a month are made from."""

    db: Database
    business: Business | None
    zone: ZoneInfo
    days: Period
    closed: frozenset[date]
    bookings: Mapping[str, int]
    spikes: Sequence[Finding]

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        return self.days.bounds(self.zone)


class SpendingService:
    """Makes the page. Its work grows with the days of the month, not with the calls."""

    def __init__(
        self, store: Store, clock: Clock, businesses: BusinessService, limits: LimitService, watch: CostWatch
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._limits = limits
        self._watch = watch

    def page(self) -> MoneyPage:
        """This month, by agent: those on the list first, by name, and last the calls of all others."""
        business, zone = self._businesses.current(), self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        days = Period(today.replace(day=1), today)
        with self._store.reading() as db:
            rows = stored.days(db, first_day_needed(today), today)
            month = _Month(
                db,
                business,
                zone,
                days,
                closed_days(business, today),
                stored.bookings_made(db, *days.bounds(zone)),
                stored_findings.page(db, FindingFilter(first=days.first, last=today, kinds=_SPIKES)),
            )
            listed = stored_agents.all_(db)
            marked = call_marks.rows(db, *days.bounds(zone))
            names = {each.name for each in listed}
            by_agent = ledgers(rows, business, today)
            others = ledgers([row._replace(agent="") for row in rows if row.agent not in names], business, today)
            cards = [self._card(month, each, by_agent.get(each.name)) for each in listed]
            cards += [self._card(month, None, each) for each in others.values() if each.charged(days)]
        charged_in = sorted({row.currency for row in rows if row.currency and row.day in days})
        known = [each.so_far for each in cards if each.so_far is not None]
        return MoneyPage(
            today,
            tuple(cards),
            total(known)[0] if known and len(known) == len(cards) else None,
            tuple(_rate(each, business) for each in charged_in if business and each != business.currency),
            len(marked),
            total(each.cost for each in marked if each.cost),
        )

    def explain(self, agent: str, day: date) -> Spike | None:
        """Why a day cost more than is normal; None where there is nothing to compare it with."""
        business, zone = self._businesses.current(), self._businesses.zone()
        with self._store.reading() as db:
            found = ledgers(stored.days(db, first_day_needed(day), day), business, day).get(agent)
            return None if found is None else _spike(db, found, day, zone, None)

    def set_rates(self, rates: Mapping[str, str], as_of: date) -> None:
        """Keeps what one unit of each currency is worth, as it was typed. Raises Sorry where that is no number."""
        business = self._businesses.current()
        if business is None:
            raise Sorry("Say first what your business is called.")
        read = {currency: _read_rate(currency, typed) for currency, typed in rates.items()}
        known = dict(business.exchange_rates.rates) | read
        self._businesses.save(replace(business, exchange_rates=ExchangeRates(tuple(sorted(known.items())), as_of)))
        self._watch.look()

    def _card(self, month: _Month, agent: Agent | None, ledger: Ledger | None) -> AgentMoney:
        if ledger is None:
            currency = month.business.currency if month.business else "GBP"
            nothing = Ledger(agent.name if agent else "", (), month.days.first, currency, {}, {currency: Decimal(1)})
            return self._card(month, agent, nothing)
        rows = [row for row in ledger.rows if row.day in month.days]
        so_far, calls = ledger.spent(month.days), sum(row.calls for row in rows)
        minutes = sum(row.milliseconds for row in rows) // 60_000
        limit = ledger.in_pence(agent.monthly_limit) if agent else None
        ends = ledger.forecast(month.days.last, limit, month.closed)
        name = agent.name if agent else ""
        spikes = [each for each in month.spikes if agent and each.agent == name]
        return AgentMoney(
            agent,
            so_far,
            ledger.charged(month.days),
            calls,
            minutes,
            month.bookings.get(name, 0),
            sum(row.calls for row in rows if not row.currency and row.answered),
            so_far.minor / limit if so_far is not None and limit else None,
            ledger.money(ends.low) if ends else None,
            ledger.money(ends.high) if ends else None,
            _passed_on(ledger, month.days, limit) or (ends.passed_on if ends else None),
            _days(ledger, month.days),
            tuple(made for each in spikes if (made := self._of_finding(month, ledger, each)) is not None),
            self._limits.stops(agent, so_far, calls, minutes) if agent else (),
        )

    @staticmethod
    def _of_finding(month: _Month, ledger: Ledger, finding: Finding) -> Spike | None:
        if finding.status is FindingStatus.WITHDRAWN:
            return None
        return _spike(month.db, ledger, date.fromisoformat(finding.found.slot), month.zone, finding)


def _spike(db: Database, ledger: Ledger, day: date, zone: ZoneInfo, finding: Finding | None) -> Spike | None:
    why = explain(db, ledger, day, zone)
    if why is None:
        return None
    status = finding.status if finding else FindingStatus.OPEN
    return Spike(finding.id if finding else "", status, day, why.cost, why.normal, why.parts)


def _days(ledger: Ledger, month: Period) -> tuple[Day, ...]:
    """The days that had calls, the latest first."""
    calls: dict[date, int] = {}
    for row in ledger.rows:
        if row.day in month:
            calls[row.day] = calls.get(row.day, 0) + row.calls
    costs = ledger.costs
    return tuple(
        Day(day, calls[day], None if costs is None else ledger.money(costs.get(day, 0)))
        for day in sorted(calls, reverse=True)
    )


def _passed_on(ledger: Ledger, month: Period, limit: int | None) -> date | None:
    """The day on which a limit was passed already."""
    spent = 0
    for day, cost in (ledger.costs or {}).items():
        if limit is not None and day in month:
            spent += cost
            if spent > limit:
                return day
    return None


def _rate(currency: str, business: Business) -> Rate:
    rates = business.exchange_rates
    return Rate(currency, rates.rate(currency), rates.as_of)


def _read_rate(currency: str, typed: str) -> Decimal:
    try:
        rate = Decimal(typed.strip().lstrip("£€$").replace(",", "."))
    except InvalidOperation:
        rate = Decimal(0)
    if not rate.is_finite() or not 0 < rate < 1_000_000:
        raise Sorry(f"Write what one {currency} is worth, like 0.79.")
    return rate
