"""Money in the business's own currency, and what it says about a limit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from agentdesk.domain.business import Business
from agentdesk.domain.money import Money, total
from agentdesk.services.money.ledger import exchange


def in_business_money(costs: Iterable[Money], business: Business) -> Money | None:
    """The sum in the business's currency, rounded once to its pence; None when part of it has no exchange rate."""
    charged = total(costs)
    currency, rates = exchange((each.currency for each in charged), business)
    if rates is None:
        return None
    return Money.of(sum((each.amount * rates[each.currency] for each in charged), Decimal(0)), currency)


def limit_sentence(limit: Money | None, spent: Money | None, month: str) -> str:
    """What was spent this month against the limit, in a sentence."""
    if spent is None:
        return f"The limit for {month} isn't watched: there is no exchange rate for what the service charges in."
    if limit is None:
        return f"{spent.in_words()} so far in {month}. No limit is set."
    if limit.amount == 0:
        return f"{spent.in_words()} so far in {month}, with a limit of nothing."
    share = spent.amount / limit.amount
    words = f"{spent.in_words()} of {limit.in_words()} so far in {month}."
    return f"{words} That is over the limit." if share > 1 else words
