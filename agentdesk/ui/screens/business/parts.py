"""The parts of the business that are changed one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from agentdesk.services.setup.first_run import Draft
from agentdesk.ui.questions import missing
from agentdesk.ui.questions.hours import HoursQuestion
from agentdesk.ui.questions.looking import ReviewQuestion
from agentdesk.ui.questions.offered import ServicesQuestion
from agentdesk.ui.questions.people import PeopleQuestion
from agentdesk.ui.questions.question import Question
from agentdesk.ui.screens.business.name import NameQuestion


class Part(StrEnum):
    """A part, by the name of its question in the first run."""

    WHO = "who"
    HOURS = "hours"
    SERVICES = "services"
    PEOPLE = "people"
    REVIEW = "review"


FIELDS: Mapping[Part, tuple[str, ...]] = {
    Part.WHO: ("name", "trade"),
    Part.HOURS: ("hours", "nation", "closed_on_bank_holidays", "closures"),
    Part.SERVICES: ("services",),
    Part.REVIEW: ("review_weekday", "review_time", "reviewer"),
}
"""What of the business a part changes. People stand apart from it."""
DATED = frozenset({Part.HOURS, Part.SERVICES})
"""What calls and bookings are held against, as it was on their day."""
QUESTIONS: Mapping[Part, Callable[[], Question]] = {
    Part.WHO: NameQuestion,
    Part.HOURS: HoursQuestion,
    Part.SERVICES: ServicesQuestion,
    Part.PEOPLE: PeopleQuestion,
    Part.REVIEW: ReviewQuestion,
}


def troubles(part: Part, draft: Draft) -> dict[str, str]:
    """What is wrong with what was typed: the field and a sentence to stand beside it."""
    business = draft.business
    said = {
        Part.WHO: {"name": missing.in_the_name(business)},
        Part.HOURS: {
            "hours": "" if any(business.hours) else "You're closed all week. Tick a day on which you open.",
            "closures": missing.in_the_closures(business),
        },
        Part.SERVICES: {"services": missing.in_the_services(business)},
        Part.PEOPLE: {"people": missing.in_the_people(draft.owner, draft.others)},
        Part.REVIEW: {"day": missing.in_the_day(business), "reviewer": missing.in_the_reviewer(business)},
    }[part]
    return {field: words for field, words in said.items() if words}
