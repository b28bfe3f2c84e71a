"""What the first run's questions need before one may go on, and what a trade fills in by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from agentdesk.domain.business import CLOSED_ALL_WEEK, Business
from agentdesk.services.setup.first_run import STEPS, Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions import missing

T = TypeVar("T")

EXAMPLE = "example"
"""Asked after the first question; it has no number."""
DONE = "done"
MUST_ANSWER = frozenset({"who", "pass", "review"})
"""Without these nobody keeps an eye on anything, so they cannot wait."""


def steps_of(draft: Draft) -> tuple[str, ...]:
    """The questions that have a number. A limit belongs to an agent: without one it isn't asked for."""
    return tuple(each for each in STEPS if each != "money" or "agent" not in draft.skipped)


def pages_of(draft: Draft) -> tuple[str, ...]:
    """Every page in order, from the first question to the finished brief."""
    steps = steps_of(draft)
    return (steps[0], EXAMPLE, *steps[1:], DONE)


def after(page: str, draft: Draft) -> str:
    """The page that follows; the last one follows itself."""
    pages = pages_of(draft)
    return pages[min(pages.index(page) + 1, len(pages) - 1)]


def before(page: str, draft: Draft) -> str:
    """The page one came from; the first one comes from itself."""
    pages = pages_of(draft)
    return pages[max(pages.index(page) - 1, 0)]


def troubles(step: str, draft: Draft) -> dict[str, str]:
    """What is missing on a page: the field and a sentence to stand beside it. Empty when one may go on."""
    return {name: words for name, words in _MISSING.get(step, _nothing)(draft).items() if words}


def refilled(draft: Draft, was: Starter, now: Starter) -> Draft:
    """The draft with the usual things of another trade wherever the owner changed nothing."""
    mine, old, new = draft.business, was.business, now.business
    business = replace(
        mine,
        hours=_usual(mine.hours, (CLOSED_ALL_WEEK, old.hours), new.hours),
        services=_usual(mine.services, ((), old.services), new.services),
        high_value=_usual(mine.high_value, (None, old.high_value), new.high_value),
        closed_on_bank_holidays=_usual(
            mine.closed_on_bank_holidays, (True, old.closed_on_bank_holidays), new.closed_on_bank_holidays
        ),
    )
    rules = _usual(draft.rules, ((), was.brief.pass_to_a_person), now.brief.pass_to_a_person)
    return replace(draft, business=business, rules=rules)


def to_finish(draft: Draft) -> Draft:
    """The draft as it is set up: of a question that waits nothing is taken for an answer, a trade's guess included."""
    empty, business = Business(""), draft.business
    if "hours" in draft.skipped:
        business = replace(business, hours=empty.hours, closures=empty.closures)
    if "services" in draft.skipped:
        business = replace(business, services=empty.services)
    nothing = Draft()
    if "agent" in draft.skipped:
        draft = replace(
            draft,
            agent=nothing.agent,
            answers_number=nothing.answers_number,
            supplier=nothing.supplier,
            skipped=draft.skipped | {"money"},
        )
    if "money" in draft.skipped:
        draft = replace(draft, monthly_limit=None, stops_at_limit=None)
    return replace(draft, business=business)


def agent_in_words(draft: Draft) -> str:
    """How the questions call the agent: by its name once it has one."""
    return draft.agent.strip() or "your receptionist"


def _usual(mine: T, untouched: tuple[T, ...], usual: T) -> T:
    return usual if mine in untouched else mine


def _nothing(draft: Draft) -> Mapping[str, str]:  # noqa: ARG001 - one of several that look at the draft
    return {}


def _who(draft: Draft) -> Mapping[str, str]:
    return {
        "name": missing.in_the_name(draft.business),
        "owner": "" if draft.owner.strip() else "Write your name, so that what you decide carries it.",
    }


def _agent(draft: Draft) -> Mapping[str, str]:
    return {"agent": "" if draft.agent.strip() else "Write the name it says on the phone, or press Later."}


def _diary(draft: Draft) -> Mapping[str, str]:
    return {"diary": "" if draft.diary.strip() else "Choose one, or press Later."}


def _hours(draft: Draft) -> Mapping[str, str]:
    return {
        "hours": "" if any(draft.business.hours) else "You're closed all week. Fill in a day, or press Later.",
        "closures": missing.in_the_closures(draft.business),
    }


def _services(draft: Draft) -> Mapping[str, str]:
    if not draft.business.services:
        return {"services": "Add something that can be booked, or press Later."}
    return {"services": missing.in_the_services(draft.business)}


def _pass(draft: Draft) -> Mapping[str, str]:
    return {
        "rules": "" if draft.rules else "Tick at least one, so that somebody hears about what goes wrong.",
        "contact": "" if draft.escalation_contact.strip() else "Say who rings people back.",
        "people": missing.in_the_people(draft.owner, draft.others),
    }


def _money(draft: Draft) -> Mapping[str, str]:
    return {"limit": "" if draft.monthly_limit is not None else "Write an amount, or press Later."}


def _review(draft: Draft) -> Mapping[str, str]:
    return {"day": missing.in_the_day(draft.business), "reviewer": missing.in_the_reviewer(draft.business)}


_MISSING = {
    "who": _who,
    "agent": _agent,
    "diary": _diary,
    "hours": _hours,
    "services": _services,
    "pass": _pass,
    "money": _money,
    "review": _review,
}
