"""What an agent may cost and take in a month, asked for in one place; more money needs a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.agent import Agent
from agentdesk.jobs.job import Job, Lane
from agentdesk.services.money.agent_limits import Limits
from agentdesk.ui.desk import Desk
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.ask import AnswerField
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.fields import MoneyField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.telling import trouble_in_words

MOST = 1_000_000
LONGEST = 720


class LimitsForm(QWidget):
    """Opens below the card of an agent. Blank means no limit."""

    kept = Signal()
    left = Signal()

    def __init__(self, desk: Desk, agent: Agent, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agent = agent
        none = self.tr("Leave it empty to watch no limit.")
        self.money = FormRow(
            self.tr("What may it cost in a month?"), MoneyField(agent.monthly_limit, currency=currency), none
        )
        self.calls = self._row(self.tr("How many calls may it take in a month?"), agent.monthly_calls)
        self.minutes = self._row(self.tr("How many minutes may it talk in a month?"), agent.monthly_minutes)
        self.longest = self._row(self.tr("How many minutes may one call last?"), agent.longest_call)
        self.why = FormRow(
            self.tr("Why may it cost more?"), AnswerField(limit=300), self.tr("Only needed when the limit goes up.")
        )
        self.keep = PrimaryButton(self.tr("Keep the limits"), self._on_keep)
        self.cancel = QuietButton(self.tr("Cancel"), self.left.emit)
        self._rows = (self.money, self.calls, self.minutes, self.longest, self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for each in self._rows:
            column.addWidget(each)
        column.addWidget(flow_of(self.keep, self.cancel))

    def begin(self) -> None:
        self.money.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, label: str, value: int | None) -> FormRow:
        field = AnswerField(limit=9)
        field.set_value("" if value is None else str(value))
        field.returnPressed.connect(self._on_keep)
        field.left.connect(self.left)
        return FormRow(label, field)

    def _on_keep(self) -> None:
        for each in self._rows:
            each.set_error(None)
        limits = self._read()
        if limits is None:
            return
        desk, agent, why = self._desk, self._agent.name, _typed(self.why)
        desk.runner.submit(
            Job("Keeping limits", lambda _: desk.services.limits.set_(agent, limits, desk.who(), why), Lane.WRITE),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _read(self) -> Limits | None:
        """What was typed; None once it is said beside the field what can't be read."""
        field = self.money.field
        try:
            money = field.read() if isinstance(field, MoneyField) else None
        except ValueError as problem:
            self.money.set_error(str(problem))
            return None
        numbers: list[int | None] = []
        for row, most in ((self.calls, MOST), (self.minutes, MOST), (self.longest, LONGEST)):
            typed = _typed(row).replace(",", "")
            if typed and not (typed.isascii() and typed.isdecimal() and 0 < int(typed) <= most):
                row.set_error(self.tr("Write a whole number up to {most}, or nothing.").format(most=f"{most:,}"))
                return None
            numbers.append(int(typed) if typed else None)
        return Limits(money, *numbers)

    def _on_kept(self, _: None) -> None:
        self._desk.tell.say(self.tr("Kept."))
        self.kept.emit()

    def _on_refused(self, trouble: Exception) -> None:
        otherwise = self.tr("I couldn't save that. What you wrote is still here. Press Keep the limits again.")
        self.why.set_error(trouble_in_words(trouble, otherwise))
        self.why.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _typed(row: FormRow) -> str:
    field = row.field
    return field.value() if isinstance(field, AnswerField) else ""
