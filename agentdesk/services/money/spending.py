"""The page Money: this month so far, where it ends, what it bought, and what was unusual about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.agent import Agent
from agentdesk.domain.business import Business, ExchangeRates
from agentdesk.domain.call_mark import MarkedCall
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.connection import READ_EVERY
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.money import Money, total
from agentdesk.domain.spending import AgentMoney, Day, MoneyPage, Rate, Spike, Stop
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.money.agent_limits import LimitService
from agentdesk.services.money.cost_watch import CostWatch
from agentdesk.services.money.ledger import LOOKED_AT, Ledger, closed_days, first_day_needed, ledgers
from agentdesk.services.money.money import in_business_money
from agentdesk.services.money.spikes import explain
from agentdesk.store import agents as stored_agents
from agentdesk.store import call_marks
from agentdesk.store import findings as stored_findings
from agentdesk.store import spending as stored
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

_SPIKES = (Kind.COST_SPIKE,)
WORKING_DAY = timedelta(hours=8)
"""In which the calls of a day are taken to come."""


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything that the cards of a month are made from."""

    today: date
    business: Business | None
    rows: list[stored.Kept]
    agents: tuple[Agent, ...]
    bookings: Mapping[str, int]
    spikes: tuple[Finding, ...]
    marked: tuple[MarkedCall, ...]

    @property
    def days(self) -> Period:
        return Period(self.today.replace(day=1), self.today)


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made from an agent's days the last time: as long as they are the same, it is made once."""

    inputs: tuple[object, ...]
    ledger: Ledger
    card: AgentMoney
    """Without its dear days, and without where its service stops."""


