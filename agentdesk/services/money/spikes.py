"""Finds the days that cost unusually much, and says why in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.clock import Period
from agentdesk.domain.finding import Changed, Found, Kind, Severity
from agentdesk.domain.money import Money
from agentdesk.domain.spike import WEEKS, Costly, Part, Why, is_unusual, normal_day, parts
from agentdesk.domain.wording import counted
from agentdesk.services.money.ledger import LOOKED_AT, Ledger
from agentdesk.store import spending as stored

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database


@dataclass(frozen=True, slots=True)
class Explained:
    """A dear day: what it cost, what is normal, and why. `first_at` is when its first call began."""

    day: date
    cost: Money
    normal: Money
    parts: tuple[Part, ...]
    first_at: datetime


def unusual_days(ledger: Ledger, today: date) -> Iterable[date]:
    """The last days that cost far more than such a weekday does."""
    costs = ledger.costs or {}
    for back in range(LOOKED_AT.days, -1, -1):
        day = today - timedelta(days=back)
        if is_unusual(costs, ledger.since, day):
            yield day


def explain(db: Database, ledger: Ledger, day: date, zone: ZoneInfo) -> Explained | None:
    """Why a day cost more than is normal; None where nothing is known to compare it with."""
    costs = ledger.costs or {}
    normal = normal_day(costs, ledger.since, day)
    calls = stored.charged(db, *Period(day, day).bounds(zone), ledger.agent)
    if normal is None or not calls:
        return None
    before = [day - timedelta(days=7 * back) for back in range(1, WEEKS + 1)]
    known = [each for each in before if each >= ledger.since]
    usual = [call for each in known for call in stored.charged(db, *Period(each, each).bounds(zone), ledger.agent)]
    cost = costs.get(day, 0)
    why = parts(_costly(ledger, calls), _costly(ledger, usual), len(known), cost, normal)
    first_at = min(each.started_at for each in calls)
    return Explained(day, ledger.money(cost), ledger.money(normal), why, first_at)


def spike_found(explained: Explained, agent: str, about: str) -> Found:
    """The matter: how much more, and the parts that add up to it."""
    more = Money(explained.cost.minor - explained.normal.minor, 2, explained.cost.currency)
    currency = more.currency
    said = [f"{_amount(each.more, currency)} for {part_in_words(each)}" for each in explained.parts]
    reason = f"{headline(agent, more, explained.day)} {'; '.join(said)}."
    evidence = tuple(
        Changed(
            part_in_words(each), Money(each.usual, 2, currency).in_words(), Money(each.cost, 2, currency).in_words()
        )
        for each in explained.parts
    )
    return Found(Kind.COST_SPIKE, Severity.AMBER, reason, evidence, slot=explained.day.isoformat(), about=about)


def headline(agent: str, more: Money, day: date) -> str:
    """Like "Daisy has cost £31.00 more than a normal Wednesday"."""
    return f"{agent} has cost {more.in_words()} more than a normal {day:%A}."


def part_in_words(part: Part) -> str:
    """What a part consists of: "14 calls from one number, 3 of them over 40 minutes"."""
    number = len(part.calls)
    calls = counted(number, "call", "calls")
    usual = f"{part.usual_calls} {'is' if part.usual_calls == 1 else 'are'} usual"
    words = {
        Why.NUMBER: f"{calls} from {'one number' if part.caller else 'withheld numbers'}",
        Why.PUT_THROUGH: f"{calls} put through to a person, where both legs may be charged",
        Why.LONG: f"{calls} that went on for long",
        Why.BUSIER: f"a busier day: {counted(number, 'other call', 'other calls')}, {usual}",
        Why.DEARER: f"the other {calls}, which cost more than usual" if number else "rounding to whole pence",
        Why.QUIETER: f"a quieter rest of the day: {counted(number, 'other call', 'other calls')}, {usual}",
    }[part.why]
    if part.longer and part.why in (Why.NUMBER, Why.PUT_THROUGH, Why.LONG):
        words += f", {part.longer if part.longer < number else 'all'} of them over {part.minutes} minutes"
    return words


def _amount(pence: int, currency: str) -> str:
    return Money(pence, 2, currency).in_words()


def _costly(ledger: Ledger, calls: Iterable[stored.ChargedCall]) -> list[Costly]:
    return [
        Costly(each.id, each.caller or None, each.seconds, ledger.pence(each.cost), each.put_through) for each in calls
    ]
