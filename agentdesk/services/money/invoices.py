"""After the invoice: what a service asked for, beside what was counted here, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.forecast import month_after
from agentdesk.domain.money import Money, read_amount, total
from agentdesk.domain.spending import Invoice, InvoiceLine
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.money.ledger import exchange
from agentdesk.store import connections, documents
from agentdesk.store import spending as stored
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

KEPT = "invoices"
MOST_LINES = 20


class InvoiceService:
    """Keeps invoices, one for each service and month."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes

    def all_(self) -> tuple[Invoice, ...]:
        """The newest month first."""
        with self._store.reading() as db:
            return _kept(db)

    def services(self) -> dict[str, str]:
        """What may send an invoice: every connection that calls were charged by, with what the owner calls it."""
        with self._store.reading() as db:
            return {each.name: each.title or each.name for each in connections.all_(db)}

    def keep(self, connection: str, month: date, typed: str, by: str) -> Invoice:
        """The invoice's total as somebody typed it. Typed again for the same month, it takes the other one's place.

        Raises Sorry where the amount can't be read, or can't be compared with what was counted.
        """
        business = self._businesses.current()
        try:
            asked = read_amount(typed, business.currency if business else "GBP")
        except ValueError as problem:
            raise Sorry(str(problem)) from problem
        first = month.replace(day=1)
        with self._store.writing() as db:
            invoice = Invoice(
                connection,
                first,
                asked,
                self._counted(db, connection, first, asked.currency),
                (),
                self._clock.now(),
                by,
            )
            others = [each for each in _kept(db) if (each.connection, each.month) != (connection, first)]
            documents.put(db, KEPT, [invoice, *others])
        self._changes.publish(Subject.CALLS)
        return invoice

    def explain(self, invoice: Invoice, lines: Sequence[tuple[str, str]]) -> Invoice:
        """What the difference consists of, in the owner's words, each with its amount as it was typed. Raises Sorry."""
        said: list[InvoiceLine] = []
        for words, typed in lines[:MOST_LINES]:
            if not words.strip():
                raise Sorry("Say in a few words what this part is for.")
            less = typed.strip().startswith(("-", "−"))
            try:
                amount = read_amount(typed.strip().lstrip("-−"), invoice.total.currency)
            except ValueError as problem:
                raise Sorry(str(problem)) from problem
            if amount.currency != invoice.total.currency:
                raise Sorry("Write this amount in the money of the invoice.")
            said.append(InvoiceLine(words.strip(), replace(amount, minor=-amount.minor) if less else amount))
        explained = replace(invoice, lines=tuple(said))
        with self._store.writing() as db:
            same = (invoice.connection, invoice.month)
            documents.put(
                db, KEPT, [explained if (each.connection, each.month) == same else each for each in _kept(db)]
            )
        self._changes.publish(Subject.CALLS)
        return explained

    def message(self, invoice: Invoice) -> str:
        """What to send where a difference can't be explained."""
        asked = f"your invoice for {invoice.month:%B %Y} comes to {invoice.total.in_words()}."
        counted = f"By your own figures for each call, I count {invoice.counted.in_words()}."
        left = f"I can't explain {invoice.unexplained.in_words()} of it. Please tell me what this is for."
        return "\n".join(["Hello,", "", f"{asked} {counted} {left}", "", "Thank you", self._businesses.owner()])

    def _counted(self, db: Database, connection: str, first: date, currency: str) -> Money:
        """What the calls of a month cost, in the invoice's currency."""
        rows = stored.days(db, first, month_after(first) - timedelta(days=1))
        costs = total(cost for row in rows if row.connection == connection and (cost := row.cost))
        ours, rates = exchange({each.currency for each in costs}, self._businesses.current())
        if all(each.currency == currency for each in costs):
            rates = {currency: Decimal(1)}
        elif rates is None or ours != currency:
            asked = " and ".join(each.currency for each in costs)
            raise Sorry(f"The calls were charged in {asked}. Write the invoice in that money, or set an exchange rate.")
        return Money.of(sum((each.amount * rates[each.currency] for each in costs), Decimal(0)), currency)


def in_words(invoice: Invoice) -> str:
    """Like "Invoice £118.40. I counted £117.92. Difference £0.48: £0.48 number rental"."""
    said = f"Invoice {invoice.total.in_words()}. I counted {invoice.counted.in_words()}."
    if not invoice.difference.minor:
        return f"{said} They are the same."
    said += f" Difference {invoice.difference.in_words()}"
    said += f": {', '.join(_line(each) for each in invoice.lines)}." if invoice.lines else "."
    if not invoice.unexplained.minor:
        return said
    return f"{said} {f'{invoice.unexplained.in_words()} of it' if invoice.lines else 'It'} isn't explained yet."


def _line(line: InvoiceLine) -> str:
    return f"{line.amount.in_words()} {line.words}"


def _kept(db: Database) -> tuple[Invoice, ...]:
    found = documents.get(db, KEPT, tuple[Invoice, ...]) or ()
    return tuple(sorted(found, key=lambda each: (each.month, each.connection), reverse=True))
