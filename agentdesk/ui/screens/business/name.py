"""What the business is called, and its trade."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from agentdesk.domain.business import Trade
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import Question
from agentdesk.ui.questions.trades import trade_tiles
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.form import FormRow


class NameQuestion(Question):
    """Another trade changes nothing that stands on this page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.name = TextField()
        self.trade = trade_tiles()
        self.add_row("name", FormRow(self.tr("Your business"), self.name))
        help_text = self.tr(
            "AgentDesk listens for what callers of the trade say in an emergency. Hours and services stay as they are."
        )
        self.add_row("trade", FormRow(self.tr("Your trade"), self.trade, help_text, wide=True))

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - nothing is filled in
        self.name.set_value(draft.business.name)
        self.trade.set_value(draft.business.trade)

    def answered(self, draft: Draft) -> Draft:
        trade = self.trade.value() or Trade.OTHER
        return replace(draft, business=replace(draft.business, name=self.name.value(), trade=trade))

    def first_field(self) -> QWidget:
        return self.name
