"""What was said about the business, in lines one can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.business import Business, Closure, Nation, Person, Service, Span
from agentdesk.domain.money import Money
from agentdesk.domain.wording import day_in_words, listed, time_in_words
from agentdesk.ui.questions.people import role_in_words
from agentdesk.ui.questions.trades import trade_in_words
from agentdesk.ui.screens.business.parts import Part
from agentdesk.ui.widgets.telling import joined, one_line

MOST_LINES = 20
"""Of one part; the form has them all."""


def help_of(part: Part) -> str:
    """What the form of a part says above its fields; nothing where the question says it."""
    return {
        Part.HOURS: _tr("A booking outside your hours, over lunch or on a closed day is shown to you."),
        Part.SERVICES: _tr("Call them what your diary calls them. Leave the price empty where there is no fixed one."),
    }.get(part, "")


def unheard_in_words(changes: int) -> str:
    """How many changes no agent was heard to know."""
    if changes == 1:
        return _tr("One change hasn't been heard from the agent that should know it.")
    return _tr("{number} changes haven't been heard from the agents that should know them.").format(number=changes)


def who_lines(business: Business) -> tuple[str, ...]:
    return (one_line(business.name, 120), trade_in_words(business.trade))


def hours_lines(business: Business, today: date, next_holiday: tuple[date, str] | None) -> tuple[str, ...]:
    """The week, whose bank holidays count, and the closed days that are not over."""
    coming = [_closure(each) for each in sorted(business.closures, key=_begins) if each.last >= today]
    return (
        *(_week(business) if any(business.hours) else [_tr("Your opening hours aren't filled in.")]),
        _holidays(business, next_holiday),
        *_first(coming),
    )


def service_lines(business: Business) -> tuple[str, ...]:
    lines = [_service(each) for each in business.services]
    return _first(lines) or (_tr("Nothing can be booked yet."),)


def people_lines(people: Sequence[Person]) -> tuple[str, ...]:
    return _first([joined((one_line(each.name, 80), role_in_words(each.role))) for each in people])


def review_lines(business: Business) -> tuple[str, ...]:
    if business.review_weekday is None:
        return (_tr("No day is chosen. Without one nobody keeps an eye on anything."),)
    words = _tr("{day} at {time}").format(
        day=day_names()[business.review_weekday] + _tr("s"), time=time_in_words(business.review_time)
    )
    return (joined((words, one_line(business.reviewer or "", 80) or _tr("nobody is named"))),)


def day_names() -> tuple[str, ...]:
    return (
        _tr("Monday"),
        _tr("Tuesday"),
        _tr("Wednesday"),
        _tr("Thursday"),
        _tr("Friday"),
        _tr("Saturday"),
        _tr("Sunday"),
    )


def _week(business: Business) -> Iterator[str]:
    """Days in a row that are alike stand on one line."""
    names, at = day_names(), 0
    while at < len(names):
        end = at
        while end + 1 < len(names) and business.hours[end + 1] == business.hours[at]:
            end += 1
        between = _tr("{first} and {last}") if end == at + 1 else _tr("{first} to {last}")
        days = names[at] if end == at else between.format(first=names[at], last=names[end])
        spans = [_span(each) for each in business.hours[at]]
        yield _tr("{days}: {hours}").format(days=days, hours=listed(spans) if spans else _tr("closed"))
        at = end + 1


def _span(span: Span) -> str:
    if span.start == span.end:
        return _tr("all day and night")
    return _tr("{start} to {end}").format(start=time_in_words(span.start), end=time_in_words(span.end))


def _holidays(business: Business, next_holiday: tuple[date, str] | None) -> str:
    nation = {
        Nation.ENGLAND_AND_WALES: _tr("England and Wales"),
        Nation.SCOTLAND: _tr("Scotland"),
        Nation.NORTHERN_IRELAND: _tr("Northern Ireland"),
    }[business.nation]
    if not business.closed_on_bank_holidays:
        return _tr("Open on the bank holidays of {nation}.").format(nation=nation)
    words = _tr("Closed on the bank holidays of {nation}.").format(nation=nation)
    if next_holiday is None:
        return words
    day, name = next_holiday
    following = _tr("The next one is {day}, {name}.").format(day=day_in_words(day, with_year=True), name=name)
    return f"{words} {following}"


def _closure(closure: Closure) -> str:
    days = day_in_words(closure.first)
    if closure.last != closure.first:
        days = _tr("{first} to {last}").format(first=days, last=day_in_words(closure.last, with_year=True))
    return _tr("Closed {days}").format(days=joined((days, one_line(closure.why, 80))))


def _service(service: Service) -> str:
    parts = (
        one_line(service.name, 120),
        _tr("{minutes} minutes").format(minutes=service.minutes),
        _price(service.price),
        _tr("{number} at a time").format(number=service.capacity) if service.capacity > 1 else "",
    )
    return joined(parts)


def _price(price: Money | None) -> str:
    if price is None:
        return _tr("no fixed price")
    return price.in_words() if price.amount else _tr("free")


def _first(lines: Sequence[str]) -> tuple[str, ...]:
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], *((_tr("{number} more").format(number=more),) if more > 0 else ()))


def _begins(closure: Closure) -> date:
    return closure.first


def _tr(words: str) -> str:
    return QCoreApplication.translate("Business", words)
