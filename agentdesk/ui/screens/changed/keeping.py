"""Keeping a change: why it is fine as it is now, and which calls were listened to before that was said."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.call import caller_in_words
from agentdesk.domain.lists import CallRow
from agentdesk.domain.live_agent import Approval
from agentdesk.domain.wording import moment_in_words
from agentdesk.ui.theme.tokens import SPACE_4
from agentdesk.ui.widgets.ask import AnswerField, Ask
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.fields import TickBox
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.telling import joined
from agentdesk.ui.widgets.words import HelpWords, StrongWords

CALLS_SHOWN = 6


class HeardCall(QWidget):
    """A call that heard it: ticked once somebody has listened to it, and the way there."""

    wanted = Signal(object)
    """Its id, which is longer than Qt's own whole numbers."""

    def __init__(self, row: CallRow, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.call = row.id
        words = joined((moment_in_words(row.started_at, zone), caller_in_words(row.caller)))
        self.tick = TickBox(words)
        self.open = LinkButton(self.tr("Open it"), self._on_open)
        self.open.setAccessibleName(self.tr("Open the call: {call}").format(call=words))
        line = Flow(self)
        line.addWidget(self.tick)
        line.addWidget(self.open)

    def _on_open(self) -> None:
        self.wanted.emit(self.call)


class KeepForm(Ask):
    """Asks for the reason and the test. What is typed and ticked stays until it was kept."""

    call_wanted = Signal(object)
    """A call's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Why is it fine as it is now?"),
            self.tr("For example: we put the price down, and I told our supplier."),
            parent,
        )
        self.keep.set_words(self.tr("Approve it as it is now"))
        self._asks = StrongWords(self.tr("Which calls have you listened to?"))
        self._help = HelpWords()
        self._place = QVBoxLayout()
        self._place.setSpacing(SPACE_4)
        self.calls: tuple[HeardCall, ...] = ()
        self.untried = AnswerField(limit=300)
        self.untried_row = FormRow(
            self.tr("None? Why do you approve it untried?"),
            self.untried,
            self.tr("For example: only the opening hours changed, and I read them."),
            wide=True,
        )
        self.heed(self.untried)
        listened = QWidget()
        column = QVBoxLayout(listened)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self._asks)
        column.addWidget(self._help)
        column.addLayout(self._place)
        self.column.insertWidget(1, listened)
        self.column.insertWidget(2, self.untried_row)

    def show_calls(self, heard: Sequence[CallRow], zone: ZoneInfo) -> None:
        """The latest calls that heard it; those that are ticked stay ticked."""
        rows = heard[:CALLS_SHOWN]
        self._help.setText(
            self.tr("Ring it and ask about what has changed: your own call shows here once it is read.")
            if rows
            else self.tr("No call has heard it yet. Ring it and ask about what has changed: the call shows here.")
        )
        if [each.id for each in rows] == [each.call for each in self.calls]:
            return
        ticked = {each.call for each in self.calls if each.tick.isChecked()}
        for gone in self.calls:
            gone.hide()
            gone.deleteLater()
        self.calls = tuple(HeardCall(each, zone) for each in rows)
        for call in self.calls:
            call.tick.setChecked(call.call in ticked)
            call.wanted.connect(self.call_wanted)
            self._place.addWidget(call)

    def approval(self, by: str) -> Approval:
        """What was typed and ticked."""
        heard = tuple(each.call for each in self.calls if each.tick.isChecked())
        return Approval(by, self.field.value(), heard, "" if heard else self.untried.value())

    def refuse(self, sentence: str) -> None:
        """Says what is missing, at the field where it may be."""
        self.row.set_error(None)
        self.untried_row.set_error(None)
        (self.untried_row if self.field.value().strip() else self.row).set_error(sentence)

    def clear(self) -> None:
        super().clear()
        self.untried.set_value("")
        for each in self.calls:
            each.tick.setChecked(False)
