"""Nights and days off: what AgentDesk can't do while the computer is off, and what to ask of the service instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.fields import TextArea
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.steps import NumberedSteps
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import Words


class NightsPart(Section):
    """The steps, and for each agent the words to send."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Nights and days off"))
        self.steps = NumberedSteps()
        self.steps.show_steps(
            (
                self.tr("Copy the words below, add the mobile numbers, and send them to whoever set up your agent."),
                self.tr("When it is done, ring your agent from another phone and say that you want to complain."),
                self.tr("The text should come within a few minutes. If it doesn't, ring your supplier."),
            )
        )
        self.card = Card(spacing=SPACE_12)
        self.card.add(
            Words(
                self.tr(
                    "AgentDesk can only tell you while this computer is on, and sends no texts itself. For nights, ask "
                    "the service that answers your calls to text somebody as well. Here's how."
                )
            ),
            self.steps,
        )
        self.add(self.card)
        self.wordings: list[NightWording] = []
        self.hide()

    def show_wordings(self, wordings: tuple[tuple[str, str], ...]) -> None:
        """An agent's name and its words each. Without an agent that takes calls there is nothing to ask."""
        self.setVisible(bool(wordings))
        for old in self.wordings:
            old.hide()
            old.deleteLater()
        self.wordings = [NightWording(one_line(agent, 60), words) for agent, words in wordings]
        self.card.add(*self.wordings)


class NightWording(QWidget):
    """What to send to one agent's supplier, ready to copy."""

    def __init__(self, agent: str, words: str) -> None:
        super().__init__()
        self.message = TextArea(words, lines=8)
        self.message.setReadOnly(True)
        self.copy = QuietButton(self.tr("Copy the words"), self._on_copy)
        self.copy.setAccessibleName(self.tr("Copy the words for {agent}").format(agent=agent))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(FormRow(self.tr("To whoever set up {agent}").format(agent=agent), self.message, wide=True))
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.value())
