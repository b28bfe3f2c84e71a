"""What a trade usually needs: hours, services, when to pass to a person. Data of `resources/starters`."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from agentdesk.domain.brief import Brief, PassToPerson, Task, usually_asked
from agentdesk.domain.business import Business, Trade
from agentdesk.domain.money import Money


@dataclass(frozen=True, slots=True)
class Starter:
    """A starting point that the owner changes. The business has no name yet, the rules no person."""

    trade: Trade
    name: str
    business: Business
    brief: Brief
    notes: tuple[str, ...]


def load_starter(folder: Path, trade: Trade) -> Starter:
    """The starter of a trade, from its file in the folder."""
    # pydantic takes longer to import than the first window may take to appear
    from agentdesk.services.setup.setup_file import BriefPart, BusinessPart

    plain = json.loads((folder / f"{trade.value}.json").read_text(encoding="utf-8"))
    business = BusinessPart.model_validate({**plain["business"], "name": plain["name"], "trade": trade.value})
    return Starter(
        trade,
        plain["name"],
        replace(business.to_domain(), name=""),
        BriefPart.model_validate(plain["brief"]).to_domain(),
        tuple(plain["notes"]),
    )


def emergency_words(folder: Path, trade: Trade) -> tuple[str, ...]:
    """What callers of a trade say in an emergency, whatever an agent's brief lists."""
    return tuple(json.loads((folder / f"{trade.value}.json").read_text(encoding="utf-8"))["emergency_words"])


def filled_in(
    brief: Brief, *, agent: str, person: str, owner: str, within_minutes: int, high_value: Money | None
) -> Brief:
    """A starter's brief with the owner's own people and amount in it."""
    amount = high_value.in_words().removesuffix(".00") if high_value else "the amount you set"

    def rule(each: PassToPerson) -> PassToPerson:
        when = each.when.replace("£{high_value}", amount).replace("{high_value}", amount)
        return replace(each, when=when, who=each.who or person, within_minutes=min(each.within_minutes, within_minutes))

    def task(each: Task) -> Task:
        names = {"{agent}": agent, "{person}": person, "{owner}": owner}
        return replace(
            each,
            first_owners=tuple(names.get(one, one) for one in each.first_owners),
            then=names.get(each.then, each.then),
        )

    rules = tuple(rule(each) for each in brief.pass_to_a_person)
    return replace(
        brief,
        pass_to_a_person=rules,
        ask_first=brief.ask_first or usually_asked(rules),
        tasks=tuple(task(each) for each in brief.tasks),
    )
