"""The business as it stood: prices, hours and facts change, and what was said before is held against what was true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from agentdesk.domain.business import WEEKDAYS, Business, Fact, Service, Span
from agentdesk.domain.wording import listed, time_in_words

_WHOLE = ("hours", "nation", "closed_on_bank_holidays", "closures")
"""What is put right as one thing."""


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

    A fact, a service, the hours or what days are closed that the two have differently is put right in every earlier
    version as far back as it stood there as it does in the last one.
    """
    newest = versions[-1].business
    facts = {_key(each.topic): each for each in business.facts}
    services = {_key(each.name): each for each in business.services}
    slips = [each for each in newest.facts if facts.get(_key(each.topic), each) != each]
    wrong = [each for each in newest.services if services.get(_key(each.name), each) != each]
    whole = [each for each in _WHOLE if getattr(newest, each) != getattr(business, each)]
    kept: list[BusinessVersion] = [replace(versions[-1], business=business)]
    for version in reversed(versions[:-1]):
        stood = version.business
        slips = [each for each in slips if each in stood.facts]
        wrong = [each for each in wrong if each in stood.services]
        whole = [each for each in whole if getattr(stood, each) == getattr(newest, each)]
        right: dict[str, Any] = {each: getattr(business, each) for each in whole}
        stood = replace(
            stood,
            facts=tuple(facts[_key(each.topic)] if each in slips else each for each in stood.facts),
            services=tuple(services[_key(each.name)] if each in wrong else each for each in stood.services),
            **right,
        )
        kept.append(replace(version, business=stood))
    return tuple(reversed(kept))


def changed_since(
    versions: Sequence[BusinessVersion], business: Business, since: datetime, by: str
) -> tuple[BusinessVersion, ...]:
    """The versions, oldest first, with this business as it is now, and as it already was since that instant.

    What was written down of days before stays. At least one version.
    """
    place = sum(each.from_at <= since for each in versions)
    first = versions[0]
    if place == 0:
        # what was first written down counts for all days before, from now on only for those before this one
        before, later = [replace(first, from_at=since - timedelta(days=1))], versions[1:]
    else:
        before, later = list(versions[:place]), versions[place:]
    return (*before, *corrected((BusinessVersion(before[-1].business, since, by), *later), business))


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
