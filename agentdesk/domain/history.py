"""The business as it stood: prices, hours and facts change, and what was said before is held against what was true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.business import WEEKDAYS, Business, Fact, Service, Span
from agentdesk.domain.wording import listed, time_in_words


@dataclass(frozen=True, slots=True)
class BusinessVersion:
    """The business from an instant on, until the next version."""

    business: Business
    from_at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class FactChange:
    """Something a caller may be told that is otherwise now; `was` or `now` is empty where it is new or gone."""

    topic: str
    was: str
    now: str


def as_of(versions: Sequence[BusinessVersion], at: datetime) -> Business:
    """The business at an instant, from its versions, oldest first, at least one.

    What nobody had written down yet counts as it was first written down: a fact that is added did not become true
    that day. What was written down counts only until it was changed.
    """
    place = max((number for number, each in enumerate(versions) if each.from_at <= at), default=0)
    stood = versions[place].business
    topics = {_key(fact.topic) for each in versions[: place + 1] for fact in each.business.facts}
    priced = {
        _key(one.name): one for each in versions[: place + 1] for one in each.business.services if one.price is not None
    }
    facts: list[Fact] = list(stood.facts)
    services: list[Service] = list(stood.services)
    for later in versions[place + 1 :]:
        for fact in later.business.facts:
            if _key(fact.topic) not in topics:
                topics.add(_key(fact.topic))
                facts.append(fact)
        for service in later.business.services:
            if service.price is not None and _key(service.name) not in priced:
                priced[_key(service.name)] = service
                services = [each for each in services if _key(each.name) != _key(service.name)] + [service]
        if not any(stood.hours):
            stood = replace(stood, hours=later.business.hours)
    # the zone tells on which day a call was, which is one thing for all of them
    newest = versions[-1].business
    return replace(stood, facts=tuple(facts), services=tuple(services), timezone=newest.timezone)


def corrected(versions: Sequence[BusinessVersion], business: Business) -> tuple[BusinessVersion, ...]:
    """The versions as they would be if a slip had never been made: the last one is this business now.

    A fact, a service or the hours that the two have differently are put right in every earlier version as far back
    as they stood there as they do in the last one.
    """
    newest = versions[-1].business
    facts = {_key(each.topic): each for each in business.facts}
    services = {_key(each.name): each for each in business.services}
    slips = [each for each in newest.facts if facts.get(_key(each.topic), each) != each]
    wrong = [each for each in newest.services if services.get(_key(each.name), each) != each]
    hours = newest.hours != business.hours
    kept: list[BusinessVersion] = [replace(versions[-1], business=business)]
    for version in reversed(versions[:-1]):
        stood = version.business
        slips = [each for each in slips if each in stood.facts]
        wrong = [each for each in wrong if each in stood.services]
        hours = hours and stood.hours == newest.hours
        stood = replace(
            stood,
            facts=tuple(facts[_key(each.topic)] if each in slips else each for each in stood.facts),
            services=tuple(services[_key(each.name)] if each in wrong else each for each in stood.services),
            hours=business.hours if hours else stood.hours,
        )
        kept.append(replace(version, business=stood))
    return tuple(reversed(kept))


def changes(old: Business, new: Business) -> Iterator[FactChange]:
    """What an agent would have to tell callers otherwise: facts, prices and the hours of a weekday."""
    yield from _changed({each.topic: each.says for each in old.facts}, {each.topic: each.says for each in new.facts})
    yield from _changed(_prices(old), _prices(new))
    yield from _changed(_hours(old), _hours(new))


def says(business: Business) -> dict[str, str]:
    """All that callers may be told, by topic."""
    nothing = replace(business, facts=(), services=(), hours=((),) * len(WEEKDAYS))
    return {each.topic: each.now for each in changes(nothing, business)}


def weekday_of(topic: str) -> int | None:
    """The weekday, Monday 0, whose opening hours a topic is about; None for any other topic."""
    return next((at for at, each in enumerate(WEEKDAYS) if _DAY_NAMES[each] == topic), None)


def _changed(old: dict[str, str], new: dict[str, str]) -> Iterator[FactChange]:
    before = {_key(each): says for each, says in old.items()}
    after = {_key(each): says for each, says in new.items()}
    for topic in dict.fromkeys([*new, *(each for each in old if _key(each) not in after)]):
        was, now = before.get(_key(topic), ""), after.get(_key(topic), "")
        if was.strip() != now.strip():
            yield FactChange(topic, was, now)


def _prices(business: Business) -> dict[str, str]:
    return {each.name: each.price.in_words() for each in business.services if each.price is not None}


def _hours(business: Business) -> dict[str, str]:
    return {
        day: listed([_span(each) for each in spans]) if spans else "closed"
        for day, spans in zip((_DAY_NAMES[each] for each in WEEKDAYS), business.hours, strict=True)
        if any(business.hours)
    }


def _span(span: Span) -> str:
    return f"{time_in_words(span.start)} to {time_in_words(span.end)}"


_DAY_NAMES = {
    "mon": "Opening hours on Mondays",
    "tue": "Opening hours on Tuesdays",
    "wed": "Opening hours on Wednesdays",
    "thu": "Opening hours on Thursdays",
    "fri": "Opening hours on Fridays",
    "sat": "Opening hours on Saturdays",
    "sun": "Opening hours on Sundays",
}


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
