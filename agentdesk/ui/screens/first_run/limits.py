"""What it may cost in a month."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import NotUnderstoodError, Question
from agentdesk.ui.questions.tiles import Tiles
from agentdesk.ui.screens.first_run.answers import agent_in_words
from agentdesk.ui.widgets.fields import MoneyField
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
