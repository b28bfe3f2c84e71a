"""What it may cost in a month, and when somebody looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QWidget

from agentdesk.domain.wording import time_in_words
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.screens.first_run.answers import agent_in_words
from agentdesk.ui.screens.first_run.question import NotUnderstoodError, Question
from agentdesk.ui.screens.first_run.tiles import Tiles
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.fields import ChoiceField, MoneyField
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import HelpWords

_STOPS = {"yes": True, "no": False, "unknown": None}


class MoneyQuestion(Question):
    """The limit, and whether anything really happens when it is reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.limit = MoneyField()
        self.stops = Tiles[str](
            (
                ("yes", self.tr("Yes")),
                ("no", self.tr("No, it only warns")),
                ("unknown", self.tr("I don't know")),
            )
        )
        self._hint = HelpWords()
        self.add_row("limit", FormRow(self.tr("The most in a month"), self.limit))
        self.add_row("stops", FormRow(self.tr("Will the service really stop there?"), self.stops, wide=True))
        self.add(self._hint)
        self.stops.chosen.connect(self._fit)

    def title(self, draft: Draft) -> str:
        return self.tr("What's the most {agent} may cost in a month?").format(agent=agent_in_words(draft))

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - no trade has a usual limit
        self.limit.set_amount(draft.monthly_limit)
        known = {True: "yes", False: "no", None: "unknown" if draft.monthly_limit is not None else None}
        self.stops.set_value(known[draft.stops_at_limit])
        self._fit()

    def answered(self, draft: Draft) -> Draft:
        try:
            limit = self.limit.read()
        except ValueError as trouble:
            raise NotUnderstoodError("limit", str(trouble)) from trouble
        return replace(draft, monthly_limit=limit, stops_at_limit=_STOPS[self.stops.value() or "unknown"])

    def first_field(self) -> QWidget:
        return self.limit

    def _fit(self) -> None:
        self._hint.setText(
            {
                "no": self.tr("Then AgentDesk can only warn you. It says so when the limit comes near."),
                "unknown": self.tr("Ask whoever supplies it. Until then AgentDesk only warns you."),
            }.get(self.stops.value() or "", "")
        )
        self._hint.setVisible(bool(self._hint.text()))


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
