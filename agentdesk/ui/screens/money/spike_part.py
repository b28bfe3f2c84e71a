"""A dear day: how much more it cost, the rows that add up to it, and what to do about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.spending import AgentMoney, Spike
from agentdesk.domain.spike import Part
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.money.presenter import (
    MoneyPresenter,
    blocking_steps,
    can_be_blocked,
    part_words,
    spike_words,
    top_up_steps,
    went_on_for_long,
)
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.telling import trouble_in_words
from agentdesk.ui.widgets.words import StrongWords, Words


class PartRow(SentenceRow):
    """One part of the difference; opens its calls."""

    part_opened = Signal(object)
    """The row itself."""

    def __init__(self, part: Part, currency: str, parent: QWidget | None = None) -> None:
        amount, words = part_words(part, currency)
        super().__init__(f"{words[0].upper()}{words[1:]}", right=amount, parent=parent)
        self.part = part
        self.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        if self.part.calls:
            self.part_opened.emit(self)


class SpikePart(QWidget):
    """One dear day of one agent."""

    limit_asked = Signal()
    """The owner wants to raise the limit."""

    def __init__(self, desk: Desk, card: AgentMoney, spike: Spike, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._presenter = MoneyPresenter(desk.services)
        self._card = card
        self._spike = spike
        self._number = next((each for each in spike.parts if can_be_blocked(each)), None)
        self.headline = StrongWords(spike_words(card, spike))
        self.rows = RowList()
        self.rows.set_rows([self._row(each) for each in spike.parts])
        self.steps = Words(selectable=True)
        self.steps.hide()
        self.buttons = self._buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.headline)
        column.addWidget(self.rows)
        column.addWidget(flow_of(*self.buttons))
        column.addWidget(self.steps)
        if spike.finding:
            self.open_matter = LinkButton(self.tr("Open the matter"), self._on_matter)
            column.addWidget(self.open_matter, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, part: Part) -> PartRow:
        row = PartRow(part, self._spike.cost.currency)
        row.part_opened.connect(self._on_part)
        return row

    def _buttons(self) -> tuple[QuietButton, ...]:
        """What can be done about it; each is there only where it helps."""
        found: list[QuietButton] = []
        if self._number is not None:
            found += [
                QuietButton(self.tr("Show how to block this number"), self._on_blocking),
                QuietButton(self.tr("Mark as spam and add to my refund list"), self._on_spam),
            ]
        if any(went_on_for_long(each) for each in self._spike.parts):
            found.append(QuietButton(self.tr("Ask for a shorter longest call"), self._on_shorter))
        found.append(QuietButton(self.tr("Check automatic top-up"), self._on_top_up))
        found.append(QuietButton(self.tr("Raise this month's limit"), self._on_limit))
        return tuple(found)

    def _on_part(self, row: PartRow) -> None:
        self._desk.go.to("calls", ids=row.part.calls, words=row.sentence())

    def _on_blocking(self) -> None:
        if self._number is not None:
            self.steps.setText(blocking_steps(self._number))
            self.steps.show()

    def _on_top_up(self) -> None:
        self.steps.setText(top_up_steps())
        self.steps.show()

    def _on_spam(self) -> None:
        part, who, presenter = self._number, self._desk.who(), self._presenter
        if part is not None:
            self._desk.runner.submit(
                Job("Marking calls as spam", lambda _: presenter.mark_spam(part, who), Lane.WRITE),
                self._on_marked,
                self._on_failed,
                within=self,
            )

    def _on_marked(self, _: None) -> None:
        self._desk.tell.say(self.tr("Marked as spam. They stand on the list for your supplier."))

    def _on_shorter(self) -> None:
        card, presenter = self._card, self._presenter
        self._desk.runner.submit(
            Job("Writing a message", lambda _: presenter.shorter_calls(card), Lane.READ),
            self._on_message,
            self._on_failed,
            within=self,
        )

    def _on_message(self, message: str) -> None:
        QGuiApplication.clipboard().setText(message)
        self.steps.setText(message)
        self.steps.show()
        self._desk.tell.say(self.tr("Copied. Send it to whoever runs your agent."))

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't do that. Try again.")))

    def _on_limit(self) -> None:
        self.limit_asked.emit()

    def _on_matter(self) -> None:
        self._desk.go.to("finding", id=self._spike.finding)
