"""One line of the fact sheet, and the form that changes it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.services.business.fact_sheet import SheetLine
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.ask import AnswerField, Ask
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words

LONGEST = 2000
"""Letters of what the agent should say about one thing."""


class SheetForm(Ask):
    """What the agent should say, or what it costs; and whether that is new or what stood there was a slip."""

    def __init__(self, line: SheetLine | None, *, is_price: bool = False, parent: QWidget | None = None) -> None:
        """`line`: the one that is changed, None for a new fact."""
        about = (
            (_tr("What does it cost?"), _tr("For example: 95 or 95.50. Leave it empty where there is no fixed price."))
            if is_price
            else (_tr("What should the agent say?"), _tr("In your own words."))
        )
        super().__init__(*about, parent, limit=LONGEST)
        self.topic = AnswerField(limit=80, hint=_tr("For example: Parking"))
        self.since = ChoiceField[bool](
            [(False, _tr("It has changed: this is so from now on")), (True, _tr("What stood there was never so"))]
        )
        self._topic_row = FormRow(_tr("What is it about?"), self.topic, wide=True)
        since_row = FormRow(
            _tr("Has it changed, or was it a slip?"),
            self.since,
            _tr("Calls from before a change are held against what was so on their day."),
            wide=True,
        )
        if line is None:
            self.column.insertWidget(0, self._topic_row)
        else:
            self.column.insertWidget(1, since_row)
            self.field.set_value(line.says)
        self.topic.left.connect(self.left)
        self.topic.returnPressed.connect(self._on_next)

    def _on_next(self) -> None:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)


class LineCard(Card):
    """A line as it stands; pressing "Change" opens the form. What is typed stays until it was kept."""

    changed = Signal(object, str, bool)
    """The SheetLine, what it should say, and whether what stood there was a slip."""
    taken_away = Signal(object)
    asking = Signal()

    def __init__(self, line: SheetLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_8)
        self.line = line
        self._topic, self._says = StrongWords(), Words()
        self._none = QuietWords(self.tr("No fixed price."))
        self.change = QuietButton(self.tr("Change"), self._on_change)
        self.take_away = QuietButton(self.tr("Take it off the sheet"), self._on_take_away)
        self.buttons = QWidget()
        flow = Flow(self.buttons)
        flow.addWidget(self.change)
        flow.addWidget(self.take_away)
        self.form: SheetForm | None = None
        self.add(self._topic, self._says, self._none, self.buttons)
        self.take_away.setVisible(not line.is_price)
        self.set_line(line)

    @property
    def is_asking(self) -> bool:
        return self.form is not None and not self.form.isHidden()

    def set_line(self, line: SheetLine) -> None:
        """Show how it stands now."""
        self.line = line
        self._topic.setText(one_line(line.topic, 120))
        self._says.setText(one_line(line.says, LONGEST))
        self._says.setVisible(bool(line.says))
        self._none.setVisible(not line.says)
        words = f"{one_line(line.topic, 120)}: {one_line(line.says, LONGEST) or self._none.text()}"
        self.setAccessibleName(words)
        for button in (self.change, self.take_away):
            button.setAccessibleDescription(words)

    def put_away(self) -> None:
        """Close the form; what was typed into it stays."""
        if self.form is not None:
            self.form.hide()
        self.buttons.show()

    def kept(self) -> None:
        """What was typed has been kept: the next time the form starts with what stands there then."""
        self.put_away()
        if self.form is not None:
            self.form.deleteLater()
            self.form = None
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """It couldn't be kept: why, beside the field."""
        if self.form is not None:
            self.form.keep.setEnabled(True)
            self.form.row.set_error(sentence)

    def _on_change(self) -> None:
        if self.form is None:
            self.form = SheetForm(self.line, is_price=self.line.is_price)
            self.form.kept.connect(self._on_keep)
            self.form.left.connect(self._on_left)
            self.add(self.form)
        self.buttons.hide()
        self.form.show()
        self.asking.emit()
        self.form.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self.put_away()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        if self.form is not None:
            self.form.keep.setEnabled(False)
            self.changed.emit(self.line, self.form.field.value(), bool(self.form.since.value()))

    def _on_take_away(self) -> None:
        self.taken_away.emit(self.line)


def _tr(words: str) -> str:
    return QCoreApplication.translate("FactSheet", words)
