"""What the page Money says of each agent, and the words behind its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.call_mark import Mark
from agentdesk.domain.clock import Period
from agentdesk.domain.money import Money, total
from agentdesk.domain.spending import AgentMoney, Invoice, MoneyPage, Rate, Spike
from agentdesk.domain.spike import Part, Why
from agentdesk.domain.wording import counted, day_in_words, listed
from agentdesk.services.money.invoices import in_words
from agentdesk.services.money.spikes import headline, part_in_words
from agentdesk.services.services import Services
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import number_in_words, one_line

LONGEST_NAME = 80
MONTHS_BACK = 3
"""Invoices come late."""


@dataclass(frozen=True, slots=True)
class Read:
    """Everything the page shows."""

    page: MoneyPage
    invoices: tuple[Invoice, ...]
    services: tuple[tuple[str, str], ...]
    """Connections that may send an invoice, with what the owner calls them."""
    diary_known: bool


@dataclass(frozen=True, slots=True)
class CardWords:
    """An agent's month in words. `share` is of the limit, for the bar; None where there is none to show."""

    title: str
    figure: str
    caption: str
    state: State
    state_words: str
    share: float | None
    share_words: str
    sentences: tuple[str, ...]


class MoneyPresenter:
    """Reads and does. Runs in a job's thread."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def read(self) -> Read:
        services, invoices = self._services, self._services.invoices
        return Read(
            services.spending.page(),
            invoices.all_(),
            tuple(sorted(invoices.services().items())),
            services.freshness.diary_until() is not None,
        )

    def mark_spam(self, part: Part, by: str) -> None:
        self._services.marks.mark(part.calls, Mark.SPAM, by)

    def shorter_calls(self, card: AgentMoney) -> str:
        """For whoever runs the agent: to end calls sooner."""
        if card.agent is None:
            return ""
        name, allowed = card.agent.name, card.agent.longest_call
        now = self._services.limits.longest_call(card.agent)
        said = _tr("It goes on for up to {minutes} now.").format(minutes=_minutes(now)) if now else ""
        wanted = _minutes(allowed) if allowed else _tr("what an ordinary call needs")
        asked = _tr("please let no call of {name} last longer than {wanted}.").format(name=name, wanted=wanted)
        return _letter(f"{asked} {said}".strip(), self._services.businesses.owner())

    def claims(self, page: MoneyPage) -> str:
        """The list for the supplier, ready to be pasted."""
        return self._services.marks.as_table(month_of(page))


def month_of(page: MoneyPage) -> Period:
    return Period(page.today.replace(day=1), page.today)


def card_words(card: AgentMoney, page: MoneyPage, *, diary_known: bool) -> CardWords:
    """One agent's month."""
    month = f"{page.today:%B}"
    title = one_line(card.agent.name, LONGEST_NAME) if card.agent else _tr("Agents that aren't on your list")
    limit = card.agent.monthly_limit if card.agent else None
    state, state_words = _state(card, limit)
    if card.so_far is None:
        figure, caption = listed([each.in_words() for each in card.charged]), _unknown(limit, month)
    elif limit is None:
        figure = card.so_far.in_words()
        caption = _tr("so far in {month}. No limit is set.").format(month=month) if card.agent else ""
        caption = caption or _tr("so far in {month}").format(month=month)
    else:
        figure = card.so_far.in_words()
        caption = _tr("of {limit} so far in {month}").format(limit=limit.in_words(), month=month)
    used = (
        _tr("{share} of the limit is used").format(share=f"{100 * card.share:.0f} %") if card.share is not None else ""
    )
    said = tuple(_sentences(card, page, limit, diary_known=diary_known))
    return CardWords(title, figure, caption, state, state_words, card.share, used, said)


def _state(card: AgentMoney, limit: Money | None) -> tuple[State, str]:
    if card.unwatched:
        return State.LOOK, _tr("The limit isn't watched")
    if card.share is None or limit is None:
        return State.NOTE, ""
    if card.share >= 1:
        return State.ACT_NOW, _tr("The limit is used up")
    if card.passed_on is not None:
        return State.LOOK, _tr("Will pass the limit at this pace")
    if card.low is None:
        return State.TOO_EARLY, _tr("Too early to say where it ends")
    return State.ON_TARGET, _tr("Inside the limit")


