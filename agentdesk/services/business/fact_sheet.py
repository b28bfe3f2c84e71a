"""The fact sheet as the owner keeps it: what the agent may say, what a service costs, and what was said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from agentdesk.domain.business import Business, Fact
from agentdesk.domain.errors import Sorry
from agentdesk.domain.history import FactChange, changes
from agentdesk.domain.money import read_amount
from agentdesk.services.business.businesses import BusinessService


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of the sheet: a fact, or the price of a service (which has none while `says` is empty)."""

    topic: str
    says: str
    is_price: bool


@dataclass(frozen=True, slots=True)
class SheetChange:
    """Something that is otherwise since an instant; calls from before are held against what it was."""

    change: FactChange
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines as they are, and everything that changed, the latest first."""

    lines: tuple[SheetLine, ...]
    changed: tuple[SheetChange, ...]


class FactSheetService:
    """Changes the fact sheet; the history of the business remembers how it was."""

    def __init__(self, businesses: BusinessService) -> None:
        self._businesses = businesses

    def sheet(self) -> Sheet:
        """The lines and their history; empty while the business isn't set up."""
        versions = self._businesses.history()
        if not versions:
            return Sheet((), ())
        business = versions[-1].business
        facts = [SheetLine(each.topic, each.says, is_price=False) for each in business.facts]
        prices = [
            SheetLine(each.name, each.price.in_words() if each.price else "", is_price=True)
            for each in business.services
        ]
        changed = [
            SheetChange(change, now.from_at, now.by)
            for was, now in pairwise(versions)
            for change in changes(was.business, now.business)
        ]
        return Sheet((*prices, *facts), tuple(reversed(changed)))

    def say(self, topic: str, says: str, by: str, *, slip: bool = False) -> None:
        """Adds a fact, or changes the one of that topic. `slip`: what stood there never was so.

        Raises Sorry without a topic or without words.
        """
        topic, says = topic.strip(), says.strip()
        if not topic or not says:
            raise Sorry("Write what it is about, and what the agent should say.")

        def changed(business: Business) -> Business:
            facts = [Fact(each.topic, says) if _same(each.topic, topic) else each for each in business.facts]
            if not any(_same(each.topic, topic) for each in facts):
                facts.append(Fact(topic, says))
            return replace(business, facts=tuple(facts))

        self._change(changed, by, slip=slip)

    def take_away(self, topic: str, by: str) -> None:
        """Takes a fact off the sheet from now on."""
        self._change(
            lambda business: replace(
                business, facts=tuple(each for each in business.facts if not _same(each.topic, topic))
            ),
            by,
        )

    def price(self, service: str, amount: str, by: str, *, slip: bool = False) -> None:
        """What a service costs; nothing typed takes its price away. Raises Sorry for what is no amount."""

        def changed(business: Business) -> Business:
            try:
                price = read_amount(amount, business.currency) if amount.strip() else None
            except ValueError as wrong:
                raise Sorry(str(wrong)) from None
            if price is not None and price.currency != business.currency:
                raise Sorry(f"Prices here are in {business.currency}.")
            services = tuple(
                replace(each, price=price) if _same(each.name, service) else each for each in business.services
            )
            return replace(business, services=services)

        self._change(changed, by, slip=slip)

    def _change(self, changed: Callable[[Business], Business], by: str, *, slip: bool = False) -> None:
        business = self._businesses.current()
        if business is None:
            raise Sorry("Set up your business first, so that there is a fact sheet.")
        self._businesses.save(changed(business), by, as_it_always_was=slip)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
