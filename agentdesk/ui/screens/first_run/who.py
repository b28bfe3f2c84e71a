"""Whose phones they are, and the pretend week."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.business import Trade
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import Question
from agentdesk.ui.questions.trades import trade_tiles
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import row_of
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import Words


class WhoQuestion(Question):
    """The business, its owner and its trade."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.name = TextField(hint=self.tr("For example Hartley Plumbing & Heating"))
        self.owner = TextField(limit=80, hint=self.tr("For example Sam"))
        self.trade = trade_tiles()
        self.add_row("name", FormRow(self.tr("Your business"), self.name))
        self.add_row("owner", FormRow(self.tr("Your name"), self.owner))
        self.add_row(
            "trade",
            FormRow(
                self.tr("Your trade"),
                self.trade,
                self.tr(
                    "It fills in the hours, services and emergencies that are usual. You change what is different."
                ),
                wide=True,
            ),
        )

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - always the same question
        return self.tr("Who looks after the phones here?")

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - a trade is being chosen
        self.name.set_value(draft.business.name)
        self.owner.set_value(draft.owner)
        self.trade.set_value(draft.business.trade)

    def answered(self, draft: Draft) -> Draft:
        trade = self.trade.value() or Trade.OTHER
        return replace(
            draft, owner=self.owner.value(), business=replace(draft.business, name=self.name.value(), trade=trade)
        )

    def first_field(self) -> QWidget:
        return self.name


class ExampleQuestion(Question):
    """A made-up week to look at first, or straight to one's own."""

    example_wanted = Signal()
    mine_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add(
            Words(
                self.tr(
                    "A made-up plumber's week, with real faults in it: a booking that never reached the diary, "
                    "a caller who asked for a person and got none."
                )
            ),
            Words(
                self.tr(
                    "It is marked EXAMPLE on every page, stays apart from your own records and goes with one press."
                )
            ),
        )
        self.show_example = PrimaryButton(self.tr("Show me an example"))
        self.mine = QuietButton(self.tr("Use mine"))
        self.mine.clicked.connect(self.mine_wanted)
        self.show_example.clicked.connect(self.example_wanted)
        self.column.addLayout(row_of(self.show_example, self.mine))

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - always the same question
        return self.tr("Try it with a pretend week first?")

    def first_field(self) -> QWidget:
        return self.show_example