def _unknown(limit: Money | None, month: str) -> str:
    said = _tr("so far in {month}. There is no exchange rate for it yet").format(month=month)
    if limit is None:
        return f"{said}."
    return _tr("{said}, so your limit of {limit} is not watched.").format(said=said, limit=limit.in_words())


def _sentences(card: AgentMoney, page: MoneyPage, limit: Money | None, *, diary_known: bool) -> list[str]:
    month = f"{page.today:%B}"
    said = []
    if card.low is not None and card.high is not None:
        low, high = card.low.in_words(), card.high.in_words()
        ends = _tr("{month} will probably end between {low} and {high}.").format(month=month, low=low, high=high)
        said.append(ends if low != high else _tr("{month} will end at about {low}.").format(month=month, low=low))
    elif card.so_far is not None and card.calls:
        said.append(_tr("It is too early to say where the month ends: less than a week of calls is here."))
    if card.passed_on is not None and limit is not None:
        day = day_in_words(card.passed_on)
        words = (
            _tr("The limit of {limit} was passed on {day}.")
            if card.share is not None and card.share >= 1
            else _tr("At this pace the limit of {limit} is passed on {day}.")
        )
        said.append(words.format(limit=limit.in_words(), day=day))
    if card.calls:
        said.append(_bought(card, month, diary_known=diary_known))
    converted = [_at_rate(card, each) for each in page.rates if each.rate and _charged_in(card, each.currency)]
    said += converted
    rest = _charged_in(card, card.so_far.currency) if converted and card.so_far else None
    if rest is not None:
        said.append(
            _tr("The rest, {cost}, was charged in {currency}.").format(cost=rest.in_words(), currency=rest.currency)
        )
    if card.not_reported:
        calls = counted(card.not_reported, _tr("call"), _tr("calls"))
        said.append(_tr("What {calls} cost isn't reported.").format(calls=calls))
    return said


def _bought(card: AgentMoney, month: str, *, diary_known: bool) -> str:
    """What the money went on: so many calls and bookings, and what one of them comes to."""
    bought = counted(card.calls, _tr("call"), _tr("calls"))
    if diary_known:
        bookings = counted(card.bookings, _tr("booking"), _tr("bookings"))
        bought = _tr("{calls} and {bookings}").format(calls=bought, bookings=bookings)
    said = _tr("{bought} in {month}").format(bought=bought, month=month)
    if card.so_far is not None and card.so_far.minor:
        said = _tr("{said}: {cost} a call").format(said=said, cost=_part(card.so_far, card.calls))
        if card.bookings:
            said = _tr("{said}, {cost} a booking").format(said=said, cost=_part(card.so_far, card.bookings))
    return f"{said}." if diary_known else _tr("{said}. Bookings aren't known: no diary is connected.").format(said=said)


def whole_in_words(page: MoneyPage) -> str:
    """What all cards together came to; nothing where that can't be said. It is what the page Today says."""
    if page.whole is None:
        return ""
    said = _tr("{cost} in all so far.").format(cost=page.whole.in_words())
    sums = total(each.so_far for each in page.agents if each.so_far)
    if sums == (page.whole,):
        return said
    rounded = _tr("Each sum below is rounded to whole pence, so together they make {cost}.")
    return f"{said} {rounded.format(cost=sums[0].in_words())}" if sums else said


def _part(whole: Money, number: int) -> str:
    return Money.of(whole.amount / number, whole.currency).in_words()


def _charged_in(card: AgentMoney, currency: str) -> Money | None:
    return next((each for each in card.charged if each.currency == currency), None)


def _at_rate(card: AgentMoney, rate: Rate) -> str:
    charged = _charged_in(card, rate.currency)
    words = _tr("The service charged {charged}, counted at {rate} for 1 {currency}").format(
        charged=charged.in_words() if charged else "", rate=rate.rate, currency=rate.currency
    )
    if rate.as_of is None:
        return f"{words}."
    return _tr("{words}, the rate of {day}.").format(words=words, day=day_in_words(rate.as_of, with_year=True))