class SpendingService:
    """Makes the page. Its work grows with the days that have changed, not with the calls."""

    def __init__(
        self, store: Store, clock: Clock, businesses: BusinessService, limits: LimitService, watch: CostWatch
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._limits = limits
        self._watch = watch
        self._last: tuple[_Read, MoneyPage] | None = None
        """What was read last, with what was made from it: the same figures make the same page."""
        self._made: dict[str, _Made] = {}
        """By agent; "" for the calls of all others."""

    def page(self) -> MoneyPage:
        """This month, by agent: those on the list first, by name, and last the calls of all others."""
        business = self._businesses.current()
        zone = business.zone if business else self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        days = Period(today.replace(day=1), today)
        bounds = days.bounds(zone)
        with self._store.reading() as db:
            read = _Read(
                today,
                business,
                stored.days_as_kept(db, first_day_needed(today), today),
                stored_agents.all_(db),
                stored.bookings_made(db, *bounds),
                stored_findings.page(db, FindingFilter(first=today - LOOKED_AT, last=today, kinds=_SPIKES)),
                call_marks.rows(db, *bounds),
            )
            last = self._last
            page = last[1] if last is not None and last[0] == read else self._page(db, read, zone)
        self._last = (read, page)
        stops = [self._stops(each) for each in page.agents]
        if all(each.stops == now for each, now in zip(page.agents, stops, strict=True)):
            return page
        return replace(page, agents=tuple(map(_with_stops, page.agents, stops)))

    def _page(self, db: Database, read: _Read, zone: ZoneInfo) -> MoneyPage:
        business, days = read.business, read.days
        listed = {each.name: each for each in read.agents}
        kept: dict[str, list[stored.Kept]] = {}
        for row in read.rows:
            kept.setdefault(row[1] if row[1] in listed else "", []).append(row)
        closed = closed_days(business, read.today)
        made = {name: self._made_of(listed.get(name), kept.get(name, []), read, closed) for name in (*listed, "")}
        self._made = made
        cards = []
        for agent in read.agents:
            found = [each for each in read.spikes if each.agent == agent.name]
            known = [each for each in found if each.status is not FindingStatus.WITHDRAWN]
            ledger = made[agent.name].ledger
            spikes = [_spike(db, ledger, date.fromisoformat(each.found.slot), zone, each) for each in known]
            card = made[agent.name].card
            cards.append(replace(card, spikes=tuple(each for each in spikes if each is not None)))
        if made[""].ledger.charged(days):
            cards.append(made[""].card)
        charged_in = sorted({charged.currency for card in cards for charged in card.charged})
        whole = None
        if business and all(each.so_far is not None for each in cards):
            whole = in_business_money((cost for card in cards for cost in card.charged), business)
        return MoneyPage(
            read.today,
            tuple(cards),
            whole,
            tuple(_rate(each, business) for each in charged_in if business and each != business.currency),
            len(read.marked),
            total(each.cost for each in read.marked if each.cost),
        )

    def _made_of(self, agent: Agent | None, kept: list[stored.Kept], read: _Read, closed: frozenset[date]) -> _Made:
        """Of one agent, or of the calls of all others."""
        name = agent.name if agent else ""
        inputs = (agent, kept, read.business, read.today, read.bookings.get(name, 0))
        known = self._made.get(name)
        if known is not None and known.inputs == inputs:
            return known
        rows = [row._replace(agent=name) if agent is None else row for row in stored.made(kept)]
        ledger = ledgers(rows, read.business, read.today).get(name) or _nothing(name, read.days.first, read.business)
        return _Made(inputs, ledger, _card(agent, ledger, read, closed))

    def _stops(self, card: AgentMoney) -> tuple[Stop, ...]:
        if card.agent is None:
            return ()
        dearest = max((each.cost.minor for each in card.days if each.cost), default=0)
        late = Money(round(dearest * READ_EVERY / WORKING_DAY), 2, card.so_far.currency) if card.so_far else None
        return self._limits.stops(card.agent, card.so_far, card.calls, card.minutes, late)

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


def on_course(card: AgentMoney) -> tuple[str, ...]:
    """Like "On course for £104.00 to £117.00; limit £120.00."; nothing while it is too early to say."""
    if card.low is None or card.high is None:
        return ()
    limit = card.agent.monthly_limit if card.agent else None
    said = f"On course for {card.low.in_words()} to {card.high.in_words()} this month"
    return (f"{said}; limit {limit.in_words()}." if limit else f"{said}.",)


def _card(agent: Agent | None, ledger: Ledger, read: _Read, closed: frozenset[date]) -> AgentMoney:
    """Without its dear days, and without where its service stops."""
    days, name = read.days, agent.name if agent else ""
    rows = ledger.within(days)
    so_far, limit = ledger.spent(days), ledger.in_pence(agent.monthly_limit) if agent else None
    ends = ledger.forecast(days.last, limit, closed)
    return AgentMoney(
        agent,
        so_far,
        ledger.charged(days),
        sum(row.calls for row in rows),
        sum(row.milliseconds for row in rows) // 60_000,
        read.bookings.get(name, 0),
        sum(row.answered for row in rows if not row.currency),
        _share(so_far, limit),
        ledger.money(ends.low) if ends else None,
        ledger.money(ends.high) if ends else None,
        _passed_on(ledger, days, limit) or (ends.passed_on if ends else None),
        _days(ledger, days),
        (),
        (),
    )


def _share(so_far: Money | None, limit: int | None) -> float | None:
    """How much of a limit is used; all of a limit of nothing as soon as anything is."""
    if so_far is None or limit is None:
        return None
    return so_far.minor / limit if limit else float(so_far.minor > 0)


def _nothing(agent: str, since: date, business: Business | None) -> Ledger:
    """Of an agent that took no call."""
    currency = business.currency if business else "GBP"
    return Ledger(agent, (), since, currency, {}, {currency: Decimal(1)})


def _with_stops(card: AgentMoney, stops: tuple[Stop, ...]) -> AgentMoney:
    return replace(card, stops=stops)


def _spike(db: Database, ledger: Ledger, day: date, zone: ZoneInfo, finding: Finding | None) -> Spike | None:
    why = explain(db, ledger, day, zone)
    if why is None:
        return None
    status = finding.status if finding else FindingStatus.OPEN
    return Spike(finding.id if finding else "", status, day, why.cost, why.normal, why.parts)


def _days(ledger: Ledger, month: Period) -> tuple[Day, ...]:
    """The days that had calls, the latest first."""
    calls: dict[date, int] = {}
    for row in ledger.within(month):
        calls[row.day] = calls.get(row.day, 0) + row.calls
    costs = ledger.costs
    return tuple(Day(day, calls[day], None if costs is None else ledger.money(costs[day])) for day in reversed(calls))


def _passed_on(ledger: Ledger, month: Period, limit: int | None) -> date | None:
    """The day on which a limit was passed already."""
    if limit is None:
        return None
    spent = 0
    for day, cost in ledger.costs_within(month).items():
        spent += cost
        if spent > limit:
            return day
    return None


def _rate(currency: str, business: Business) -> Rate:
    rates = business.exchange_rates
    return Rate(currency, rates.rate(currency), rates.as_of, business.currency)


def _read_rate(currency: str, typed: str) -> Decimal:
    try:
        rate = Decimal(typed.strip().lstrip("£€$").replace(",", "."))
    except InvalidOperation:
        rate = Decimal(0)
    if not rate.is_finite() or not 0 < rate < 1_000_000:
        raise Sorry(f"Write what one {currency} is worth, like 0.79.")
    return rate
