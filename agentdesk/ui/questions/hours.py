"""When the business is open, whose bank holidays count, and closed days to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from agentdesk.domain.business import Closure, Nation
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import NotUnderstoodError, Question, Said
from agentdesk.ui.questions.week import WeekField
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.card import Section
from agentdesk.ui.widgets.days import DayField
from agentdesk.ui.widgets.fields import ChoiceField, TextField, TickBox
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.lines import Lines


class HoursQuestion(Question):
    """The week, filled for the trade, and the days that are different."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Usual hours for your trade. A booking outside them, or over lunch, is shown to you."), parent
        )
        self.hours = WeekField()
        self.nation = ChoiceField[Nation](
            (
                (Nation.ENGLAND_AND_WALES, self.tr("England or Wales")),
                (Nation.SCOTLAND, self.tr("Scotland")),
                (Nation.NORTHERN_IRELAND, self.tr("Northern Ireland")),
            )
        )
        self.nation.setMaximumWidth(scaled(280))
        self.closed = TickBox(self.tr("Closed on bank holidays"))
        self.closures = Lines((self.tr("From"), self.tr("To"), self.tr("Why")), self.tr("Add closed days"), stretch=2)
        self.closures.add_wanted.connect(self._on_add)
        self.closures.removed.connect(self.removed)
        self.add_row("hours", Said(self.hours))
        self.add(FormRow(self.tr("Whose bank holidays count?"), self.nation), self.closed)
        coming = Section(self.tr("Closed days coming up?"))
        self._closures_said = Said(self.closures, self.closures.add_button)
        self.name_row("closures", self._closures_said)
        coming.add(self._closures_said)
        self.add(coming)

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - always the same question
        return self.tr("When are you open?")

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - it was filled in before
        business = draft.business
        self.hours.set_hours(business.hours)
        self.nation.set_value(business.nation)
        self.closed.setChecked(business.closed_on_bank_holidays)
        self.closures.clear()
        for each in business.closures:
            self._add(each)

    def answered(self, draft: Draft) -> Draft:
        try:
            hours = self.hours.hours()
        except ValueError as trouble:
            raise NotUnderstoodError("hours", str(trouble)) from trouble
        closures = []
        for first, last, why in self.closures.lines():
            if isinstance(first, DayField) and isinstance(last, DayField) and isinstance(why, TextField):
                closures.append(Closure(first.day(), last.day(), why.value()))
        business = replace(
            draft.business,
            hours=hours,
            nation=self.nation.value() or draft.business.nation,
            closed_on_bank_holidays=self.closed.isChecked(),
            closures=tuple(closures),
        )
        return replace(draft, business=business)

    def first_field(self) -> QWidget:
        return self.hours

    def put_back(self) -> None:
        self.closures.put_back()

    def _on_add(self) -> None:
        lines = self.closures.lines()
        last = lines[-1][1] if lines else None
        day = last.day() + timedelta(days=1) if isinstance(last, DayField) else self.today
        self._add(Closure(day, day, ""), focus=True)

    def _add(self, closure: Closure, *, focus: bool = False) -> None:
        first, last = DayField(closure.first), DayField(closure.last)
        first.follow(last)
        why = TextField(closure.why, limit=80, hint=self.tr("For example Christmas"))
        why.setMinimumWidth(scaled(140))
        why.setCursorPosition(0)
        self.closures.add_line((first, last, why), focus=focus)
