"""What became of a caller who needed a person, and how it need not happen again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.escalation import CHOICES, Outcome
from agentdesk.services.findings.putting_right import Prepared
from agentdesk.ui.desk import Desk
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.putting_right import PutRight


class WhatHappened(PutRight):
    """One of the outcomes, and a line. "Still open" keeps the line and leaves the matter on the list.

    What to tell whoever runs the agent stands below, once it is to be stopped from happening again.
    """

    def __init__(self, desk: Desk, finding: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, finding, parent)
        self.outcome: ChoiceField[Outcome | None] = ChoiceField()
        self.outcome.set_options([(each, each.in_words) for each in CHOICES] + [(None, self.tr("Still open"))])
        self.outcome.set_value(Outcome.SORTED)
        self.outcome.chosen.connect(self._on_outcome)
        self.column.removeWidget(self.steps)
        self.column.insertWidget(0, FormRow(self.tr("What happened?"), self.outcome))
        self.column.insertWidget(self.column.indexOf(self.again) + 1, self.steps)
        self.row.set_label(self.tr("In one line"))
        self.row.set_help(self.tr("For example: rang, said sorry, booked for Monday at 8."))

    @property
    def still_open(self) -> bool:
        return self.outcome.value() is None

    def _on_prepared(self, prepared: Prepared) -> None:
        # whom to ring stands above already
        super()._on_prepared(replace(prepared, who="", number=None))
        self.steps.setVisible(not self.again.isHidden())

    def _set_again(self, *, asked: bool) -> None:
        super()._set_again(asked=asked)
        self.steps.setVisible(asked)

    def _on_outcome(self) -> None:
        self._set_again(asked=not self.still_open and not self.again.isHidden())
        if self.still_open:
            self.stop.hide()
            self.keep.set_words(self.tr("Keep"))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
