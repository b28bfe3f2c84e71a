"""Watches what agents cost: limits that are used up, a pace that leads past one, and days out of the ordinary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.agent import Agent
from agentdesk.domain.business import Business
from agentdesk.domain.clock import Clock, Period, day_of, start_of_day
from agentdesk.domain.finding import Finding, FindingStatus, Found, Kind, Severity
from agentdesk.domain.spending import ALL, FOUR_FIFTHS, HALF, MARKS
from agentdesk.domain.wording import counted, day_in_words, moment_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.money.ledger import LOOKED_AT, Ledger, closed_days, first_day_needed, ledgers
from agentdesk.services.money.spikes import explain, spike_found, unusual_days
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.store import agents as stored_agents
from agentdesk.store import findings as stored_findings
from agentdesk.store import spending as stored
from agentdesk.store.findings import InContext
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

_HOW_MUCH = {HALF: "half", FOUR_FIFTHS: "four fifths", ALL: "all"}


@dataclass(frozen=True, slots=True)
class _Looked:
    """What one look knows."""

    db: Database
    now: datetime
    zone: ZoneInfo
    business: Business | None
    agents: tuple[Agent, ...]
    ledgers: Mapping[str, Ledger]

    @property
    def today(self) -> date:
        return day_of(self.now, self.zone)

    @property
    def month(self) -> Period:
        return Period(self.today.replace(day=1), self.today)


class CostWatch:
    """Keeps the matters of money in step with what calls cost."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, notices: NoticeService) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._notices = notices

    def look(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What is new, and what was taken back. The owner is told of what is new, once for each matter.

        The work grows with the days of the month. Calls are read of the day on which a limit was reached and of days
        out of the ordinary.
        """
        zone, business, now = self._businesses.zone(), self._businesses.current(), self._clock.now()
        today = day_of(now, zone)
        with self._store.writing() as db:
            rows = stored.days(db, first_day_needed(today), today)
            agents = stored_agents.all_(db)
            looked = _Looked(db, now, zone, business, agents, ledgers(rows, business, today))
            month = looked.month.first
            brought = [
                stored_findings.reconcile_since(db, now, (kind,), start_of_day(since, zone), list(found(looked)))
                for kind, since, found in (
                    (Kind.COST_LIMIT, month, _limits),
                    # of a month that is over, the pace says nothing any more
                    (Kind.COST_PACE, month - timedelta(days=31), _paces),
                    (Kind.COST_SPIKE, today - LOOKED_AT, _spikes),
                )
            ]
        new = tuple(each for part in brought for each in part.new)
        reopened = [each for part in brought for each in part.changed if each.status is FindingStatus.OPEN]
        self._tell((*new, *reopened))
        self._say_unwatched(looked)
        return new, tuple(each for part in brought for each in part.withdrawn)

    def _tell(self, findings: Iterable[Finding]) -> None:
        """In plain words; of several marks that were passed at once, the highest alone."""
        highest: dict[str, Finding] = {}
        for each in findings:
            if each.found.kind is Kind.COST_LIMIT:
                subject, _, mark = each.found.slot.rpartition(" ")
                key = f"{each.found.about} {subject}"
                before = highest.get(key)
                if before is None or int(before.found.slot.rpartition(" ")[2]) < int(mark):
                    highest[key] = each
            else:
                highest[each.id] = each
        for each in highest.values():
            said = each.found
            self._notices.tell(said.kind.in_words, said.reason, "finding", each.id, _first_sentence(said.reason))

    def _say_unwatched(self, looked: _Looked) -> None:
        for agent in looked.agents:
            ledger = looked.ledgers.get(agent.name)
            limit = agent.monthly_limit
            if limit is None or ledger is None or (ledger.costs is not None and ledger.in_pence(limit) is not None):
                continue
            used = {row.currency for row in ledger.rows if row.currency} | {limit.currency}
            missing = sorted(used - {ledger.currency, *(name for name, _ in _rates(looked))})
            title = f"{agent.name}'s limit isn't watched."
            body = f"There is no exchange rate for {' and '.join(missing)}. Set one on the page Money."
            self._notices.tell(title, body, "money", f"unwatched {_about(agent)} {' '.join(missing)}")


def _rates(looked: _Looked) -> tuple[tuple[str, Decimal], ...]:
    return looked.business.exchange_rates.rates if looked.business else ()


def _limits(looked: _Looked) -> Iterable[InContext]:
    for agent in looked.agents:
        ledger = looked.ledgers.get(agent.name)
        if ledger is None:
            continue
        for limit in _counted_limits(agent, ledger, looked):
            yield from _marks(looked, agent, ledger, limit)
        yield from _too_long(looked, agent)


@dataclass(frozen=True, slots=True)
class _Limit:
    """Something that is used up call by call, in whole units."""

    slot: str
    most: int
    used: Mapping[date, int]
    words: str
    """What there is of it: "its limit of £120.00"."""
    money: bool = False


def _counted_limits(agent: Agent, ledger: Ledger, looked: _Looked) -> Iterable[_Limit]:
    month = ledger.within(looked.month)
    pence = ledger.in_pence(agent.monthly_limit)
    if pence is not None and ledger.costs is not None and agent.monthly_limit is not None:
        used = ledger.costs_within(looked.month)
        yield _Limit("", pence, used, f"its limit of {agent.monthly_limit.in_words()}", money=True)
    calls: dict[date, int] = {}
    lasted: dict[date, int] = {}
    for row in month:
        calls[row.day] = calls.get(row.day, 0) + row.calls
        lasted[row.day] = lasted.get(row.day, 0) + row.milliseconds
    if agent.monthly_calls is not None:
        yield _Limit("calls ", agent.monthly_calls, calls, f"its {counted(agent.monthly_calls, 'call', 'calls')}")
    if agent.monthly_minutes is not None:
        words = f"its {counted(agent.monthly_minutes, 'minute', 'minutes')}"
        yield _Limit("minutes ", agent.monthly_minutes * 60_000, lasted, words)


def _marks(looked: _Looked, agent: Agent, ledger: Ledger, limit: _Limit) -> Iterable[InContext]:
    whole = sum(limit.used.values())
    passed = [mark for mark in MARKS if whole and whole >= mark * limit.most]
    for mark in passed:
        at, reached = _reached(looked, ledger, limit, mark * limit.most)
        amount = f": {ledger.money(reached).in_words()}" if limit.money else ""
        by = moment_in_words(at, looked.zone)
        reason = f"{agent.name} has used {_HOW_MUCH[mark]} of {limit.words} for {looked.today:%B}{amount} by {by}."
        slot = f"{looked.month.first:%Y-%m} {limit.slot}{int(mark * 100)}"
        # one that another has overtaken asks for nothing any more
        severity = Severity.NOTE if mark != passed[-1] else Severity.RED if mark == ALL else Severity.AMBER
        found = Found(Kind.COST_LIMIT, severity, reason, (), slot=slot, about=_about(agent))
        yield found, at, agent.name, agent.external_id, agent.connection


def _reached(looked: _Looked, ledger: Ledger, limit: _Limit, enough: Decimal) -> tuple[datetime, int]:
    """When a limit was reached so far: the start of the call that did it, and what had been used with it."""
    used, day = 0, looked.month.first
    for day in sorted(limit.used):
        if used + limit.used[day] >= enough:
            break
        used += limit.used[day]
    calls = sorted(
        stored.charged(looked.db, *Period(day, day).bounds(looked.zone), ledger.agent), key=lambda each: each.started_at
    )
    so_far = Decimal(used)
    for each in calls:
        if limit.money:
            so_far += ledger.pence(each.cost)
        else:
            so_far += 1 if limit.slot == "calls " else Decimal((each.seconds or 0) * 1000)
        if so_far >= enough:
            return each.started_at, int(so_far.to_integral_value())
    return (calls[-1].started_at if calls else start_of_day(day, looked.zone)), used + limit.used[day]


def _too_long(looked: _Looked, agent: Agent) -> Iterable[InContext]:
    if agent.longest_call is None:
        return
    bounds = looked.month.bounds(looked.zone)
    number, longest = stored.longer_than(looked.db, *bounds, agent.name, agent.longest_call * 60.0)
    if not number:
        return
    lasted = counted(round(longest / 60), "minute", "minutes")
    calls = f"{counted(number, 'call', 'calls')} in {looked.today:%B} lasted longer"
    reason = f"{agent.name}: {calls} than the {agent.longest_call} minutes you allow. The longest took {lasted}."
    slot = f"{looked.month.first:%Y-%m} length"
    about = _about(agent)
    found = Found(Kind.COST_LIMIT, Severity.AMBER, reason, (), slot=f"{slot} 0", about=about)
    yield found, _since_when(looked, found), agent.name, agent.external_id, agent.connection


def _paces(looked: _Looked) -> Iterable[InContext]:
    closed = closed_days(looked.business, looked.today)
    for agent in looked.agents:
        ledger = looked.ledgers.get(agent.name)
        limit = ledger.in_pence(agent.monthly_limit) if ledger else None
        if ledger is None or limit is None or agent.monthly_limit is None:
            continue
        spent, ends = ledger.spent(looked.month), ledger.forecast(looked.today, limit, closed)
        if spent is None or spent.minor >= limit or ends is None or ends.passed_on is None:
            continue
        reason = (
            f"At this pace {agent.name} passes its limit of {agent.monthly_limit.in_words()} on "
            f"{day_in_words(ends.passed_on)}. {looked.today:%B} will probably end between "
            f"{ledger.money(ends.low).in_words()} and {ledger.money(ends.high).in_words()}."
        )
        found = Found(
            Kind.COST_PACE, Severity.AMBER, reason, (), slot=f"{looked.month.first:%Y-%m}", about=_about(agent)
        )
        yield found, _since_when(looked, found), agent.name, agent.external_id, agent.connection


def _spikes(looked: _Looked) -> Iterable[InContext]:
    listed = {each.name: each for each in looked.agents}
    for name, ledger in looked.ledgers.items():
        agent = listed.get(name)
        if agent is None:
            continue
        for day in unusual_days(ledger, looked.today):
            explained = explain(looked.db, ledger, day, looked.zone)
            if explained is not None:
                found = spike_found(explained, agent.name, _about(agent))
                yield found, explained.first_at, agent.name, agent.external_id, agent.connection


def _since_when(looked: _Looked, found: Found) -> datetime:
    """Since when it is known, so that the matter stays where it is in the list."""
    before = stored_findings.get(looked.db, found.key)
    return looked.now if before is None else before.about_at


def _about(agent: Agent) -> str:
    """The same under another name, where the service has an id of it."""
    return f"agent {agent.connection or ''} {agent.external_id or agent.name}"


def _first_sentence(reason: str) -> str:
    head, _, _ = reason.partition(". ")
    return head if head.endswith(".") else f"{head}."
