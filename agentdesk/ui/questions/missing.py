"""What is wrong with an answer about the business: a sentence beside its field, or nothing."""

from __future__ import annotations

from collections.abc import Iterable

from agentdesk.domain.business import Business, Person


def in_the_name(business: Business) -> str:
    return "" if business.name.strip() else "Write the name of your business."


def in_the_closures(business: Business) -> str:
    turned = any(each.last < each.first for each in business.closures)
    return "One of the closed spells ends before it begins." if turned else ""


def in_the_services(business: Business) -> str:
    names = [_key(each.name) for each in business.services]
    if "" in names:
        return "One of the lines has no name. Write one, or take the line out."
    return "Two lines have the same name." if len(set(names)) < len(names) else ""


def in_the_people(owner: str, others: Iterable[Person]) -> str:
    names = [_key(owner), *(_key(each.name) for each in others)]
    return "Two people have the same name. Add a surname or an initial." if len(set(names)) < len(names) else ""


def in_the_day(business: Business) -> str:
    return "" if business.review_weekday is not None else "Choose the day on which you'll look."


def in_the_reviewer(business: Business) -> str:
    return "" if (business.reviewer or "").strip() else "Say who looks."


def _key(name: str) -> str:
    return name.strip().casefold()