def stop_words(card: AgentMoney) -> tuple[str, ...]:
    """Each limit with what happens there."""
    said = []
    for each in card.stops:
        used = _tr(", {used} used").format(used=each.used) if each.used and each.what != "money" else ""
        said.append(f"{each.limit}{used}. {each.words}")
    return tuple(said)


def spike_words(card: AgentMoney, spike: Spike) -> str:
    """Like "Daisy has cost £31.00 more than a normal Wednesday", with the day."""
    name = one_line(card.agent.name, LONGEST_NAME) if card.agent else _tr("It")
    return f"{day_in_words(spike.day)}: {headline(name, spike.more, spike.day)}"


def part_words(part: Part, currency: str) -> tuple[str, str]:
    """How much a part adds to a day, and what it consists of."""
    return Money(part.more, 2, currency).in_words(), part_in_words(part)


def can_be_blocked(part: Part) -> bool:
    return part.why is Why.NUMBER


def went_on_for_long(part: Part) -> bool:
    return part.why is Why.LONG or part.longer > 0


def blocking_steps(part: Part) -> str:
    """How to keep a number from ringing again. The number shows: the owner has asked for it."""
    if part.caller is None:
        return "\n".join(
            (
                _tr("1. Ask your phone company to turn away callers who withhold their number."),
                _tr("2. Mind that doctors, banks and councils often withhold theirs too."),
                _tr("3. If it can't, ask whoever runs your agent whether the agent can end such calls."),
            )
        )
    number = number_in_words(part.caller)
    return "\n".join(
        (
            _tr("1. Ask your phone company to block {number}, on its website or by phone.").format(number=number),
            _tr("2. If it can't, ask whoever runs your agent to block that number where the agent answers."),
            _tr("3. Look here again tomorrow: if it still rings, ring your phone company."),
        )
    )


def top_up_steps() -> str:
    """How to see whether a service goes on charging by itself."""
    return "\n".join(
        (
            _tr("1. Sign in where your agent runs, and open its page for billing."),
            _tr("2. Look whether it takes more from your card by itself. That can't be seen from here."),
            _tr("3. Turn it off only with care: calls fail when the balance runs out."),
        )
    )


def claims_words(page: MoneyPage) -> str:
    """How many calls of the month are to be claimed back."""
    month = f"{page.today:%B}"
    if not page.marked:
        nothing = _tr("No call of {month} is marked as spam, a test or a wrong number. A call's own page can mark it.")
        return nothing.format(month=month)
    cost = listed([each.in_words() for each in page.marked_cost])
    calls = counted(page.marked, _tr("call"), _tr("calls"))
    said = _tr("{calls} of {month} were spam or tests").format(calls=calls, month=month)
    told = f"{said}, {cost}." if cost else f"{said}."
    return f"{told} {_tr('They are left out of every measure. Your supplier may give money back for them.')}"


def invoice_words(invoice: Invoice, services: tuple[tuple[str, str], ...]) -> str:
    """An invoice beside what was counted."""
    called = one_line(dict(services).get(invoice.connection, invoice.connection), LONGEST_NAME)
    return f"{invoice.month:%B %Y}, {called}: {in_words(invoice)}"


def months(today: date) -> tuple[tuple[date, str], ...]:
    """The months that an invoice may be for, the last one first."""
    found = []
    first = today.replace(day=1)
    for _ in range(MONTHS_BACK):
        found.append((first, f"{first:%B %Y}"))
        first = (first - timedelta(days=1)).replace(day=1)
    return (*found[1:], found[0])


def _minutes(number: int) -> str:
    return counted(number, _tr("minute"), _tr("minutes"))


def _letter(body: str, owner: str) -> str:
    return "\n".join([_tr("Hello,"), "", body, "", _tr("Thank you"), owner])


def _tr(words: str) -> str:
    return QCoreApplication.translate("Money", words)
