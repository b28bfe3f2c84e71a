"""When somebody looks at the calls, and who."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QWidget

from agentdesk.domain.wording import time_in_words
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import Question
from agentdesk.ui.questions.tiles import Tiles
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.form import FormRow


class ReviewQuestion(Question):
    """The day, the time and the person. This one can't wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr(
                "Ten minutes a week with the calls that matter, for example Fridays at 4 pm. "
                "Without a day nobody keeps an eye on anything."
            ),
            parent,
        )
        days = (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )
        self.day = Tiles[int](tuple(enumerate(days)))
        self.at = ChoiceField[time](tuple((each, time_in_words(each)) for each in _half_hours()))
        self.at.setMaximumWidth(scaled(160))
        self.reviewer = ChoiceField[str]()
        self.reviewer.setMaximumWidth(scaled(280))
        self.add_row("day", FormRow(self.tr("On which day?"), self.day, wide=True))
        self.add_row("time", FormRow(self.tr("At what time?"), self.at))
        self.add_row("reviewer", FormRow(self.tr("Who looks?"), self.reviewer))

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - always the same question
        return self.tr("When will you look?")

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - no trade has a usual day
        business = draft.business
        names = (draft.owner.strip(), draft.escalation_contact.strip(), *(each.name for each in draft.others))
        people = tuple(dict.fromkeys(each for each in names if each))
        self.reviewer.set_options(tuple((each, each) for each in people))
        self.reviewer.set_value(business.reviewer or draft.owner.strip())
        self.day.set_value(business.review_weekday)
        self.at.set_value(business.review_time)

    def answered(self, draft: Draft) -> Draft:
        business = replace(
            draft.business,
            review_weekday=self.day.value(),
            review_time=self.at.value() or draft.business.review_time,
            reviewer=self.reviewer.value(),
        )
        return replace(draft, business=business)

    def first_field(self) -> QWidget:
        return self.day


def _half_hours() -> tuple[time, ...]:
    return tuple(time(hour, minute) for hour in range(6, 22) for minute in (0, 30))
