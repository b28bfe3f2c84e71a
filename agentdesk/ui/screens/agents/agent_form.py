"""What the owner says about an agent: for a new one and to change what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from agentdesk.domain.agent import Agent, Nature
from agentdesk.ui.theme.tokens import SPACE_12, SPACE_16, SPACE_24
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import ChoiceField, MoneyField, TextField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import SectionWords

LARGE_TEXT = 140
NOBODY = ""


class AgentForm(Card):
    """Name, number, job, supplier, who looks after it, the monthly limit. What was typed stays when refused."""

    wanted = Signal(object)
    """The Agent as it is written now."""
    cancelled = Signal()

    def __init__(self, title: str, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=SPACE_16 if text_percent() >= LARGE_TEXT else SPACE_24)
        self._agent = Agent("")
        self.title = SectionWords(title)
        self.name = TextField(limit=60, hint=self.tr("For example Daisy"))
        self.nature = ChoiceField[Nature](
            [
                (Nature.AGENT, self.tr("An agent: it decides itself what it says")),
                (Nature.FIXED_RULES, self.tr("An automation: it follows fixed rules")),
            ]
        )
        self.nature.chosen.connect(self._on_nature)
        self.answers = TextField(limit=60, hint=self.tr("For example 0113 496 0100"))
        self.job = TextField(limit=120, hint=self.tr("For example: answers the phone and books visits"))
        self.supplier = TextField(limit=120, hint=self.tr("For example: the firm that set it up"))
        self.responsible = ChoiceField[str]()
        self.limit = MoneyField()
        self.rows = {
            "name": FormRow(self.tr("What is it called?"), self.name, self.tr("The name it says on the phone.")),
            "nature": FormRow(
                self.tr("What is it?"),
                self.nature,
                self.tr("Reminders and automatic replies follow fixed rules."),
            ),
            "answers": FormRow(self.tr("Which number does it answer?"), self.answers, self.tr("As you write it.")),
            "job": FormRow(self.tr("What is its job?"), self.job, self.tr("In a few words.")),
            "supplier": FormRow(
                self.tr("Who do you ask when it must change?"), self.supplier, self.tr("AgentDesk doesn't change it.")
            ),
            "responsible": FormRow(
                self.tr("Who looks after it?"),
                self.responsible,
                self.tr("One person, by name. It can't go live without."),
            ),
            "limit": FormRow(
                self.tr("What may it cost in a month?"), self.limit, self.tr("Leave it empty to watch no limit.")
            ),
        }
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_24)
        self._grid.setVerticalSpacing(SPACE_16)
        self._lay_out()
        self.save = PrimaryButton(save, self._on_save)
        self.cancel = QuietButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        buttons = Flow()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        self.add(self.title, self._grid, buttons)
        self.body.setSpacing(SPACE_12)
        for field in (self.name, self.answers, self.job, self.supplier, self.limit):
            field.returnPressed.connect(self._on_save)

    def show_agent(self, agent: Agent, people: Sequence[str]) -> None:
        """Fill it in; a person who is no longer on the list stays as chosen."""
        self._agent = agent
        known = [*people, *([agent.responsible] if agent.responsible and agent.responsible not in people else [])]
        self.responsible.set_options([(NOBODY, self.tr("Nobody yet")), *((each, each) for each in known)])
        self.responsible.set_value(agent.responsible or NOBODY)
        self.name.set_value(agent.name)
        self.nature.set_value(agent.nature)
        self._on_nature()
        self.answers.set_value(agent.answers)
        self.job.set_value(agent.job)
        self.supplier.set_value(agent.supplier)
        self.limit.set_amount(agent.monthly_limit)
        self.refuse("")

    def refuse(self, sentence: str, row: str = "name") -> None:
        """Say beside a field why it wasn't kept; empty takes all of it back."""
        for name, each in self.rows.items():
            each.set_error(sentence if sentence and name == row else None)
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """While it is being kept, a second press does nothing."""
        self.save.setEnabled(not busy)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._lay_out()

    def _lay_out(self) -> None:
        columns = 1 if text_percent() >= LARGE_TEXT else 2
        for row in self.rows.values():
            self._grid.removeWidget(row)
        for at, row in enumerate(self.rows.values()):
            self._grid.addWidget(row, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def _on_nature(self) -> None:
        """What follows fixed rules answers no number."""
        self.rows["answers"].setEnabled(self.nature.value() is not Nature.FIXED_RULES)

    def _on_save(self) -> None:
        if not self.save.isEnabled():
            return
        if not self.name.value():
            self.refuse(self.tr("Give it a name, the one it says on the phone."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            limit = self.limit.read()
        except ValueError as trouble:
            self.refuse(str(trouble), "limit")
            self.limit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.refuse("")
        self.set_busy(busy=True)
        self.wanted.emit(
            replace(
                self._agent,
                name=self.name.value(),
                nature=self.nature.value() or Nature.AGENT,
                answers=self.answers.value(),
                job=self.job.value(),
                supplier=self.supplier.value(),
                responsible=self.responsible.value() or None,
                monthly_limit=limit,
            )
        )
