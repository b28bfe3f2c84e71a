"""Since when a change is so: what calls and bookings from before are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.days import DayField
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.form import FormRow


class When(Enum):
    """Since when."""

    NOW = auto()
    DAY = auto()
    EVER = auto()
    """What stood there was never so."""


@dataclass(frozen=True, slots=True)
class Since:
    """Since when a change is so. `day` belongs to `When.DAY`."""

    when: When = When.NOW
    day: date | None = None


class SinceField(QWidget):
    """The choice, and the day where one is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = ChoiceField[When](
            (
                (When.NOW, self.tr("From now on")),
                (When.DAY, self.tr("Since an earlier day")),
                (When.EVER, self.tr("What stood here was never so")),
            )
        )
        self.day = DayField(date.min)
        self.row = FormRow(self.tr("Since when is it so?"), self.when)
        self._day_row = FormRow(self.tr("Since which day?"), self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.row)
        column.addWidget(self._day_row)
        self.when.chosen.connect(self._fit)

    def begin(self, today: date) -> None:
        """From now on, until the owner says otherwise. No day may be chosen that is still to come."""
        self.when.set_value(When.NOW)
        self.day.set_latest(today)
        self._fit()

    def since(self) -> Since:
        when = self.when.value() or When.NOW
        return Since(when, self.day.day() if when is When.DAY else None)

    def _fit(self) -> None:
        when = self.when.value() or When.NOW
        self._day_row.setVisible(when is When.DAY)
        self.row.set_help(
            {
                When.NOW: self.tr("Calls and bookings of days before are still checked against what was so then."),
                When.DAY: self.tr("Days before that day are still checked against what was so then."),
                When.EVER: self.tr("The last four weeks are checked again, as if it had always stood here like this."),
            }[when]
        )
